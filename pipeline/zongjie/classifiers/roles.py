"""What a section is for: told by a sure heading, else by its body and what stands above it."""

import re
from functools import cache

import numpy as np

from zongjie.classifiers.fields import first_words, role_texts
from zongjie.classifiers.models import Models
from zongjie.classifiers.role_cues import (
    boasts,
    defines_a_term,
    reviewed_years,
    role_by_call,
    role_by_heading,
    role_by_title,
)
from zongjie.classifiers.runs import sibling_runs
from zongjie.document import ROLES, Role, Section
from zongjie.inference.linear import Floats

SURE, SURE_AGAINST_ABOVE = 0.7, 0.95
"""From this probability on the body speaks louder than the section before it, or above it."""
PLANNED = 0.6
"""From this mean share on a run of sections below a look back is a plan of which the heading is lost."""
_REVIEW = re.compile("回顾|总结")
_NEAR = 40  # sections looked back at
_INHERITED: tuple[Role, ...] = ("achievement", "problem", "plan", "other")
_PAST = re.compile("了|已|完成|实现|累计|先后|达到|增长|荣?获|新增|建成|去年|成功|共(?=[组收开接办])")
_PLAN = re.compile("将|要|继续|进一步|力争|确保|着力|加快|推进|争取|努力|必须|下一步")
_OPENS_PAST = re.compile("以来|年来|至今|过去的?[一两]年|[上下]半年|回顾|取得了|总结如下|汇报如下")
_OPENS_PLAN = re.compile(
    "要点|计划|打算|安排|指导思想|总体要求|为做好|为切实|为全面|为进一步|明年|来年|今后|各位(?:代表|委员)|审议"
)
_OPENING = 300  # characters in which a text says whether it looks back
_PROBLEM = re.compile("不够|不足|有待|尚未|差距|短板|薄弱|不强|不高|滞后|困难")


def section_roles(
    body: str, sections: tuple[Section, ...], models: Models | None = None, title: str = ""
) -> list[Role]:
    """The role of each of ``sections`` (in reading order, parents first).

    ``title`` counts where no heading at all states a role: then a 总结 is a look back throughout.
    """
    headings = {section.id: section.heading or "" for section in sections}
    texts = [first_words(body, section) for section in sections]
    parents = [headings.get(section.parent or "", "") for section in sections]
    stated = any(role_by_heading(section.heading or "") for section in sections)
    whole = None if stated else role_by_title(title) or _by_opening(texts, title)
    judge = _Judge(sections, parents, texts, models, whole)
    known: dict[str, Role] = {}
    before: dict[str | None, Role] = {}
    roles: list[Role] = []
    for at, section in enumerate(sections):
        role = judge.role(at, known.get(section.parent or ""), before.get(section.parent))
        known[section.id] = before[section.parent] = role
        roles.append(role)
    return roles


def _by_opening(texts: list[str], title: str) -> Role | None:
    """A look back, where neither title nor heading says what the text is but its first words do."""
    words = texts[0][:_OPENING] if texts else ""
    looks_back = _OPENS_PAST.search(words) and not _OPENS_PLAN.search(title + words)
    return "achievement" if looks_back else None


class _Judge:
    """Judges the sections of one report, one after the other."""

    def __init__(
        self,
        sections: tuple[Section, ...],
        parents: list[str],
        texts: list[str],
        models: Models | None,
        whole: Role | None,
    ) -> None:
        self.sections = sections
        self.texts = texts
        self.models = models
        self.whole = whole
        self.reviewed = reviewed_years(section.heading or "" for section in sections)
        self.planned: set[int] = set()
        self.planning: set[str] = set()  # sections of the top level all of whose parts are plans
        self.turned: set[str | None] = set()  # parents below which a heading has turned to the plan
        if models is not None:
            headings = [section.heading or "" for section in sections]
            inputs = [role_texts(*one, None) for one in zip(headings, parents, texts, strict=True)]
            self.scores = models.roles.scores(inputs)
            self.planned = self._planned(parents, models)
            self.above = _above_scores(models)

    def role(self, at: int, above: Role | None, before: Role | None) -> Role:
        """The role of the section at ``at``; ``above`` and ``before`` are those of its parent and
        of the section before it below the same parent."""
        section, words, last = self.sections[at], self.texts[at], at == len(self.sections) - 1
        if section.heading is None:
            if at == 0 and not last:
                return "opening"
            return self.whole or self._by_words(at, above)[0]
        own = role_by_call(section.heading, words, last) or role_by_heading(section.heading)
        if own == "plan" and section.heading in self.reviewed:
            own = "achievement"
        if own == "achievement" and above == "plan" and boasts(section.heading):
            own = None
        if own is not None:
            if own == "plan" and above == "achievement":
                self.turned.add(section.parent)
            return own
        if section.id in self.planning:
            return "plan"
        if above == "achievement" and section.parent in self.turned:
            above = "plan"
        if above == "other" or defines_a_term(words):
            return "other"
        role, share = self._by_words(at, above)
        if above == "achievement" and at in self.planned:
            return role if role == "problem" and share >= SURE else "plan"
        if above is None and self.whole is None and role == "achievement" and self._is_past_over(at):
            return role if share >= SURE_AGAINST_ABOVE else "plan"
        above = above or self.whole
        if above in _INHERITED:
            return role if share >= SURE_AGAINST_ABOVE else above
        return before if share < SURE and before in ("plan", "achievement") else role

    def _is_past_over(self, at: int) -> bool:
        """Whether a section of the top level before this one is the look back by its heading (回顾)."""
        return any(
            section.level == 1 and section.heading is not None and _REVIEW.search(section.heading)
            for section in self.sections[max(0, at - _NEAR) : at]
        )

    def _planned(self, parents: list[str], models: Models) -> set[int]:
        """The sections of runs that as a whole tell of what will be done, whatever stands above."""
        told = {parent: models.roles.scores([role_texts("", parent, "", None)])[0] for parent in set(parents)}
        plan = models.roles.classes.index("plan")
        found: set[int] = set()
        for run in sibling_runs(self.sections):
            own = np.array([self.scores[at] - told[parents[at]] + models.roles.bias for at in run])
            grown = np.exp(models.calibration.role_temperature * (own - own.max(axis=1, keepdims=True)))
            shares = grown / grown.sum(axis=1, keepdims=True)
            if float(shares[:, plan].mean()) >= PLANNED:
                found.update(run)
        tops = {section.id for section in self.sections if section.level == 1}
        below: dict[str, set[bool]] = {top: set() for top in tops}
        for at, section in enumerate(self.sections):
            if section.parent in below:
                below[section.parent].add(at in found)
        self.planning = {top for top, told_so in below.items() if told_so == {True}}
        return found

    def _by_words(self, at: int, above: Role | None) -> tuple[Role, float]:
        """The likeliest role by the model (by counted cues where there is none), and its share."""
        if self.models is None:
            return _by_cues(self.texts[at], above)
        scores = self.scores[at] if above is None else self.scores[at] + self.above[above]
        scores = self.models.calibration.role_temperature * scores
        grown = np.exp(scores - scores.max())
        best = int(grown.argmax())
        return _role(self.models.roles.classes[best]), float(grown[best] / grown.sum())


@cache
def _above_scores(models: Models) -> dict[Role, Floats]:
    """What the role of the section above adds to each score: fields of a linear model just add up."""
    inputs = [role_texts("", "", "", role) for role in ROLES]
    told = models.roles.scores(inputs) - models.roles.bias
    return dict(zip(ROLES, told, strict=True))


def _role(name: str) -> Role:
    return next(role for role in ROLES if role == name)


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
