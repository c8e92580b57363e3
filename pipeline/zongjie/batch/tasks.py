"""What is to be done with one report, and where that stands."""

from dataclasses import dataclass

from zongjie.settings import Settings


@dataclass(frozen=True, slots=True)
class Task:
    """One report to be analysed. ``key`` is the hash of ``settings``, ``size`` counts bytes.

    ``path`` is a local path or an fsspec URL (``s3://…``); of several files with the same
    bytes it is the first by name.
    """

    path: str
    sha256: str
    size: int
    settings: Settings
    key: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: its row of a part (``stores.parts``, packed) and how long it took,
    on the clock and in time of the processor.

    ``stage`` and ``reason`` say why there is no analysis; both are None where there is one.
    """

    task: Task
    row: bytes
    characters: int
    seconds: float
    processor: float
    stage: str | None = None
    reason: str | None = None
