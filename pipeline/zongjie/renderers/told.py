"""Short phrases about parts of an analysis, the same on every page."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from zongjie.document import Analysis, Evidence, Period, Profile, Quantity, Section, SummarySentence
from zongjie.lexicons.themes import taxonomy
from zongjie.renderers.words import BODY, BOUND, FIELD, LEVEL, PART, word

_TELLING, _CLAUSE = 2, 36  # characters: what is too short to tell anything; of a clause in its stead


@cache
def _names() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """What the groups and the leaves of the taxonomy are called, by key."""
    themes = taxonomy()
    groups = {str(group.key): (group.zh, group.en) for group in themes.groups}
    return groups, {leaf.key: (leaf.zh, leaf.en) for leaf in themes.leaves}


def title_of(analysis: Analysis) -> str:
    """The report's title, else the name of its file."""
    return analysis.profile.title or analysis.report.source.name


def period_words(period: Period, lang: str) -> str:
    """The period's own words, with its days."""
    days = f"{_day(period.start)} {'to' if lang == 'en' else '至'} {_day(period.end)}"
    return f"{period.label} ({days})" if lang == "en" else f"{period.label}（{days}）"


def _day(day: date) -> str:
    return day.isoformat()


def identity(profile: Profile, lang: str) -> list[tuple[str, str]]:
    """The identity card as pairs of name and value; what is not known is left out."""
    return [(name, value) for _, name, value in identity_fields(profile, lang)]


def identity_fields(profile: Profile, lang: str) -> list[tuple[str, str, str]]:
    """The identity card as key, name and value of each field that is known."""
    kind = word(BODY, profile.kind, lang) if profile.kind != "unknown" else ""
    join = ", ".join if lang == "en" else "、".join
    card = [
        ("organisation", profile.organisation or ""),
        ("kind", kind),
        ("level", word(LEVEL, profile.level, lang)),
        ("period", period_words(profile.period, lang) if profile.period else ""),
        ("places", join(_first(profile.places))),
        ("sessions", join(_first(profile.sessions))),
        ("bodies", join(_first(profile.bodies))),
    ]
    return [(field, word(FIELD, field, lang), value) for field, value in card if value]


def _first(names: tuple[str, ...], most: int = 8) -> list[str]:
    return [*names[:most], *(["…"] if len(names) > most else [])]


def dissent_words(analysis: Analysis, lang: str) -> list[tuple[str, str, int, Evidence]]:
    """What clashes with the card: field, the words, how often, and the first place."""
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for one in analysis.profile.dissent:
        words = analysis.report.text[one.start : one.end]
        groups.setdefault((one.field, words), []).append(one)
    return [
        (word(FIELD, field, lang), words, len(places), places[0]) for (field, words), places in groups.items()
    ]


def as_written(q: Quantity, text: str, lang: str) -> str:
    """The quantity in the report's own words, with a bound that stands outside of it."""
    written = " ".join(text[q.start : q.end].split())
    inner = any(mark in written for mark in "多余几近约超逾来上以不")
    return written if inner else f"{word(BOUND, q.bound, lang)}{written}"


def about(q: Quantity) -> str:
    """What the quantity tells of: metric, or action and object."""
    parts = (q.metric, q.action) if q.metric else (q.action, q.object)
    told = [part for part in parts if part]
    if len(told) == 2 and (told[1] in told[0] or told[0] in told[1]):
        return max(told, key=len)
    return " ".join(told)


def about_words(q: Quantity, text: str) -> str:
    """What the quantity tells of; where that is next to nothing, the clause it stands in."""
    words = about(q)
    if len(words) > _TELLING or q.clause is None:
        return words
    clause = " ".join(text[q.clause[0] : q.clause[1]].split())
    return clause if len(clause) <= _CLAUSE else clause[: _CLAUSE - 1] + "…"


def change_words(q: Quantity) -> str:
    """The kind of change, if the quantity is one."""
    return q.change.kind if q.change else ""


def theme_words(section: Section | None, lang: str) -> str:
    """The leaf theme of a section."""
    theme = section.theme if section is not None else None
    return word(_names()[1], theme.label, lang) if theme is not None else ""


def by_group(analysis: Analysis, quantities: Iterable[Quantity]) -> dict[str, list[Quantity]]:
    """Quantities by the theme group of their section, groups in order of first appearance."""
    groups: dict[str, list[Quantity]] = {}
    known = {section.id: section for section in analysis.sections}
    for q in quantities:
        section = known.get(q.section or "") or analysis.section_at(q.start)
        theme = section.theme if section is not None else None
        groups.setdefault(theme.group if theme is not None else "", []).append(q)
    return groups


def group_words(group: str, lang: str) -> str:
    """The name of a theme group; "" is what belongs to none."""
    return word(_names()[0], group, lang) if group else ("other" if lang == "en" else "其他")


def key_figures(analysis: Analysis) -> list[Quantity]:
    """The figures that the brief tells as the report's weightiest, in the report's order."""
    told = {
        (source.start, source.end)
        for sentence in analysis.summary.sentences
        if sentence.part == "figures"
        for source in sentence.sources
    }
    return [q for q in analysis.achievements if (q.start, q.end) in told]


def brief_lines(analysis: Analysis, lang: str) -> list[tuple[str, str, SummarySentence]]:
    """The brief as label and words: the label a line opens with (期间：…), else its part's name."""
    lines = []
    for sentence in analysis.summary.sentences:
        label, colon, words = sentence.text.partition("：" if "：" in sentence.text[:14] else ": ")
        if colon and 0 < len(label) <= 14 and words:
            lines.append((label, words.strip(), sentence))
        else:
            lines.append((word(PART, sentence.part, lang), sentence.text, sentence))
    return lines
