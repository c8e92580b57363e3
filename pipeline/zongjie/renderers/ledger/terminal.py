"""The ledger on a terminal: promise by promise, with what the next report says of it."""

from collections.abc import Iterator

from zongjie.document.ledger import Ledger, LedgerEntry
from zongjie.renderers.ledger.words import count_words, is_shown, quoted, side_words, status_words
from zongjie.renderers.printable import printable
from zongjie.renderers.width import display_width, pad, wrap

_COLOURS = {"done": "\033[32m", "partly": "\033[33m", "missed": "\033[31m", "unclear": "\033[36m"}
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"
_QUOTE = 160  # characters of a clause that are shown


def to_terminal(
    ledger: Ledger, *, lang: str = "zh", colour: bool = False, width: int = 80, everything: bool = False
) -> str:
    """The promises with a figure and those spoken of again; ``everything`` shows all."""
    return "".join(f"{line}\n" for line in _lines(ledger, lang, colour, width, everything))


def _lines(ledger: Ledger, lang: str, colour: bool, width: int, everything: bool) -> Iterator[str]:
    bold, plain = (_BOLD, _PLAIN) if colour else ("", "")
    title = "Ledger of promises" if lang == "en" else "承诺台账"
    yield f"{bold}{title}{plain}  {side_words(ledger.last)} → {side_words(ledger.this)}"
    yield from wrap(count_words(ledger, lang), width)
    yield ""
    shown = [entry for entry in ledger.entries if everything or is_shown(entry)]
    column = max((display_width(status_words(e.status, lang)) for e in shown), default=0)
    for entry in shown:
        yield from _entry(ledger, entry, lang, colour, width, column)
    left = len(ledger.entries) - len(shown)
    if left:
        yield ""
        yield (
            f"另有{left}项没有数字、本期也没有提到，用 --all 列出。"
            if lang == "zh"
            else f"{left} more have no figure and are not spoken of again: list them with --all."
        )


def _entry(
    ledger: Ledger, entry: LedgerEntry, lang: str, colour: bool, width: int, column: int
) -> Iterator[str]:
    dim, plain = (_DIM, _PLAIN) if colour else ("", "")
    mark = _COLOURS.get(entry.status, _DIM) if colour else ""
    status = pad(status_words(entry.status, lang), column)
    lead = " " * (column + 2)
    promise = entry.promise
    words = wrap(_shown(ledger.last.text, (promise.start, promise.end)), max(20, width - column - 2))
    yield f"{mark}{status}{plain}  {words[0]}"
    yield from (f"{lead}{line}" for line in words[1:])
    for span in entry.evidence:
        lines = wrap(_shown(ledger.this.text, span), max(20, width - column - 5))
        yield f"{lead}→ {lines[0]}"
        yield from (f"{lead}  {line}" for line in lines[1:])
    if entry.evidence:
        yield from (f"{lead}{dim}{line}{plain}" for line in wrap(entry.reason(lang), width - column - 2))


def _shown(text: str, span: tuple[int, int]) -> str:
    words = printable(quoted(text, span))
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
