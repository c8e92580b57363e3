"""Whether a text is a work report at all; in doubt, it is."""

import re

from zongjie.extractors.profile.head import Head

_SAMPLE = 20_000  # characters that are looked at
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WORK = re.compile(r"工作|开展|推进|完成|落实|加强|建设|组织|实施|提高|发展|任务|会议|服务|管理|培训|项目")
_FORMULA = re.compile(
    r"各位代表|各位委员|我代表|请予审议|总结如下|汇报如下|报告如下|特此报告|下一步工作|工作计划|工作总结|"
    r"今年以来|一年来|本月|本周"
)
_NEWS = re.compile(r"新华社|中新网|本报讯|记者|\d{1,2}日电|讯[(（]")


def looks_like_report(body: str, head: Head) -> bool:
    """False only for what is surely none: code, a poem, a story, a news item.

    A genre word in the title or a formula of the genre settles it; otherwise the share of Han
    characters and the density of the words of work decide.
    """
    sample = body[:_SAMPLE]
    if head.title or _FORMULA.search(sample):
        return True
    written = sum(len(run) for run in _HAN.findall(sample))
    if written < 0.15 * max(1, len(sample.split())) or written < 20:
        return False
    if _NEWS.search(sample[:300]):
        return False
    return len(_WORK.findall(sample)) / written >= 0.008
