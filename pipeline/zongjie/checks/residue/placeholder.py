"""RS01 · A placeholder was never filled in.

What it flags
    Stars (****), crosses (XX局, ××县, 20XX年), 某某, rows of underscores or empty boxes, and notes
    in brackets such as 【待补】 or 〔请填写〕. One finding for each way of writing it, with the count.

Why it matters
    A text with a mask in it was made from a template or from a scraped copy; nobody has read it
    through.

Flagged
    党的XX大; 增强"****"; 某某村; 完成投资___万元; 【待补】.

Accepted
    Markdown's ** and *** (bold, rules), X光, 5XX (codes), XXL, the product's own slots 【待填:…】
    and 【核对:…】 (they are GR06), 某些, 二○○八年, a person without a name (丁某某), the pattern of a
    stamp (“XX局”的印章).

Known misses
    A single X or 某; two stars in a text that uses ** for bold.

Source
    checks.tsv RS01; GENRE 1.9 (masking by regular expression in scraped reports).
"""

import re
from collections.abc import Iterator
from functools import partial

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of, stands
from zongjie.checks.pair_marks import opening_brackets
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.lexicons.surnames import SURNAMES
from zongjie.settings import Settings

CHECK = Check(
    code="RS01",
    name="placeholder",
    title="占位符未填",
    severity="error",
    flagged=(
        "甲山县政协2024年工作总结\n深刻领悟精神实质，增强“⟦****⟧”。学习党的⟦XX大⟧精神。\n",
        "甲山县住建局2024年工作总结\n⟦某某⟧村完成改厕，投资⟦___⟧万元，⟦【待补】⟧。某某镇也已完成。\n",
    ),
    accepted=(
        "甲山县行政审批局2024年工作总结\n阻断丁某某输入风险，审批后加盖“XX审批局”的印章。\n",
        "甲山县医院2024年工作总结\n**一、设备更新**\n购置X光机2台，采购XXL号工装。\n***\n报考5XX岗位的有某些人员。\n",
        "甲山县政协2025年工作计划\n组织调研【待填:次数】次，走访【核对:企业数】家企业。\n",
    ),
    about=(
        "没有填的空和遮盖的痕迹：星号、叉号、某某、下划线、【待补】。每种写法一条，给出个数。有意匿名"
        "的可以保留；本工具自己的【待填：…】归 GR06。"
    ),
)

_STARS = re.compile(r"\*{2,}")
_RULE = re.compile(r"[ \t]*(?:\*[ \t]*){3,}[ \t]*")
_CROSSES = re.compile(
    r"(?<![A-Za-z0-9/_.\-\uff21-\uff3a×])(?:(?:20|19|二[〇○零])(?=[XxＸ×]{2}年))?(?P<run>[XxＸ]{2,8}|×{2,8}|╳{2,8})"
    r"(?![A-Za-z0-9/_=(×])(?P<word>[大届次年月日省市县区镇乡村局院校部厅处科室委办]?)"
)
_SOMEBODY = re.compile(r"某某+")
_BLANKS = re.compile(r"(?<![A-Za-z0-9_\\])_{3,}(?![A-Za-z0-9_])|\uff3f{2,}|□{2,}|▁{3,}")
_NOTES = re.compile(
    r"[【\[〔(\uff08](?:待补充?|待定|待完善|待确认|待填写|待插入|请填写|请补充|请输入|填写|插入)[^】\]〕)\uff09\n:\uff1a]{0,12}[】\]〕)\uff09]"
)
_SLOTS = re.compile(r"\{\{[^{}\n]{1,20}\}\}|\$\{[^{}\n]{1,20}\}")
_QUANTITY = re.compile(
    r"(?:多|余|几)?[万亿]?(?:[元亩个名人次件项户吨棵株公平米套家所座条篇份起头只台辆册场])"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each way of writing a placeholder."""
    found: dict[str, list[Place]] = {}
    for key, place in _places(analysis.body):
        found.setdefault(key, []).append(place)
    for key, places in found.items():
        yield one_alarm(
            places,
            f"“{key}”是未填的占位符或屏蔽痕迹，全文 {{count}} 处。请补上实际内容，或删去。",
            f"“{key}” is a placeholder or a mask that was never filled in, {{count}} in all. "
            "Put in what belongs there, or take it out.",
            evidence={"placeholder": key},
            caveat=("有意匿名的材料可以保留。", "May stand in a text that is anonymous on purpose."),
        )


def _places(body: str) -> Iterator[tuple[str, Place]]:
    if "**" in body:
        yield from _masks(body)
    for match in filter(partial(_in_words, body), _CROSSES.finditer(body)) if _crossed(body) else ():
        if not (_is_damaged_number(body, match) or _PATTERN.search(body[match.end() : match.end() + 24])):
            yield match["run"], match.span()
    if "某某" in body:
        yield from (
            ("某某", match.span()) for match in _SOMEBODY.finditer(body) if not _is_person(body, match)
        )
    for match in _BLANKS.finditer(body) if _any(body, "___", "＿＿", "□□", "▁▁▁") else ():
        if body[slice(*_line(body, match.start()))].strip() != match[0]:
            yield match[0][:3], match.span()
    for pattern, places in ((_NOTES, opening_brackets(body)), (_SLOTS, places_of(body, ("{{", "${")))):
        for match in matches_about(pattern, body, places, 0):
            yield match[0], match.span()


def _crossed(body: str) -> bool:
    return _any(body, *"XxＸ×╳") and _any(body, "XX", "xx", "ＸＸ", "××", "╳╳", "Xx", "xX")


def _any(body: str, *signs: str) -> bool:
    """Whether any of the signs stands in the text: far quicker than the patterns it guards."""
    return any(stands(body, sign) for sign in signs)


def _masks(body: str) -> Iterator[tuple[str, Place]]:
    """Runs of stars that no Markdown explains, line by line.

    In a line of Markdown the runs come in pairs around words. Four and more stars are a mask
    unless they close one bold stretch and open the next, or stand alone as a rule.
    """
    bold = _BOLD.search(body) is not None
    at = body.find("**")
    while at >= 0:
        start, end = _line(body, at)
        line = body[start:end]
        if not _RULE.fullmatch(line):
            open_bold = False
            for match in _STARS.finditer(line):
                length = len(match[0])
                if length <= 3:
                    open_bold = not open_bold
                    masked = not bold and line.count("**") == 1 and _in_words(line, match)
                else:
                    masked = not open_bold
                if masked:
                    yield match[0], (start + match.start(), start + match.end())
        at = body.find("**", end)


def _is_person(body: str, match: re.Match[str]) -> bool:
    """丁某某: a family name before it, and no place or body made of it."""
    before, after = body[max(0, match.start() - 1) : match.start()], body[match.end() : match.end() + 1]
    return before != "" and before in SURNAMES and after not in "省市县区镇乡村街局院校公单企部厅委"


_PATTERN = re.compile("^[^”\n]{0,16}”的?(?:印章|公章|字样|名义|格式|样式)")
_BOLD = re.compile(r"(?<!\*)\*\*(?![*\s])[^*\n]{1,200}(?<!\s)\*\*(?!\*)")


def _in_words(text: str, match: re.Match[str]) -> bool:
    """Chinese on one side at least: elsewhere stars and crosses are code."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if match[0][0] == "*":
        return _CHINESE.match(before) is not None and _CHINESE.match(after) is not None
    return _CHINESE.search(before + match[0] + after) is not None


_CHINESE = re.compile(r"[\u4e00-\u9fff\u3001\u3002\u300a\u300b\u201c\u201d\uff0c\uff1b\uff1a]")


def _line(body: str, at: int) -> Place:
    end = body.find("\n", at)
    return body.rfind("\n", 0, at) + 1, len(body) if end < 0 else end


def _is_damaged_number(body: str, match: re.Match[str]) -> bool:
    """XX亩 behind digits is damage done to a number: that is RS03's."""
    before = body[match.start("run") - 1 : match.start("run")]
    return before.isdigit() and _QUANTITY.match(body, match.end("run")) is not None
