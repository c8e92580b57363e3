"""DU05 · A section that is mostly set phrases.

What it flags
    A section of which at least three characters in five stand in set phrases: wording that the reports
    of three and more bodies have to the letter. The message tells its share, and that of the whole
    report; one finding a document, at the section with the highest share.

Why it matters
    What all write says nothing of what this body did. A reader looks for figures, names and deeds.

Flagged
    A section on achievements made of 坚持以…为指导, 统筹推进…, 协调推进… alone.

Accepted
    Reports whose set phrases stand between figures and deeds of their own: of real reports half
    have under a quarter, one in a hundred over 37 %. Openings, closings, sections on guiding thought
    or aims, and sections under 300 characters are left alone.

Known misses
    Phrases too new for the table, and wording that is empty but nobody else's.

Source
    checks.tsv DU05; set phrases: models/set-phrases/card.md.
"""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.comparing.set_phrases import masked_skeleton
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_ALL = "，我局也".join(  # set phrases, with a little between them, as no report has them
    (
        "坚持以习近平新时代中国特色社会主义思想为指导",
        "全面贯彻落实党的二十大精神",
        "坚持稳中求进工作总基调",
        "完整、准确、全面贯彻新发展理念",
        "加快构建新发展格局",
        "着力推动高质量发展",
        "统筹推进“五位一体”总体布局",
        "协调推进“四个全面”战略布局",
        "深刻领悟“两个确立”的决定性意义",
        "增强“四个意识”、坚定“四个自信”",
        "统筹疫情防控和经济社会发展",
        "扎实做好“六稳”工作",
        "全面落实“六保”任务",
        "巩固拓展脱贫攻坚成果同乡村振兴有效衔接",
        "坚持把发展经济的着力点放在实体经济上",
        "深化供给侧结构性改革",
        "坚决打好防范化解重大风险攻坚战",
        "不断增强人民群众的获得感、幸福感、安全感",
        "让改革发展成果更多更公平惠及全体人民",
    )
)

CHECK = Check(
    code="DU05",
    name="boilerplate-ratio",
    title="套话占比",
    severity="note",
    flagged=(
        f"乙水县司法局2024年工作总结\n⟦一、主要工作⟧\n{_ALL}，各项工作取得新成效。\n二、存在问题\n调解员偏少。\n",
    ),
    accepted=(
        "乙水县司法局2024年工作总结\n一、主要工作\n受理法律援助申请312件，调解纠纷846起，培训调解员95名。\n",
    ),
    about=(
        "一节里有六成以上的字是各地各单位通用的套话。报出该节和全文的套话占比，一份只报一条，"
        "取占比最高的一节。开头、结尾、指导思想和目标一类的节、300字以下的节不算。"
    ),
    thresholds=(
        Threshold("share", 0.6, "一节中套话的比例", "share of set phrases in a section"),
        Threshold("characters", 300, "最短的节", "the shortest section that is looked at"),
    ),
)
_GUIDING = re.compile("指导思想|总体要求|总体思路|总要求|基本原则|目标|机遇|形势")
_ROLES = ("achievement", "problem", "plan", "other")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """At most one alarm, at the heading of the section with the highest share."""
    skeleton, said_by_all, _ = masked_skeleton(analysis.body)
    least = CHECK.threshold("characters", settings)

    def share(start: int, end: int) -> float:
        part: NDArray[np.bool_] = said_by_all[slice(*skeleton.elements((start, end)))]
        return float(part.mean()) if len(part) else 0.0

    shares = [
        (share(one.start, one.end), -one.start, one)
        for one in analysis.sections
        if one.parent is None and one.role in _ROLES and one.end - one.start >= least
        if not _GUIDING.search(one.heading or "")
    ]
    if not shares:
        return
    highest, _, section = max(shares, key=lambda one: one[:2])
    if highest < CHECK.threshold("share", settings):
        return
    here, whole = f"{highest:.0%}", f"{share(0, len(analysis.body)):.0%}"
    start, end = _heading(analysis, section)
    yield Alarm(
        start=start,
        end=end,
        zh=f"这一节有 {here} 是各单位通用的套话（全文 {whole}）。请换成本单位的事实和数字。",
        en=f"{here} of this section are set phrases that all use (of the whole report {whole}). "
        "Say what was done, in figures.",
        evidence={"share": round(highest, 4), "share_of_report": round(share(0, len(analysis.body)), 4)},
        caveat_zh="按上级统一表述写的节可以保留。",
        caveat_en="A section that is worded by a body above may stand.",
    )


def _heading(analysis: Analysis, section: Section) -> tuple[int, int]:
    """The section's heading with its mark; its first line where it has none."""
    if section.heading_end is not None and section.heading_end > section.start:
        return section.start, section.heading_end
    line = analysis.body.find("\n", section.start, section.end)
    return section.start, line if line > section.start else section.end
