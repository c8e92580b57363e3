"""Every shortfall that a report admits, in a problem section or in a paragraph of its own."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zongjie.document import Analysis, Problem, Section
from zongjie.extractors.listing import after_mark, clauses, list_items, opens_with_mark, trimmed
from zongjie.extractors.zones import is_inside, plan_sections, problem_sections, within

# The sentence that opens a confession: we see clearly that there are still problems.
_CONFESSION = re.compile(
    r"""(?P<sure> 清醒地? (?: 认识 | 看 | 意识 ) 到 | 清醒的是 | 必须承认 | 必须直面 | 不尽如?人意
        | (?: 问题 | 困难 | 不足 ) [也仍更]? 不 (?: 容 | 能 | 可 ) 忽视
        | 清醒地? (?: 认识 | 看待 ) (?= 面临 | 存在 )
        | (?: 问题 | 困难 | 不足 ) 有? (?: 着 | 了 )? 清醒 (?: 的 )? 认识
        | (?: 存在 | 面前 | 面临 ) 的? (?: 主要 | 突出 )? (?: 问题 | 困难 | 不足 )
          (?: [和与及、] (?: 问题 | 困难 | 不足 | 挑战 | 短板 ) )?
          (?: 主要 )? (?: 表现 | 有 | 是 | 包括 | [:：] ) )
      | (?P<strong> 深知 | 深感 | (?<!深刻) 认识到 | 意识到 | (?<= [也还应要须该们当] ) 看到
        | 正视 (?= [^。\n]{0,20} (?: 存在 | 面临 | 不足 | 差距 ) ) | 不容忽视 )
        [^。\n]{0,60}?
        (?: (?<! 解决 ) 问题 | 不足 | (?<! [切服胜解] ) 困难 (?! [人群户职] ) | 差距 | 短板 | 弱项
            | 薄弱 | 挑战 | 缺点 | 制约 | 不平衡 | 不够 | 不高 | 不强 | 有待 | 压力 | 风险 )
      | (?: (?: 还 | 仍 | 也 | 仍然 | 依然 ) (?: 面临 | 存在 )
          | [还也] 有 (?: 不少 | 许多 | 很多 | 一些 | 诸多 | 较多 | [较很] 大 | 一定 ) ) [^。\n]{0,30}?
        (?: 缺点 | 问题 | 不足 | 困难 | 差距 | 短板 | 薄弱环节 | 弱项 | 挑战 (?= [:：。] ) )""",
    re.VERBOSE,
)
_OPENING = re.compile(  # one letter each, so that none hides another
    "清(?=醒)|必(?=须)|不(?=[尽容])|问(?=题)|困(?=难)|不(?=足)|存(?=在)|面(?=[前临])|深(?=[知感])|认(?=识)|意(?=识)"
    "|看(?=到)|正(?=视)|还(?=[面存有])|仍(?=[面存然])|也(?=[面存有])|依(?=然)"
)
"""How a confession begins: it is looked for there only."""
# The words that lead into a confession, and a lead that tells nothing yet (还存在一些问题).
_LEAD_IN = re.compile(
    r"^[^。\n]{0,80}?(?:清醒|深刻|充分|客观|必须|应当|应该|也|还|同时)?地?(?:认识到|看到|意识到|正视|深知|"
    r"深感|感到)[,，:：]?\s{0,3}"
)
_NOTHING_YET = re.compile(
    r"^(?:[^,，]{1,6}[,，])?[^,，]{0,24}?(?:还|仍|也|依然|尚)?(?:然)?(?:面临|存在|有)(?:着|了)?[^,，]{0,14}(?:问题|不足|"
    r"困难|挑战|差距|短板|弱项|环节|缺点|矛盾|制约)(?:和[^,，]{0,8})?$"
)
# What a clause says when it tells of a shortfall.
_SHORTFALL = re.compile(
    r"不够|不足|不高|不强|不大|不多|不平衡|不充分|不优|不深|不到位|不及时|不均|不完善|不健全|不畅|不牢|不紧"
    r"|不实|不严|不快|不稳|不广|不力|不适应|不协调|不明显|不合理|不相适应|不规范|不扎实|不全面|不匹配|不活|"
    r"不旺"
    r"|有待|有差距|差距|短板|弱项|薄弱|滞后|缺乏|缺少|短缺|欠缺|偏低|偏小|偏弱|偏少|偏慢|较低|较弱|较小|"
    r"较少|较慢"
    r"|较大压力|压力较大|压力大|困难|难题|瓶颈|制约|隐患|风险|矛盾|问题|下滑|下降|乏力|突出|尚未|未能|没有|"
    r"还需|仍需|尚需"
    r"|需进一步|需要进一步|堵点|痛点|任务艰巨|任务繁重|形式主义|官僚主义|挑战|不容乐观|落后|脱节|紧张|缺口|"
    r"难以|不能(?:完全|很好)?(?:适应|满足)|亟待|任重道远|不丰富|不够|不及预期|欠账|能力弱|偏大|偏高|偏长|偏慢|单一|较短|不长|较粗|未形成|未完成|不均|不多|不宽|不密|不细|不优"
)
# Where the confession is over: what will be done about it.
_TURN = re.compile(
    r"^(?:对此|对于?(?:上述|以上|这些)|这些(?:问题|困难|不足)|以上|上述|针对|我们(?:一定)?(?:将|要|必须)|"
    r"今后|下一步|下一阶段"
    r"|为此|同志们|各位|在今后|必须|要(?:坚持|切实|采取|高度|进一步)|面对(?:这些|上述|以上|困难|问题|挑战|如此)|困难问题|"
    r"(?:同时)?[^。]{0,6}更要|"
    r"我国具有|以上问题)"
)
_REMEDY = re.compile(
    r"加以解决|认真解决|逐步解决|努力解决|着力解决|切实解决|加以改进|切实改进|采取(?:有效|有力|切实|"
    r"更加)?[^。]{0,6}措施|直面|高度重视|下大?力气|予以解决|改进工作"
)
_LEAD = re.compile(
    r"(?:问题|不足|挑战|困难|短板|差距|弱项|环节|缺点)[^:：。]{0,8}[:：]"
    r"|(?:主要(?:是|有|表现(?:在|为)?|体现在)|表现(?:在|为)|如下|集中(?:表现|"
    r"体现)[在为])[^:：。]{0,12}[:：,，]"
)
# Words of shortfall that tell of none: what was overcome, whom one helps.
_NONE_TOLD = re.compile(
    r"(?:战胜|克服|化解|不为)[^,，。;；]{0,12}?(?:困难|问题|风险|挑战|矛盾)"
    r"|困难(?:群众|职工|学生|家庭|户|人|企业)"
    r"|(?:解决|防范)[^,，。;；]{0,14}?(?:问题|困难|难题|风险)"
)
_SOBER = re.compile("[^。]{0,12}清醒")
# Where no confession is announced: so many of these words in one paragraph make it one.
_PLAIN = re.compile(
    "不够|不强|不高|不足|不优|不牢|不快|薄弱|滞后|偏低|偏小|有待|短板|欠账|尚未|不及预期|匮乏|仍然?较[低弱大]"
)
_DENSE, _CHARACTERS_EACH = 4, 60
_ADDRESS = re.compile(r"\s{0,8}(?:各位|同志们)")
_COMMA = re.compile("[,，]")
_SHORTEST = 5
_BARE = " \t\r\n\u3000*。．.:：;；"
_LEAST_PARTS = 3  # a sentence with so many shortfalls between its commas is a list of them
_AWAY = re.compile(r"原因|对策|措施|打算|建议|下一步|方向|安排|成绩|做法")


def extract_problems(analysis: Analysis) -> tuple[Problem, ...]:
    """The shortfalls told, in reading order; the span is the clause without mark and end stop."""
    zones = [(s.start, s.end) for s in problem_sections(analysis.sections)]
    spans = [span for s in problem_sections(analysis.sections) for span in _of_section(analysis, s)]
    spans += _in_passing(analysis, zones) or ([] if spans else _unannounced(analysis))
    found = sorted(set(spans))
    return tuple(
        Problem(f"p{at}", start, end, _section_id(analysis, start))
        for at, (start, end) in enumerate(found, 1)
    )


def _unannounced(analysis: Analysis) -> list[tuple[int, int]]:
    """The shortfalls of the first paragraph that is full of them, outside the plan."""
    body = analysis.body
    plans = [(s.start, s.end) for s in plan_sections(analysis.sections)]
    for start, end in analysis.outline.paragraphs:
        told = len(_PLAIN.findall(body, start, end)) if end - start > 80 else 0
        if told >= _DENSE and (end - start) / told <= _CHARACTERS_EACH and not is_inside(start, plans):
            return list(_shortfalls(body, start, end))
    return []


def _section_id(analysis: Analysis, offset: int) -> str | None:
    section = analysis.section_at(offset)
    return section.id if section else None


def _of_section(analysis: Analysis, section: Section) -> Iterator[tuple[int, int]]:
    """The problems of a problem section: of its sub-sections, else of its own text."""
    inner = within(analysis.sections, section)[1:]
    own_end = inner[0].start if inner else section.end
    for one, end in zip(
        (section, *inner), (own_end, *(_own_end(inner, i) for i in range(len(inner)))), strict=True
    ):
        if one is not section and _AWAY.search(one.heading or ""):
            continue
        yield from _of_text(analysis, one, end, is_top=one is section)


def _own_end(inner: tuple[Section, ...], at: int) -> int:
    return inner[at + 1].start if at + 1 < len(inner) else inner[at].end


def _of_text(analysis: Analysis, section: Section, end: int, *, is_top: bool) -> Iterator[tuple[int, int]]:
    body = analysis.body
    heading = section.heading or ""
    first, last = section.heading_start, section.heading_end
    told = not is_top and first is not None and last is not None
    bare = not body[section.body_start : end].strip(_BARE)
    if told and (bare or _SHORTFALL.search(heading)):  # an item of the list of problems
        yield first, last  # type: ignore[misc]
        return
    yield from _shortfalls(body, section.body_start, end)


def _shortfalls(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The shortfalls of a stretch of text: the items of its list, else its clauses."""
    _, items = list_items(body, start, end)
    if items:
        yield from (item for item in items if not _TURN.match(body[slice(*item)]))
        return
    for first, last in clauses(body, start, end):
        alone = (
            body[max(0, first - 2) : first + 1].strip()[:1] not in ";；"
            and body[last : last + 1] not in ";；"
        )
        first = after_mark(body, first, last)
        words = body[first:last]
        if _TURN.match(words) and not _SOBER.match(words):
            continue
        remedy = _REMEDY.search(words)
        if remedy:
            last = first + max(words.rfind(comma, 0, remedy.start()) for comma in ",，")
            words = body[first : max(first, last)]
        lead = _LEAD.search(words) or _LEAD_IN.match(words)
        if lead:
            first += lead.end()
            words = body[first:last]
        if _NOTHING_YET.match(words):
            continue
        if alone and len(parts := _parts(body, first, last)) >= _LEAST_PARTS:
            yield from parts
        elif len(words) >= _SHORTEST and _tells(words):
            yield first, last


def _tells(words: str) -> bool:
    """Whether the words tell of a shortfall."""
    return bool(_SHORTFALL.search(words)) and bool(_SHORTFALL.search(_NONE_TOLD.sub("", words)))


def _parts(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """The shortfalls that one sentence counts up between commas, each with what leads up to it."""
    found: list[tuple[int, int]] = []
    first = start
    for comma in _COMMA.finditer(body, start, end):
        if _add_part(body, first, comma.start(), found):
            first = comma.end()
    _add_part(body, first, end, found)
    return found


def _add_part(body: str, start: int, end: int, found: list[tuple[int, int]]) -> bool:
    start, end = trimmed(body, start, end)
    if end - start < _SHORTEST or not _tells(body[start:end]):
        return False
    found.append((start, end))
    return True


def _confessions(body: str) -> Iterator[re.Match[str]]:
    """The matches of ``_CONFESSION``, none inside another."""
    done = 0
    for opening in _OPENING.finditer(body):
        if opening.start() >= done and (found := _CONFESSION.match(body, opening.start())):
            yield found
            done = found.end()


def _in_passing(analysis: Analysis, zones: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Confessions outside problem sections: from their sentence to the turn or the paragraph's end."""
    body = analysis.body
    plans = [(s.start, s.end) for s in plan_sections(analysis.sections)]
    spans: list[tuple[int, int]] = []
    done = 0
    for found in _confessions(body):
        at = found.start()
        if at < done or is_inside(at, zones):
            continue
        certain = (
            found.group("strong") or found.group("sure") or _LEAD.search(body, found.end(), found.end() + 60)
        )
        first, done = _sentence_start(body, at), _paragraph_end(analysis, at)
        end = _turn(body, found.end(), done)
        if _ADDRESS.match(body, first):
            first = at
        here = [span for span in _shortfalls(body, first, end) if span[1] > at]
        if certain or len(here) >= _LEAST_PARTS or not is_inside(at, plans):
            spans += here
    return spans


def _sentence_start(body: str, at: int) -> int:
    return max(body.rfind(stop, 0, at) for stop in "。\n\r!") + 1


def _paragraph_end(analysis: Analysis, at: int) -> int:
    paragraphs = analysis.outline.paragraphs
    index = bisect_left(paragraphs, at + 1, key=lambda p: p[1])
    if index < len(paragraphs) and paragraphs[index][0] <= at:
        announced = analysis.body[paragraphs[index][1] - 1] in ":："
        while index + 1 < len(paragraphs) and opens_with_mark(
            analysis.body, *paragraphs[index + 1], announced=announced
        ):
            index += 1
        return paragraphs[index][1]
    line = analysis.body.find("\n", at)
    return len(analysis.body) if line < 0 else line


def _turn(body: str, start: int, end: int) -> int:
    """Where, after ``start``, a sentence begins that says what will be done about it."""
    at = body.find("。", start, end)
    while at >= 0:
        if _TURN.match(body[at + 1 : min(at + 40, end)].lstrip()):
            return at + 1
        at = body.find("。", at + 1, end)
    return end
