"""A web page gives its main text: headings and tables stay, menus go."""

from pathlib import Path

import pytest

from zongjie.readers import read
from zongjie.readers.markup import looks_like_html

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>站名</title>
<script>var a = "。。。";</script></head><body>
<div class="nav"><ul><li>首页</li><li>政务公开</li></ul></div>
<div class="title"><h1>甲山县林业局2025年工作总结</h1></div>
<div class="content"><p>一年来，我们做了以下工作。</p><h2>一、造林绿化</h2>
<p>造林<b>320</b>亩；修枝&nbsp;12万株。<br>建成苗圃3处。</p>
<table><tr><th>指标</th><th>数值</th></tr><tr><td><p>造林</p></td><td>320亩</td></tr></table>
<h2>二、存在问题</h2><ul><li>人手不足。</li><li>经费紧张。</li></ul></div>
<div class="foot">版权所有 甲山县</div></body></html>"""
TEXT = (
    "甲山县林业局2025年工作总结\n一年来，我们做了以下工作。\n一、造林绿化\n造林320亩；修枝\xa012万株。\n"
    "建成苗圃3处。\n指标\t数值\n造林\t320亩\n二、存在问题\n人手不足。\n经费紧张。\n"
)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_main_text_with_headings_and_tables(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.format(charset=codec).encode(codec))
    report = read(path)
    assert report.text == TEXT
    assert report.source.media_type == "text/html"
    assert report.source.encoding == codec
    assert len(report.notes) == 1


def test_each_block_remembers_its_element(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    report = read(path)
    places = {report.text[o.start : o.end]: (o.kind, o.place) for o in report.origins}
    assert places["一、造林绿化"] == ("heading", "h2 1")
    assert places["造林\t320亩"] == ("table_cell", "tr 2")
    assert "".join(report.text[o.start : o.end] + "\n" for o in report.origins) == report.text


def test_fragment_without_a_head_is_a_page_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("<div><p>一、工作情况</p><p>办结3件。</p><p>二、问题</p></div>", encoding="utf-8")
    assert read(path).text == "一、工作情况\n办结3件。\n二、问题\n"


@pytest.mark.parametrize(
    "text",
    [
        "甲山县总结\n<br>一、工作",
        "# 总结\n**一、**",
        "<h1 style='a'>总结</h1>\n\n1. 一项\n",
        "a < b > c",
        "总结",
    ],
)
def test_text_with_a_tag_in_it_is_no_page(text: str) -> None:
    assert not looks_like_html(text)


def test_tags_nested_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div>" * 6000 + "工作总结。", encoding="utf-8")
    assert "工作总结。" in read(path).text
