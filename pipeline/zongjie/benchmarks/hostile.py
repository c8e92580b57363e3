"""Texts that make careless patterns slow: one thing over and over, of any length."""

from itertools import cycle, islice

_HEAD = "甲山县2024年工作总结\n一、主要工作\n"
_PATTERNS = {
    "equal characters": "国",
    "opening brackets": "（",
    "mixed marks": "“《（【，。；、",
    "digits": "1234567890",
    "digits and marks": "1,2.3-4%",
    "letters and stars": "Xx*O",
    "line ends": "\n",
    "no line ends": "新建农村公路12公里，走访企业30家，办结率98%，由20件增加到30件",
    "a short sentence": "一是完成项目3个。",
}


def hostile_texts(length: int) -> dict[str, str]:
    """By name, texts of about ``length`` characters with a title and a heading before them.

    >>> hostile_texts(30)["digits"][-5:]
    '67890'
    """
    return {name: _HEAD + "".join(islice(cycle(unit), length)) for name, unit in _PATTERNS.items()}
