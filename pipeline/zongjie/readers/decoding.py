"""Bytes into text: by byte-order mark, then strict UTF-8, then by how Chinese it reads.

GB18030, Big5 and UTF-16 all decode almost any bytes to *something*; the right one is told by
the share of common Chinese characters in what comes out (three quarters of real prose, next
to none of a wrong decoding). Other encodings are left to charset-normalizer.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from zongjie.errors import UndecodableText
from zongjie.readers.common_characters import COMMON

MAX_DAMAGE = 0.05  # share of the bytes that may be undecodable
_SAMPLE = 1 << 16
_CHINESE = 0.30  # share of common characters from which a decoding reads as Chinese
_BOMS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
_PUBLIC = {"big5hkscs": "big5", "cp950": "big5", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_OTHERS = ["cp1252", "cp1250", "cp1251", "koi8_r", "shift_jis", "euc_jp", "euc_kr", "iso2022_jp", "hz"]
_SHORTEST_OTHER = 20  # characters from which another encoding than the Chinese ones is believed
_ACCENTS = 0.15  # share of letters beyond ASCII in Latin text
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it came in, and what had to be replaced (for ``Report.notes``)."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, path: Path) -> Decoded:
    """The text of ``data``; up to 5 % of undecodable bytes become U+FFFD and are told.

    Raises ``UndecodableText`` for binary data and for more damage than that.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _with_damage(data[len(bom) :], codec, name, path)
    if b"\0" not in data:
        try:
            return Decoded(_checked(data.decode("utf-8"), path), "utf-8")
        except UnicodeDecodeError:
            pass
    nearest = _best_codec(data)
    if nearest is not None:
        return _with_damage(data, nearest, _PUBLIC.get(nearest, nearest), path)
    if b"\0" in data:
        raise _binary(path)
    other = _other(data)
    if other is None:
        raise _undecodable(path, None)
    return other


def _best_codec(data: bytes) -> str | None:
    """The codec under which a sample, taken where the text leaves ASCII, reads most Chinese."""
    at = _first_beyond_ascii(data) & ~1
    sample = data[at : at + _SAMPLE]
    best: str | None = None
    best_score = 0.0
    for codec in _CANDIDATES:
        wide = codec.startswith("utf-16")
        if not wide and b"\0" in sample:
            continue
        score = _chinese_share(sample.decode(codec, "replace"), wide)
        if score > best_score + 0.01:
            best, best_score = codec, score
    return best if best_score >= _CHINESE else None


def _first_beyond_ascii(data: bytes) -> int:
    if b"\0" in data[:_SAMPLE]:
        return 0
    for at in range(0, len(data), _SAMPLE):
        block = data[at : at + _SAMPLE]
        if not block.isascii():
            return at + next(i for i, byte in enumerate(block) if byte > 127)
    return 0


def _chinese_share(text: str, wide: bool) -> float:
    """The share of common Chinese characters among those beyond ASCII (UTF-16: among all)."""
    judged = [c for c in text if wide or c > "\x7f"]
    if not judged:
        return 0.0
    good = sum(c in COMMON or (wide and (" " <= c <= "~" or c in "\r\n\t")) for c in judged)
    return good / len(judged)


def _with_damage(data: bytes, codec: str, name: str, path: Path) -> Decoded:
    """Decode, counting the bytes that had to be replaced; too many of them are an error."""
    try:
        return Decoded(_checked(data.decode(codec), path), name)
    except UnicodeDecodeError:
        pass
    damage = _Damage(allowed=int(len(data) * MAX_DAMAGE))
    codecs.register_error("zongjie-count", damage)
    try:
        text = data.decode(codec, "zongjie-count")
    except UnicodeDecodeError as problem:
        raise _undecodable(path, name) from problem
    note = (
        f"{damage.bytes} 个字节（占 {damage.bytes / len(data):.2%}）无法按 {name} 解码，以 \ufffd 代替，"
        f"第一处在第 {damage.first} 字节"
        f" / {damage.bytes} bytes ({damage.bytes / len(data):.2%}) are not {name} and stand as \ufffd,"
        f" the first at byte {damage.first}"
    )
    return Decoded(_checked(text, path), name, (note,))


class _Damage:
    """An error handler of ``bytes.decode`` that counts, and gives up past ``allowed``."""

    def __init__(self, allowed: int) -> None:
        self.allowed = allowed
        self.bytes = 0
        self.first = -1

    def __call__(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if self.first < 0:
            self.first = error.start
        self.bytes += error.end - error.start
        if self.bytes > self.allowed:
            raise error
        return "\ufffd", error.end


def _other(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of it: for Russian, Japanese or Western text by mistake."""
    if sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in data[:_SAMPLE]):
        return None
    from charset_normalizer import from_bytes

    match = from_bytes(data[: 8 * _SAMPLE], cp_isolation=_OTHERS, threshold=0.1).best()
    if match is None:
        return None
    try:
        text = data.decode(match.encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, match.encoding) if _reads_well(text, match.encoding) else None


def _reads_well(text: str, encoding: str) -> bool:
    """Damaged Chinese decodes to Latin letters with accents all over; real Latin text has few."""
    if len(text) < _SHORTEST_OTHER:
        return False
    beyond = sum(c > "\x7f" for c in text[:_SAMPLE]) / len(text[:_SAMPLE])
    return encoding not in {"cp1250", "cp1252"} or beyond <= _ACCENTS


def _checked(text: str, path: Path) -> str:
    """The text, if it is one: NUL and a share of control characters mean binary."""
    if "\0" in text:
        raise _binary(path)
    head = text[:_SAMPLE]
    if len(_CONTROL.findall(head)) > 0.02 * len(head):
        raise _binary(path)
    return text


def _binary(path: Path) -> UndecodableText:
    return UndecodableText(
        f"{path}：这是二进制文件，不是文字。请换成 .docx、.txt、.md 或 .html 格式的报告。",
        f"{path}: this is binary, not text. Give a report as .docx, .txt, .md or .html.",
    )


def _undecodable(path: Path, name: str | None) -> UndecodableText:
    zh = f"按最接近的 {name} 解码仍有超过 5% 的字节无法识别" if name else "不属于任何已知的文字编码"
    en = (
        f"over 5 % of its bytes are not valid in {name}, the nearest encoding"
        if name
        else "it is in no known encoding"
    )
    return UndecodableText(
        f"{path}：{zh}，文件可能已损坏。请从原处重新取得，或另存为 UTF-8 文本再运行。",
        f"{path}: {en}; the file may be damaged. Get it again, or save it as UTF-8 text.",
    )
