"""RS02 · The web page a text was copied from still clings to it.

What it flags
    What the cleaners took for furniture (an editor's blurb, byline, buttons, breadcrumbs, praise
    before the title, related links) and phrases of download sites inside the text. One finding a
    document: it points at the blurb, or else at the longest piece, and lists the others.

Why it matters
    供您参考! at the head of a report tells everybody where it came from.

Flagged
    以下是小编为大家整理的工作总结，供您参考!

Accepted
    供领导参考 inside a report's own prose.

Known misses
    Furniture that looks like prose (a news abstract without a label).

Source
    checks.tsv RS02; GENRE 1.9.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis, Removed
from zongjie.settings import Settings

CHECK = Check(
    code="RS02",
    name="web-residue",
    title="网页残留",
    severity="error",
    flagged=(
        "甲山县水利局2024年工作总结\n⟦以下是小编为大家整理的水利局工作总结，供您参考!⟧\n一、主要工作\n修复渠道12公里。\n",
        "甲山县水利局2024年工作总结\n一、主要工作\n修复渠道12公里。⟦点击下载完整文档。⟧\n二、存在问题\n人手不足。\n",
    ),
    accepted=(
        "甲山县水利局2024年工作总结\n一、主要工作\n编写防汛简报12期，供县领导参考。修复渠道12公里。\n",
    ),
    about="从网页上带下来的东西：小编按语、分享按钮、面包屑、相关链接。全篇一条，指最长的一处。",
)

_SITE_PHRASE = re.compile(
    r"点击下载|点击(?:这里|此处)查看|小编|转载请注明|扫描下方二维码|长按识别|(?:正式)?会员可(?:完整)?阅读|由会员分享|本文由.{2,12}网(?:整理|提供|发布)"
)
_SIGNS = ("点击", "小编", "转载请", "扫描下方", "长按识别", "会员可", "会员分享", "本文由")
_BEFORE_SIGN = 2  # characters of a phrase before its sign (正式会员可阅读)
_STOPS = "\u3002\uff01!\uff1f?\n"
_REACH = 80
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_KINDS = {"site_title": 1, "byline": 1, "blurb": 3, "tail": 2, "page_furniture": 2}


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document, the worst piece first."""
    text = analysis.report.text
    removed = [one for one in analysis.removed if _is_site_words(text, one)]
    inside = [_sentence(analysis.body, match) for match in _phrases(analysis.body)]
    weights = [(_KINDS[one.kind], one.end - one.start, (one.start, one.end)) for one in removed]
    weights += [(3, end - start, (start, end)) for start, end in dict.fromkeys(inside)]
    if not weights:
        return
    worst = max(weights)[2]
    places = [worst, *sorted(place for _, _, place in weights if place != worst)]
    kinds = tuple(sorted({one.kind for one in removed} | ({"phrase"} if inside else set())))
    yield one_alarm(
        places,
        "这是网页上带下来的内容，不属于报告（共 {count} 处）。请删去。",
        "This came along from a web page and is no part of the report ({count} pieces). Take it out.",
        evidence={"kinds": kinds},
    )


def _phrases(body: str) -> Iterator[re.Match[str]]:
    """Phrases of download sites, looked for at their signs."""
    yield from matches_about(_SITE_PHRASE, body, places_of(body, _SIGNS), _BEFORE_SIGN)


def _is_site_words(text: str, one: Removed) -> bool:
    """Words for people; comments, escapes and script ends are RS08's."""
    words = text[one.start : one.end]
    return not words.startswith("<!--") and _CHINESE.search(words) is not None


def _sentence(body: str, match: re.Match[str]) -> Place:
    """The sentence around a phrase, within 80 characters either way, its stop included."""
    floor = max(0, match.start() - _REACH)
    start = max(body.rfind(stop, floor, match.start()) for stop in _STOPS) + 1
    start = max(start, floor)
    while start < match.start() and body[start].isspace():
        start += 1
    ends = [at for stop in _STOPS if (at := body.find(stop, match.end(), match.end() + _REACH)) >= 0]
    end = min(ends) + 1 if ends else match.end()
    return start, len(body[:end].rstrip()) if body[end - 1] == "\n" else end
