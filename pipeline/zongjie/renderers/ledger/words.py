"""What the ledger says of itself: statuses, sides, the words of a promise and of its evidence."""

from collections import Counter

from zongjie.document.ledger import STATUSES, Ledger, LedgerEntry, LedgerSide

STATUS = {
    "done": ("完成", "done"),
    "partly": ("部分完成", "partly done"),
    "missed": ("未达到", "missed"),
    "unclear": ("说不清", "unclear"),
    "not_mentioned": ("没有提到", "not mentioned"),
}


def status_words(status: str, lang: str) -> str:
    return STATUS[status][lang == "en"]


def side_words(side: LedgerSide) -> str:
    """Whose report it is and for when, or the name of its file."""
    known = [side.organisation, side.period.label if side.period else None]
    return " ".join(word for word in known if word) or side.source.name


def quoted(text: str, span: tuple[int, int]) -> str:
    """The words of a span on one line."""
    return " ".join(text[span[0] : span[1]].split())


def counts(ledger: Ledger) -> list[tuple[str, int]]:
    """How many promises have each status, in the order in which they are shown."""
    found = Counter(entry.status for entry in ledger.entries)
    return [(status, found[status]) for status in STATUSES]


def count_words(ledger: Ledger, lang: str) -> str:
    """431 promises: 35 done, …"""
    total = len(ledger.entries)
    told = [(status_words(status, lang), number) for status, number in counts(ledger)]
    if lang == "en":
        return f"{total} promises: {', '.join(f'{number} {word}' for word, number in told)}"
    return f"共{total}项承诺：{'，'.join(f'{word}{number}项' for word, number in told)}"


def is_shown(entry: LedgerEntry) -> bool:
    """Whether a short table has it: a figure was promised, or the next report speaks of it."""
    return entry.promise.value is not None or entry.status != "not_mentioned"
