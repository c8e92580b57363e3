"""Characters and the common words of reports as numbers, by longest match from the left.

Words of two to five characters stand in the vocabulary beside the characters: a text has half
as many tokens, and a model that sees few texts need not learn first that 招商引资 is one thing.
Source: maximum matching, as in Xue, Chinese Word Segmentation as Character Tagging, 2003, section 2.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAD, UNKNOWN, MASK = 0, 1, 4
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_LONGEST = 5
_NUMBER = re.compile(r"[0-9][0-9,.]*")
_HALF_WIDTH = {0xFF01 + at: 0x21 + at for at in range(94)}


def normalise(text: str) -> str:
    """Half-width, lower case, and each number one 0: what matters is that there is one.

    >>> normalise("增长１２.5%，ＡＩ产业")
    '增长0%,ai产业'
    """
    return _NUMBER.sub("0", text.translate(_HALF_WIDTH).lower())


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The tokens, by place; and the place of each."""

    tokens: tuple[str, ...]
    place: dict[str, int]

    @classmethod
    def of(cls, tokens: Sequence[str]) -> "Vocabulary":
        """A vocabulary of ``tokens``, the ``SPECIAL`` ones first."""
        return cls(tuple(tokens), {token: at for at, token in enumerate(tokens)})

    @classmethod
    def read(cls, path: Path) -> "Vocabulary":
        """The tokens of a file, one a line."""
        return cls.of(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def write(self, path: Path) -> None:
        """Write the tokens, one a line."""
        path.write_text("\n".join(self.tokens) + "\n", encoding="utf-8")

    def ids(self, text: str, limit: int) -> list[int]:
        """The first ``limit`` tokens of ``text``; white space is none, an unknown character is ``UNKNOWN``.

        >>> Vocabulary.of((*SPECIAL, "招商", "引", "资")).ids("招商 引资！", 9)
        [5, 6, 7, 1]
        """
        words = normalise(text[: limit * (_LONGEST + 3)])
        found: list[int] = []
        at = 0
        while at < len(words) and len(found) < limit:
            if words[at].isspace():
                at += 1
                continue
            size = next((n for n in range(_LONGEST, 1, -1) if words[at : at + n] in self.place), 1)
            found.append(self.place.get(words[at : at + size], UNKNOWN))
            at += size
        return found
