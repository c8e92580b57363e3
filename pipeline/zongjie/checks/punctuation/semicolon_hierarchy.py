"""PU10 · Items parted by semicolons, one of which holds a full stop.

What it flags
    一是…；二是…。…；三是…。: an item of the list holds a 。 although its items end with ；. One finding
    a document, with the count.

Why it matters
    A ； stands below a 。: a reader takes the list to end where the inner sentence ends.

Flagged
    一是建章立制；二是开展培训。参训120人；三是严格考核。

Accepted
    一是…；二是…；三是…。 and 一是…。二是…。三是…。; （一）…；（二）…。 as items of their own lines.

Known misses
    Lists by （一） or 1. and lists without numbers.

Source
    GB/T 15834—2011 (semicolons: where an item holds a full stop, the items do not end with ；);
    checks.tsv PU10.
"""

from collections.abc import Iterator
from itertools import pairwise

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import occurrences
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU10",
    name="semicolon-hierarchy",
    title="分号句号层级",
    severity="note",
    flagged=(
        "甲山县医保局2024年工作总结\n一是完善制度⟦；⟧二是开展培训。全年参训120人；三是严格考核，查处违规12起。\n",
    ),
    accepted=(
        "甲山县医保局2024年工作总结\n一是完善制度；二是开展培训，参训120人；三是严格考核。一是抓宣传。二是抓基金。三是抓队伍。\n",
    ),
    about=(
        "分项列举（一是……；二是……）里，有的项内已经用了句号，各项末尾就不能再用分号，应当一律改为句号。全篇一条。"
    ),
)

_ORDER = "一二三四五六七八九十"
_LONGEST = 600  # characters of an item


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document, at the first semicolon that should be a full stop."""
    body = analysis.body
    places = sorted({place for start in occurrences(body, "一是") for place in _faults(body, start)})
    if places:
        yield one_alarm(
            places,
            "分项里已经用了句号，各项末尾就不用分号，改为句号（共 {count} 处）。",
            "An item holds a full stop, so the items end with “。” and not “；” ({count} places).",
            fix="。",
        )


def _faults(body: str, start: int) -> list[Place]:
    """The semicolons at the ends of the items of the list at ``start``, if an item holds a 。."""
    end = body.find("\n", start, start + len(_ORDER) * _LONGEST)
    end = min(len(body), start + len(_ORDER) * _LONGEST) if end < 0 else end
    starts = [start]
    for digit in _ORDER[1:]:
        at = body.find(f"{digit}是", starts[-1], min(end, starts[-1] + _LONGEST))
        if at < 0 or body[at - 1] not in "；。":
            break
        starts.append(at)
    items = [body[here:after].rstrip() for here, after in pairwise(starts)]
    if len(items) < 2 or not any("。" in item[:-1] for item in items):
        return []
    return [
        (after - 1, after)
        for item, after in zip(items, starts[1:], strict=True)
        if item.endswith("；") and body[after - 1] == "；"
    ]
