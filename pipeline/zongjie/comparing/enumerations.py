"""Enumerations within running text: 一是…;二是…, 第一,…第二,…, 首先…其次…, (1)…(2)…, ①…②….

The outline has the marks that open a section; these are the lists inside a paragraph, and 一是
paragraphs too, as one chain. Extractors cut items with it, checks count them.
"""

import re
from dataclasses import dataclass, field

from zongjie.comparing.marks import Mark, MarkKind, read_mark

_CANDIDATE = re.compile(
    # the first character stands before what must stand before it, since ``re`` looks for it fast
    r"""[一二三四五六七八九十第首其再最（(①-⑳](?<![^\s。；;：:，,、！!？?”"’)）】*—].)
    (?: (?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2}[ \u3000]?[是要]
      | (?<=第)[一二三四五六七八九十]{1,3}[,，:：]
      | (?:(?<=首)先|(?<=其)次|(?<=再)次|(?<=最)后)[,，、] | (?<=其)[一二三四五六七八九十][,，、是]
      | (?<=[（(])[一二三四五六七八九十0-9０-９]{1,3}[)）] | (?<=[①-⑳]) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """One list: its kind and its marks in order. ``values`` need not be without gap."""

    kind: MarkKind
    marks: tuple[Mark, ...]

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(mark.value for mark in self.marks)


@dataclass(slots=True)
class _Chain:
    kind: MarkKind
    marks: list[Mark] = field(default_factory=list)


def enumerations(body: str, start: int, end: int) -> tuple[Enumeration, ...]:
    """The lists of two items or more in ``[start, end)``, in order of their first marks.

    A mark of value 1 begins a list; a later one goes on with the innermost list of its kind that
    waits for it, or else (a gap, a repeated number) with the last list of its kind.

    >>> [one.values for one in enumerations("一是抓学习;二是抓落实;四是抓监督。", 0, 17)]
    [(1, 2, 4)]
    """
    done: list[_Chain] = []
    open_: dict[str, list[_Chain]] = {}
    for match in _CANDIDATE.finditer(body, start, end):
        mark = read_mark(body, match.start(), end)
        if mark is None:
            continue
        chains = open_.setdefault(mark.kind, [])
        if mark.value == 1:
            chains.append(_Chain(mark.kind, [mark]))
            done.append(chains[-1])
        elif chains:
            _extend(chains, mark)
    return tuple(Enumeration(c.kind, tuple(c.marks)) for c in done if len(c.marks) > 1)


def _extend(chains: list[_Chain], mark: Mark) -> None:
    for depth in range(min(3, len(chains))):
        chain = chains[-1 - depth]
        if chain.marks[-1].value == mark.value - 1:
            del chains[len(chains) - depth :]
            chain.marks.append(mark)
            return
    chains[-1].marks.append(mark)
