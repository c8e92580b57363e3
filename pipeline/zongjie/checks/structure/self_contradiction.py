"""ST17 · A frequency that the list after it contradicts.

What it flags
    每年确定一个专题 (every year one, every quarter one) and then, in the same section, three or
    more of that very thing with months to them.

Why it matters
    One of the two is wrong, and a reader who counts sees it at once.

Flagged
    每年开展一次专项督查, and then 三月…专项督查;五月…专项督查;九月…专项督查. What the claim ends
    with counts too: 每年确定一个课题开展专题调研, and then four 调研 with their months.

Accepted
    每季度一次 before four of them in a year; a list of things of another kind.

Known misses
    Lists without months; claims of 唯一, 首次, 全部 that other sentences contradict.

Source
    checks.tsv ST17.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="ST17",
    name="self-contradiction",
    title="前后矛盾",
    severity="warning",
    flagged=(
        "一、督查工作\n坚持以督促干，⟦每年选择一个课题深入研究⟧。三月完成人才引进课题；六月完成水源保护课题；"
        "九月完成校园安全课题；十一月完成养老服务课题。各项成果都送有关部门参考。\n",
    ),
    accepted=(
        "一、督查工作\n坚持以督促干，每季度选择一个课题深入研究。三月完成人才引进课题；六月完成水源保护课题；"
        "九月完成校园安全课题；十一月完成养老服务课题。\n",
        "一、督查工作\n每年选择一个课题深入研究。三月召开动员会，六月组织培训，九月开展督导。\n",
    ),
    about="说“每年一个专题”，后面却列了几个。",
)

_CLAIM = re.compile(
    r"(?P<every>每年|每半年|每季度|每月)[^。;；,，:：\n]{0,8}?[一1](?:个|项|次|场|件|批|轮)"
    r"(?:[^。;；,，:：\n一-鿿]{0,2})(?P<noun>[一-鿿]{2})[^。;；,，:：\n]{0,20}"
)
_MONTH = re.compile(r"(?<![0-9])(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬|上旬|下旬)?")
_A_YEAR = {"每年": 1, "每半年": 2, "每季度": 4, "每月": 12}
_REACH = 600  # characters after the claim in which the list stands
_MORE = 2  # that many more than claimed


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each claim that its list contradicts."""
    for claim in _CLAIM.finditer(analysis.body):
        section = analysis.section_at(claim.start())
        end = min(section.end if section else len(analysis.body), claim.end() + _REACH)
        for noun in dict.fromkeys((claim["noun"], claim[0][-2:])):  # 一个课题, 开展专题调研
            dated = list(_dated(analysis.body, claim.end(), end, noun))
            if len(dated) >= _A_YEAR[claim["every"]] + _MORE:
                yield _alarm(claim, noun, dated)
                break


def _dated(body: str, start: int, end: int, noun: str) -> Iterator[tuple[int, int]]:
    """Clauses that open with a month and name the thing; two clauses of one month count once."""
    months = list(_MONTH.finditer(body, start, end))
    seen = set()
    for at, month in enumerate(months):
        stop = months[at + 1].start() if at + 1 < len(months) else end
        cut = re.search("[。;；\n]", body[month.end() : stop])
        clause_end = month.end() + cut.start() if cut else stop
        if noun in body[month.end() : clause_end] and month[0] not in seen:
            seen.add(month[0])
            yield month.start(), clause_end


def _alarm(claim: re.Match[str], noun: str, dated: list[tuple[int, int]]) -> Alarm:
    every = claim["every"]
    return Alarm(
        claim.start(),
        claim.end(),
        zh=f"这里说“{claim[0]}”，后面却列出{len(dated)}项“{noun}”。请核对说法或清单。",
        en=f"Here it is one {noun} ({every}), yet {len(dated)} of them are listed after it. "
        "Check the claim or the list.",
        related=tuple(Side(start, end, noun, noun) for start, end in dated[:8]),
        evidence={"claimed": _A_YEAR[every], "listed": len(dated), "noun": noun},
        caveat_zh=f"若所列不止一年的，或“{noun}”所指不同，则不矛盾。",
        caveat_en="No contradiction if the list covers several years or things of another kind.",
    )
