"""Builds a text line by line and keeps where each line stands and what it rests on."""

from collections.abc import Iterable

from zongjie.document import Source, Summary, SummarySentence


class Lines:
    """Collects lines; ``summary`` joins them by line ends, with their offsets.

    >>> lines = Lines()
    >>> lines.add("期间：2024年上半年。", [(3, 10)], "period")
    >>> lines.summary().sentences[0].sources
    (Source(start=3, end=10, doc=None),)
    """

    def __init__(self) -> None:
        self._lines: list[tuple[str, tuple[Source, ...], str]] = []

    def add(self, text: str, spans: Iterable[tuple[int, int]], part: str) -> None:
        sources = tuple(dict.fromkeys(Source(start, end) for start, end in spans if end > start))
        self._lines.append((text, sources, part))

    def summary(self) -> Summary:
        sentences, at = [], 0
        for text, sources, part in self._lines:
            sentences.append(SummarySentence(text, at, at + len(text), sources, part))
            at += len(text) + 1
        return Summary("\n".join(text for text, _, _ in self._lines), tuple(sentences))
