"""Set words (套词) of the genre: they stand in any heading and tell nothing of its matter.

加强组织建设 and 深化改革开放 differ in 组织 and 改革开放, not in 加强 and 深化. Comparisons leave
these words out. The words are in ``genre_words.txt``, lines that begin with ``#`` apart.
"""

from functools import cache
from importlib.resources import files

_LONGEST_COMPOUND = 4


@cache
def genre_words() -> frozenset[str]:
    """All set words."""
    lines = files("zongjie.comparing").joinpath("genre_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_genre_word(word: str) -> bool:
    """Whether ``word`` is a set word or made of two of them (服务水平).

    >>> is_genre_word("服务水平"), is_genre_word("基层")
    (True, False)
    """
    known = genre_words()
    if word in known:
        return True
    return len(word) == _LONGEST_COMPOUND and word[:2] in known and word[2:] in known
