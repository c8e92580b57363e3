"""RS05 · A chat assistant's words or its Markdown stand in the text.

What it flags
    作为人工智能…, 希望以上内容对您有帮助, 您可以根据实际情况修改; and stray Markdown: a few ** or ###
    in a text that is otherwise plain.

Why it matters
    It shows that the text was generated and pasted unread.

Flagged
    希望以上内容对您有所帮助。 · one **一是** in a plain text.

Accepted
    A Markdown file, or a text in which Markdown marks the headings throughout; 人工智能 as a subject.

Known misses
    Assistant's prose without such phrases; Markdown throughout in a file that should be plain.

Source
    checks.tsv RS05.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.checks.looking import matches_about, places_of
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="RS05",
    name="ai-residue",
    title="AI 与 Markdown 残留",
    severity="error",
    flagged=(
        "甲山县教育局2024年工作总结\n一、主要工作\n新增学位900个。\n⟦希望以上内容对您有所帮助⟧。\n",
        "甲山县教育局2024年工作总结\n一、主要工作\n⟦**一是**⟧新增学位900个，二是培训教师120名。\n二、存在问题\n师资不足。\n",
    ),
    accepted=(
        "# 甲山县教育局2024年工作总结\n**一、主要工作**\n新增学位900个。\n**二、存在问题**\n师资不足。\n",
        "甲山县教育局2024年工作总结\n一、主要工作\n作为人工智能教育试点县，新增学位900个。\n",
    ),
    about="生成文本没有清理干净：“作为人工智能……”“希望以上内容……”，零星的 ** 和 ###。",
    thresholds=(Threshold("marks", 4, "零星加粗不超过几处才算残留", "up to so many bold marks are strays"),),
)

_ASSISTANT = re.compile(
    r"作为(?:一[个名款])?(?:AI|人工智能)(?:语言)?(?:助手|模型|大模型)|作为(?:一[个名款])?(?:大)?语言模型"
    r"|希望(?:以上|上述|这份?|这些)(?:内容|信息|回答|建议|范文|总结|文案)?(?:能)?对(?:您|你)(?:有所|有)?(?:帮助|启发)"
    r"|(?:您|你)可以?根据(?:自己的|自身|实际|具体)[^。\n]{0,10}(?:修改|调整|补充|完善)"
    r"|如(?:果)?(?:您|你)?(?:还)?(?:需要|有)(?:进一步|其他|更多)[^。\n]{0,16}(?:请随时|随时告诉|请告诉我|欢迎随时)"
    r"|(?:当然可以|好的|没问题)[!！,，。][^。\n]{0,6}(?:以下|下面)(?:是|为)"
    r"|以(?:下|上)是(?:一份|一篇|为您|为你)[^。\n]{0,30}(?:范文|模板|示例|草稿|初稿)"
)
_BOLD = re.compile(r"(?<!\*)\*\*(?![\s*])[^*\n]{1,60}(?<!\s)\*\*(?!\*)")
_ENUMERATION = re.compile(r"\*\*(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五])")
_HASHES = re.compile(r"^#{1,6} (?=\S)", re.MULTILINE)
_STRUCTURE = re.compile(
    r"^[ \t\u3000]*(?:\*\*[^*\n]{1,200}\*\*[ \t]*$|[-*+] \S|```|\|.{1,200}\|[ \t]*$|> )", re.MULTILINE
)
# what the assistant's phrases begin with
_STARTS = ("作为", "希望", "您", "你", "如", "当然可以", "好的", "没问题", "以下是", "以上是")
_PLAIN_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])", re.MULTILINE
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each assistant's phrase, and one for stray Markdown."""
    body = analysis.body
    for match in matches_about(_ASSISTANT, body, places_of(body, _STARTS), 0):
        yield Alarm(
            start=match.start(),
            end=match.end(),
            zh=f"“{match[0]}”是对话助手的话，不属于报告。请删去。",
            en=f"“{match[0]}” are a chat assistant's words, no part of the report. Take them out.",
        )
    places = _stray_markdown(analysis, CHECK.threshold("marks", settings))
    if places:
        yield one_alarm(
            places,
            f"“{body[slice(*places[0])][:12]}”带有 Markdown 标记，共 {{count}} 处。请改用文档自己的格式。",
            f"“{body[slice(*places[0])][:12]}” carries Markdown marks, {{count}} in all. "
            "Use the document's own form.",
        )


def _stray_markdown(analysis: Analysis, strays: float) -> list[Place]:
    """Markdown marks where they are not the text's own way of marking headings."""
    media, body = analysis.report.source.media_type, analysis.body
    if media == "text/markdown" or ("**" not in body and "# " not in body):
        return []
    bold = [match.span() for match in _BOLD.finditer(body)]
    inside = [place for place in bold if _ENUMERATION.match(body, place[0]) or _in_a_line(body, place[0])]
    hashes = [match.span() for match in _HASHES.finditer(body)]
    if media == "text/plain":
        if _STRUCTURE.search(body) or len(bold) > strays or len(hashes) > 2:
            return []
        if hashes and (len(_PLAIN_HEADING.findall(body)) < 3 or not body[: hashes[0][0]].strip()):
            hashes = []
        bold = inside
    return sorted(bold + hashes)


def _in_a_line(body: str, at: int) -> bool:
    """Words before it on its line: a run-in heading in bold is structure, no stray."""
    return "\u4e00" <= body[at - 1 : at] <= "\u9fff" or body[at - 1 : at] in "\u3002\uff0c\uff1b\u3001"
