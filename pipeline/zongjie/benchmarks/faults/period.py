"""Plants faults of period and tense.

Clean reports are mostly of whole years; for TM01 to TM03 the report is first given the title of
one for a part of the year.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from zongjie.benchmarks.faults.planted import Change, Make, Planted, inserted, made_of, sentence_end
from zongjie.document import Analysis, Role

_MATTERS = ("河道清淤", "泵站改造", "执法检查", "专题培训", "入户走访", "食堂改造", "档案整理")
_LOOKS_AHEAD = "我们将|[，。]将|(?<![协奋])力争(?!先)|下一步|拟[建定出]"
_NOUNS = ("会议", "培训", "活动", "调研", "演练")


def _a_count(random: Random) -> str:
    return f"{random.choice(_NOUNS)}{random.randint(6, 48)}{random.choice(('次', '场', '期'))}"


def _of_whole_year(random: Random) -> str:
    told = random.choice(
        (
            f"全年共组织{_a_count(random)}",
            f"全年累计开展{_a_count(random)}",
            f"全年完成投资{random.randint(2, 9)}.{random.randint(1, 9)}亿元",
            f"全年先后举办{_a_count(random)}",
            f"全年受理群众来信{random.randint(20, 90)}件",
            f"本年度共召开{_a_count(random)}",
        )
    )
    return f"⟦{told}⟧，成效明显。"


def _of_last_year(year: int) -> Make:
    def make(random: Random) -> str:
        month = random.choice(("3月", "五月", "8月份", "9月", "十一月", "10月底"))
        when = random.choice(("去年", "上年", f"{year - 1}年")) + month
        verb = random.choice(("开展了", "完成了", "组织", "举办了", "集中开展", "顺利完成"))
        return f"⟦{when}{verb}{random.choice(_MATTERS)}⟧，解决问题{random.randint(12, 60)}个。"

    return make


def _of_later(random: Random) -> str:
    when = random.choice(("9月", "10月份", "11月", "十二月", "年底", "12月上旬"))
    told = random.choice(
        ("完成了{}", "召开了{}推进会", "组织了{}", "{}工程建成投用", "{}项目竣工", "{}通过了验收")
    ).format(random.choice(_MATTERS))
    return f"⟦{when}{told}⟧。"


def _part_of_a_year(code: str, sentence: Callable[[int], Make]) -> Change:
    def change(analysis: Analysis, random: Random) -> Planted | None:
        half = as_half_year(analysis)
        at = sentence_end(analysis, random)
        if half is None or at is None or analysis.outline.title is None:
            return None
        text, year = half
        return inserted(code, text, at + len(text) - len(analysis.report.text), sentence(year)(random))

    return change


def as_half_year(analysis: Analysis) -> tuple[str, int] | None:
    """The text under the title of a half-year's report, and its year; None if it has no title or year."""
    title, period = analysis.outline.title, analysis.profile.period
    if title is None or period is None:
        return None
    text, year = analysis.report.text, period.end.year
    return f"{text[: title[0]]}甲山县水务局{year}年上半年工作总结{text[title[1] :]}", year


def _stale_year(analysis: Analysis, random: Random) -> Planted | None:
    at, period = sentence_end(analysis, random, "plan"), analysis.profile.period
    if at is None or period is None:
        return None
    deadline = random.choice(("确保{}年底前", "力争{}年年底前", "{}年底前", "务必于{}年6月底前", "{}年9月前"))
    deed = random.choice(("全部完成", "建成投用", "实现通车", "完成主体工程", "基本完成"))
    is_whole = (period.end.month, period.end.day) == (12, 31)
    said = deadline.format(period.end.year - (not is_whole))
    return inserted("TM05", analysis.report.text, at, f"加快{random.choice(_MATTERS)}，⟦{said}⟧{deed}。")


def _foreign(code: str, into: Role, out_of: Role, words: str) -> Change:
    """Three sentences of another part that hold one of ``words`` take the place of a paragraph."""

    def change(analysis: Analysis, random: Random) -> Planted | None:
        text = analysis.report.text
        said = re.compile(words)
        theirs = [
            text[start:end].strip()
            for start, end in analysis.outline.sentences
            if 16 <= end - start <= 160
            and analysis.body[start:end].rstrip().endswith("。")
            and said.search(analysis.body, start, end)
            and (section := analysis.section_at(start)) is not None
            and section.role == out_of
            and start > section.body_start
        ]
        ours = _paragraphs(analysis, into)
        if len(theirs) < 3 or not ours:
            return None
        start, end = random.choice(ours)
        pasted = "".join(random.sample(theirs, 3))
        return Planted(code, text[:start] + pasted + text[end:], start, start + len(pasted))

    return change


def _paragraphs(analysis: Analysis, role: Role) -> list[tuple[int, int]]:
    """Paragraphs of prose in sections of ``role``, less the heading that they run in with."""
    found = []
    for start, end in analysis.outline.paragraphs:
        section = analysis.section_at(start)
        if section is None or section.role != role:
            continue
        start = max(start, section.body_start + 1)
        while start < end and analysis.body[start] in " \u3000*。.":
            start += 1
        while end > start and analysis.body[end - 1] in " \u3000*\r\n":
            end -= 1
        if 80 <= end - start <= 700 and analysis.body[end - 1] == "。":
            found.append((start, end))
    return found


def _weekday(random: Random) -> str:
    day = date(2025, 1, 1) + timedelta(days=random.randrange(365))
    wrong = "一二三四五六日"[(day.weekday() + random.randint(1, 6)) % 7]
    return f"⟦{day.year}年{day.month}月{day.day}日（星期{wrong}）⟧召开了现场推进会。"


def _done_in_plan(analysis: Analysis, random: Random) -> Planted | None:
    """Three sentences on what was done in the place of a paragraph of the plan."""
    ours = _paragraphs(analysis, "plan")
    if not ours:
        return None
    text = analysis.report.text
    start, end = random.choice(ours)
    told = (
        f"今年已完成{random.choice(_MATTERS)}投资{random.randint(2, 9)}.{random.randint(1, 9)}亿元。",
        f"先后组织了{_a_count(random)}，解决问题{random.randint(12, 90)}个。",
        f"{random.choice(_MATTERS)}进展顺利，已有{random.randint(3, 9)}个乡镇通过了验收。",
        f"一年来办结了群众来信{random.randint(12, 90)}件，群众比较满意。",
        f"建成了便民服务站{random.randint(12, 90)}个，同比增长{random.randint(5, 30)}%。",
    )
    words = "".join(random.sample(told, 3))
    return Planted("TM07", text[:start] + words + text[end:], start, start + len(words))


def _vague_time(analysis: Analysis, random: Random) -> Planted | None:
    """近日 in a report for the file (one that is read to no assembly)."""
    half, at = as_half_year(analysis), sentence_end(analysis, random)
    if half is None or at is None:
        return None
    word = random.choice(("近日", "日前", "前不久", "前些天", "不久前"))
    deed = random.choice(("组织了", "开展了", "完成了")) + random.choice(_MATTERS)
    return inserted("TM10", half[0], at + len(half[0]) - len(analysis.report.text), f"⟦{word}⟧，{deed}。")


def _sentence(code: str, make: Make, role: Role = "achievement") -> Change:
    def change(analysis: Analysis, random: Random) -> Planted | None:
        at = sentence_end(analysis, random, role)
        return None if at is None else inserted(code, analysis.report.text, at, make(random))

    return change


PERIOD: dict[str, Change] = {
    "TM01": _part_of_a_year("TM01", lambda year: _of_whole_year),
    "TM02": _part_of_a_year("TM02", _of_last_year),
    "TM03": _part_of_a_year("TM03", lambda year: _of_later),
    "TM04": _sentence(
        "TM04",
        made_of(
            "⟦2月30日⟧召开了现场推进会。",
            "⟦9月31日⟧完成了设备调试。",
            "⟦13月5日⟧开展了联合检查。",
            "⟦2023年2月29日⟧启动了试点。",
            "⟦六月三十一日⟧组织了演练。",
        ),
    ),
    "TM05": _stale_year,
    "TM06": _foreign(
        "TM06", "achievement", "plan", "我们将|[，。]将|(?<![协奋])力争(?!先)|下一步|拟[建定出]"
    ),
    "TM07": _done_in_plan,
    "TM08": _sentence(
        "TM08",
        made_of(
            "⟦2025年6月至3月⟧开展了专项整治。",
            "⟦2025年8月到5月⟧组织了轮训。",
            "⟦2024年至2021年⟧累计清淤{a}公里。",
        ),
    ),
    "TM09": _sentence("TM09", _weekday),
    "TM10": _vague_time,
}
