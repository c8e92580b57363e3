"""Every number expression of a text as a draft, in one linear pass."""

import re
import string
from collections.abc import Iterator

from zongjie.extractors.quantities import compounds, signs
from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.pattern import SHAPED, START
from zongjie.extractors.quantities.reading import Written, number_at, read_number, read_shaped
from zongjie.extractors.quantities.slogans import is_planned, opening_at, slogan_at
from zongjie.extractors.quantities.words import word_set
from zongjie.lexicons.numerals import MAX_LENGTH

_URL = re.compile(
    r"(?:https?|ftp)://[!-~]{1,400}|www\.[!-~]{1,200}|(?<![A-Za-z0-9.])[A-Za-z0-9.\-]{1,40}@[A-Za-z0-9.\-]{1,60}"
)
_ASCII_WORD = frozenset(string.ascii_letters + string.digits + "_")
_AFTER_MARK = frozenset("、.．:：)） \u3000")
_ONE_NEEDS = word_set("one_units")
_SCALE_UNITS = word_set("bare_scale_units")
_SINGLE_HAN = re.compile("[〇零○一二两三四五六七八九十百千万亿萬億半几幾数數壹贰叁肆伍陆柒捌玖拾佰仟俩倆]$")
_SECTORS = re.compile("[一二三四]{2,3}产(?!量|生)")
_SHAPED_FIRST = frozenset("第前翻对對xX×ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SHAPED_AFTER = frozenset("年学月日季届中次大分又和、至到—–―-－~～/／:：∶+＋xX×＊*^eEｅ·•○〇OoQ\\ ")
_SHAPED_AFTER_DECIMALS = frozenset(".．,:：∶ \\xX×＊*+＋分又^eEｅ")
_POINTS = frozenset(".．")
_LARGE = frozenset("百千万")
_YEAR_LENGTH = 4
_DIGITS = re.compile("[0-9０-９]+")
_LOOK_ALIKES = frozenset("IOlo")
_ONLY_SCALES = re.compile("[百千万亿萬億]{2,}$")
_BEFORE_ONE = frozenset("新下上统进专单第同唯万归合逐")
_BLANKS = frozenset(" \u3000")
_NEXT_RUN = re.compile(
    "[ \u3000]{1,2}([〇零一二两三四五六七八九十百千万亿萬億兩壹佰拾点點分余多几幾成折个個])"
)
_PLACED = re.compile("[十百千万亿萬億拾佰仟点點成折]|分之")
_OPENING = frozenset("“‘「")
_CLOSING = frozenset("”’」")
_TOLD_AS_IT_IS = frozenset("是为")
_ENDS = frozenset("，。；、不而却那这")
_IDIOM = re.compile(
    "二元[^，。]{0,2}结构|一(?:[一些定样致切般直律向旦并体带生手边样举如时同]|个个|次性|方面|步|体化|点[儿也]?[都不]|把手|系列|年一度|天天)"
    "|[千百万](?:方百计|家万户|军万马|头万绪|万千|古|里|般|姓|货|科|花齐|众|物|象|分[点之]|余家口|岁|变|锤|钧|辛|难|秋|年大计|年未有|年[古老变奋梦华宏目][^计]?|亿千瓦X)"
    "|两(?:岸|会|手|者|侧|翼|国|地|江|河|旁|用|头|全|免|面|难|极|性)"
    "|三(?:农|峡|江|亚|明|门|产|中|角|北|地|伏|更|分天下)|四(?:川|周|处|海|面八|邻|肢|季|平|会|化)"
    "|五(?:谷|金|星|指|台|官|彩|粮|颜|湖|洲)|六(?:安|盘|合)|七(?:一|夕)|八(?:一|仙|方|角|闽)|九(?:江|寨|州|龙|泉|华|月九)"
    "|十(?:分[^之点钟]|堰|足|全|字|佳)|半(?:导|岛|径|数|夜|途|路|截|成品|边)|几(?:乎|何|度|经|内)"
    "|数(?:字|据|量|控|学|智|额|值|码|目|理)|亿万|万[达科元象][^户]|百年"
)


def scan(body: str) -> Iterator[Draft]:
    """Drafts in reading order; they never overlap. Web addresses are passed over."""
    shaped_at = SHAPED.match
    urls = _spans(_URL, body if any(sign in body for sign in ("://", "www.", "@")) else "", len(body))
    url, at = next(urls), 0
    for begin in START.finditer(body):
        start, run_end = begin.span()
        if run_end <= at:
            continue
        if start < at:
            start = at
        while url[1] <= start:
            url = next(urls)
        if url[0] <= start:
            at = url[1]
            continue
        if run_end - start > MAX_LENGTH and not body[start].isdigit():
            yield _overflow(start, run_end)
            at = run_end
            continue
        while start < run_end:
            if body[run_end : run_end + 1] in _BLANKS and (set_apart := _set_apart(body, start, run_end)):
                if start > at and body[start - 1] in signs.MINUS:
                    signs.negate(set_apart, body)
                yield set_apart
                start = at = set_apart.end
                continue
            draft = None
            digits = body[start].isdigit()
            if _may_have_shape(body, start, run_end, digits) and (match := shaped_at(body, start)):
                if (
                    match.lastgroup in ("spaced", "marked")
                    and " " not in body[start : start + 2]
                    and _opens_line(body, start)
                ):
                    draft = _mark(body, start)  # 1. 3个, 18.7+1: a mark and a number
                    yield draft
                    start = at = draft.end
                    continue
                draft = None if match.lastgroup == "marked" else read_shaped(match, body)
            if draft is None:
                written = number_at(body, start)
                if written is None:
                    start = run_end
                    break
                if not digits:
                    if length := slogan_at(body, start):
                        yield (draft := _slogan(body, start, start + length))
                        start = at = draft.end
                        continue
                    if sector := _SECTORS.match(body, start):
                        yield (draft := _slogan(body, start, sector.end()))
                        draft.kind = "name"  # 一二三产融合
                        start = at = draft.end
                        continue
                    if idiom := _IDIOM.match(body, start):
                        start = at = idiom.end()
                        continue
                    if length := opening_at(body, start):
                        yield (draft := _slogan(body, start, start + length))
                        start = at = draft.end
                        continue
                    if not _is_number(written, body):
                        start = max(start + 1, written.low_end or written.numeral_end)
                        continue
                draft = read_number(written, body)
                if draft.unit is None:
                    if start > at and (before := body[start - 1]) in signs.BEFORE:
                        signs.price(draft, body, at)
                    elif start > at and before in ".．":
                        signs.lead_with_point(draft, body)
                elif compounds.goes_on(draft, body):
                    compounds.complete(draft, body)
                elif draft.unit == "块":
                    compounds.as_money(draft, body)
            if draft.shape == "number" and (
                body[draft.start - 1 : draft.start] in _ASCII_WORD
                or (draft.unit is None and body[draft.end : draft.end + 1] in _ASCII_WORD)
            ):
                _widen(draft, body, at)
            if start > at and draft.start == start:
                if (before := body[start - 1]) in signs.MINUS:
                    signs.negate(draft, body)
                elif before == "下":
                    signs.below_zero(draft, body)
            yield draft
            start = at = draft.end


def _may_have_shape(body: str, start: int, run_end: int, digits: bool) -> bool:
    """Whether the letter after the run, or the first of it, lets a shape be (dates, shares, sessions)."""
    after = body[run_end : run_end + 1]
    if after in _SHAPED_AFTER:
        return True
    if digits:
        if after in _POINTS:
            decimals = _DIGITS.match(body, run_end + 1)
            if decimals is None or run_end - start == _YEAR_LENGTH:
                return True
            return body[decimals.end() : decimals.end() + 1] in _SHAPED_AFTER_DECIMALS
        if after == ",":
            return body[run_end + 1 : run_end + 2].isdigit()
        return after in _LARGE and body[run_end + 1 : run_end + 2] == "分"
    first = body[start]
    return (
        first in _SHAPED_FIRST
        or body[run_end - 1] == "五"
        or (first in "一半" and "半" in body[start:run_end])
    )


def _set_apart(body: str, start: int, run_end: int) -> Draft | None:
    """A Chinese numeral with blanks in it (三千 八百 九十六 万, 百 分 之 五), read without them.

    None unless it is a sound numeral of several places: a row of single numerals is none.
    """
    following = _NEXT_RUN.match(body, run_end)
    if following is None or (body[start].isdigit() and following[1] not in "分又"):
        return None
    end = min(len(body), start + MAX_LENGTH)
    places = [at for at in range(start, end) if body[at] not in _BLANKS]
    together = "".join(body[at] for at in places)
    match = SHAPED.match(together)
    if match is not None:
        draft = read_shaped(match, together) if match.lastgroup == "share" else None
    else:
        written = number_at(together, 0)
        draft = None if written is None else read_number(written, together)
    if draft is None or draft.value is None or places[draft.end - 1] < run_end:
        return None
    if not _PLACED.search(together[: draft.end]):
        return None
    draft.start, draft.end = start, places[draft.end - 1] + 1
    return draft


def _opens_line(body: str, start: int) -> bool:
    before = body[max(0, start - 4) : start].rstrip(" \t\u3000（(*#")
    return not before or before[-1] == "\n"


def _mark(body: str, start: int) -> Draft:
    """The list mark at ``start``: digits up to the point or blank."""
    end = start
    while body[end].isdigit():
        end += 1
    draft = Draft(start, end, "number", body[start:end])
    draft.kind, draft.evidence = "ordinal", "mark"
    return draft


def _slogan(body: str, start: int, end: int) -> Draft:
    draft = Draft(start, end, "number", body[start:end])
    draft.kind, draft.evidence = "slogan", body[start:end]
    if is_planned(body, end):
        draft.kind = "plan_name"
    return draft


def _overflow(start: int, end: int) -> Draft:
    """A run of numeral signs that no number is as long as (一一一一…)."""
    draft = Draft(start, end, "number", "")
    draft.kind, draft.reason = "other", "overflow"
    return draft


def _is_number(written: Written, body: str) -> bool:
    """Whether numeral signs are a number here, and no part of a word (统一, 一定, 三农)."""
    start, end, words = written.start, written.end, written.numeral
    unit = None if written.unit is None else written.unit.word
    first = words[0]
    if written.low is not None or first.isdigit() or first in "几幾":
        return True
    if not _SINGLE_HAN.match(words):
        if unit == "项" and body[end : end + 1] == "目" and _ONLY_SCALES.match(words):
            return False  # 百亿项目
        return unit is not None or _long_enough(words, body, start, end)
    if words == "拾":
        return False
    if words == "陆" and body[start + 1 : start + 2] in "家地军":
        return False
    after = body[end : end + 1]
    if unit is None:
        if words in "半几幾数數":
            return False
        if len(body) == 1:
            return words not in "万亿萬億"  # nothing but a numeral: a cell of a table
        if after == "号" and words in "一二三四五六七八九十":
            return True
        if body[start - 1 : start] in _TOLD_AS_IT_IS and start and (not after or after in _ENDS):
            return True  # 总数是五
        if after in _CLOSING and words != "零" and body[start - 1 : start] in _OPENING and start and after:
            return True  # “一”和“五”
        return _is_mark(body, start, end, after) or (
            words in "万亿萬億" and body[start - 1 : start] in ("上", "近", "超", "逾", "过")
        )
    if words == "一":
        if unit == "对" and after in "一多":
            return False
        return unit in _ONE_NEEDS and body[start - 1 : start] not in _BEFORE_ONE
    if words in "百千万亿萬億":
        return unit in _SCALE_UNITS
    return True


def _long_enough(words: str, body: str, start: int, end: int) -> bool:
    """Numerals of several signs without a unit: 二十余, 三千五百; not 千万, 一一, 百十."""
    if len(words) < 2 or words in ("千万", "亿万", "一一", "两两", "百千", "千百", "万千"):
        return body[start - 1 : start] in ("超", "近", "逾", "破") and words == "千万"
    if _ONLY_SCALES.match(words):  # 增加值接近万亿
        return body[start - 1 : start] in ("超", "近", "逾", "破", "过") and not body[end : end + 1].isalnum()
    return True


def _is_mark(body: str, start: int, end: int, after: str) -> bool:
    """A list mark: 一、 at the head of a paragraph, (二), 三是 after a stop."""
    if not after:
        return False
    before = body[start - 1 : start] if start else "\n"
    if before in "(（":
        return after in ")）"
    if after == "是" or after == "要":
        return before in "，。；：,;: 、\n\u3000*"
    if after not in _AFTER_MARK:
        return False
    return before in "\n\u3000 \t\r*#"


def _widen(draft: Draft, body: str, floor: int) -> None:
    """Letters written together with digits make a name: T800, 5G, PM2.5, 4A级, x86_64."""
    start, end = draft.start, draft.end
    if not body[start].isascii():
        return
    if draft.unit is not None:
        while start > max(floor, draft.start - 12) and body[start - 1] in _ASCII_WORD:
            start -= 1
        if body[start : draft.start] in _LOOK_ALIKES:
            draft.start, draft.reason = start, "damaged"
            draft.value = draft.value_max = None
        elif body[start : draft.start].isalpha():
            draft.start, draft.kind, draft.evidence = start, "name", "letters"
            draft.value = draft.value_max = draft.unit = None
        return
    left, right = max(floor, start - 12), min(len(body), end + 12)
    while start > left and body[start - 1] in _ASCII_WORD:
        start -= 1
    named = start < draft.start
    while end < right and body[end] in _ASCII_WORD and (named or body[end] != "_"):
        end += 1
    if (
        body[start : draft.start].isdigit()
        or body[draft.end : end].isdigit()
        or (start, end) == (draft.start, draft.end)
    ):
        return
    draft.kind, draft.evidence = "name", "letters"
    if body[draft.end : end] in ("A", "AA", "AAA", "AAAA", "AAAAA") and start == draft.start:
        draft.kind = "ordinal"
        if body[end : end + 1] == "级":
            end += 1
    draft.start, draft.end = start, end
    draft.value = draft.value_max = None


def _spans(pattern: re.Pattern[str], body: str, end: int) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(body):
        yield found.span()
    while True:
        yield (end + 1, end + 2)
