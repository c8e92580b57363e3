"""Words for the items of a plan: varied, with the report's own objects in every sentence.

The choice among variants turns with the report's content, so that two reports differ and one
report always gives the same draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from zongjie.drafters.styles import Style

_TAILS = (
    "进展{rhythm}报{forum}", "完成情况由{lead}逐项核验", "未办结的在{forum}说明原因",
    "成效请{people}评价", "由{lead}{rhythm}核对进度", "责任落实到{unit}和具体人",
    "行之有效的做法形成制度", "进展和难点{rhythm}通报", "时限和责任人列表公开",
    "办理结果向{people}反馈", "难点事项由{lead}牵头会商", "做到事前有方案、事后有评估",
)  # fmt: skip
_SLOT_TAILS = (
    "【待填：月份】前向{forum}报告", "由【待填：责任人】负总责", "以【待填：衡量指标】检验成效",
    "【待填：时限】前完成首轮检查", "【待填：时限】前见到阶段成果", "由【待填：牵头单位】抓总",
)  # fmt: skip
_BASELINES = (
    "{name}{slot}，数量与质量一并考核", "{name}{slot}，{rhythm}对账", "{name}{slot}，由{unit}分解落实",
    "在现有基础上{name}{slot}，结果列入年终评价", "计划{name}{slot}，未达进度的由{lead}提醒",
    "全期{name}{slot}，成效与数量同看", "继续{name}{slot}，清单报{forum}备案",
)  # fmt: skip
_METRICS = (
    "{name}{slot}，{rhythm}分析升降原因", "{name}目标{slot}，由{lead}盯住短板环节",
    "力求{name}{slot}，偏离进度时及时会商", "{name}{slot}，分解到{unit}", "把{name}{slot}列为考核项",
)  # fmt: skip


@dataclass(slots=True)
class Voice:
    """Chooses variants in turn, never the same twice running, and keeps slots scarce."""

    style: Style
    turn: int
    sentences: int = 0
    slotted: int = 0
    reserved: int = 0  # slots that the frames will need
    told: set[str] = field(default_factory=set)
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
        return any(thing in one or one in thing for one in self.told)

    def may_slot(self) -> bool:
        """Whether one more sentence with a slot keeps them under one in two."""
        return (self.slotted + self.reserved + 1) * 2 <= self.sentences + self.reserved + 1

    def count(self, text: str) -> str:
        self.sentences += 1
        self.slotted += "【" in text
        return text

    def tail(self) -> str:
        """How a task is followed up: every third time with a slot, where slots are not too many."""
        at = self._at.get("tails", 0)
        self._at["tails"] = at + 1
        if at % 3 == 1 and self.may_slot():
            return self.fill(self.pick("slot", _SLOT_TAILS))
        return self.fill(self.pick("tail", _TAILS))

    def baseline(self, name: str, slot: str, *, metric: bool) -> str:
        frames, kind = (_METRICS, "metric") if metric else (_BASELINES, "baseline")
        return self.fill(self.pick(kind, frames), name=name, slot=slot)
