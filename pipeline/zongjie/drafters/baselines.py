"""What was reached, as the ground of a new target: 组织研讨【待填：次数，上半年32次】."""

import re
from dataclasses import dataclass

from zongjie.document import Analysis, Quantity
from zongjie.drafters.phrases import sound
from zongjie.lexicons.measures import measure_words

_MORE = re.compile(r"[余多几近超逾约]")
_NO_OBJECT = re.compile(r"级$|措施$|办法$|讲话|精神|会议$|全会|指示|批示|文件$|方面$|问题$|工作$")
_NO_NUMERAL = re.compile(r"[万亿余多]")
_PAID = re.compile(r"完成|实现|引进|发放|投入|争取|减免|签约|到位|盘活|筹集|节约|销售")
_LEVEL = re.compile(r"(?:率|值|收入|总额|产量|投资|利润|税收|支出|成交额|规模|营业额|余额|存款|贷款)$")
_BARE = ("总投资", "投资额", "总收入", "总产量", "总规模", "完成投资")  # of what, they do not say
_RATE = re.compile(r"[日月]均|平均|每[天日月年]")  # of a day or a month, which the slot would not say
_TASK = re.compile(
    r"任务|项目|工程|改造|建设|治理|面积|造林|整改|调研|课题|论文|测试|订单|产值|销售|就业|增收|投资|收入|总值|利润|手术|提案"
)
_GROWS = re.compile(
    r"[率值额量数]$|收入|投资|利润|税收|支出|规模|余额|人次|消费|出口|进口|存款|贷款|价格|成本"
)
_MOST_GROWTH = 50  # percent
_GOES_ON = "等和及与并共，且或其比占较同达"
_SO_NEAR = 16  # characters before a figure in which its rate is told
_NEAR = 8  # characters between a verb and its figure
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Baseline:
    """A figure of the past period: ``name`` is what the slot stands after, ``words`` the figure."""

    quantity: Quantity
    name: str
    what: str
    words: str
    where: str = ""  # the heading it stands under

    def slot(self, last: str) -> str:
        """The gap with its ground.

        >>> from decimal import Decimal
        >>> q = Quantity("q1", 0, 3, "achievement", Decimal(32), unit="次")
        >>> Baseline(q, "组织研讨", "次数", "32次").slot("上半年")
        '【待填：次数，上半年32次】'
        """
        return f"【待填：{self.what}，{last}{self.words}】"


def read_baseline(q: Quantity, analysis: Analysis) -> Baseline | None:
    """The baseline that a figure gives, or None where its object is not plain."""
    if (
        q.unit == "位"
        or _NO_NUMERAL.match(analysis.body, q.start)
        or (q.metric is not None and analysis.body[q.end : q.end + 1] == "的")  # of some only
        or _RATE.search(analysis.body, max(0, q.start - _SO_NEAR), q.start)
        or q.value is None
        or q.value <= 0
        or q.of is not None
        or q.unit is None
        or q.rank is not None
    ):
        return None
    words = analysis.body[q.start : q.end]
    if len(words) > 14 or "\n" in words or " " in words.strip():
        return None
    what = measure_words().units.get(q.unit)
    if what is None:
        return None
    told = _bounded(words.strip(), q.bound)
    growth = q.change is not None and q.unit == "%"
    if growth:
        metric = q.metric or q.object or ""
        if (
            q.action not in ("增长", "提高", "上升")
            or q.value > _MOST_GROWTH
            or not _GROWS.search(metric)
            or not sound(metric, _LONGEST, 2)
        ):
            return None
        return Baseline(q, f"{metric}增长", "增幅", told)
    if q.change is not None or q.unit in ("%", "‰"):
        metric = q.metric or q.object or ""
        if not metric.endswith("率") or not sound(metric, _LONGEST, 2):
            return None
        return Baseline(q, metric, "目标值", told)
    name = q.object or q.metric or ""
    solved = q.action == "解决" and name.endswith("问题")
    if (_NO_OBJECT.search(name) and not solved) or name.startswith(
        ("支配", "均", "县农", "到", "相关", "有关")
    ):
        return None
    if q.action in ("完成", "实现") and not _TASK.search(name):
        return None
    if not sound(name, _LONGEST, 2) or (name[-1] in "量率" and q.unit in ("个",)):
        return None
    level = q.metric is not None and _LEVEL.search(q.metric) is not None
    counts = q.action in measure_words().counted and not (level and q.action in ("完成", "实现"))
    if q.action and counts and not name.startswith(q.action):
        if not _is_near(q, name, analysis.body) or not _attested(q, name, analysis.body):
            return None
        if what == "金额" and not _PAID.fullmatch(q.action):
            return None
        return Baseline(q, f"{q.action}{name}", what, told)
    if q.metric and level and q.metric not in _BARE and sound(q.metric, _LONGEST, 3):
        return Baseline(q, q.metric, "目标值" if what == "金额" else what, told)
    return None


def _is_near(q: Quantity, name: str, body: str) -> bool:
    """Whether the verb stands right before the figure, or before its object and the figure."""
    verb = q.action or ""
    at = body.rfind(verb, max(0, q.start - _NEAR - len(name) - len(verb)), q.start)
    return at >= 0 and len(body[at + len(verb) : q.start].replace(name, "")) <= _NEAR


def _attested(q: Quantity, name: str, body: str) -> bool:
    """Whether the object belongs to the figure: right after it (a 的 clause apart), or between verb and it.

    提出意见建议60多条 and 提出60多条意见建议 do; 意见建议60多条，涉及二十多个部门 has no 提出部门.
    """
    after = body[q.end : q.end + len(name) + _NEAR]
    before = body[max(0, q.start - len(name) - _NEAR) : q.start]
    cut = min((at for mark in "，,；;。、：:" if (at := after.find(mark)) >= 0), default=len(after))
    rest = after[after.find(name) + len(name) :][:1] if name in after[:cut] else ""
    if "\u4e00" <= rest <= "\u9fff" and rest not in _GOES_ON:
        return False  # 1000个民族村寨旅游示范村: the object as read is but a part
    told = name in after[:cut] or (
        name in before and not any(mark in before[before.find(name) :] for mark in "，,；;。、")
    )
    if not told:
        return False
    verb = q.action or ""
    at = body.rfind(verb, max(0, q.start - _NEAR - len(name) - len(verb)), q.start)
    return at >= 0 and not any(mark in body[at : q.start] for mark in "，,；;。、和与及")


def _bounded(words: str, bound: str) -> str:
    if _MORE.search(words):
        return words
    before = {"more_than": "超", "less_than": "近", "about": "约"}
    after = {"at_least": "以上", "at_most": "以内"}
    return f"{before.get(bound, '')}{words}{after.get(bound, '')}"
