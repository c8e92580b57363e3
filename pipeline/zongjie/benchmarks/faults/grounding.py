"""Plants faults of a draft against the report it rests on.

The draft is a short plan made of sentences of the report's own plan, one of them damaged; the
report as it stands is the source.
"""

import re
from random import Random

from zongjie.benchmarks.faults.planted import Change, Planted, inserted, sentence_end
from zongjie.document import Analysis
from zongjie.lexicons.places import gazetteer

_TITLE = "甲山县水务局工作计划\n\n一、重点任务\n"
_FIGURE = re.compile(r"(?<![\d.第“])[1-9]\d{1,3}(?=[个项家条座场次人公里万亿%])(?!年)")
_PENDING = re.compile(
    r"(?:开工建设|谋划建设|规划建设|加快建设|推进|启动)(?P<thing>[一-鿿]{4,12}?(?:项目|工程|基地|园区|中心|公路|水库))"
)
_HOPED = re.compile(r"(?:力争|争取|探索)(?P<matter>[一-鿿]{6,16})(?=[，。；])")
_FINISHED = "建成|投用|竣工|完工|通车|完成|获批|启用|投产|已|了"


def _draft(analysis: Analysis, random: Random) -> list[str]:
    """Two sentences of the report's plan."""
    said = [
        analysis.report.text[start:end].strip()
        for start, end in analysis.outline.sentences
        if 16 <= end - start <= 120
        and analysis.body[end - 1 : end] == "。"
        and (section := analysis.section_at(start)) is not None
        and section.role == "plan"
        and start > section.body_start
    ]
    return random.sample(said, 2) if len(said) >= 2 else []


def _with(code: str, analysis: Analysis, random: Random, marked: str) -> Planted | None:
    sentences = _draft(analysis, random)
    if not sentences:
        return None
    before = _TITLE + sentences[0]
    made = inserted(code, before + sentences[1] + "\n", len(before), marked)
    return Planted(code, made.text, made.start, made.end, source=analysis.report.text)


def _other_number(analysis: Analysis, random: Random) -> Planted | None:
    """A sentence of the plan with a figure that the report does not hold."""
    text = analysis.report.text
    places = [
        (start, end, found)
        for start, end in analysis.outline.sentences
        if end - start <= 120
        and (section := analysis.section_at(start)) is not None
        and section.role == "plan"
        and (found := _FIGURE.search(text, start, end))
    ]
    if not places:
        return None
    start, end, found = random.choice(places)
    free = [n for n in range(11, 9999, 7) if str(n) not in text and n % 10]
    words = str(random.choice(free))
    unit = re.match("个百分点|万[亿元人亩吨户]?|亿元|公里|[一-鿿%]", text[found.end() :])
    fault = words + (unit.group() if unit else "")
    rest = text[found.end() + len(unit.group() if unit else "") : end]
    return _with("GR01", analysis, random, f"{text[start : found.start()].strip()}⟦{fault}⟧{rest.strip()}")


def _told_as_built(analysis: Analysis, random: Random) -> Planted | None:
    """A thing that the report only plans or builds."""
    body = analysis.body
    things = [
        found["thing"]
        for found in _PENDING.finditer(body)
        if body.count(found["thing"]) == 1
        and not re.search(_FINISHED, body[max(0, found.start() - 40) : found.end() + 40])
    ]
    if not things:
        return None
    done = random.choice(("已建成", "顺利投用", "建成了", "已经竣工"))
    return _with("GR02", analysis, random, f"{random.choice(things)}⟦{done}⟧，群众受益。")


def _promised_for_sure(analysis: Analysis, random: Random) -> Planted | None:
    """What the report hopes for."""
    body = analysis.body
    matters = [found["matter"] for found in _HOPED.finditer(body) if body.count(found["matter"]) == 1]
    if not matters:
        return None
    return _with("GR03", analysis, random, f"⟦{random.choice(('确保', '务必'))}⟧{random.choice(matters)}。")


def _unheard_of(analysis: Analysis, random: Random) -> Planted | None:
    """An honour, a document or a place that the report does not name."""
    text = analysis.report.text
    away = random.choice([p.name for p in gazetteer().living() if p.level == "县" and len(p.name) == 3])
    named = (
        f"落实《⟦甲山县{random.choice(('取水', '养犬', '停车'))}管理条例⟧》，规范执法行为。",
        f"争创⟦省级{random.choice(('节水', '双拥', '慈善'))}示范县⟧，擦亮工作品牌。",
        f"与⟦{away}⟧共建联防联控机制。",
    )
    marked = random.choice(named)
    fault = marked[marked.index("⟦") + 1 : marked.index("⟧")]
    return None if fault in text else _with("GR04", analysis, random, marked)


def _slot(analysis: Analysis, random: Random) -> Planted | None:
    at = sentence_end(analysis, random, "plan")
    slot = random.choice(("【待填：期数】", "【核对：请确认本级】", "【待填：家数，上年12家】"))
    return None if at is None else inserted("GR06", analysis.report.text, at, f"培训骨干⟦{slot}⟧。")


GROUNDING: dict[str, Change] = {
    "GR01": _other_number,
    "GR02": _told_as_built,
    "GR03": _promised_for_sure,
    "GR04": _unheard_of,
    "GR06": _slot,
}
