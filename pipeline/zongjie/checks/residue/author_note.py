"""RS06 · A note between the authors was left in.

What it flags
    Remarks in brackets that ask somebody to fill in, check or decide (此处请办公室补数), 数据待核 at
    the end of a clause, TODO.

Why it matters
    It says that the figure beside it was never confirmed.

Flagged
    培训320人次(此处请办公室补数)。 完成投资2亿元(数据待核)。

Accepted
    The product's own slots 【待填:…】 and 【核对:…】; 对待核查的线索; (详见附件).

Known misses
    Remarks without brackets and without these words.

Source
    checks.tsv RS06.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of
from zongjie.checks.pair_marks import opening_brackets
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="RS06",
    name="author-note",
    title="批注语残留",
    severity="error",
    flagged=(
        "甲山县司法局2024年工作总结\n培训调解员320人次⟦(此处请办公室补数)⟧，投入2万元⟦（数据待核）⟧。\n",
        "甲山县司法局2024年工作总结\n调解纠纷450件，⟦数据待核实⟧。\n",
    ),
    accepted=(
        "甲山县司法局2024年工作总结\n对待核实的线索逐条办理，调解纠纷450件(详见附件)，满意率【核对:满意率】。\n",
        "甲山县司法局2024年工作总结\n请予审议(并请委员提出意见)。建立问题待核、整改待查、成效待评机制。\n",
    ),
    about="写给同事看的话留在稿子里：“（此处请办公室补数）”“数据待核”。",
)

_BRACKETED = re.compile(
    r"[(（【\[〔](?!待填[:：]|核对[:：])"
    r"(?:[^()（）【】\[\]〔〕\n]{0,16}(?:请[^()（）【】\[\]〔〕\n]{0,8}(?:补[充数齐]|填[写上报]|核[实对准]|确认|提供|更新|修改|定)|"
    r"(?:数据|数字|情况|内容|名称|时间|日期|金额|人数)(?:待|需|尚待|有待)(?:补|核|定|确认|更新|查)[^()（）【】\[\]〔〕\n]{0,4}|"
    r"此处(?:待|需|应|可|再|加|补|插入|删)[^()（）【】\[\]〔〕\n]{0,10}|待核(?:实|对|准|查)?|待查|存疑|"
    r"(?:这里|此段|本段)(?:要|需|再|请|建议|可以)[^()（）【】\[\]〔〕\n]{0,16}))"
    r"[^()（）【】\[\]〔〕\n]{0,6}[)）】\]〕]"
)
_BARE = re.compile(
    r"(?:数据|数字|情况|金额|人数|名称)待(?:核实|核对|核|补充|补|确认|定)(?=[，。；,;)）\n]|$)|(?<=[\u4e00-\u9fff，。；（(])(?:TODO|TBD)[:：]?\s?(?=补|核|填|待|确认|更新)"
)
_SIGNS = ("待核", "待补", "待确认", "待定", "TODO", "TBD")
_BACK = 2  # characters before 待 that name what is to be settled


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a note."""
    body = analysis.body
    taken = 0
    bracketed = [match.span() for match in matches_about(_BRACKETED, body, opening_brackets(body), 0)]
    bare = [match.span() for match in matches_about(_BARE, body, places_of(body, _SIGNS), _BACK)]
    for start, end in sorted({*bracketed, *bare}, key=lambda place: (place[0], -place[1])):
        if start < taken:
            continue
        taken = end
        words = body[start:end]
        yield Alarm(
            start=start,
            end=end,
            zh=f"“{words}”是写稿人之间的批注。请补上或核实内容后删去。",
            en=f"“{words}” is a note between the authors. Do what it asks, then take it out.",
            evidence={"note": words},
        )
