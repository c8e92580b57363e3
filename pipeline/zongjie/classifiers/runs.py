"""Runs of sections that count up below one parent: (一) to (七), and (一) to (五) after them.

Where the heading of the plan was lost, its parts follow those of the review as a second run
below the same parent; a run is judged as one, since its parts are for one thing.
"""

from zongjie.comparing.marks import read_mark
from zongjie.document import Section

LEAST = 3
"""A run of fewer sections tells too little."""


def sibling_runs(sections: tuple[Section, ...]) -> list[list[int]]:
    """The places in ``sections`` of each run of ``LEAST`` siblings or more, in reading order.

    A new run begins where the numbers start anew at 1 after a 2 or more.
    """
    runs: dict[tuple[str | None, int], list[int]] = {}
    last: dict[str | None, tuple[int, int]] = {}  # parent → number of the run, value of its last mark
    for at, section in enumerate(sections):
        if section.parent is None or section.heading is None:
            continue
        mark = read_mark(section.number, 0, len(section.number)) if section.number else None
        run, value = last.get(section.parent, (0, 0))
        if mark is not None and mark.value == 1 and value > 1:
            run += 1
        last[section.parent] = (run, mark.value if mark else value)
        runs.setdefault((section.parent, run), []).append(at)
    return [run for run in runs.values() if len(run) >= LEAST]
