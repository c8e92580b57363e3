"""GR03 · The draft promises more firmly than the report does.

What it flags
    A word of a higher rung (必须, 严禁 > 确保, 务必 > 力争, 争取 > 计划, 拟, 预计 > 探索, 谋划, 研究 >
    适时) for a matter that the sources promise with a lower one only. 将 and 要 have no rung.

Why it matters
    A promise raised by the drafter binds the body to what nobody decided.

Flagged
    Source 力争完成管网改造 · draft 确保完成管网改造.

Accepted
    The same rung or a lower one; a matter for which the report uses the higher word as well.

Known misses
    Matters told in other words; promises without a word of the ladder.

Source
    checks.tsv GR03; the ladder of GENRE.md 1.6.
"""

import re
from collections.abc import Iterator, Sequence

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.grounding.clauses import clause_around, clauses, places_of
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="GR03",
    name="commitment-escalation",
    title="承诺加码",
    severity="error",
    flagged=(),
    accepted=(),
    needs="draft",
    about=("材料里是“争取”“探索”，草稿升成了“确保”“必须”。按义务强度逐级比较；“将”“要”不分级。"),
)

_RUNGS = {
    word: rung
    for rung, words in (
        (5, ("必须", "严禁")),
        (4, ("确保", "务必")),
        (3, ("力争", "争取", "力求")),
        (2, ("计划", "预计", "拟")),
        (1, ("探索", "谋划", "研究")),
        (0, ("适时", "有条件时")),
    )
    for word in words
}
_WORD = re.compile("|".join(_RUNGS))
_RAISING = re.compile("必须|严禁|确保|务必|力争|争取")
_MATTER = 6  # characters after the word that must be the source's own
_SKIPPED = re.compile(r"(?:实现|完成|达到|做到|全面|如期|年内|年底前|按期|再|新)")


def find(analysis: Analysis, settings: Settings, sources: Sequence[Analysis]) -> Iterator[Alarm]:
    """One alarm a promise."""
    body = analysis.body
    for start, end in clauses(body):
        match = _RAISING.search(body, start, end)
        if not match:
            continue
        rung = _RUNGS[match.group()]
        for matter in _matters(body[match.end() : end], body[start : match.start()]):
            lower = _lower(matter, rung, sources)
            if lower is not None:
                sha, place, word = lower
                yield Alarm(
                    start=match.start(),
                    end=match.end(),
                    zh=f"材料对“{matter}”只说“{word}”，这里写成“{match.group()}”。请用材料的分寸。",
                    en=f"The sources say “{word}” of “{matter}”, here it is “{match.group()}”. "
                    "Promise no more than they do.",
                    related=(Side(*place, "材料中的承诺", "the promise in the source", sha),),
                    evidence={"matter": matter, "draft": match.group(), "source": word},
                )
                break


def _matters(after: str, before: str) -> Iterator[str]:
    """What is promised: the words after the modal, whole and without the verb, else those before it."""
    words = after.strip(" 　")
    for _ in range(3):
        if len(words) >= _MATTER:
            yield words[:16]
        skipped = _SKIPPED.match(words)
        if not skipped:
            break
        words = words[skipped.end() :]
    if len(words) < _MATTER <= len(before):
        yield before[:16]


def _lower(matter: str, rung: int, sources: Sequence[Analysis]) -> tuple[str, tuple[int, int], str] | None:
    """A place where a source promises the matter on a lower rung, if none does on this or a higher one."""
    first = None
    for source in sources:
        for place in places_of(matter, source.body):
            if place[1] - place[0] < _MATTER:
                return first
            start, end = clause_around(source.body, *place)
            for word in _WORD.findall(source.body[start:end]):
                if _RUNGS[word] >= rung:
                    return None
                if first is None:
                    first = (source.report.source.sha256, place, word)
    return first
