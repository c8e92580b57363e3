"""Words for the items of a plan: varied, fit for the verb and the matter, none told twice.

The choice among variants turns with the report's content, so that two reports differ and one
report always gives the same draft.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from zongjie.drafters.hearing import Heard
from zongjie.drafters.styles import Style
from zongjie.lexicons.measures import measure_words

_PROJECT_WAYS = (
    "进展写进下期通报", "卡住的地方尽早求助", "做完补上说明和测试", "接手人和截止时间写进任务单",
    "没做完的先收尾再列新项", "改动先小步合入、再逐步放大", "用户反馈集中回应",
)  # fmt: skip
_PERSONAL_WAYS = (
    "把最常出错的情形记下来，逐个练、请同事当面指出", "定下每周固定的时间，做了没做自己记账",
    "找做得好的人跟着学，学到的当月就用上", "先从手头最急的一件改起，改好了再改下一件",
    "月底自己回看，没做到的写明原因和补法", "请{people}和同事提意见，说得对的马上改",
    "写进自己的记事本，做完一件划掉一件",
)  # fmt: skip
_COUNTED = ("{name}{slot}", "计划{name}{slot}", "继续{name}{slot}", "全期{name}{slot}")
_METRICS = ("{name}{slot}", "{name}预期{slot}", "把{name}定在{slot}")


@dataclass(slots=True)
class Voice:
    """Chooses variants in turn, none twice in one draft while others are left, and keeps slots scarce."""

    style: Style
    turn: int
    sentences: int = 0
    slotted: int = 0
    reserved: int = 0  # slots that the frames will need
    expected: int = 0  # sentences that the draft will have at least
    aimed: frozenset[str] = frozenset()  # metrics for which the report itself sets a target
    told: Heard = field(default_factory=Heard)
    _used: set[str] = field(default_factory=set)  # variants
    _at: dict[str, int] = field(default_factory=dict)

    def pick(self, name: str, variants: Sequence[str]) -> str:
        """The next variant of the kind ``name``; each has its own turn."""
        at = self._at.get(name, self.turn % 7)
        self._at[name] = at + 1
        return variants[at % len(variants)]

    def fill(self, frame: str, **words: str) -> str:
        s = self.style
        return frame.format(
            lead=s.lead, unit=s.unit, forum=s.forum, people=s.people, rhythm=s.rhythm, **words
        )

    def heard(self, thing: str) -> bool:
        """Whether ``thing``, or a part or a whole of it, was told already."""
        return self.told.heard(thing)

    def may_count(self, name: str) -> bool:
        """Whether a count was not told yet, and the report itself sets no target for it."""
        return name not in self.told and not any(one in name or name in one for one in self.aimed)

    def may_slot(self) -> bool:
        """Whether one more sentence with a slot keeps them under one in two."""
        so_far = max(self.sentences + self.reserved + 1, self.expected)
        return (self.slotted + self.reserved + 1) * 2 <= so_far and self.slotted <= 1 + self.sentences * 0.6

    def count(self, text: str) -> str:
        self.sentences += 1
        self.slotted += "【" in text
        return text

    def fresh(self, variants: Sequence[str]) -> str:
        """A variant that this draft has not told yet, with its holes filled; "" if none is left."""
        for at in range(len(variants)):
            one = variants[(self.turn + at) % len(variants)]
            if one not in self._used and ("【" not in one or self.may_slot()):
                self._used.add(one)
                return self.fill(one)
        return ""

    def deed(self, matter: str) -> str:
        """What to do about the matter, of its own cue; "" where no cue knows it or all is told."""
        cue = measure_words().cue_for(matter, self.style.kind) if matter else None
        return self.fresh(cue.deeds) if cue else ""

    def way(self, verb: str) -> str:
        """How a deed with this verb is carried through."""
        if self.style.project:
            return self.fresh(_PROJECT_WAYS) or self.pick("project", _PROJECT_WAYS)
        if self.style.kind == "personal":
            return self.fresh(_PERSONAL_WAYS) or self.fill(self.pick("personal", _PERSONAL_WAYS))
        ways = measure_words().ways
        return self._first((ways.get(verb, ()), ways["抓好"], ways["开展"], ways["深化"]), "way")

    def counted(self, name: str, slot: str, verb: str, *, metric: bool) -> str:
        """A count or a measure with its slot, and what goes with it."""
        frames, kind = (_METRICS, "metric") if metric else (_COUNTED, "baseline")
        frame = self.pick(kind, frames)
        ways = measure_words().count_ways
        bare = not metric and not (verb and name.startswith(verb))
        if bare or name.startswith(("继续", "新增", "现有")):
            frame = "{name}{slot}"
        metric = metric or bare
        way = self._first(
            (ways["增长"] if metric else ways.get(verb, ways["开展"]), ways["完成"]), "count way"
        )
        return f"{frame.format(name=name, slot=slot)}，{way}"

    def _first(self, sets: Iterable[Sequence[str]], kind: str) -> str:
        sets = tuple(one for one in sets if one)
        for variants in sets:
            words = self.fresh(variants)
            if words:
                return words
        plain = [one for one in sets[0] if "【" not in one]
        return self.fill(self.pick(kind, plain or sets[-1]))
