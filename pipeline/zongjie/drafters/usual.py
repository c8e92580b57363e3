"""The rubrics that plans of such years usually have, for a report that holds no plan of its own.

Counted on the plans of governments (``lexicons/plan_rubrics.toml``), so for governments only; a rubric
is put forward only where the report itself speaks of the matter.
"""

from collections.abc import Iterator, Sequence
from typing import get_args

from zongjie.document import Analysis
from zongjie.document.section import ThemeGroup
from zongjie.drafters.own_words import own_words
from zongjie.drafters.themes import leaf_of
from zongjie.lexicons.measures import measure_words
from zongjie.lexicons.plan_rubrics import KnownRubric, known_rubrics

_NOUNS = ("发展", "建设", "创新", "服务", "改革", "治理", "保障", "组织")  # verbs that open names as well
_KINDS = ("government", "township")
_USUAL = 0.03  # share of the plans of such years, from which a rubric is taken up without a deed
_OWN_LEAF = 0.05  # what a rubric gains by speaking of the very theme


class UsualRubrics:
    """Rubrics by theme group, the most usual first; each is given once, none that says another again."""

    def __init__(self, body: str, year: int | None, known: Sequence[KnownRubric]) -> None:
        self._body, self._year, self._known = body, year, known
        self._told: set[str] = set()
        self._there: dict[str, bool] = {}
        self._by_group: dict[str, list[tuple[float, KnownRubric]]] = {}

    def _of(self, group: str) -> list[tuple[float, KnownRubric]]:
        """The rubrics of a group whose own words stand in the report, with how usual they are."""
        if group not in self._by_group:
            found = []
            for one in self._known:
                words = own_words(one.thing) if one.group == group else ()
                if words and all(map(self._speaks_of, words)):
                    found.append((one.rate(self._year), one))
            self._by_group[group] = found
        return self._by_group[group]

    def _speaks_of(self, word: str) -> bool:
        """Whether the word stands in the report: looked for once, since rubrics share words."""
        if word not in self._there:
            self._there[word] = word in self._body
        return self._there[word]

    def take(self, group: str, theme: str) -> str:
        """The heading for a theme of ``group`` (增进民生福祉), or "" where none is left that fits."""
        rated = [
            (rate + _OWN_LEAF * (leaf == theme), one)
            for rate, one in self._of(group)
            if (leaf := _leaf(one.thing)) in (None, theme) and not own_words(one.thing) <= self._told
        ]
        return self._given(max(rated, key=lambda pair: pair[0])[1]) if rated else ""

    def others(self) -> Iterator[tuple[str, KnownRubric]]:
        """Headings that no theme took, of every group, the most usual first, while they are usual at all."""
        rated = sorted(
            ((rate, group, one) for group in get_args(ThemeGroup) for rate, one in self._of(group)),
            key=lambda entry: (-entry[0], entry[2].thing),
        )
        for rate, _, one in rated:
            if rate >= _USUAL and not own_words(one.thing) & self._told:
                yield self._given(one), one

    def _given(self, one: KnownRubric) -> str:
        self._told |= own_words(one.thing)
        return _heading(one)


def usual_rubrics(analysis: Analysis, year: int | None) -> UsualRubrics:
    """The usual rubrics of the year whose own words the report uses."""
    known = known_rubrics() if analysis.profile.kind in _KINDS else ()
    return UsualRubrics(analysis.body, year, known)


def _leaf(thing: str) -> str | None:
    leaf = leaf_of(thing)
    return leaf[0] if leaf else None


def _heading(one: KnownRubric) -> str:
    return one.thing if _begins_with_verb(one.thing) else f"{one.verb}{one.thing}"


def _begins_with_verb(thing: str) -> bool:
    """Whether it can head an item as it stands (扩大内需, 防范化解重点领域风险)."""
    verbs = tuple(measure_words().verbs)
    return thing.startswith((*verbs, "深化", "扩大")) and len(thing) > 3 and not thing.startswith(_NOUNS)
