"""WD02 · Look-alike words, told apart by their grammar.

What it flags
    截止 with a point of time behind it, where 截至 belongs (截止6月底，…); 反应 for 反映 with a matter
    behind it (反应问题); 权利 for 权力 in fixed pairings (权利运行, 权利清单).

Why it matters
    截止 is an end (报名于6月底截止), 截至 says "up to"; the two are confused more often than any
    other pair in reports.

Flagged
    截止6月底，已完成12项。 · 群众反应的问题

Accepted
    报名截止时间为6月底; 截至6月底; 群众反应强烈; 化学反应.

Known misses
    制定/制订, 做出/作出 (both stand in dictionaries).

Source
    Modern Chinese Dictionary (截止, 截至, 反应, 反映); checks.tsv WD02.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="WD02",
    name="confusable-word",
    title="易混词",
    severity="warning",
    flagged=(
        "甲山县信访局2024年工作总结\n⟦截止⟧6月底，办结信访件120件，解决群众⟦反应⟧的问题35个。推行⟦权利⟧清单。\n",
    ),
    accepted=(
        "甲山县信访局2024年工作总结\n截至6月底，报名截止时间为6月30日，截止日期不变。群众反应强烈，"
        "反应快速。报名6月20日截止，2024年度工作完成。保障职工权利，清单公开。\n",
    ),
    about=("容易用混的词：“截止6月底”应为“截至”，“反应问题”应为“反映”，“权利运行”应为“权力”。"),
)

_TIME = (
    r"(?:目前|现在|今天|今年|去年|上年|当前|本月|上月|年底|月底|年末|月末|季度末|\d{2,4}年|\d{1,2}月"
    r"|[一二三四五六七八九十]{1,2}月|[“\"]?十[一二三四五]五)"
)
_MATTER = r"(?:突出|热点|难点|共性|实际|具体|真实)?(?:问题|诉求|情况|社情民意|意见建议|意见)"
_PAIRS: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        re.compile(rf"截止(?=(?:到|至)?(?:20)?{_TIME})"),
        "截至",
        "“截止”是到期停止，后面接时间、表示“到某时为止”用“截至”",
        "截止 is an end; “up to” a time is 截至",
    ),
    (
        re.compile(rf"反应(?<![对的不有化快力效]反应)(?=(?:出)?的?{_MATTER})"),
        "反映",
        "把情况说出来用“反映”，“反应”是受刺激后的变化",
        "to report a matter is 反映; 反应 is a reaction",
    ),
    (
        re.compile(r"权利(?=(?:清单|运行|制约|寻租|任性|监督和制约))"),
        "权力",
        "公权用“权力”，“权利”是依法享有的利益",
        "public power is 权力; 权利 is a right",
    ),
)  # fmt: skip


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    body = analysis.body
    for pattern, right, zh, en in _PAIRS:
        for match in pattern.finditer(body):
            yield Alarm(
                start=match.start(),
                end=match.end(),
                zh=f"“{match[0]}”应为“{right}”：{zh}。",
                en=f"“{match[0]}” should be “{right}”: {en}.",
                evidence={"wrong": match[0], "right": right},
                fix=right,
            )
