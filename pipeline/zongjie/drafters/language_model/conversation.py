"""What passes between us and a language model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


Generate = Callable[[Sequence[Message]], str]  # messages → the model's answer; raises ``ModelError``
Progress = Callable[[int], None]  # called with the characters received so far
