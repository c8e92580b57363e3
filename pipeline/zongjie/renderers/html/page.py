"""Puts the page together: head with a strict content policy, bar, text, map, panels, script."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from zongjie.document import Analysis
from zongjie.renderers import told
from zongjie.renderers.html.cards import Cards
from zongjie.renderers.html.escape import e
from zongjie.renderers.html.marks import is_repeat, marks_of
from zongjie.renderers.html.paper import paper
from zongjie.renderers.numbering import Numbering
from zongjie.renderers.positions import Lines

_LONG = 60_000  # characters from which paragraphs out of sight are not laid out
_TICKS = 1_000  # places that the map of the text tells apart


def to_html(analysis: Analysis, *, lang: str = "zh", titles: Mapping[str, str] | None = None) -> str:
    """One self-contained page; ``titles`` names the checks by code.

    It opens from disk and asks the network for nothing: the content security policy allows its
    own style and script by their hashes and forbids all else, so that no text of a report can
    ever run.
    """
    return "".join(_page(analysis, lang, titles or {}))


def _page(analysis: Analysis, lang: str, titles: Mapping[str, str]) -> Iterator[str]:
    style, script = _asset("page.css"), _asset("page.js")
    lines = Lines(analysis.report.text)
    numbering = Numbering(analysis, lines)
    cards = Cards(analysis, numbering, lang, titles)
    title = told.title_of(analysis)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    language = "en" if lang == "en" else "zh-Hans"
    yield f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{e(title)}</title><style>{style}</style></head>"
    long = " class=long" if len(analysis.report.text) > _LONG else ""
    yield f"<body{long}>"
    yield from _bar(cards, title)
    yield f'<main><div id=text tabindex=0 lang=zh-Hans aria-label="{cards.say("原文", "text")}">'
    yield from paper(analysis, numbering)
    yield "</div>"
    yield from _map(analysis)
    yield from _panels(cards)
    yield f"</main><div id=live aria-live=polite></div><script>{script}</script></body></html>\n"


def _bar(cards: Cards, title: str) -> Iterator[str]:
    analysis, say = cards.analysis, cards.say
    profile = analysis.profile
    known = [value for field, _, value in told.identity_fields(profile, cards.lang)][:4]
    yield f"<header id=bar><div><h1>{e(title)}</h1><p>{e(' · '.join(known))}</p>"
    if not profile.is_report:
        words = say("看来不是工作总结，以下仅供参考。", "This looks like no work report.")
        yield f"<p class=warn>{words}</p>"
    yield from (f"<p class=warn>{e(note)}</p>" for note in analysis.report.notes)
    yield f'</div><nav id=filters aria-label="{say("显示什么", "show")}">'
    severities = [f.severity for f in cards.shown]
    counts = [
        ("a", say("成果", "achievements"), len(analysis.achievements)),
        ("t", say("目标", "targets"), sum(q.kind == "target" for q in analysis.quantities)),
        ("error", say("错误", "errors"), severities.count("error")),
        ("warning", say("警告", "warnings"), severities.count("warning")),
        ("note", say("提示", "notes"), severities.count("note")),
        ("du", say("重复", "repeats"), sum(map(is_repeat, cards.shown))),
        ("pr", say("不足", "shortfalls"), len(analysis.problems)),
        ("w", say("荣誉", "awards"), len(analysis.awards)),
        ("gone", say("杂质", "furniture"), len(analysis.removed)),
    ]
    for look, name, count in counts:
        if count:
            yield f'<button data-filter="{look}" aria-pressed=true class="{look}">'
            yield f"{name} <b>{count}</b></button>"
    words = say("明暗", "light or dark")
    yield f'<button id=theme title="{words}" aria-label="{words}">◐</button>'
    yield "</nav></header>"


def _panels(cards: Cards) -> Iterator[str]:
    say = cards.say
    repeats = sum(map(is_repeat, cards.shown))
    panels = (
        ("overview", say("概览", "Overview"), cards.overview, None),
        ("figures", say("成果", "Figures"), cards.figures, len(cards.analysis.achievements)),
        ("findings", say("检查", "Findings"), cards.findings, len(cards.shown)),
        ("repeats", say("重复", "Repeats"), cards.repeats, repeats),
        ("plan", say("计划", "Plan"), cards.plan, None),
        ("outline", say("提纲", "Outline"), cards.outline, None),
    )
    yield "<aside><nav role=tablist>"
    for at, (name, words, _, count) in enumerate(panels):
        number = "" if count is None else f" <small>{count}</small>"
        chosen = "true" if at == 0 else "false"
        yield (
            f'<button role=tab id="tab-{name}" aria-controls="panel-{name}" aria-selected={chosen}'
            f" tabindex={0 if at == 0 else -1}>{words}{number}</button>"
        )
    yield "</nav>"
    for at, (name, words, panel, _) in enumerate(panels):
        hidden = "" if at == 0 else " hidden"
        yield f'<section role=tabpanel id="panel-{name}" aria-labelledby="tab-{name}"{hidden}>'
        yield f"<h2 class=paper>{words}</h2>"
        yield from panel()
        yield "</section>"
    keys = say(
        "<kbd>J</kbd> <kbd>K</kbd> 下一处、上一处 · <kbd>Enter</kbd> 看卡片 · <kbd>Esc</kbd> 取消",
        "<kbd>J</kbd> <kbd>K</kbd> next, previous · <kbd>Enter</kbd> card · <kbd>Esc</kbd> clear",
    )
    yield f"<footer>{keys}</footer></aside>"


def _map(analysis: Analysis) -> Iterator[str]:
    """A strip that shows where in the text the marks lie; one tick a place and look."""
    size = max(len(analysis.report.text), 1)
    seen: set[tuple[int, str]] = set()
    yield f'<svg id=map viewBox="0 0 12 {_TICKS}" preserveAspectRatio=none aria-hidden=true>'
    for mark in marks_of(analysis):
        look = mark.look.split()
        if look[0] not in ("a", "f", "x"):
            continue
        y = mark.start * _TICKS // size
        kind = " ".join(look[1:]) if look[0] == "f" else look[0]
        if (y, kind) in seen or len(seen) > 2 * _TICKS:
            continue
        seen.add((y, kind))
        height = min(max((mark.end - mark.start) * _TICKS // size, 3), 40)
        x, width = (1, 4) if look[0] == "a" else (5, 6)
        yield (
            f'<rect x={x} y={y} width={width} height={height} class="{mark.look}"'
            f' data-place="{mark.keys.split()[-1]}" />'
        )
    yield "</svg>"


@cache
def _asset(name: str) -> str:
    path = resources.files("zongjie.renderers") / "html" / name
    return path.read_text(encoding="utf-8")


def _hash(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()
