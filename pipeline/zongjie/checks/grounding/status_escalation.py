"""GR02 · The draft tells as done what the report only planned or began.

What it flags
    已建成, 建成了, 顺利投用… of a thing of which every source speaks as 拟建, 在建, 筹建, 计划.

Why it matters
    A status raised in the office becomes a false report one level up.

Flagged
    Source 拟建城北水厂 · draft 城北水厂已建成.

Accepted
    年底前建成城北水厂 (a promise); a thing that the report itself calls 建成.

Known misses
    Things named in other words in draft and source.

Source
    checks.tsv GR02.
"""

import re
from collections.abc import Iterator, Sequence

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.grounding.clauses import clause_around, places_of
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="GR02",
    name="status-escalation",
    title="状态升级",
    severity="error",
    flagged=(),
    accepted=(),
    needs="draft",
    about="材料里是“拟建”“在建”“计划”，草稿写成了“已建成”“投用”。",
)

_VERB = r"建成|投用|投产|竣工|完工|通车|落成|完成|获批|启用|开通|出台|交付|挂牌|封顶|投入使用|投入运营"
_DONE = re.compile(
    rf"(?:已经?|现已|业已|均已|全部|顺利|成功)(?:{_VERB})|(?:{_VERB})了|(?:建成|竣工)(?:投用|投产|投入使用|并投入使用)"
)
_FUTURE = re.compile(
    r"将|拟|计划|力争|争取|确保|要|前(?:完成|建成|投用)|推动|加快|预计|目标|待填|如期|尽快|谋划|下一步|年底"
)
_PENDING = re.compile(
    r"拟|筹建|在建|正在|计划|规划|谋划|前期|启动|开工|推进|准备|酝酿|论证|可研|立项|将(?:于|在|要)?|力争|争取|初步"
)
_FINISHED = re.compile(rf"{_VERB}|已|了|落地|运行|运营|使用")
_AHEAD = re.compile(r"拟|计划|力争|争取|确保|将[于在要]?|年底前|下一步|预计")
_SAID_DONE = re.compile(r"(?<!而)已|了(?!解)")  # what a clause that looks ahead must say to tell of a deed
_OBJECT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”《》]{4,16}")


def find(analysis: Analysis, settings: Settings, sources: Sequence[Analysis]) -> Iterator[Alarm]:
    """One alarm a claim."""
    body = analysis.body
    for match in _DONE.finditer(body):
        start, end = clause_around(body, match.start(), match.end())
        if _FUTURE.search(body, start, match.start()):
            continue
        for matter in _matters(body, start, end, match.start(), match.end()):
            pending = _pending(matter, sources)
            if pending is not None:
                sha, place = pending
                yield Alarm(
                    start=match.start(),
                    end=match.end(),
                    zh=f"材料里“{matter}”尚未完成，这里写成“{match.group()}”。请按材料的状态改写。",
                    en=f"The sources do not say that “{matter}” is done, yet here it is "
                    f"“{match.group()}”. Tell its status as they do.",
                    related=(Side(*place, "材料中的状态", "the state in the source", sha),),
                    evidence={"matter": matter, "claim": match.group()},
                )
                break


def _matters(body: str, start: int, end: int, verb_start: int, verb_end: int) -> Iterator[str]:
    """What is done: the words after the verb, or those before it."""
    after, before = body[verb_end:end].lstrip("了"), body[start:verb_start]
    found = _OBJECT.match(after)
    if found:
        yield found.group()
    for found in reversed(list(_OBJECT.finditer(before))):
        yield found.group()
        return


def _pending(matter: str, sources: Sequence[Analysis]) -> tuple[str, tuple[int, int]] | None:
    """A place where a source tells the matter as pending, if none tells it as done."""
    first = None
    for source in sources:
        for place in places_of(matter, source.body):
            start, end = clause_around(source.body, *place)
            around = source.body[start:end]
            section = source.section_at(place[0])
            is_ahead = _AHEAD.search(around) is not None or (section is not None and section.role == "plan")
            finished = _SAID_DONE if is_ahead else _FINISHED
            if finished.search(_PENDING.sub("", around)):
                return None
            if (is_ahead or _PENDING.search(around)) and first is None:
                first = (source.report.source.sha256, place)
    return first
