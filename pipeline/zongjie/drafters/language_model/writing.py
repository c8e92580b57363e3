"""Has a model write a composed plan, and keeps of it what its sources bear out.

Order: ask for the items in groups → verify each sentence alone → verify the plan as a whole by the
checks → ask once for the sentences that failed → verify again → drop what still fails. An item of
which nothing is left keeps the words of the offline engine, so that every problem is answered and
every promise carried whatever the model does.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from zongjie.document import Analysis, Computed, Dropped, Finding, Plan
from zongjie.drafters.building import Draft, DraftItem, build
from zongjie.drafters.composing import Composed
from zongjie.drafters.language_model.conversation import Generate
from zongjie.drafters.language_model.faults import fault, plain
from zongjie.drafters.language_model.parsing import Told, parse
from zongjie.drafters.language_model.prompts import Rejected, to_mend, to_write
from zongjie.drafters.language_model.sources import numbered

Verify = Callable[[Plan], tuple[Finding, ...]]
_AT_ONCE = 6  # items in one request
_MOST_SENTENCES = 4  # of one item
_GROUNDING = ("GR01", "GR02", "GR03", "GR04")
_LEAF = 3
Reason = tuple[str, str]


class _Draftsman:
    """The state of one draft: sentences kept by item, and what was refused."""

    def __init__(self, composed: Composed, analysis: Analysis, verify: Verify, generate: Generate) -> None:
        self.composed, self.analysis = composed, analysis
        self.verify, self.generate = verify, generate
        self.items = {item.id: item for item in composed.items if item.sentences and item.id}
        self.sources = numbered(list(self.items.values()), analysis)
        self.kept: dict[str, list[Told]] = {name: [] for name in self.items}
        self.said: set[str] = set()

    def ask(self, items: Sequence[DraftItem]) -> list[Told]:
        answer = self.generate(to_write(items, self.sources))
        return parse(answer, {item.id for item in items})

    def take(self, told: Iterable[Told]) -> list[tuple[Told, Reason]]:
        """Keep the sentences that bear their sources out; the others with the reason."""
        refused = []
        for one in told:
            reason = fault(one, self.sources[one.item], self.analysis.body)
            if reason is None and plain(one.text) in self.said:
                reason = ("前面已经说过", "was said already")
            if reason is not None:
                refused.append((one, reason))
            elif len(self.kept[one.item]) < _MOST_SENTENCES:
                self.kept[one.item].append(one)
                self.said.add(plain(one.text))
        return refused

    def plan(self) -> Plan:
        """The plan as it stands: kept sentences, else the offline words."""
        items = [self._item(item) for item in self.composed.items]
        return build(self.composed.title, self.composed.period, items)

    def _item(self, item: DraftItem) -> DraftItem:
        told = self.kept.get(item.id)
        return replace(item, sentences=[self._draft(one, item) for one in told]) if told else item

    def _draft(self, told: Told, item: DraftItem) -> Draft:
        own = {s.number: (s.start, s.end) for s in self.sources[told.item]}
        kind = "frame" if item.level < _LEAF and not item.answers else "measure"
        kind = "target" if "【待填" in told.text or any(c.isdigit() for c in told.text) else kind
        return Draft(told.text, kind, tuple(own[n] for n in told.cites), computed=told.computed)  # type: ignore[arg-type]

    def verified(self) -> tuple[list[tuple[Told, Reason]], Plan]:
        """Take out the sentences in which the checks find fault; those, and the plan without them."""
        plan = self.plan()
        refused: list[tuple[Told, Reason]] = []
        findings = [f for f in self.verify(plan) if _counts(f) and not _is_computed(f, plan)]
        for item, built in zip(self.composed.items, plan.items, strict=True):
            for told, sentence in zip(list(self.kept.get(item.id, ())), built.sentences, strict=False):
                one = next((f for f in findings if f.start < sentence.end and sentence.start < f.end), None)
                if one is not None:
                    self.kept[item.id].remove(told)
                    self.said.discard(plain(told.text))
                    refused.append((told, (f"{one.code}：{one.message}", f"{one.code}: {one.message}")))
        return refused, self.plan() if refused else plan


def written(composed: Composed, analysis: Analysis, verify: Verify, generate: Generate) -> Plan:
    """The plan in the model's words, verified; ``Plan.dropped`` lists what was not kept.

    Raises what ``generate`` raises where the model cannot be had.
    """
    work = _Draftsman(composed, analysis, verify, generate)
    items = list(work.items.values())
    refused: list[tuple[Told, Reason]] = []
    for at in range(0, len(items), _AT_ONCE):
        refused += work.take(work.ask(items[at : at + _AT_ONCE]))
    more, plan = work.verified()
    refused += more
    dropped: list[tuple[Told, Reason]] = []
    if refused:
        second = _mended(refused, work)
        again = work.take(second)
        last, plan = work.verified()
        dropped = [*again, *last, *_not_mended(refused, second)]
    findings = tuple(f for f in verify(plan) if not _is_computed(f, plan))
    listed = tuple(Dropped(told.text, work.items[told.item].heading, *why) for told, why in dropped)
    return replace(plan, findings=findings, dropped=listed)


def _not_mended(refused: Sequence[tuple[Told, Reason]], second: Sequence[Told]) -> list[tuple[Told, Reason]]:
    """The refused sentences for which no second attempt came."""
    left = Counter(one.item for one in second)
    missing = []
    for told, why in refused:
        left[told.item] -= 1
        if left[told.item] < 0:
            missing.append((told, why))
    return missing


def _mended(refused: Sequence[tuple[Told, Reason]], work: _Draftsman) -> list[Told]:
    """The model's second attempt at what failed."""
    told: list[Told] = []
    for at in range(0, len(refused), _AT_ONCE):
        some = [Rejected(one.item, one.text, why[0]) for one, why in refused[at : at + _AT_ONCE]]
        answer = work.generate(to_mend(some, work.items, work.sources))
        told += parse(answer, {one.item for one in some})
    return told


def _counts(f: Finding) -> bool:
    return f.code in _GROUNDING or (f.severity == "error" and not f.preview)


def _is_computed(f: Finding, plan: Plan) -> bool:
    """Whether a number without source is one that was worked out, with its formula shown."""
    return f.code == "GR01" and any(
        _overlaps(f, c) for item in plan.items for sentence in item.sentences for c in sentence.computed
    )


def _overlaps(f: Finding, c: Computed) -> bool:
    return f.start < c.end and c.start < f.end
