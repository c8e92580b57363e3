"""The counted rubrics: every line can be read and told."""

from typing import get_args

from zongjie.document.section import ThemeGroup
from zongjie.lexicons.plan_rubrics import known_rubrics


def test_every_rubric_has_a_group_a_verb_and_shares() -> None:
    found = known_rubrics()
    assert len(found) > 200
    for one in found:
        assert one.group in get_args(ThemeGroup)
        assert one.verb
        assert 0 < one.whole < 1
        assert all(0 < share <= 1 for share in one.share.values())


def test_a_rubric_is_usual_in_its_own_years() -> None:
    village = next(one for one in known_rubrics() if one.thing == "社会主义新农村建设")
    assert village.rate(2008) > village.rate(2023)
