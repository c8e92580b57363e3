"""For every promise the clauses of the next report that may speak of it, the likeliest first.

What to call: ``links(last, this, promises, told_metrics)``, once for a pair of reports. A promise is
held against all clauses outside plans; the likeliest by ``likeness.py`` get the features that
``choosing.py`` weighs: shared words and their rarity, what the sentences and sections around are
about, agreement of figures, and whether another promise fits the clause better.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.agreement import NONE, Agreement, agreement
from zongjie.archive.choosing import FEATURES, scores
from zongjie.archive.evidence import names_in
from zongjie.archive.judging import base
from zongjie.archive.likeness import Likeness, likeness
from zongjie.archive.stretches import sums, texts
from zongjie.comparing.similarity import content_words
from zongjie.comparing.word_vectors import unit
from zongjie.document import Analysis, Quantity, Section
from zongjie.document.ledger import Promise
from zongjie.lexicons.places import short_name

Matrix = NDArray[np.float32]
_CANDIDATES, _BEST = 14, 2
_SECTION = 600  # characters of a section that tell what it is about
_NAMED = 0.2  # of likeness, where a name in quotation marks stands in both
_AHEAD = 2  # clauses of the sentence in which the figure may follow
_LONG = 60  # characters of a clause
_HEAVY = 30  # of weight of a promise's words
_RARE = 8  # of a term's weight
_ITEMS = re.compile(r"以及|[、和及与等]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause of the next report; ``score`` over 0: it rather speaks of the promise than no clause does.

    ``figure`` is the one of its figures that counts what was promised; ``short``: it tells of a
    shortfall.
    """

    start: int
    end: int
    score: float
    figure: Quantity | None
    figures: tuple[Quantity, ...]
    short: bool


@dataclass(frozen=True, slots=True)
class Described:
    """The candidates of one promise with their features, one row a candidate."""

    candidates: tuple[Candidate, ...]
    features: Matrix


def links(
    last: Analysis,
    this: Analysis,
    promised: Sequence[tuple[Promise, str]],
    told: Sequence[tuple[int, int, bool]],
    metrics: Mapping[int, frozenset[str]],
) -> list[tuple[Candidate, ...]]:
    """For each promise (with its words) those that rather speak of it than none, the two best at most.

    ``told`` are the clauses of ``past_and_other_clauses``; ``metrics`` are told in those that begin there.
    """
    if not promised or not told:
        return [() for _ in promised]
    pair = _Pair(last, this, promised, told, metrics)
    marks = scores(pair.features)
    order = np.argsort(-marks, axis=1, kind="stable")[:, :_BEST]
    return [
        tuple(pair.candidate(at, rank, float(marks[at, rank])) for rank in ranks if marks[at, rank] > 0)
        for at, ranks in enumerate(order.tolist())
    ]


def described(
    last: Analysis,
    this: Analysis,
    promised: Sequence[tuple[Promise, str]],
    told: Sequence[tuple[int, int, bool]],
    metrics: Mapping[int, frozenset[str]],
) -> list[Described]:
    """All candidates with the features that the scores rest on."""
    if not promised or not told:
        return [Described((), np.zeros((0, len(FEATURES)), dtype=np.float32)) for _ in promised]
    pair = _Pair(last, this, promised, told, metrics)
    return [
        Described(tuple(pair.candidate(at, rank, 0.0) for rank in range(len(one))), one)
        for at, one in enumerate(pair.features)
    ]


class _Pair:
    """Both reports, made ready."""

    def __init__(
        self,
        last: Analysis,
        this: Analysis,
        promised: Sequence[tuple[Promise, str]],
        told: Sequence[tuple[int, int, bool]],
        metrics: Mapping[int, frozenset[str]],
    ) -> None:
        self.last, self.this, self.promised, self.metrics = last, this, promised, metrics
        self.spans = [(start, end) for start, end, _ in told]
        self.past = np.array([past for _, _, past in told])
        self.mine = texts([words for _, words in promised])
        self.theirs = texts([this.body[start:end] for start, end in self.spans])
        own = frozenset(one for place in last.profile.places[:1] for one in (place, short_name(place)))
        self.like: Likeness = likeness(self.mine, self.theirs, own)
        starts, clause_starts = [p.start for p, _ in promised], [start for start, _ in self.spans]
        around, there = _Around(last, starts), _Around(this, clause_starts)
        self.context = around.sentences(starts) @ there.sentences(clause_starts).T
        self.section = around.sections(starts) @ there.sections(clause_starts).T
        groups = {"": 0}
        self.themes = around.themes(starts, groups)[:, None] == there.themes(clause_starts, groups)[None, :]
        ends = [there.sentence_at(start)[1] for start in clause_starts]
        self.follows = [
            *(after[0] < end for after, end in zip(self.spans[1:], ends[:-1], strict=True)),
            False,
        ]
        self.problems = _inside(self.spans, [(p.start, p.end) for p in this.problems])
        figures = [q for q in this.quantities if q.kind == "achievement" and q.value is not None]
        self.figures = _within(self.spans, figures)
        self.counted: dict[str | None, set[int]] = {}
        for at, ones in enumerate(self.figures):
            for q in ones:
                self.counted.setdefault(base(q.unit), set()).add(at)
        marks = self.like.mixed.copy()
        marks[self._named()] += _NAMED
        many = min(_CANDIDATES, len(self.spans))
        top = np.argpartition(-marks, many - 1, axis=1)[:, :many]
        order = np.argsort(-np.take_along_axis(marks, top, axis=1), axis=1, kind="stable")
        self.top = np.take_along_axis(top, order, axis=1)
        self.top_lists: list[list[int]] = self.top.tolist()
        self.agreements = [
            self._agreements(promise, row) if promise.value is not None else None
            for (promise, _), row in zip(promised, self.top_lists, strict=True)
        ]
        self.features = self._features(marks)

    def candidate(self, at: int, rank: int, score: float) -> Candidate:
        """One of the candidates of a promise, by its rank in likeness."""
        clause = self.top_lists[at][rank]
        row = self.agreements[at]
        figure = row[rank].figure if row is not None else None
        return Candidate(
            *self.spans[clause], score, figure, self.figures[clause], bool(self.problems[clause])
        )

    def _features(self, marks: Matrix) -> Matrix:
        """Of shape (promises, candidates, features)."""
        top, like, many = self.top, self.like, self.top.shape[1]
        places = np.arange(len(top))[:, None], top
        best = np.maximum(marks[places][:, :1], 1e-6)
        value = np.array([promise.value is not None for promise, _ in self.promised])[:, None]
        figures, *fit = self._fit(many)
        heads = self._heads()
        lengths = np.array([min(end - start, _LONG) for start, end in self.spans]) / _LONG
        columns = (
            np.ones(top.shape), value, np.minimum(like.weight, _HEAVY)[:, None] / _HEAVY,
            like.pairs[places], like.vector[places], self.context[places], self.section[places],
            np.maximum(self._items(), like.pairs[places]), self._with_before()[places],
            like.matter[places], like.covered[places], like.rarest[places] / _RARE,
            like.lacking[places], like.nameless[places], self.named[places], heads,
            like.mixed[places] / np.maximum(like.mixed.max(axis=0), 1e-6)[top], marks[places] / best,
            np.arange(many)[None, :] == 0, self.themes[places], lengths[top],
            ~self.past[top], self.problems[top], value & ~figures, figures & ~heads, *fit,
        )  # fmt: skip
        features = np.empty((*top.shape, len(FEATURES)), dtype=np.float32)
        for number, column in enumerate(columns):
            features[:, :, number] = column
        return features

    def _items(self) -> Matrix:
        """How near each candidate is to the nearest of the things that a promise lists."""
        near = np.take_along_axis(self.like.vector, self.top, axis=1)
        listed = [at for at, plain in enumerate(self.mine.plain) if "、" in plain or "和" in plain]
        if listed:
            lists = [
                [one for one in _ITEMS.split(self.mine.plain[at]) if len(one) > 1] or [""] for at in listed
            ]
            many = [len(items) for items in lists]
            items = unit(sums([one for items in lists for one in items]))
            told = unit(self.theirs.sums)[self.top[np.repeat(listed, many)]]
            each = np.matmul(told, items[:, :, None])[:, :, 0]
            near[listed] = np.maximum.reduceat(each, np.cumsum([0, *many[:-1]]), axis=0)
        return near

    def _with_before(self) -> Matrix:
        """The likeness of each clause read with the one before it in its sentence; (promises, clauses)."""
        joined = self.theirs.sums.copy()
        follow = np.flatnonzero(self.follows)
        joined[follow + 1] += self.theirs.sums[follow]
        return np.asarray(unit(self.mine.sums) @ unit(joined).T, dtype=np.float32)

    def _named(self) -> NDArray[np.bool_]:
        """Which clauses share a name in quotation marks with a promise; (promises, clauses)."""
        self.named = np.zeros(self.like.mixed.shape, dtype=np.bool_)
        mine, theirs = self.mine.plain, self.theirs.plain
        for name, clauses in _naming(theirs, "\n".join(mine)).items():
            self.named[np.ix_([at for at, plain in enumerate(mine) if name in plain], clauses)] = True
        for name, asked in _naming(mine, "\n".join(theirs)).items():
            self.named[np.ix_(asked, [at for at, plain in enumerate(theirs) if name in plain])] = True
        return self.named

    def _heads(self) -> NDArray[np.bool_]:
        """Whether a candidate names what the deed is done to, by the last word of the object."""
        heads = [
            next((word for word in reversed(words) if word in (promise.object or "")), None)
            for words, (promise, _) in zip(self.mine.tokens_of(), self.promised, strict=True)
        ]
        bodies = self.theirs.plain
        return np.array(
            [
                [_has(head, bodies[clause]) for clause in row]
                for head, row in zip(heads, self.top_lists, strict=True)
            ]
        )

    def _fit(self, many: int) -> tuple[NDArray[np.bool_], *tuple[Matrix, ...]]:
        """Whether a candidate has a figure that counts what was promised, and how it fits."""
        told = np.zeros((len(self.promised), many, 8), dtype=np.float32)
        for at, row in enumerate(self.agreements):
            if row is None:
                continue
            promise, _ = self.promised[at]
            told[at] = [
                (
                    one.figure is not None, one.ratio, one.same_value, one.object, one.same_metric,
                    one.other_metric, one.next_clause, self._unnamed(promise, clause),
                )
                for one, clause in zip(row, self.top_lists[at], strict=True)
            ]  # fmt: skip
        return told[:, :, 0] > 0, *(told[:, :, number] for number in range(1, 8))

    def _agreements(self, promise: Promise, clauses: Sequence[int]) -> list[Agreement]:
        """How the figures of each clause, or of those that follow in its sentence, fit the promise."""
        counted = self.counted.get(base(promise.unit), set())
        return [self._agreement(promise, clause, counted) for clause in clauses]

    def _agreement(self, promise: Promise, clause: int, counted: Collection[int]) -> Agreement:
        """``counted`` are the clauses with a figure in the promise's unit."""
        found = agreement(promise, self.figures[clause]) if clause in counted else NONE
        after = clause
        while found.figure is None and after < clause + _AHEAD and self.follows[after]:
            after += 1
            if after in counted:
                ahead = agreement(promise, self.figures[after], next_clause=True)
                if ahead.figure is not None:
                    return ahead
        return found

    def _unnamed(self, promise: Promise, clause: int) -> bool:
        """Whether nothing near names the indicator or thing of which a figure was promised."""
        name = promise.metric or promise.object
        if not name:
            return False
        if promise.metric in self.metrics.get(self.spans[clause][0], ()):
            return False
        head = _last_word(name)
        before = clause - 1 if clause and self.follows[clause - 1] else clause
        text = self.this.body[self.spans[before][0] : self.spans[clause][1]]
        return not (head in text or head[-2:] in text)


class _Around:
    """What the sentences and sections of a report are about, at these places."""

    def __init__(self, analysis: Analysis, places: Sequence[int]) -> None:
        self._sections_told = analysis.sections
        self._section_starts = [section.start for section in analysis.sections]
        self._spans = analysis.outline.sentences
        self._starts = [start for start, _ in self._spans]
        used = sorted(set(self._sections(places).tolist())) if self._section_starts else []
        openings = [self._opening(analysis.sections[at]) for at in used]
        wanted = set(self._rows(places).tolist()).union(*(range(a, b) for a, b in openings))
        self._sums = sums(
            [analysis.body[a:b] if at in wanted else "" for at, (a, b) in enumerate(self._spans)]
        )
        self._headings = np.zeros((len(self._section_starts), self._sums.shape[1]), dtype=np.float32)
        self._openings = self._headings.copy()
        self._headings[used] = sums([analysis.sections[at].heading or "" for at in used])
        for at, (first, last) in zip(used, openings, strict=True):
            self._openings[at] = self._sums[first:last].sum(axis=0)

    def _opening(self, section: Section) -> tuple[int, int]:
        """The sentences with which a section begins."""
        first = bisect_left(self._starts, section.start)
        return first, bisect_left(self._starts, min(section.end, section.start + _SECTION))

    def sentence_at(self, place: int) -> tuple[int, int]:
        at = bisect_right(self._starts, place) - 1
        return self._spans[at] if at >= 0 else (0, 0)

    def sentences(self, places: Sequence[int]) -> Matrix:
        """The vectors of the sentences there and the headings over them."""
        found = self._sums[self._rows(places)].copy()
        if self._section_starts:
            found += self._headings[self._sections(places)]
        return unit(found)

    def sections(self, places: Sequence[int]) -> Matrix:
        """The vectors of how the sections there begin."""
        if not self._section_starts:
            return unit(np.zeros((len(places), self._sums.shape[1]), dtype=np.float32))
        return unit(self._openings)[self._sections(places)]

    def themes(self, places: Sequence[int], numbers: dict[str, int]) -> NDArray[np.int64]:
        """The number of the theme group at each place; of no theme, 0."""
        groups = [section.theme.group if section.theme else "" for section in self._sections_told]
        known = np.array([0, *(numbers.setdefault(one, len(numbers)) for one in groups)])
        ends = np.array([0, *(section.end for section in self._sections_told)])
        at = np.searchsorted(self._section_starts, places, side="right")
        return np.where(np.asarray(places) < ends[at], known[at], 0)

    def _rows(self, places: Sequence[int]) -> NDArray[np.int64]:
        return np.maximum(np.searchsorted(self._starts, places, side="right") - 1, 0)

    def _sections(self, places: Sequence[int]) -> NDArray[np.int64]:
        return np.maximum(np.searchsorted(self._section_starts, places, side="right") - 1, 0)


def _naming(stretches: Sequence[str], others: str) -> dict[str, list[int]]:
    """The names in the stretches that also stand in ``others``, each with the stretches it is in."""
    found: dict[str, list[int]] = {}
    for at, text in enumerate(stretches):
        for name in names_in(text):
            if name in others:
                found.setdefault(name, []).append(at)
    return found


def _within(spans: Sequence[tuple[int, int]], figures: Sequence[Quantity]) -> list[tuple[Quantity, ...]]:
    """The figures of each span."""
    starts = [q.start for q in figures]
    return [tuple(figures[bisect_left(starts, a) : bisect_left(starts, b)]) for a, b in spans]


def _inside(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Of each span whether it touches one of ``others``, which are in order."""
    found = []
    for start, end in spans:
        at = bisect_left(others, start + 1, key=itemgetter(1))
        found.append(at < len(others) and others[at][0] < end)
    return np.array(found, dtype=np.bool_)


@lru_cache(maxsize=4096)
def _last_word(name: str) -> str:
    *_, head = (name, *content_words(name))
    return head


def _has(head: str | None, text: str) -> bool:
    return head is not None and (head in text or (len(head) > 2 and head[-2:] in text))
