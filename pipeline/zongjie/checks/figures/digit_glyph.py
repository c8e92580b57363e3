"""NM15 · A letter in place of a digit.

What it flags
    O for 0 and l or I for 1 within a number: 2O25年, l2项.

Why it matters
    It comes of typing or of scanning, and no search or sum will ever find the number again.

Flagged
    2O25年 · l2项

Accepted
    O2O平台 · 5G · T800 · I级响应

Known misses
    Full-width digits (house style of many offices; PU02 counts them).

Source
    checks.tsv NM15.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of
from zongjie.document import Analysis
from zongjie.settings import Settings

_LOOKALIKES = str.maketrans("OoＯｏlIｌＩ", "00001111")
_LETTERS = "OoＯｏlIｌＩ"
_BACK = 6  # digits before the letter
_GLYPH = re.compile(
    r"""(?<![A-Za-z0-9０-９.．/_%-])
    (?: [0-9]{1,6} [OoＯｏlIｌＩ] [0-9OoＯｏ]{0,6} | [lIｌＩ] [0-9][0-9OoＯｏ]{0,6} )
    (?=(?:年|月|日|个|项|件|次|人|户|名|家|万|亿|元|余|多|场|条|[%％]))""",
    re.VERBOSE,
)

CHECK = Check(
    code="NM15",
    name="digit-glyph",
    title="数字字形错误",
    severity="error",
    flagged=("甲山县教育局⟦2O25⟧年工作总结\n一、主要工作\n完成改造⟦l2⟧项。\n",),
    accepted=("甲山县教育局2025年工作总结\n一、主要工作\n建成O2O平台，启动I级响应，开通5G基站12个。\n",),
    about="数字里混进了字母：O 当 0，l、I 当 1（“2O25年”“l2项”）。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place, with the digits that were meant."""
    for found in matches_about(_GLYPH, analysis.body, _letters(analysis.body), _BACK):
        meant = found[0].translate(_LOOKALIKES)
        yield Alarm(
            start=found.start(),
            end=found.end(),
            zh=f"数字“{found[0]}”里混入了形近字母，应为“{meant}”。",
            en=f"The number {found[0]} holds a letter that looks like a digit; it should be {meant}.",
            fix=meant,
        )


def _letters(body: str) -> Iterator[int]:
    """Where a letter that looks like a digit stands beside a digit."""
    for at in places_of(body, _LETTERS):
        if body[at - 1 : at].isdecimal() or body[at + 1 : at + 2].isdecimal():
            yield at
