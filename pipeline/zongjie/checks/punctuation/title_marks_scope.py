"""PU12 · Title marks around what is no title.

What it flags
    《…》 directly before 活动, 行动, 工程, 大赛 or 专项: activities and projects take quotation marks.
    One finding a document.

Why it matters
    Title marks are for books, papers, laws and documents.

Flagged
    开展《平安建设》活动

Accepted
    《安全生产法》宣传活动, 《条例》, 《红楼梦》行动.

Known misses
    Prizes, courses, certificates.

Source
    GB/T 15834—2011 (title marks); checks.tsv PU12.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU12",
    name="title-marks-scope",
    title="书名号滥用",
    severity="note",
    flagged=("甲山县委政法委2024年工作总结\n开展⟦《平安建设》⟧活动12场。\n",),
    accepted=(
        "甲山县委政法委2024年工作总结\n开展《安全生产法》活动周、《反家庭暴力法》宣传活动，印发《条例》。\n",
    ),
    about="活动、工程、专项等名称用了书名号，应当用引号。全篇一条。",
)

_SCOPE = re.compile(
    r"《(?<=[展办行施动织加好与]《)[^《》\n]{2,16}(?<![法例定则章书案划见知条规程要典报告准记事经传])》(?=主题活动|专项行动|活动(?!周|月)|行动(?!方|计)|大赛|工程(?!建|实|规|方))"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    places = [match.span() for match in _SCOPE.finditer(analysis.body)]
    if places:
        words = analysis.body[slice(*places[0])]
        yield one_alarm(
            places,
            "书名号用于书、文、法规的名称；活动、工程的名称用引号，共 {count} 处。",
            "Title marks are for books, papers and laws; activities take “ ”, {count} in all.",
            fix=f"“{words[1:-1]}”",
        )
