"""The ledger as one self-contained page: each promise beside the sentence that speaks of it.

It opens from disk, asks the network for nothing and has no script: the statuses are switched on
and off by check boxes that only the style reads.
"""

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources

from zongjie.document.ledger import Ledger, LedgerEntry, LedgerSide
from zongjie.renderers.html.escape import e
from zongjie.renderers.ledger.words import count_words, counts, side_words, status_words

_STOPS = "。！？；\n\r"
_REACH = 90  # characters of the sentence on either side of a clause


def to_page(ledger: Ledger, *, lang: str = "zh") -> str:
    """The whole page."""
    return "".join(_page(ledger, lang))


def _page(ledger: Ledger, lang: str) -> Iterator[str]:
    style = resources.files("zongjie.renderers.ledger").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = "Ledger of promises" if lang == "en" else "承诺台账"
    yield f'<!doctype html>\n<html lang="{"zh-Hans" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
    yield '<meta http-equiv="Content-Security-Policy" content="'
    yield f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{title}</title><style>{style}</style></head><body><h1>{title}</h1>"
    yield f"<p>{e(side_words(ledger.last))} → {e(side_words(ledger.this))}</p>"
    for zh, en in ledger.doubts:
        yield f"<p class=doubt>{e(en if lang == 'en' else zh)}</p>"
    yield f"<p class=dim>{count_words(ledger, lang)}</p>"
    yield from _filters(ledger, lang)
    heads = ("Status", "Promised", "Told") if lang == "en" else ("状态", "上期承诺", "本期怎么说")
    yield f"<table><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    yield from (_row(ledger, entry, lang) for entry in ledger.entries)
    yield "</tbody></table></body></html>\n"


def _filters(ledger: Ledger, lang: str) -> Iterator[str]:
    for status, _ in counts(ledger):
        yield f'<input type=checkbox id="s-{status}" checked aria-label="{status_words(status, lang)}">'
    figures = "only promises with a figure" if lang == "en" else "只看有数字的"
    yield f'<input type=checkbox id="s-figures" aria-label="{figures}">'
    yield "<div class=filters>"
    for status, number in counts(ledger):
        yield f'<label for="s-{status}">{status_words(status, lang)} <b>{number}</b></label>'
    yield f'<label for="s-figures">{figures}</label></div>'


def _row(ledger: Ledger, entry: LedgerEntry, lang: str) -> str:
    promise = entry.promise
    kind = "figure" if promise.value is not None else "words"
    told = "".join(f"<div>{_in_sentence(ledger.this, span)}</div>" for span in entry.evidence)
    reason = f"<small>{e(entry.reason(lang))}</small>" if entry.evidence else ""
    return (
        f'<tr class="{entry.status} {kind}" id="{promise.id}"><td class={entry.status}>'
        f"{status_words(entry.status, lang)}</td>"
        f"<td>{_in_sentence(ledger.last, (promise.start, promise.end))}</td><td>{told}{reason}</td></tr>"
    )


def _in_sentence(side: LedgerSide, span: tuple[int, int]) -> str:
    """The clause, marked, in as much of its sentence as helps."""
    text, (start, end) = side.text, span
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    before, after = text[first:start], text[end:last]
    cut = max(before.rfind(stop) for stop in _STOPS)
    before = before[cut + 1 :] if cut >= 0 else ("…" + before if first else before)
    stops = [at for stop in _STOPS if (at := after.find(stop)) >= 0]
    after = after[: min(stops) + 1] if stops else (after + "…" if last < len(text) else after)
    return f"{e(before.lstrip())}<mark>{e(text[start:end])}</mark>{e(after.rstrip())}"
