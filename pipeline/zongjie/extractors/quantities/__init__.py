"""Numbers and what they tell: achievements, targets, baselines, and what only looks like them."""

from zongjie.extractors.quantities.extract import extract_quantities

__all__ = ["extract_quantities"]
