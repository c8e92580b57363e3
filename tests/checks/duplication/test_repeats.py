"""DU01 and DU02 divide repeats between them and show both sides."""

from pathlib import Path

import pytest

import zongjie
from zongjie.document import Finding

SENTENCE = "对排查出的四十七处危旧房屋逐栋建立台账、张贴警示标志、落实看护责任人并动员租住群众限期搬离。"
NEXT = "对整改不到位的企业约谈负责人,公布名单并限期复查。"
LEAD = "甲山县应急局2024年工作总结\n一、主要工作\n1.房屋安全。{}\n2.应急演练。组织防汛演练,检查物资储备。\n"


def findings(text: str) -> list[Finding]:
    return [f for f in zongjie.analyse(text).findings if f.code in ("DU01", "DU02")]


def report(first: str, second: str, heading: str = "二、基层治理") -> str:
    return LEAD.format(first) + f"{heading}\n1.网格管理。选派网格员入户。{second}开展志愿服务。\n"


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (SENTENCE, SENTENCE, "DU01"),
        (SENTENCE + NEXT, SENTENCE + NEXT, "DU02"),
        (SENTENCE + NEXT, SENTENCE.replace("限期搬离", "按期搬离") + NEXT, "DU02"),
    ],
)
def test_one_passage_is_one_finding(first: str, second: str, code: str) -> None:
    text = report(first, second)
    (finding,) = findings(text)
    (other,) = finding.related
    assert finding.code == code
    assert text[finding.start : finding.end] == first
    assert text[other.start : other.end] == second


def test_difference_is_shown_with_both_offsets() -> None:
    text = report(SENTENCE + NEXT, SENTENCE.replace("四十七处", "六十二处") + NEXT)
    (finding,) = findings(text)
    (difference,) = finding.evidence["differences"]
    here, words, there, other = difference
    assert text[here : here + len(words)] == words
    assert text[there : there + len(other)] == other
    assert (words, other) == ("四十七", "六十二")


def test_glossary_may_repeat_what_it_explains() -> None:
    body = report(SENTENCE + NEXT, "").replace("开展志愿服务。\n", "开展志愿服务。" * 1 + "\n")
    filler = "\n".join(f"{at}.{'甲乙丙丁戊己'[at]}类事项由牵头单位负责,按月调度。" for at in range(6))
    explained = SENTENCE.replace("对排查", "“四十七处”:对排查") + NEXT
    assert findings(body + filler + f"\n名词解释\n{explained}\n") == []


def test_moving_everything_moves_the_finding_and_nothing_else() -> None:
    text = report(SENTENCE + NEXT, SENTENCE + NEXT)
    (here,), (there,) = findings(text), findings("\n" + text)
    assert (here.start + 1, here.end + 1, here.message) == (there.start, there.end, there.message)


def test_seed_report_has_its_one_passage_and_no_other(real_reports: Path) -> None:
    analysis = zongjie.analyse_file(real_reports / "seed-zhengxie-2024h1.txt")
    (finding,) = [f for f in analysis.findings if f.code in ("DU01", "DU02")]
    assert (finding.code, finding.start, finding.end) == ("DU02", 558, 715)
    assert [(r.start, r.end) for r in finding.related] == [(735, 892)]
