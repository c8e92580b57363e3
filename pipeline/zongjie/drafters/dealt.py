"""Matters that the report says were taken up (就老旧小区改造、校园安全开展协商), to be followed up."""

import re
from dataclasses import dataclass

from zongjie.document import Analysis
from zongjie.drafters.phrases import sound, tagged

_TAKEN_UP = re.compile(
    r"(?:围绕|针对|聚焦|(?<![成造早迁将所])就)(?P<matters>[^，。；：！？,;:!?\n]{3,64}?)等?"
    r"(?:问题|方面|工作|主题|重点|课题|议题){0,2}[^，。；：、,;:\n]{0,10}"
    r"(?:开展|进行|组织|建言|协商|调研|视察|议政|监督|提出|座谈|攻关|培训|检查)"
)
_SPLIT = re.compile(r"[、]")
_GENERAL = re.compile(
    r"党的|中心|大局|目标|任务|主题|重点|部署|问题$|发展$|工作$|全局|精神|热点|难点|报告|领域|会议|主线|要求|方面|困难|群众|委员|我|本"
)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Dealt:
    """A matter at ``[start, end)`` and the sentence it was taken up in."""

    words: str
    start: int
    end: int
    clause: str


def _whole(words: str, following: str) -> bool:
    """Whether the matter ends where a word ends."""
    at = 0
    for word, _ in tagged(words + following):
        at += len(word)
        if at >= len(words):
            return at == len(words)
    return False


def read_dealt(analysis: Analysis) -> tuple[Dealt, ...]:
    """The matters of the achievement sections, each once, in reading order."""
    body = analysis.body
    found: dict[str, Dealt] = {}
    for match in _TAKEN_UP.finditer(body):
        if len(found) >= _MOST:
            break
        section = analysis.section_at(match.start())
        if section is None or section.role not in ("achievement", "opening"):
            continue
        at = match.start("matters")
        clause = body[max(0, match.start() - 30) : match.end() + 30]
        for words in _SPLIT.split(match["matters"]):
            start = body.index(words, at) if words else at
            at = start + len(words)
            words = words.removesuffix("等")
            if (
                len(words) >= 3
                and not _GENERAL.search(words)
                and sound(words, 12, 3)
                and _whole(words, body[at : at + 2])
            ):
                found.setdefault(words, Dealt(words, start, start + len(words), clause))
    return tuple(found.values())
