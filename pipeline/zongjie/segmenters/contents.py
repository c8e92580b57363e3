"""Headings that only announce: a table of contents, or a heading that a page carries twice."""

import itertools
from collections import defaultdict

from zongjie.segmenters.headings import Heading

_SHORTEST_RUN = 3
"""From so many lines in a row on, headings that come again below are a table of contents."""


def without_contents(body: str, found: list[Heading]) -> list[Heading]:
    """``found`` less the headings of a table of contents and the first of each doubled heading."""
    words = [_words(body, one) for one in found]
    last = {word: number for number, word in enumerate(words)}
    dropped: set[int] = set()
    for run in _runs(found):
        repeated = [number for number in run if words[number] and last[words[number]] > run[-1]]
        if len(run) >= _SHORTEST_RUN and 3 * len(repeated) >= 2 * len(run):
            dropped.update(run)
        for first, second in itertools.pairwise(run):
            if words[first] and words[first] == words[second]:
                dropped.add(first)
        following = run[-1] + 1
        is_doubled = following < len(found) and words[run[-1]] and words[run[-1]] == words[following]
        if is_doubled and found[following].paragraph == found[run[-1]].paragraph + 1:
            dropped.add(run[-1])
    return [one for number, one in enumerate(found) if number not in dropped] if dropped else found


def _runs(found: list[Heading]) -> list[list[int]]:
    """Numbers of headings that stand alone on lines right after one another."""
    runs: dict[int, list[int]] = defaultdict(list)
    key = 0
    for number, one in enumerate(found):
        if not one.alone:
            continue
        before = found[number - 1] if number else None
        if before is None or not before.alone or before.paragraph != one.paragraph - 1:
            key = number
        runs[key].append(number)
    return list(runs.values())


def _words(body: str, one: Heading) -> str:
    return "".join(body[one.heading_start : one.heading_end].split())
