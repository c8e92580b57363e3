"""Fixed phrases with a numeral that count nothing: 四个自信, 一府两院, 八项规定."""

from zongjie.extractors.quantities.words import word_set

_PHRASES = word_set("slogans")

_LONGEST = 8


def phrase_at(body: str, start: int) -> int:
    """The length of the fixed phrase that begins at ``start``, or 0."""
    for length in range(_LONGEST, 1, -1):
        words = body[start : start + length]
        if words in _PHRASES:
            return length
    return 0
