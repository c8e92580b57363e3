"""What a section is for: told by a sure heading, else by its body and what stands above it."""

import re

import numpy as np

from zongjie.classifiers.fields import first_words, role_texts
from zongjie.classifiers.models import Models
from zongjie.classifiers.role_cues import defines_a_term, role_by_call, role_by_heading
from zongjie.document import ROLES, Role, Section

SURE = 0.6
"""From this probability on the body speaks louder than the section above or before it."""
_INHERITED: tuple[Role, ...] = ("achievement", "problem", "plan", "other")
_PAST = re.compile("了|已|完成|实现|累计|先后|达到|增长|荣?获|新增|建成|去年|成功|共(?=[组收开接办])")
_PLAN = re.compile("将|要|继续|进一步|力争|确保|着力|加快|推进|争取|努力|必须|下一步")
_PROBLEM = re.compile("不够|不足|有待|尚未|差距|短板|薄弱|不强|不高|滞后|困难")


def section_roles(body: str, sections: tuple[Section, ...], models: Models | None = None) -> list[Role]:
    """The role of each of ``sections`` (in reading order, parents first)."""
    judge = _Judge(body, models)
    known: dict[str, Role] = {}
    headings = {section.id: section.heading or "" for section in sections}
    before: dict[str | None, Role] = {}
    for at, section in enumerate(sections):
        above = known.get(section.parent) if section.parent else None
        first, last = at == 0 and len(sections) > 1, at == len(sections) - 1
        role = judge.role(
            section, headings.get(section.parent or "", ""), above, before.get(section.parent), first, last
        )
        known[section.id] = role
        before[section.parent] = role
    return [known[section.id] for section in sections]


class _Judge:
    """Judges the sections of one report, one after the other."""

    def __init__(self, body: str, models: Models | None) -> None:
        self.body = body
        self.models = models

    def role(
        self, section: Section, parent: str, above: Role | None, before: Role | None, first: bool, last: bool
    ) -> Role:
        words = first_words(self.body, section)
        if section.heading is None:
            return "opening" if first else self._by_words("", parent, above, words)[0]
        called = role_by_call(section.heading, words, last)
        own = called or role_by_heading(section.heading)
        if own is not None:
            return own
        if above == "other" or defines_a_term(words):
            return "other"
        role, share = self._by_words(section.heading, parent, above, words)
        if share >= SURE:
            return role
        expected = above or (before if before in ("plan", "achievement") else None)
        return expected if expected in _INHERITED else role

    def _by_words(self, heading: str, parent: str, above: Role | None, words: str) -> tuple[Role, float]:
        """The likeliest role by the model (by counted cues where there is none), and its share."""
        if self.models is None:
            return _by_cues(words, above)
        scores = self.models.roles.scores(role_texts(heading, parent, above, words))
        scores = self.models.calibration.role_temperature * scores
        grown = np.exp(scores - scores.max())
        best = int(grown.argmax())
        name = self.models.roles.classes[best]
        return next(role for role in ROLES if role == name), float(grown[best] / grown.sum())


def _by_cues(words: str, above: Role | None) -> tuple[Role, float]:
    """The role by counts of words that tell of deeds, of intentions and of shortfalls."""
    counts: dict[Role, float] = {
        "achievement": len(_PAST.findall(words)) + 1.0,
        "plan": len(_PLAN.findall(words)) * 0.8,
        "problem": len(_PROBLEM.findall(words)),
    }
    if above in counts:
        counts[above] += 3.0
    best = max(counts, key=lambda role: counts[role])
    return best, counts[best] / sum(counts.values())
