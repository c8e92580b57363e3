"""GR04 · The draft names something that the report does not know.

What it flags
    Titles in 《》, honours with their level (省级示范基地, 全国先进集体), places of the gazetteer and
    names in Latin letters that stand in none of the sources.

Why it matters
    An honour or body that the report does not name was made up, or taken from another text.

Flagged
    获评省级节水示范县 where the report speaks of no honour.

Accepted
    Names that a source holds, with other quotation marks or spaces; the draft's own title.

Known misses
    Persons and bodies without a mark or a generic ending.

Source
    checks.tsv GR04; places: the gazetteer of the project.
"""

import re
from collections.abc import Iterator, Sequence

from zongjie.checks.base import Alarm, Check
from zongjie.comparing.words import words as cut
from zongjie.document import Analysis
from zongjie.lexicons.places import gazetteer
from zongjie.settings import Settings

CHECK = Check(
    code="GR04",
    name="unsourced-named-entity",
    title="无来源名称",
    severity="error",
    flagged=(),
    accepted=(),
    needs="draft",
    about="草稿里的书名号题名、荣誉称号、地名、拉丁字母名称，在材料里都没有。",
)

_TITLE = re.compile(r"《([^《》\n]{2,60})》")
_HONOUR = re.compile(
    r"(?:国家级?|全国|省级?|全省|市级?|全市|自治区级?|部级?)[\u4e00-\u9fff“”]{0,12}?"
    r"(?:示范[县市区镇村点校院基地单位]{1,4}|先进(?:集体|单位|个人)|[一二三]等奖|标兵|文明单位|百强县|优秀案例|称号)"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{2,30}")
_GLYPHS = re.compile(r"[\s“”\"'‘’《》〈〉「」]")


def find(analysis: Analysis, settings: Settings, sources: Sequence[Analysis]) -> Iterator[Alarm]:
    """One alarm a name, at its first place."""
    known = "\n".join(_plain(source.report.text) for source in sources)
    lower: str | None = None  # worked out for the first name that is not there as written
    told: set[str] = set()
    for start, end in sorted(_names(analysis)):
        name = analysis.body[start:end]
        plain = _plain(name)
        if plain in told or plain in known:
            continue
        lower = known.lower() if lower is None else lower
        if plain.lower() in lower:
            continue
        told.add(plain)
        yield Alarm(
            start=start,
            end=end,
            zh=f"“{name}”在所依据的材料里没有。请核实来源，或删去。",
            en=f"“{name}” stands in none of the sources. Find its source or take it out.",
            evidence={"name": name},
        )


def _plain(text: str) -> str:
    return _GLYPHS.sub("", text)


def _names(analysis: Analysis) -> Iterator[tuple[int, int]]:
    body = analysis.body
    title = analysis.outline.title or (0, 0)
    spans = [m.span(1) for m in _TITLE.finditer(body)]
    spans += [m.span() for pattern in (_HONOUR, _LATIN) for m in pattern.finditer(body)]
    places, at = gazetteer(), 0
    for word in cut(body):
        start, at = at, at + len(word)
        if len(word) >= 3 and places.full(word):
            spans.append((start, at))
    yield from (span for span in spans if not title[0] <= span[0] < title[1])
