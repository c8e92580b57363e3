"""The ledger as a table for spreadsheets: CSV with a byte-order mark, so that Excel reads the Chinese."""

import csv
import io

from zongjie.document.ledger import Ledger, LedgerEntry
from zongjie.renderers.decimals import decimal_string
from zongjie.renderers.formulas import guarded
from zongjie.renderers.ledger.words import quoted, status_words

_COLUMNS = (
    ("编号", "id"),
    ("承诺", "promise"),
    ("对象", "object"),
    ("动作", "action"),
    ("指标", "metric"),
    ("数值", "value"),
    ("上限", "value_max"),
    ("计量单位", "unit"),
    ("界限", "bound"),
    ("状态", "status"),
    ("本期原文", "evidence"),
    ("理由", "reason"),
    ("把握", "score"),
    ("上期起", "start"),
    ("上期止", "end"),
    ("本期起", "evidence_start"),
    ("本期止", "evidence_end"),
)


def to_csv(ledger: Ledger, lang: str = "zh") -> str:
    """One row a promise, with the best evidence's place."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([names[lang == "en"] for names in _COLUMNS])
    for entry in ledger.entries:
        writer.writerow([_safe(cell) for cell in _cells(ledger, entry, lang)])
    return "\ufeff" + out.getvalue()


def _cells(ledger: Ledger, entry: LedgerEntry, lang: str) -> list[str]:
    promise = entry.promise
    first = entry.evidence[0] if entry.evidence else None
    return [
        promise.id,
        quoted(ledger.last.text, (promise.start, promise.end)),
        promise.object or "",
        promise.action or "",
        promise.metric or "",
        "" if promise.value is None else decimal_string(promise.value),
        "" if promise.value_max is None else decimal_string(promise.value_max),
        promise.unit or "",
        promise.bound if promise.value is not None else "",
        status_words(entry.status, lang),
        " / ".join(quoted(ledger.this.text, span) for span in entry.evidence),
        entry.reason(lang),
        f"{entry.score:g}",
        str(promise.start),
        str(promise.end),
        str(first[0]) if first else "",
        str(first[1]) if first else "",
    ]


def _safe(cell: str) -> str:
    return cell if cell[1:2].isdigit() else guarded(cell)
