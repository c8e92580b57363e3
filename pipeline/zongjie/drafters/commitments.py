"""Items that carry what the report's own plan promised, rubric by rubric.

The first sentences tell the clauses that name most (figures, names of their own), the next says how
they are held to account, the last counts what was reached so far. What is not told is marked: the last
item of a part says that it goes on as well, and rests on it.
"""

from collections.abc import Iterable, Sequence
from typing import cast

from zongjie.document import Analysis, Measure
from zongjie.document.plan import PlanSentenceKind
from zongjie.drafters.answers import counted
from zongjie.drafters.baselines import Baseline
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.clauses import Clause
from zongjie.drafters.content import ContentPlan
from zongjie.drafters.copying import LONGEST
from zongjie.drafters.own_words import own_words
from zongjie.drafters.rubrics import Rubric
from zongjie.drafters.themes import leaf_of
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import Part, measure_words

_A_SENTENCE = 4  # clauses of a sentence
_CLAUSES = 8  # clauses for each of the ``most`` items, in all rubrics together
_LEAST_CLAUSES, _MOST_CLAUSES = 3, 8  # of one rubric
_GATHERING = ("government", "township")  # their rubrics are wide: a count of the theme belongs there
_THIN = 18  # characters of clauses that say too little alone
_ONE_PART = 5  # so many rubrics stand in one part
_REST = (
    "同类已列事项一并接续，由{lead}按原定要求{rhythm}对账",
    "没有写到的既定安排照旧推进，{unit}{rhythm}报进度",
    "其余已作的安排不减，办成一件由{lead}销一件", "凡总结已有安排而此处未列的，到期由{lead}逐项核验",
    "此前排定的其他事项继续有效，{forum}{rhythm}听取进展", "余下的既定任务写进{lead}台账，办结销号",
    "列而未写的各项同样算数，由{unit}逐项报结果",
)  # fmt: skip


def commitment_parts(
    rubrics: Sequence[Rubric], content: ContentPlan, voice: Voice, last: str, most: int
) -> list[tuple[Part, list[DraftItem]]]:
    """The rubrics as items under the parts of the plan."""
    room = max(_LEAST_CLAUSES, min(_MOST_CLAUSES, _CLAUSES * most // len(rubrics)))
    baselines: dict[str, list[Baseline]] = {}
    for strand in content.strands:
        baselines.setdefault(strand.group, []).extend(strand.baselines)
    parts: dict[str, list[DraftItem]] = {}
    for rubric in rubrics:
        group = _group(rubric)
        item = commitment_item(rubric, baselines.get(group, []), voice, last, room)
        parts.setdefault(_part_of(group).name, []).append(item)
    found = [(part, parts[part.name]) for part in measure_words().parts if part.name in parts]
    if len(rubrics) <= _ONE_PART:
        main = max(found, key=lambda one: len(one[1]))[0]
        found = [(main, [item for name in parts for item in parts[name]])]
    return found


def _group(rubric: Rubric) -> str:
    leaf = leaf_of(rubric.heading)
    return leaf[1] if leaf else rubric.theme.group if rubric.theme else "operations"


def _part_of(group: str) -> Part:
    return next(part for part in measure_words().parts if group in part.groups)


def mark_rest(
    parts: Sequence[tuple[Part, list[DraftItem]]], told: Iterable[str], analysis: Analysis, voice: Voice
) -> None:
    """Mark the promises that no item tells in the last item of their part (of the last part else)."""
    known = {*told, *(m for _, items in parts for item in items for m in item.carries)}
    left: dict[str, list[Measure]] = {}
    names = {part.name for part, _ in parts}
    for m in analysis.measures:
        if m.id not in known:
            section = analysis.section_at(m.start)
            theme = section.theme if section else None
            name = _part_of(theme.group).name if theme else ""
            left.setdefault(name if name in names else parts[-1][0].name, []).append(m)
    for part, items in parts:
        own = left.get(part.name, [])
        rest = rest_of(own, voice)
        if rest is not None:
            items[-1].sentences.append(rest)
            items[-1].carries = (*items[-1].carries, *(m.id for m in own))


def commitment_item(
    rubric: Rubric, baselines: list[Baseline], voice: Voice, last: str, most: int
) -> DraftItem:
    """The item of a rubric with at most ``most`` of its clauses; a baseline that it takes leaves the list."""
    chosen = _chosen(rubric.clauses, voice, most)
    item = DraftItem(3, rubric.heading, theme=rubric.theme)
    item.carries = tuple(m.id for m in rubric.measures if any(m.start <= c.start < m.end for c in chosen))
    for at in range(0, len(chosen), _A_SENTENCE):
        some = chosen[at : at + _A_SENTENCE]
        figures = any(any(map(str.isdigit, one.words)) for one in some)
        spans = tuple((one.start, one.end) for one in some)
        words, kind = voice.count(f"{_joined(some, voice.turn)}。"), "target" if figures else "measure"
        item.sentences.append(
            Draft(words, cast(PlanSentenceKind, kind), spans, f"{some[0].words}。", spans[:1])
        )
    thin = sum(len(one.text) for one in item.sentences) < _THIN
    how = voice.deed(rubric.heading) or (voice.way("抓好") if thin else "")
    if how:
        item.sentences.append(Draft(voice.count(f"{how}。"), "measure", ((rubric.start, rubric.end),)))
    _count(item, rubric, chosen, baselines, voice, last)
    return item


def rest_of(measures: Sequence[Measure], voice: Voice) -> Draft | None:
    """The sentence that marks promises which no item tells; None where there are none."""
    if not measures:
        return None
    words = voice.fill(voice.pick("rest of plan", _REST))
    return Draft(voice.count(f"{words}。"), "measure", tuple((m.start, m.end) for m in measures))


def _chosen(clauses: Sequence[Clause], voice: Voice, most: int) -> list[Clause]:
    """The clauses that name most, none told before, in the plan's own order."""
    kept: list[Clause] = []
    for one in sorted(clauses, key=lambda c: (-c.weight, c.start)):
        if len(kept) == most:
            break
        if not voice.heard(one.words) and one.stands():
            voice.told.add(one.words)
            kept.append(one)
    return sorted(kept, key=lambda c: c.start)


def _joined(clauses: Sequence[Clause], turn: int) -> str:
    """The clauses as one sentence; what stood side by side in the report is set apart."""
    told = [one.told(turn) for one in clauses]
    words, run = told[0], len(told[0])
    for before, one, said in zip(clauses, clauses[1:], told[1:], strict=False):
        copied = one.start - before.end <= 1 and said == one.words and before.stop == "，"
        apart = copied and run + 3 + len(said) > LONGEST  # with a mark on either side
        run = run + 1 + len(said) if copied and not apart else len(said)
        words += f"{'；' if apart else '，'}{said}"
    return words


def _count(
    item: DraftItem,
    rubric: Rubric,
    chosen: Sequence[Clause],
    baselines: list[Baseline],
    voice: Voice,
    last: str,
) -> None:
    """A baseline of the matter, unless the clauses set a figure of their own for it; where they set none
    at all, under a wide rubric the first of the theme group."""
    matter = {w for c in chosen for w in own_words(c.words)} | own_words(rubric.heading)
    told = "".join(one.text for one in item.sentences)
    free = [b for b in baselines if voice.may_count(b.name)]
    fit = [
        b for b in free
        if any(w in b.name for w in matter) and not any(_figure_near(told, w) for w in own_words(b.name))
    ]  # fmt: skip
    if not fit and voice.style.kind in _GATHERING and not any(map(str.isdigit, told)):
        fit = free
    if fit and voice.may_slot():
        baselines.remove(fit[0])
        item.sentences.append(counted(fit[0], voice, last))


def _figure_near(told: str, word: str) -> bool:
    at = told.find(word)
    return at >= 0 and any(map(str.isdigit, told[max(0, at - 12) : at + len(word) + 12]))
