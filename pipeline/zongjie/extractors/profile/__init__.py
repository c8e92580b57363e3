"""The identity card: whose report this is, of which kind, level and place, for which period."""

from zongjie.extractors.profile.card import extract_profile

__all__ = ["extract_profile"]
