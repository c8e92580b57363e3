"""ST14 · A heading on its own line that ends with a stop, unlike its siblings.

What it flags
    二、存在的问题。 alone on its line, where the other headings of that mark have no stop.

Why it matters
    Headings on lines of their own take no full stop; one that has it looks like a broken paragraph.

Flagged
    (二)加强管理。 between (一)… and (三)… without stops.

Accepted
    Run-in headings, whose stop belongs to them; a report that ends all its headings with a stop.

Known misses
    Headings that all have one.

Source
    checks.tsv ST14; common usage (no clause of a standard is known for it).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import RANKED
from zongjie.comparing.marks import read_mark
from zongjie.document import Analysis
from zongjie.settings import Settings

_BODY = "按照年初部署，把责任落实到岗到人，定期会商调度，工作有序推进，群众比较满意。"

CHECK = Check(
    code="ST14",
    name="heading-end-stop",
    title="标题末标点",
    severity="warning",
    flagged=(
        f"一、基本情况\n{_BODY}\n二、主要做法\n{_BODY}\n三、存在的问题⟦。⟧\n{_BODY}\n四、下一步打算\n{_BODY}\n",
    ),
    accepted=(
        f"一、基本情况\n{_BODY}\n二、主要做法\n{_BODY}\n三、存在的问题\n{_BODY}\n四、下一步打算\n{_BODY}\n",
        f"一、主要做法\n1.抓学习。{_BODY}\n2.抓整改。{_BODY}\n3.抓督办。{_BODY}\n",
    ),
    about="同级的独立标题都不带句号，只有这一个带。",
)

_LONGEST = 50
_STOPS = "。．.;；,，"
_PROSE = 10  # characters of a paragraph that may stand under a heading
_DEEPER = {"part": 0, "chapter": 0, "subchapter": 1, "一、": 2, "(一)": 3, "1.": 4, "(1)": 5, "①": 6}
_INSIDE = re.compile("[。；;！!？?]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A marked paragraph of one sentence: its mark, its end, whether that is a stop, what comes next."""

    kind: str
    value: int
    start: int
    end: int
    stopped: bool
    is_item: bool  # neither prose nor a deeper mark follows


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each line out of step with its neighbours of one mark; they must have no stop."""
    for lines in _runs(analysis):
        stopped = sum(line.stopped for line in lines)
        if not stopped or len(lines) < 3 or stopped * 3 > len(lines):
            continue
        for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
            near = [
                one
                for one, step in ((before, -1), (after, 1))
                if one and not one.stopped and one.value == line.value + step
            ]
            if line.stopped and not line.is_item and near:
                yield _alarm(analysis, line, near[0])


def _runs(analysis: Analysis) -> list[list[_Line]]:
    """Marked lines alone that number on: one run a list, whatever stands between its lines."""
    runs: list[list[_Line]] = []
    open_: dict[str, list[_Line]] = {}
    for line in _lines(analysis):
        run = open_.get(line.kind)
        if run is None or line.value <= run[-1].value:
            run = open_[line.kind] = []
            runs.append(run)
        run.append(line)
    return runs


def _lines(analysis: Analysis) -> list[_Line]:
    """Marked paragraphs of one sentence, in order."""
    lines: list[_Line] = []
    body, last, prose = analysis.body, None, False
    for start, end in reversed(analysis.outline.paragraphs):
        mark = read_mark(body, start, end)
        kind = mark.kind if mark and mark.kind in RANKED else None
        if mark is not None and kind is not None and end - start <= _LONGEST:
            words = body[mark.end : end].rstrip(" \r\t\u3000")
            if words and not _INSIDE.search(words[:-1]):
                stop = mark.end + len(words)
                holds = prose if last is None else _DEEPER[last] > _DEEPER[kind]
                lines.append(_Line(kind, mark.value, start, stop, words[-1] in _STOPS, not holds))
        last, prose = kind, end - start >= _PROSE and body[start] not in "-*#|h"
    return lines[::-1]


def _alarm(analysis: Analysis, line: _Line, plain: _Line) -> Alarm:
    body = analysis.body
    mark, heading = body[line.end - 1], body[line.start : line.end - 1]
    return Alarm(
        line.end - 1,
        line.end,
        zh=f"标题“{heading}”单独成行，末尾不用“{mark}”，同级其他标题也没有。请删去。",
        en=f"The heading “{heading}” stands on its own line and takes no “{mark}”; its siblings have none.",
        related=(Side(plain.start, plain.end, "同级标题", "heading of the same level"),),
        fix="",
    )
