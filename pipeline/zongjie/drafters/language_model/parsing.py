"""Reads a model's answer: which sentence belongs to which item, and what it cites."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_ITEM = re.compile(r"^[#*\s]{0,6}@\s?(?P<id>i\d{1,4})\b")
_BULLET = re.compile(r"^(?:[-*•·]|\d{1,2}[.、)）])\s{0,3}")
_CITED = re.compile(r"[\[［](?P<numbers>\d{1,4}(?:[,，、]\s?\d{1,4}){0,8})[\]］]")
_SENTENCE = re.compile(r"[^。！？]{1,400}[。！？]?(?:\s?[\[［][\d,，、 ]{1,40}[\]］]){0,8}[。]?")
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_COMPUTED = re.compile(r"\{(?P<result>[^{}=]{1,20})=(?P<formula>[^{}=]{1,60})\}")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence without its citations, the numbers it cites, and spans of it that are computed."""

    item: str
    text: str
    cites: tuple[int, ...]
    computed: tuple[tuple[int, int, str], ...] = ()


def parse(answer: str, known: Collection[str]) -> list[Told]:
    """The sentences of the items in ``known``; what stands under no such item is left out.

    >>> parse("@i3\\n逐户走访[2]。\\n@i9\\n别的[1]。", {"i3"})
    [Told(item='i3', text='逐户走访。', cites=(2,), computed=())]
    """
    told = []
    item: str | None = None
    for line in answer.splitlines():
        match = _ITEM.match(line)
        if match:
            item = match["id"] if match["id"] in known else None
        elif item is not None and line.strip() and not line.strip().startswith("```"):
            words = _BULLET.sub("", line.strip())
            told += [_sentence(item, one.group()) for one in _SENTENCE.finditer(words) if one.group().strip()]
    return told


def _sentence(item: str, words: str) -> Told:
    cites = [int(n) for m in _CITED.finditer(words) for n in re.findall(r"\d+", m["numbers"])]
    bare = _CITED.sub("", words).strip().rstrip("。 ")
    text, computed = _settled(bare)
    return Told(item, f"{text}。", tuple(dict.fromkeys(cites)), tuple(computed))


def _settled(words: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The words with results in place of {result=formula}, and where those stand."""
    parts: list[str] = []
    computed = []
    at = size = 0
    for match in _COMPUTED.finditer(words):
        before, result = _widened(words[at : match.start()]), match["result"].strip()
        size += len(before)
        computed.append((size, size + len(result), match["formula"].strip()))
        parts += [before, result]
        size += len(result)
        at = match.end()
    return "".join([*parts, _widened(words[at:])]), computed


def _widened(words: str) -> str:
    """Punctuation as official prose has it; a comma or colon between figures stays."""
    return re.sub(r"(?<![0-9])[,;:!?()]|[,;:!?()](?![0-9])", lambda m: m.group().translate(_WIDE), words)
