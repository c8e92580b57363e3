"""WD01 · A word that is written wrong in every context.

What it flags
    The wrong forms of ``typos.toml``: 再接再励, 一如继往, 布署, 按装 and the like.

Why it matters
    One wrong character in a set word is what a leader remembers of a report.

Flagged
    再接再励 · 统一布署 · 按装监控探头

Accepted
    The right forms, and the same characters meeting across a word boundary (老工业基地振兴).

Known misses
    All that is wrong in some contexts only; names are never touched.

Source
    checks.tsv WD01; typos.toml names its own sources.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from zongjie.checks.base import Alarm, Check
from zongjie.checks.wording.common_characters import COMMON
from zongjie.document import Analysis
from zongjie.lexicons.pairs import Pairs
from zongjie.settings import Settings

CHECK = Check(
    code="WD01",
    name="fixed-typo",
    title="固定词错字",
    severity="error",
    flagged=("甲山县应急局2024年工作总结\n统一⟦布署⟧，⟦按装⟧监控探头58个，全局上下⟦再接再励⟧。\n",),
    accepted=(
        "甲山县应急局2024年工作总结\n统一部署，安装监控探头58个。按装置类型登记。推动老工业基地振兴。\n",
    ),
    about=("固定词里的错字，按词表查，每条都有出处，只收任何语境里都错的：“再接再励”“一如继往”“按装”。"),
)

_NOT_BEFORE = {"按装": "置配箱卸载修备", "防碍": "物", "布署": "名"}  # 按|装置 is no 安装


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place.

    Each word is looked for at its rarest character: one pass over the text finds those.
    """
    body = analysis.body
    pairs, steps, words, right = _table()
    places = {at + step for at in pairs.places(body) for step in steps.get(body[at : at + 2], ())}
    for at in sorted(places):
        for wrong, offset in words[body[at]]:
            start, end = at - offset, at - offset + len(wrong)
            if start < 0 or not body.startswith(wrong, start):
                continue
            if body[end : end + 1] and body[end] in _NOT_BEFORE.get(wrong, ""):
                continue
            yield Alarm(
                start=start,
                end=end,
                zh=f"“{wrong}”应为“{right[wrong]}”。",
                en=f"“{wrong}” should read “{right[wrong]}”.",
                evidence={"wrong": wrong, "right": right[wrong]},
                fix=right[wrong],
            )
            break


@cache
def _table() -> tuple[Pairs, dict[str, set[int]], dict[str, list[tuple[str, int]]], dict[str, str]]:
    """The rare characters with a neighbour, their places in those pairs, the wrong forms that hold each
    (longest first) and where, the right forms."""
    source = files(__package__).joinpath("typos.toml").read_text("utf-8")
    right: dict[str, str] = tomllib.loads(source)["typos"]
    rank = {character: at for at, character in enumerate(COMMON)}
    words: dict[str, list[tuple[str, int]]] = {}
    steps: dict[str, set[int]] = {}
    for wrong in sorted(right, key=len, reverse=True):
        ranks = [rank.get(character, len(COMMON)) for character in wrong]
        rarest = ranks.index(max(ranks))
        words.setdefault(wrong[rarest], []).append((wrong, rarest))
        step = int(rarest == len(wrong) - 1)
        steps.setdefault(wrong[rarest - step : rarest - step + 2], set()).add(step)
    return Pairs(steps), steps, words, right
