"""ST18 · A heading without number inside a numbered section.

What it flags
    A short sentence like 突出重点掌握情况。 in the midst of a section with a run-in heading,
    built like that heading and followed by another matter, where the numbered siblings have none.

Why it matters
    It was a heading once: the section should be split, or the line taken out.

Flagged
    1.坚持服务企业。…… with 突出项目抓好对接。 in its midst.

Accepted
    Sections in which topic sentences are the rule; short sentences with a subject or a figure.

Known misses
    Headings that stand first in a paragraph of their own.

Source
    checks.tsv ST18.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import families
from zongjie.document import Analysis, Section
from zongjie.lexicons.pairs import Pairs
from zongjie.settings import Settings

_FILLER = "组织干部走访企业，逐一登记用工、用地和融资方面的困难，建立台账并交有关科室限时办理。"

CHECK = Check(
    code="ST18",
    name="orphan-subheading",
    title="无序号小标题",
    severity="note",
    flagged=(
        f"一、主要工作\n1.坚持服务企业。{_FILLER}⟦突出项目抓好对接。⟧{_FILLER}\n"
        f"2.做优营商环境。{_FILLER}\n3.严格目标考核。{_FILLER}\n",
    ),
    accepted=(
        f"一、主要工作\n1.坚持服务企业。{_FILLER}突出项目抓好对接。{_FILLER}\n"
        f"2.做优营商环境。{_FILLER}强化协调压实责任。{_FILLER}\n3.严格目标考核。{_FILLER}注重结果奖优罚劣。{_FILLER}\n",
    ),
    about="段落中间有一句和标题一个模样的短句，同级小节都有序号，只有它没有。",
)

_VERBS = (
    "突出|坚持|加强|强化|注重|狠抓|严格|提升|做好|做实|做优|做强|办好|抓好|抓实|抓住|聚焦|围绕|着眼|着力|推进|推动|深化"
    "|完善|健全|落实|优化|打造|筑牢|夯实|拓宽|拓展|创新|规范|把握|掌握|把准|紧扣|紧盯|立足|增强|提高|扩大|凝聚|促进|服务"
    "|摸清|压实|用好|守住|守牢|找准|建强|形成"
)
_THEN = (
    "(?:掌握|办好|抓好|抓实|抓住|做好|做实|做优|做强|把准|把握|把牢|摸清|压实|用好|守住|守牢|找准|建强|建好|凝聚|促进|提升|增强"
    "|提高|夯实|筑牢|拓宽|激发|强化|打造|形成|汇聚)"
)
_SHORT = re.compile(
    rf"(?<=[。！])(?P<line>(?:{_VERBS})[一-鿿]{{2}}{_THEN}[一-鿿]{{2}})。(?=[^\s一二三四五六七八九十(（])"
)
_STOPS = Pairs(stop + verb[0] for stop in "。！" for verb in _VERBS.split("|"))
_HAS_SUBJECT = re.compile("[了已]|我们|成效|显著|明显|效果|良好|得到|受到|获得")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a section, at the first such line; the others are counted."""
    grouped, stops = families(analysis), _STOPS.places(analysis.body)
    for siblings in grouped.values():
        leaves = [one for one in siblings if one.number and one.id not in grouped]
        if len(leaves) < 3:
            continue
        lines = [list(_lines(analysis, one, stops)) for one in leaves]
        with_lines = [at for at, found in enumerate(lines) if found]
        if len(with_lines) == 1 and len(lines[with_lines[0]]) <= 3:
            yield _alarm(leaves[with_lines[0]], lines[with_lines[0]])


def _lines(analysis: Analysis, section: Section, stops: list[int]) -> Iterator[re.Match[str]]:
    """The lines of ``_SHORT`` in a section, each after one of ``stops``."""
    heading = section.heading or ""
    first, end = bisect_left(stops, section.body_start), bisect_left(stops, section.end)
    for stop in stops[first:end]:
        match = _SHORT.match(analysis.body, stop + 1, section.end)
        if match is None:
            continue
        line = match["line"]
        is_alike = len(line) <= 9 and abs(len(line) - len(heading)) <= 4
        is_first = not analysis.body[section.body_start : match.start()].strip("。． \n*")
        if is_alike and not is_first and not _HAS_SUBJECT.search(line):
            yield match


def _alarm(section: Section, lines: list[re.Match[str]]) -> Alarm:
    line = lines[0]["line"]
    more = f"（本节共{len(lines)}处）" if len(lines) > 1 else ""
    return Alarm(
        lines[0].start(),
        lines[0].end(),
        zh=f"“{line}”像是一个没有序号的小标题{more}，同级各节都有序号。请编号分段，或删去。",
        en=f"“{line}” looks like a heading without a number ({len(lines)} in this section), while its "
        "siblings are numbered. Number it and begin a paragraph, or take it out.",
        related=tuple(Side(m.start(), m.end(), "同类短句", "a line of the same kind") for m in lines[1:]),
        evidence={"lines": len(lines)},
        caveat_zh="短句强调也是正常写法。",
        caveat_en="A short sentence for emphasis is good style too.",
    )
