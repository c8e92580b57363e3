"""One SVG of what grew and what fell: the report's growth figures as bars on one scale."""

from collections.abc import Sequence
from decimal import Decimal

from zongjie.document import Quantity
from zongjie.renderers.html.escape import e

_FEWEST, _MOST = 3, 14
_AGAINST = frozenset(("同比", "较上年", "年均"))
_LARGEST = 100
_LONGEST = 13
_ROW, _LEFT, _WIDTH = 22, 176, 400
_LABEL = 50


def growths(quantities: Sequence[Quantity]) -> list[tuple[str, Decimal]]:
    """(what, per cent) of the achievements that tell a yearly growth, one a name, highest first.

    At most fourteen, those told first; growth beyond 100 % would flatten all the rest and is left out.
    """
    found: dict[str, Decimal] = {}
    for q in quantities:
        change, what = q.change, q.metric or q.object
        if q.kind != "achievement" or q.unit != "%" or change is None or change.amount is None or not what:
            continue
        if change.kind in _AGAINST and abs(change.amount) <= _LARGEST and len(found) < _MOST:
            found.setdefault(what, change.amount)
    return sorted(found.items(), key=lambda pair: -pair[1])


def growth_chart(quantities: Sequence[Quantity], label: str) -> str:
    """The chart, or "" where fewer than three figures would stand in it."""
    rows = growths(quantities)
    if len(rows) < _FEWEST:
        return ""
    most, least = max(rows[0][1], Decimal(0)), min(rows[-1][1], Decimal(0))
    room = _WIDTH - _LEFT - _LABEL * (2 if least else 1)
    step = Decimal(room) / (most - least or 1)
    zero = _LEFT + (_LABEL if least else 0) + float(-least * step)
    drawn = []
    for at, (what, amount) in enumerate(rows):
        y, length = at * _ROW, max(float(abs(amount) * step), 1.5)
        name = what if len(what) <= _LONGEST else "…" + what[1 - _LONGEST :]
        up = amount >= 0
        start = zero if up else zero - length
        place = f"x={zero + length + 5:.0f}" if up else f"x={start - 5:.0f} text-anchor=end"
        drawn.append(
            f"<text x={_LEFT - 8} y={y + 15} text-anchor=end>{e(name)}</text>"
            f"<rect x={start:.1f} y={y + 4} width={length:.1f} height=14 rx=2{'' if up else ' class=down'}>"
            f"<title>{e(what)} {amount}%</title></rect>"
            f"<text {place} y={y + 15} class=v>{amount}%</text>"
        )
    height = _ROW * len(rows) + 4
    axis = f'<line x1={zero:.1f} x2={zero:.1f} y1=0 y2={height} stroke="currentColor" stroke-opacity=.35 />'
    return (
        f'<svg class=bars role=img aria-label="{e(label)}" viewBox="0 0 {_WIDTH} {height}">'
        f"{axis}{''.join(drawn)}</svg>"
    )
