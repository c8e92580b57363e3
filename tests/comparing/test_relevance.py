"""One door for relevance: words by default, the encoder where it can be had."""

import pytest

from zongjie.comparing import relevance as door
from zongjie.errors import SettingsError

PAIRS = [("基层协商民主", "开展基层协商民主活动"), ("基层协商民主", "更换路灯六十盏")]


def test_words_tell_what_belongs_together() -> None:
    own, foreign = door.relevance("lexical").scores(PAIRS)
    assert own > 0.8
    assert foreign == 0.0


def test_a_matrix_has_a_row_for_each_text_asked() -> None:
    told = door.relevance("lexical").matrix(["基层协商民主"], [body for _, body in PAIRS])
    assert told == [door.relevance("lexical").scores(PAIRS)]


def test_words_serve_where_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise SettingsError("无", "none")

    monkeypatch.setattr(door, "shipped", missing)
    assert door.best_at_hand().name == "lexical"
    with pytest.raises(SettingsError):
        door.relevance("neural")
