"""WD05 · A number with a measure word that its noun cannot take.

What it flags
    Things counted as persons (走访企业120名, 开工项目8人次) and persons counted as things (慰问老党员30项,
    选派干部12座), where noun, number and measure word stand side by side and end the clause.

Why it matters
    The row of a table slipped, or a figure was pasted into another sentence.

Flagged
    走访企业120名，… · 开工项目8人次。

Accepted
    企业家120名; 培训企业职工320人次; 跻身民营企业前500名; 服务群众12项实事; 受理群众来信30件.

Known misses
    Nouns that are not on the list; measure words of one kind for another (台 for 辆).

Source
    checks.tsv WD05. The nouns and measure words are the commonest of reports, not a table of all.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.figures.numerals import written
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="WD05",
    name="measure-word",
    title="量名搭配",
    severity="warning",
    flagged=(
        "甲山县工信局2024年工作总结\n一、主要工作\n走访⟦企业120名⟧，新开工⟦项目8人次⟧。慰问⟦老党员30项⟧。\n",
    ),
    accepted=(
        "甲山县工信局2024年工作总结\n一、主要工作\n走访企业家120名，培训企业320人次，开工项目8个，慰问老党员30名。"
        "服务群众12项实事，受理群众30件来信，企业综合排名前进5名。\n",
    ),
    about=(
        "量词和前面的名词搭配不上：把企业、项目数成“名”“人次”，把干部、群众数成“项”“座”。多半是数字贴错了地方。"
    ),
)

_OF_PERSONS = frozenset({"名", "人次", "人"})
_OF_THINGS = frozenset({"项", "座", "条", "台", "辆", "幢", "栋", "公里", "亩", "份", "篇", "吨"})
_THING = re.compile(
    r"(?:走访|引进|新增|培育|开工|新开工|建设|实施|新建|改造|签约|竣工|落地|建成|储备|谋划|关停|认定|获批)"
    r"(?:[\u4e00-\u9fff]{0,6}?)(?P<noun>企业|公司|项目|工程|道路|桥梁|车间|园区|厂房|水库|泵站|公园)$"
)
_PERSON = re.compile(
    r"(?<![\u4e00-\u9fff]的)(?P<noun>(?:老|困难|优秀|基层|青年|专职|特困)?(?:党员|干部|职工|教师|医生|护士|学生|志愿者|网格员|民警|党务工作者))$"
)
_ENDS = "，。；、\n）"
_REACH = 18  # characters before the number in which noun and verb stand


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a number."""
    body = analysis.body
    for one in analysis.quantities:
        of_persons = one.unit in _OF_PERSONS
        if not (of_persons or one.unit in _OF_THINGS) or body[one.end : one.end + 1] not in _ENDS:
            continue
        if (
            one.rank is not None
            or one.change is not None
            or one.kind not in ("achievement", "target", "other")
        ):
            continue
        noun = (_THING if of_persons else _PERSON).search(body, max(0, one.start - _REACH), one.start)
        if noun is None:
            continue
        start = noun.start("noun")
        yield Alarm(
            start=start,
            end=one.end,
            zh=f"“{noun['noun']}”不用“{one.unit}”来数（{written(analysis, one)}），"
            "请核对数字是否放错了地方。",
            en=f"{noun['noun']} are not counted by {one.unit} ({written(analysis, one)}); "
            "check whether the figure belongs here.",
            evidence={"noun": noun["noun"], "measure": one.unit or ""},
        )
