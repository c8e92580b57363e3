"""What cannot be read: a clear message on stderr in either language, exit 2, nothing written."""

import io
import re
import zipfile
from pathlib import Path

import pytest

CHINESE = re.compile(r"[一-鿿]")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def whole_docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("一、工作开展情况" * 200)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def encrypted() -> bytes:
    """The head of an OLE file that holds an encrypted package, as Office writes it."""
    name = "EncryptedPackage".encode("utf-16-le")
    return OLE + bytes(504) + name + bytes(4096)


BAD = {
    "empty.txt": b"",
    "blank.txt": " \n\u3000\t\r\n".encode(),
    "binary.txt": bytes(range(256)) * 40,
    "undecodable.txt": ("总结" * 40).encode() + b"\xff\xfe\x81" * 60 + ("工作" * 40).encode(),
    "cut.docx": whole_docx()[:2000],
    "locked.docx": encrypted(),
    "not-word.docx": (lambda made: (zipfile.ZipFile(made, "w").close(), made.getvalue())[1])(io.BytesIO()),
}


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    made = {"missing": tmp_path / "没有.txt", "folder": tmp_path / "文件夹"}
    made["folder"].mkdir()
    for name, data in BAD.items():
        made[name] = tmp_path / name
        made[name].write_bytes(data)
    return made


@pytest.mark.parametrize("name", ["missing", "folder", *BAD])
@pytest.mark.parametrize("command", ["analyse", "check", "draft"])
def test_bad_input_is_told_and_exits_with_2(zongjie, bad, tmp_path: Path, name: str, command: str) -> None:
    out = tmp_path / "out" / "结果.json"
    for lang in ("zh", "en"):
        ran = zongjie(command, str(bad[name]), "--lang", lang, "--format", "json", "-o", str(out))
        assert ran.code == 2
        assert "Traceback" not in ran.err
        told = ran.err.replace(str(bad[name]), "").replace(bad[name].name, "")
        assert bool(CHINESE.search(told)) == (lang == "zh"), told
        assert ran.out == ""
    assert not list(tmp_path.glob("out/*")) or command == "check"


def test_bad_input_in_a_real_process(process, bad) -> None:
    ran = process("analyse", str(bad["undecodable.txt"]))
    assert ran.code == 2
    assert ran.err.startswith("zongjie: ")
    assert CHINESE.search(ran.err)
    assert "Traceback" not in ran.err


def test_one_bad_file_does_not_stop_the_others(zongjie, bad, report: Path) -> None:
    ran = zongjie("check", str(bad["empty.txt"]), str(report), str(bad["missing"]))
    assert ran.code == 2
    assert "查了 1 份报告" in ran.out
    assert ran.err.count("zongjie: ") == 2


def test_too_large_is_refused_and_the_limit_can_be_raised(zongjie, report: Path) -> None:
    assert zongjie("check", str(report), "--max-size", "100").code == 2
    assert zongjie("check", str(report), "--max-size", "1MB").code in (0, 1)


def test_source_that_cannot_be_read(zongjie, report: Path, bad) -> None:
    ran = zongjie("check", str(report), "--source", str(bad["missing"]))
    assert ran.code == 2
    assert str(bad["missing"].name) in ran.err


def test_bad_standard_input_is_called_by_its_name(process) -> None:
    ran = process("check", "-", stdin=b"  \n")
    assert ran.code == 2
    assert "/tmp" not in ran.err
    assert process("check", "-", "--max-size", "10", stdin=b"x" * 100).code == 2
