"""The quotation marks and brackets of a text, found once for all checks that look at them."""

import re
from functools import lru_cache

_OTHER = re.compile("[^“”《》〈〉（）()【】〔〕「」『』\n]+")
_BRACKET = re.compile("[（(【\\[〔]")


@lru_cache(maxsize=2)
def pair_marks(body: str) -> str:
    """All pair marks of ``body`` and its line ends, in order, as one string.

    >>> pair_marks("办好“一件事”，\\n印发《规程》。")
    '“”\\n《》'
    """
    return _OTHER.sub("", body)


@lru_cache(maxsize=2)
def opening_brackets(body: str) -> tuple[int, ...]:
    """Where a bracket opens: one of （ ( 【 [ 〔.

    >>> opening_brackets("执行〔2024〕5号（试行）")
    (2, 10)
    """
    return tuple(match.start() for match in _BRACKET.finditer(body))
