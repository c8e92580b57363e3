"""The repeats on a terminal: pair by pair, the largest share first."""

from collections import Counter
from collections.abc import Callable, Iterator

from zongjie.document.report_pair import KnownReport, Repeats, ReportPair
from zongjie.renderers.repeats.words import changed_words, percent, relation_words, report_words
from zongjie.renderers.width import display_width, wrap

Text = Callable[[str], str]  # from a sha256 to the report's text
_PAIRS, _PASSAGES, _QUOTE = 40, 3, 60
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"


def to_terminal(
    repeats: Repeats, text_of: Text, *, lang: str = "zh", colour: bool = False, width: int = 80
) -> str:
    """The pairs (at most 40, each with its longest passages) and the count of each relation."""
    return "".join(f"{line}\n" for line in _lines(repeats, text_of, lang, colour, width))


def _lines(repeats: Repeats, text_of: Text, lang: str, colour: bool, width: int) -> Iterator[str]:
    known = {one.source.sha256: one for one in reversed(repeats.reports)}
    for pair in repeats.pairs[:_PAIRS]:
        yield from _pair(pair, known, text_of, lang, colour, width)
        yield ""
    left = len(repeats.pairs) - _PAIRS
    if left > 0:
        yield (
            f"还有 {left} 对，见 --format json 或 html。"
            if lang == "zh"
            else f"{left} more pairs: see --format json or html."
        )
    yield _count(repeats, lang)


def _pair(
    pair: ReportPair, known: dict[str, KnownReport], text_of: Text, lang: str, colour: bool, width: int
) -> Iterator[str]:
    bold, dim, plain = (_BOLD, _DIM, _PLAIN) if colour else ("", "", "")
    a, b = known[pair.a], known[pair.b]
    yield f"{bold}{relation_words(pair.relation, lang)}{plain}  {percent(pair.share)}"
    for one, share in ((a, pair.share_a), (b, pair.share_b)):
        where = "另一份中有" if lang == "zh" else "stands in the other:"
        yield f"  {one.source.name}  {dim}{report_words(one)}{plain}  {where} {percent(share)}"
    changed = changed_words(pair, lang)
    if changed:
        zh = "只换了" if _only(pair) else "换了"
        yield f"  {zh}：{changed}" if lang == "zh" else f"  swapped: {changed}"
    longest = sorted(pair.passages, key=lambda one: one.a[0] - one.a[1])[:_PASSAGES]
    texts = (text_of(pair.a), text_of(pair.b)) if longest else ("", "")
    for passage in longest:
        lines = tuple(
            text.count("\n", 0, span[0]) + 1 for text, span in zip(texts, (passage.a, passage.b), strict=True)
        )
        where = (
            f"第 {lines[0]} 行 / 第 {lines[1]} 行" if lang == "zh" else f"line {lines[0]} / line {lines[1]}"
        )
        unit = "字" if lang == "zh" else "characters"
        size = f"{passage.a[1] - passage.a[0]} {unit}, {percent(passage.share)}"
        quote = " ".join(texts[0][passage.a[0] : passage.a[1]].split())
        quote = quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…"
        yield f"    {dim}{where} · {size}{plain}"
        yield from (f"      {line}" for line in wrap(_printable(quote), max(20, width - 6)))
    more = len(pair.passages) - len(longest)
    if more:
        yield f"    {dim}{f'另有 {more} 段' if lang == 'zh' else f'{more} more passages'}{plain}"


def _only(pair: ReportPair) -> bool:
    return all(one.only_swapped or not one.swaps for one in pair.passages)


def _printable(words: str) -> str:
    return "".join(char if char.isprintable() and display_width(char) else "�" for char in words)


def _count(repeats: Repeats, lang: str) -> str:
    counts = Counter(pair.relation for pair in repeats.pairs)
    files = len(repeats.reports)
    if lang == "en":
        told = (
            "; ".join(f"{relation_words(kind, lang)} {n}" for kind, n in counts.items()) or "nothing shared"
        )
        return f"{files} reports, {len(repeats.pairs)} pairs: {told}."
    told = "，".join(f"{relation_words(kind, lang)} {n} 对" for kind, n in counts.items()) or "没有发现雷同"
    return f"{files} 份报告，{len(repeats.pairs)} 对：{told}。"
