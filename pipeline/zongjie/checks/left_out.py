"""The checks of the catalogue that there are none of, and why; printed by ``zongjie checks``."""

from zongjie.checks.registry import check_by_code

_WHY: dict[str, tuple[str, str]] = {
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


def left_out() -> dict[str, tuple[str, str]]:
    """By code, why there is no such check, in Chinese and in English."""
    return {code: why for code, why in _WHY.items() if check_by_code(code) is None}
