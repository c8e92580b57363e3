"""Findings as one self-contained page, to send to a colleague."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from zongjie.document import Analysis, Finding
from zongjie.renderers.excerpt import excerpt
from zongjie.renderers.lint import shown_findings
from zongjie.renderers.positions import Lines
from zongjie.renderers.words import SEVERITY, word

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --dim: #6b6b70; --line: #d9d9de; --paper: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececee; --dim: #9b9ba3; --line: #3a3a40; --paper: #17171a }
}
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line) }
article { margin: 1.2rem 0; padding-left: .8rem; border-left: 4px solid var(--line) }
article.error { border-color: #c62828 } article.warning { border-color: #b26a00 }
article.note { border-color: #1565c0 }
.place, .caveat { color: var(--dim); font-size: .9rem } p { margin: .2rem 0 }
q { quotes: none; display: block; margin: .3rem 0; overflow-wrap: anywhere }
mark { background: #ffe08a; color: #1d1d1f }
"""
_WIDTH = 100


def to_lint_html(
    checked: Sequence[tuple[str, Analysis]], *, titles: Mapping[str, str] | None = None, lang: str = "zh"
) -> str:
    """A page with the shown findings of every report."""
    english = lang == "en"
    title = "zongjie check" if english else "工作总结检查结果"
    body = "".join(
        piece for name, analysis in checked for piece in _report(name, analysis, titles or {}, lang)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if english else "zh-CN"}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{title}</h1>\n{body}</html>\n"
    )


def _report(name: str, analysis: Analysis, titles: Mapping[str, str], lang: str) -> Iterator[str]:
    found = shown_findings(analysis)
    counts = Counter[str](f.severity for f in found)
    told = "、" if lang == "zh" else ", "
    summary = told.join(f"{counts[s]} {word(SEVERITY, s, lang)}" for s in SEVERITY if counts[s])
    nothing = "没有发现问题" if lang == "zh" else "nothing found"
    yield f"<h2>{escape(name)}</h2>\n<p class=place>{escape(summary or nothing)}</p>\n"
    lines = Lines(analysis.report.text)
    for f in found:
        yield _article(f, lines, titles.get(f.code, f.name), lang)


def _article(f: Finding, lines: Lines, title: str, lang: str) -> str:
    line, column = lines.position(f.start)
    where = f"第 {line} 行第 {column} 列" if lang == "zh" else f"line {line}, column {column}"
    severity = word(SEVERITY, f.severity, lang)
    places = [(f.start, f.end, ""), *((r.start, r.end, r.label) for r in f.related[:3] if r.doc is None)]
    quotes = "".join(_quote(lines, *place) for place in places)
    caveat = ""
    if f.caveat:
        may = "也可能没错：" if lang == "zh" else "may be right: "
        caveat = f"<p class=caveat>{may}{escape(f.caveat)}</p>\n"
    return (
        f"<article class={f.severity}>\n<p class=place>{where} · {f.code} {escape(title)} · {severity}</p>\n"
        f"<p>{escape(f.message)}</p>\n{quotes}{caveat}</article>\n"
    )


def _quote(lines: Lines, start: int, end: int, label: str) -> str:
    one = excerpt(lines, start, end, _WIDTH)
    before, words, after = one.shown[: one.start], one.shown[one.start : one.end], one.shown[one.end :]
    told = f" <span class=place>{escape(label)}</span>" if label else ""
    return f"<q>{escape(before)}<mark>{escape(words)}</mark>{escape(after)}{told}</q>\n"
