"""The file's name, or the title, tells of another place or year than the text.

What it flags
    A place in the file's name that is neither the report's own place nor above or below it, or a
    year that is neither that of the period nor that of delivery. Likewise a title of one place
    over a text that speaks for another.
Why it matters
    The report will be filed, searched and counted under the wrong body or year.
Flagged
    file 甲山县2023.txt, text 「⟦乙水县⟧2023年工作总结」
Accepted
    A file's name without place or year; the year before or after the period.
Known misses
    Texts that do not say whose they are; collections.
Source
    The report's own identity card.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis, Evidence
from zongjie.lexicons.places import gazetteer, short_name
from zongjie.settings import Settings

CHECK = Check(
    code="ID09",
    name="misfiled",
    title="文件名与正文不符",
    severity="warning",
    flagged=(
        "甲山县2023年政府工作报告\n各位代表：\n现在，我代表⟦乙水县⟧人民政府，"
        "向大会报告工作。\n一、2022年工作回顾\n清淤3公里。",
    ),
    accepted=("乙水县2023年工作总结\n一、主要工作\n清淤3公里。",),
    about=(
        "文件名里的地名、年份与正文对不上，或标题是一地、正文代表另一地发言。年份允许差一（交稿年与所述年）。"
    ),
)
_SAYS_SO = re.compile(r"\d\d\d\d ?年[^。\n]{0,12}(?:回顾|总结)")  # a heading that names the year
_OFTEN = 3
_GIVEN = re.compile(r"((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?\d{1,2} ?日")
_HEAD, _LATE = 400, 11  # characters; from November on a report may be for the next year's assembly
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,10}?(?:省|自治区|市|自治州|州|盟|县|区|旗)")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    name = re.sub(r"\.[A-Za-z]{2,5}$", "", analysis.report.source.name)
    named = [e for e in analysis.profile.evidence if e.field == "place"]
    place = place_in(name)
    if place and named and not any(_agree(place, e.value, analysis.body) for e in named):
        own = named[0]
        yield _alarm(
            own,
            f"文件名说的是“{place}”，正文却是“{own.value}”的报告",
            f"The file is named for {place}, the text is of {own.value}",
        )
    elif len(named) > 1 and not _agree(named[-1].value, named[0].value, analysis.body[named[0].end :]):
        own, title = named[0], named[-1].value
        yield _alarm(
            own,
            f"题名说的是“{title}”，正文却是“{own.value}”的报告",
            f"The title is of {title}, the text of {own.value}",
        )
    else:
        yield from _wrong_year(analysis, name)


def place_in(name: str) -> str | None:
    """The lowest place that a file's name begins with (保定市清苑 → 清苑), or None."""
    places = gazetteer()
    start, found = 0, None
    while start < len(name):
        step = next(
            (n for n in range(min(15, len(name) - start), 1, -1) if places.named(name[start : start + n])), 0
        )
        if not step:
            break
        if start or not places.is_common(name[:step]):
            found = name[start : start + step]
        start += step
    if found:
        return found
    unknown = _PLACE.match(name)
    return unknown.group() if unknown else None


def _agree(place: str, own: str, body: str) -> bool:
    """Whether the names can be of one report; unknown places are compared by their words."""
    short = short_name(place)
    if short in {short_name(own), *map(short_name, gazetteer().parts(own))}:
        return True
    if re.search(rf"(?:^|[省市州区]){re.escape(place)}$", own) or place.endswith(own):
        return True
    related = gazetteer().related(place, own)
    if related is not None:
        return related
    return (
        re.search(rf"(?<![\u4e00-\u9fff]){re.escape(short)}|[在我市省县区为]{re.escape(short)}", body)
        is not None
    )


def _wrong_year(analysis: Analysis, name: str) -> Iterator[Alarm]:
    """The year in the name against period and delivery; two different years in it say nothing."""
    years = {int(y) for y in _YEAR.findall(name)}
    period = analysis.profile.period
    told = next((e for e in analysis.profile.evidence if e.field == "period"), None)
    if len(years) != 1 or period is None or told is None:
        return
    year = years.pop()
    if period.start.year - 1 <= year <= period.end.year + 1:
        return
    if str(year) in analysis.body[: told.end + 200]:
        return
    given = _GIVEN.search(analysis.body, 0, _HEAD)
    if given and year - int(given[1]) in ((0, 1, -1) if int(given[2]) >= _LATE else (0, -1)):
        return  # the day on which the report was given settles it
    is_said = _SAYS_SO.search(analysis.body, told.start, told.end + 4) or _in_title(analysis, told)
    one_year = period.start.year == period.end.year
    if not is_said and not (one_year and _is_much_rarer(analysis.body, year, period.end.year)):
        return
    yield _alarm(
        told,
        f"文件名里的年份是{year}，正文说的却是{period.label}",
        f"The file is named for {year}, the text tells of {period.label}",
    )


def _is_much_rarer(body: str, year: int, own: int) -> bool:
    """Whether the text hardly names ``year``, and its own time often (that year or the next)."""
    often = max(body.count(str(own)), body.count(str(own + 1)))
    return often >= _OFTEN and body.count(str(year)) * _OFTEN <= often


def _in_title(analysis: Analysis, told: Evidence) -> bool:
    title = analysis.outline.title
    return title is not None and title[0] <= told.start < title[1]


def _alarm(at: Evidence, zh: str, en: str) -> Alarm:
    return Alarm(
        at.start,
        at.end,
        zh=f"{zh}，请核对文件名。",
        en=f"{en}; check the file's name.",
        caveat_zh="文件名含转发单位或汇编名时可以不管。",
        caveat_en="The name may tell of who passed it on.",
    )
