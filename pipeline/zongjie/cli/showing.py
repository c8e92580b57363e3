"""Shows checked reports in the format that was asked for: one by one, or all at the end."""

from pathlib import Path

from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.screen import NO_REPORT, colourful, page_width, rules, titles
from zongjie.document import Analysis, Finding

FORMATS = ("terminal", "json", "sarif", "github", "junit", "csv", "html")
_AT_THE_END = ("sarif", "junit", "html")


class Showing:
    """Shows the reports as they are checked; what describes all of them waits for the last."""

    def __init__(self, way: str, say: Say, path: Path | None, *, several: bool) -> None:
        self.way, self.say, self.path, self.several = way, say, path, several
        self.kept: list[str] = []
        self.checked: list[tuple[str, Analysis]] = []
        self.findings: list[Finding] = []
        self.hidden = 0
        self.reports = 0
        self.colour = path is None and colourful()

    def add(self, name: str, analysis: Analysis, lang: str) -> None:
        """One more report."""
        self.reports += 1
        if self.way in _AT_THE_END:
            self.checked.append((name, analysis))
        elif self.way == "json":
            from zongjie.renderers.json import to_json

            self._out(to_json(analysis, indent=None if self.several else 2) + "\n")
        elif self.way == "github":
            from zongjie.renderers.annotations import to_annotations

            self._out(to_annotations(analysis, name))
        elif self.way == "csv":
            from zongjie.renderers.csv import csv_head, to_csv

            self._out((csv_head(lang) if self.reports == 1 else "") + to_csv(analysis, name, lang))
        else:
            self._lint(name, analysis, lang)

    def close(self, remarks: str = "") -> None:
        """The end: what waited for it, the count, and ``remarks`` (on the terminal)."""
        if self.way == "sarif":
            from zongjie import __version__
            from zongjie.renderers.sarif import to_sarif

            self._out(to_sarif(self.checked, rules(self.say), version=__version__))
        elif self.way == "junit":
            from zongjie.checks import all_checks
            from zongjie.renderers.junit import to_junit

            self._out(to_junit(self.checked, [(one.check.code, one.check.name) for one in all_checks()]))
        elif self.way == "html":
            from zongjie.renderers.lint_html import to_lint_html

            self._out(to_lint_html(self.checked, titles=titles(self.say.lang), lang=self.say.lang))
        elif self.way == "terminal" and self.reports:
            from zongjie.renderers.lint import count_line

            self._out(
                count_line(
                    self.findings,
                    self.reports,
                    hidden=self.hidden,
                    lang=self.say.lang,
                    colour=self.colour,
                )
                + remarks
            )
        if self.path is not None:
            put("".join(self.kept), self.path)

    def _lint(self, name: str, analysis: Analysis, lang: str) -> None:
        from zongjie.renderers.lint import shown_findings, to_lint

        shown = shown_findings(analysis)
        self.findings += shown
        self.hidden += len(analysis.findings) - len(shown)
        self._out(to_lint(analysis, name, lang=lang, colour=self.colour, width=page_width()))
        if not analysis.profile.is_report:
            self._out(f"{name}：{NO_REPORT[0]}\n\n" if lang == "zh" else f"{name}: {NO_REPORT[1]}\n\n")

    def _out(self, words: str) -> None:
        if self.path is None:
            put(words, None)
        else:
            self.kept.append(words)
