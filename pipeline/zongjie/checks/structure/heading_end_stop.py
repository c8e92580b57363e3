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

from collections import defaultdict
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.structure.outline import RANKED, by_id, heading_place, is_markdown, mark_of
from zongjie.document import Analysis, Section
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

_LONGEST = 40
_STOPS = "。．.;；,，"


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each heading out of line with its kind; silent unless three in four have none."""
    kinds: dict[tuple[str, int], list[tuple[Section, bool]]] = defaultdict(list)
    sections = by_id(analysis)
    for section in analysis.sections:
        mark = mark_of(section)
        if mark is None or mark.kind not in RANKED or section.heading_end is None:
            continue
        if len(section.heading or "") > _LONGEST or is_markdown(analysis, section, sections):
            continue
        stop = _line_stop(analysis.body, section.heading_end)
        if stop is not None:
            kinds[mark.kind, section.level].append((section, stop))
    for lines in kinds.values():
        stopped = [section for section, stop in lines if stop]
        if stopped and len(lines) >= 4 and len(stopped) * 4 <= len(lines):
            plain = next(section for section, stop in lines if not stop)
            yield from (_alarm(analysis, one, plain) for one in stopped)


def _line_stop(body: str, end: int) -> bool | None:
    """Whether the heading's line ends with a stop; None where text follows on that line."""
    rest = body[end : end + 12].split("\n", 1)[0].strip(" \r\t\u3000*")
    if rest == "":
        return False
    return True if len(rest) == 1 and rest in _STOPS else None


def _alarm(analysis: Analysis, one: Section, plain: Section) -> Alarm:
    at = one.heading_end or 0
    while analysis.body[at] not in _STOPS:
        at += 1
    return Alarm(
        at,
        at + 1,
        zh=f"标题“{one.heading}”单独成行，末尾不用“{analysis.body[at]}”，同级其他标题也没有。请删去。",
        en=f"The heading “{one.heading}” stands on its own line and takes no “{analysis.body[at]}”; "
        "its siblings have none.",
        related=heading_place(plain, "同级标题", "heading of the same level"),
        fix="",
    )
