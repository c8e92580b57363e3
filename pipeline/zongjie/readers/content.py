"""What a format's reader hands back before the file's own facts are added."""

from dataclasses import dataclass

from zongjie.document import Origin


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, where its stretches came from, and what wants saying."""

    text: str
    media_type: str
    encoding: str | None = None
    origins: tuple[Origin, ...] = ()
    notes: tuple[str, ...] = ()
