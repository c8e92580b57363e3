"""The identity card put together from head, organisation, period, mentions and dissent."""

from zongjie.document import Analysis, Profile
from zongjie.extractors.profile.dissent import dissent_in
from zongjie.extractors.profile.genre import looks_like_report
from zongjie.extractors.profile.head import read_head
from zongjie.extractors.profile.mentions import bodies_in, places_in, sessions_in
from zongjie.extractors.profile.organisation import read_identity
from zongjie.extractors.profile.period import read_period


def extract_profile(analysis: Analysis) -> Profile:
    """Whose report this is, for what period, of which level and place, with evidence spans."""
    body = analysis.body
    head = read_head(analysis)
    identity = read_identity(analysis, head)
    period, told = read_period(analysis, head, identity.kind)
    return Profile(
        title=body[slice(*head.title)] if head.title else None,
        organisation=identity.organisation,
        kind=identity.kind,
        level=identity.level,
        places=places_in(body, (identity.place,) if identity.place else ()),
        bodies=bodies_in(body),
        sessions=sessions_in(body),
        period=period,
        evidence=(*identity.evidence, *told),
        dissent=dissent_in(body, identity.level, identity.word),
        is_report=looks_like_report(body, head),
    )
