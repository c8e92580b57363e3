"""ST06 · A body that tells of something else than its heading.

What it flags
    A section of which no word of matter in the heading comes back in its text, not even in
    pieces, while another section of the report tells of just that matter.

Why it matters
    The heading was kept and the text under it changed, or the text went under the wrong heading.

Flagged
    2.人才引进步伐加快, with nothing under it but street lamps.

Accepted
    Headings of set words only (再上新台阶); a heading whose matter no other section has: then it
    may be told in other words.

Known misses
    A body that drops the heading's word in passing; synonyms (which is why this is a preview).

Source
    checks.tsv ST06; set words: comparing/genre_words.txt.
"""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import families
from zongjie.comparing.similarity import content_words, coverage
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_TALENT = "设立人才驿站，引进博士和高级技师，发放安家补贴，人才公寓配套齐全，人才留得住、用得上。"
_LAMPS = "更换街巷老旧路灯，铺设电缆，安装开关箱，夜间出行更加安心，居民纷纷点赞。"

CHECK = Check(
    code="ST06",
    name="heading-drift",
    title="文不对题",
    severity="warning",
    flagged=(
        f"一、主要工作\n1.路灯照明惠及街巷。{_LAMPS}\n⟦2.人才驿站步伐加快。更换老旧线缆，修补井盖，疏通排水沟渠，雨天不再积水。⟧\n"
        f"3.安家补贴发放到位。{_TALENT}\n",
    ),
    accepted=(
        f"一、主要工作\n1.路灯照明惠及街巷。{_LAMPS}\n2.人才驿站步伐加快。{_TALENT}\n3.工作水平再上新台阶。修补井盖，疏通排水沟渠。\n",
    ),
    preview=True,
    about="标题里的实词在正文中一个也没有，而另一节正在讲这件事，像是内容放错了标题。",
)

_SHORTEST, _LONGEST = 15, 400  # characters of body: in a long one any word may come by chance
_COVERED = 0.75
_MOST = 60  # siblings: beyond that they are items of a list


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each section with a body foreign to its heading."""
    grouped = families(analysis)
    for siblings in grouped.values():
        leaves = [one for one in siblings if one.number and one.id not in grouped]
        if not 3 <= len(leaves) <= _MOST:
            continue
        bodies = [analysis.body[one.body_start : one.end] for one in leaves]
        for at, one in enumerate(leaves):
            if not _SHORTEST <= len(bodies[at]) <= _LONGEST:
                continue
            wanted = set(content_words(one.heading or ""))
            if len(wanted) < 2 or coverage(one.heading or "", bodies[at]) > 0:
                continue
            home = _home(one, leaves, bodies)
            if home is not None:
                yield _alarm(analysis, one, home, tuple(sorted(wanted)))


def _home(one: Section, leaves: list[Section], bodies: list[str]) -> Section | None:
    """The sibling whose text tells of the heading's matter."""
    scores = [
        (coverage(one.heading or "", body), other)
        for other, body in zip(leaves, bodies, strict=True)
        if other is not one
    ]
    score, best = max(scores, key=lambda pair: pair[0])
    return best if score >= _COVERED else None


def _alarm(analysis: Analysis, one: Section, home: Section, wanted: tuple[str, ...]) -> Alarm:
    matter = tuple(dict.fromkeys(content_words(analysis.body[one.body_start : one.end])))[:6]
    end = one.start + len(analysis.body[one.start : one.end].rstrip())
    return Alarm(
        one.start,
        end,
        zh=f"标题“{one.heading}”讲的是{'、'.join(wanted)}，正文讲的是{'、'.join(matter)}。请核对是否放错了位置。",
        en=f"The heading is about {', '.join(wanted)}, the text about {', '.join(matter)}. "
        "One of them is out of place.",
        related=(
            Side(
                home.start,
                min(home.end, home.start + 40),
                "讲到标题内容的小节",
                "the section that tells of the heading",
            ),
        ),
        evidence={"heading": wanted, "body": matter},
        caveat_zh="正文可能换了说法。",
        caveat_en="The text may use other words.",
    )
