"""What the report says: identity card, numbers, problems, measures, awards, each by span."""

from dataclasses import replace

from zongjie.document import Analysis

__all__ = ["extract"]


def extract(analysis: Analysis) -> Analysis:
    """Fill the layers ``profile``, ``quantities``, ``problems``, ``measures`` and ``awards``.

    The outline must be there, with roles. Quantities come after the identity card, because
    what is a baseline hangs on the report's own period.
    """
    # imported here, since who needs the identity card alone (repeats) does not need the rest
    from zongjie.extractors.awards import extract_awards
    from zongjie.extractors.measures import extract_measures
    from zongjie.extractors.problems import extract_problems
    from zongjie.extractors.profile import extract_profile
    from zongjie.extractors.quantities import extract_quantities

    analysis = replace(analysis, profile=extract_profile(analysis))
    return replace(
        analysis,
        quantities=extract_quantities(analysis),
        problems=extract_problems(analysis),
        measures=extract_measures(analysis),
        awards=extract_awards(analysis),
    )
