"""The dashboard in a real browser: no complaint, no request, numbers that open their sentence."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zongjie.renderers.dashboard.data import DashboardData
from zongjie.renderers.dashboard.page import to_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture
def data() -> DashboardData:
    made = DashboardData(themes=["经济", "民生"], metrics=[("地区生产总值", "", "元")])
    made.bodies = [("柳河市人民政府", "市"), ("白水市人民政府", "市")]
    for at, year in enumerate((2022, 2023, 2024)):
        for body in (0, 1):
            made.reports.append((body, year, f"{body}-{year}.txt", 9000, 40, [60, 40]))
            where = made.sentence(f"{year}年生产总值达到{12 + at}00亿元</script>")
            made.points.append((body, 0, year, (12 + at) * 1e10, "exact", 2 * at + body, where))
        made.promises.append((0, year, [4, 1, 1, 0, 4]))
    made.kept = [(0, 2024, 0, "新建农村公路200公里以上", "新改建农村公路236公里", "达到")]
    made.problems = [(0, [(2022, "管护力量薄弱"), (2023, "管护力量不足"), (2024, "管护力量不够")])]
    made.notes = [("restated", 0, "地区生产总值", 2023, "1300亿元", "后来改称1290亿元", 0, 1)]
    return made


def test_page_is_whole_and_small(data: DashboardData) -> None:
    page = to_page(data)
    assert "2 个单位" in page
    assert page.count("</script>") == 3
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "6 reports of 2 bodies" in to_page(data, lang="en")


@pytest.fixture
def page(data: DashboardData, tmp_path: Path) -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = tmp_path / "dashboard.html"
    path.write_text(to_page(data), encoding="utf-8")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport={"width": 1300, "height": 900})
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on(
            "request", lambda asked: complaints.append(asked.url) if asked.url != path.as_uri() else None
        )
        opened.goto(path.as_uri())
        opened.wait_for_selector("html[data-ready=yes]")
        yield opened
        assert complaints == []
        browser.close()


@needs_browser
def test_numbers_open_their_sentence(page: Any) -> None:
    page.click("#c-rank button >> nth=0")
    assert "2024年生产总值达到1400亿元</script>" in page.inner_text("#evidence")
    page.click("#c-notes button >> nth=0")
    assert "后来改称1290亿元" in page.inner_text("#evidence")
    page.click("#c-promises rect >> nth=-1")
    page.click("#c-problems button >> nth=0")
    assert "管护力量薄弱" in page.inner_text("#evidence")


@needs_browser
def test_filters_by_body_and_period(page: Any) -> None:
    page.fill("#body", "柳河")
    page.press("#body", "Enter")
    assert page.inner_text("#chips").strip().startswith("柳河市人民政府")
    assert len(page.query_selector_all("#c-rank tbody tr")) == 1
    page.fill("#from", "2024")
    page.press("#from", "Tab")
    assert len(page.query_selector_all("#c-reports rect")) == 1
    page.click("#reset")
    assert len(page.query_selector_all("#c-rank tbody tr")) == 2


@needs_browser
def test_chart_is_usable_by_keyboard(page: Any) -> None:
    page.focus("#c-metric circle >> nth=0")
    page.keyboard.press("Enter")
    assert "生产总值达到1200亿元" in page.inner_text("#evidence")
