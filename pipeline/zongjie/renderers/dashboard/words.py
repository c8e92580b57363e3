"""The words of the dashboard in Chinese and English."""

from zongjie.renderers.ledger.words import STATUS

_PAGE = {
    "title": ("报告档案", "The archive of reports"),
    "counts": (
        "{:,} 份报告，{:,} 个单位，{:,} 个指标数字，{:,} 项承诺。"
        "图上、表里每个数字都能点开，看它出自哪句话。",
        "{:,} reports of {:,} bodies, {:,} figures of indicators, {:,} promises. "
        "Every number of a chart or table opens the sentence it comes from.",
    ),
    "evidence": ("原文", "Sentences"),
    "click": (
        "点图上的柱、点，或表里的数字，这里就列出原文。",
        "Click a bar, a point or a number of a table.",
    ),
    "body": ("单位", "Body"),
    "body_hint": ("名称，回车添加", "name, Enter adds it"),
    "from": ("从（年）", "From"),
    "to": ("到（年）", "To"),
    "theme": ("主题", "Theme"),
    "metric": ("指标", "Metric"),
    "reset": ("全部", "All"),
    "reports": ("每年的报告", "Reports by year"),
    "reports_about": (
        "按报告所说的年份；重复收录的只算一份。",
        "By the year told; second copies are not counted.",
    ),
    "themes": ("主题的消长", "Themes over time"),
    "themes_about": (
        "各主题占报告正文的比例，所选报告的平均。",
        "Share of the text, averaged over the chosen reports.",
    ),
    "metric_chart": ("指标走势", "A metric over time"),
    "metric_chart_about": (
        "不选单位时是各单位的中位数，上下四分之一之间着色；选了单位，各画一条线。",
        "Without a body: the median of all, the middle half shaded. With bodies: a line each.",
    ),
    "promises": ("承诺的下落", "What became of promises"),
    "promises_about": (
        "上一年报告的承诺，本年报告怎么说。",
        "The last report's promises in this year's report.",
    ),
    "rank": ("各单位最近一年", "The latest of each body"),
    "rank_about": ("所选指标，从大到小。", "The chosen metric, largest first."),
    "problems": ("年年都提的问题", "Problems that come back"),
    "problems_about": ("三份以上报告都承认的同一短板。", "One shortfall admitted in three reports or more."),
    "notes": ("对不上的数字", "Figures that do not fit"),
}
_SCRIPT = {
    "none": ("没有。", "None."),
    "more": ("还有 {0} 条。", "{0} more."),
    "size": ("{0} 字，{1} 个成果数字", "{0} characters, {1} achievements"),
    "reports": ("份报告", "reports"),
    "reportsOf": ("{0} 年的报告", "Reports of {0}"),
    "themeOf": ("{0}，{1} 年", "{0}, {1}"),
    "median": ("{0} 个单位的中位数", "median of {0}"),
    "quartiles": ("线：中位数；色带：中间一半的单位。", "Line: median; band: the middle half."),
    "promisesOf": ("{0} 年：{1}", "{0}: {1}"),
    "otherSide": ("另一处", "The other telling"),
    "noteCount": (
        "{0} 处。只出示两边原文，不判谁对。",
        "{0} places. Both tellings are shown; neither is judged right.",
    ),
    "allThemes": ("全部主题", "all themes"),
    "cannot": ("浏览器打不开数据：", "The browser cannot unpack the data:"),
}
_LISTS: dict[str, tuple[list[str], list[str]]] = {
    "rankHeads": (["单位", "年份", "数值"], ["Body", "Year", "Value"]),
    "noteHeads": (
        ["单位", "年份", "指标", "数值", "种类", "说明"],
        ["Body", "Year", "Metric", "Value", "Kind", "Note"],
    ),
    "problemHeads": (["单位", "几份报告", "最近一次的说法"], ["Body", "Reports", "Latest wording"]),
}
_NOTES = {
    "restated": ("改了口", "restated"),
    "base": ("与上年对不上", "base does not fit"),
    "stale": ("照抄上年", "as the year before"),
    "magnitude": ("量级异常", "out of range"),
}


def words(lang: str) -> dict[str, str]:
    """The words that stand in the page."""
    return {key: both[lang == "en"] for key, both in _PAGE.items()}


def script_words(lang: str) -> dict[str, object]:
    """The words that its script needs."""
    at = lang == "en"
    return {
        "lang": lang,
        **{key: both[at] for key, both in _SCRIPT.items()},
        **{key: lists[at] for key, lists in _LISTS.items()},
        "notes": {key: both[at] for key, both in _NOTES.items()},
        "status": [STATUS[key][at] for key in ("done", "partly", "missed", "unclear", "not_mentioned")],
    }
