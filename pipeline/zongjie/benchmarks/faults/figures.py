"""Plants faults of figures, wording and marks where the report stands: digits, dots, characters."""

import re
from random import Random

from zongjie.benchmarks.faults.planted import Change, Planted, replaced, sentence_end
from zongjie.document import Analysis

_ROUND = re.compile(r"(?<![0-9A-Za-z.．/%-])[1-9]\d{0,3}0\d{0,2}(?=个|项|人|户|家|万|亿|年)")
_DECIMAL = re.compile(r"(?<![0-9.第：:])\d{1,4}\.\d{1,2}(?:亿元|万元|万人|公里|%)")
_FORMS = str.maketrans("发国会经济业务动产资设进过对", "發國會經濟業務動產資設進過對")
_SIMPLE = re.compile("[发国会经济业务动产资设进过对]{1,2}")


def _two_values(analysis: Analysis, random: Random) -> Planted | None:
    """One deed told at two places of the achievements, two digits of its number changed."""
    first, second = (sentence_end(analysis, random) for _ in range(2))
    if first is None or second is None or abs(first - second) < 200:
        return None
    tens, ones = random.sample(range(1, 10), 2)
    hundreds = random.randint(1, 9)
    unit, deed = random.choice(
        [("人次", "举办乡土人才专题培训"), ("公里", "新改建乡村旅游公路"), ("户", "完成农村危旧房屋改造")]
    )
    values = (f"{hundreds}{tens}{ones}{unit}", f"{hundreds}{ones}{tens}{unit}")
    text = analysis.report.text
    early, late = min(first, second), max(first, second)
    made = f"{text[:early]}{deed}{values[0]}。{text[early:late]}{deed}{values[1]}。{text[late:]}"
    start = early + len(deed)
    return Planted("NM01", made, start, start + len(values[0]))


def _letter(analysis: Analysis, random: Random) -> Planted | None:
    """The letter O for the 0 of a number that stands in the text."""
    found = _one(_ROUND, analysis, random)
    if found is None:
        return None
    return replaced("NM15", analysis.report.text, *found.span(), found[0].replace("0", "O", 1))


def _misread_dot(analysis: Analysis, random: Random) -> Planted | None:
    """A full stop for the dot of a number that stands in the text."""
    found = _one(_DECIMAL, analysis, random)
    if found is None:
        return None
    return replaced("RS04", analysis.report.text, *found.span(), found[0].replace(".", "。"))


def _traditional(analysis: Analysis, random: Random) -> Planted | None:
    """One or two characters that stand in the text, in their traditional form."""
    found = _one(_SIMPLE, analysis, random)
    if found is None:
        return None
    return replaced("WD04", analysis.report.text, *found.span(), found[0].translate(_FORMS))


def _one(pattern: re.Pattern[str], analysis: Analysis, random: Random) -> re.Match[str] | None:
    found = [one for one in pattern.finditer(analysis.body) if analysis.section_at(one.start()) is not None]
    return random.choice(found) if found else None


FIGURES: dict[str, Change] = {
    "NM01": _two_values,
    "NM15": _letter,
    "RS04": _misread_dot,
    "WD04": _traditional,
}
