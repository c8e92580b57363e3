"""Marks scrape furniture: what a web site put around a report, never the report's own words.

Furniture stands at the head and at the tail, so only those are read line by line; between them
a few strings that no prose holds (comments, escapes) are looked up. Nothing is deleted: the
spans go into ``Analysis.removed``, and ``blank_out`` turns them into spaces.
"""

from zongjie.cleaners.debris import debris
from zongjie.cleaners.head import head_furniture
from zongjie.cleaners.spans import merged
from zongjie.cleaners.tail import tail_furniture
from zongjie.document import Removed, Report, even_line_ends


def clean(report: Report) -> tuple[Removed, ...]:
    """The furniture of a report as disjoint spans in order of place.

    Lines of one kind that follow one another are one span. Text that was typed into Word
    needs no search for menus but may still hold a blurb, so all formats are treated alike.
    """
    text = even_line_ends(report.text)
    head = head_furniture(text)
    body_at = max((one.end for one in head), default=0)
    found = [*head, *tail_furniture(text, body_at), *debris(text)]
    return merged(text, found)
