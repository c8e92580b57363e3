"""The content plan as data that a person edits before the words are settled.

A JSON object: ``schema``, ``sha256`` of the report, ``title``, ``items``: in order, each with
``id``, ``level`` (1 一、 · 2 （一） · 3 1.), ``heading``, ``answers`` (ids of problems), ``carries``
(ids of measures), ``theme`` and ``sources`` (spans of the report with their words, to read only).
Items may be left out, put in another order or under another heading, and their headings changed;
an item without ``id`` is a new one, with ``points``, the sentences that it shall say.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from zongjie.document import Analysis
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.composing import Composed
from zongjie.errors import SettingsError

SCHEMA = "zongjie-outline/1"
_LEVELS = (1, 2, 3)
_LEAF = 3
_WORDS = 40  # characters of a source that are shown
_TO_FILL = "【待填：做法、责任人和完成标志】。"


def to_outline(composed: Composed, analysis: Analysis) -> str:
    """The outline of a plan, as JSON."""
    body = analysis.body
    told = {
        "schema": SCHEMA,
        "sha256": analysis.report.source.sha256,
        "title": composed.title,
        "items": [
            {
                "id": item.id,
                "level": item.level,
                "heading": item.heading,
                "answers": list(item.answers),
                "carries": list(item.carries),
                "theme": item.theme.label if item.theme else None,
                "sources": [
                    {"start": start, "end": end, "words": " ".join(body[start:end].split())[:_WORDS]}
                    for start, end in dict.fromkeys(s for one in item.sentences for s in one.sources)
                ],
            }
            for item in composed.items
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def arranged(composed: Composed, outline: str, analysis: Analysis) -> Composed:
    """The plan as the edited ``outline`` wants it.

    Raises ``SettingsError`` if it is no outline, or one of another report.
    """
    table = _read(outline)
    if table.get("sha256") not in (None, analysis.report.source.sha256):
        raise SettingsError(
            "这份提纲是另一份报告的（sha256 不同）。请对同一份报告先用 --outline 生成，再改。",
            "This outline is of another report (its sha256 differs). Make it anew with --outline.",
        )
    own = {item.id: item for item in composed.items}
    items = [_item(one, at, own, analysis) for at, one in enumerate(table["items"], 1)]
    title = str(table.get("title") or composed.title)
    return Composed(title, composed.period, tuple(items))


def _read(outline: str) -> dict[str, Any]:
    try:
        table = json.loads(outline)
    except ValueError as problem:
        raise SettingsError(
            f"提纲不是有效的 JSON（{problem}）。请改正后再运行。",
            f"The outline is not valid JSON ({problem}). Mend it and run again.",
        ) from problem
    if (
        not isinstance(table, dict)
        or table.get("schema") != SCHEMA
        or not isinstance(table.get("items"), list)
    ):
        raise SettingsError(
            f"这不是 zongjie 的提纲：要有 schema（{SCHEMA}）和 items。可用 --outline 生成一份。",
            f"This is no outline of zongjie: it needs schema ({SCHEMA}) and items. Make one with --outline.",
        )
    return table


def _item(one: object, at: int, own: Mapping[str, DraftItem], analysis: Analysis) -> DraftItem:
    if (
        not isinstance(one, dict)
        or one.get("level") not in _LEVELS
        or not isinstance(one.get("heading"), str)
    ):
        raise SettingsError(
            f"提纲第 {at} 项缺 level（1、2 或 3）或 heading。请补上再运行。",
            f"Item {at} of the outline lacks level (1, 2 or 3) or heading. Add them and run again.",
        )
    heading = one["heading"].strip().rstrip("。")
    known = own.get(str(one.get("id")))
    if one.get("id") is not None and known is None:
        raise SettingsError(
            f"提纲第 {at} 项的 id（{one['id']}）这份报告里没有。新加的项不要写 id。",
            f"Item {at} of the outline has an id ({one['id']}) that this report lacks. New items have none.",
        )
    sentences = list(known.sentences) if known else []
    if known is None and one["level"] == _LEAF:
        sentences = _points(one.get("points"), at, analysis)
    return DraftItem(
        one["level"], heading, sentences,
        known.answers if known else (), known.carries if known else (), known.theme if known else None,
        known.id if known else "",
    )  # fmt: skip


def _points(points: object, at: int, analysis: Analysis) -> list[Draft]:
    """The sentences of a new item; they rest on the report's title, as the writer's own."""
    if points is not None and not (isinstance(points, list) and all(isinstance(p, str) for p in points)):
        raise SettingsError(
            f"提纲第 {at} 项的 points 要是一列句子。", f"The points of item {at} must be a list of sentences."
        )
    told: Sequence[str] = [f"{p.strip().rstrip('。')}。" for p in points or [] if p.strip()] or [_TO_FILL]
    first = len(analysis.body) - len(analysis.body.lstrip())
    span = analysis.outline.title or (first, min(len(analysis.body), first + _WORDS))
    return [Draft(words, "measure", (span,)) for words in told]
