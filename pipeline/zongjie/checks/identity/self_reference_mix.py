"""ID05 · The report calls itself by the name of another kind of body.

What it flags
    我局, 本院, 我公司 in a report that else speaks as another kind of body: one finding a report, with
    the counts of all its names for itself.

Why it matters
    The stray one is what remains of the text that the report was made from.

Flagged
    我局 five times and 我院 once; 我局 in the report of a government.

Accepted
    Names for one body (我公司, 我厂, 本集团); words that only look so (本科, 我行我素); quotations; the
    report of several bodies, each of which speaks often enough.

Known misses
    Reports that change the speaker by section.

Source
    checks.tsv ID05.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="ID05",
    name="self-reference-mix",
    title="自称混用",
    severity="warning",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n我局清淤3公里。⟦我院⟧组织培训2次。我局整改隐患5处，本局干部全部下沉。\n",
        "甲山县人民政府工作报告\n一、2023年工作回顾\n我县建成公路3条。⟦我局⟧组织培训2次。\n二、2024年工作安排\n修桥2座。\n",
    ),
    accepted=(
        "甲山纺织有限公司2024年工作总结\n一、主要工作\n我公司完成产值3亿元，本厂职工全部参加培训，我集团纳税2000万元。\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n我局招录本科生3名，群众来信说“我校门前积水没有了”。\n",
    ),
    about="自称前后不一：多数处称“我局”，有一两处称“我院”“本公司”，像是从别处改来的。引语和联合总结不报。",
)
_SELF = re.compile(
    r"[我本](?:(?<=我)(?P<own>局|院(?!士)|校|厅|处|站|厂|公司|集团|中心|支队|大队|委(?!员|托)|街道|社区)"
    r"|(?<=本)(?P<self>局(?!部|面|势|限)|院(?!士)|校|厅|处(?!罚|理|置)|厂|公司|集团|中心(?!组)))"
)
_IN_A_WORD = re.compile("[一-鿿](?<![在由为对向是的和与让])$")  # 资本中心 and the like, before 本
_KIN = (frozenset({"公司", "集团", "厂"}), frozenset({"校", "院"}))
"""What one body may be called by turns: a college 我校 and 我院."""
_KINDS = {
    "government": "政府", "congress": "人大", "consultative": "政协", "court": "院", "procuratorate": "院",
    "school": "校", "hospital": "院", "enterprise": "公司",
}  # fmt: skip
_OPENING, _CLOSING = "“‘「『《", "”’」』》"
_REACH = 40  # characters to an opening quotation mark
_RARE, _SHARE = 2, 4  # a stray name comes twice at most, or a quarter as often as the own one


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """At most one alarm, at the first stray name; silent where two names are both usual."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in _SELF.finditer(analysis.body):
        before = analysis.body[max(0, found.start() - _REACH) : found.start()]
        if not _is_quoted(before) and not (found["self"] and _IN_A_WORD.search(before)):
            places[found["own"] or found["self"]].append(found.span())
    if not places:
        return
    own = _own_word(analysis) or max(places, key=lambda word: len(places[word]))
    most = max(_RARE, len(places.get(own, ())) // _SHARE)
    strays = {word: spans for word, spans in places.items() if not _are_kin(word, own) and len(spans) <= most}
    if strays:
        yield _alarm(analysis, own, places, sorted(span for spans in strays.values() for span in spans))


def _own_word(analysis: Analysis) -> str | None:
    """What the report's own body is called: the end of its name (局, 院, 公司), or by its kind."""
    name = analysis.profile.organisation or ""
    found = re.search("(局|院|校|厅|处|站|厂|公司|集团|中心|支队|大队|委)(?:员会|机关)?$", name)
    return found[1] if found else _KINDS.get(analysis.profile.kind)


def _are_kin(word: str, own: str) -> bool:
    return word == own or any(word in kin and own in kin for kin in _KIN)


def _is_quoted(before: str) -> bool:
    """Whether an opening quotation mark stands before, and no closing one after it."""
    return max(map(before.rfind, _OPENING)) > max(map(before.rfind, _CLOSING))


def _alarm(
    analysis: Analysis, own: str, places: dict[str, list[tuple[int, int]]], strays: list[tuple[int, int]]
) -> Alarm:
    start, end = strays[0]
    word = analysis.body[start:end]
    counts = "、".join(f"“我{name}”{len(spans)}处" for name, spans in places.items())
    body = analysis.profile.organisation or own
    usual = next((spans[0] for name, spans in places.items() if spans[0] not in strays), None)
    sides = [Side(*usual, "通常的自称", "the usual self-naming")] if usual else []
    return Alarm(
        start,
        end,
        zh=f"本单位是“{body}”，这里却自称“{word}”（全篇自称：{counts}），像是从别处的文稿带来的，请统一自称。",
        en=f"The body is {body}, yet here it calls itself {word} (in all: {counts}); make the names agree.",
        related=(*sides, *(Side(a, b, "同类自称", "the same self-naming") for a, b in strays[1:20])),
        evidence={"word": word, "count": len(strays)},
        caveat_zh="联合总结或转述下属单位的话时可以保留。",
        caveat_en="It may stand in a joint report, or where a subordinate body speaks.",
    )
