"""The head of a report: its title, and the formulas in which it says who speaks, where and when."""

import re
from dataclasses import dataclass
from datetime import date

from zongjie.document import Analysis

HEAD = 4000  # characters in which title, meeting line and opening formula are looked for

YEAR = r"(?:[12１２][09０９][\d０-９]{2}|[一二][九〇○零OО０0][〇○零OО０0一二三四五六七八九]{2})"
_DIGITS = str.maketrans("０１２３４５６７８９〇○零OО一二三四五六七八九", "012345678900000123456789")

_GENRE = re.compile(r"总结|报告|汇报|计划|打算|要点|述职|安排|思路|小结|规划|方案")
_TITLE_LINE = re.compile(r"^[ \t　#*]{0,8}([^\n。!?！？]{4,60}?)[ \t　*]{0,6}\r?$", re.MULTILINE)
_MEETING = re.compile(
    r"(?:在|向|——|—)\s{0,2}(?P<place>[\u4e00-\u9fff]{2,16}?)\s{0,2}(?:第|(?=[一二三四五六七八九十]{1,3}届))"
    r"[一二三四五六七八九十\d]{1,4}届\s{0,2}(?P<body>人民代表大会|全国人民代表大会|人大|委员会|政协|"
    r"全国委员会)"
)
_SPEAKS_FOR = re.compile(
    r"我(?:受|代表|谨代表|们代表|现在代表|谨受)(?P<who>[\u4e00-\u9fff、()]{2,30}?)(?:的)?(?:委托|[,，、]|向|作|做|报告|"
    r"提请)"
)
_NO_TITLE = re.compile(
    r"^(?:各位|我代表|现在|[一二三四五六七八九十]{1,2}、|[（(]|来源|时间|——)|会议通过|请予审议|作者|浏览"
)
_DATE = re.compile(
    rf"({YEAR})\s{{0,2}}年\s{{0,2}}([\d０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s{{0,2}}月"
)
_MONTHS = {
    w: n
    for n, w in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)
}


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; spans into the report's text, None where it says nothing.

    ``delivered`` is the first day of the month in which the report was given.
    """

    title: tuple[int, int] | None
    place: tuple[int, int] | None
    meeting: tuple[int, int] | None
    speaks_for: tuple[int, int] | None
    delivered: date | None
    delivered_at: tuple[int, int] | None


def read_head(analysis: Analysis) -> Head:
    """The head of ``analysis.body``."""
    body = analysis.body
    title = analysis.outline.title or _title_line(body)
    meeting = _MEETING.search(body, 0, HEAD)
    speaks = _SPEAKS_FOR.search(body, 0, HEAD)
    if speaks and speaks.group("who").endswith(("长", "同志", "主席")):  # a person, no body
        speaks = None
    first = min((m.start() for m in (meeting, speaks) if m), default=HEAD)
    dated = _DATE.search(body, title[0] if title else 0, min(first + 60, HEAD)) if meeting or speaks else None
    month = month_number(dated.group(2)) if dated else None
    return Head(
        title=title,
        place=meeting.span("place") if meeting else None,
        meeting=meeting.span() if meeting else None,
        speaks_for=speaks.span("who") if speaks else None,
        delivered=date(year_number(dated.group(1)), month, 1) if dated and month else None,
        delivered_at=dated.span() if dated and month else None,
    )


def year_number(words: str) -> int:
    """The year of ``2024``, ``２０２４`` or ``二〇二四``."""
    return int(words.translate(_DIGITS))


def month_number(words: str) -> int | None:
    """The month of ``7``, ``７`` or ``十二``, or None if there is no such month."""
    number = _MONTHS.get(words)
    if number is None and words[0] not in "一二三四五六七八九十":
        number = int(words.translate(_DIGITS))
    return number if number is not None and 1 <= number <= 12 else None


def _title_line(body: str) -> tuple[int, int] | None:
    """The first short line of the head that names a genre (工作总结, 政府工作报告)."""
    for line in _TITLE_LINE.finditer(body, 0, 1500):
        if _GENRE.search(line.group(1)) and not _NO_TITLE.search(line.group(1)):
            return line.span(1)
    return None
