"""How fast repeats within one report are found: ordinary text, and texts made to be costly.

What to call: ``ordinary(texts)`` and ``hostile()``. Each hostile text comes in two lengths, so that
a cost that grows faster than its length shows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from time import process_time

from zongjie.comparing.repeats import repeated_passages

_SENTENCE = "走访三十家企业，逐户登记用工缺口、融资需求和厂房租金，当场答复能办的事项，不能办的限期回话。"
_EDITS = 3  # characters changed in each copy of the sentence
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """Processor seconds that a text of ``characters`` took, and how many passages were found."""

    what: str
    characters: int
    seconds: float
    findings: int

    @property
    def rate(self) -> float:
        """Characters a second."""
        return self.characters / max(self.seconds, 1e-9)


def ordinary(texts: Sequence[str]) -> Timed:
    """All texts one after another, the best of some rounds."""
    seconds, findings = float("inf"), 0
    for _ in range(_ROUNDS):
        repeated_passages.cache_clear()
        start = process_time()
        findings = sum(len(repeated_passages(text)) for text in texts)
        seconds = min(seconds, process_time() - start)
        repeated_passages.cache_clear()
    return Timed("ordinary", sum(map(len, texts)), seconds, findings)


def hostile() -> Iterator[tuple[Timed, Timed]]:
    """Each hostile text at a fifth of its length, and whole."""
    for what, made in _TEXTS.items():
        yield _timed(what, made(0.2)), _timed(what, made(1.0))


def _timed(what: str, text: str) -> Timed:
    start = process_time()
    findings = len(repeated_passages(text))
    seconds = process_time() - start
    repeated_passages.cache_clear()
    return Timed(what, len(text), seconds, findings)


def _by_chance(length: int, random: Random) -> str:
    return "".join("，" if at % 17 == 16 else chr(0x4E00 + random.randrange(3_000)) for at in range(length))


def _edited(random: Random) -> str:
    letters = list(_SENTENCE)
    for _ in range(_EDITS):
        letters[random.randrange(len(letters) - 1)] = chr(0x4E00 + random.randrange(3_000))
    return "".join(letters)


def _edited_copies(share: float, between: int = 0) -> str:
    random = Random(1)
    return "".join(
        _edited(random) + (_by_chance(between, random) + "。" if between else "")
        for _ in range(round(10_000 * share))
    )


def _with_own_repeats(length: int) -> str:
    random = Random(2)
    pieces = [_by_chance(399, random) + "。" for _ in range(length // 500)]
    return "".join(one + (pieces[at // 2] if at % 4 == 3 else "") for at, one in enumerate(pieces))


_TEXTS: dict[str, Callable[[float], str]] = {
    "one sentence 10,000 times": lambda share: _SENTENCE * round(10_000 * share),
    "10,000 edited copies": _edited_copies,
    "10,000 edited copies, text between": lambda share: _edited_copies(share, 60),
    "a million equal characters": lambda share: "好" * round(1_000_000 * share),
    "1.7 M characters (5 MB) twice": lambda share: _by_chance(round(1_700_000 * share), Random(3)) * 2,
    "the same with repeats of its own": lambda share: _with_own_repeats(round(1_700_000 * share)) * 2,
}
