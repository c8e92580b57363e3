"""Composes the items of a plan from the content plan: aims, tasks by part, how the plan is kept."""

import zlib
from dataclasses import dataclass, replace

from zongjie.document import Analysis
from zongjie.drafters.answers import answer_items
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.commitments import commitment_parts, mark_rest
from zongjie.drafters.content import ContentPlan, plan_content
from zongjie.drafters.frames import closed, framed, guarantee, opening, slots_needed
from zongjie.drafters.last_plan import last_rubrics
from zongjie.drafters.periods import NextPeriod, next_period, plan_title
from zongjie.drafters.precedents import Precedents, borrow
from zongjie.drafters.rubrics import own_rubrics
from zongjie.drafters.strands import Parted, strand_items
from zongjie.drafters.styles import style_of
from zongjie.drafters.targets import stated_targets
from zongjie.drafters.topics import routine_items, topic_items
from zongjie.drafters.usual import usual_rubrics
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import measure_words

MOST = 14  # themed items by default
_HEAD = 8000  # characters that decide where the choice of words begins
_AIMS = ("总体要求", "总体思路", "工作思路")
_TASKS = ("重点任务", "主要任务", "工作任务", "重点工作")
_KEEPING = ("保障措施", "组织保障", "推进落实", "督促落实", "工作要求")
_MORE = 3  # items of themes that the report's own plan leaves out
_THIN = 3  # fewer than this even so: what was done again and again
_FEW = 4  # fewer items than this: the headings of the report are taken up as well


@dataclass(frozen=True, slots=True)
class Composed:
    """A plan before it is checked: its items have their words, but no places yet."""

    title: str
    period: str
    items: tuple[DraftItem, ...]


def compose(
    analysis: Analysis, most: int = MOST, known: Precedents | None = None, last: Analysis | None = None
) -> Composed:
    """The plan of a report with at most about ``most`` themed items beside the answers to problems.

    ``known`` is what other reports did about their problems, ``last`` the body's report before this one.
    """
    period, content, turn = next_period(analysis), plan_content(analysis), _turn(analysis.body)
    voice = Voice(style_of(analysis), turn, reserved=slots_needed(analysis, content))
    targets = stated_targets(analysis)
    voice.aimed = frozenset(one.metric for one in targets)
    voice.expected = len(content.answers) + min(most, sum(bool(s.promises) for s in content.strands)) + 2
    tasks, done = _tasks(analysis, content, voice, period, most, last)
    if known is not None:
        borrow(tasks, content.answers, known, analysis.report.source.sha256, voice)
    first = opening(analysis, content, period, voice, targets)
    told = sum(len(item.sentences) for item in tasks) + len(done) + len(first) - 1
    first, close = framed(first, guarantee(analysis, content, period, voice), told // 2)
    items = [DraftItem(1, _AIMS[turn % len(_AIMS)], first)]
    if tasks:
        items += [DraftItem(1, _TASKS[turn % len(_TASKS)]), *tasks]
    if done or close:
        items.append(DraftItem(1, _KEEPING[turn % len(_KEEPING)], [*done, *close]))
    for serial, item in enumerate(items, 1):
        item.id = f"i{serial}"
    return Composed(plan_title(analysis, period), period.label, tuple(items))


def _tasks(
    analysis: Analysis,
    content: ContentPlan,
    voice: Voice,
    period: NextPeriod,
    most: int,
    last: Analysis | None,
) -> tuple[list[DraftItem], list[Draft]]:
    """The items under their part headings, and what is closed on purpose."""
    turn = voice.turn
    tasks: list[DraftItem] = []
    shortfalls = next(p for p in measure_words().parts if p.name == "shortfalls")
    answers = answer_items(content, voice, period.last)
    rubrics = own_rubrics(analysis, turn)
    if not rubrics and last is not None:
        rubrics = last_rubrics(last, analysis, content, turn)
    usual = usual_rubrics(analysis, period.year)
    if rubrics:
        themed = commitment_parts(rubrics, content, voice, period.last, most)
        told = {item.theme.group for _, inside in themed for item in inside if item.theme}
        untold = [s for s in content.strands if s.group not in told]
        more, left = strand_items(
            analysis, replace(content, strands=tuple(untold)), voice, period.last, usual, _MORE
        )
        themed = _added(themed, more)
    else:
        themed, left = strand_items(analysis, content, voice, period.last, usual, most)
    told = {item.theme.group for _, inside in themed for item in [*answers, *inside] if item.theme}
    left = [s for s in left if s.group not in told]
    if len(answers) + sum(len(inside) for _, inside in themed) < _FEW:
        themed += topic_items(analysis, voice)
    if len(answers) + sum(len(inside) for _, inside in themed) < _THIN:
        themed += routine_items(analysis, voice)
    themed = _joined(themed)
    if themed:
        mark_rest(themed, (m for item in answers for m in item.carries), analysis, voice)
    if len(answers) == 1 and themed:
        themed[0][1].insert(0, answers.pop())
    if answers:
        tasks += [DraftItem(2, shortfalls.headings[turn % len(shortfalls.headings)]), *answers]
    for part, inside in themed:
        tasks += [DraftItem(2, part.headings[turn % len(part.headings)]), *inside]
    return tasks, closed(left, voice)


def _added(parts: Parted, more: Parted) -> Parted:
    """The items of ``more`` under the part of their name, else under the last one."""
    names = [part.name for part, _ in parts]
    for part, inside in more:
        at = names.index(part.name) if part.name in names else len(parts) - 1
        parts[at][1].extend(inside)
    return parts


def _joined(parts: Parted) -> Parted:
    """Parts of a single item put together, so that none stands alone under its heading."""
    single = [one for one in parts if len(one[1]) == 1]
    if not single or len(parts) < 2:
        return parts
    if len(single) == 1:
        single.append(min((one for one in parts if len(one[1]) > 1), key=lambda one: len(one[1])))
        single.sort(key=parts.index)
    rest = next(p for p in measure_words().parts if p.name == "rest")
    single += [one for one in parts if one[0].name == rest.name and one not in single]
    single.sort(key=parts.index)
    kept = [one for one in parts if one not in single]
    return [*kept, (rest, [item for _, inside in single for item in inside])]


def _turn(body: str) -> int:
    """A number that stands for the report's words, whatever its blank lines and line ends."""
    words = "".join(body[:_HEAD].split())[: _HEAD // 4]
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))
