"""Text is decoded by content, without loss, and damage is told."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zongjie.errors import EmptyInput, MissingInput, TooLarge, UndecodableText
from zongjie.readers import read, report_of

SIMPLIFIED = (
    "甲山县水利局2024年工作总结\r\n一、工作情况\r\n全年修复渠道12公里，新建泵站3座，"
    "受益群众1.2万人。我们坚持问题导向，不断加强队伍建设。\r\n"
)
TRADITIONAL = "甲山縣水利局工作總結\n一年來，我們堅持為民服務，修復渠道十二公里，興建泵站三座，群眾滿意。\n"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16"),
        (SIMPLIFIED, "utf-16-be", "utf-16"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "gb18030", "gb18030"),
        ("总结", "gb18030", "gb18030"),
    ],
)
def test_encoding_is_told_by_content_and_the_text_comes_back_whole(
    tmp_path: Path, text: str, codec: str, encoding: str
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(text.encode(codec))
    report = read(path)
    assert report.text == text
    assert report.source.encoding == encoding
    assert report.notes == ()


@given(st.text(alphabet="甲山县水利局年工作总结，。、；\r\n 123%abc“”《》", min_size=1, max_size=300))
@settings(max_examples=60, deadline=None)
def test_reading_utf8_is_lossless(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("read") / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    if text.isspace():
        with pytest.raises(EmptyInput):
            read(path)
    else:
        assert read(path).text == text


def test_facts_are_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "总结.md"
    data = b"\xef\xbb\xbf" + SIMPLIFIED.encode("utf-8")
    path.write_bytes(data)
    facts = read(path).source
    assert facts.name == "总结.md"
    assert facts.sha256 == hashlib.sha256(data).hexdigest()
    assert facts.media_type == "text/markdown"
    assert facts.characters == len(SIMPLIFIED)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_bad_bytes_are_replaced_and_told(tmp_path: Path, codec: str) -> None:
    data = (SIMPLIFIED * 20).encode(codec)
    at = len(SIMPLIFIED[:20].encode(codec))
    path = tmp_path / "a.txt"
    path.write_bytes(data[:at] + b"\xff\xff" + data[at:])
    report = read(path)
    assert "\ufffd" in report.text
    assert report.text.replace("\ufffd", "") == SIMPLIFIED * 20
    assert len(report.notes) == 1


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_over_five_percent_of_bad_bytes_is_an_error(tmp_path: Path, codec: str) -> None:
    pieces = [character.encode(codec) for character in SIMPLIFIED * 20]
    for at in range(0, len(pieces), 4):
        pieces[at] += b"\xff"
    path = tmp_path / "a.txt"
    path.write_bytes(b"".join(pieces))
    with pytest.raises(UndecodableText) as caught:
        read(path)
    assert str(path) in caught.value.zh
    assert str(path) in caught.value.en


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100), "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(100), "JPEG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj" + bytes(100), "PDF"),
        (b"{\\rtf1\\ansi \\u24635?}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le"), ".docx"),
        (bytes(range(256)) * 20, "二进制"),
        (b"\0\0\0\0" * 50, "二进制"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UndecodableText, match=says):
        read(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="没有这个文件"):
        read(tmp_path / "没有.txt")
    with pytest.raises(MissingInput, match="文件夹"):
        read(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\u3000\n".encode(), b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_nothing_but_white_space_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(EmptyInput):
        read(path)


def test_too_large_names_the_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 2000)
    with pytest.raises(TooLarge, match="--max-size") as caught:
        read(path, max_size=1000)
    assert "--max-size" in caught.value.en


def test_report_of_keeps_the_text_and_refuses_white_space() -> None:
    assert report_of(SIMPLIFIED).text == SIMPLIFIED
    with pytest.raises(EmptyInput):
        report_of("\n\u3000 ")


def test_every_real_report_reads_as_it_is_stored(real_reports: Path) -> None:
    for path in sorted(real_reports.rglob("*.txt"))[:60]:
        assert read(path).text == path.read_bytes().decode("utf-8-sig")


def test_western_text_is_read_and_damaged_chinese_is_not_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    french = "Rapport d'activité de l'année écoulée : trois réunions, une tournée générale. " * 4
    path.write_bytes(french.encode("cp1252"))
    assert read(path).text.startswith("Rapport d'activité")
    path.write_bytes(b"".join(bytes([200 + at % 50, 255, 128]) for at in range(300)))
    with pytest.raises(UndecodableText):
        read(path)
