"""The brief or an extract on its own: lines of text, each with what it rests on if asked."""

from collections.abc import Iterator

from zongjie.document import Analysis, Summary
from zongjie.renderers.certificates import certificate, numbers_in
from zongjie.renderers.positions import Lines

_QUOTE = 60  # characters of a source that are shown
_MOST = 6  # sources of one line that are shown


def to_text(analysis: Analysis, summary: Summary, *, evidence: bool = False, lang: str = "zh") -> str:
    """The lines of ``summary``; with ``evidence`` each followed by its sources and its numbers."""
    if not evidence:
        return summary.text + "\n"
    lines = Lines(analysis.report.text)
    return "\n".join(_told(analysis, summary, lines, lang)) + "\n"


def _told(analysis: Analysis, summary: Summary, lines: Lines, lang: str) -> Iterator[str]:
    for sentence in summary.sentences:
        yield sentence.text
        numbers = list(numbers_in(sentence.sources, analysis))
        yield from (f"    {certificate(q, analysis, lines, lang)}" for q in numbers)
        spans = [s for s in sentence.sources if not any(s.start <= q.start < s.end for q in numbers)]
        for source in spans[:_MOST]:
            line, _ = lines.position(source.start)
            words = " ".join(analysis.report.text[source.start : source.end].split())
            words = words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
            yield f"    line {line}: {words}" if lang == "en" else f"    第 {line} 行：{words}"
