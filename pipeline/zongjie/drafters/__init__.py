"""Drafts the next plan: content first, words second, verification third."""

from zongjie.drafters.drafting import draft

__all__ = ["draft"]
