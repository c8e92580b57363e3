"""RS03 · A mask ate into a number or a set phrase.

What it flags
    XX before a measure word (20XX棵), a letter in the place of a digit (x.3万元, 1x5公里), a name
    taken out of a set phrase (以为核心的党中央, 总书记新时代…), quotation marks or 《》 with nothing in
    them.

Why it matters
    Masking by pattern takes 2000棵 for a year. The true value is lost: it must be put back from
    the source, and no program may guess it.

Flagged
    栽植20XX棵; 收入x.3万元; 紧密团结在以同志为核心的党中央周围; 增强“”.

Accepted
    20XX年 (a placeholder: RS01), 3x5 rooms (3x5米), x轴.

Known misses
    A figure replaced by a plausible other one.

Source
    checks.tsv RS03; GENRE 1.9.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="RS03",
    name="mask-corruption",
    title="批量替换误伤",
    severity="error",
    flagged=(
        "甲山县林业局2024年工作总结\n栽植苗木⟦20XX棵⟧，增收⟦x.3万元⟧。\n",
        "甲山县林业局2024年工作总结\n紧密团结在⟦以同志为核心的党中央⟧周围，增强⟦“”⟧，造林300亩。\n",
    ),
    accepted=(
        "甲山县林业局2024年工作总结\n20XX年造林300亩，建成3x5米宣传栏2块，沿x轴布设点位，采购X3.5万元设备1台。\n",
    ),
    about="批量替换伤了数字和固定说法：“20XX棵”“x.3万元”，空引号，固定表述里缺了字。",
)

_UNIT = (
    r"(?:多|余|几)?(?:个百分点|平方公里|平方米|立方米|公里|公顷|千瓦时?|万千瓦|[万亿]?(?:美元|元|亩|吨|人次|户|米|株|棵|平方|立方)"
    r"|[万亿千百]|[个名件次项条套家所座篇份起头只台辆册场处间栋人%％])"
)
_MASKED = re.compile(rf"(?<![A-Za-z0-9])\d{{1,4}}[XxＸ×*]{{2,6}}(?:\.\d{{1,3}})?{_UNIT}")
_LETTER = re.compile(
    rf"(?<![A-Za-z0-9.\-])(?:[XxＸ]{{1,4}}[.．]\d{{1,3}}|\d{{1,4}}[.．][xXＸ]{{1,3}})\s?{_UNIT}"
    rf"|(?<![A-Za-z0-9.\-])\d{{1,3}}[xＸ]\d{{1,3}}(?:万|亿)(?:元|亩|吨|人)"
)
_HOLE = re.compile(
    r"以(?:同志)?为核心的(?:党中央|中央领导集体)|(?:以|同志|，|、|。)总书记新时代中国特色社会主义思想|坚持以新时代中国特色社会主义思想为指导思想指引"
)
_HOLE_SIGNS = ("以为核心", "以同志为核心", "总书记新时代", "思想为指导思想")
_EMPTY = tuple(map(re.compile, ("“[ \u3000]?”", "《[ \u3000]?》", "‘[ \u3000]?’")))
_MASKS = "XxＸ×*"
_BACK = 5  # digits and a dot before the mask
_SIGN = re.compile(r"[XxＸ×*]{2}|[XxＸ][.．\d]|[.．][xXＸ]")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place: each is another value lost."""
    body = analysis.body
    masks = [
        at for at in places_of(body, _MASKS) if _SIGN.match(body, max(0, at - 1)) or _SIGN.match(body, at)
    ]
    for pattern in (_MASKED, _LETTER):
        for match in matches_about(pattern, body, masks, _BACK):
            yield _alarm(match, "这里的数值被屏蔽符号破坏", "a mask has destroyed the value here")
    for match in _HOLE.finditer(body) if any(sign in body for sign in _HOLE_SIGNS) else ():
        start = match.start() + (1 if match[0][0] in "，、。" else 0)
        yield _alarm(match, "这里的词被删空", "the words were taken out here", start)
    for pattern in _EMPTY:
        for match in pattern.finditer(body):
            yield _alarm(match, "这里的词被删空", "the words were taken out here")


def _alarm(match: re.Match[str], zh: str, en: str, start: int | None = None) -> Alarm:
    at = match.start() if start is None else start
    words = match.string[at : match.end()]
    return Alarm(
        start=at,
        end=match.end(),
        zh=f"“{words}”：{zh}，真实内容已丢失。请对照原件补上。",
        en=f"“{words}”: {en}; the true one is lost. Put it back from the source.",
        evidence={"damage": words},
    )
