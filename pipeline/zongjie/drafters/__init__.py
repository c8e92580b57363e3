"""Drafts the next plan: content first, words second, verification third."""

from zongjie.drafters.drafting import draft, outline_of

__all__ = ["draft", "outline_of"]
