"""Places in the text on a terminal: lines, columns, carets under wide characters, wrapping."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zongjie.document import Analysis
from zongjie.renderers.excerpt import excerpt
from zongjie.renderers.lint import count_line, shown_findings, to_lint
from zongjie.renderers.markdown import to_markdown
from zongjie.renderers.positions import Lines
from zongjie.renderers.sarif import to_sarif
from zongjie.renderers.terminal import to_terminal
from zongjie.renderers.width import display_width, shorten, wrap

WORDS = st.text(alphabet="总结工作，。（）《》abc 12\u3000\t\u0301é㎡😀\u200b", max_size=120)


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("甲\n乙", 2, (2, 1)),
        ("甲\r\n乙", 3, (2, 1)),
        ("甲\r乙", 2, (2, 1)),
        ("甲\r\n\r\n乙", 5, (3, 1)),
        ("甲乙", 2, (1, 3)),
        ("", 0, (1, 1)),
        ("甲\n", 2, (2, 1)),
    ],
)
def test_position_counts_every_kind_of_line_end(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Lines(text).position(offset) == position


@pytest.mark.parametrize(
    ("text", "span", "indent", "carets"),
    [
        ("abc总结def", (3, 5), 3, 4),
        ("总结abc", (2, 5), 4, 3),
        ("１２次", (0, 2), 0, 4),
        ("“全年”共32次", (1, 3), 1, 4),
        ("总\u0301结", (2, 3), 2, 2),
        ("总结", (2, 2), 4, 1),
    ],
)
def test_carets_stand_under_wide_characters(
    text: str, span: tuple[int, int], indent: int, carets: int
) -> None:
    one = excerpt(Lines(text), *span, 40)
    assert (one.indent, one.carets) == (indent, carets)


@given(WORDS, st.integers(0, 119), st.integers(0, 40), st.integers(20, 90))
def test_excerpt_fits_and_shows_the_place(text: str, start: int, length: int, width: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    one = excerpt(Lines(text), start, end, width)
    assert display_width(one.shown) <= width + 1
    marked = one.shown[one.start : one.end]
    plain = "".join(c if c.isprintable() or c == "\u3000" else " " for c in text[start:end])
    assert plain.startswith(marked) or one.goes_on or not plain
    assert one.goes_on == (len(marked) < end - start) or not marked


@given(WORDS, st.integers(4, 40))
def test_wrapping_keeps_the_words_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(display_width(line) <= width + 8 for line in lines)


@given(WORDS, st.integers(2, 40))
def test_shortening_fits(text: str, width: int) -> None:
    assert display_width(shorten(text, width)) <= width


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = wrap("一年来，全镇上下齐心协力。（详见附件）《办法》落实到位，成效明显。" * 3, 16)
    assert not any(line[0] in "，。）》" for line in lines)


def test_linter_block_names_place_code_severity_and_message(analysis: Analysis) -> None:
    block = to_lint(analysis, "水务局.txt")
    line, column = Lines(analysis.report.text).position(analysis.findings[0].start)
    assert f"水务局.txt:{line}:{column} DU02 错误 这几个字写了两遍。" in block
    assert "另一处" in block
    assert "也可能没错：也许有意。" in block
    assert "改成：，" in block
    assert "试行的条目" not in block


def test_places_beyond_the_third_are_counted(analysis: Analysis) -> None:
    one = analysis.findings[0]
    many = replace(one, related=one.related * 9)
    assert "另有 6 处，在第 5 行" in to_lint(replace(analysis, findings=(many,)), "a")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "查了 2 份报告：1 个错误、1 个警告。（另有 2 条试行或已压下的，见 --format json）\n"),
     ("en", "2 reports checked: 1 error, 1 warning. (2 preview or suppressed, see --format json)\n")],
)  # fmt: skip
def test_counts_are_told(analysis: Analysis, lang: str, words: str) -> None:
    assert count_line(shown_findings(analysis), 2, hidden=2, lang=lang) == words


def test_colour_only_adds_colour(analysis: Analysis) -> None:
    import re

    plain, painted = (to_terminal(analysis, colour=colour) for colour in (False, True))
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted).split() == plain.split()


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_fits_its_width_and_has_every_part(analysis: Analysis, width: int, lang: str) -> None:
    page = to_terminal(analysis, lang=lang, width=width, show_removed=True)
    assert max(map(display_width, page.split("\n"))) <= width
    for words in ("云岭市水务局", "1.2万余口", "推广奖", "主要工作", "DU02", "补短板", "下载 打印"):
        assert words in page


def test_long_tables_are_cut_and_say_so(analysis: Analysis) -> None:
    many = replace(analysis, quantities=analysis.quantities[:1] * 50)
    assert "还有 44 条" in to_terminal(many)
    assert "还有" not in to_terminal(many, everything=True).partition("检查 ─")[0]


def test_markdown_escapes_the_words_of_the_report(analysis: Analysis) -> None:
    hostile = replace(analysis, profile=replace(analysis.profile, title="**<b>|总结"))
    page = to_markdown(hostile, show_removed=True)
    assert "<b>" not in page
    assert page.startswith("# \\*\\*&lt;b&gt;\\|总结\n")


def test_sarif_carries_preview_and_suppressed(analysis: Analysis) -> None:
    log = json.loads(to_sarif([("报告 1.txt", analysis)], [], version="0"))
    results = log["runs"][0]["results"]
    assert [r["ruleId"] for r in results] == ["DU02", "PU02", "WD01", "RS01"]
    assert results[2]["properties"]["preview"] is True
    assert results[3]["suppressions"] == [{"kind": "external", "justification": "已知"}]
    where = results[0]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "%E6%8A%A5%E5%91%8A%201.txt"
