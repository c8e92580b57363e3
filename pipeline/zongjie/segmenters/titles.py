"""The front matter: title, note with date and session, byline; and where the body begins."""

import re

from zongjie.segmenters.headings import is_salutation, open_paragraph

_FRONT_PARAGRAPHS = 60
_TITLE = re.compile(
    r"(?:报告|总结|计划|要点|汇报|述职|思路|安排|打算|小结|讲话|方案|体会|情况|纪要|规划)"
    r"(?:[(（][^()（）]{1,20}[)）])?$"
)
_TITLE_LENGTH = 60
_STARTS_ON = re.compile("^[和及暨与]|^(?:政府)?工作(?:报告|总结|计划)$")
_STOP_END = "。！!；;，,、：:"


def front_matter(body: str, paragraphs: list[tuple[int, int]]) -> tuple[tuple[int, int] | None, int]:
    """The span of the title (None if there is none) and the number of the first body paragraph."""
    last = _body_number(body, paragraphs)
    title: tuple[int, int] | None = None
    number_of_title = -1
    for number in range(last):
        start, end = _bare(body, *paragraphs[number])
        line = body[start:end]
        if start < end and end - start <= _TITLE_LENGTH and line[-1] not in _STOP_END and _TITLE.search(line):
            title, number_of_title = (start, end), number
    if title is None:
        return None, last
    again = _again(body, paragraphs, title, last)
    if again is not None:  # a site's copy of the title came first
        number_of_title, title = again
        last = number_of_title + 1
    if number_of_title and _STARTS_ON.match(body[title[0] : title[1]]):
        before = _bare(body, *paragraphs[number_of_title - 1])
        if 4 <= before[1] - before[0] <= 40 and body[before[1] - 1] not in _STOP_END:
            title = (before[0], title[1])
    if last - number_of_title >= 2 and _may_be_heading(body, paragraphs, last - 1, number_of_title):
        last -= 1
    return title, last


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
        if end - start > 25 and body[end - 1] in "。;；!！":
            return number
        opened = open_paragraph(body, number, start, end)
        if opened and (opened.mark or opened.depth > 1) and end - start > 4:
            return number
    return 0


def _may_be_heading(body: str, paragraphs: list[tuple[int, int]], number: int, title: int) -> bool:
    """The last line before the body may already be a heading: neither note nor byline nor title."""
    return number == title + 1 and body[paragraphs[number][0]] not in "—-(（"


def _bare(body: str, start: int, end: int) -> tuple[int, int]:
    """The words of a line without Markdown signs around them."""
    while start < end and body[start] in "#* \u3000":
        start += 1
    while start < end and body[end - 1] in "#* \u3000":
        end -= 1
    return start, end
