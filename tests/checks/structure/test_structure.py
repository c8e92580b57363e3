"""The structure checks on the sample report, and on faults planted into real ones."""

import random
import re
from pathlib import Path

import pytest

from zongjie.analyzer import understand
from zongjie.checks.registry import check_by_code
from zongjie.document import Analysis
from zongjie.readers import report_of
from zongjie.settings import Settings


def places(code: str, analysis: Analysis) -> list[tuple[int, int]]:
    one = check_by_code(code)
    assert one is not None
    return [(alarm.start, alarm.end) for alarm in one.find(analysis, Settings())]


def read(path: Path) -> str:
    return path.read_bytes().decode()


@pytest.fixture(scope="module")
def sample(real_reports: Path) -> Analysis:
    return understand(report_of(read(real_reports / "seed-zhengxie-2024h1.txt")))


@pytest.mark.parametrize(
    ("code", "span"),
    [
        ("ST07", (1065, 1102)),  # 专题协商 over one line on wells
        ("ST09", (3196, 3246)),  # 新局面 and 新成效 announced, three headings 新突破
        ("ST10", (3059, 3072)),  # 基层延伸 without an answer
        ("ST17", (2251, 2265)),  # 每年确定一个专题 before five of them
        ("ST18", (2277, 2286)),  # 突出重点掌握情况。
    ],
)
def test_sample_report_has_this_one(sample: Analysis, code: str, span: tuple[int, int]):
    assert places(code, sample) == [span]


@pytest.mark.parametrize("code", ["ST01", "ST02", "ST04", "ST05", "ST08", "ST12", "ST14", "ST16"])
def test_sample_report_has_none_of(sample: Analysis, code: str):
    assert places(code, sample) == []


@pytest.fixture(scope="module")
def reports(real_reports: Path) -> list[str]:
    return [read(path) for path in sorted((real_reports / "gov-2026").glob("*.txt"))[:12]]


def test_real_reports_are_left_alone(reports: list[str]):
    analyses = [understand(report_of(text)) for text in reports]
    for code in ("ST01", "ST02", "ST04", "ST05", "ST07", "ST08", "ST09", "ST12", "ST14", "ST16", "ST17"):
        assert sum(len(places(code, one)) for one in analyses) <= 1, code


def renumbered(text: str, rng: random.Random) -> tuple[str, int] | None:
    """A heading (三) made (五)."""
    marks = list(re.finditer(r"(?m)^（三）(?=[^\n]{4,40}[。\n])", text))
    if not marks:
        return None
    at = rng.choice(marks).start()
    return text[:at] + "（五）" + text[at + 3 :], at


def recounted(text: str, rng: random.Random) -> tuple[str, int] | None:
    """以下五个方面 made 以下四个方面 (where a list follows)."""
    found = re.search(r"以下([四五六七八九])个?(?:方面|项)[^\n]{0,8}[。：]\n（一）", text)
    if found is None:
        return None
    at = found.start(1)
    return text[:at] + "三" + text[at + 1 :], at


def unchained(text: str, rng: random.Random) -> tuple[str, int] | None:
    """二是 taken out of a chain, with its words, and the next item kept."""
    found = list(re.finditer(r"(?<=[。；：])二是[^\n。；]{4,60}[。；](?=三是)", text))
    if not found:
        return None
    chosen = rng.choice(found)
    return text[: chosen.start()] + text[chosen.end() :], chosen.start()


@pytest.mark.parametrize(("code", "plant"), [("ST01", renumbered), ("ST04", recounted), ("ST05", unchained)])
def test_planted_fault_is_found(reports: list[str], code: str, plant):
    rng = random.Random(17)
    planted = [spoilt for text in reports if (spoilt := plant(text, rng))]
    if not planted:
        pytest.skip("no place for this fault in these reports")
    found = sum(
        any(start <= at + 3 and at <= end for start, end in places(code, understand(report_of(text))))
        for text, at in planted
    )
    assert found >= 0.9 * len(planted), f"{found} of {len(planted)}"
