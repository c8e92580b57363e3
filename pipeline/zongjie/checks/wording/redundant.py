"""WD03 · The same thing said twice in one phrase.

What it flags
    涉及到, 目的是为了, 原因是由于, 付诸于, 凯旋归来 and others of a short list. One finding for each
    phrase, with the count.

Why it matters
    Careful editors strike the second word.

Flagged
    涉及到 · 其目的是为了

Accepted
    涉及; 目的是; 涉及到达时间.

Known misses
    All that is not on the list.

Source
    checks.tsv WD03.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="WD03",
    name="redundant-phrase",
    title="语义重复",
    severity="note",
    flagged=("甲山县商务局2024年工作总结\n整改⟦涉及到⟧5个部门，⟦目的是为了⟧便民。问题涉及到2家企业。\n",),
    accepted=("甲山县商务局2024年工作总结\n整改涉及5个部门，目的是便民，涉及到达时间的条款已改。\n",),
    about="意思说了两遍的固定说法：“涉及到”“目的是为了”“原因是由于”。每种一条，给出个数。",
)

_PHRASES = {
    "涉及到": "涉及",
    "波及到": "波及",
    "目的是为了": "目的是",
    "原因是由于": "原因是",
    "原因是因为": "原因是",
    "付诸于": "付诸",
    "诉诸于": "诉诸",
    "凯旋归来": "凯旋",
    "被誉为是": "被誉为",
    "堪称是": "堪称",
    "过分溢美": "溢美",
    "显得相形见绌": "相形见绌",
    "忍俊不禁地笑": "忍俊不禁",
    "悬殊很大": "悬殊",
    "出乎意料之外": "出乎意料",
    "令人堪忧": "堪忧",
    "莘莘学子们": "莘莘学子",
    "不足之处的缺点": "不足之处",
}
_PATTERN = re.compile("|".join(f"{p}(?!达)" if p.endswith("及到") else p for p in _PHRASES))


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each phrase."""
    found: dict[str, list[Place]] = {}
    for match in _PATTERN.finditer(analysis.body):
        found.setdefault(match[0], []).append(match.span())
    for phrase, places in found.items():
        yield one_alarm(
            places,
            f"“{phrase}”语义重复，用“{_PHRASES[phrase]}”即可，共 {{count}} 处。",
            f"“{phrase}” says one thing twice; “{_PHRASES[phrase]}” will do. {{count}} in all.",
            fix=_PHRASES[phrase],
        )
