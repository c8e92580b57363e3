"""Whether a text is a work report (or a plan) at all; in doubt, it is."""

import re

from zongjie.extractors.profile.head import Head

_SAMPLE = 20_000  # characters that are looked at
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_TITLE = re.compile(
    r"总结|汇报|述职|述廉|小结|回顾|要点|计划|打算|安排|思路|规划|方案|进展|[周月季年]报|动态|简报|工作情况|情况通报|Weekly"
    r"|(?<!可行性研究)(?<!检测)(?<!检验)(?<!体检)(?<!实验)(?<!研究)(?<!鉴定)报告"
)
_WORK = re.compile(r"工作|开展|推进|完成|落实|加强|建设|组织|实施|提高|发展|任务|会议|服务|管理|培训|项目")
_TOLD = re.compile(
    r"今年|去年|年度|全年|上半年|下半年|季度|学期|本年|一年|年来|以来|本[周月期]|(?:完成|开展|组织|实现)了|各项工作|[0-9]{4}年|[0-9]{1,2}月"
)
_FORMULA = re.compile(
    r"各位代表|各位委员|我代表.{2,20}报告|请予审议|总结如下|汇报如下|报告如下|特此报告|下一步工作|工作计划|工作总结|"
    r"今年以来|一年来|本月|本周"
)
_NEWS = re.compile(r"新华社|中新网|本报讯|记者|\d{1,2}日电|讯[(（]")
_ARTICLE = re.compile(r"^[ \t\u3000]{0,8}第[一二三四五六七八九十百零]{1,5}条[ \u3000]", re.MULTILINE)
_PAPER = re.compile(r"摘\s?要[:：][^\x00]{20,1500}?关键[词字][:：]")
_OTHER_TITLE = re.compile(
    r"(?:通知|通告|公告|启事|邀请函|批复|决定|合同|协议书?|办法|条例|规定|制度|细则|章程|公约|倡议书?|说明书)[》\s]*$"
)
_LEAST_ARTICLES, _LEAST_PARTIES = 3, 2
_DENSITY, _LEAST_DEEDS = 0.02, 4


def looks_like_report(body: str, head: Head) -> bool:
    """False only for what is surely none: code, a poem, a story, a news item, a law, a contract.

    A genre word in the title or a formula of the genre settles it; otherwise the share of Han
    characters and the density of the words of work decide.
    """
    sample = body[:_SAMPLE]
    if head.title and _TITLE.search(body, *head.title):
        return True
    if _is_of_another_genre(sample) or (head.title and _OTHER_TITLE.search(body, *head.title)):
        return False
    if _FORMULA.search(sample):
        return True
    written = sum(len(run) for run in _HAN.findall(sample))
    if written < 0.15 * max(1, len(sample.split())) or written < 20:
        return False
    if _NEWS.search(sample[:300]) or not _TOLD.search(sample):
        return False
    deeds = len(_WORK.findall(sample))
    return deeds >= _LEAST_DEEDS and deeds / written >= _DENSITY


def _is_of_another_genre(sample: str) -> bool:
    """A law or rules (第一条 第二条), a contract (甲方, 乙方), a paper (摘要, 关键词)."""
    return (
        len(_ARTICLE.findall(sample)) >= _LEAST_ARTICLES
        or min(sample.count("甲方"), sample.count("乙方")) >= _LEAST_PARTIES
        or _PAPER.search(sample[:3000]) is not None
    )
