"""The checks of the catalogue that there are none of, and why; printed by ``zongjie checks``."""

LEFT_OUT: dict[str, tuple[str, str]] = {
    "DU03": ("要比对多份报告，见 zongjie repeats", "compares many reports: see zongjie repeats"),
    "DU04": ("要比对多份报告，见 zongjie repeats", "compares many reports: see zongjie repeats"),
    "DU05": (
        "套话多少没有对错，篇篇都有；DU01、DU02 已把套话除外",
        "set phrases are no fault and stand in every report; DU01 and DU02 leave them out",
    ),
    "GR05": ("要对照上年报告，见 zongjie ledger", "compares two years: see zongjie ledger"),
    "NM08": ("要有本级历年数据才知道量级", "needs the figures of many reports of the same level"),
    "NM11": ("要对照上年报告", "compares two years' reports"),
    "NM12": ("要对照上年报告", "compares two years' reports"),
    "NM16": (
        "“多场”“一批”是常用说法：抽查的 300 份真实报告里 294 份有",
        "多场, 一批 are common wording: 294 of 300 real reports have them",
    ),
    "RS07": ("要读 Word 的修订标记，文字里看不到", "needs Word's own markup, which the text does not show"),
    "WD06": (
        "“三清三建”之类在本地人人明白，程序分不出哪些要解释",
        "whether an abbreviation needs explaining depends on who reads",
    ),
    "WD08": (
        "抽查的 300 份真实报告里 285 份有 180 字以上的句子，不算毛病",
        "285 of 300 real reports have a sentence over 180 characters: no fault",
    ),
    "WD09": (
        "一字之差的词多半是两样东西（巡查、巡察），按频次报错得多；任何语境都错的收进了 WD01",
        "words that differ in one character are mostly two things; those wrong everywhere are in WD01",
    ),
    "WD10": (
        "词用得多没有对错：抽查的 300 份里 94 份每万字有 8 个以上“进一步”",
        "a matter of style: 94 of 300 real reports say 进一步 over 8 times in 10,000 characters",
    ),
}
