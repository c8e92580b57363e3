"""The words of the pages: what kinds, roles and severities are called, in both languages."""

from collections.abc import Mapping

SEVERITY = {"error": ("错误", "error"), "warning": ("警告", "warning"), "note": ("提示", "note")}

ROLE = {
    "opening": ("导语", "opening"),
    "achievement": ("成绩", "achievement"),
    "problem": ("问题", "problem"),
    "plan": ("计划", "plan"),
    "closing": ("结语", "closing"),
    "other": ("其他", "other"),
}

BODY = {
    "government": ("政府", "government"),
    "congress": ("人大", "people's congress"),
    "consultative": ("政协", "CPPCC"),
    "court": ("法院", "court"),
    "procuratorate": ("检察院", "procuratorate"),
    "department": ("部门", "department"),
    "township": ("乡镇街道", "township"),
    "enterprise": ("企业", "enterprise"),
    "school": ("学校", "school"),
    "hospital": ("医院", "hospital"),
    "personal": ("个人", "personal"),
    "plan": ("计划", "plan"),
    "unknown": ("未知", "unknown"),
}

LEVEL = {
    "国": ("国家级", "national"),
    "省": ("省级", "provincial"),
    "市": ("市级", "city"),
    "县": ("县级", "county"),
    "乡": ("乡级", "township"),
    "单位": ("单位", "unit"),
    "个人": ("个人", "person"),
}

KIND = {
    "achievement": ("成果", "achievement"),
    "target": ("目标", "target"),
    "baseline": ("基数", "baseline"),
    "date": ("日期", "date"),
    "ordinal": ("届次序号", "ordinal"),
    "slogan": ("提法", "slogan"),
    "plan_name": ("规划名", "plan name"),
    "name": ("名称", "name"),
    "reference": ("文号编号", "reference"),
    "other": ("其他数字", "other number"),
}

BOUND = {
    "exact": ("", ""),
    "about": ("约", "about "),
    "more_than": ("超过", "over "),
    "less_than": ("不足", "under "),
    "at_least": ("至少", "at least "),
    "at_most": ("至多", "at most "),
}

REMOVED = {
    "site_title": ("网站标题", "site title"),
    "byline": ("署名行", "byline"),
    "blurb": ("编者导语", "blurb"),
    "tail": ("页尾残留", "tail"),
    "page_furniture": ("页面零件", "page furniture"),
}

FIELD = {
    "organisation": ("单位", "organisation"),
    "kind": ("类别", "kind"),
    "level": ("层级", "level"),
    "places": ("地方", "places"),
    "place": ("地方", "place"),
    "bodies": ("机构", "bodies"),
    "body": ("机构", "body"),
    "sessions": ("届次", "sessions"),
    "session": ("届次", "session"),
    "period": ("期间", "period"),
    "title": ("标题", "title"),
}

SENTENCE = {"measure": ("措施", "measure"), "target": ("目标", "target"), "frame": ("框架", "frame")}

PART = {
    "who": ("单位", "who"),
    "period": ("期间", "period"),
    "figures": ("关键数字", "key figures"),
    "achievements": ("成绩", "achievements"),
    "achievement": ("成绩", "achievements"),
    "problems": ("问题", "problems"),
    "problem": ("问题", "problems"),
    "plan": ("计划", "plan"),
}


def word(table: Mapping[str, tuple[str, str]], key: str | None, lang: str) -> str:
    """The word for ``key``, or ``key`` itself where the table has none.

    >>> word(SEVERITY, "error", "zh"), word(SEVERITY, "error", "en"), word(PART, "体会", "en")
    ('错误', 'error', '体会')
    """
    if key is None:
        return ""
    zh, en = table.get(key, (key, key))
    return en if lang == "en" else zh
