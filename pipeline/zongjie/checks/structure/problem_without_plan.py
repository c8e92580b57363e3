"""ST10 · A problem that the plan does not answer.

What it flags
    A shortfall admitted in the report of which no word of matter comes back in the plan.

Why it matters
    The reader looks in the plan for the answer to each problem; one that is named and then
    dropped is the first thing to be asked about in the meeting.

Flagged
    数据共享不够 among the problems, and a plan without 数据 or 共享.

Accepted
    A problem of which the plan holds a word of matter in any form; problems told in the words of any
    confession (基础还不牢固, lexicons/confession_words.txt).

Known misses
    A plan that repeats the word without doing anything about it; problems in words that many
    reports hold (lexicons/everyday_words.txt). An answer in quite other words is told as none, which is
    why this is a note.

Source
    checks.tsv ST10.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import by_id
from zongjie.comparing.similarity import content_words, coverage
from zongjie.document import Analysis, Problem, Section
from zongjie.lexicons.telling_words import confession_words, everyday_words
from zongjie.settings import Settings

_MOST = 400  # problems and measures looked at: no report has more
_LEAST_PLAN = 60  # characters
_LONGEST = 40  # characters: what is longer tells more than one problem
_NUMERALS = "一二两三四五六七八九十百几0123456789"
_HAN = re.compile("[一-鿿]")
_INNER = str.maketrans("“”", "‘’")
_SHOWN = 30  # characters of a problem in the message
_LEAST_WORDS = 2  # that tell a problem where none of them is special
_ONE_THING = re.compile(
    # what falls short, and that it does
    r"([^，、；：。和与及]{4,14}?)(?:[仍还尚亟有较偏不没未欠缺存薄滞紧短难弱低少慢]|相对|明显|比较|十分|需要)[^，、；：。]{0,10}$"
)

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

_ANSWERS = (
    (
        re.compile("作风|担当|责任心|形式主义|官僚主义"),
        re.compile("警示教育|违纪|廉政|廉洁|正风|考核|问责|执行力|队伍"),
    ),
    (re.compile("人才|专业能力|业务能力|素质|本领"), re.compile("培训|招聘|引进|进修|轮训|培养|队伍")),
    (re.compile("资金|财力|财政|收支|三保"), re.compile("增收|争取上级|过紧日子|税源|融资")),
    (re.compile("政府职能|行政效率|办事效率|机关效能"), re.compile("放管服|简政放权|审批|营商|执行力|督查")),
    (re.compile("不正之风|腐败|浪费"), re.compile("廉政|廉洁|反腐|正风|八项规定")),
)
"""What answers a problem in other words: how people act, what they can do, what money there is."""


def _is_answered(problem: str, answers: str) -> bool:
    return any(told.search(problem) and way.search(answers) for told, way in _ANSWERS)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each unanswered problem; silent where there is hardly a plan."""
    plans = [one for one in analysis.sections if one.role == "plan"]
    if not plans or not analysis.measures:
        return
    title = analysis.body[slice(*analysis.outline.title)] if analysis.outline.title else ""
    sections = by_id(analysis)
    for one in analysis.problems[:_MOST]:
        place = _part(analysis, sections, one.start)
        if place is None or place.role == "plan":
            continue
        said = analysis.body[one.start : one.end]
        words = _telling_words(said, title)
        if not words:
            continue
        answers = _answers(analysis, place, plans)
        if len(answers) < _LEAST_PLAN or _is_answered(said, answers):
            continue
        if not any(coverage(word, answers) or _in_a_longer_word(said, word, answers) for word in words):
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


def _in_a_longer_word(said: str, word: str, answers: str) -> bool:
    """Whether the word was cut from a longer one that the plan has in part: 插秧 of 机插秧, 机插率."""
    at = said.find(word)
    return at > 0 and said[at - 1 : at + 1] in answers and _HAN.match(said, at - 1) is not None


def _telling_words(problem: str, title: str) -> tuple[str, ...]:
    """The words that tell which problem it is; none where it is told in general words.

    Where one thing falls short (城区停车位不足), the first word that few reports hold is enough (停车位); a
    problem that names several matters, or in common words only, is told by all its words.
    """
    thing = _ONE_THING.match(problem)
    if thing is not None:
        special = tuple(word for word in _matters(thing[1], title) if word not in everyday_words())
        if special:
            return special[:1]
    matters = _matters(problem, title) if len(problem) <= _LONGEST else ()
    return matters if len(matters) >= _LEAST_WORDS else ()


def _matters(words: str, title: str) -> tuple[str, ...]:
    told = dict.fromkeys(content_words(words))
    return tuple(
        word
        for word in told
        if word not in confession_words() and word not in title and word[0] not in _NUMERALS
    )


def _alarm(analysis: Analysis, one: Problem, words: tuple[str, ...], plans: list[Section]) -> Alarm:
    said = analysis.body[one.start : one.end].translate(_INNER)  # it is quoted itself
    said = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    related = tuple(Side(s.start, min(s.end, s.start + 40), "计划部分", "plan") for s in plans[:1])
    shown = "、".join(words)
    return Alarm(
        one.start,
        one.end,
        zh=f"提出了问题“{said}”，计划里没有找到对应的措施（没有提到{shown}）。请补上对策，或说明暂不安排的原因。",
        en=f"The problem “{said}” finds no answer in the plan (nothing on {shown}). Add a measure, "
        "or say why none is planned.",
        related=related,
        evidence={"words": words, "measures": len(analysis.measures)},
        caveat_zh="对策可能换了说法。",
        caveat_en="The answer may be put in other words.",
    )
