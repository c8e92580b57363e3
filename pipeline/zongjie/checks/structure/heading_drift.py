"""ST06 · A body that tells of something else than its heading.

What it flags
    A section whose heading has words of one theme (招商, 养老, 节水) and whose text has at least three
    words of other themes and next to none of that one, nor the heading's own words.

Why it matters
    The heading was kept and the text under it changed, or the text went under the wrong heading.

Flagged
    2.人才引进步伐加快, with nothing under it but drains and street lamps.

Accepted
    Headings without a word of any theme (再上新台阶); texts of a neighbouring theme (welfare under
    culture).

Known misses
    Half of the sections whose text was exchanged: headings of set words, texts of mixed themes.
    With ``--engine neural`` the encoder judges in place of words, and finds more (docs/encoder.md).

Source
    checks.tsv ST06; the keywords of lexicons/themes.toml.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.foreign_body import foreign
from zongjie.checks.structure.outline import families
from zongjie.checks.structure.theme_words import are_near, plainly_of, theme_groups, theme_groups_within
from zongjie.comparing.similarity import content_words, coverage
from zongjie.document import Analysis, Section
from zongjie.lexicons.themes import taxonomy
from zongjie.settings import Settings

_TALENT = "设立人才驿站，引进博士和高级技师，发放安家补贴，建成科研平台两个，攻克关键核心技术三项。"
_CARE = "新建养老服务中心两处，提高低保标准，办好老年食堂，医疗救助覆盖困难群众，扩大就业。"
_WATER = "治理黑臭水体，划定生态红线，更新污水管网，空气质量优良天数逐年增加。"

CHECK = Check(
    code="ST06",
    name="heading-drift",
    title="文不对题",
    severity="warning",
    flagged=(
        f"一、主要工作\n1.生态环境持续向好。{_WATER}\n⟦2.科技创新步伐加快。{_CARE}⟧\n"
        f"3.社会事业全面进步。{_CARE}\n",
    ),
    accepted=(
        f"一、主要工作\n1.生态环境持续向好。{_WATER}\n2.科技创新步伐加快。{_TALENT}\n3.工作水平再上新台阶。{_CARE}\n",
    ),
    preview=True,
    about="标题有某一主题的词，正文却几乎全是别的主题的词，标题里的实词也没有出现，像是内容放错了标题。",
)

_SHORTEST, _LONGEST = 15, 2000  # characters of body
_COVERED = 0.35  # share of the heading's words that may come back
_WORDS = 3  # theme words in the body, at least
_OWN = 0.1  # share of them that may be the heading's
_SET_WORDS = re.compile("健康(?=发展|运行)|高质量发展|协调发展")  # words of themes that say nothing here
_MOST = 60  # siblings: beyond that they are items of a list


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each section with a body foreign to its heading."""
    grouped = families(analysis)
    for siblings in grouped.values():
        leaves = [one for one in siblings if one.number and one.id not in grouped]
        if not 3 <= len(leaves) <= _MOST:
            continue
        if settings.engine == "neural":
            yield from foreign(analysis, leaves)
            continue
        for one in leaves:
            told = _clash(analysis, one)
            if told is not None:
                yield _alarm(analysis, one, _home(analysis, one, leaves), *told)


def _clash(analysis: Analysis, one: Section) -> tuple[str, str] | None:
    """The theme group of the heading and that of the body, if they have nothing to do with each other."""
    heading = one.heading or ""
    said = theme_groups(_SET_WORDS.sub("", heading))
    body = analysis.body[one.body_start : one.end]
    if not said or not _SHORTEST <= len(body) <= _LONGEST or coverage(heading, body) > _COVERED:
        return None
    if plainly_of(analysis.body, one.body_start, one.end, said, _OWN):
        return None
    told = theme_groups_within(analysis.body, one.body_start, one.end)
    count = sum(told.values())
    if count < _WORDS or sum(told[group] for group in said) > _OWN * count:
        return None
    usual = max(told, key=lambda group: (told[group], group))
    return None if any(are_near(group, usual) for group in said) else (min(said), usual)


def _home(analysis: Analysis, one: Section, leaves: list[Section]) -> Section | None:
    """The sibling whose text tells most of the heading's matter, if one does."""
    scores = [
        (coverage(one.heading or "", analysis.body[other.body_start : other.end]), other)
        for other in leaves
        if other is not one
    ]
    score, best = max(scores, key=lambda pair: pair[0])
    return best if score > 2 * _COVERED else None


def _alarm(analysis: Analysis, one: Section, home: Section | None, said: str, told: str) -> Alarm:
    body = analysis.body[one.body_start : one.end]
    matter = tuple(dict.fromkeys(content_words(body)))[:6]
    names = taxonomy().group(said), taxonomy().group(told)
    related = (
        ()
        if home is None
        else (
            Side(home.start, min(home.end, home.start + 40), "讲到标题内容的小节", "a section on the matter"),
        )
    )
    return Alarm(
        one.start,
        one.start + len(analysis.body[one.start : one.end].rstrip()),
        zh=(
            f"标题“{one.heading}”讲的是{names[0].zh}，正文讲的是{names[1].zh}（{'、'.join(matter)}）。"
            "请核对是否放错了位置。"
        ),
        en=f"The heading “{one.heading}” is about {names[0].en}, the text about {names[1].en} "
        f"({', '.join(matter)}). One of them is out of place.",
        related=related,
        evidence={"heading": names[0].zh, "body": names[1].zh},
        caveat_zh="正文可能换了说法。",
        caveat_en="The text may use other words.",
    )
