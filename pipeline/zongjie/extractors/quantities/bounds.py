"""Words of bound outside the span: 超过, 近, 左右, 以上 (DESIGN §4)."""

import re

from zongjie.document import Bound

_BEFORE = re.compile(
    r"(?:(?P<at_most>小于[ ]?或?者?[ ]?等于|≤|<[ ]?=[ ]?|不超过|不高于|不大于|不多于|最多|至多"
    r"|不得超过|控制在|限制在)"
    r"|(?P<at_least>大于[ ]?或?者?[ ]?等于|≥|>[ ]?=[ ]?|至少|不低于|不少于|不小于|最少|最低)"
    r"|(?P<less_than>不足|不到|(?<![最附临邻])近|将近|接近|低于|少于|小于|未到)"
    r"|(?P<more_than>超过|超出|(?<![年反赶])超|(?<![超通经不])过(?=$)|逾|突破|大于|高于|多于|跨越|(?<=[突打冲])破)"
    r"|(?P<about>大约|(?<![节签公合制集条预履违失简解契节隐邀特俭])约|大概|大致|左右))(?:了|到|达|有|是|为)?$"
)
_AFTER = re.compile(
    r"[ ]?(?:(?P<at_least>及?以上|或者?以上|或者?更[多高]|之上)"
    r"|(?P<about>左右|上下|许(?![多可])|光景)|(?P<more_than>多(?=[，。；、的\n]|$)|有余)|(?P<at_most>及?以内|之内|及?以下|之下))"
)
_LAST = frozenset("≥≤= 过于多在到近足接出超逾破约概致少低达了有是为越右")
_COMPARED: dict[str, Bound] = {
    **dict.fromkeys("大高多长快", "more_than"), **dict.fromkeys("小低少短慢", "less_than"),
}  # fmt: skip
_THAN = frozenset("比 ")
_FIRST = frozenset("多有以之左上许光及或 ")


def outer_bound(body: str, start: int, end: int) -> Bound | None:
    """The bound that the words around ``[start, end)`` set, or None."""
    found: Bound | None = None
    if body[start - 1 : start] in _LAST:
        before = _BEFORE.search(body, max(0, start - 7), start)
        if before is not None:
            found = _named(before)
    if body[end : end + 1] in _FIRST:
        after = _AFTER.match(body, end)
        if after is not None:
            found = _named(after)
    if (
        found is None
        and body[start - 1 : start] in _THAN
        and body[max(0, start - 2) : start].rstrip(" ")[-1:] == "比"
    ):
        found = _COMPARED.get(body[end : end + 2].lstrip(" ")[:1])  # 比170低
    return None if found == "at_most" and _only_controlled(body, start, end) else found


def _only_controlled(body: str, start: int, end: int) -> bool:
    """控制在5% alone sets no bound: 以内 or 以下 must follow, or 左右, which wins by itself."""
    return body[max(0, start - 3) : start] in ("控制在", "限制在") and not _AFTER.match(body, end)


def _named(match: re.Match[str]) -> Bound:
    name = match.lastgroup
    assert name is not None
    return name  # type: ignore[return-value]
