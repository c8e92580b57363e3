"""What a number expression is (GOLD.md): decided by its shape, its words and its surroundings."""

from datetime import date
from decimal import Decimal

from zongjie.document import QuantityKind
from zongjie.extractors.quantities import cues
from zongjie.extractors.quantities.context import Place
from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.slogans import is_planned, phrase_at
from zongjie.lexicons.numerals import chinese_integer

_DECEMBER = 12
_FAR = 40
_LONG_RUN = 7
_FEW_SIGNS = 2
_CAPACITIES = frozenset(("mass", "volume", "energy"))
_VOLTAGES = frozenset(("伏", "千伏"))
_MARK_SIGNS = 3
_SMALL_HAN = frozenset("一二两三四五六七八九十")
_ASPECTS = frozenset(("方面", "大", "步", "点", "层次", "类", "种"))
_ORDINAL_UNITS = frozenset(("届", "级", "星", "章", "款", "代"))
_TIERS = frozenset("国省市州县区乡镇村")
_NUMERAL_ENDS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百")
_ON_TOP = frozenset("的基")
_VAGUE_HEADS = frozenset("几幾数數")
Decision = tuple[QuantityKind, str | None]


def decide(draft: Draft, place: Place, body: str, period: tuple[date, date] | None) -> Decision:
    """The kind of ``draft`` and the words that decided it."""
    shape = draft.shape
    if draft.kind is not None:
        return draft.kind, draft.evidence
    if shape == "date":
        return "date", None
    if shape == "plan_name":
        return "plan_name", None
    if shape == "ordinal":
        return _ordinal(draft, place, body, period)
    if shape == "masked":
        if body[draft.end - 1] == "年":
            return "date", "masked"
        if body[draft.end - 1] in "大届级":
            return "ordinal", "masked"
        return told(draft, place, body, period)
    if shape == "version":
        return _version(draft, body)
    if shape == "front":
        ranked = cues.RANKED.search(body, max(0, draft.start - 16), draft.start)
        return told(draft, place, body, period) if ranked else ("other", "前")
    if shape == "versus":
        if body[draft.start - 1 : draft.start] not in "为达至到比":
            return "other", "ratio"
        return told(draft, place, body, period)
    if shape == "number":
        fixed = _no_measure(draft, place, body)
        if fixed is not None:
            return fixed
    return told(draft, place, body, period)


def _version(draft: Draft, body: str) -> Decision:
    """4.7.0 is a name, the number of a chapter where it opens a line."""
    opening = body[max(0, draft.start - 4) : draft.start].lstrip("#* \t\u3000")
    if not opening or opening.endswith("\n"):
        return "ordinal", "mark"
    return "name", "version"


def _ordinal(draft: Draft, place: Place, body: str, period: tuple[date, date] | None) -> Decision:
    if draft.dimension != "nth":
        return "ordinal", None
    if body[draft.end - 1] == "个" and cues.NTH_OF.search(body, max(0, draft.start - 6), draft.start):
        rank = chinese_integer(draft.words)
        if rank is not None:
            draft.unit, draft.rank, draft.value, draft.dimension = "个", rank, Decimal(rank), "rank"
            return told(draft, place, body, period)  # 成为全国第17个
    after = body[draft.end : draft.end + 3]
    place_won = draft.unit is not None
    bare = body[draft.end - 1] in _NUMERAL_ENDS
    if not place_won and bare and (not after[:1].isalnum() or after[:1] in "的左和"):
        first = draft.start
        while earlier := cues.RANK_IN_A_ROW.search(body, max(0, first - 8), first):
            first = earlier.start()  # 居全省第4、第10和第18位
        place_won = cues.RANKED.search(body, max(0, first - 16), first) is not None
    if place_won and body[max(0, draft.start - 2) : draft.start] not in ("摆在", "放在", "作为", "置于"):
        rank = chinese_integer(draft.words)
        if rank is not None:
            draft.rank, draft.value, draft.dimension = rank, Decimal(rank), "rank"
            return told(draft, place, body, period)
    if body[draft.end - 1] == "次" and cues.WON.match(body, draft.end) and draft.value is not None:
        draft.unit = "次"  # 第九次获评
        return told(draft, place, body, period)
    draft.unit = None
    if body[draft.end - 1] not in "届次" and cues.NAMED_NTH.match(body, draft.end):
        return "name", after
    return "ordinal", "第"


def _no_measure(draft: Draft, place: Place, body: str) -> Decision | None:
    """Slogans, marks, references and names among the bare numbers; None for a measure."""
    start, end, unit, words = draft.start, draft.end, draft.unit, draft.words
    if place.column is not None and not cues.DAY_IN_DIGITS.fullmatch(words):
        return ("ordinal", "mark") if cues.COLUMN_OF_MARKS.search(place.column) else None
    before, after = body[start - 1 : start], body[end : end + 1]
    han = not words[0].isdigit()
    if han and (length := phrase_at(body, start)):
        return "slogan", body[start : start + length]
    if unit is None:
        bare = _bare(draft, body, before, after, han)
        if bare is not None:
            return bare
    if place.quote is not None:
        quote = body[place.quote[0] : place.quote[1]]
        if quote[0] in "《〈":
            return "name", "《》"
        if han or unit is None or len(quote) <= 8:
            planned = not han or cues.PLANNED.search(quote) is not None or is_planned(body, end)
            return ("plan_name" if planned else "slogan"), quote[:12]
    if not han and unit is None and cues.ROAD.match(body, end):
        return "name", body[end : end + 2]
    if not han and unit is None and cues.NAMED_NUMBER.search(body, max(0, start - 6), start):
        return "name", body[max(0, start - 2) : start]
    if unit is not None:
        return _by_unit(draft, place, body, han)
    return None if han else _plain_figure(draft, body, after)


def _plain_figure(draft: Draft, body: str, after: str) -> Decision | None:
    """Digits with neither unit nor scale: a measure only where a word of level says so."""
    start, end, words = draft.start, draft.end, draft.words
    if draft.value is None or any(c in "万亿百千多余萬億几" for c in words):
        return None
    if cues.PLAN_NUMBER.match(body, end):
        return "plan_name", body[end : end + 4]
    if cues.LEVEL_BEFORE.search(body, max(0, start - 8), start) or (
        "\u4e00" <= after <= "\u9fff" and after not in "版的之与和及"
    ):
        return None
    return ("name", "version") if "." in words else ("other", "bare")


def _bare(draft: Draft, body: str, before: str, after: str, han: bool) -> Decision | None:
    """A number without a unit: list mark, number of a document, telephone, year, name."""
    start, end, words = draft.start, draft.end, draft.words
    if after == "号":
        if before in "〔〕［］[]】)）" or body[start - 3 : start].endswith(("〕", "]", "］")):
            return "reference", "号"
        draft.end += 1
        return "name", "号"
    if before in "〔［[【" and before and after in "〕］]】":
        return "reference", before
    digits = not han and words.isdigit()
    if han:
        if before in "(（" and before and after in ")）" and after:
            return "ordinal", "mark"
        if (
            after == "、"
            and len(words) <= _MARK_SIGNS
            and cues.LINE_HEAD.search(body, max(0, start - 4), start)
        ):
            return "ordinal", "mark"  # 十二、
        if len(words) == 1 and words not in "万亿萬億":
            if words in "零〇":
                return None
            return ("other", "bare") if before in "是为" and before else ("ordinal", "mark")
    elif digits:
        line_head = body[max(0, start - 3) : start].strip(" \t\u3000(（*#")
        if (not line_head or line_head.endswith("\n")) and after in "、.．)） :：" and len(words) <= 3:
            return "ordinal", "mark"
        if before == "#":
            return "reference", "#"
        if before in "(（" and after in ")）" and before and len(words) <= 2:
            return "ordinal", "mark"
        if len(words) >= _LONG_RUN:
            if cues.DAY_IN_DIGITS.fullmatch(words):
                return "date", "digits"
            return "reference", "digits"
        if before == "-" or (after == "-" and body[end + 1 : end + 2].isdigit()):
            return "reference", "-"
        if len(words) == 4 and words[:2] in ("19", "20"):
            return "date", "year"
        if 3 <= len(words) <= 6 and cues.HOTLINE.match(body, end):
            return "reference", body[end : end + 2]
    return None


def _by_unit(draft: Draft, place: Place, body: str, han: bool) -> Decision | None:
    start, end, unit = draft.start, draft.end, draft.unit
    if place.glossary and han and body[end : end + 1] in "：:" and body[end : end + 1]:
        return "slogan", "glossary"  # 三名：名师、名校长
    if unit in ("位", "bit") and cues.BITS.fullmatch(draft.words) and cues.BITS_AFTER.match(body, end):
        return "name", "bits"
    if unit == "次" and han and body[start - 1 : start] in "大协届会委" and cues.MEETING.match(body, end):
        return "ordinal", "会议"
    if unit == "版" and draft.words[:2] in ("19", "20") and len(draft.words) == 4:
        draft.end -= len(body[draft.start : draft.end]) - len(draft.words)
        return "date", "版"
    if unit in ("点", "时") and cues.HOUR.search(body, max(0, start - 4), start):
        return "date", "hour"
    if draft.dimension == "time":
        if unit in ("岁", "周岁"):
            if cues.LIFE.search(body, max(0, start - 24), start):
                return None
            return "other", "condition"
        if cues.CIRCLE.match(body, end):
            return "other", body[end : end + 2]  # 15分钟生活圈
        if unit in ("年", "个月", "天") and cues.PLAN_AFTER.match(body, end):
            return "plan_name", body[end : end + 2]
        if unit in ("年", "周年", "年代", "世纪", "载", "年度"):
            return "date", None
        if cues.DURATION_DEED.search(body, max(0, start - 14), start) or cues.FROM.search(
            body, max(0, start - 14), start
        ):
            return None
        return "date", None
    if unit == "公里" and draft.words == "一" and body[start - 2 : start] in ("最后", "最初", "最先"):
        return "slogan", "最后"
    if unit == "院" and han and len(draft.words) == 1:
        return "name", unit  # 附二院
    tiers = body[start - 1 : start] in _TIERS or cues.TIERS_AFTER.match(body, end)
    if unit == "级" and han and tiers:
        return "other", unit  # 市县两级
    if unit in _ORDINAL_UNITS:
        return "ordinal", unit
    if unit == "期":
        if cues.PERIOD_DEED.search(body, max(0, start - 20), start):
            return None
        return "ordinal", unit
    if unit == "强":
        return "name", unit
    if unit in _ASPECTS and (unit in ("方面", "大") or (han and len(draft.words) <= _FEW_SIGNS)):
        if unit == "大" and cues.PLANNED_GREAT.match(body, end):
            return "plan_name", unit  # 五大工程
        return "other", unit
    if draft.words[0] in _VAGUE_HEADS:
        return "other", "vague"
    if unit == "批" and han:
        return "other", "vague"
    if draft.words[0] in "百千万亿萬億" and body[start - 1 : start] in ("上", "每"):
        return "other", "vague"
    return None


def told(draft: Draft, place: Place, body: str, period: tuple[date, date] | None) -> Decision:
    """Achievement, target, baseline or other, for what is measured or counted."""
    start, end = draft.start, draft.end
    first, _ = place.clause
    near = body[max(first, start - 24) : start]
    opened = "从" in near or "由" in near or "自" in near
    if opened and cues.FROM.search(near) and cues.TO.match(body, end):
        return "baseline", "从…到"
    if "比" in near and cues.THAN_BEFORE.search(body, max(first, start - 8), start):
        return "baseline", "比现有"
    if body[end : end + 1] in _ON_TOP and cues.ON_TOP_OF.match(body, end):
        return "baseline", "基础上"
    aside = _aside(draft, place, body)
    if aside is not None:
        return aside
    before = body[max(place.sentence[0], start - 90) : start]
    if place.glossary:
        done = cues.TOLD_IN_NOTES.search(before)
        return ("achievement", done.group()) if done else ("other", "glossary")
    clause = body[max(first, start - 60) : start]
    role = place.role
    if role == "problem" and (place.plain or cues.SHORTFALL.search(before)):
        return "other", "problem section"
    lead = cues.LEAD.search(before) if "目标" in before else None
    if lead is not None:
        return "target", "预期目标"
    if role == "plan":
        done = cues.PAST.search(clause) or cues.SINCE.search(before)
        told_of = done.group() if done else _year_told(place, before, period)
        if told_of is None or cues.FUTURE.search(clause) or cues.SURE.search(clause):
            return "target", "plan section"
        return "achievement", told_of
    if role in ("achievement", "opening", "problem"):
        before = before[before.rfind("；") + 1 :]
        coming = cues.FUTURE.search(before)
        if coming is not None and not cues.DONE.search(before, coming.end()):
            return "target", coming.group()
        if (ahead := _year_ahead(place, body, start, period)) is not None:
            return "target", ahead
        ahead_of = body[end : end + 40]
        coming = cues.STRIVE.match(ahead_of) if "力争" in ahead_of or "确保" in ahead_of else None
        if coming is not None and not cues.PAST.search(before):
            return "target", coming.group()
    else:
        coming = cues.PROMISE.search(before)
        if coming is not None and not cues.PAST.search(before) and not cues.GROWN.search(before):
            return "target", coming.group()
    return _earlier(clause, place, period) or ("achievement", None)


def _year_told(place: Place, before: str, period: tuple[date, date] | None) -> str | None:
    """A year that the sentence tells of and that is over: 1980年同1952年相比."""
    if place.year is None or period is None or cues.SURE.search(before):
        return None
    over = period[1].year if period[1].month == _DECEMBER else period[1].year - 1
    return str(place.year) if place.year <= over else None


def _year_ahead(place: Place, body: str, start: int, period: tuple[date, date] | None) -> str | None:
    """A year that the sentence tells of and that is after the report's own, nothing told as done since."""
    if place.year is None or period is None or not period[1].year < place.year < period[1].year + _FAR:
        return None
    first, last = place.clause
    before = max(place.year_at, first, start - 90)
    done = cues.PAST.search(body, before, min(last, start + 30)) or cues.FINISHED.search(body, before, start)
    return None if done else str(place.year)


def _earlier(clause: str, place: Place, period: tuple[date, date] | None) -> Decision | None:
    """A result of a period before the report's own: 去年召开13次 in a half-year report."""
    if period is None or "年" not in clause:
        return None
    first, last = period
    year = cues.LAST_YEAR.search(clause)
    if year is not None and last.month < 12 and not cues.COMPARED.search(clause, 0, year.start()):
        if "以来" not in clause and not cues.COMPARED.search(clause, year.end()):
            return "baseline", year.group()
        return None
    told_of = place.year
    if told_of is None or told_of >= first.year or place.year_at < place.clause[0] or "以来" in clause:
        return None
    return "baseline", str(told_of)


def _aside(draft: Draft, place: Place, body: str) -> Decision | None:
    """Conditions, rules, enumerations and counts of things named: kind other."""
    start, end = draft.start, draft.end
    if body[end : end + 1] == "级" and draft.unit is not None:
        return "other", "级"
    if draft.unit is not None and cues.BARE_SCALES.fullmatch(draft.words) and cues.CONDITION.match(body, end):
        return "other", "以上"  # 202个亿元以上产业项目
    if draft.unit in _VOLTAGES and body[end : end + 1].isalpha():
        return "other", "class"  # 500千伏电力外送通道
    bare = draft.dimension == "energy" or cues.BARE_SCALES.fullmatch(draft.words) is not None
    if bare and draft.dimension in ("energy", "money", "mass") and cues.CLASS.match(body, end):
        return "other", "class"  # 百亿元产业链, 11万伏变电站
    if place.role == "plan" and draft.dimension in _CAPACITIES and cues.PLANT.match(body, end):
        return "other", "class"  # 80万吨煤焦油加工项目
    if draft.dimension not in ("ratio", "nth", "rank"):
        condition = cues.CONDITION.match(body, end)
        if condition is not None and _number_follows(body, condition.end(), place.clause[1]):
            return "other", condition.group()
        each = cues.EACH.search(body, max(place.clause[0], start - 10), start)
        if (
            each is not None
            and not cues.LEVEL_REACHED.search(body, max(place.clause[0], each.start() - 8), start)
            and not (place.role == "plan" and cues.DEMAND.search(body, each.start(), start))
        ):
            return "other", each.group()
    if draft.dimension != "count" or draft.shape != "number":
        return None
    words = draft.words
    if words in _SMALL_HAN and draft.unit == "件" and cues.MATTER.match(body, end):
        return "other", "named"  # 两件大事
    if words in _SMALL_HAN and draft.unit == "个" and cues.VOWS.match(body, end):
        return "slogan", body[end : end + 6]  # 实现两个“确保”
    if cues.ASPECT.match(body, end):
        return "other", body[end : end + 2]
    if words in _SMALL_HAN:
        before = (max(place.clause[0], start - 16), start)
        if cues.NAMES_A_LIST.search(body, *before):
            return "other", "named"
        if words == "一":
            found = cues.ONE_DEED.search(body, *before)
            return None if found else ("other", "article")
        if not cues.DEED.search(
            body, max(place.clause[0], start - 30), start
        ) and not cues.RESULT_AFTER.match(body, end):
            return "other", "named"
    return None


def _number_follows(body: str, start: int, end: int) -> bool:
    item = body[start : min(end, start + 16)].partition("、")[0]
    return any(c.isdigit() or c in "两三四五六七八九十百" for c in item)
