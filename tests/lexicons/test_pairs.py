"""Looking for many pairs of characters at once."""

import random

from zongjie.lexicons.pairs import Pairs


def test_no_place_is_missed() -> None:
    chance = random.Random(7)
    text = "".join(chance.choice("确保力争年底前完成\n😀\ud800") for _ in range(5000))
    wanted = {"确保", "力争", "😀年", "\ud800前"}
    expected = {at for at in range(len(text) - 1) if text[at : at + 2] in wanted}
    places = Pairs(wanted).places(text)
    assert places == sorted(places)
    assert expected <= set(places)
    assert len(places) < len(expected) + 50


def test_texts_too_short_for_a_pair() -> None:
    assert Pairs(["确保"]).places("") == Pairs(["确保"]).places("确") == []
