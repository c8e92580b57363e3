"""The rubrics that plans of such years usually have, for a report that holds no plan of its own.

Counted on the plans of governments (``lexicons/plan_rubrics.toml``), so for governments only; a rubric
is put forward only where the report itself speaks of the matter.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from zongjie.document import Analysis
from zongjie.drafters.own_words import own_words
from zongjie.drafters.themes import leaf_of
from zongjie.lexicons.measures import measure_words
from zongjie.lexicons.plan_rubrics import KnownRubric, known_rubrics

_NOUNS = ("发展", "建设", "创新", "服务", "改革", "治理", "保障", "组织")  # verbs that open names as well
_KINDS = ("government", "township")
_USUAL = 0.03  # share of the plans of such years, from which a rubric is taken up without a deed
_OWN_LEAF = 0.05  # what a rubric gains by speaking of the very theme


@dataclass(slots=True)
class UsualRubrics:
    """Rubrics by theme group, the most usual first; each is given once, none that says another again."""

    by_group: dict[str, list[tuple[float, KnownRubric]]]
    told: set[str]

    def take(self, group: str, theme: str) -> str:
        """The heading for a theme of ``group`` (增进民生福祉), or "" where none is left that fits."""
        rated = [
            (rate + _OWN_LEAF * (leaf == theme), one)
            for rate, one in self.by_group.get(group, ())
            if (leaf := _leaf(one.thing)) in (None, theme) and not own_words(one.thing) <= self.told
        ]
        return self._given(max(rated, key=lambda pair: pair[0])[1]) if rated else ""

    def others(self) -> Iterator[tuple[str, KnownRubric]]:
        """Headings that no theme took, of every group, the most usual first, while they are usual at all."""
        rated = sorted(
            ((rate, group, one) for group, own in self.by_group.items() for rate, one in own),
            key=lambda entry: (-entry[0], entry[2].thing),
        )
        for rate, _, one in rated:
            if rate >= _USUAL and not own_words(one.thing) & self.told:
                yield self._given(one), one

    def _given(self, one: KnownRubric) -> str:
        self.told |= own_words(one.thing)
        return _heading(one)


def usual_rubrics(analysis: Analysis, year: int | None) -> UsualRubrics:
    """The usual rubrics of the year whose own words the report uses."""
    found: dict[str, list[tuple[float, KnownRubric]]] = defaultdict(list)
    if analysis.profile.kind in _KINDS:
        for one in known_rubrics():
            words = own_words(one.thing)
            if words and all(word in analysis.body for word in words):
                found[one.group].append((one.rate(year), one))
    return UsualRubrics(dict(found), set())


def _leaf(thing: str) -> str | None:
    leaf = leaf_of(thing)
    return leaf[0] if leaf else None


def _heading(one: KnownRubric) -> str:
    return one.thing if _begins_with_verb(one.thing) else f"{one.verb}{one.thing}"


def _begins_with_verb(thing: str) -> bool:
    """Whether it can head an item as it stands (扩大内需, 防范化解重点领域风险)."""
    verbs = tuple(measure_words().verbs)
    return thing.startswith((*verbs, "深化", "扩大")) and len(thing) > 3 and not thing.startswith(_NOUNS)
