"""PU09 · The number of an official document in a wrong form.

What it flags
    [2025], (2025) or 【2025】 for 〔2025〕, 第5号 after it, a zero before the number (05号).

Why it matters
    The number is how a document is found again; GB/T 9704 fixes its form.

Flagged
    东政发[2025]5号; 甲政办〔2025〕第5号; 甲发〔2025〕05号.

Accepted
    甲政发〔2025〕5号; a court's case number (2024)甲0101民初5号.

Known misses
    Numbers without a year.

Source
    GB/T 9704—2012, 7.2.5; checks.tsv PU09.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU09",
    name="document-number-form",
    title="发文字号格式",
    severity="warning",
    flagged=(
        "甲山县政府办2024年工作总结\n印发方案（⟦甲政办发[2024]5号⟧），落实⟦甲发〔2024〕第12号⟧和⟦甲办字〔2024〕06号⟧要求。\n",
    ),
    accepted=(
        "甲山县政府办2024年工作总结\n印发方案（甲政办发〔2024〕5号），执行(2024)甲0101民初5号判决，[2024]年3号台风过境。\n",
    ),
    about="发文字号的括号、“第”字和虚位零不合格式，应当写作“甲政发〔2025〕5号”。",
)

_NUMBER = re.compile(
    r"(?P<left>[\[〔【(（])(?:19|20)\d\d(?P<right>[\]〕】)）])(?P<mark>第)?(?P<zero>0+)?\d{1,4}号"
)
_ISSUER = re.compile(r"[\u4e00-\u9fff]{0,8}[发函办字令委府政规通呈请知组教财人审][\u4e00-\u9fff]{0,2}$")
_VERBS = ("落实", "印发", "根据", "按照", "依据", "执行", "下发", "出台", "制定", "发布", "转发", "关于")
_LONGEST = 11  # characters of the issuer's short name


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a number."""
    body = analysis.body
    for match in _NUMBER.finditer(body):
        issuer = _ISSUER.search(body[max(0, match.start() - _LONGEST) : match.start()])
        faults = list(_faults(match))
        if issuer is None or not faults:
            continue
        start = match.start() - len(_short_name(issuer[0]))
        words = body[start : match.end()]
        yield Alarm(
            start=start,
            end=match.end(),
            zh=f"“{words}”：{'，'.join(zh for zh, _ in faults)}。",
            en=f"“{words}”: {', '.join(en for _, en in faults)}.",
            fix=_mended(words),
        )


def _faults(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    if (match["left"], match["right"]) != ("〔", "〕"):
        yield "年份用六角括号〔〕", "the year takes 〔 〕"
    if match["mark"]:
        yield "序号前不加“第”", "no 第 before the number"
    if match["zero"]:
        yield "序号不编虚位", "no zero before the number"


def _short_name(head: str) -> str:
    """The issuer without the verb or conjunction before it: 落实甲发 is 甲发."""
    for verb in _VERBS:
        at = head.rfind(verb, 0, max(0, len(head) - 1))
        if at >= 0:
            return head[at + len(verb) :]
    return head[max(head.rfind(one) for one in "和与及以对将") + 1 :]


def _mended(words: str) -> str:
    whole = re.sub(r"[\[【(（](\d{4})[\]】)）]", r"〔\1〕", words)
    return re.sub(r"〕第?0*", "〕", whole)
