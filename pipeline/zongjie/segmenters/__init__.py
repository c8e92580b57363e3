"""From text to outline: title, tree of sections, paragraphs, sentences."""

from zongjie.document import Outline
from zongjie.segmenters.contents import without_contents
from zongjie.segmenters.headings import headings
from zongjie.segmenters.items import with_items_as_ghosts
from zongjie.segmenters.levels import leveled
from zongjie.segmenters.paragraphs import paragraphs
from zongjie.segmenters.sentences import sentences
from zongjie.segmenters.titles import front_matter
from zongjie.segmenters.tree import tree


def segment(body: str) -> Outline:
    """The outline of ``body`` (``Analysis.body``: furniture blanked out). Linear in its length."""
    spans = paragraphs(body)
    if not spans:
        return Outline(None, (), (), ())
    title, front = front_matter(body, spans)
    marked = with_items_as_ghosts(body, headings(body, spans, front), spans)
    found, levels = leveled(body, without_contents(body, marked))
    begin = spans[front][0] if front < len(spans) else None
    sections = tree(body, found, levels, begin, spans[-1][1])
    return Outline(title, sections, tuple(spans), tuple(sentences(body, spans)))
