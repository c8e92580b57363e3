"""Word: automatic numbers come back, tables are rows, and nothing is dropped in silence."""

import contextlib
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zongjie.errors import DamagedFile, EmptyInput, InputError, UndecodableText
from zongjie.readers import read
from zongjie.readers.docx.counting import numeral

LEVELS = """
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>
  <w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3.%4"/></w:lvl>
"""


def element(xml: str) -> object:
    """An element of the w: namespace."""
    end = min(at for at in (xml.find(" "), xml.find(">"), xml.find("/")) if at > 0)
    return parse_xml(f"{xml[:end]} {nsdecls('w')}{xml[end:]}")


def add_list(document: Document, number: int, levels: str = LEVELS, extra: str = "") -> None:
    """A list ``number`` over an abstract list of its own."""
    part = document.part.numbering_part.element
    part.insert(0, element(f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'))
    part.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{extra}</w:num>'))


def add_item(document: Document, words: str, level: int, number: int) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))


Make = Callable[[Callable[[Document], None]], Path]


@pytest.fixture
def word(tmp_path: Path) -> Make:
    """Makes a .docx by a function that fills an empty document."""

    def make(fill: Callable[[Document], None]) -> Path:
        document = docx.Document()
        fill(document)
        path = tmp_path / "报告.docx"
        document.save(str(path))
        return path

    return make


def lines(path: Path) -> list[str]:
    return read(path).text.splitlines()


def test_marks_of_four_levels_restart_below(word: Make) -> None:
    def fill(document: Document) -> None:
        add_list(document, 90)
        for words, level in [
            ("甲", 0),
            ("乙", 1),
            ("丙", 2),
            ("丁", 2),
            ("戊", 1),
            ("己", 2),
            ("庚", 0),
            ("辛", 1),
        ]:
            add_item(document, words, level, 90)

    assert lines(word(fill)) == [
        "一、甲",
        "（一）乙",
        "1.丙",
        "2.丁",
        "（二）戊",
        "1.己",
        "二、庚",
        "（一）辛",
    ]


def test_level_that_names_several_levels(word: Make) -> None:
    def fill(document: Document) -> None:
        add_list(document, 90)
        for words, level in [("甲", 0), ("丙", 2), ("丁", 3)]:
            add_item(document, words, level, 90)

    assert lines(word(fill)) == ["一、甲", "1.丙", "一.1.1 丁"]


def test_level_that_never_restarts(word: Make) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%2."/></w:lvl>'
    )

    def fill(document: Document) -> None:
        add_list(document, 90, levels)
        for words, level in [("甲", 0), ("乙", 1), ("丙", 0), ("丁", 1)]:
            add_item(document, words, level, 90)

    assert lines(word(fill)) == ["一、甲", "1.乙", "二、丙", "2.丁"]


def test_second_list_over_one_abstract_list_goes_on_unless_told_to_start_anew(word: Make) -> None:
    def fill(document: Document) -> None:
        add_list(document, 90)
        part = document.part.numbering_part.element
        part.append(element('<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
        part.append(
            element(
                '<w:num w:numId="92"><w:abstractNumId w:val="90"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        for words, number in [("甲", 90), ("乙", 91), ("丙", 92), ("丁", 92)]:
            add_item(document, words, 0, number)

    assert lines(word(fill)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_numbering_that_comes_from_the_style(word: Make) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading1"/>'
        '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/>'
        '<w:pStyle w:val="Heading2"/><w:lvlText w:val="（%2）"/></w:lvl>'
    )

    def fill(document: Document) -> None:
        add_list(document, 90, levels)
        for name in ("Heading 1", "Heading 2"):
            properties = document.styles[name].element.get_or_add_pPr()
            properties.append(element('<w:numPr><w:numId w:val="90"/></w:numPr>'))
        document.add_heading("甲", 1)
        document.add_heading("乙", 2)
        document.add_heading("丙", 2)
        document.add_paragraph("正文。")
        document.add_heading("丁", 1)

    path = word(fill)
    assert lines(path) == ["一、甲", "（一）乙", "（二）丙", "正文。", "二、丁"]
    assert {o.kind for o in read(path).origins} == {"heading", "paragraph"}


def test_number_zero_takes_a_paragraph_out_of_its_list(word: Make) -> None:
    def fill(document: Document) -> None:
        add_list(document, 90)
        add_item(document, "甲", 0, 90)
        add_item(document, "乙", 0, 0)
        add_item(document, "丙", 0, 90)

    assert lines(word(fill)) == ["一、甲", "乙", "二、丙"]


def test_table_is_rows_with_tabs_and_each_cell_has_its_place(word: Make) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(2, 2)
        for row, words in zip(table.rows, (("指标", "数值"), ("造林", "320亩")), strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text

    report = read(word(fill))
    assert report.text == "指标\t数值\n造林\t320亩\n"
    last = report.origins[-1]
    assert (report.text[last.start : last.end], last.kind) == ("320亩", "table_cell")
    assert last.place == "table 1 / row 2 / cell 2"


def test_each_run_has_its_place(word: Make) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("修复渠道")
        paragraph.add_run("12公里").bold = True

    report = read(word(fill))
    assert [(report.text[o.start : o.end], o.place) for o in report.origins] == [
        ("修复渠道", "paragraph 1 / run 1"),
        ("12公里", "paragraph 1 / run 2"),
    ]


def test_insertions_stand_deletions_do_not_and_both_are_told(word: Make) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("修复渠道")._p
        paragraph.append(element('<w:del w:id="1"><w:r><w:delText>20</w:delText></w:r></w:del>'))
        paragraph.append(element('<w:ins w:id="2"><w:r><w:t>12</w:t></w:r></w:ins>'))

    report = read(word(fill))
    assert report.text == "修复渠道12\n"
    assert any("修订" in note for note in report.notes)


def test_heads_and_text_boxes_are_no_part_of_the_text_and_told(word: Make) -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "内部资料"
        paragraph = document.add_paragraph("正文。")._p
        paragraph.append(
            element(
                "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框中的字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
            )
        )

    report = read(word(fill))
    assert report.text == "正文。\n"
    notes = " ".join(report.notes)
    assert "内部资料" in notes
    assert "框中的字" in notes


def test_document_cut_short_is_damaged(word: Make) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("正文。" * 500)

    path = word(fill)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedFile, match="不完整"):
        read(path)


def test_document_with_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    )
    with pytest.raises(DamagedFile, match="密码"):
        read(path)


@pytest.mark.parametrize(("name", "says"), [("xl/workbook.xml", "Excel"), ("a.txt", "zip")])
def test_zip_that_is_no_word_document(tmp_path: Path, name: str, says: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "<a/>")
    path = tmp_path / "a.docx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(UndecodableText, match=says):
        read(path)


def test_document_without_words_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    with pytest.raises(EmptyInput):
        read(path)


@pytest.mark.parametrize(
    ("value", "number_format", "written"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (2, "ideographTraditional", "乙"),
        (3, "decimalEnclosedCircle", "③"),
        (4, "decimalEnclosedParen", "⑷"),
        (5, "decimalEnclosedFullstop", "⒌"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (9, "unheardOf", "9"),
    ],
)
def test_number_formats(value: int, number_format: str, written: str) -> None:
    assert numeral(value, number_format) == written


def test_bytes_overwritten_at_random_never_raise_anything_but_an_input_error(word: Make) -> None:
    def fill(document: Document) -> None:
        add_list(document, 90)
        add_item(document, "甲", 0, 90)

    path = word(fill)
    data, chance = path.read_bytes(), random.Random(3)
    for _ in range(80):
        hurt = bytearray(data)
        for _ in range(chance.choice([1, 5, 50])):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        path.write_bytes(hurt)
        with contextlib.suppress(InputError):
            read(path)
