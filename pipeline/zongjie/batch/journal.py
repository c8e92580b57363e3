"""``OUT/log.jsonl``: what happened when, one JSON object a line, added to by every run."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

NAME = "log.jsonl"


class Journal:
    """Writes a line for every event, at once, so that a killed run has told all up to its end.

    Each line has ``time`` (UTC), ``run`` (the process id) and ``event``: ``run``, ``report``,
    ``part``, ``damaged_part``, ``database``, ``interrupted``, ``end``.
    """

    def __init__(self, out: Path) -> None:
        self.file = (out / NAME).open("a", encoding="utf-8", errors="replace")

    def tell(self, event: str, **facts: Any) -> None:
        """Write one line. Raises OSError where the disk is full."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = {"time": now, "run": os.getpid(), "event": event, **facts}
        self.file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self.file.flush()

    def close(self) -> None:
        self.file.close()
