"""NM14 · Arabic digits joined to 十, 百, 千, or Chinese numerals to Arabic digits.

What it flags
    3千人, 5百户; 一百20户. (万 and 亿 may follow Arabic digits.)

Why it matters
    The standard allows 万 and 亿 only; 3千 is read as a slip or as a unit (千米, 千克).

Flagged
    3千人 · 一百20户

Accepted
    3万人 · 2.5亿元 · 5千亿元, 3千吨 (units) · 120千瓦, 35千伏, 5千米 · 前100百强 · 三千人

Known misses
    两千余人 beside 3000余人 in one paragraph.

Source
    GB/T 15835—2011; checks.tsv NM14.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of
from zongjie.document import Analysis
from zongjie.settings import Settings

_COUNTED = "人户家个名件项次条场只头套辆台亩元斤位份册篇所村"
_BACK = 7  # characters before 百 or 千 that may belong to the number
_MIXED = re.compile(
    rf"""(?<![0-9０-９.．A-Za-z第“"])
    (?: [0-9０-９]{{1,3}} (?:[.．][0-9０-９]{{1,2}})? [百千] (?:多|余)? (?=[{_COUNTED}])
      | [一二两三四五六七八九] [百千] 零? [0-9０-９]{{1,3}} (?=(?:多|余)?[{_COUNTED}]) )""",
    re.VERBOSE,
)

CHECK = Check(
    code="NM14",
    name="mixed-numeral",
    title="数字体例混用",
    severity="warning",
    flagged=("乙水镇2024年工作总结\n一、主要工作\n发动群众⟦3千⟧人，慰问老党员⟦一百20⟧户。\n",),
    accepted=("乙水镇2024年工作总结\n一、主要工作\n发动群众3万人，架设35千伏线路5千米，慰问三千人。\n",),
    about=("一个数里阿拉伯数字和汉字数位混用：“3千人”“一百20户”。“3万”“5亿”是规范写法，不报。"),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    for found in _mixed(analysis.body):
        yield Alarm(
            start=found.start(),
            end=found.end(),
            zh=f"“{found[0]}”混用阿拉伯数字与汉字数位，请统一写法（如“3000”或“三千”）。",
            en=f"{found[0]} mixes Arabic digits with Chinese numerals; write it in one of the two.",
        )


def _mixed(body: str) -> Iterator[re.Match[str]]:
    """The mixed numbers of ``body``: looked for where 百 or 千 stands beside a digit."""
    beside = [
        at
        for at in places_of(body, "百千")
        if body[at - 1 : at].isdecimal() or body[at + 1 : at + 3].lstrip("零")[:1].isdecimal()
    ]
    return matches_about(_MIXED, body, beside, _BACK)
