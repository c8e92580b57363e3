"""Plants faults of whose report it is: level, names, places, sessions, the file's name."""

import re
from random import Random

from zongjie.benchmarks.faults.planted import Change, Make, Planted, inserted, made_of, replaced, sentence_end
from zongjie.document import Analysis
from zongjie.lexicons.places import gazetteer

_BELOW = {"省": ("县", "市"), "市": ("县",), "县": ("镇", "乡")}
_ASSEMBLY = re.compile(
    r"(?P<term>[一二三四五六七八九十]{1,3})届\s?(?:人民代表大会|人大)\s?第?(?P<session>[一二三四五六七])次会议"
)
_HEAD = 1500


def _lower_level(analysis: Analysis, random: Random) -> Planted | None:
    """One 我市 becomes 我县, or a sentence comes in that speaks for a lower level."""
    level = analysis.profile.level
    if level not in _BELOW:
        return None
    wrong, text = random.choice(_BELOW[level]), analysis.report.text
    own = [found.start() for found in re.finditer(f"我{level}(?![级直委政])", analysis.body)]
    if own and random.random() < 0.5:
        start = random.choice(own)
        return replaced("ID01", text, start, start + 2, f"我{wrong}")
    at = sentence_end(analysis, random)
    if at is None:
        return None
    told = random.choice(
        (
            f"事关⟦我{wrong}⟧发展全局的重大项目全部开工。",
            f"形成调研报告{random.randint(3, 9)}篇，⟦为{wrong}委、{wrong}政府决策⟧提供了参考。",
            f"⟦我{wrong}⟧全年完成水库除险加固{random.randint(3, 9)}座。",
            f"经验做法在全省推广，⟦我{wrong}⟧作了交流发言。",
        )
    )
    return inserted("ID01", text, at, told)


def _foreign(analysis: Analysis, random: Random) -> Planted | None:
    """A self-referring phrase with a place of another province, or with one of no gazetteer."""
    at = sentence_end(analysis, random, random.choice(("achievement", "plan")))
    own = next((e.value for e in analysis.profile.evidence if e.field == "place"), None)
    if at is None or own is None:
        return None
    home = _provinces(own)
    away = [
        place.short
        for place in gazetteer().living()
        if place.level != "省" and place.province not in home and not place.common and len(place.short) == 2
    ]
    if not home:
        return None
    name = random.choice(away) if random.random() < 0.7 else random.choice(("乙水", "丙岭", "丁溪", "戊阳"))
    told = random.choice(
        (
            "助力美丽幸福⟦{}⟧建设。",
            "为建设开放包容、富裕和谐的美丽⟦{}⟧贡献了力量。",
            "为⟦{}⟧高质量发展作出了新的更大贡献。",
            "奋力谱写中国式现代化⟦{}⟧新篇章。",
            "为打造富强美丽⟦{}⟧注入了新动能。",
        )[: 2 if name in ("乙水", "丙岭", "丁溪", "戊阳") else 5]
    )
    return inserted("ID03", analysis.report.text, at, told.format(name))


def _provinces(name: str) -> set[str]:
    parts = gazetteer().parts(name) or (name,)
    return {place.province for part in parts for place in gazetteer().named(part)}


def _under_the_wrong_one(random: Random) -> str:
    """A prefecture under another province, or a county under another prefecture."""
    living = gazetteer().living()
    above = random.choice([p for p in living if p.level != "县" and len(p.name) > 2 and p.name[-1] in "省市"])
    rank = "市" if above.level == "省" else "县"
    away = [p for p in living if p.level == rank and p.province != above.province and len(p.name) > 2]
    below = random.choice(
        [p for p in away if above.province not in {q.province for q in gazetteer().named(p.short)}]
    )
    told = random.choice(
        ("先后赴⟦{}⟧学习先进做法。", "组团赴⟦{}⟧对接项目。", "邀请⟦{}⟧客商来访。", "与⟦{}⟧签订协议。")
    )
    return told.format(above.name + below.name)


def _other_self(analysis: Analysis, random: Random) -> Planted | None:
    at = sentence_end(analysis, random)
    name = analysis.profile.organisation or ""
    words = [word for word in ("我局", "我院", "我校", "本公司", "本院", "我厂") if word[-1] not in name[-2:]]
    if analysis.profile.kind == "enterprise":
        words = ["我局", "我校"]
    if at is None:
        return None
    told = random.choice(("⟦{}⟧组织培训{}次。", "在此过程中，⟦{}⟧派出骨干{}名。", "⟦{}⟧整改隐患{}处。"))
    return inserted(
        "ID05", analysis.report.text, at, told.format(random.choice(words), random.randint(3, 40))
    )


_BUREAUS = (
    ("住房和城乡建设局", "住房与城乡建设局", "住建局"),
    ("人力资源和社会保障局", "人力资源与社会保障局", "人社局"),
    ("自然资源和规划局", "自然资源与规划局", "自规局"),
    ("文化和旅游局", "文化与旅游局", "文旅局"),
    ("发展和改革委员会", "发展与改革委员会", "发改委"),
    ("工业和信息化局", "工业与信息化局", "工信局"),
)


def _two_names(analysis: Analysis, random: Random) -> Planted | None:
    first, second = sentence_end(analysis, random), sentence_end(analysis, random)
    if first is None or second is None or first >= second:
        return None
    official, wrong, short = random.choice(_BUREAUS)
    other = random.choice((wrong, short))
    where = random.choice("市县区")
    once = f"会同{where}{official}排查{random.randint(3, 40)}次。"
    text = analysis.report.text
    return inserted(
        "ID06", text[:first] + once + text[first:], second + len(once), f"联合{where}⟦{other}⟧开展了督查。"
    )


def _two_ranks(analysis: Analysis, random: Random) -> Planted | None:
    first, second = sentence_end(analysis, random), sentence_end(analysis, random)
    if first is None or second is None or first >= second:
        return None
    name = random.choice(("李明", "王建国", "陈晓红", "周涛", "赵志强", "刘芳"))
    office = random.choice(("局长", "院长", "校长", "主席", "所长"))
    ways = [f"副{office}{name}", f"{office}{name}", f"{name}副{office}", f"{name}{office}"]
    before, after = random.choice(((0, 1), (1, 0), (2, 3), (3, 2), (0, 3), (2, 1)))
    once = f"{ways[before]}带队检查{random.randint(3, 9)}次。"
    text = analysis.report.text
    return inserted(
        "ID07",
        text[:first] + once + text[first:],
        second + len(once),
        f"年中，⟦{ways[after]}⟧主持召开推进会。",
    )


def _session(analysis: Analysis, random: Random) -> Planted | None:
    """What the session before decided is told of the session reported to, or of a later one."""
    given = _ASSEMBLY.search(analysis.body, 0, _HEAD)
    at = sentence_end(analysis, random)
    if given is None or at is None or at < given.end():
        return None
    session = "一二三四五六七".index(given["session"]) + random.randint(1, 2)
    if session > 6:
        return None
    quoted = f"⟦{given['term']}届人大{'一二三四五六七'[session]}次会议⟧"
    told = random.choice(
        ("圆满完成了{}确定的目标任务。", "{}以来，办结代表建议{}件。", "认真落实了{}作出的决议。")
    )
    return inserted("ID08", analysis.report.text, at, told.format(quoted, random.randint(20, 90)))


def _misfiled(analysis: Analysis, random: Random) -> Planted | None:
    """The text as it is, in a file named for another place or year; the place where it says its own."""
    told = {e.field: e for e in reversed(analysis.profile.evidence)}
    period, place = analysis.profile.period, told.get("place")
    if place is None or period is None or "period" not in told:
        return None
    text, year = analysis.report.text, period.end.year
    home = _provinces(place.value)
    if random.random() < 0.7:
        away = [
            p.name
            for p in gazetteer().living()
            if p.level != "省" and p.province not in home and not p.common
        ]
        name = f"{random.choice(away)}{year}{random.choice(('', '年政府工作报告', '工作总结'))}.txt"
        return Planted("ID09", text, place.start, place.end, name)
    wrong = random.choice((period.start.year - 3, year + 3, year + 5))
    name = f"{place.value}{wrong}年工作报告.txt"
    return Planted("ID09", text, told["period"].start, told["period"].end, name)


def _sentence(code: str, make: Make) -> Change:
    def change(analysis: Analysis, random: Random) -> Planted | None:
        at = sentence_end(analysis, random)
        return None if at is None else inserted(code, analysis.report.text, at, make(random))

    return change


IDENTITY: dict[str, Change] = {
    "ID01": _lower_level,
    "ID02": _sentence(
        "ID02",
        made_of(
            "年初召开了⟦区县卫健局⟧班子会议研究落实。",
            "年内完成了⟦县市教育局⟧党组换届。",
            "作为⟦县市政协⟧党组会议的重要议题学习{n}次。",
            "⟦市县法院⟧党组专题研究{n}次。",
            "修订了⟦县区人社局⟧机关考勤办法。",
        ),
    ),
    "ID03": _foreign,
    "ID04": _sentence("ID04", _under_the_wrong_one),
    "ID05": _other_self,
    "ID06": _two_names,
    "ID07": _two_ranks,
    "ID08": _session,
    "ID09": _misfiled,
}
