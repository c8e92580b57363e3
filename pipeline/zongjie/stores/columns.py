"""The tables of the archive, column by column: one list for Parquet, DuckDB and the docs.

``VERSION`` goes up when a column changes its meaning or goes; new columns may come without.
Offsets (``start``, ``end``) are code points, half-open, into ``reports.text`` of the same sha256
unless a column says otherwise. What does not apply is NULL; a list is [] and never NULL.
"""

from dataclasses import dataclass

VERSION = 1
SCHEMA = f"zongjie-archive/{VERSION}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its DuckDB type, and what it holds."""

    name: str
    type: str
    about: str


def _columns(*lines: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*line) for line in lines)


_SPAN = (
    ("start", "INTEGER", "first code point in reports.text"),
    ("end", "INTEGER", "one past the last code point"),
)

# What one report gives, in the parts: ``report`` is one struct, each of CHILDREN a list of structs.
REPORT = _columns(
    ("media_type", "VARCHAR", "what the file is, told by content"),
    ("encoding", "VARCHAR", "encoding of the bytes; NULL for Word files"),
    ("characters", "INTEGER", "code points of text"),
    ("title", "VARCHAR", "title as written"),
    ("organisation", "VARCHAR", "whose report it is, as its text says"),
    ("body_key", "VARCHAR", "the same for one body under all its names; NULL where the text does not say"),
    ("body", "VARCHAR", "the name that all its reports go by"),
    ("body_rule", "VARCHAR", "how the body was told"),
    ("body_doubt", "VARCHAR", "why that may be wrong; NULL where nothing speaks against it"),
    ("kind", "VARCHAR", "government, congress, consultative, court, … as in the JSON contract"),
    ("level", "VARCHAR", "国, 省, 市, 县, 乡, 单位, 个人"),
    ("places", "VARCHAR[]", "places of the body, the widest first"),
    ("bodies", "VARCHAR[]", "bodies that the report calls its own"),
    ("sessions", "VARCHAR[]", "sessions told (十届一次 …)"),
    ("period_start", "DATE", "first day that the report tells of"),
    ("period_end", "DATE", "last day"),
    ("period_label", "VARCHAR", "the words that the period was read from"),
    ("is_report", "BOOLEAN", "false for a text that is no work report"),
    ("summary", "VARCHAR", "the brief"),
    ("plan_title", "VARCHAR", "title of the drafted plan"),
    ("plan", "VARCHAR", "text of the drafted plan; the spans of plan_items lie in it"),
    ("text", "VARCHAR", "the text as read"),
)
SECTIONS = _columns(
    ("id", "VARCHAR", "place in the outline, 1.2.1"),
    ("parent", "VARCHAR", "id of the section above"),
    ("level", "INTEGER", "1 at the top"),
    ("number", "VARCHAR", "the mark as written: 一、 (二) 1."),
    ("heading", "VARCHAR", "the words of the heading"),
    ("heading_start", "INTEGER", "where they start"),
    ("heading_end", "INTEGER", "where they end"),
    *_SPAN,
    ("role", "VARCHAR", "opening, achievement, problem, plan, closing, other"),
    ("theme", "VARCHAR", "label of the likeliest theme"),
    ("theme_group", "VARCHAR", "its group"),
    ("theme_probability", "DOUBLE", "how sure, 0 to 1"),
)
QUANTITIES = _columns(
    ("id", "VARCHAR", "id within the report"),
    *_SPAN,
    ("words", "VARCHAR", "the number with its unit, as written"),
    (
        "kind",
        "VARCHAR",
        "achievement, target, baseline, date, ordinal, slogan, name … as in the JSON contract",
    ),
    ("value", "DOUBLE", "the value, 万 and 亿 multiplied out"),
    ("value_max", "DOUBLE", "upper end of a range"),
    ("unit", "VARCHAR", "the unit without 万 and 亿"),
    ("bound", "VARCHAR", "exact, about, more_than, less_than, at_least, at_most"),
    ("ratio", "INTEGER[]", "[part, whole] of a fraction in words; [] else"),
    ("reason", "VARCHAR", "why there is no value (masked or damaged)"),
    ("object", "VARCHAR", "what is counted"),
    ("action", "VARCHAR", "what was done"),
    ("metric", "VARCHAR", "what is measured"),
    ("change_kind", "VARCHAR", "同比, 环比, 较上年, 年均, 翻番 …; NULL for a level"),
    ("change_from", "DOUBLE", "value before"),
    ("change_to", "DOUBLE", "value after"),
    ("change_amount", "DOUBLE", "by how much, in unit"),
    ("rank", "INTEGER", "a place in a ranking"),
    ("period", "VARCHAR", "the period that the sentence names"),
    ("of", "VARCHAR", "id of the quantity whose change this is"),
    ("part_of", "VARCHAR", "id of the whole of which this is a part"),
    ("clause_start", "INTEGER", "the clause it stands in"),
    ("clause_end", "INTEGER", "its end"),
    ("section", "VARCHAR", "id of its section"),
)
AWARDS = _columns(
    *_SPAN,
    ("title", "VARCHAR", "the honour as written"),
    ("level", "VARCHAR", "国, 省, 市, 县"),
    ("recipient", "VARCHAR", "who got it"),
)
STATEMENTS = _columns(
    ("id", "VARCHAR", "id within the report"),
    *_SPAN,
    ("words", "VARCHAR", "the words"),
    ("section", "VARCHAR", "id of its section"),
)
FINDINGS = _columns(
    ("id", "VARCHAR", "id within the report"),
    ("code", "VARCHAR", "code of the check (zongjie explain CODE)"),
    ("name", "VARCHAR", "name of the check"),
    ("severity", "VARCHAR", "error, warning, note"),
    ("preview", "BOOLEAN", "a check that has not earned its severity yet"),
    ("message", "VARCHAR", "what is wrong, in the language of the settings"),
    ("caveat", "VARCHAR", "why it may still be right"),
    *_SPAN,
    ("words", "VARCHAR", "the words found at fault, 200 characters at most"),
    ("fix", "VARCHAR", "what to write instead"),
    ("suppressed", "VARCHAR", "the reason why somebody let it stand"),
    ("fingerprint", "VARCHAR", "knows it again when the text around has moved"),
)
PLAN_ITEMS = _columns(
    ("id", "VARCHAR", "id within the plan"),
    ("level", "INTEGER", "1 at the top"),
    ("heading", "VARCHAR", "its heading"),
    ("start", "INTEGER", "first code point in reports.plan"),
    ("end", "INTEGER", "one past the last"),
    ("theme", "VARCHAR", "label of its theme"),
    ("theme_group", "VARCHAR", "group of its theme"),
    ("sentences", "INTEGER", "sentences in it"),
    ("answers", "VARCHAR[]", "ids of the problems that it answers"),
    ("carries", "VARCHAR[]", "ids of the measures that it carries on"),
)
METRIC_VALUES = _columns(
    ("organisation", "VARCHAR", "whose figure: one name for one body"),
    ("metric", "VARCHAR", "what is measured, under one name"),
    ("change_kind", "VARCHAR", "NULL for a level; 同比, 较上年 … for a growth"),
    ("period_start", "DATE", "first day that the figure is of"),
    ("period_end", "DATE", "last day"),
    ("value", "DOUBLE", "the value, in unit"),
    ("value_max", "DOUBLE", "upper end of a range"),
    ("unit", "VARCHAR", "the unit, reconciled"),
    ("bound", "VARCHAR", "exact, about, more_than, less_than, at_least, at_most"),
    ("role", "VARCHAR", "reported; quoted (of an earlier period); target"),
    *_SPAN,
)

CHILDREN: dict[str, tuple[Column, ...]] = {
    "sections": SECTIONS,
    "quantities": QUANTITIES,
    "awards": AWARDS,
    "problems": STATEMENTS,
    "measures": STATEMENTS,
    "findings": FINDINGS,
    "plan_items": PLAN_ITEMS,
    "metric_values": METRIC_VALUES,
}

# What two reports of one body give, one after the other, in the parts of the ledger.
PROMISES = _columns(
    ("id", "VARCHAR", "id within last"),
    ("start", "INTEGER", "first code point in the text of last"),
    ("end", "INTEGER", "one past the last code point"),
    ("words", "VARCHAR", "the promise as written"),
    ("section", "VARCHAR", "id of its section"),
    ("object", "VARCHAR", "what it is about"),
    ("action", "VARCHAR", "what is to be done"),
    ("metric", "VARCHAR", "the indicator, where one is promised"),
    ("value", "DOUBLE", "the figure promised"),
    ("value_max", "DOUBLE", "upper end of a range"),
    ("unit", "VARCHAR", "its unit"),
    ("bound", "VARCHAR", "exact, about, more_than, less_than, at_least, at_most"),
    ("change_kind", "VARCHAR", "同比, 较上年 … where a growth is promised"),
    ("due", "INTEGER", "last year that the promise names"),
    ("status", "VARCHAR", "done, partly, missed, not_mentioned, unclear"),
    ("evidence_start", "INTEGER", "the best evidence: first code point in the text of this"),
    ("evidence_end", "INTEGER", "one past its last code point"),
    ("evidence_words", "VARCHAR", "the best evidence as written"),
    ("evidence", "INTEGER[]", "start, end, start, end … of all evidence in the text of this, best first"),
    ("reason", "VARCHAR", "why the status is what it is"),
    ("score", "DOUBLE", "how surely the evidence speaks of the promise, 0 to 1"),
)

# The tables that are made when all reports are known.
INPUTS = _columns(
    ("path", "VARCHAR", "the file as it was named"),
    ("sha256", "VARCHAR", "SHA-256 of its bytes; NULL where it could not be read"),
    ("outcome", "VARCHAR", "analysed, failed, or pending (not yet run)"),
    ("bytes", "BIGINT", "size of the file"),
)
FAILURES = _columns(
    ("sha256", "VARCHAR", "SHA-256 of the file; NULL where it could not be read"),
    ("path", "VARCHAR", "the file"),
    ("stage", "VARCHAR", "read, clean, segment, classify, extract, check, summarize, draft, rows, ledger"),
    ("reason", "VARCHAR", "what went wrong"),
)
SHA256 = Column("sha256", "VARCHAR", "the report: reports.sha256")
TABLES: dict[str, tuple[Column, ...]] = {
    "inputs": INPUTS,
    "reports": (
        Column("sha256", "VARCHAR", "SHA-256 of the file's bytes, one row each"),
        Column("path", "VARCHAR", "its file; the first by name where several hold the same bytes"),
        *REPORT,
        Column("repost_of", "VARCHAR", "sha256 of the report that this is a second copy of; count it once"),
    ),
    "failures": FAILURES,
    "achievements": (SHA256, *QUANTITIES),
    "promises": (
        Column("last_sha256", "VARCHAR", "the report that promises"),
        Column("this_sha256", "VARCHAR", "the next one of the same body, which tells what became of it"),
        *PROMISES,
    ),
    **{name: (SHA256, *columns) for name, columns in CHILDREN.items()},
}
