"""The ledger of promises (承诺台账): what became of each promise in the next report.

What to call: ``ledger(last, this)``. An indicator is linked to the same indicator of the next
report's own period (``metric_values``); every other promise to the clause that ``linking.py`` finds
likeliest to speak of it, or to none. What the clause says of it is judged by its figure
(``judging.py``) or, without one, by how far the deed has come (``deeds.py``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from math import exp

from zongjie.archive.clauses import clauses
from zongjie.archive.deeds import judge_deed
from zongjie.archive.evidence import past_and_other_clauses
from zongjie.archive.identity import same_body
from zongjie.archive.judging import Judgement, comparable, judge
from zongjie.archive.linking import Candidate, Described, described, links
from zongjie.archive.metrics import metric_values
from zongjie.archive.periods import days_of, own_days
from zongjie.archive.promises import promises
from zongjie.archive.term_weights import manner_words
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Quantity
from zongjie.document.ledger import Ledger, LedgerEntry, LedgerSide, Promise

_METRIC = 0.95
_SHARES = ("比重", "占比", "比例", "贡献率")  # of what, the metric's name does not say
_TELLING = 14  # characters, from which a clause surely says what it is about
_BEFORE = 60  # characters
_ALSO = 0.7  # of score: a second clause nearly as likely is evidence too
_NO_COUNT = ("期", "号", "号线", "级")  # units by which things are named, not counted
_OUTPUT = ("地区生产总值", "国内生产总值")
_ADDED = re.compile(r"新增|净增|新建|新开工|新引进|新培育|新认定|新登记|增加")
_TOTAL = re.compile(r"达到?|共有|累计|总数|总量|在役|拥有|突破|超过|保持")
_SINCE = re.compile(r"比([12][0-9]{3})年")
_SUMMED = re.compile(r"累计|[三四五]年[来间共]?|年均")


def ledger(last: Analysis, this: Analysis) -> Ledger:
    """Each promise of ``last`` with what ``this`` tells of it, in reading order."""
    told = _Next(this)
    asked = [(promise, _with_subject(last, promise)) for promise in promises(last)]
    found = links(last, this, asked, told.marked, told.metrics)
    entries = tuple(
        _entry(promise, words, candidates, told)
        for (promise, words), candidates in zip(asked, found, strict=True)
    )
    return Ledger(_side(last), _side(this), entries, tuple(_doubts(last, this)))


def described_promises(last: Analysis, this: Analysis) -> list[tuple[Promise, Described]]:
    """Each promise with its candidates and their features: what the weights are fitted on."""
    told = _Next(this)
    asked = [(promise, _with_subject(last, promise)) for promise in promises(last)]
    found = described(last, this, asked, told.marked, told.metrics)
    return [(promise, one) for (promise, _), one in zip(asked, found, strict=True)]


def _doubts(last: Analysis, this: Analysis) -> Iterator[tuple[str, str]]:
    """Why the two reports may not belong together."""
    if last.report.source.sha256 == this.report.source.sha256:
        yield "两份是同一份报告", "both are one and the same report"
    if same_body(last.profile, this.profile) is False:
        yield (
            f"两份报告的单位不同：{last.profile.organisation}、{this.profile.organisation}",
            f"the reports are of different bodies: {last.profile.organisation}, {this.profile.organisation}",
        )
    one, other = own_days(last.profile.period), own_days(this.profile.period)
    if one and other and other.end <= one.end:
        yield "第二份报告不比第一份晚", "the second report is not later than the first"
    elif one and other and other.end.year - one.end.year > 1:
        yield (
            f"两份报告隔了{other.end.year - one.end.year}年",
            f"the reports are {other.end.year - one.end.year} years apart",
        )


class _Next:
    """The next report, ready to be asked."""

    def __init__(self, this: Analysis) -> None:
        self.this = this
        self.marked = past_and_other_clauses(this)
        self.clauses = [(start, end) for start, end, _ in self.marked]
        self.values = [v for v in metric_values(this) if v.role == "reported"]
        self.by_start = {q.start: q for q in this.quantities}
        self.starts = [start for start, _ in self.clauses]
        own = own_days(this.profile.period)
        self.year = own.end.year if own else None
        self.own = own
        self.metrics: dict[int, frozenset[str]] = {}
        for value in self.values:
            clause = self.clause_at(value.start)
            if clause is not None:
                self.metrics[clause[0]] = self.metrics.get(clause[0], frozenset()) | {value.metric}

    def clause_at(self, place: int) -> tuple[int, int] | None:
        at = bisect_right(self.starts, place)
        found = self.clauses[at - 1] if at else None
        return found if found is not None and place < found[1] else None

    def of_years(self, q: Quantity, text: str) -> bool:
        """Whether the figure sums up several years."""
        base = _SINCE.search(text)
        if base is not None and self.year is not None and int(base[1]) < self.year - 1:
            return True
        days = days_of(q.period, self.own)
        if days is not None and days.years > 1:
            return True
        return self.own is not None and self.own.years > 1 and _SUMMED.search(text) is not None

    def is_total(self, candidate: Candidate, q: Quantity) -> bool | None:
        """Whether the figure counts all there is (True) or what was added (False); None: neither is said."""
        before = self.this.body[candidate.start : q.start]
        last = max((found.start() for found in _TOTAL.finditer(before)), default=-1)
        added = max((found.start() for found in _ADDED.finditer(before)), default=-1)
        return None if last == added else last > added

    def is_yearly(self, candidate: Candidate, q: Quantity) -> bool:
        """Whether the figure is an average of years."""
        return "年均" in self.this.body[candidate.start : q.start]

    def economy(self) -> Decimal | None:
        """The growth of output in the report's own year, in %."""
        return next(
            (
                value.value
                for value in self.values
                if value.metric in _OUTPUT
                and value.change_kind is not None
                and value.period_end is not None
                and value.period_end.year == self.year
            ),
            None,
        )


def _entry(promise: Promise, words: str, candidates: tuple[Candidate, ...], told: _Next) -> LedgerEntry:
    chosen = candidates[0] if candidates and candidates[0].score > 0 else None
    early = promise.due is not None and told.year is not None and promise.due > told.year
    if promise.value is not None and not early and (by_metric := _by_metric(promise, words, told)):
        return by_metric
    if chosen is None:
        return LedgerEntry(promise, "not_mentioned", (), "本期没有提到", "not spoken of", 0.0)
    spans = tuple((one.start, one.end) for one in candidates[:2] if one.score > max(0, chosen.score - _ALSO))
    text = told.this.body[chosen.start : chosen.end]
    if early:
        found = Judgement(
            "unclear", f"承诺到{promise.due}年，还没到期", f"due in {promise.due}, not yet over"
        )
    elif promise.value is None or promise.unit in _NO_COUNT:
        found = judge_deed(promise, words, chosen, text, told.economy())
    elif chosen.figure is None:
        found = Judgement("unclear", "提到了，但没有说数字", "spoken of without the figure")
    else:
        found = _by_figure(promise, words, chosen, chosen.figure, told)
    return _linked(promise, found, spans, round(1 / (1 + exp(-chosen.score)), 2))


def _with_subject(last: Analysis, promise: Promise) -> str:
    """The promise's words; with the clause before, where they say too little (确保全年完成不少于20家)."""
    words = last.body[promise.start : promise.end]
    if (
        len(words) > (_TELLING if promise.value is not None else _TELLING // 2)
        or set(content_words(words)) - manner_words()
    ):
        return words
    before = list(clauses(last.body, max(0, promise.start - _BEFORE), promise.start))
    return last.body[before[-1][0] : promise.end] if before else words


def _by_metric(promise: Promise, words: str, told: _Next) -> LedgerEntry | None:
    """The same indicator for the next report's own period."""
    if promise.metric is None or promise.metric.endswith(_SHARES):
        return None
    level = None
    for value in told.values:
        if value.metric != promise.metric or value.period_end is None or value.period_end.year != told.year:
            continue
        q = told.by_start[value.start]
        clause = told.clause_at(value.start)
        if clause is None:
            continue
        if value.change_kind != "年均" and comparable(promise, q):
            found = judge(promise, words, q, told.this.body[clause[0] : q.end])
            return _linked(promise, found, (clause,), _METRIC)
        level = level or clause
    if level is not None and promise.change_kind is not None:
        found = Judgement("unclear", "只说了总量，没说增速", "the level is told, not its growth")
        return _linked(promise, found, (level,), _METRIC)
    return None


def _by_figure(promise: Promise, words: str, chosen: Candidate, q: Quantity, told: _Next) -> Judgement:
    """Hold the figure that the clause tells against the promised one, if both count alike."""
    text = told.this.body[chosen.start : max(chosen.end, q.end)]
    adds = _adds(promise, words)
    if told.is_yearly(chosen, q) and "年均" not in words:
        return Judgement("unclear", "说的是几年的平均", "told as the average of several years")
    if told.of_years(q, text):
        return Judgement("unclear", "说的是几年的累计", "told as the sum of several years")
    if promise.change_kind is None and adds is not None and adds == told.is_total(chosen, q):
        return Judgement("unclear", "一个说新增，一个说总数", "one tells an addition, the other a total")
    return judge(promise, words, q, text)


def _adds(promise: Promise, words: str) -> bool | None:
    """Whether the promise counts what is added (True) or all there is (False); None: neither is said."""
    told = f"{promise.action or ''}|{words}"
    if _ADDED.search(told):
        return True
    return False if _TOTAL.search(told) else None


def _linked(
    promise: Promise, found: Judgement, evidence: tuple[tuple[int, int], ...], score: float
) -> LedgerEntry:
    return LedgerEntry(promise, found.status, evidence, found.reason_zh, found.reason_en, score)


def _side(analysis: Analysis) -> LedgerSide:
    return LedgerSide(
        analysis.report.source, analysis.report.text, analysis.profile.organisation, analysis.profile.period
    )
