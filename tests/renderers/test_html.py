"""The HTML page: one file that asks for nothing, escapes everything and shows the whole text."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import zongjie
from zongjie.document import Analysis, Outline, Quantity, Report
from zongjie.renderers.html import to_html
from zongjie.renderers.html.marks import Mark, marks_of, segments


def parsed(page: str) -> html.HtmlElement:
    return html.fromstring(page)


def shown_lines(page: str) -> list[str]:
    """The lines of the text as the page shows them."""
    lines: list[str] = []
    for paragraph in parsed(page).xpath("//*[@id='text']/p"):
        words = paragraph.text_content()
        if paragraph.get("data-n") is None and lines:
            lines[-1] += words
        else:
            lines.append(words)
    return lines


def shown_text(page: str) -> str:
    """The text as the page shows it, without its line ends."""
    return "".join(p.text_content() for p in parsed(page).xpath("//*[@id='text']/p"))


def test_whole_text_is_shown_once_and_in_order(analysis: Analysis) -> None:
    assert shown_lines(to_html(analysis)) == analysis.report.text.split("\n")


def test_line_that_holds_several_paragraphs_is_broken_up(analysis: Analysis) -> None:
    text = "一、甲乙丙。\u3000\u3000二、丁戊己。"
    report = replace(analysis.report, text=text)
    outline = Outline(None, (), ((0, 6), (8, 14)), ())
    page = to_html(Analysis(report, text, outline=outline))
    assert shown_text(page) == text
    assert len(parsed(page).xpath("//*[@id='text']/p")) == 2


def test_paragraphs_are_numbered_where_there_are_no_lines(analysis: Analysis) -> None:
    text = "一、甲乙丙。\u3000\u3000二、丁戊己。\u3000\u3000三、庚辛壬。"
    report = replace(analysis.report, text=text)
    outline = Outline(None, (), ((0, 6), (8, 14), (16, 22)), ())
    page = to_html(Analysis(report, text, outline=outline))
    assert parsed(page).xpath("//*[@id='text']/p/@data-n") == ["1", "2", "3"]


def test_page_asks_the_network_for_nothing(analysis: Analysis) -> None:
    page = to_html(analysis)
    tree = parsed(page)
    assert not tree.xpath("//link | //img | //iframe | //script[@src] | //*[@href] | //*[@src]")
    assert not re.search(r"url\(|@import|https?:", page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


def test_policy_allows_just_its_own_style_and_script(analysis: Analysis) -> None:
    tree = parsed(to_html(analysis))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        (content,) = tree.xpath(f"//{tag}/text()")
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not tree.xpath("//*[@style] | //*[@onclick]")


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&</p></template>\x00\u202e\ud800"


def test_hostile_words_in_every_field_stay_words(analysis: Analysis) -> None:
    """Put markup into every string that a report, a check or a drafter could fill."""
    finding = replace(
        analysis.findings[0], message=HOSTILE, caveat=HOSTILE, fix=HOSTILE, name=HOSTILE, code="DU02"
    )
    finding = replace(finding, related=tuple(replace(r, label=HOSTILE) for r in finding.related))
    quantity = replace(analysis.quantities[0], object=HOSTILE, action=HOSTILE, metric=HOSTILE, unit=HOSTILE)
    item = analysis.plan.items[0]
    item = replace(item, heading=HOSTILE, sentences=tuple(replace(s, text=HOSTILE) for s in item.sentences))
    sections = tuple(replace(s, heading=HOSTILE, number=HOSTILE) for s in analysis.sections)
    hostile = replace(
        analysis,
        report=Report(
            HOSTILE + analysis.report.text,
            replace(analysis.report.source, name=HOSTILE),
            notes=(HOSTILE,),
        ),
        outline=replace(analysis.outline, sections=sections),
        profile=replace(
            analysis.profile, title=HOSTILE, organisation=HOSTILE, places=(HOSTILE,), bodies=(HOSTILE,)
        ),
        quantities=(quantity, *analysis.quantities[1:]),
        awards=tuple(replace(a, title=HOSTILE, recipient=HOSTILE) for a in analysis.awards),
        findings=(finding,),
        summary=replace(
            analysis.summary,
            sentences=tuple(replace(s, text=HOSTILE, part=HOSTILE) for s in analysis.summary.sentences),
        ),
        plan=replace(analysis.plan, title=HOSTILE, items=(item,), findings=(finding,)),
    )
    page = to_html(hostile, titles={"DU02": HOSTILE})
    page.encode("utf-8")
    tree = parsed(page)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img")
    assert page.count("alert(1)") > 10
    assert "\x00" not in page


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12),
    st.lists(st.integers(0, 40), max_size=5),
)
def test_segments_cover_the_text_and_carry_just_their_marks(
    spans: list[tuple[int, int]], cuts: list[int]
) -> None:
    size = 42
    marks = [Mark(start, start + length, "a", f"q{at}") for at, (start, length) in enumerate(spans)]
    made = list(segments(marks, cuts, size))
    assert [s.start for s in made] == [0, *[s.end for s in made[:-1]]]
    assert made[-1].end == size
    for segment in made:
        over = {m.keys for m in marks if m.start <= segment.start and segment.end <= m.end}
        assert {m.keys for m in segment.marks} == over
        assert all(
            m.end - m.start >= n.end - n.start for m, n in zip(segment.marks, segment.marks[1:], strict=False)
        )


def test_every_mark_has_a_card_and_every_card_a_place(analysis: Analysis) -> None:
    tree = parsed(to_html(analysis))
    in_text = {k for keys in tree.xpath("//*[@id='text']//@data-k") for k in keys.split()}
    cards = set(tree.xpath("//aside//@data-key"))
    places = set(tree.xpath("//aside//@data-place"))
    assert {k for k in in_text if "." not in k} - cards <= {"r0"}
    assert places <= in_text
    unsourced = {f"p0-{at}" for at, s in enumerate(analysis.plan.items[0].sentences) if not s.sources}
    assert cards - in_text == unsourced


def test_keys_are_the_ids_of_the_contract(analysis: Analysis) -> None:
    tree = parsed(to_html(analysis))
    by_key = {q.id: analysis.report.text[q.start : q.end] for q in analysis.achievements}
    for key, words in by_key.items():
        (mark,) = tree.xpath(f"//*[@id='text']//*[contains(concat(' ', @data-k, ' '), ' {key} ')]")
        assert mark.text_content() == words
        assert tree.xpath(f"//aside//*[@data-key='{key}']")


def test_repeat_shows_both_places_in_one_colour(analysis: Analysis) -> None:
    tree = parsed(to_html(analysis))
    first, second = tree.xpath("//*[@id='text']//*[contains(@data-k, 'f1.0') or contains(@data-k, 'f1.1')]")
    assert "du d0" in first.get("class")
    assert "du d0" in second.get("class")


def test_preview_and_suppressed_findings_stay_off_the_page(analysis: Analysis) -> None:
    page = to_html(analysis)
    assert "试行的条目" not in page
    assert "压下的条目" not in page


def test_english_page_names_its_parts_in_english(analysis: Analysis) -> None:
    page = to_html(analysis, lang="en")
    assert "Findings" in page
    assert "成果" not in re.sub(r"(?s)<div id=text.*?</div>", "", page)


@pytest.mark.usefixtures("finishes")
def test_long_report_keeps_rows_in_templates(analysis: Analysis) -> None:
    text = "全年办结事项3件。\n" * 40_000
    quantities = tuple(
        Quantity(f"q{n}", 10 * n + 6, 10 * n + 8, "achievement", unit="件") for n in range(40_000)
    )
    report = replace(analysis.report, text=text)
    page = to_html(Analysis(report, text, quantities=quantities))
    assert len(parsed(page).xpath("//template")) == 1
    assert len(page) < 20_000_000


def test_real_reports_keep_their_text(real_reports: Path) -> None:
    paths = [real_reports / "seed-zhengxie-2024h1.txt", *sorted(real_reports.glob("web/*"))[:1]]
    for path in paths:
        analysis = zongjie.analyse_file(path)
        shown = shown_text(to_html(analysis))
        assert shown == re.sub(r"[\r\n]", "", analysis.report.text), path.name
        assert all(0 <= m.start < m.end <= len(analysis.report.text) for m in marks_of(analysis))
