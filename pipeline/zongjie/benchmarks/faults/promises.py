"""Plants promises that the report does not keep: counts, plans, parts, annexes, frequencies."""

import re
from random import Random

from zongjie.benchmarks.faults.outline import families
from zongjie.benchmarks.faults.planted import Change, Planted, inserted, made_of, replaced, sentence_end
from zongjie.document import Analysis

_COUNTS = "一二三四五六七八九十"


def _count(analysis: Analysis, random: Random) -> Planted | None:
    """A lead promises another number of parts than follow; or a sentence with a list comes in."""
    text = analysis.report.text
    sections = {one.id: one for one in analysis.sections}
    groups = [
        (sections[parent], siblings)
        for parent, siblings in families(analysis).items()
        if parent is not None and 3 <= len(siblings) <= 8 and sections[parent].role != "other"
    ]
    if groups and random.random() < 0.5:
        above, siblings = random.choice(groups)
        wrong = len(siblings) + random.choice((-1, 1))
        at = siblings[0].start
        while at > above.body_start and analysis.body[at - 1] in "\n\r 　*#":
            at -= 1
        said = random.choice(("以下{}个方面", "以下{}项工作", "以下{}项任务")).format(_COUNTS[wrong - 1])
        return inserted("ST04", text, at, f"\n重点抓好⟦{said}⟧。")
    place = sentence_end(analysis, random, "plan")
    if place is None or _is_in_a_list(analysis, place):
        return None
    make = made_of(
        "重点抓好⟦以下四个方面工作⟧：一是练强队伍，组织技能比武；二是备足物资，更新抢险器材；三是完善预案，开展演练。",
        "着力做好⟦以下三项工作⟧：一是摸清底数，逐户登记；二是分类帮扶，一户一策。",
        "要抓好⟦以下三件事⟧：一要压实责任；二要盯紧进度；三要守住底线；四要严格考核。",
    )
    return inserted("ST04", text, place, make(random))


def _is_in_a_list(analysis: Analysis, place: int) -> bool:
    """Whether 一是…二是… runs round ``place``: a list in such a list would be no clear fault."""
    around = analysis.body[max(0, place - 600) : place + 600]
    return re.search("[一二三四五六七八九]是|第[一二三四五六七八九][，,]", around) is not None


_MATTERS = (
    "城区停车设施", "老旧电梯更新", "农村客运班线", "充电设施布局", "校外托管监管", "残疾人康复服务",
    "公益性公墓建设", "渠道日常管护", "气象监测站点", "图书馆夜间服务", "家庭医生签约", "快递末端配送",
    "畜禽粪污处理", "社区矫正力量", "窨井盖排查", "食堂后厨卫生", "古树名木保护", "林下经济发展",
    "冷链仓储能力", "燃气管线改造", "心理咨询服务", "垃圾分类宣传", "桥梁检测维护", "宿舍维修保养",
)  # fmt: skip
_SHORT = ("还不够到位", "仍然不足", "存在明显短板", "仍较薄弱", "有待加强", "进展较慢")


def _unanswered(analysis: Analysis, random: Random) -> Planted | None:
    """A problem gives way to one of a matter that the report nowhere else names: no measure answers it."""
    plans = [one for one in analysis.sections if one.role == "plan"]
    text = analysis.report.text
    matters = [
        one for one in _MATTERS if sum(pair in text for pair in _pairs(one)) <= 1 and one[:2] not in text
    ]
    problems = [
        one
        for one in analysis.problems
        if plans and one.end <= plans[0].start and one.end - one.start <= 80 and text[one.end] in "。；;"
    ]
    if not matters or not problems:
        return None
    place = random.choice(problems)
    return replaced("ST10", text, place.start, place.end, random.choice(matters) + random.choice(_SHORT))


def _pairs(words: str) -> list[str]:
    return [words[at : at + 2] for at in range(0, len(words) - 1, 2)]


def _no_targets(analysis: Analysis, random: Random) -> Planted | None:
    """Every sentence of the plan with a figure or a time is taken out; the place is its heading."""
    parts = [s for s in analysis.sections if s.role == "plan"]
    plans = [s for s in parts if s.level == 1 and s.heading_end]
    if len(plans) != 1 or any(s.start < plans[0].start or s.end > plans[0].end for s in parts):
        return None
    plan, text = plans[0], analysis.report.text
    dated = re.compile(
        r"[0-9０-９%％]|年[底内末]|月底|季度|上半年|下半年|全覆盖|倍|一半|清零"
        r"|[一二三四五六七八九十百千两几]+[个项家条座场次人万亿处件月]"
    )
    made, shift = text, 0
    for start, end in analysis.outline.sentences:
        if start >= plan.body_start and end <= plan.end and dated.search(text, start, end):
            made = made[: start - shift] + made[end - shift :]
            shift += end - start
    if plan.end - plan.body_start - shift < 400:
        return None
    return Planted("ST11", made, plan.start, plan.heading_end or plan.body_start)


def _part_missing(analysis: Analysis, random: Random) -> Planted | None:
    """The title promises a plan; all from the plan on is cut off."""
    title = analysis.outline.title
    plans = [one for one in analysis.sections if one.role == "plan"]
    if title is None or not plans or plans[0].start < title[1] + 400:
        return None
    promise = random.choice(("和下一年工作计划", "和下半年工作打算", "暨明年工作安排", "及下步工作思路"))
    text = analysis.report.text
    said = f"甲山县水务局工作总结{promise}"
    start = title[0] + len(said) - len(promise)
    kept = _without_outlook(text[title[1] : plans[0].start])
    return Planted("ST12", text[: title[0]] + said + kept, start, start + len(promise))


def _without_outlook(text: str) -> str:
    """Up to the first line that looks ahead: where a clean report begins with what it will do."""
    found = re.search("下一步|明年|来年|今后|新的一年|下半年", text)
    return text[: text.rfind("\n", 0, found.start()) + 1] if found else text


def _dangling(analysis: Analysis, random: Random) -> Planted | None:
    at = sentence_end(analysis, random)
    number = random.choice("23456")
    make = made_of(
        f"有关数据⟦详见附件{number}⟧。",
        f"具体名单⟦见附件{number}⟧。",
        f"各乡镇进度⟦见表{number}⟧。",
        f"分布情况⟦见图{number}⟧。",
    )
    if at is None or re.search(rf"(?:附件|附表|表|图)\s?{number}", analysis.body):
        return None
    return inserted("ST15", analysis.report.text, at, make(random))


def _contradiction(analysis: Analysis, random: Random) -> Planted | None:
    at = sentence_end(analysis, random)
    make = made_of(
        "坚持以督促干，⟦每年选择一个课题深入研究⟧。三月完成人才引进课题；六月完成水源保护课题；九月完成校园安全课题；"
        "十一月完成养老服务课题。",
        "坚持民主协商，⟦每年确定一个议题开展专题协商⟧。4月围绕旧城改造开展专题协商；6月围绕垃圾分类开展专题协商；"
        "10月围绕托育服务开展专题协商。",
        "⟦每半年开展一次集中督查⟧。2月开展安全督查；4月开展环保督查；6月开展防汛督查；9月开展消防督查；11月开展食品督查。",
    )
    return None if at is None else inserted("ST17", analysis.report.text, at, make(random))


PROMISES: dict[str, Change] = {
    "ST04": _count,
    "ST10": _unanswered,
    "ST11": _no_targets,
    "ST12": _part_missing,
    "ST15": _dangling,
    "ST17": _contradiction,
}
