"""Applies what the checks can mend without a thought, to the text as it stands."""

from collections.abc import Iterable

from zongjie.checks.base import Edit
from zongjie.checks.registry import all_checks
from zongjie.document import Analysis


def edits_for(analysis: Analysis) -> tuple[Edit, ...]:
    """The edits of all checks that found something not let stand, in order, none over another."""
    open_codes = {one.code for one in analysis.findings if one.suppressed is None}
    wanted = [
        edit
        for one in all_checks()
        if one.mend is not None and one.check.code in open_codes
        for edit in one.mend(analysis)
    ]
    kept: list[Edit] = []
    for edit in sorted(wanted, key=lambda one: (one.start, one.end)):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return tuple(kept)


def mended(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits``, which are in order and do not overlap.

    >>> mended("再接再厉,继续努力。。", [Edit(4, 5, "，"), Edit(9, 11, "。")])
    '再接再厉，继续努力。'
    """
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.words)
        at = edit.end
    return "".join((*pieces, text[at:]))
