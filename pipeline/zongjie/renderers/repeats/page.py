"""The repeats as one self-contained page: a graph, and the passages of each pair side by side.

It opens from disk, asks the network for nothing and has no script: the content security policy
allows its own style by its hash and forbids all else.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import resources

from zongjie.document.report_pair import CopiedPassage, KnownReport, Place, Repeats, ReportPair
from zongjie.renderers.html.escape import e
from zongjie.renderers.repeats.graph import drawn, graph
from zongjie.renderers.repeats.words import (
    RELATION,
    changed_words,
    percent,
    relation_words,
    report_words,
    swap_words,
)

Text = Callable[[str], str]  # from a sha256 to the report's text
_PAIRS, _PASSAGES, _QUOTE = 300, 12, 1_200


def to_page(repeats: Repeats, text_of: Text, *, lang: str = "zh") -> str:
    """The whole page."""
    return "".join(page_pieces(repeats, text_of, lang=lang))


def page_pieces(repeats: Repeats, text_of: Text, *, lang: str = "zh") -> Iterator[str]:
    """The page piece by piece; at most 300 pairs, the largest shares first."""
    style = resources.files("zongjie.renderers.repeats").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = "报告雷同" if lang == "zh" else "What reports share"
    known = {one.source.sha256: one for one in reversed(repeats.reports)}
    shown = repeats.pairs[:_PAIRS]
    numbers = {id(pair): at for at, pair in enumerate(shown, 1)}
    language = "zh-Hans" if lang == "zh" else "en"
    yield f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    yield '<meta http-equiv="Content-Security-Policy" content="'
    yield f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{title}</title><style>{style}</style></head><body><h1>{title}</h1>"
    yield f"<p class=dim>{_counts(repeats, lang)}</p>"
    chosen = drawn(shown, known)
    if chosen:
        yield f"<h2>{'谁抄了谁' if lang == 'zh' else 'Who copies whom'}</h2><p class=legend>"
        yield from (f"<span><b class={kind}></b>{relation_words(kind, lang)}</span>" for kind in RELATION)
        yield "</p>"
        yield from graph(chosen, numbers, known, lang)
    if repeats.clusters:
        yield f"<h2>{'大体同文的报告' if lang == 'zh' else 'Reports that are largely one text'}</h2>"
        yield from (_cluster(cluster, known) for cluster in repeats.clusters[:_PAIRS])
    yield f"<h2>{'逐对比较' if lang == 'zh' else 'Pair by pair'}</h2>"
    if not shown:
        yield f"<p class=dim>{'没有发现雷同。' if lang == 'zh' else 'Nothing shared.'}</p>"
    for at, pair in enumerate(shown, 1):
        yield from _pair(at, pair, known, text_of, lang, opened=at == 1)
    left = len(repeats.pairs) - len(shown)
    if left:
        words = f"另有 {left} 对，见 JSON。" if lang == "zh" else f"{left} more pairs are in the JSON."
        yield f"<p class=dim>{words}</p>"
    yield "</body></html>\n"


def _counts(repeats: Repeats, lang: str) -> str:
    counts = Counter[str](pair.relation for pair in repeats.pairs)
    told = " · ".join(f"{relation_words(kind, lang)} {counts[kind]}" for kind in RELATION if counts[kind])
    if lang == "zh":
        return f"{len(repeats.reports)} 份报告，{len(repeats.pairs)} 对有相同段落（套语不计）　{told}"
    pairs = f"{len(repeats.pairs)} pairs share passages (set phrases apart)"
    return f"{len(repeats.reports)} reports, {pairs}　{told}"


def _cluster(cluster: Sequence[str], known: dict[str, KnownReport]) -> str:
    return f"<p>{'　·　'.join(e(known[one].source.name) for one in cluster[:20])}</p>"


def _pair(
    at: int, pair: ReportPair, known: dict[str, KnownReport], text_of: Text, lang: str, *, opened: bool
) -> Iterator[str]:
    a, b = known[pair.a], known[pair.b]
    yield f'<details id="p{at}" class={pair.relation}{" open" if opened else ""}><summary>'
    yield f"<b>{percent(pair.share)}</b><span>{relation_words(pair.relation, lang)}</span>"
    arrow = {"a": "→", "b": "←", None: "·"}[pair.first]
    yield f"<span>{e(report_words(a))} {arrow} {e(report_words(b))}</span></summary><div class=pair>"
    for one, share in ((a, pair.share_a), (b, pair.share_b)):
        words = "在另一份中有" if lang == "zh" else "of it stands in the other:"
        yield f"<header><b>{e(one.source.name)}</b><br>{words} {percent(share)}</header>"
    changed = changed_words(pair, lang)
    if changed:
        yield f"<div class=meta>{'换了：' if lang == 'zh' else 'swapped: '}{changed}</div>"
    texts = text_of(pair.a), text_of(pair.b)
    for passage in pair.passages[:_PASSAGES]:
        yield from _passage(passage, texts, lang)
    left = len(pair.passages) - _PASSAGES
    if left > 0:
        yield f"<div class=meta>{f'另有 {left} 段' if lang == 'zh' else f'{left} more passages'}</div>"
    yield "</div></details>"


def _passage(one: CopiedPassage, texts: tuple[str, str], lang: str) -> Iterator[str]:
    lines = [text.count("\n", 0, span[0]) + 1 for text, span in zip(texts, (one.a, one.b), strict=True)]
    if lang == "zh":
        words = f"第 {lines[0]} 行 / 第 {lines[1]} 行 · {one.a[1] - one.a[0]} 字 · 相同 {percent(one.share)}"
        words += " · 只换了名称、数字或日期" if one.only_swapped else ""
    else:
        words = f"line {lines[0]} / line {lines[1]} · {one.a[1] - one.a[0]} characters"
        words += f" · {percent(one.share)} equal"
        words += " · only names, figures or dates swapped" if one.only_swapped else ""
    yield f'<div class="meta{" only" if one.only_swapped else ""}">{words}</div>'
    marks: list[tuple[Place, str, str]] = [
        (swap.a, swap.kind, swap_words(swap.kind, lang)) for swap in one.swaps
    ]
    if one.of("figure"):
        marks += [
            (span, "kept", "未改的数字" if lang == "zh" else "figure left as it was") for span in one.kept
        ]
    yield f"<blockquote>{_marked(texts[0], one.a, marks)}</blockquote>"
    other: list[tuple[Place, str, str]] = [
        (swap.b, swap.kind, swap_words(swap.kind, lang)) for swap in one.swaps
    ]
    yield f"<blockquote>{_marked(texts[1], one.b, other)}</blockquote>"


def _marked(text: str, span: Place, marks: Sequence[tuple[Place, str, str]]) -> str:
    """A passage with its differences marked, cut where it is long."""
    end = min(span[1], span[0] + _QUOTE)
    parts, at = [], span[0]
    for (start, stop), kind, told in sorted(marks):
        start, stop = max(start, at), min(stop, end)
        if stop <= start:
            continue
        parts.append(e(text[at:start]))
        parts.append(f'<mark class={kind} title="{told}">{e(text[start:stop])}</mark>')
        at = stop
    parts.append(e(text[at:end]))
    return "".join(parts).strip() + ("…" if end < span[1] else "")
