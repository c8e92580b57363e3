"""Who copies whom, drawn: reports on a circle, an arrow from the earlier to the later of each pair."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin

from zongjie.document.report_pair import KnownReport, ReportPair
from zongjie.renderers.html.escape import e
from zongjie.renderers.repeats.words import percent, relation_words, report_words
from zongjie.renderers.width import shorten

_WIDTH, _LABEL, _LABELS = 1100, 22, 380  # least width; characters of a label; room for two labels
_MOST, _LINES = 90, 160  # reports on the circle, arrows


def drawn(pairs: Sequence[ReportPair], known: Mapping[str, KnownReport]) -> list[ReportPair]:
    """The first pairs, as many as there is room for their reports."""
    chosen: list[ReportPair] = []
    nodes: set[str] = set()
    for pair in pairs:
        grown = nodes | {pair.a, pair.b}
        if pair.a == pair.b or len(grown) > _MOST or len(chosen) >= _LINES:
            continue
        nodes = grown
        chosen.append(pair)
    return chosen


def graph(
    pairs: Sequence[ReportPair], numbers: Mapping[int, int], known: Mapping[str, KnownReport], lang: str
) -> Iterator[str]:
    """The drawing of ``pairs``; ``numbers`` has the number of the card of each, by ``id``."""
    nodes = sorted({one for pair in pairs for one in (pair.a, pair.b)}, key=lambda one: _order(known[one]))
    radius = max(120, len(nodes) * 5)
    width, height = max(_WIDTH, 2 * radius + _LABELS), 2 * radius + _LABELS
    centre = (width / 2, height / 2)
    angles = {one: 2 * pi * at / max(1, len(nodes)) - pi / 2 for at, one in enumerate(nodes)}
    title = "谁抄了谁" if lang == "zh" else "who copies whom"
    yield f'<svg role=img aria-label="{title}" viewBox="0 0 {width} {height}">'
    yield '<marker id=arrow viewBox="0 0 8 8" refX=7 refY=4 markerWidth=9 markerHeight=9'
    yield " markerUnits=userSpaceOnUse orient=auto>"
    yield '<path d="M0 0 8 4 0 8z" /></marker>'
    for pair in pairs:
        start, end = (pair.b, pair.a) if pair.first == "b" else (pair.a, pair.b)
        arrow = ' marker-end="url(#arrow)"' if pair.first else ""
        told = f"{report_words(known[start])} → {report_words(known[end])}  {percent(pair.share)}"
        told += f"  {relation_words(pair.relation, lang)}"
        thick = round(0.8 + 4 * pair.share, 1)
        (x0, y0), (x1, y1) = (_on(centre, radius - 6, angles[one]) for one in (start, end))
        yield (
            f'<a href="#p{numbers[id(pair)]}"><title>{e(told)}</title><path class={pair.relation} '
            f'd="M{x0:.0f} {y0:.0f}Q{centre[0]:.0f} {centre[1]:.0f} {x1:.0f} {y1:.0f}" '
            f'stroke-width="{thick}"{arrow} /></a>'
        )
    for one in nodes:
        x, y = _on(centre, radius, angles[one])
        left = cos(angles[one]) < 0
        lx, ly = _on(centre, radius + 8, angles[one])
        label = shorten(report_words(known[one]), 2 * _LABEL)
        turned = angles[one] * 180 / pi - (180 if left else 0)
        yield f"<circle cx={x:.0f} cy={y:.0f} r=3 />"
        yield (
            f'<text x={lx:.0f} y={ly + 4:.0f} text-anchor="{"end" if left else "start"}" '
            f'transform="rotate({turned:.0f} {lx:.0f} {ly:.0f})">{e(label)}'
            f"<title>{e(known[one].source.name)}</title></text>"
        )
    yield "</svg>"


def _order(one: KnownReport) -> tuple[str, str, str]:
    return one.organisation or "", str(one.period.end) if one.period else "", one.source.sha256


def _on(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)
