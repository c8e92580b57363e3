"""The period that a sentence names for a number: 2023年, 上半年, “十四五”期间."""

import re
from datetime import date

_NAMED = re.compile(
    r"""
    (?P<year>(?:19|20)\d\d)年(?!代|前|以前)(?P<part>上半年|下半年|前?[一二三四1-4]季度|1?\d(?:[—\-至]1?\d)?月|[初底末])?
  | (?P<plan>[“"]?十[一二三四五]五[”"]?)(?:期间|时期|以来|末|期末|规划期)
  | (?P<this>今年|本年度?)(?P<this_part>上半年|下半年|前?[一二三四]季度|1?\d(?:[—\-至]1?\d)?月)?
  | (?P<last>去年|上年)(?!同期|同比|度?末|底)(?P<last_part>上半年|下半年)?
  | (?P<half>上半年|下半年)
  | (?P<quarter>前?[一二三四1-4]季度)
  | (?P<span>[1１]?\d(?:[—\-至到]1?\d)月|[近过]去?[两三四五]年来?|[两三四五]年来)
  | (?P<whole>全年)
    """,
    re.VERBOSE,
)
_COMPARED = re.compile(r"(?:(?<![占对])比|较|同|超过|高于|低于|快于|与|相当于)[“\"]?$")


class Periods:
    """Remembers, sentence by sentence, the last period named before a place (linear)."""

    def __init__(self, body: str, told: tuple[date, date] | None) -> None:
        self.body = body
        self.last = None if told is None else told[1]
        self._sentence = -1
        self._read = 0
        self._found: re.Match[str] | None = None

    def before(self, sentence: int, start: int, target: bool) -> str | None:
        """The label of the nearest period named in the sentence before ``start``, or None.

        今年 of a ``target`` is the year after a report of a whole year.
        """
        if sentence != self._sentence:
            self._sentence, self._read, self._found = sentence, sentence, None
        if start > self._read:
            told = self.body[self._read : start]
            named = "年" in told or "月" in told or "季" in told or "五" in told
            for found in _NAMED.finditer(self.body, self._read, start) if named else ():
                if not _COMPARED.search(self.body, max(sentence, found.start() - 4), found.start()):
                    self._found = found
            self._read = start
        return None if self._found is None else self._label(self._found, target)

    def _label(self, found: re.Match[str], target: bool) -> str:
        if found["year"]:
            return f"{found['year']}年{found['part'] or ''}"
        if found["plan"]:
            return "“" + found["plan"].strip('“”"') + "”" + ("末" if found.group().endswith("末") else "期间")
        words = found.group()
        if self.last is None or found["span"]:
            return words
        whole = self.last.month == 12
        year = self.last.year
        if target and whole and not found["last"]:
            year += 1
        if found["this"]:
            return f"{year}年{found['this_part'] or ''}"
        if found["last"]:
            # 去年 in a report of a whole year, delivered in the next, is the year it tells of
            return f"{year if whole else year - 1}年{found['last_part'] or ''}"
        return f"{year}年" if found["whole"] else f"{year}年{words}"
