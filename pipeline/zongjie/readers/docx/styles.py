"""Paragraph styles, as far as numbering and headings need them."""

from dataclasses import dataclass

from lxml import etree

from zongjie.readers.docx.package import W

_MAX_DEPTH = 20  # styles based on styles: Word allows about ten, a loop none


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    number_id: str | None
    level: int | None
    outline: int | None


class Styles:
    """The styles of one document, with what each inherits."""

    def __init__(self, part: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        for style in part.iterfind(f"{W}style") if part is not None else ():
            identity = style.get(f"{W}styleId")
            if identity is None or style.get(f"{W}type") != "paragraph":
                continue
            self._styles[identity] = _style(style)
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self._default = identity

    def numbering(self, identity: str | None) -> tuple[str, int | None] | None:
        """The list (numId) and level that a style gives its paragraphs, itself or by descent."""
        number_id: str | None = None
        level: int | None = None
        for style in self._line(identity):
            number_id = number_id or style.number_id
            level = style.level if level is None else level
        return (number_id, level) if number_id else None

    def is_heading(self, identity: str | None) -> bool:
        """Whether a style makes headings, by its outline level or its name."""
        for style in self._line(identity):
            if style.outline is not None:
                return style.outline < 9
            if style.name.lower().startswith(("heading", "标题", "title")):
                return True
        return False

    def lineage(self, identity: str | None) -> list[str]:
        """The style and those it is based on, nearest first."""
        names: list[str] = []
        at = identity if identity is not None else self._default
        while at is not None and at in self._styles and at not in names and len(names) < _MAX_DEPTH:
            names.append(at)
            at = self._styles[at].based_on
        return names

    def _line(self, identity: str | None) -> list[_Style]:
        return [self._styles[name] for name in self.lineage(identity)]


def value(parent: etree._Element | None, path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` (w: names joined by /) below ``parent``."""
    if parent is None:
        return None
    found = parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def integer(text: str | None) -> int | None:
    """A whole number, or None for what is not one."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def _style(style: etree._Element) -> _Style:
    return _Style(
        name=value(style, "name") or "",
        based_on=value(style, "basedOn"),
        number_id=value(style, "pPr/numPr/numId"),
        level=integer(value(style, "pPr/numPr/ilvl")),
        outline=integer(value(style, "pPr/outlineLvl")),
    )
