"""How far a batch has come: a bar on a terminal, a line now and then elsewhere; on stderr."""

from pathlib import Path
from time import monotonic
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from zongjie.batch.survey import Survey
from zongjie.batch.tasks import Outcome
from zongjie.cli.language import Say
from zongjie.cli.runs import tell

_EVERY = 15.0  # seconds between two lines where there is no terminal


class BatchProgress:
    """Counts reports, and bytes for the time that is left: long reports come first."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.console = Console(stderr=True)
        self.bar = Progress(
            TextColumn("{task.fields[told]}", markup=False), BarColumn(), console=self.console, transient=True
        )
        self.reports = self.failed = self.characters = self.bytes = 0
        self.began = self.told_at = monotonic()

    def __enter__(self) -> "BatchProgress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, where: TracebackType | None
    ) -> None:
        self._stop()

    def damaged(self, part: Path, reason: str) -> None:
        tell(
            self.say(
                f"{part.name}：这个部件损坏了（{reason}），已移到 {part}，其中的报告这次重新分析。",
                f"{part.name}: this part is damaged ({reason}); moved to {part}, its reports are run again.",
            )
        )

    def surveyed(self, found: Survey) -> None:
        self.found, self.began, self.told_at = found, monotonic(), monotonic()
        tell(survey_words(found, self.say))
        for one in found.unreadable:
            tell(
                self.say(
                    f"{one.path}：打不开（{one.reason}）。", f"{one.path}: cannot be opened ({one.reason})."
                )
            )
        if found.tasks and self.console.is_terminal:
            self.task = self.bar.add_task("", total=found.bytes, told=self._words())
            self.bar.start()

    def done(self, outcome: Outcome) -> None:
        self.reports += 1
        self.failed += outcome.stage is not None
        self.characters += outcome.characters
        self.bytes += outcome.task.size
        if self.bar.live.is_started:
            self.bar.update(self.task, completed=self.bytes, told=self._words())
        elif monotonic() - self.told_at > _EVERY:
            self.told_at = monotonic()
            tell(self._words())

    def making_database(self) -> None:
        self._stop()
        if self.reports:
            tell(self._words())
        tell(self.say("正在生成 archive.duckdb。", "making archive.duckdb."))

    def following(self, pairs: int) -> None:
        self.pairs, self.pairs_done, self.began = pairs, 0, monotonic()
        if self.console.is_terminal:
            self.task = self.bar.add_task("", total=pairs, told=self._pair_words())
            self.bar.start()

    def followed(self) -> None:
        self.pairs_done += 1
        if self.bar.live.is_started:
            self.bar.update(self.task, completed=self.pairs_done, told=self._pair_words())
            if self.pairs_done == self.pairs:
                self._stop()
        elif monotonic() - self.told_at > _EVERY:
            self.told_at = monotonic()
            tell(self._pair_words())

    def _pair_words(self) -> str:
        spent = monotonic() - self.began
        left = spent * (self.pairs - self.pairs_done) / self.pairs_done if self.pairs_done else None
        zh = f"核对承诺：{self.pairs_done}/{self.pairs} 对报告"
        en = f"following promises: {self.pairs_done}/{self.pairs} pairs of reports"
        return self.say(zh, en) if left is None else self._with_clock(zh, en, left)

    def _with_clock(self, zh: str, en: str, left: float) -> str:
        return self.say(f"{zh}，还要 {_clock(left)}", f"{en}, {_clock(left)} left")

    def _stop(self) -> None:
        if self.bar.live.is_started:
            self.bar.stop()
            self.bar.remove_task(self.task)

    def _words(self) -> str:
        spent = max(monotonic() - self.began, 1e-3)
        total, rate = len(self.found.tasks), self.characters / spent
        left = spent * (self.found.bytes - self.bytes) / self.bytes if self.bytes else None
        zh = (
            f"{self.reports}/{total} 份，失败 {self.failed} 份，"
            f"{self.reports / spent:.1f} 份/秒，{rate / 1e4:.1f} 万字/秒"
        )
        en = (
            f"{self.reports}/{total} reports, {self.failed} failed, {self.reports / spent:.1f} reports/s, "
            f"{rate:,.0f} characters/s"
        )
        return self.say(zh, en) if left is None else self._with_clock(zh, en, left)


def survey_words(found: Survey, say: Say) -> str:
    """What there is and what is left to do, in a line."""
    done = found.analysed + found.failed
    return say(
        f"{len(found.inputs)} 个文件，{found.distinct} 份不同的报告；已做完 {done} 份"
        f"（其中失败 {found.failed} 份），这次要做 {len(found.tasks)} 份，{found.bytes / 2**20:.1f} MiB。",
        f"{len(found.inputs)} files, {found.distinct} different reports; {done} done "
        f"({found.failed} of them failed), {len(found.tasks)} to do now, {found.bytes / 2**20:.1f} MiB.",
    )


def _clock(seconds: float) -> str:
    """
    >>> _clock(59.6), _clock(3725)
    ('1:00', '1:02:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
