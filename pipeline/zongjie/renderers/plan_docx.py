"""The drafted plan as a Word document, in the fonts that official papers use.

Title in 小标宋 (falling back to what is installed), body 仿宋, headings 黑体 and 楷体 by level,
as GB/T 9704-2012 suggests; open slots are highlighted.
"""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from zongjie.document import Analysis
from zongjie.renderers.plan import heading_of, source_lines
from zongjie.renderers.positions import Lines

_SLOT = re.compile(r"(【(?:待填|核对)[^】]{0,200}】)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_BODY, _TITLE = "仿宋", "方正小标宋简体"
_HEADINGS = {1: "黑体", 2: "楷体"}


def to_docx(analysis: Analysis, *, evidence: bool = False, lang: str = "zh") -> bytes:
    """The bytes of a .docx of the plan; the same plan gives the same bytes."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = Document()
    facts = document.core_properties
    facts.author, facts.title = "zongjie", _plain(analysis.plan.title)
    facts.created = facts.modified = _EPOCH
    style = document.styles["Normal"]
    style.font.size = Pt(16)
    _set_font(style.element.get_or_add_rPr(), style.font, _BODY)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add(title, analysis.plan.title, _TITLE, size=22)
    lines = Lines(analysis.report.text)
    for item in analysis.plan.items:
        if item.heading:
            paragraph = _paragraph(document)
            _add(paragraph, heading_of(item, analysis), _HEADINGS.get(item.level, _BODY), bold=item.level > 2)
        if item.sentences:
            paragraph = _paragraph(document)
            for sentence in item.sentences:
                _add(paragraph, sentence.text, _BODY)
        if evidence:
            for sentence in item.sentences:
                for line in source_lines(sentence, analysis, lines, lang):
                    _add(_paragraph(document), line, _HEADINGS[2], size=10)
    made = BytesIO()
    document.save(made)
    return _without_clock(made.getvalue())


def _paragraph(document: Any) -> Any:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _add(paragraph: Any, words: str, font: str, *, size: float | None = None, bold: bool = False) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    for part in _SLOT.split(_plain(words)):
        if not part:
            continue
        run = paragraph.add_run(part)
        run.bold = bold or None
        if size is not None:
            run.font.size = Pt(size)
        _set_font(run._element.get_or_add_rPr(), run.font, font)
        if _SLOT.fullmatch(part):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _set_font(properties: Any, font: Any, name: str) -> None:
    from docx.oxml.ns import qn

    font.name = name
    properties.rFonts.set(qn("w:eastAsia"), name)


def _plain(words: str) -> str:
    """What XML can hold of ``words``."""
    return _CONTROL.sub("", words)


def _without_clock(data: bytes) -> bytes:
    """The same archive with every member dated alike."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            new.writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), old.read(name), ZIP_DEFLATED)
    return out.getvalue()
