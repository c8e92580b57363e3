"""What other reports promised for problems like ours, to be weighed by the writer.

A precedent is a deed (verb and object) that a report's own plan set against one of its problems; it
is told without names, as something to hold against local conditions, and cites the other report by
sha256 and span. ``archive.experience`` gathers them from a folder.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zongjie.comparing.retrieval import Index
from zongjie.comparing.similarity import similarity
from zongjie.document import Analysis, Quote
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.content import Answer, related, share_a_thing, shortfall_answers
from zongjie.drafters.deeds import Deed
from zongjie.drafters.phrases import tagged
from zongjie.drafters.wording import Voice

_NAMES = ("nr", "nrt", "nrfg", "ns", "nt", "nz")
_OWN = re.compile(
    r"[“”《》「」\"A-Za-z0-9]|[省市县区州旗镇乡村](?:委|政府|域|城|级|直|内)?(?:$|[^\u4e00-\u9fff])"
)
_PROBLEM = 60  # characters of a problem that are kept
_LOOK = 30  # precedents of a query that are looked at
_SAME = 0.55  # similarity from which two precedents are one
_SAID = 0.8  # similarity from which a precedent only says the heading again
_MOST = 8  # sentences with precedents in one draft
_FRAMES = (
    "外地针对同类问题提出{deeds}，可行的由{lead}写进本地方案", "参照别处{deeds}的做法，由{unit}先小范围试行",
    "别处为此提出{deeds}，{lead}对照本地条件拿出取舍意见", "同类短板已有{deeds}的先例，由{lead}研究能否采用",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Precedent:
    """The deed at ``[start, end)`` of the report ``doc`` (sha256, file ``name``), set against ``problem``."""

    doc: str
    name: str
    problem: str
    verb: str
    object: str
    start: int
    end: int

    def told(self, turn: int) -> str:
        return Deed(self.start, self.end, self.verb, self.object).told(turn)


class Precedents:
    """Precedents made ready for searching (BM25 over the words of problem and deed)."""

    def __init__(self, known: Sequence[Precedent]) -> None:
        self._known = known

    @cached_property
    def _index(self) -> Index:
        return Index([f"{one.problem} {one.object}" for one in self._known])

    def for_problem(self, words: str, own: str, said: str = "", limit: int = 2) -> list[Precedent]:
        """The best precedents that speak of the matter, each of another report, none of ``own``.

        What stands in ``said`` already is passed over.
        """
        found: list[Precedent] = []
        for hit in self._index.search(words, _LOOK):
            one = self._known[hit.position]
            other = one.doc != own and all(one.doc != f.doc for f in found)
            fits = related(words, one.problem) and share_a_thing(words, one.object)
            if other and fits and one.object not in said and not any(_alike(one, f) for f in found):
                found.append(one)
            if len(found) == limit:
                break
        return found


def _alike(one: Precedent, other: Precedent) -> bool:
    return similarity(one.object, other.object) >= _SAME


def precedents_of(analysis: Analysis) -> Iterator[Precedent]:
    """The deeds that the report's plan sets against its problems, those with names left out."""
    source = analysis.report.source
    for answer in shortfall_answers(analysis):
        problem = " ".join(analysis.body[answer.problem.start : answer.problem.end].split())[:_PROBLEM]
        for promise in answer.promises:
            deed = promise.deed
            if _is_common(deed.object):
                yield Precedent(
                    source.sha256, source.name, problem, deed.verb, deed.object, deed.start, deed.end
                )


def _is_common(thing: str) -> bool:
    return not _OWN.search(thing) and not any(flag in _NAMES for _, flag in tagged(thing))


def borrow(
    items: Sequence[DraftItem], answers: Sequence[Answer], known: Precedents, own: str, voice: Voice
) -> None:
    """Add to items that answer problems what other reports did, where something fits."""
    by_id = {answer.problem.id: answer for answer in answers}
    added = 0
    told: set[str] = set()
    for item in items:
        matters = [s for a in item.answers for s in by_id[a].shortfalls[:2] if s.subject]
        if not matters or added == _MOST:
            continue
        said = item.heading + "".join(one.text for one in item.sentences)
        fit = [
            one
            for one in known.for_problem(matters[0].subject, own, said)
            if one.object not in told and similarity(one.object, item.heading) < _SAID
        ]
        if not fit:
            continue
        added += 1
        told.update(one.object for one in fit)
        deeds = "、".join(one.told(voice.turn) for one in fit)
        words = voice.fill(voice.pick("precedents", _FRAMES), deeds=deeds)
        quotes = tuple(Quote(one.start, one.end, one.doc, one.name, f"{one.verb}{one.object}") for one in fit)
        spans = ((matters[0].start, matters[0].end),)
        item.sentences.append(Draft(voice.count(f"{words}。"), "measure", spans, quotes=quotes))
