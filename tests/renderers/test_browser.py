"""The page in a real browser: no errors, no requests, linked both ways, usable by keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zongjie.document import Analysis
from zongjie.renderers.html import to_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, analysis: Analysis, tmp_path: Path) -> Iterator[Any]:
    """The page opened from disk; what it complains of or asks for fails the test."""
    path = tmp_path / "page.html"
    path.write_text(to_html(analysis), encoding="utf-8")
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1300, "height": 500}, reduced_motion="reduce")
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda asked: complaints.append(asked.url) if asked.url != path.as_uri() else None)
    opened.on("dialog", lambda dialog: complaints.append(dialog.message))
    opened.goto(path.as_uri())
    yield opened
    assert [one for one in complaints if not one.startswith(path.as_uri())] == []
    context.close()


def chosen(page: Any, where: str) -> list[str]:
    return [str(one.inner_text()) for one in page.query_selector_all(f"{where} .on")]


def test_highlight_chooses_its_card(page: Any) -> None:
    page.click("#text mark.a >> nth=0")
    assert page.get_attribute("#tab-figures", "aria-selected") == "true"
    assert chosen(page, "#text") == ["1.2万余口"]
    assert "水窖" in chosen(page, "#panel-figures")[0]


def test_card_chooses_its_highlight(page: Any) -> None:
    page.click("#tab-findings")
    page.click("#panel-findings article.warning")
    assert "".join(chosen(page, "#text")) == ",供水率"
    assert page.is_visible("#text mark.on")


def test_overlapping_highlights_take_turns(page: Any) -> None:
    both = page.locator("#text mark.du").first
    both.click()
    first = page.evaluate("document.querySelector('aside .on').dataset.key")
    assert first == "f1"


def test_repeat_lights_both_places_and_jumps_to_either(page: Any) -> None:
    page.click("#tab-repeats")
    page.click("#panel-repeats [data-place='f1.1']")
    assert chosen(page, "#text") == ["新建水窖", "新建水窖"]
    assert page.locator("#text .at").count() == 1


def test_plan_sentence_leads_to_its_source(page: Any) -> None:
    page.click("#tab-plan")
    page.click("#panel-plan .s >> nth=0")
    assert "".join(chosen(page, "#text")) == "管护力量不够"
    assert page.locator("#panel-plan .slot").count() == 1


def test_filters_hide_highlights_and_cards(page: Any) -> None:
    page.click("#tab-findings")
    page.click("[data-filter=warning]")
    assert page.get_attribute("[data-filter=warning]", "aria-pressed") == "false"
    assert not page.is_visible("#panel-findings article.warning")
    assert page.is_visible("#panel-findings article.error")


def test_keys_walk_through_the_highlights(page: Any) -> None:
    seen = []
    for _ in range(3):
        page.keyboard.press("j")
        seen.append(page.evaluate("document.querySelector('#text .at').dataset.k"))
    assert len(set(seen)) == 3
    page.keyboard.press("k")
    assert page.evaluate("document.querySelector('#text .at').dataset.k") == seen[1]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('aside') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0


def test_tabs_follow_the_arrow_keys(page: Any) -> None:
    page.focus("#tab-overview")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#tab-figures", "aria-selected") == "true"
    assert page.is_hidden("#panel-overview")


def test_script_in_the_report_does_not_run(page: Any) -> None:
    assert "<script>alert(1)</script>" in page.inner_text("#text")


def test_dark_mode_can_be_switched(page: Any) -> None:
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_printing_shows_text_and_all_cards(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.is_visible("#panel-findings article.error")
    assert page.is_visible("#panel-outline")
