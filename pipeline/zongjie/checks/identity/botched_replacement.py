"""Two levels stand in one name (县市政协): what replacing a name by hand leaves behind.

What it flags
    县市, 市县, 区县 or 县区 right before the name of one single body (县市政协党组会议,
    区县卫健局班子会), or of the report's own body where it acts at the head of a sentence
    (县市政协还专门举办). One finding a document, with the count and all places.
Why it matters
    It shows that a text was taken over and its names were only half replaced.
Flagged
    「召开⟦县市政协⟧党组会议」
Accepted
    「兄弟县市政协」「各区县教育局局长」「市县两级」: several bodies are meant.
Known misses
    Names whose sequel does not show that one body is meant (县市政协委员).
Source
    Editors' experience; examples are invented.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="ID02",
    name="botched-replacement",
    title="替换残留",
    severity="error",
    flagged=(
        "市政协2024年工作总结\n一、工作情况\n作为⟦县市政协⟧党组会议的重要议题，"
        "学习12次。健全县市政协党组织体系。",
        "甲山县卫健局2024年工作总结\n一、工作情况\n每月召开⟦区县卫健局⟧班子会研究。",
    ),
    accepted=(
        "市政协2024年工作总结\n一、工作情况\n借鉴兄弟县市政协经验做法，邀请各县市政协主席座谈，"
        "市县两级协商联动。",
        "甲山市教育局2024年工作总结\n一、工作情况\n组织各区县教育局局长培训2次，县市区教育局党组书记述职。",
    ),
    about=(
        "“县市政协”“区县卫健局”之类两级连写在一个单位名里，是替换单位名留下的痕迹。并列多家（“各"
        "县市”“兄弟县市政协”）不报。"
    ),
)
_DOUBLE = re.compile(
    r"""(?P<levels> 县市 | 市县 | 区县 | 县区 ) (?! [区市县旗] )
    (?: 政协 | 人大常委会 | 人大 | 法院 | 检察院 | 纪委监委 | 纪委 | 总工会 | 妇联 | 团委 | 工商联 | 残联 |
        文联 | 科协
      | [\u4e00-\u9fff]{1,6}?局 | [\u4e00-\u9fff]{2,4}?(?:委员会|办公室|办|委) )
    (?P<single> (?: 党组 | 党委(?!政府) | 党支部 | 党总支 | 领导班子 | 班子 | 机关 | 主席会议 | 常委会会议 |
        全会 | 干部职工 | 局长 | 院长 )
      (?!书记会|会议制度|都|均|之间) )""",
    re.VERBOSE,
)
# The report's own body as the one who acts: 县市政协还专门举办.
_ACTS = re.compile(
    r"(?P<levels>县市|市县|区县|县区)"
    r"(?P<body>政协|人大|法院|检察院|[\u4e00-\u9fff]{1,6}?局)"
    r"(?P<single>)(?:还|并|又|也|先后|共|累计){0,2}(?:专门|首次|积极|认真)(?!都|均|分别|各)"
)
_CLAUSE_ENDS = "。；;！!\n"
# What stands before when several bodies are meant; 全 of 健全 and 安全 does not count.
_SEVERAL = re.compile(
    r"(?:兄弟|各|其他|其它|(?<![健完安])全|部分|周边|有关|相关|所辖|下辖|辖区|先进|毗邻|两|级|个|省|州|"
    r"[、和与及]|指导|基层|督促|地级|市)$"
)


def _opens_a_clause(body: str, at: int) -> bool:
    before = body[max(0, at - 5) : at].rstrip(" \u3000")
    return not before or before[-1] in _CLAUSE_ENDS


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    body = analysis.body
    own = analysis.profile.organisation or ""
    places = [
        (found.start(), found.start("single"))
        for found in _DOUBLE.finditer(body)
        if not _SEVERAL.search(body[max(0, found.start() - 3) : found.start()])
    ]
    places += [
        (found.start("levels"), found.start("single"))
        for found in _ACTS.finditer(body)
        if own.endswith(found["body"]) and _opens_a_clause(body, found.start())
    ]
    places.sort()
    if not places:
        return
    (start, end), rest = places[0], places[1:]
    name, levels = body[start:end], body[start : start + 2]
    yield Alarm(
        start,
        end,
        zh=(
            f"“{name}”把“{levels[0]}”“{levels[1]}”两级连写在一个单位名里（共{len(places)}处），"
            f"像是替换单位名时留下的，请只留本级。"
        ),
        en=(
            f"“{name}” has two levels in one body's name ({len(places)} places): "
            f"left over from replacing a name; keep one."
        ),
        related=tuple(Side(a, b, "同类写法", "the same form") for a, b in rest),
        evidence={"count": len(places)},
        caveat_zh="若确指县、市两级的多个单位，请写明“各”或“两级”。",
        caveat_en="Where several bodies are meant, say 各 or 两级.",
    )
