"""NM07 · Two approximators that contradict or double one another.

What it flags
    A numeral with a word of bound before it and another one after it that clash (近…余: below and
    above at once) or say the same twice (约…左右, 至少…以上, 超过…多).

Why it matters
    The reader cannot tell whether the number was reached; in a report that is its only point.

Flagged
    近500余人 · 约80家左右 · 至少30次以上 · 超过200多户

Accepted
    近500人 · 500余人 · 近10余年来 (近 is of time) · 节约300余万元, 签约20多家 (约 is part of a word)

Known misses
    Approximators with a clause between them and their numeral.

Source
    checks.tsv NM07; GB/T 15835—2011 on approximate numbers.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about
from zongjie.document import Analysis
from zongjie.settings import Settings

_UNIT = (
    r"(?:[%％]|个百分点|(?:万|亿){0,2}"
    r"(?:人次|平方米|平方公里|公里|千瓦|小时|个|名|人|家|户|次|场|件|项|条|亩|元|天|米|吨|座|所|辆|台|篇|份|期|处|只|头)?)"
)
_NUMBER = r"(?:[0-9０-９]{1,12}(?:[.．][0-9０-９]{1,6})?|[一二两三四五六七八九十百千]{1,8})[十百千万亿]{0,2}"
_CLASH = re.compile(
    rf"""(?=[将接不近大约超逾至最])
    (?: (?P<below> 将近 | 接近 | 不足 | 不到 | (?<![附邻靠最就临毗贴亲远相]) 近 ) {_NUMBER} (?P<over>余|多)
    | (?P<about> 大约 | (?<![大节签预公条合特制集违履邀简契缔盟失]) 约 ) {_NUMBER}
        (?: (?P<more>余|多) | {_UNIT} (?P<round>左右|上下) )
    | (?P<above> 超过 | (?<![赶反高]) 超 | 逾 ) {_NUMBER}
        (?: (?P<again>余|多) | {_UNIT} (?P<up>以上|左右|上下) )
    | (?P<least> 至少 | 不少于 | 不低于 ) {_NUMBER} {_UNIT} (?P<least_again>以上)
    | (?P<most> 至多 | 最多 | 不超过 | 不高于 ) {_NUMBER} {_UNIT} (?P<most_again>以下|以内|之内) )
    """,
    re.VERBOSE,
)
_OPENERS = frozenset("近约超逾过足到于少多接")  # the last characters of the words before the number
_BACK = 3  # characters of the longest of them
_TIME = re.compile(r"[个]?(?:年|月|天|日|周|小时|分钟|世纪)")

CHECK = Check(
    code="NM07",
    name="approx-conflict",
    title="概数矛盾",
    severity="warning",
    flagged=(
        "乙水县农业农村局2024年工作总结\n一、主要工作\n开展技术培训12场，⟦近500余⟧人参加。\n",
        "乙水县农业农村局2024年工作总结\n一、主要工作\n带动合作社⟦约80家左右⟧，⟦超过200多⟧户农户增收。\n",
    ),
    accepted=(
        "乙水县农业农村局2024年工作总结\n一、主要工作\n"
        "近10余年来首次实现增收，近500人参加培训，节约300余万元，签约20多家，附近30余户受益。\n",
    ),
    about="概数前后的词互相打架或说了两遍：“近500余人”“约80家左右”“至少30次以上”。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    body = analysis.body
    behind = [one.start for one in analysis.quantities if body[one.start - 1 : one.start] in _OPENERS]
    for found in matches_about(_CLASH, body, behind, _BACK):
        if _TIME.match(analysis.body, found.end()) and (found["below"] or "").endswith("近"):
            continue
        first, second = _words(found)
        contradiction = bool(found["below"])
        yield Alarm(
            start=found.start(),
            end=found.end(),
            zh=f"“{first}”与“{second}”{'互相矛盾' if contradiction else '意思重复'}，只留一个。",
            en=f"{first} and {second} {'contradict' if contradiction else 'double'} one another; keep one.",
            evidence={"before": first, "after": second},
        )


def _words(found: re.Match[str]) -> tuple[str, str]:
    before = ("below", "about", "above", "least", "most")
    after = ("over", "more", "round", "again", "up", "least_again", "most_again")
    return (
        next(found[name] for name in before if found[name]),
        next(found[name] for name in after if found[name]),
    )
