"""The analysis as Markdown, for a wiki or a mail: the same parts as the terminal page."""

from collections.abc import Iterator, Mapping

from zongjie.document import Analysis, Quantity
from zongjie.renderers import told
from zongjie.renderers.lint import shown_findings
from zongjie.renderers.plan import escaped
from zongjie.renderers.plan import to_markdown as plan_to_markdown
from zongjie.renderers.positions import Lines
from zongjie.renderers.words import REMOVED, ROLE, SEVERITY, word


def to_markdown(
    analysis: Analysis,
    *,
    lang: str = "zh",
    titles: Mapping[str, str] | None = None,
    show_removed: bool = False,
) -> str:
    """The whole analysis; nothing is cut short. The report's own words are escaped."""
    page = _Page(analysis, lang, titles or {})
    return "\n\n".join(block for block in page.blocks(show_removed) if block) + "\n"


class _Page:
    def __init__(self, analysis: Analysis, lang: str, titles: Mapping[str, str]) -> None:
        self.analysis, self.lang, self.titles = analysis, lang, titles
        self.lines = Lines(analysis.report.text)

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    def blocks(self, show_removed: bool) -> Iterator[str]:
        analysis = self.analysis
        yield f"# {escaped(told.title_of(analysis))}"
        if not analysis.profile.is_report:
            yield self.say("> 看来不是工作总结，以下仅供参考。", "> This looks like no work report.")
        yield from (f"> {escaped(note)}" for note in analysis.report.notes)
        yield self.card()
        if analysis.summary.sentences:
            yield self.say("## 简报", "## Brief")
            yield "\n".join(
                f"- **{escaped(label)}** {escaped(words)}"
                for label, words, _ in told.brief_lines(analysis, self.lang)
            )
        if analysis.achievements:
            yield self.say("## 成果", "## Achievements") + f"（{len(analysis.achievements)}）"
            for group, quantities in told.by_group(analysis, analysis.achievements).items():
                yield f"### {told.group_words(group, self.lang)}"
                yield self.figures(quantities)
        if analysis.awards:
            yield self.say("## 荣誉", "## Awards")
            yield "\n".join(
                f"- {escaped(a.title)}" + (f" — {escaped(a.recipient)}" if a.recipient else "")
                for a in analysis.awards
            )
        if analysis.sections:
            yield self.say("## 提纲", "## Outline")
            yield "\n".join(self.outline())
        yield self.say("## 检查", "## Findings")
        yield "\n".join(self.findings()) or self.say("没有发现问题。", "Nothing found.")
        if analysis.plan.text:
            yield self.say("## 下一期计划（草稿）", "## Next plan (draft)")
            yield plan_to_markdown(analysis, lang=self.lang).replace("\n#", "\n##").replace("# ", "### ", 1)
        if show_removed:
            yield self.say("## 标出的网页杂质", "## Marked as furniture")
            yield "\n".join(self.removed()) or self.say("没有。", "None.")

    def card(self) -> str:
        rows = told.identity(self.analysis.profile, self.lang)
        clashes = told.dissent_words(self.analysis, self.lang)
        if clashes:
            words = self.say("、", ", ").join(f"{w} ×{n}" for _, w, n, _ in clashes)
            rows.append((self.say("另见", "against"), words))
        rows.append((self.say("来源", "file"), self.analysis.report.source.name))
        head = self.say("| 项目 | 内容 |", "| Field | Value |")
        return "\n".join([head, "|---|---|", *(f"| {field} | {escaped(value)} |" for field, value in rows)])

    def figures(self, quantities: list[Quantity]) -> str:
        head = self.say("| 数字 | 内容 | 行 |", "| Figure | What | Line |")
        rows = [head, "|---:|---|---:|"]
        for q in quantities:
            written = told.as_written(q, self.analysis.report.text, self.lang)
            change = told.change_words(q)
            words = " ".join(
                w
                for w in (told.about_words(q, self.analysis.report.text), f"({change})" if change else "")
                if w
            )
            rows.append(f"| {escaped(written)} | {escaped(words)} | {self.lines.position(q.start)[0]} |")
        return "\n".join(rows)

    def outline(self) -> Iterator[str]:
        for section in self.analysis.sections:
            heading = section.heading or self.say("（无标题）", "(no heading)")
            theme = told.theme_words(section, self.lang)
            role = word(ROLE, section.role, self.lang)
            tag = f"{role} · {theme}" if theme else role
            words = escaped((section.number or "") + heading)
            yield f"{'  ' * (section.level - 1)}- {words} — *{escaped(tag)}*"

    def findings(self) -> Iterator[str]:
        text = self.analysis.report.text
        for f in shown_findings(self.analysis):
            line, column = self.lines.position(f.start)
            severity = word(SEVERITY, f.severity, self.lang)
            title = self.titles.get(f.code, f.name)
            where = self.say(f"第 {line} 行第 {column} 列", f"line {line}, column {column}")
            words = " ".join(text[f.start : f.end].split())
            quoted = words if len(words) <= 60 else words[:59] + "…"
            yield f"- **{f.code} {escaped(title)}** · {severity} · {where}"
            yield f"  {escaped(f.message)}"
            yield f"  > {escaped(quoted)}"
            for r in f.related[:6]:
                if r.doc is None:
                    there = self.lines.position(r.start)[0]
                    where = self.say(f"第 {there} 行：", f"line {there}: ")
                    yield f"  - {where}{escaped(r.label)}"
            if f.caveat:
                yield f"  {self.say('也可能没错：', 'May be right: ')}{escaped(f.caveat)}"

    def removed(self) -> Iterator[str]:
        text = self.analysis.report.text
        for one in self.analysis.removed:
            words = " ".join(text[one.start : one.end].split())
            yield f"- {word(REMOVED, one.kind, self.lang)}：{escaped(words)}"
