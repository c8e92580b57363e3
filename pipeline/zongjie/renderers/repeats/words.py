"""What relations, kinds of swaps and reports are called."""

from zongjie.document.report_pair import KnownReport, ReportPair

RELATION = {
    "repost": ("同一报告的另一份", "the same report twice"),
    "other_name": ("同一文稿换了单位", "one text under two names"),
    "last_report": ("沿用本单位上期报告", "from this body's last report"),
    "superior": ("与上级报告相同", "as in the superior body's report"),
    "other": ("与另一份报告相同", "as in another report"),
}
SWAPPED = {
    "figure": ("数字", "figures"),
    "date": ("日期", "dates"),
    "name": ("名称", "names"),
    "words": ("文字", "words"),
}


def relation_words(relation: str, lang: str) -> str:
    return RELATION[relation][lang == "en"]


def swap_words(kind: str, lang: str) -> str:
    return SWAPPED[kind][lang == "en"]


def report_words(one: KnownReport) -> str:
    """Whose report it is and for when, or the name of its file: 乙水县人民政府 2024年."""
    known = [one.organisation, one.period.label if one.period else None]
    return " ".join(word for word in known if word) or one.source.name


def percent(share: float) -> str:
    """
    >>> percent(0.9996), percent(0.024)
    ('99.9%', '2.4%')
    """
    return f"{int(share * 1000 + 1e-9) / 10:g}%"


def changed_words(pair: ReportPair, lang: str) -> str:
    """What was swapped in a pair, counted: 数字 12 处、名称 3 处."""
    counts = {kind: sum(len(p.of(kind)) for p in pair.passages) for kind in ("figure", "date", "name")}
    told = [
        f"{n} {swap_words(kind, lang)}" if lang == "en" else f"{swap_words(kind, lang)} {n} 处"
        for kind, n in counts.items()
        if n
    ]
    return (", " if lang == "en" else "、").join(told)
