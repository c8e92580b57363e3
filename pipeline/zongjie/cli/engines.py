"""Which engine words a draft: ours, or a language model behind an address or in a folder."""

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zongjie.cli.language import Say
from zongjie.document import Plan
from zongjie.errors import SettingsError

if TYPE_CHECKING:
    from zongjie.drafters.language_model.conversation import Generate

ENGINES = ("offline", "llm")
KEYS = ("ZONGJIE_API_KEY", "OPENAI_API_KEY")  # environment variables; the first that is set counts


@dataclass(frozen=True, slots=True)
class Engine:
    """What was asked for; ``timeout`` is in seconds, for each wait."""

    name: str = "offline"
    base_url: str | None = None
    model: str | None = None
    timeout: float = 60.0


def generator(engine: Engine, say: Say) -> "Generate | None":
    """The language model, or None for our own words. Raises ``SettingsError`` where one is half named."""
    if engine.name == "offline":
        if engine.base_url or engine.model:
            raise SettingsError(
                "--base-url 和 --model 只用于 --engine llm，请加上它。",
                "--base-url and --model go with --engine llm; add it.",
            )
        return None
    if engine.model is None:
        raise SettingsError(
            "--engine llm 要用 --model 指明模型：本机模型的文件夹，或 --base-url 服务上的模型名。",
            "--engine llm needs --model: a folder with a checkpoint, or a name that --base-url knows.",
        )
    progress = _Progress(say)
    if engine.base_url is None:
        from zongjie.drafters.language_model.local import local_model

        return local_model(engine.model, progress)
    from zongjie.drafters.language_model.endpoint import Endpoint

    key = next((os.environ[name] for name in KEYS if os.environ.get(name)), None)
    return Endpoint(engine.base_url, engine.model, key, engine.timeout, progress=progress)


class _Progress:
    """One line on a terminal's error stream that counts what the model has written."""

    def __init__(self, say: Say) -> None:
        self._words = say("模型已写 {} 字", "{} characters from the model")
        self._before = self._last = 0

    def __call__(self, size: int) -> None:
        if size < self._last:  # a new answer begins
            self._before += self._last
        self._last = size
        if sys.stderr.isatty():
            print(f"\r{self._words.format(self._before + size)}", end="", file=sys.stderr, flush=True)


def tell_dropped(plan: Plan, say: Say) -> None:
    """Say on the error stream which sentences of the model were not kept, and why."""
    if not plan.dropped:
        return
    count = len(plan.dropped)
    print(
        say(f"模型写的 {count} 句没有采用：", f"{count} sentences of the model were not kept:"),
        file=sys.stderr,
    )
    for one in plan.dropped:
        print(f"- {one.text} {say(f'（{one.zh}）', f'({one.en})')}", file=sys.stderr)
