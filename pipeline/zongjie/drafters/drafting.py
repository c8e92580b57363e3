"""The drafter: content plan, words, verification."""

from collections.abc import Callable
from dataclasses import replace

from zongjie.document import Analysis, Finding, Plan
from zongjie.drafters.building import Draft, DraftItem, build
from zongjie.drafters.copying import copied
from zongjie.drafters.fitting import composed_to
from zongjie.drafters.language_model.conversation import Generate
from zongjie.drafters.outline import arranged, to_outline
from zongjie.drafters.precedents import Precedents

Verify = Callable[[Plan], tuple[Finding, ...]]
_ROUNDS = 3
_PLAIN_HEADING = "补齐查找出的短板"
_PLAIN_ANSWER = "把总结里写明的这项短板列入台账，逐项明确整改办法和完成时限。"
_LEAF = 3  # the level of items with sentences of their own


def draft(
    analysis: Analysis,
    verify: Verify,
    length: int | None = None,
    outline: str | None = None,
    generate: Generate | None = None,
    known: Precedents | None = None,
    last: Analysis | None = None,
) -> Plan:
    """The plan for the next period; sentences in which ``verify`` finds an error are dropped.

    ``length`` is about how many characters it shall have; ``outline`` is an edited content plan
    (``outline_of``), which decides items, order and headings. Raises ``SettingsError`` if that
    cannot be followed. ``generate`` is a language model that writes the sentences; what it raises
    (``ModelError``) is raised. ``known`` is what other reports did about such problems,
    ``last`` the same body's report before this one, whose plan lends its headings.
    """
    composed = composed_to(analysis, length, known, last)
    if outline is not None:
        composed = arranged(composed, outline, analysis)
    plan, items = _verified(composed.title, composed.period, list(composed.items), verify, analysis.body)
    if generate is None:
        return plan
    from zongjie.drafters.language_model.writing import written  # not on the offline path

    return written(replace(composed, items=tuple(items)), analysis, verify, generate)


def outline_of(
    analysis: Analysis,
    length: int | None = None,
    known: Precedents | None = None,
    last: Analysis | None = None,
) -> str:
    """The content plan as JSON, to be edited and given back to ``draft``."""
    return to_outline(composed_to(analysis, length, known, last), analysis)


def _verified(
    title: str, period: str, items: list[DraftItem], verify: Verify, body: str
) -> tuple[Plan, list[DraftItem]]:
    """Build and check; a sentence at fault is told more plainly, then dropped."""
    for item in items:
        faults = [copied(one.text, body) for one in item.sentences]
        if any(faults):
            _replace(item, faults)
            _replace(item, [copied(one.text, body) for one in item.sentences])
    items = _pruned(items)
    plan = build(title, period, items)
    findings: tuple[Finding, ...] = ()
    for _ in range(_ROUNDS):
        findings = verify(plan)
        errors = [f for f in findings if f.severity == "error" and not f.preview]
        if not errors or not _mend(plan, items, errors):
            break
        items = _pruned(items)
        plan = build(title, period, items)
    return replace(plan, findings=findings), items


def _mend(plan: Plan, items: list[DraftItem], errors: list[Finding]) -> bool:
    """Take up the errors, item by item; whether anything was changed."""
    mended = False
    for built, item in zip(plan.items, items, strict=True):
        faults = [_touches(errors, one.start, one.end) for one in built.sentences]
        mended = mended or any(faults)
        _replace(item, faults)
        head_end = built.sentences[0].start if built.sentences else built.end
        if item.level == _LEAF and _touches(errors, built.start, head_end):
            mended = True
            item.heading = _PLAIN_HEADING
            if not item.answers:
                item.sentences = []
    return mended


def _touches(errors: list[Finding], start: int, end: int) -> bool:
    return any(f.start < end and start < f.end for f in errors)


def _replace(item: DraftItem, faults: list[bool]) -> None:
    """Spare words for the sentences at fault, else none; the answer to a problem never goes."""
    kept: list[Draft] = []
    for one, fault in zip(item.sentences, faults, strict=True):
        if not fault:
            kept.append(one)
        elif one.spare:
            kept.append(one.plainer())
    if item.answers and item.sentences and not kept:
        kept = [item.sentences[0].plainer(_PLAIN_ANSWER)]
    item.sentences = kept


def _pruned(items: list[DraftItem]) -> list[DraftItem]:
    """The items without leaves that say nothing, and without headings that head nothing."""
    kept: list[DraftItem] = []
    below = 0  # the level of the item kept last, reading backwards
    for item in reversed(items):
        if item.sentences or (item.level < _LEAF and below > item.level):
            kept.append(item)
            below = item.level
    return kept[::-1]
