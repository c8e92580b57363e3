"""Who got an honour: the subject before the verb, or the person named in it."""

import re

from zongjie.lexicons.surnames import SURNAMES

_POST = (
    "委员|同志|老师|教师|医生|医师|教授|主任|书记|局长|科长|院长|校长|经理|代表|专家|干部|民警|法官|检察官|"
    "护士|工程师"
)
_PERSON = re.compile(
    rf"""(?P<named> [{SURNAMES}] [\u4e00-\u9fff]{{1,2}} (?: {_POST} ) )
      | (?: {_POST} | 党员 | 职工 ) (?P<after> [{SURNAMES}] [\u4e00-\u9fff]{{1,2}} (?= 积极 | 参与 | 同志 |
          被 | 荣 | 获 | 撰写 | 主持 | 在 | 的 | , | ， | 、 ) )""",
    re.VERBOSE,
)
_LEAD = re.compile(
    r"^(?:\s|其中|同时|目前|另外|此外|并且?|还|也|先后|成功|连续|再次|分别|均|又|已|首次|一举|今年|去年|"
    r"[一二三四五六七八九十]+是|顺利|陆续|相继|持续|新增)+"
)
_TAIL = re.compile(r"(?:并|还|也|先后|成功|连续|再次|分别|均|又|已|首次|一举|被|同时|双双|共同?|累计)+$")
_LONGEST = 40
_A_DEED = re.compile(  # a clause before, which tells of something else: 城市环境改善,获评…
    r"改善|提升|提高|增强|显著|明显|深化|加强|推进|启动|实施|实行|发展|继续|巩固|扩大|完成|建成|达到|超过|增长|成效|蓬勃|全面|深入"
    r"|持续|[0-9]亿|万元"
)
_NO_SUBJECT = re.compile(
    r"^(?:在|将|以|对|由|从|为|把|按|经|通过|根据|围绕|坚持|实现|推动|推进|完成|开展)|[“‘「《（(]$"
)


def recipient_before(body: str, start: int, end: int) -> str | None:
    """The recipient told in ``body[start:end]``, the words before the verb of the honour.

    A person named wins; else the nearest clause that has a subject left once adverbs are off.
    """
    people = [m.group("named") or m.group("after") for m in _PERSON.finditer(body, start, end)]
    if people:
        return people[-1]
    for nearest, clause in enumerate(reversed(re.split(r"[,，]", body[start:end]))):
        subject = _TAIL.sub("", _LEAD.sub("", clause)).strip()
        subject = re.sub(r"被[\u4e00-\u9fff]{2,12}$", "", subject)  # 被农业部授予: who gives it
        if 2 <= len(subject) <= _LONGEST and not _NO_SUBJECT.search(subject):
            return None if nearest and _A_DEED.search(subject) else subject
        if len(subject) > _LONGEST:
            return None
    return None
