"""The opening (总体要求) and the close (保障措施) of a plan, made from the report's own aims and doubts."""

import re
from collections.abc import Sequence

from zongjie.document import Analysis, Section
from zongjie.drafters.building import Draft
from zongjie.drafters.content import ContentPlan, Strand
from zongjie.drafters.periods import NextPeriod, organisation
from zongjie.drafters.phrases import sound, tagged
from zongjie.drafters.targets import StatedTarget
from zongjie.drafters.wording import Voice

_ANCHOR = re.compile(
    r"(?:党的|中央|[省市县区州旗]委)(?:[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次全[体会](?:会议)?|经济工作会议|农村工作会议|[一二三四五六七八九十]{2,3}大)"
)
_PERIODIC = re.compile(
    r"链接|文档|目录|各种|有|坚持|突出|不断|本[期月年季]|新增|亮点|概况|情况|成果$|方面$|^工作"
)
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,12}")
_STEERED = ("以{anchor}部署为坐标", "对标{anchor}部署", "按照{anchor}要求", "紧扣{anchor}任务")
_AIMED = (
    "对{told}等{last}查出的短板逐项拿出办法", "着力补上{told}等方面的短板", "把{told}方面的问题摆到前面解决",
    "直面{last}在{told}等方面的不足", "先从{told}这些薄弱处改起",
)  # fmt: skip
_KEPT = (
    "{name}将上述任务分解到{unit}，{rhythm}对账，未完成的报{forum}说明原因。",
    "各项任务列入{name}督办清单，{lead}{rhythm}通报，逾期的作出书面说明。",
    "{name}{rhythm}听取进展，由{forum}研究调整，不搞年底算总账。",
    "本计划由{name}印发{unit}执行，{rhythm}检查，结果与评先评优挂钩。",
    "{forum}{rhythm}调度，{unit}报实情、不报虚数，{name}随机抽查。",
)
_KEPT_PROJECT = (
    "{name}每期通报进展，没做完的写明原因和下一步。", "各项进展由{lead}汇总进{forum}，卡住的公开求助。",
    "{lead}{rhythm}回看任务单，长期没人接的事项公开征集人手。",
)  # fmt: skip
_KEPT_PERSONAL = (
    "以上各项{rhythm}自查一次，没做完的写明原因，述职时一并说明。",
    "{rhythm}对照计划检查，请{people}提意见，做得不够的及时补上。",
)  # fmt: skip
_LACKING = (
    "{last}总结未写明{missing}，定稿前由{lead}补充【待填：{missing}】。",
    "因{last}总结未写明{missing}，请{lead}先行查摆补上【待填：{missing}】。",
    "【待填：{missing}】须由{lead}补齐，{last}总结未写明这些内容。",
)
_NO_SHORTFALL = re.compile(r"、|问题|难度|矛盾|腐败|主义|灾害|困难|风险|压力|隐患|任务|“")
_CLOSED = (
    "{t}等照现有制度办理，不再单列任务，由{unit}{rhythm}自查",
    "{t}等转为经常性工作，制度不变、人手不减，{lead}{rhythm}过问",
    "{t}等已有章可循，本期不另列任务，出现新情况再由{lead}提出",
)  # fmt: skip
_BY_GROUP = {
    "party": "党的建设", "economy": "经济运行", "industry": "产业工作", "innovation": "科技工作",
    "reform": "改革开放", "rural": "三农工作", "region": "城乡建设", "environment": "环境保护",
    "welfare": "民生工作", "culture": "文化旅游", "safety": "安全稳定", "governance": "队伍和制度建设",
    "consultation": "履职联络", "operations": "日常业务",
}  # fmt: skip
_SHORT_NAME = 12
_IDENTITY = ("ID01", "ID02", "ID03")
_TIME = ("TM01", "TM02", "TM03", "TM04")
_FIGURES = ("NM01", "NM02", "NM04", "NM05", "NM07")


def opening(
    analysis: Analysis,
    content: ContentPlan,
    period: NextPeriod,
    voice: Voice,
    targets: Sequence[StatedTarget],
) -> list[Draft]:
    """By what to steer, which shortfalls to make good; then the targets that the report set itself."""
    spans: list[tuple[int, int]] = []
    parts = []
    anchor = _anchor(analysis)
    if anchor:
        spans.append(anchor)
        parts.append(voice.pick("steered", _STEERED).format(anchor=analysis.body[anchor[0] : anchor[1]]))
    aims = _aims(content, voice)
    if aims:
        spans += [span for span, _ in aims]
        parts += [words for _, words in aims]
    subjects = [
        ((a.problem.start, a.problem.end), s.subject)
        for a in content.answers
        for s in a.shortfalls[:1]
        if 3 <= len(s.subject) <= 12 and not _NO_SHORTFALL.search(s.subject)
    ][:3]
    if subjects:
        spans += [span for span, _ in subjects]
        told = "、".join(dict.fromkeys(words for _, words in subjects))
        parts.append(voice.pick("aimed", _AIMED).format(told=told, last=period.last))
    name = organisation(analysis)
    if not parts:
        parts.append(f"在{period.last}工作基础上接续推进、逐项抓实")
        spans.append(_title(analysis))
    doubt = _doubt(analysis, _IDENTITY, "文中机关称谓不一，请确认本级")
    text = f"{period.short}，{name if len(name) <= _SHORT_NAME else ''}{'，'.join(parts)}{doubt}。"
    drafts = [Draft(voice.count(text), "frame", tuple(spans))]
    if targets:
        words = "；".join(one.words for one in targets)
        spans = [(one.start, one.end) for one in targets]
        drafts.append(Draft(voice.count(f"预期目标：{words}。"), "target", tuple(spans)))
    return drafts


def _both(told: list[str]) -> tuple[list[str], list[str]]:
    return told, told[::-1]


def _aims(content: ContentPlan, voice: Voice) -> list[tuple[tuple[int, int], str]]:
    """Two promises of the heaviest themes that no item tells (items take the weightiest)."""
    found = []
    for strand in content.strands[:5]:
        for promise in strand.promises[:12]:
            words = promise.deed.told(voice.turn + 1)
            if not voice.heard(promise.deed.object) and 4 <= len(promise.deed.object) <= 10:
                voice.told.add(promise.deed.object)
                found.append(((promise.deed.start, promise.deed.end), words))
                break
    return found[:2]


def slots_needed(analysis: Analysis, content: ContentPlan) -> int:
    """How many slots the opening and the close will hold: doubts, and what the report lacks."""
    doubts = sum(bool(_doubt(analysis, codes, "")) for codes in (_IDENTITY, (*_TIME, *_FIGURES)))
    lacking = not (content.answers and content.has_plan and any(s.baselines for s in content.strands))
    return doubts + lacking


def closed(strands: list[Strand], voice: Voice) -> list[Draft]:
    """Themes of the past work that no item takes up: they are closed on purpose, as routine."""
    found: dict[str, tuple[str, Section]] = {}
    for strand in strands:
        for section in strand.sections:
            if section.role == "achievement" and strand.group not in found:
                heading = section.heading or ""
                name = heading if _is_noun(heading) else _BY_GROUP.get(strand.group, "")
                if name and not voice.heard(name):
                    found[strand.group] = (name, section)
    if not found:
        return []
    told = "、".join(dict.fromkeys(name for name, _ in found.values()))
    words = voice.fill(voice.pick("closed", _CLOSED), t=told)
    spans = tuple((s.heading_start or s.start, s.heading_end or s.end) for _, s in found.values())
    return [Draft(voice.count(f"{words}。"), "measure", spans)]


def _is_noun(heading: str) -> bool:
    if not _PLAIN.fullmatch(heading) or not sound(heading, _SHORT_NAME, 4):
        return False
    tags = tagged(heading)
    verbal = any(flag == "v" or flag[:1] in "dil" for _, flag in tags)
    return tags[-1][1].startswith("n") and not verbal and not _PERIODIC.search(heading)


def guarantee(analysis: Analysis, content: ContentPlan, period: NextPeriod, voice: Voice) -> list[Draft]:
    """Frames in order of weight: what the report lacks, what must be checked, how the plan is kept."""
    name = organisation(analysis) or "本单位"
    drafts = []
    there = (
        ("存在的问题", bool(content.answers)), ("下一步打算", content.has_plan),
        ("可作基数的数字", any(strand.baselines for strand in content.strands)),
    )  # fmt: skip
    missing = "、".join(words for words, found in there if not found)
    if missing:
        body = analysis.body
        whole = (len(body) - len(body.lstrip()), len(body.rstrip()))
        words = voice.fill(voice.pick("lacking", _LACKING), last=period.last, missing=missing)
        drafts.append(Draft(words, "frame", (whole,)))
    doubts = [
        (f.start, f.end) for f in analysis.findings
        if f.code in (*_TIME, *_FIGURES) and not f.preview and not f.suppressed
    ]  # fmt: skip
    if doubts:
        which = _doubt(analysis, _TIME, "起止时间") + _doubt(analysis, _FIGURES, "前后数字")
        words = f"{period.last}总结里说法不一之处先行查实{which}，再作为{name}新一期的基数使用。"
        drafts.append(Draft(words, "frame", tuple(doubts[:6])))
    kept: Sequence[str] = _KEPT_PROJECT if voice.style.project else _KEPT
    if voice.style.kind == "personal":
        kept = _KEPT_PERSONAL
    words = voice.fill(voice.pick("kept", kept), name=name)
    drafts.append(Draft(words, "frame", (_title(analysis),)))
    return drafts


def framed(first: list[Draft], others: list[Draft], room: int) -> tuple[list[Draft], list[Draft]]:
    """The opening and the close with at most ``room`` frames; what the report lacks is never left out.

    Where there is room for one only, that goes into the opening's own sentence.
    """
    kept = others[: max(0, room - 1)]
    if kept or not others or "未写明" not in others[0].text:
        return first, kept
    head, lack = first[0], others[0]
    text = f"{head.text.rstrip('。')}；{lack.text}"
    return [Draft(text, "frame", (*head.sources, *lack.sources)), *first[1:]], kept


def _title(analysis: Analysis) -> tuple[int, int]:
    """Where the report says what it is: its title, else its first words."""
    body = analysis.body
    first = len(body) - len(body.lstrip())
    return analysis.outline.title or (first, min(len(body), first + 40))


def _anchor(analysis: Analysis) -> tuple[int, int] | None:
    """A meeting by whose decisions the report's own plan (or opening) says it steers."""
    for role in ("plan", "opening"):
        for section in analysis.sections:
            if section.role == role:
                match = _ANCHOR.search(analysis.body, section.start, min(section.end, section.start + 500))
                if match:
                    return match.start(), match.end()
    return None


def _doubt(analysis: Analysis, codes: tuple[str, ...], words: str) -> str:
    found = any(f.code in codes and not f.preview and not f.suppressed for f in analysis.findings)
    return f"【核对：{words}】" if found else ""
