"""ST10 · A problem that the plan does not answer.

What it flags
    A shortfall admitted in the report of which no word of matter comes back in the plan.

Why it matters
    The reader looks in the plan for the answer to each problem; one that is named and then
    dropped is the first thing to be asked about in the meeting.

Flagged
    数据共享不够 among the problems, and a plan without 数据 or 共享.

Accepted
    A problem whose matter the plan takes up in other forms (共享数据, 数据归集); words that
    the whole report is full of (政协, 全县) do not count either way.

Known misses
    Problems of which no word stands in a heading of the report (they are mostly told in general
    words); a plan that repeats the word without doing anything about it; an answer in quite other words
    (which is why this is no error).

Source
    checks.tsv ST10.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import by_id
from zongjie.comparing.similarity import content_words, coverage
from zongjie.document import Analysis, Problem, Section
from zongjie.settings import Settings

_LEAST_MEASURES = 3
_MOST = 400  # problems and measures looked at: no report has more
_LEAST_PLAN = 60  # characters
_COMMON_SHARE = 0.25  # a word in this share of the measures says nothing of one of them

CHECK = Check(
    code="ST10",
    name="problem-without-plan",
    title="问题无对策",
    severity="note",
    flagged=(
        "一、校舍维护\n翻修了东楼校舍。\n"
        "二、存在的问题\n回顾工作，还存在一些不足：一是教师培训覆盖面不够；二是⟦校舍漏雨隐患尚未消除⟧。\n"
        "三、下一步工作计划\n要扩大教师培训的覆盖面，分批组织骨干外出跟岗。要开展读书节活动，营造书香氛围。"
        "要办好家长学校，每学期安排专题讲座。要完善考核办法，激励年轻教师成长。\n",
    ),
    accepted=(
        "一、校舍维护\n翻修了东楼校舍。\n"
        "二、存在的问题\n回顾工作，还存在一些不足：一是教师培训覆盖面不够；二是校舍漏雨隐患尚未消除。\n"
        "三、下一步工作计划\n要扩大教师培训的覆盖面，分批组织骨干外出跟岗。要在汛期前整修漏雨校舍。"
        "要办好家长学校，每学期安排专题讲座。\n",
    ),
    about="提了问题，计划里没有一处谈到它。换了说法的可能漏看，所以只作提示。",
)


_VAGUE_WORDS = """
    清醒 认识 认识到 看到 矛盾 平衡 不平衡 充分 效益 不高 不强 不足 不够 不少 仍然 依然 办法 解决 困难
    压力 短板 弱项 差距 面临 存在 主要 因素 成绩 较大 较多 较低 难以 难度 亟需 亟待 有待 加剧 改进 改善
    满足 需求 数量 规模 结构 总量 程度 影响 原因 必须 可以 一些 部分 不少 许多 少数 个别 时有发生 发生
    活动 工作 发展 根本 得到 有效 有效解决 基础 不稳 稳固 不稳固 回升 向好 持续 明显 相对 尤其 特别 比较 十分
    自身 缺少 后劲 经济 社会 事业 群众 干部 企业 产业 项目 政府 部门 单位 人民
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Words that any confession holds: they do not tell which problem it is."""


_ANSWERS = (
    (
        re.compile("作风|担当|责任心|形式主义|官僚主义"),
        re.compile("警示教育|违纪|廉政|廉洁|正风|考核|问责|执行力|队伍"),
    ),
    (re.compile("人才|专业能力|业务能力|素质|本领"), re.compile("培训|招聘|引进|进修|轮训|培养|队伍")),
    (re.compile("资金|财力|财政|收支"), re.compile("增收|争取上级|过紧日子|税源|融资")),
)
"""What answers a problem in other words: how people act, what they can do, what money there is."""


def _is_answered(problem: str, answers: str) -> bool:
    return any(told.search(problem) and way.search(answers) for told, way in _ANSWERS)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each unanswered problem; silent where there is hardly a plan."""
    plans = [one for one in analysis.sections if one.role == "plan"]
    if not plans or len(analysis.measures) < _LEAST_MEASURES:
        return
    measures = "\n".join(analysis.body[m.start : m.end] for m in analysis.measures[:_MOST])
    title = analysis.body[slice(*analysis.outline.title)] if analysis.outline.title else ""
    sections = by_id(analysis)
    headings = "\n".join(s.heading for s in analysis.sections if s.heading and s.role != "problem")
    for one in analysis.problems[:_MOST]:
        place = _part(analysis, sections, one.start)
        if place is None or place.role == "plan":
            continue
        answers = _answers(analysis, place, plans)
        words = _telling_words(analysis.body[one.start : one.end], title, measures)
        is_matter = any(word in headings for word in words)
        if len(words) < 2 or not is_matter or len(answers) < _LEAST_PLAN:
            continue
        if _is_answered(analysis.body[one.start : one.end], answers):
            continue
        if not any(coverage(word, answers) for word in words):
            yield _alarm(analysis, one, words, plans)


def _part(analysis: Analysis, sections: dict[str, Section], offset: int) -> Section | None:
    """The section of the top level that holds ``offset``."""
    section = analysis.section_at(offset)
    while section is not None and section.parent is not None:
        section = sections.get(section.parent)
    return section


def _answers(analysis: Analysis, place: Section, plans: list[Section]) -> str:
    """Where an answer may stand: in the plan, and in whatever part follows the problems."""
    inside = [
        analysis.body[one.start : one.end]
        for one in plans
        if (one.level == 1 and one.end <= place.start) or place.start <= one.start < place.end
    ]
    return "\n".join([*inside, analysis.body[place.end :]])


def _telling_words(problem: str, title: str, measures: str) -> tuple[str, ...]:
    """The problem's words of matter that not every measure (one a line) holds anyway."""
    words = dict.fromkeys(content_words(problem))
    limit = max(2, _COMMON_SHARE * (measures.count("\n") + 1))
    return tuple(
        word for word in words if word not in _VAGUE and word not in title and measures.count(word) <= limit
    )


def _alarm(analysis: Analysis, one: Problem, words: tuple[str, ...], plans: list[Section]) -> Alarm:
    said = analysis.body[one.start : one.end]
    related = tuple(Side(s.start, min(s.end, s.start + 40), "计划部分", "plan") for s in plans[:3])
    shown = "、".join(words)
    return Alarm(
        one.start,
        one.end,
        zh=f"提出了问题“{said[:30]}”，计划里没有找到对应的措施（没有提到{shown}）。请补上对策，或说明暂不安排的原因。",
        en=f"The problem “{said[:30]}” finds no answer in the plan (nothing on {shown}). Add a measure, "
        "or say why none is planned.",
        related=related,
        evidence={"words": words, "measures": len(analysis.measures)},
        caveat_zh="对策可能换了说法。",
        caveat_en="The answer may be put in other words.",
    )
