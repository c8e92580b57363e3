"""The rubrics that plans of such years usually have, for a report that holds no plan of its own.

Counted on the plans of governments (``lexicons/plan_rubrics.toml``), so for governments only; a rubric
is put forward only where the report itself speaks of the matter.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.document import Analysis
from zongjie.drafters.own_words import own_words
from zongjie.drafters.themes import leaf_of
from zongjie.lexicons.measures import measure_words
from zongjie.lexicons.plan_rubrics import KnownRubric, known_rubrics

_KINDS = ("government", "township")
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
        if not rated:
            return ""
        chosen = max(rated, key=lambda pair: pair[0])[1]
        self.told |= own_words(chosen.thing)
        return _heading(chosen)


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
    verbs: Sequence[str] = tuple(measure_words().verbs)
    return thing[:2] in verbs and len(thing) > 3 and thing[:2] not in ("发展", "建设", "创新", "服务")
