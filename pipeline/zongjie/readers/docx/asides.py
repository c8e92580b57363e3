"""What a Word document holds beside its text: said in ``Report.notes``, never dropped in silence."""

from collections.abc import Iterable

from lxml import etree

from zongjie.readers.docx.package import Package, W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SHOWN = 20  # characters quoted of an aside


def asides(package: Package) -> tuple[str, ...]:
    """One bilingual sentence for each kind of aside there is, with its number and first words."""
    document = package.document
    boxes = [box for box in document.iter(f"{W}txbxContent") if not _in_fallback(box)]
    inserted = _count(document, "ins", "moveTo")
    deleted = _count(document, "del", "moveFrom")
    notes = [
        _note(boxes, "个文本框未计入正文", "text boxes are no part of the text"),
        _margins(package.margins),
        _note(_real(package.footnotes), "条脚注未计入正文", "footnotes are no part of the text"),
        _note(_real(package.comments), "条批注未计入正文", "comments are no part of the text"),
    ]
    if inserted or deleted:
        notes.append(
            f"有修订未接受：插入 {inserted} 处（已计入正文）、删除 {deleted} 处（未计入）"
            f" / tracked changes are open: {inserted} insertions (read as text), "
            f"{deleted} deletions (left out)"
        )
    return tuple(note for note in notes if note)


def _note(elements: Iterable[etree._Element], zh: str, en: str) -> str:
    words = [text for text in map(_words, elements) if text]
    if not words:
        return ""
    shown = f"“{words[0][:_SHOWN]}{'…' if len(words[0]) > _SHOWN else ''}”"
    return f"{len(words)} {zh}，如{shown} / {len(words)} {en}, such as {shown}"


def _margins(parts: tuple[etree._Element, ...]) -> str:
    words = sorted({text for text in map(_words, parts) if text and not text.strip("-—–· ").isdigit()})
    if not words:
        return ""
    shown = "、".join(f"“{text[:_SHOWN]}”" for text in words[:3])
    return f"页眉页脚未计入正文：{shown} / heads and feet of the pages are no part of the text: {shown}"


def _words(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t")).strip()


def _real(part: etree._Element | None) -> list[etree._Element]:
    """Notes and comments without the separators that Word keeps among the footnotes."""
    return (
        []
        if part is None
        else [one for one in part if one.get(f"{W}type") not in {"separator", "continuationSeparator"}]
    )


def _in_fallback(element: etree._Element) -> bool:
    """Word writes each text box twice, the second time for older versions."""
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def _count(document: etree._Element, *names: str) -> int:
    """Tracked changes of words; those of paragraph marks and properties stand inside rPr."""
    found = 0
    for name in names:
        for change in document.iter(W + name):
            parent = change.getparent()
            found += parent is not None and parent.tag not in {f"{W}rPr", f"{W}trPr"}
    return found
