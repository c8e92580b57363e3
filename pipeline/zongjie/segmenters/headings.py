"""Headings: which paragraphs are one, or open with one, and of what kind its mark is.

A heading is marked (一、 (二) 1. 一是 # **…**) or a short line alone. In a paragraph with a mark
the heading is what stands before the first 。 or : (run-in), if that has at most 40
characters, no Arabic figure, and tells of nothing done (了, 已, 共组织).

Source: the project's labelling guideline; GB/T 9704—2012, 7.3.3 (marks of four levels).
"""

import re
from dataclasses import dataclass

from zongjie.comparing.marks import ENUMERATORS, Mark, read_mark
from zongjie.lexicons.surnames import SURNAMES
from zongjie.segmenters.markdown import bare_items, fenced, link_words

RUN_IN_LENGTH = 40
LINE_LENGTH = 60
"""A marked line alone may be longer than a run-in heading."""
SHORT_LINE = 30
"""An unmarked line alone is a heading up to this length."""

_MARKDOWN = re.compile(r"#{1,6}[ \t\u3000]*|<h(?P<tag>[1-6])[^<>\n]{0,120}>[ \t\u3000]*")
_STOP = re.compile("。|：|:(?!//)")
_STOPS_INSIDE = re.compile("[。；;！!？?]")
_FIGURE = re.compile("[0-9０-９]")
_DONE = re.compile(
    r"""
      了(?!解)
    | (?<![自而])已
    | (?<![公中一总])共(?:[0-9０-９一二三四五六七八九十百千万几数]|计|有|组织|开展|举办|召开|收|征集|提|完成
        |实现|办理|接|受理|建成|新建|改造|投|安排|争取|培训|引进|化解|发放|查|立案|检查|处理|审|拨|筹|出动|走访|慰问|编)
    """,
    re.VERBOSE,
)
_EDGE = " \t\u3000\xa0*_　"
_END_STOPS = "。．.：:；;，,、！!？?"
_NO_HEADING_END = "。．：:；;，,、！!？?…—"
_HAN = re.compile("[\u4e00-\u9fff]")
_FURNITURE = re.compile(
    r"""^(?:[-*+•●○■◆▲>|｜<!_=~\\/@&【\[]|https?:|www\.|[(（].*[)）]$|各位|同志们|尊敬的|谢谢|来源|作者|时间|日期|编辑
    |责任编辑|责编|发布|浏览|字号|字体|打印|关闭|分享|附件|附[:：表]|注[:：]|图[:：]|摄影|记者|上一[篇页]|下一[篇页]|首页
    |版权|主办|承办|联系|备案|网站|相关|热门|推荐|更多|扫一扫|当前位置|您?的?位置)""",
    re.VERBOSE,
)
_DATE_OR_NAME = re.compile(
    r"""^[^\u4e00-\u9fff]*[0-9〇零一二三四五六七八九十]{1,4}\s*年\s*[0-9〇一二三四五六七八九十]{1,3}\s*月.{0,8}$
    |^.{0,20}(?:市长|省长|县长|区长|州长|旗长|盟长|镇长|乡长|主席|总理|院长|检察长|主任|书记|局长|校长|经理)
       [\s\u3000·]{0,4}[\u4e00-\u9fff·\s\u3000]{2,14}$
    |(?:人民代表大会|委员会|人大|政协).{0,16}(?:次|届).{0,4}(?:会议|全会)上?$""",
    re.VERBOSE,
)
_BYLINE = re.compile(  # 数学组　王立
    rf"[\u4e00-\u9fffA-Za-z0-9]{{2,16}}[ \u3000]{{1,6}}[{SURNAMES}]"
    r"[ \u3000]?[\u4e00-\u9fff][ \u3000]?[\u4e00-\u9fff]?$"
)
_NOTES = re.compile(
    r"[^。；;，,]{0,16}(?:名词|术语|用语|词语|词汇|缩略语)[^。；;，,]{0,6}(?:解释|说明|注释|注解|释义|解读)[^。；;，,]{0,4}$"
    r"|[^。；;，,]{0,16}报告[^。；;，,]{0,8}(?:注释|注解|释义)$"
    r"|[#*【※\s]*(?:附?注释?|备注)[】*※:：\s]*$"
)
_TOP = re.compile(
    r"""(?:[0-9０-９]{4}年|[一二][〇○零九一二三四五六七八]{3}年|过去|今后|未来|去年|今年|本届|上一?届|“?十[一二三四五六七八九]?五).{0,22}
        (?:回顾|总结|安排|任务|目标|打算|计划|部署|建议|工作|重点|思路|要求|意见)$
    | (?:结束语|结语|尾声)$
    | (?:存在的?|主要的?)?(?:问题|困难|不足|差距)[和与及、](?:问题|困难|不足|差距)$""",
    re.VERBOSE,
)
_BEFORE_YEAR = re.compile("([0-9]{1,2})[.．、](?=(?:19|20)[0-9]{2}年)")
"""The mark of 7.2025年工作打算, which is no decimal."""
_LEAD = re.compile("我们|以下|如下|下列|上述|现将")
_APPENDIX = re.compile(r"附件?[0-9]?[:：*\s]*$")
_ANNEX = re.compile(r"[#*【\s]{0,6}附\s?件\s?[一二三四五六七八九十0-9]{0,2}[】*:：\s]{0,6}$")
_ANNEX_TITLE = 40
_CLOSE_TAG = re.compile(r"(?:</[a-z0-9]{1,6}>\s?){1,4}$")
_ENDS_WELL = frozenset('。．.！!？?；;：:…”’"）)】》>|—-')
_GOES_ON = "是为的,，、:：;；。.)）"
_DASHES = "—─―－-"
_GLOSS = re.compile('[“"][^”"]{1,40}[”"][^，,]{0,12}$')
_SALUTATION = re.compile(r"\*{0,2}(?:各位|同志们|尊敬的|朋友们)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found in paragraph number ``paragraph``; its level comes later.

    ``kind`` is a kind of mark, or md1 … md6, "bold" (a line), "run-in bold", "plain" (a line).
    ``alone`` tells that the paragraph holds nothing else.
    """

    paragraph: int
    kind: str
    value: int
    number: str | None
    start: int
    heading_start: int
    heading_end: int
    alone: bool
    ghost: bool = False
    """A mark without a heading: it takes part in the numbering and is no section."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How a paragraph opens: Markdown depth, bold, mark, and where its words begin."""

    paragraph: int
    start: int
    end: int
    depth: int
    bold_end: int | None
    mark: Mark | None
    words: int


def open_paragraph(body: str, number: int, start: int, end: int) -> Opened | None:
    """The marks that the paragraph opens with, or None if it has none."""
    at, depth, bold_end = start, 0, None
    first = body[start]
    if first in "#<" and (match := _MARKDOWN.match(body, start, end)):
        depth = int(match["tag"] or match[0].count("#"))
        at = match.end()
    if body.startswith("**", at):
        close = body.find("**", at + 2, end)
        if close > at + 2:
            bold_end = close
            at += 2
    while at < end and body[at] in _EDGE:
        at += 1
    mark = read_mark(body, at, end) or _mark_before_year(body, at, end)
    if mark is None and not depth and bold_end is None:
        return None
    words = mark.end if mark else at
    while words < end and body[words] in _EDGE:
        words += 1
    return Opened(number, start, end, depth, bold_end, mark, words)


def _mark_before_year(body: str, start: int, end: int) -> Mark | None:
    found = _BEFORE_YEAR.match(body, start, end)
    return Mark("1.", int(found[1]), start, found.end()) if found else None


def headings(body: str, paragraphs: list[tuple[int, int]], front: int) -> list[Heading]:
    """The headings of ``paragraphs`` from number ``front`` on, in order."""
    opened = {
        number: one
        for number in range(front, len(paragraphs))
        if (one := open_paragraph(body, number, *paragraphs[number]))
    }
    members = _confirmed(body, opened)
    code = fenced(body, paragraphs)
    found: list[Heading] = []
    for number in range(front, len(paragraphs)):
        if number in code or (found and found[-1].paragraph == number):
            continue
        one = opened.get(number)
        heading = None
        if 2 * number > len(paragraphs) and (notes := _notes(body, number, *paragraphs[number])):
            found.append(notes)
            break
        if 2 * number > len(paragraphs) and (annex := _annex(body, number, paragraphs)):
            found.append(annex)
            continue
        if one is not None:
            if one.mark is None or one.mark.kind not in ENUMERATORS or number in members:
                heading = _marked(body, one) or _ghost(one)
        elif is_line(body, *paragraphs[number]) and _stands_between(body, paragraphs, number, front):
            start, end = paragraphs[number]
            kind = "top" if _TOP.match(body, start, end) else "plain"
            heading = Heading(number, kind, 0, None, start, start, end, True)
        if heading is not None:
            found.append(heading)
    bare = bare_items(found, len(paragraphs))
    return [one for at, one in enumerate(found) if at not in bare] if bare else found


def _annex(body: str, number: int, paragraphs: list[tuple[int, int]]) -> Heading | None:
    """附件1 on a line of its own and its title on the next: a part of its own after the report."""
    start, end = paragraphs[number]
    if number + 1 >= len(paragraphs) or end - start > 20 or not _ANNEX.match(body, start, end):
        return None
    first, last = paragraphs[number + 1]
    while first < last and body[first] in _EDGE + "#":
        first += 1
    last = _trimmed_end(body, first, last)
    if not 2 <= last - first <= _ANNEX_TITLE or _STOPS_INSIDE.search(body, first, last):
        return None
    return Heading(number + 1, "annex", 0, None, start, first, last, True)


def _notes(body: str, number: int, start: int, end: int) -> Heading | None:
    """名词解释 and the like: what follows are notes to the report and no sections of it."""
    if end - start > 30 or not _NOTES.match(body, start, end):
        return None
    line = body[start:end]
    first = start + len(line) - len(line.lstrip("#*【 \u3000"))
    return Heading(number, "notes", 0, None, start, first, _trimmed_end(body, first, end), True)


def _confirmed(body: str, opened: dict[int, Opened]) -> set[int]:
    """Paragraphs whose 一是, 第一, 首先 goes on in another paragraph (else it is a list within one)."""
    last: dict[str, tuple[int, int]] = {}
    members: set[int] = set()
    for number, one in opened.items():
        mark = one.mark
        if mark is None or mark.kind not in ENUMERATORS:
            continue
        before = last.get(mark.kind)
        if before and 0 < mark.value - before[1] <= 2 and number - before[0] <= 80:
            members |= {number, before[0]}
        last[mark.kind] = (number, mark.value)
    return members


def _ghost(one: Opened) -> Heading | None:
    """The number of a paragraph that opens with a mark but has no heading."""
    mark = one.mark
    if mark is None or mark.kind in ENUMERATORS or mark.kind in ("1.1", "专栏"):
        return None
    return Heading(one.paragraph, mark.kind, mark.value, None, one.start, one.words, one.words, False, True)


def _marked(body: str, one: Opened) -> Heading | None:
    """The heading of a paragraph that opens with marks, or None if it fails the rules."""
    start, end = one.words, one.end
    if start >= end:
        return None
    if _SALUTATION.match(body, start, end) or (end - start < 8 and _APPENDIX.match(body, start, end)):
        return None
    if body[start] in _DASHES and not one.depth:
        start += len(body[start:end]) - len(body[start:end].lstrip(_DASHES))
    kind = f"md{one.depth}" if one.depth else one.mark.kind if one.mark else "bold"
    value = one.mark.value if one.mark else 0
    number = body[one.mark.start : one.mark.end] if one.mark else None
    words_end = _trimmed_end(body, start, end)
    if start >= words_end:
        return None
    line = body[start:end].rstrip(_EDGE)
    fills_line = one.mark is not None or (one.bold_end == _bold_close(body, one) and _HAN.search(line))
    if one.depth or (fills_line and _is_heading_line(line, one.mark)):
        if kind == "bold" and _TOP.match(body, start, words_end):
            kind = "top"
        return Heading(
            one.paragraph, kind, value, number, one.start, *link_words(body, start, words_end), True
        )
    stop = _STOP.search(body, start, min(end, start + RUN_IN_LENGTH + 5))
    stop_at = stop.start() if stop else end
    if one.bold_end is not None and one.bold_end < stop_at and _closes_heading(body, one.bold_end, end):
        stop_at = one.bold_end
    words = body[start:stop_at].replace("*", "").strip(_EDGE)
    if stop_at == end or not 0 < len(words) <= RUN_IN_LENGTH:
        return None
    if _FIGURE.search(words) or _DONE.search(words) or _STOPS_INSIDE.search(words):
        return None
    if body[stop_at] in ":：" and _GLOSS.match(words):
        return None
    words_end = _trimmed_end(body, start, stop_at)
    if words_end <= start:
        return None
    alone = not body[stop_at + 1 : end].strip(_EDGE + _END_STOPS)
    if kind == "bold" and not alone:
        kind = "run-in bold"
    return Heading(one.paragraph, kind, value, number, one.start, start, words_end, alone)


def _is_heading_line(line: str, mark: Mark | None) -> bool:
    """A marked line alone, without end stop; a colon in it makes what stands before it run in."""
    if line[-1:] in _NO_HEADING_END or len(line) > LINE_LENGTH or _STOPS_INSIDE.search(line):
        return False
    return (mark is not None and mark.kind in ("专栏", "part")) or not (":" in line or "：" in line)


def _bold_close(body: str, one: Opened) -> int:
    """Where the closing ** stands if bold fills the line."""
    return one.end - 2 if body.endswith("**", one.start, one.end) else -1


def _closes_heading(body: str, bold_end: int, end: int) -> bool:
    after = body[bold_end + 2 : bold_end + 3]
    return bold_end + 2 >= end or after in "。：: \u3000\t" or body[bold_end - 1] in _END_STOPS


def _trimmed_end(body: str, start: int, end: int) -> int:
    words = body[start:end].rstrip(_EDGE + "#")
    if words.endswith(">") and (tag := _CLOSE_TAG.search(words)):
        words = words[: tag.start()]
    return start + len(words.rstrip(_END_STOPS + _EDGE))


def is_line(body: str, start: int, end: int) -> bool:
    """A short line without end stop that reads like words."""
    if not 2 <= end - start <= SHORT_LINE or body[end - 1] in _NO_HEADING_END:
        return False
    line = body[start:end]
    if _STOPS_INSIDE.search(line) or "：" in line or ":" in line:
        return False
    if _FURNITURE.match(line) or _DATE_OR_NAME.search(line) or _BYLINE.match(line) or _LEAD.search(line):
        return False
    return _TOP.match(line) is not None or 2 * len(_HAN.findall(line)) >= len(line)


def _stands_between(body: str, paragraphs: list[tuple[int, int]], number: int, front: int) -> bool:
    """A line alone: body or a marked heading follows, and no other such line stands before it."""
    if number + 1 >= len(paragraphs):
        return False
    after = paragraphs[number + 1]
    if body[after[0]] in _GOES_ON:  # a line broken in the midst of a sentence
        return False
    if _is_short(body, *after) and open_paragraph(body, number + 1, *after) is None:
        return False
    if number == front:
        return True
    before = paragraphs[number - 1]
    if open_paragraph(body, number - 1, *before) is not None:
        return True
    return body[before[1] - 1] in _ENDS_WELL and not _is_short(body, *before)


def _is_short(body: str, start: int, end: int) -> bool:
    return end - start <= SHORT_LINE and body[end - 1] not in "。．：:；;！!？?…"


def is_salutation(body: str, start: int, end: int) -> bool:
    """各位代表: and the like."""
    return end - start <= 40 and _SALUTATION.match(body, start, end) is not None
