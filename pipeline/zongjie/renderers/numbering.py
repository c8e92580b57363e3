"""Numbers that a person finds a place by: lines, or paragraphs where a text has lost its lines."""

from bisect import bisect_right
from dataclasses import dataclass, field

from zongjie.document import Analysis
from zongjie.renderers.positions import Lines


@dataclass
class Numbering:
    """Numbers the lines of the file; but if far more paragraphs than lines were found (scraped
    texts often stand in one line), those."""

    analysis: Analysis
    lines: Lines
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [start for start, _ in self.analysis.outline.paragraphs]

    @property
    def by_paragraph(self) -> bool:
        return len(self.starts) > 2 * self.lines.count

    def number(self, offset: int) -> int:
        """The number, from 1, of the line or paragraph at ``offset``."""
        if self.by_paragraph:
            return max(bisect_right(self.starts, offset), 1)
        return self.lines.position(offset)[0]

    def words(self, offset: int, lang: str) -> str:
        """``12 行`` or ``12 段``; in English ``l. 12`` or ``¶ 12``."""
        number = self.number(offset)
        if lang == "en":
            return f"¶ {number}" if self.by_paragraph else f"l. {number}"
        return f"{number} 段" if self.by_paragraph else f"{number} 行"
