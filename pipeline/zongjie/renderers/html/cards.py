"""The right half of the page: what was found, as cards that point into the text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zongjie.document import Analysis, Finding, Quantity, Related, Source
from zongjie.renderers import told
from zongjie.renderers.html.escape import e
from zongjie.renderers.html.growth_chart import growth_chart
from zongjie.renderers.html.marks import HUES, card_field, is_repeat, key_of
from zongjie.renderers.lint import shown_findings
from zongjie.renderers.numbering import Numbering
from zongjie.renderers.words import ROLE, SEVERITY, word

_SLOT = re.compile(r"(【(?:待填|核对)[^】]{0,200}】)")
_ROWS, _CARDS, _PLACES, _QUOTE = 40, 120, 8, 90


@dataclass
class Cards:
    """Writes the panels; ``keys`` holds the key of each quantity by its id."""

    analysis: Analysis
    numbering: Numbering
    lang: str
    titles: Mapping[str, str]
    keys: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = {q.id: key_of("q", q.id, at) for at, q in enumerate(self.analysis.quantities)}
        self.shown = shown_findings(self.analysis)

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    # ---- small pieces -------------------------------------------------------------------

    def line_words(self, offset: int) -> str:
        return self.numbering.words(offset, self.lang)

    def quote(self, start: int, end: int, most: int = _QUOTE) -> str:
        words = " ".join(self.analysis.report.text[start:end].split())
        return e(words if len(words) <= most else words[: most - 1] + "…")

    def chip(self, place: str, offset: int, label: str = "") -> str:
        words = f"{label} · {self.line_words(offset)}" if label else self.line_words(offset)
        return f'<button class=chip data-place="{place}">{e(words)}</button>'

    def chips(self, key: str, places: Iterable[tuple[int, Source | Related]]) -> str:
        here = [(at, one) for at, one in places if one.doc is None]
        shown, last = "", ""
        for at, one in here[:_PLACES]:
            label = one.label if isinstance(one, Related) else ""
            shown += self.chip(f"{key}.{at}", one.start, label if label != last else "")
            last = label
        if len(here) > _PLACES:
            shown += self.say(f"<i>另 {len(here) - _PLACES} 处</i>", f"<i>{len(here) - _PLACES} more</i>")
        return shown

    def cut(self, rows: Sequence[str], most: int) -> str:
        """The first rows; the rest in a template that a button (or a click in the text) opens."""
        if len(rows) <= most:
            return "".join(rows)
        left = len(rows) - most
        words = self.say(f"显示其余 {left} 条", f"show {left} more")
        rest = "".join(rows[most:])
        return f'{"".join(rows[:most])}<template class=more data-words="{words}">{rest}</template>'

    def nothing(self, zh: str, en: str) -> str:
        return f"<p class=none>{self.say(zh, en)}</p>"

    # ---- panels -------------------------------------------------------------------------

    def overview(self) -> Iterator[str]:
        yield f"<h2>{self.say('身份', 'Identity')}</h2><dl class=id>"
        for field_key, name, value in told.identity_fields(self.analysis.profile, self.lang):
            known = any(card_field(one.field) == field_key for one in self.analysis.profile.evidence)
            link = f' data-key="i-{e(field_key)}" tabindex=0' if known else ""
            yield f"<div{link}><dt>{e(name)}</dt><dd>{e(value)}</dd></div>"
        for name, words, count, one in told.dissent_words(self.analysis, self.lang):
            again = f" ×{count}" if count > 1 else ""
            against = self.say("另见", "against")
            yield (
                f'<div class=dissent data-key="x-{e(one.field)}" tabindex=0><dt>{against}·{e(name)}</dt>'
                f"<dd>{e(words)}{again}</dd></div>"
            )
        yield "</dl>"
        if self.analysis.summary.sentences:
            yield f"<h2>{self.say('简报', 'Brief')}</h2><dl class=brief>"
            for at, (label, words, sentence) in enumerate(told.brief_lines(self.analysis, self.lang)):
                chips = self.chips(f"s{at}", enumerate(sentence.sources))
                yield (
                    f'<div class=card data-key="s{at}" tabindex=0><dt>{e(label)}</dt>'
                    f"<dd>{e(words)} <span class=chips>{chips}</span></dd></div>"
                )
            yield "</dl>"
        if self.analysis.problems:
            yield f"<h2>{self.say('报告承认的不足', 'Shortfalls admitted')}</h2><ol class=list>"
            for at, shortfall in enumerate(self.analysis.problems):
                words = self.quote(shortfall.start, shortfall.end, 140)
                where = e(self.line_words(shortfall.start))
                yield (
                    f'<li class="card pr" data-key="pr{at}" tabindex=0>{words} <small>{where}</small></li>'
                )
            yield "</ol>"
        if self.analysis.awards:
            yield f"<h2>{self.say('荣誉', 'Awards')}</h2><ul class=list>"
            for at, award in enumerate(self.analysis.awards):
                who = f" <span>{e(award.recipient)}</span>" if award.recipient else ""
                yield (
                    f'<li class="card w" data-key="w{at}" tabindex=0><b>{e(award.title)}</b>{who}'
                    f" <small>{e(self.line_words(award.start))}</small></li>"
                )
            yield "</ul>"

    def figures(self) -> Iterator[str]:
        achieved = self.analysis.achievements
        if not achieved:
            yield self.nothing("没有找到带数字的成果。", "No achievements in figures.")
        groups = told.by_group(self.analysis, achieved)
        if len(groups) > 1:
            yield self.chart({told.group_words(g, self.lang): len(qs) for g, qs in groups.items()})
        growth = self.say("增长率", "Growth")
        if chart := growth_chart(achieved, growth):
            yield f"<h2>{growth} <small>%</small></h2>{chart}"
        leading = told.key_figures(self.analysis)
        if len(achieved) > _ROWS and leading:
            yield f"<h2>{self.say('主要指标', 'Key figures')}</h2><table>"
            yield from map(self.figure, leading)
            yield "</table>"
        for group, quantities in groups.items():
            name = told.group_words(group, self.lang)
            yield f"<h2>{e(name)} <small>{len(quantities)}</small></h2><table><tbody>"
            yield self.cut([self.figure(q) for q in quantities], _ROWS)
            yield "</tbody></table>"
        targets = [q for q in self.analysis.quantities if q.kind == "target"]
        if targets:
            yield f"<h2>{self.say('计划目标', 'Targets')} <small>{len(targets)}</small></h2><table><tbody>"
            yield self.cut([self.figure(q) for q in targets], _ROWS)
            yield "</tbody></table>"

    def figure(self, q: Quantity) -> str:
        written = told.as_written(q, self.analysis.report.text, self.lang)
        change = told.change_words(q)
        note = f" <i>{e(change)}</i>" if change else ""
        look = "a" if q.kind == "achievement" else "t"
        words = e(told.about_words(q, self.analysis.report.text))
        return (
            f'<tr class="card {look}" data-key="{self.keys[q.id]}" tabindex=0><th>{e(written)}</th>'
            f"<td>{words}{note}</td><td class=n>{e(self.line_words(q.start))}</td></tr>"
        )

    def chart(self, counts: Mapping[str, int]) -> str:
        """Bars of achievements by theme."""
        most, rows = max(counts.values()), []
        ranked = sorted(counts.items(), key=lambda pair: -pair[1])[:14]
        for at, (name, count) in enumerate(ranked):
            y, length = at * 22, max(round(200 * count / most), 2)
            rows.append(
                f"<text x=146 y={y + 15} text-anchor=end>{e(name)}</text>"
                f"<rect x=154 y={y + 4} width={length} height=14 rx=3 />"
                f"<text x={160 + length} y={y + 15} class=v>{count}</text>"
            )
        label = self.say("各主题成果数", "achievements by theme")
        height = 22 * len(ranked) + 4
        return (
            f'<svg class=bars role=img aria-label="{label}" viewBox="0 0 400 {height}">{"".join(rows)}</svg>'
        )

    def findings(self) -> Iterator[str]:
        if not self.shown:
            yield self.nothing("没有发现问题。", "Nothing found.")
        yield self.cut([self.finding(f, at) for at, f in enumerate(self.shown)], _CARDS)
        hidden = len(self.analysis.findings) - len(self.shown)
        if hidden:
            yield self.nothing(
                f"另有 {hidden} 条试行或已压下的，见 JSON。",
                f"{hidden} preview or suppressed ones are in the JSON.",
            )

    def finding(self, f: Finding, at: int) -> str:
        title = self.titles.get(f.code, f.name)
        key = key_of("f", f.id, at)
        places = self.chip(f"{key}.0", f.start) + self.chips(key, enumerate(f.related, 1))
        severity = word(SEVERITY, f.severity, self.lang)
        parts = [
            f'<article class="card f {f.severity}" data-key="{key}" tabindex=0>',
            f"<header><b>{e(severity)}</b> <code>{e(f.code)}</code> {e(title)}</header>",
            f"<p>{e(f.message)}</p>",
            f"<blockquote>{self.quote(f.start, f.end)}</blockquote>",
            f"<div class=chips>{places}</div>",
        ]
        if f.fix is not None:
            parts.append(f"<p class=fix>{self.say('改成：', 'Fix: ')}{e(f.fix)}</p>")
        if f.caveat:
            parts.append(f"<p class=caveat>{self.say('也可能没错：', 'May be right: ')}{e(f.caveat)}</p>")
        return "".join([*parts, "</article>"])

    def repeats(self) -> Iterator[str]:
        found = [(at, f) for at, f in enumerate(self.shown) if is_repeat(f)]
        if not found:
            yield self.nothing("没有发现重复段落。", "No repeated passages.")
        for at, f in found:
            title = self.titles.get(f.code, f.name)
            key = key_of("f", f.id, at)
            yield f'<article class="card du d{at % HUES}" data-key="{key}" tabindex=0>'
            yield f"<header><code>{e(f.code)}</code> {e(title)}</header><p>{e(f.message)}</p>"
            places = [
                (0, f.start, f.end),
                *((n, r.start, r.end) for n, r in enumerate(f.related, 1) if not r.doc),
            ]
            for n, start, end in places[:_PLACES]:
                yield (
                    f'<div class=side><button class=chip data-place="{key}.{n}">{self.say("第", "place ")}'
                    f"{n + 1}{self.say(' 处', '')} · {e(self.line_words(start))}</button>"
                    f"<blockquote>{self.quote(start, end, 160)}</blockquote></div>"
                )
            yield "</article>"

    def plan(self) -> Iterator[str]:
        plan = self.analysis.plan
        if not plan.text:
            yield self.nothing("没有起草计划。", "No plan was drafted.")
            return
        yield f"<h2 class=title>{e(plan.title)}</h2>"
        problems = {p.id: at for at, p in enumerate(self.analysis.problems)}
        for i, item in enumerate(plan.items):
            if item.heading:
                yield f"<h3 class=l{min(item.level, 4)}>{e(self.heading(i))}</h3>"
            answers = [problems[one] for one in item.answers if one in problems]
            if answers:
                words = self.say("回应不足", "answers")
                chips = "".join(
                    f'<button class="chip pr" data-place="pr{at}">{words} {at + 1}</button>' for at in answers
                )
                yield f"<div class=chips>{chips}</div>"
            if item.sentences:
                yield "<p class=planned>"
                for j, sentence in enumerate(item.sentences):
                    chips = self.chips(f"p{i}-{j}", enumerate(sentence.sources))
                    yield (
                        f'<span class="card s {sentence.kind}" data-key="p{i}-{j}" tabindex=0>'
                        f"{self.slotted(sentence.text)}<span class=chips>{chips}</span></span>"
                    )
                yield "</p>"
        if plan.findings:
            yield f"<h3>{self.say('草稿自查', 'Own check')}</h3><ul class=list>"
            yield from (f"<li><code>{e(f.code)}</code> {e(f.message)}</li>" for f in plan.findings[:20])
            yield "</ul>"

    def heading(self, at: int) -> str:
        from zongjie.renderers.plan import heading_of

        return heading_of(self.analysis.plan.items[at], self.analysis)

    def slotted(self, words: str) -> str:
        """A sentence with its open slots set off."""
        parts = _SLOT.split(words)
        return "".join(f"<b class=slot>{e(w)}</b>" if at % 2 else e(w) for at, w in enumerate(parts))

    def outline(self) -> Iterator[str]:
        if not self.analysis.sections:
            yield self.nothing("没有分出段落。", "No sections.")
        yield "<ul class=outline>"
        for at, section in enumerate(self.analysis.sections):
            heading = section.heading or self.say("（无标题）", "(no heading)")
            theme = told.theme_words(section, self.lang)
            line = self.numbering.number(section.start)
            yield (
                f'<li class="card l{min(section.level, 5)}" data-key="o{at}" data-line="{line}" tabindex=0>'
                f"<span>{e(section.number or '')} {e(heading)}</span>"
                f"<small class=role-{section.role}>{e(word(ROLE, section.role, self.lang))}</small>"
                f"<small>{e(theme)}</small></li>"
            )
        yield "</ul>"
