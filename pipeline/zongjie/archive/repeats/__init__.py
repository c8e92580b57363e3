"""Which reports copy from which: ``Index``, ``add_files``, ``search`` and ``clusters``.

::

    index = Index.at(folder)
    for name, digest, problem in add_files(index, names, max_size, jobs=2): ...
    pairs = search(index)                 # or search(index, {digest}): one report against all
    matches = matches_of(index, report)   # one report, which is not added

1. ``documents``: text, furniture blanked out, and a short identity card;
2. ``signatures``: MinHash over 5-grams of each sentence (rensa), banded;
3. ``segments``, ``index``: kept on disk, added to, reopened;
4. ``candidates``: documents of which two sentences share a key;
5. ``aligning``: seed, chain, extend and align, as within one report (``zongjie.comparing``);
6. ``swaps``, ``relations``: what was changed, and what the two are to one another.
"""

from zongjie.archive.repeats.adding import add_files
from zongjie.archive.repeats.asking import matches_of, repeats_of
from zongjie.archive.repeats.documents import Document, document_of
from zongjie.archive.repeats.index import Index
from zongjie.archive.repeats.search import clusters, search

__all__ = ["Document", "Index", "add_files", "clusters", "document_of", "matches_of", "repeats_of", "search"]
