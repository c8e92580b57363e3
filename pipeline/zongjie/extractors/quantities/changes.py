"""Changes (同比增长7.3%, 由12.3%提高到15.6%, 翻一番) and what it is that changed."""

import re

from zongjie.document import Change
from zongjie.extractors.quantities.draft import Draft

_VERB = (
    "增长|下降|提高|增加|减少|上升|回落|降低|提升|缩小|扩大|(?<!新)增|降|升|涨|跌|减|高出|高于|低于|快于|多|少|拉动|压减|下跌|上涨|增幅|降幅|涨幅|"
    "净增|提速|递增|压缩|缩短|加快|收窄|负增长|下滑|减亏|翻"
)
_TAIL = re.compile(
    rf"(?P<against>同比|环比|年均|年平均|(?:比|较)[^，。；,;\n]{{1,10}}?)?(?:净|实际|名义|分别|再|又|可比|平均|大幅|累计|共){{0,2}}"
    rf"(?P<verb>{_VERB})(?:了|约|近|超过?|逾|达|率|幅度?|为|个|突破|不到|不足|多|仅|将近|左右){{0,2}}$"
)
_AGAINST = (
    (re.compile("上年|去年|上一年"), "较上年"),
    (re.compile("同期|同比"), "同比"),
    (re.compile("上月|上季|环比"), "环比"),
    (re.compile("年均|年平均"), "年均"),
)
_FIRST = re.compile(
    "(?:首次|首度|历史性地?|率先)(?:突破|超过|达到?|跨越|迈上|跃上|站上|跨上|越过)[^，。；,;\n]{0,4}$"
)
_TAIL_ENDS = frozenset(verb[-1] for verb in _VERB.split("|")) | frozenset(
    "了约近过超逾达率度幅为个破到足多仅右"
)
"""The last letters that ``_TAIL`` can end with: a search that cannot succeed is not begun."""
_REACH = 22
_LIST = frozenset(("、", "和", "及", "，", "与"))
_LEVEL = re.compile("(?:到|至|为|达到?|成)[^，。；,;\n]{0,4}$")
_LOWER = re.compile("下降|减少|回落|降低|缩小|降|跌|减|少|低于|压减|下跌|压缩|缩短|下滑|收窄")


def find_change(draft: Draft, body: str, baseline: Draft | None, previous: Draft | None) -> None:
    """Fill ``change`` and ``of``: ``baseline`` is a "from" waiting for its "to"."""
    first = draft.clause[0]
    if baseline is not None and baseline.unit == draft.unit and draft.value is not None:
        amount = None if baseline.value is None else draft.value - baseline.value
        draft.change = Change("从…到…", baseline.value, draft.value, amount)
        return
    if draft.shape == "double":
        draft.change = Change("翻番", amount=draft.value)
        draft.of = previous
        return
    window = body[max(first, draft.start - _REACH) : draft.start]
    told_first = "首" in window or "率先" in window or "历史性" in window
    if told_first and draft.dimension != "time" and _FIRST.search(window, max(0, len(window) - 14)):
        draft.change = Change("首次突破", to=draft.value)
        return
    tail = _TAIL.search(window) if window[-1:] in _TAIL_ENDS else None
    if tail is None and previous is not None:
        _go_on(draft, body, previous)
    if tail is None or draft.rank is not None:
        return
    against = tail["against"] or window
    kind = next((name for sign, name in _AGAINST if sign.search(against)), None)
    if kind is None:
        compared = tail["against"]
        if compared is not None and compared[0] in "比较":
            kind = "较" + compared[1:].strip()
        elif draft.dimension == "ratio":
            kind = "同比"
        else:
            kind = "增减"
    amount = draft.value
    if amount is not None and _LOWER.search(tail["verb"]):
        amount = -amount
    draft.change = Change(kind, amount=amount)
    if previous is not None and previous.change is None:
        gap = body[previous.end : draft.start - len(window) + tail.start()]
        if len(gap) <= 12 and not any(c in "。；;\n" for c in gap) and _bare_gap(gap):
            draft.of = previous


def _go_on(draft: Draft, body: str, previous: Draft) -> None:
    """分别增长24.3%和8.7%: the second number of a list is the same change of the next item."""
    change = previous.change
    if change is None or change.amount is None or draft.value is None or change.kind == "翻番":
        return
    if previous.unit != draft.unit or body[previous.end : draft.start] not in _LIST:
        return
    draft.change = Change(change.kind, amount=-draft.value if change.amount < 0 else draft.value)


_BETWEEN = re.compile(
    r"[，,、（(左右以上 \w]{0,2}(?:左右|以上|，|,|、|（|\()?"
    r"(?:比|较|同比|环比|分别|年均|同|均|增幅|增速)?[^，。；]{0,3}$"
)


def _bare_gap(gap: str) -> bool:
    return bool(_BETWEEN.match(gap))
