"""How the numbers of one sentence hang together: from and to, growth, wholes and parts, lists."""

import re

from zongjie.extractors.quantities.changes import find_change
from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.objects import find_object

_PART = "其中"
_PAIR = 2
_YARDSTICKS = ("目标", "计划", "任务", "预算")  # 完成年度目标的104%，增长8%: not the goal grew
_ONLY_GROWTH = re.compile("[，、](?:年均|同比|比上年|较上年|均|比上年同期){0,2}分别")
_LIST = frozenset(("、", "和", "及", "与"))


class Told:
    """What the sentence that begins at ``sentence`` has told so far."""

    __slots__ = (
        "_group",
        "_grown",
        "_levels",
        "_read",
        "_whole",
        "baseline",
        "previous",
        "promised",
        "sentence",
    )

    def __init__(self, sentence: int) -> None:
        self.sentence = self._read = sentence
        self.promised = False
        self.previous: Draft | None = None
        self.baseline: Draft | None = None
        self._group: list[Draft] = []
        self._levels: list[Draft] = []
        self._grown = 0
        self._whole: Draft | None = None

    def tie(self, draft: Draft, body: str, following: int | None) -> None:
        """Fill change, object, ``of`` and ``part_of`` of a measure; the next in the sentence."""
        previous, baseline = self.previous, self.baseline
        between = body[self._read : draft.start]
        find_change(draft, body, baseline if draft.kind != "baseline" else None, previous)
        reached = draft.change is not None and draft.change.to is not None
        if reached and baseline is not None and baseline.object:
            draft.object, draft.metric, draft.action = baseline.object, baseline.metric, baseline.action
        else:
            find_object(draft, body, previous, self.sentence, following)
        self._respectively(draft, body, between)
        if draft.of is not None and draft.object is None:
            draft.object, draft.metric = draft.of.object, draft.of.metric
        self._part(draft, between)
        if draft.kind == "baseline":
            self.baseline = draft if draft.evidence == "从…到" else baseline
        else:
            self.baseline = None
            if previous is None or draft.object is None or not draft.object.endswith(_YARDSTICKS):
                self.previous = draft
        self._read = draft.end

    def _respectively(self, draft: Draft, body: str, between: str) -> None:
        """A、B达到3亿元、5亿元，分别增长6%、7%: the growths belong to the levels in order."""
        change = draft.change
        if change is None or change.amount is None or change.kind == "从…到…":
            previous = self._group[-1] if self._group else None
            goes_on = previous is not None and body[previous.end : draft.start] in _LIST
            self._group = [*self._group, draft] if goes_on else [draft]
            self._grown = 0
            self._levels = [*self._levels[-1:], draft]
            return
        several = len(self._levels) == _PAIR and (
            self._levels[0].unit == self._levels[1].unit or _ONLY_GROWTH.match(between) is not None
        )
        if "分别" in between and not self._grown and len(self._group) == 1 and several:
            self._group = self._levels  # A达3亿元，其中B 1亿元，分别增长6%和7%
        if draft.of is not None and "分别" not in between and not self._grown:
            return
        goes_on = bool(self._grown) and between in _LIST
        if ("分别" in between or goes_on) and self._grown < len(self._group) > 1:
            draft.of = self._group[self._grown]
            draft.object, draft.metric = draft.of.object or draft.object, draft.of.metric or draft.metric
            self._grown += 1

    def _part(self, draft: Draft, between: str) -> None:
        """其中: what follows in the sentence is a part of the last level told before."""
        if "；" in between or ";" in between:
            self._whole = None
        if _PART in between:
            first = self._group[0] if self._group else draft
            self._whole = self.previous if first is draft else first
            if self._whole is not None and self._whole.change is not None:
                self._whole = self._whole.of or self._whole
        whole = self._whole
        if whole is None or draft.change is not None or draft.kind == "baseline":
            return
        if draft.unit == whole.unit or (_PART in between and draft.dimension in ("ratio", whole.dimension)):
            draft.part_of = whole
