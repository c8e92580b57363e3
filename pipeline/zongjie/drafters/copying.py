"""Whether a drafted sentence copies the report: a run longer than 20 characters."""

import re

LONGEST = 20
_PROBE, _STEP = 10, 12  # every run of 21 characters holds a probe of 10 that starts at a multiple of 12
_PLACES = 40  # a probe is looked for at so many places at most
_NAMED = re.compile(r"《[^》]{1,60}》|“[^”]{1,40}”")


def longest_copy(text: str, body: str) -> int:
    """The length of the longest run of ``text`` that stands in ``body`` (a run of under 21 may count as 0).

    >>> longest_copy("甲乙丙丁戊己庚辛壬癸子丑寅卯做好", "把甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳")
    14
    """
    best = 0
    for at in range(0, max(1, len(text) - _PROBE + 1), _STEP):
        probe = text[at : at + _PROBE]
        if len(probe) < _PROBE:
            break
        place = body.find(probe)
        for _ in range(_PLACES):
            if place < 0 or best > LONGEST:
                break
            best = max(best, _grown(text, at, body, place))
            place = body.find(probe, place + _PROBE)
    return best


def _grown(text: str, at: int, body: str, place: int) -> int:
    left = 0
    while left < min(at, place) and text[at - left - 1] == body[place - left - 1]:
        left += 1
    right = _PROBE
    while at + right < len(text) and place + right < len(body) and text[at + right] == body[place + right]:
        right += 1
    return left + right


def copied(text: str, body: str) -> bool:
    """Whether ``text`` holds a run of over 20 characters of ``body`` outside names and quotations."""
    words = _NAMED.sub("〇", text)
    return len(words) > LONGEST and longest_copy(words, body) > LONGEST
