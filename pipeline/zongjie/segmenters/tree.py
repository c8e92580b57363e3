"""The tree of sections: ids, parents and spans, from headings and their levels."""

from zongjie.document import Section
from zongjie.segmenters.headings import Heading


def tree(
    body: str, found: list[Heading], levels: list[int], begin: int | None, end: int
) -> tuple[Section, ...]:
    """Sections in reading order. ``begin`` is where the text before the first heading starts
    (None if there is none): it becomes a section "0" without heading, role opening; where
    no heading was found the whole report is the one section "1"."""
    sections = []
    if begin is not None:
        first = found[0].start if found else end
        if first > begin:
            last = begin + len(body[begin:first].rstrip())
            role = "opening" if found else "other"
            sections.append(
                Section("0" if found else "1", None, 1, None, None, None, None, begin, last, role)  # type: ignore[arg-type]
            )
    ends = _ends(found, levels, end)
    counts: list[int] = []
    for one, level, stop in zip(found, levels, ends, strict=True):
        del counts[level:]
        counts.extend([0] * (level - len(counts)))
        counts[level - 1] += 1
        path = [str(count) for count in counts]
        sections.append(
            Section(
                id=".".join(path),
                parent=".".join(path[:-1]) or None,
                level=level,
                number=one.number,
                heading=body[one.heading_start : one.heading_end],
                heading_start=one.heading_start,
                heading_end=one.heading_end,
                start=one.start,
                end=stop,
            )
        )
    return tuple(sections)


def _ends(found: list[Heading], levels: list[int], end: int) -> list[int]:
    """Each section ends where the next of its level or above begins."""
    ends = [end] * len(found)
    open_: list[int] = []
    for number, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            ends[open_.pop()] = found[number].start
        open_.append(number)
    return ends
