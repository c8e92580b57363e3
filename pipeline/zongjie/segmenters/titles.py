"""The front matter: title, note with date and session, byline; and where the body begins."""

import re

from zongjie.segmenters.headings import is_line, is_salutation, open_paragraph

_FRONT_PARAGRAPHS = 60
_TITLE = re.compile(
    r"(?:报告|总结|计划|要点|汇报|述职|思路|安排|打算|小结|讲话|方案|体会|情况|纪要|规划)"
    r"(?:[(（][^()（）]{1,20}[)）])?$"
)
_TITLE_LENGTH = 60
_TAG = re.compile(r"<h[1-6][^<>\n]{0,120}>(?P<words>[^<>\n]{1,100})</h[1-6]>$")
_STARTS_ON = re.compile("^[和及暨与]|^(?:政府)?工作(?:报告|总结|计划)$")
_BODY_NAME = re.compile(
    "(?:政府|委员会|常委会|办公室|法院|检察院|[局厅院校所处科]|公司|集团|中心|协会|党委|党组|支部)$"
)
_STOP_END = "。！!；;，,、：:"


def front_matter(body: str, paragraphs: list[tuple[int, int]]) -> tuple[tuple[int, int] | None, int]:
    """The span of the title (None if there is none) and the number of the first body paragraph."""
    last = _body_number(body, paragraphs)
    title: tuple[int, int] | None = None
    number_of_title = -1
    for number in range(last):
        start, end = _bare(body, *paragraphs[number])
        line = body[start:end].replace(" ", "").replace("\u3000", "")
        if (
            line
            and end - start <= _TITLE_LENGTH
            and line[0] not in "—-─"
            and line[-1] not in _STOP_END
            and _TITLE.search(line)
        ):
            title, number_of_title = (start, end), number
    if title is None:
        title = _first_line(body, paragraphs, last)
        number_of_title = 0 if title else -1
    if title is not None:
        again = _again(body, paragraphs, title, last)
        if again is not None:  # a site's copy of the title came first
            number_of_title, title = again
            last = max(last, number_of_title + 1)
        if number_of_title and _STARTS_ON.match(body[title[0] : title[1]]):
            before = _bare(body, *paragraphs[number_of_title - 1])
            if 4 <= before[1] - before[0] <= 40 and title[0] - before[1] <= 6 and is_line(body, *before):
                title = (before[0], title[1])
    if last - number_of_title >= 2 and _may_be_heading(body, paragraphs, last - 1, number_of_title):
        last -= 1
    return title, last


def _first_line(body: str, paragraphs: list[tuple[int, int]], last: int) -> tuple[int, int] | None:
    """A Markdown # at the top, or a line alone there, is the title where nothing reads like one."""
    if not paragraphs:
        return None
    start, end = _bare(body, *paragraphs[0])
    if body.startswith("# ", paragraphs[0][0]):
        return start, end
    looks_so = last >= 1 and end - start >= 6 and body[start] not in "—-─" and is_line(body, start, end)
    return (start, end) if looks_so else None


def _again(
    body: str, paragraphs: list[tuple[int, int]], title: tuple[int, int], last: int
) -> tuple[int, tuple[int, int]] | None:
    """The same title once more, a little further down, before any marked heading."""
    words = body[slice(*title)]
    for number in range(last, min(last + 8, len(paragraphs))):
        start, end = _bare(body, *paragraphs[number])
        if 6 <= end - start <= len(words) and words.endswith(body[start:end]):
            return number, (start, end)
        opened = open_paragraph(body, number, *paragraphs[number])
        if opened and opened.mark:
            break
    return None


def _body_number(body: str, paragraphs: list[tuple[int, int]]) -> int:
    for number, (start, end) in enumerate(paragraphs[:_FRONT_PARAGRAPHS]):
        if is_salutation(body, start, end) or end - start > 80:
            return number
        if end - start > (14 if body[end - 1] == "。" else 25) and body[end - 1] in "。;；!！:：":
            return number
        opened = open_paragraph(body, number, start, end)
        if opened and ((opened.mark and opened.depth != 1) or opened.depth > 1) and end - start > 4:
            return number
    return 0


def _may_be_heading(body: str, paragraphs: list[tuple[int, int]], number: int, title: int) -> bool:
    """The last line before the body may already be a heading: no note, byline, name of a body."""
    if number + 1 < len(paragraphs) and is_salutation(body, *paragraphs[number + 1]):
        return False
    if number and number - 1 != title and is_line(body, *paragraphs[number - 1]):
        return False  # one of many lines: a menu
    start, end = paragraphs[number]
    return is_line(body, start, end) and not _BODY_NAME.search(body[start:end])


def _bare(body: str, start: int, end: int) -> tuple[int, int]:
    """The words of a line without Markdown signs or tags around them."""
    if tag := _TAG.match(body, start, end):
        start, end = tag.span("words")
    while start < end and body[start] in "#* \u3000":
        start += 1
    while start < end and body[end - 1] in "#* \u3000":
        end -= 1
    return start, end
