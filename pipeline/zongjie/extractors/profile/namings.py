"""Where a report names its own body when title and opening formula do not.

The title's subtitle, an office and its holder (国务院总理), a byline, the first words, the
signature: each a function from the text to the span of the name, or None.
"""

import re

from zongjie.extractors.profile.head import Head
from zongjie.lexicons.surnames import SURNAMES

# A name taken from running words must end like a body's; 关于国民经济…的报告 names none.
BODY_END = re.compile(
    r"(?:政府|政协|人大|法院|检察院|公司|集团|学校|中学|小学|大学|学院|幼儿园|医院|卫生院|银行|支行|分行"
    r"|[局委办厅处科室部队组院所站会社厂店园馆司署库中校乡镇村省市县区州旗盟]|街道|中心|大队|国务院)$"
)
_SUBTITLE = re.compile(
    r"[\s*　]{0,8}[—―–-]{1,2}[ 　]?(?P<unit>[\u4e00-\u9fff]{4,24}?)(?=向|关于|的?工作报告)"
)
_HOLDER = re.compile(
    r"(?P<unit>国务院|[\u4e00-\u9fff]{2,10}?(?:省|市|县|区|州|旗|盟)(?:人民政府)?)代?"
    r"(?:总理|省长|市长|县长|区长|州长|旗长|盟长|主席)(?=[ 　\r\n])"
)
_UNIT_AND_NAME = re.compile(
    rf"[\s　*]{{0,8}}(?P<unit>[\u4e00-\u9fff0-9A-Za-z（）()]{{3,24}})[ 　]{{1,6}}"
    rf"[{SURNAMES}][ 　]?[\u4e00-\u9fff][ 　]?[\u4e00-\u9fff]?[ 　]{{0,4}}(?:[\r\n]|$)"
)
_FIRST_WORDS = re.compile(
    r"\s{0,20}(?P<unit>[\u4e00-\u9fff]{2,20}?(?:局|委员会|办公室|中心|公司|集团|学校|学院|大学|中学|小学|医院|法院|检察院"
    r"|支队|大队|协会|银行|支行))(?=成立|自?组建|自?成立|[,，]?(?:在|以|坚持|紧紧|紧扣|认真|围绕|全面|始终|深入"
    r"|今年以来|[0-9]{4}年))"
)
_SIGNATURE = re.compile(
    r"(?:^|[\n\r>])[ 　\t*]{0,60}(?P<unit>[\u4e00-\u9fffA-Za-z]{4,24})[ 　\t*]{0,4}(?:</[a-z]{1,6}>)?\s{1,8}"
    r"(?:<[^<>\n]{1,80}>)?[ 　\t*]{0,60}[0-9〇零二一]{4} ?年 ?[0-9一二三四五六七八九十]{1,3} ?月"
)
_OFFICE_REACH, _END = 600, 300


def named_elsewhere(body: str, head: Head, *, government: bool) -> tuple[int, int] | None:
    """The span of the body's name, from the surest place to the least sure."""
    after = head.title[1] if head.title else 0
    if head.title:
        found = _SUBTITLE.match(body, after, after + 80) or _UNIT_AND_NAME.match(body, after, after + 80)
    else:
        found = _FIRST_WORDS.match(body)
    if not found and government:
        found = _HOLDER.search(body, 0, _OFFICE_REACH)
    if not found:
        end = len(body.rstrip())
        found = _SIGNATURE.search(body, max(after, end - _END), end)
    return found.span("unit") if found and BODY_END.search(found["unit"]) else None
