"""Findings the way a linter prints them: place, code, severity, message, source line, carets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from zongjie.document import Analysis, Finding, Related
from zongjie.renderers.excerpt import Excerpt, excerpt
from zongjie.renderers.positions import Lines
from zongjie.renderers.width import display_width, wrap
from zongjie.renderers.words import SEVERITY, word

_STYLE = {"error": "1;31", "warning": "1;33", "note": "1;36", "dim": "2", "place": "1", "well": "1;32"}
_RELATED = 3  # other places shown with their line; the rest as line numbers


def shown_findings(analysis: Analysis) -> tuple[Finding, ...]:
    """The findings that the terminal and the exit code count: no preview, none suppressed."""
    return tuple(f for f in analysis.findings if not f.preview and f.suppressed is None)


def to_lint(
    analysis: Analysis,
    name: str,
    *,
    titles: Mapping[str, str] | None = None,
    lang: str = "zh",
    colour: bool = False,
    width: int = 80,
) -> str:
    """All shown findings of one report, a blank line after each; "" where there is none."""
    blocks = lint_blocks(analysis, name, titles=titles, lang=lang, colour=colour, width=width)
    return "".join(f"{block}\n\n" for block in blocks)


def lint_blocks(
    analysis: Analysis,
    name: str,
    *,
    titles: Mapping[str, str] | None = None,
    lang: str = "zh",
    colour: bool = False,
    width: int = 80,
) -> Iterator[str]:
    """The shown findings one by one; ``titles`` names the checks by code."""
    lines = Lines(analysis.report.text)
    paint = _Paint(colour)
    for f in shown_findings(analysis):
        yield "\n".join(_block(f, lines, name, (titles or {}).get(f.code, ""), lang, paint, width))


def count_line(
    findings: Iterable[Finding], reports: int, *, hidden: int = 0, lang: str = "zh", colour: bool = False
) -> str:
    """The last line: how many of each severity, in how many reports."""
    counts = Counter[str](f.severity for f in findings)
    paint = _Paint(colour)
    told = [
        paint(f"{counts[s]} 个{word(SEVERITY, s, lang)}", s)
        if lang == "zh"
        else paint(f"{counts[s]} {word(SEVERITY, s, lang)}{'s' * (counts[s] != 1)}", s)
        for s in SEVERITY
        if counts[s]
    ]
    if lang == "zh":
        line = f"查了 {reports} 份报告：" + (
            "、".join(told) + "。" if told else paint("没有发现问题。", "well")
        )
        more = f"（另有 {hidden} 条试行或已压下的，见 --format json）" if hidden else ""
    else:
        line = f"{reports} report{'s' * (reports != 1)} checked: "
        line += ", ".join(told) + "." if told else paint("nothing found.", "well")
        more = f" ({hidden} preview or suppressed, see --format json)" if hidden else ""
    return line + more + "\n"


class _Paint:
    """Puts ANSI colours around words, or nothing."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, words: str, style: str) -> str:
        return f"\x1b[{_STYLE[style]}m{words}\x1b[0m" if self.colour else words


def _block(
    f: Finding, lines: Lines, name: str, title: str, lang: str, paint: _Paint, width: int
) -> Iterator[str]:
    line, column = lines.position(f.start)
    severity = word(SEVERITY, f.severity, lang)
    head = f"{name}:{line}:{column} {f.code} {severity} {f'[{title}] ' if title else ''}"
    first, *rest = wrap(head + f.message, width - 2)
    yield _painted_head(first, name, line, column, f, severity, paint)
    yield from (f"  {row}" for row in rest)
    places = [(f.start, f.end, "")] + [(r.start, r.end, r.label) for r in _here(f)[:_RELATED]]
    shown = [(excerpt(lines, a, b, width - 10), label) for a, b, label in places]
    margin = max(len(str(one.line)) for one, _ in shown)
    for at, (one, label) in enumerate(shown):
        yield from _source(one, label, margin, "note" if at else f.severity, paint, width)
    gutter = " " * (margin + 2)
    for row in _further(f, lines, lang):
        yield from _noted(row, gutter, width, paint)
    if f.fix is not None:
        yield from _noted(("改成：" if lang == "zh" else "fix: ") + f.fix, gutter, width, paint)
    if f.caveat:
        yield from _noted(
            ("也可能没错：" if lang == "zh" else "may be right: ") + f.caveat, gutter, width, paint
        )


def _painted_head(
    row: str, name: str, line: int, column: int, f: Finding, severity: str, paint: _Paint
) -> str:
    place, tag = f"{name}:{line}:{column}", f"{f.code} {severity}"
    if not row.startswith(f"{place} {tag}"):  # a long name, wrapped: leave it plain
        return row
    return f"{paint(place, 'place')} {paint(tag, f.severity)}{row[len(place) + 1 + len(tag) :]}"


def _source(one: Excerpt, label: str, margin: int, style: str, paint: _Paint, width: int) -> Iterator[str]:
    bar = paint("│", "dim")
    marked = one.shown[: one.start] + paint(one.shown[one.start : one.end], style) + one.shown[one.end :]
    carets = "^" * one.carets + (">" if one.goes_on else "")
    under = [f"{carets} {label}".rstrip()]
    if margin + 4 + one.indent + display_width(under[0]) > width:  # no room beside: the label below
        under = [carets, label]
    yield f" {paint(str(one.line).rjust(margin), 'dim')} {bar} {marked}".rstrip()
    for words in under:
        if words:
            yield f" {' ' * margin} {bar} {' ' * one.indent}{paint(words, style)}"


def _here(f: Finding) -> list[Related]:
    return [r for r in f.related if r.doc is None]


def _all_places(f: Finding) -> int:
    """The place itself and its like; where only the first of many are listed, the count tells."""
    count = f.evidence.get("count")
    listed = 1 + len(_here(f))
    return max(count, listed) if isinstance(count, int) else listed


def _further(f: Finding, lines: Lines, lang: str) -> Iterator[str]:
    rest = _here(f)[_RELATED:]
    if rest:
        numbers = sorted({lines.position(r.start)[0] for r in rest})
        told = "、".join(map(str, numbers[:12])) + ("…" if len(numbers) > 12 else "")
        more = _all_places(f) - 1 - _RELATED
        yield f"另有 {more} 处，在第 {told} 行" if lang == "zh" else f"{more} more, lines {told}"
    away = [r for r in f.related if r.doc is not None]
    for r in away[:_RELATED]:
        where = (r.doc or "")[:12]
        yield (
            f"另见报告 {where} [{r.start}, {r.end}) {r.label}"
            if lang == "zh"
            else (f"see report {where} [{r.start}, {r.end}) {r.label}")
        )


def _noted(words: str, gutter: str, width: int, paint: _Paint) -> Iterator[str]:
    for at, row in enumerate(wrap(words, width - len(gutter) - 2)):
        yield f"{gutter}{paint('=' if at == 0 else ' ', 'dim')} {row}"
