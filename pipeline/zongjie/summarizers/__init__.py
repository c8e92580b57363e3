"""The brief: what a report says, on one page, each line with the spans it rests on."""

from zongjie.summarizers.brief import summarize
from zongjie.summarizers.excerpt import excerpt

__all__ = ["excerpt", "summarize"]
