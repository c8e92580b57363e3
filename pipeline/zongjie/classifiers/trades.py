"""What a report mostly speaks of by its title: the trade of the body that wrote it."""

import re
from functools import cache

import numpy as np

from zongjie.inference.linear import Floats
from zongjie.lexicons.themes import taxonomy


def trade(title: str, classes: tuple[str, ...]) -> Floats | None:
    """The share of each leaf of ``classes`` that the title alone leads one to expect, or None.

    The last word that names a trade counts, since the part comes after the whole: 县教育局机关党支部
    is about the party. A word of two leaves (街道) is shared between them.

    >>> keys = ("education", "party_organisation")
    >>> trade("某县教育局2024年工作总结", keys).tolist(), trade("某县教育局机关党支部工作总结", keys).tolist()
    ([1.0, 0.0], [0.0, 1.0])
    >>> trade("2024年政府工作报告", keys) is None
    True
    """
    found = _trades().findall(title)
    if not found:
        return None
    told = [place for place, key in enumerate(classes) if found[-1] in taxonomy().leaf(key).trades]
    if not told:
        return None
    shares = np.zeros(len(classes), dtype=np.float32)
    shares[told] = 1 / len(told)
    return shares


@cache
def _trades() -> re.Pattern[str]:
    """All words of trades, longer ones first, and not as part of a place's name."""
    words = {word for leaf in taxonomy().leaves for word in leaf.trades}
    longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return re.compile(f"(?:{'|'.join(longest_first)})(?![市县区州])")  # 景德镇市 is no town
