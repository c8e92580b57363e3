"""Our brief beside other summarizers, on the same reports in the same run, at the same length.

``python -m zongjie.benchmarks.briefs FILE…`` reads reports and the labels beside them
(``NAME.gold.json``) and prints for each summarizer:

- told: share of the labelled achievements whose figure stands in the summary;
- dense: labelled achievements told on 1,000 characters of summary;
- repeats: mean likeness (Jaccard, character pairs) of a sentence to the nearest other one;
- speed: characters of report a second of processor time, ours with all that the brief needs
  before it; and for ours
- right: share of the figures that the brief tells and that lie where labels are, with the labelled value.

"its figures" are the lines of our brief that tell achievements, without title, problems, plan and checks.
The others get as many characters as our brief has: sentences in their own order of merit until the
room is used up. They are sumy's LexRank and TextRank over jieba's words, snownlp and jionlp; one that
is not installed is left out (``pip install sumy snownlp jionlp``).
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from time import process_time
from typing import Any

from zongjie.analyzer import understand
from zongjie.document import Analysis, Report
from zongjie.readers import read
from zongjie.summarizers import summarize

_WARMING = 12  # reports that go before the clock runs
_ACHIEVED = ("figures", "achievements")  # the lines of the brief that tell what was achieved
_SENTENCE = re.compile(r"[^。！？；\n]{4,400}[。！？；]?")
Summarizer = Callable[[str, int], list[str]]  # text, characters → sentences


@dataclass(frozen=True, slots=True)
class Judged:
    """One summarizer on some reports."""

    name: str
    told: float
    dense: float
    repeats: float
    speed: float
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report with the words and values of its labelled achievements."""

    path: Path
    analysis: Analysis
    seconds: float
    gold: dict[tuple[int, int], str | None]


def labelled(paths: Iterable[Path]) -> list[Labelled]:
    """The reports that have labels of quantities beside them, analysed up to the brief, timed."""
    found = []
    paths = list(paths)
    for path in paths[:_WARMING]:  # models and tables are loaded before the clock runs
        _briefed(read(path))
    for path in paths:
        beside = path.with_name(path.stem + ".gold.json")
        table = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
        gold = {
            (q["start"], q["end"]): q["value"]
            for q in table.get("quantities") or ()
            if q["kind"] == "achievement"
        }
        if gold:
            report = read(path)
            began = process_time()
            analysis = _briefed(report)
            found.append(Labelled(path, analysis, process_time() - began, gold))
    return found


def _briefed(report: Report) -> Analysis:
    """What the brief alone needs: no checks, no draft."""
    analysis = understand(report)
    return replace(analysis, summary=summarize(analysis))


def judge(reports: Sequence[Labelled]) -> list[Judged]:
    """Ours first, then the others that are installed."""
    if not reports:
        return []
    sizes = [len(one.analysis.summary.text) for one in reports]
    ours = [[s.text for s in one.analysis.summary.sentences] for one in reports]
    characters = sum(len(one.analysis.report.text) for one in reports)
    rows = [
        _judged("zongjie", reports, ours, characters / sum(one.seconds for one in reports), _right(reports))
    ]
    rows.append(_judged("its figures", reports, [_achieved(one) for one in reports], rows[0].speed, None))
    for name, other in _others():
        other(reports[0].analysis.report.text, 50)  # tables and models are loaded before the clock runs
        began = process_time()
        told = [other(one.analysis.report.text, size) for one, size in zip(reports, sizes, strict=True)]
        rows.append(_judged(name, reports, told, characters / (process_time() - began), None))
    return rows


def _achieved(one: Labelled) -> list[str]:
    """The lines of our brief that the others could have as well: problems, plan and checks left out."""
    return [s.text for s in one.analysis.summary.sentences if s.part in _ACHIEVED]


def _judged(
    name: str, reports: Sequence[Labelled], told: Sequence[list[str]], speed: float, right: float | None
) -> Judged:
    covered, total, size = 0, 0, 0
    for one, sentences in zip(reports, told, strict=True):
        text = "\n".join(sentences)
        covered += sum(_stands(one.analysis.report.text[slice(*span)], text) for span in one.gold)
        total += len(one.gold)
        size += len(text)
    repeats = mean(_repetition(sentences) for sentences in told)
    return Judged(name, covered / total, 1000 * covered / max(1, size), repeats, speed, right)


def _stands(figure: str, text: str) -> bool:
    """Whether the figure stands in the text, not as part of a longer number."""
    words = re.escape("".join(figure.split()))
    return re.search(rf"(?<![\d.]){words}", "".join(text.split())) is not None


def _repetition(sentences: Sequence[str]) -> float:
    pairs = [{one[i : i + 2] for i in range(len(one) - 1)} for one in sentences]
    nearest = [
        max((len(a & b) / (len(a | b) or 1) for j, b in enumerate(pairs) if j != i), default=0.0)
        for i, a in enumerate(pairs)
    ]
    return mean(nearest) if nearest else 0.0


def _right(reports: Sequence[Labelled]) -> float:
    """Of the figures that the brief tells, the share that labels bear out in place and value."""
    found = []
    for one in reports:
        told = {(s.start, s.end) for line in one.analysis.summary.sentences for s in line.sources}
        for q in one.analysis.achievements:
            if (q.start, q.end) in told:
                value = one.gold.get((q.start, q.end), "none")
                found.append(value is not None and value != "none" and float(value) == float(q.value or 0))
    return mean(found) if found else 1.0


def _others() -> Iterable[tuple[str, Summarizer]]:
    for name, make in (
        ("LexRank", _lexrank),
        ("TextRank", _textrank),
        ("snownlp", _snownlp),
        ("jionlp", _jionlp),
    ):
        try:
            yield name, make()
        except ImportError:
            print(f"{name}: not installed, left out", file=sys.stderr)


def sentences_of(text: str) -> list[str]:
    return [m.group().strip() for m in _SENTENCE.finditer(text) if len(m.group().strip()) >= 6]


def _filled(ranked: Iterable[str], room: int) -> list[str]:
    """The first sentences of the ranking that fit in ``room`` characters."""
    chosen: list[str] = []
    for one in ranked:
        if len(one) + 1 <= room:
            chosen.append(one)
            room -= len(one) + 1
    return chosen


class _Words:
    """What sumy asks of a tokenizer, by jieba."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(sentences_of(text))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        import jieba

        return tuple(word for word in jieba.cut(sentence) if word.strip())


def _sumy(make: Callable[[], Any]) -> Summarizer:
    from sumy.parsers.plaintext import PlaintextParser

    def summarize(text: str, size: int) -> list[str]:
        document = PlaintextParser.from_string(text, _Words()).document
        rated = make().rate_sentences(document)
        ranked = sorted(rated.items(), key=lambda one: -one[1])
        return _filled((str(sentence) for sentence, _ in ranked), size)

    return summarize


def _lexrank() -> Summarizer:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Rated(LexRankSummarizer):  # type: ignore[misc]
        def rate_sentences(self, document: Any) -> dict[Any, float]:
            words = [self._to_words_set(s) for s in document.sentences]
            tf, idf = self._compute_tf(words), self._compute_idf(words)
            matrix = self._create_matrix(words, self.threshold, tf, idf)
            return dict(zip(document.sentences, self.power_method(matrix, self.epsilon), strict=True))

    return _sumy(Rated)


def _textrank() -> Summarizer:
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _sumy(TextRankSummarizer)


def _snownlp() -> Summarizer:
    from snownlp import SnowNLP

    return lambda text, size: _filled(SnowNLP(text).summary(max(5, size // 20)), size)


def _jionlp() -> Summarizer:
    import jionlp

    return lambda text, size: sentences_of(jionlp.summary.extract_summary(text, summary_length=size))


def table(rows: Sequence[Judged]) -> str:
    lines = ["name\ttold\tdense\trepeats\tcharacters/s\tright"]
    for r in rows:
        right = "-" if r.right is None else f"{r.right:.2f}"
        lines.append(f"{r.name}\t{r.told:.2f}\t{r.dense:.1f}\t{r.repeats:.2f}\t{r.speed:,.0f}\t{right}")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the files named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    paths = [Path(name) for name in parser.parse_args(arguments).files]
    print(table(judge(labelled(paths))), end="")


if __name__ == "__main__":
    main()
