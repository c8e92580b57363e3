"""The ledger of promises (承诺台账): what became of each promise in the next report.

What to call: ``ledger(last, this)``. A promise is linked in three ways, the surest first:

1. an indicator to the same indicator of the next report's own period (``metric_values``);
2. a figure to a figure of the same unit in a clause about the same thing;
3. a deed without a figure to the clause most like it that names the same matter.

Likeness is that of ``archive/evidence.py``. What falls below the threshold is not mentioned; a
figure that was promised and not told, or told of more years than one, is unclear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from zongjie.archive.clauses import clauses
from zongjie.archive.evidence import Candidate, Told
from zongjie.archive.identity import same_body
from zongjie.archive.judging import Judgement, comparable, judge
from zongjie.archive.metric_names import is_known, metric_name
from zongjie.archive.metrics import metric_values
from zongjie.archive.periods import days_of, own_days
from zongjie.archive.promises import promises
from zongjie.archive.term_weights import manner_words
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Quantity
from zongjie.document.ledger import Ledger, LedgerEntry, LedgerSide, Promise

_DEED = 0.48  # a clause less like a deed than this speaks of something else
_FIGURE = 0.42
_UNCLEAR = 0.6  # a figure left out, but surely the same thing
_METRIC = 0.95
_OTHER_COUNT = 0.1  # an addition held against a total, where the same clause may tell the other
_SHARES = ("比重", "占比", "比例", "贡献率")  # of what, the metric's name does not say
_MATTER, _SURE = 0.34, 0.75  # a figure counts something else where less of the matter is shared
_BEFORE = 60  # characters
_ALSO = 0.85  # a second clause nearly as like is evidence too
_APART = 5  # times: so far from the promised figure only a clause surely about the same thing counts
_ADDED = re.compile(r"新增|净增|新建|新开工|新引进|新培育|新认定|新登记|增加")
_TOTAL = re.compile(r"达到?|共有|累计|总数|总量|在役|拥有|突破|超过|保持")
_SUMMED = re.compile(r"累计|[三四五]年[来间共]?|年均")
_ONGOING = re.compile(r"正在|加快|推进|开工|启动|前期|有序|获批|立项|筹建|在建|进展|积极")
_FINISHED = re.compile(r"建成|竣工|投用|投产|通车|开通|完工|投入使用|开园|封顶|全面完成")
_OTHERS = {
    "省": re.compile(r"^全国(?!第|领先|首|前|人大|政协|文明|百强)"),
    "市": re.compile(r"^(?:全国|全省)(?!第|领先|首|前|人大|政协|文明|百强)"),
    "县": re.compile(r"^(?:全国|全省|全市)(?!第|领先|首|前|人大|政协|文明|百强)"),
}  # fmt: skip


def ledger(last: Analysis, this: Analysis) -> Ledger:
    """Each promise of ``last`` with what ``this`` tells of it, in reading order."""
    told = _Next(this)
    entries = tuple(_entry(promise, last, told) for promise in promises(last))
    return Ledger(_side(last), _side(this), entries, tuple(_doubts(last, this)))


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
        self.told = Told(this)
        self.values = [v for v in metric_values(this) if v.role == "reported"]
        self.by_start = {q.start: q for q in this.quantities}
        self.starts = [start for start, _ in self.told.clauses]
        own = own_days(this.profile.period)
        self.year = own.end.year if own else None
        self.own = own
        self.others = _OTHERS.get(this.profile.level or "")
        self.asked: str | None = None
        self.answer: list[Candidate] = []

    def clause_at(self, place: int) -> tuple[int, int] | None:
        at = bisect_right(self.starts, place)
        found = self.told.clauses[at - 1] if at else None
        return found if found is not None and place < found[1] else None

    def of_years(self, q: Quantity, text: str) -> bool:
        """Whether the figure sums up several years."""
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

    def about(self, words: str) -> list[Candidate]:
        """The clauses most like ``words`` that tell of this body; asked again, the same list."""
        if words != self.asked:
            self.asked, self.answer = words, list(self._about(words))
        return self.answer

    def _about(self, words: str) -> Iterator[Candidate]:
        for candidate in self.told.about(words):
            text = self.this.body[candidate.start : candidate.end]
            if self.others is None or not self.others.search(text):
                yield candidate


def _entry(promise: Promise, last: Analysis, told: _Next) -> LedgerEntry:
    words = _with_subject(last, promise)
    if promise.due is not None and told.year is not None and promise.due > told.year:
        found = _by_words(promise, words, told)
        if found.status == "not_mentioned":
            return found
        return LedgerEntry(
            promise, "unclear", found.evidence,
            f"承诺到{promise.due}年，还没到期", f"due in {promise.due}, not yet over", found.score,
        )  # fmt: skip
    if promise.value is None:
        return _by_words(promise, words, told)
    return _by_metric(promise, words, told) or _by_figure(promise, words, told)


def _with_subject(last: Analysis, promise: Promise) -> str:
    """The promise's words; with the clause before, where they say too little (确保全年完成不少于20家)."""
    words = last.body[promise.start : promise.end]
    if set(content_words(words)) - manner_words():
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


def _by_figure(promise: Promise, words: str, told: _Next) -> LedgerEntry:
    """The most like clause with a figure of the same unit; without one, the words must do."""
    best: tuple[float, Candidate, Quantity] | None = None
    adds = _adds(promise, words)
    for candidate in told.about(words):
        vague = candidate.matter < _MATTER and candidate.score < _SURE
        for q in candidate.quantities:
            if vague and not _same_value(promise, q):
                continue
            if (
                _other_metric(promise, q)
                or not comparable(promise, q)
                or (told.is_yearly(candidate, q) and "年均" not in words)
            ):
                continue
            score = candidate.score + _same_object(promise, q) + _same_value(promise, q)
            if _apart(promise, q) and score < _UNCLEAR:
                continue
            if adds is not None and told.is_total(candidate, q) == adds:
                score -= _OTHER_COUNT
            if best is None or score > best[0]:
                best = score, candidate, q
    if best is not None and best[0] >= _FIGURE:
        score, candidate, q = best
        clause = (candidate.start, candidate.end)
        text = told.this.body[candidate.start : candidate.end]
        if told.of_years(q, text):
            found = Judgement("unclear", "说的是几年的累计", "told as the sum of several years")
        elif promise.change_kind is None and adds is not None and adds == told.is_total(candidate, q):
            found = Judgement("unclear", "一个说新增，一个说总数", "one tells an addition, the other a total")
        else:
            found = judge(promise, words, q, text)
        return _linked(promise, found, (clause,), min(1.0, round(score, 2)))
    entry = _by_words(promise, words, told)
    if promise.metric is not None and entry.evidence:
        start, end = entry.evidence[0]
        text = told.this.body[start:end]
        if promise.metric not in text and (promise.object or "") not in text:
            return _nothing(promise)
    if entry.status == "not_mentioned" or entry.score >= _UNCLEAR:
        return entry if entry.status == "not_mentioned" else _linked(
            promise, Judgement("unclear", "提到了，但没有说数字", "spoken of without the figure"),
            entry.evidence, entry.score,
        )  # fmt: skip
    return _nothing(promise)


def _adds(promise: Promise, words: str) -> bool | None:
    """Whether the promise counts what is added (True) or all there is (False); None: neither is said."""
    told = f"{promise.action or ''}|{words}"
    if _ADDED.search(told):
        return True
    return False if _TOTAL.search(told) else None


def _same_object(promise: Promise, q: Quantity) -> float:
    return (
        0.15
        if promise.object and q.object and (promise.object in q.object or q.object in promise.object)
        else 0.0
    )


def _other_metric(promise: Promise, q: Quantity) -> bool:
    """Whether the figure is of another indicator than the one promised."""
    told = metric_name(q.metric)
    return (
        promise.metric is not None
        and told is not None
        and told != promise.metric
        and (is_known(told) or is_known(promise.metric))
    )


def _same_value(promise: Promise, q: Quantity) -> float:
    """The very figure of the promise, unless it is a small one, is no accident."""
    return 0.25 if q.value == promise.value and len(str(q.value).strip("0.")) > 1 else 0.0


def _apart(promise: Promise, q: Quantity) -> bool:
    one, other = promise.value, q.value
    if not one or not other:
        return False
    return not one / _APART <= other <= one * _APART


def _by_words(promise: Promise, words: str, told: _Next) -> LedgerEntry:
    candidates = [
        one
        for one in told.about(words)
        if one.score >= _DEED
        and (
            one.score >= _UNCLEAR
            or promise.value is not None
            or _same_matter(promise, words, told.this.body[one.start : one.end])
        )
    ]
    for candidate in candidates[:1]:
        text = told.this.body[candidate.start : candidate.end]
        if _FINISHED.search(words) and not _FINISHED.search(text) and _ONGOING.search(text):
            found = Judgement(
                "partly", "承诺完成，本期说还在推进", "promised to be finished, told as under way"
            )
        else:
            found = Judgement("done", "本期说已做", "told as done")
        spans = tuple((one.start, one.end) for one in candidates[:2] if one.score >= _ALSO * candidate.score)
        return _linked(promise, found, spans, round(candidate.score, 2))
    return _nothing(promise)


def _same_matter(promise: Promise, words: str, text: str) -> bool:
    """Whether a clause names what the deed is done to, the last word of its object, or two of its words."""
    *_, head = (None, *content_words(promise.object or ""))
    if head is not None and (head in text or (len(head) > 2 and head[-2:] in text)):
        return True
    telling = set(content_words(words)) - manner_words()
    return sum(word in text for word in telling) >= 2


def _linked(
    promise: Promise, found: Judgement, evidence: tuple[tuple[int, int], ...], score: float
) -> LedgerEntry:
    return LedgerEntry(promise, found.status, evidence, found.reason_zh, found.reason_en, score)


def _nothing(promise: Promise) -> LedgerEntry:
    return LedgerEntry(promise, "not_mentioned", (), "本期没有提到", "not spoken of", 0.0)


def _side(analysis: Analysis) -> LedgerSide:
    return LedgerSide(
        analysis.report.source, analysis.report.text, analysis.profile.organisation, analysis.profile.period
    )
