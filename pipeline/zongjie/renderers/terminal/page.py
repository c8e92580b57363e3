"""The parts of the terminal page, in their order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from zongjie.document import Analysis, Quantity
from zongjie.renderers import told
from zongjie.renderers.lint import count_line, lint_blocks, shown_findings
from zongjie.renderers.numbering import Numbering
from zongjie.renderers.positions import Lines
from zongjie.renderers.terminal.outline import outline_rows
from zongjie.renderers.terminal.plan import plan_rows
from zongjie.renderers.width import display_width, pad, shorten, wrap
from zongjie.renderers.words import REMOVED, word

_FIGURE = 18  # columns of the widest figure in a table
_FEW = 20  # achievements up to which one table shows them all
_PER_THEME, _FINDINGS, _SECTIONS, _PLAN_LINES = 6, 12, 60, 40


@dataclass
class Page:
    """What is needed to write the page; each method gives one part as something rich prints."""

    analysis: Analysis
    lang: str
    titles: Mapping[str, str]
    width: int
    colour: bool
    everything: bool

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.analysis, Lines(self.analysis.report.text))
        written = (display_width(self.written(q)) for q in self.analysis.achievements)
        self.figure_width = max(min(max(written, default=0), _FIGURE), 8)

    def parts(self, *, show_removed: bool) -> Iterator[Any]:
        yield self.card()
        if not self.analysis.profile.is_report:
            yield self.note(
                "这段文字看来不是工作总结，以下分析仅供参考。",
                "This text looks like no work report; take what follows with care.",
                "bold yellow",
            )
        for note in self.analysis.report.notes:
            yield Padding(Text(f"· {note}", style="yellow"), (0, 2))
        if self.analysis.summary.sentences:
            yield from self.part("简报", "Brief", Group(*self.brief()))
        if self.analysis.achievements:
            yield from self.part(*self.headed("成果", "Achievements", len(self.analysis.achievements)))
            yield from self.achievements()
        if self.analysis.awards:
            yield from self.part(*self.headed("荣誉", "Awards", len(self.analysis.awards)))
            yield Group(*self.awards())
        if self.analysis.sections:
            yield from self.part(*self.headed("提纲", "Outline", len(self.analysis.sections)))
            yield Group(*self.capped(outline_rows(self.analysis, self.lang, self.width), _SECTIONS))
        yield from self.part("检查", "Findings", Group(*self.findings()))
        if self.analysis.plan.text:
            yield from self.part("下一期计划（草稿）", "Next plan (draft)", Group(*self.plan()))
        if show_removed:
            yield from self.part("标出的网页杂质", "Marked as furniture", Group(*self.removed()))

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    def note(self, zh: str, en: str, style: str = "dim") -> Any:
        return Padding(Text(self.say(zh, en), style=style), (0, 2))

    def headed(self, zh: str, en: str, count: int) -> tuple[str, str]:
        return f"{zh} {count}", f"{en} {count}"

    def part(self, zh: str, en: str, *content: Any) -> Iterator[Any]:
        yield Text()
        yield Rule(Text(self.say(zh, en), style="bold"), align="left", style="dim")
        yield from content

    def capped(self, rows: list[Any], most: int) -> list[Any]:
        if self.everything or len(rows) <= most:
            return rows
        left = len(rows) - most
        return [
            *rows[:most],
            self.note(f"……还有 {left} 行，加 --all 全部列出。", f"… {left} more lines; --all shows them."),
        ]

    def card(self) -> Any:
        analysis = self.analysis
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for field, value in told.identity(analysis.profile, self.lang):
            grid.add_row(field, value)
        clashes = told.dissent_words(analysis, self.lang)
        if clashes:
            words = self.say("、", ", ").join(f"{w} ×{n}" if n > 1 else w for _, w, n, _ in clashes[:6])
            grid.add_row(self.say("另见", "against"), Text(words, style="yellow underline"))
        grid.add_row(self.say("来源", "file"), self.source_words())
        title = Text(told.title_of(analysis), style="bold")
        return Panel(
            grid, title=title, title_align="left", box=box.ROUNDED, border_style="cyan", padding=(0, 1)
        )

    def source_words(self) -> str:
        source, removed = self.analysis.report.source, self.analysis.removed
        coded = f" · {source.encoding}" if source.encoding else ""
        size = self.say(f"{source.characters} 字符", f"{source.characters} characters")
        waste = self.say(
            f" · {len(removed)} 处网页杂质已标出", f" · {len(removed)} stretches of furniture marked"
        )
        return f"{source.name} · {size}{coded}{waste if removed else ''}"

    def brief(self) -> Iterator[Any]:
        rows = told.brief_lines(self.analysis, self.lang)
        left = min(max(display_width(label) for label, _, _ in rows), 24) + 2
        for label, words, _ in rows:
            for at, row in enumerate(wrap(words, self.width - 2 - left)):
                line = Text("  ")
                line.append(pad(label if at == 0 else "", left), style="cyan")
                line.append(row)
                yield line

    def achievements(self) -> Iterator[Any]:
        all_of_them = self.analysis.achievements
        if len(all_of_them) > _FEW:
            leading = told.key_figures(self.analysis)
            if leading:
                yield self.note("主要指标", "Key figures", "italic cyan")
                yield self.table(leading)
        for group, quantities in told.by_group(self.analysis, all_of_them).items():
            name = told.group_words(group, self.lang)
            yield self.note(f"{name} · {len(quantities)}", f"{name} · {len(quantities)}", "italic cyan")
            most = len(quantities) if self.everything or len(all_of_them) <= _FEW else _PER_THEME
            yield self.table(quantities[:most])
            left = len(quantities) - most
            if left > 0:
                yield self.note(f"……还有 {left} 条，加 --all 全部列出。", f"… {left} more; --all shows them.")

    def table(self, quantities: list[Quantity]) -> Table:
        table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False, expand=False)
        table.add_column(justify="right", style="bold green", no_wrap=True, width=self.figure_width + 1)
        room = max(self.width - self.figure_width - 16, 20)
        table.add_column(no_wrap=True, width=room)
        table.add_column(style="dim", no_wrap=True, justify="right")
        for q in quantities:
            change = told.change_words(q)
            words = " ".join(
                w
                for w in (told.about_words(q, self.analysis.report.text), f"({change})" if change else "")
                if w
            )
            table.add_row(
                self.written(q), Text(shorten(words, room)), self.numbering.words(q.start, self.lang)
            )
        return table

    def written(self, q: Quantity) -> str:
        return shorten(told.as_written(q, self.analysis.report.text, self.lang), _FIGURE)

    def awards(self) -> list[Any]:
        rows = []
        for award in self.analysis.awards:
            row = Text("  ")
            row.append(award.title, style="bold")
            if award.recipient:
                row.append(f"  {award.recipient}")
            row.append(f"  {self.numbering.words(award.start, self.lang)}", style="dim")
            rows.append(row)
        return self.capped(rows, _FEW)

    def findings(self) -> Iterator[Any]:
        shown = shown_findings(self.analysis)
        name = self.analysis.report.source.name
        if shown:
            blocks = lint_blocks(
                self.analysis, name, titles=self.titles, lang=self.lang, colour=self.colour, width=self.width
            )
            most = len(shown) if self.everything else _FINDINGS
            for block in islice(blocks, most):
                yield Text.from_ansi(block)
                yield Text()
            if len(shown) > most:
                yield self.note(
                    f"……还有 {len(shown) - most} 条，见 zongjie check。",
                    f"… {len(shown) - most} more, see zongjie check.",
                )
        hidden = len(self.analysis.findings) - len(shown)
        counts = count_line(shown, 1, hidden=hidden, lang=self.lang, colour=self.colour)
        yield Text.from_ansi(counts.rstrip("\n"))

    def plan(self) -> list[Any]:
        rows = self.capped(plan_rows(self.analysis.plan, self.width), _PLAN_LINES)
        if self.analysis.plan.findings:
            count = len(self.analysis.plan.findings)
            remarks = f"{count} remark{'s' * (count != 1)}"
            rows.append(self.note(f"草稿自查有 {count} 条提示。", f"The draft's own check has {remarks}."))
        rows.append(
            self.note(
                "全文和出处：zongjie draft 文件 --evidence",
                "In full, with sources: zongjie draft FILE --evidence",
            )
        )
        return rows

    def removed(self) -> Iterator[Any]:
        text = self.analysis.report.text
        for one in self.analysis.removed:
            kind = word(REMOVED, one.kind, self.lang)
            words = " ".join(text[one.start : one.end].split())
            yield Text(
                shorten(f"  {kind}  {self.numbering.words(one.start, self.lang)}  {words}", self.width)
            )
        if not self.analysis.removed:
            yield self.note("没有。", "None.")
