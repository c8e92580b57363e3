"""What of a section the models read: its heading, the headings and role above it, its first words."""

import re

from zongjie.document import Role, Section
from zongjie.inference import Field

BODY_CHARACTERS = 400
THEME_FIELDS = (
    Field("heading", (1, 2, 3), 60, 1.4),
    Field("parent", (2,), 60, 0.5),
    Field("body", (2,), BODY_CHARACTERS, 1.0),
)
ROLE_FIELDS = (
    Field("heading", (1, 2, 3), 60, 0.8),
    Field("parent", (2, 3), 60, 0.5),
    Field("parent_role", (1,), 1, 0.8),
    Field("body", (1, 2), 300, 1.0),
)
# The n-grams are of Han characters, so a role enters as one that stands for it alone.
ROLE_SIGNS: dict[Role, str] = {
    "opening": "启",
    "achievement": "绩",
    "problem": "弊",
    "plan": "谋",
    "closing": "讫",
    "other": "它",
}
_LEAD = re.compile(r"[\s。.:：、!！,，;；*#]{0,8}")


def first_words(body: str, section: Section, before: int | None = None) -> str:
    """The first words of a section after its heading, at most ``BODY_CHARACTERS``.

    Only those in front of ``before`` where it is given: the start of the next section, so that
    a section that holds others is judged by its own words and not by those of its first child.
    """
    start = section.body_start
    end = section.end if before is None else min(section.end, before)
    words = body[start : min(end, start + BODY_CHARACTERS + 8)]
    found = _LEAD.match(words)
    return words[found.end() if found else 0 :][:BODY_CHARACTERS]


def theme_texts(heading: str, parent: str, words: str) -> tuple[str, str, str]:
    """The inputs of the theme model, in the order of ``THEME_FIELDS``."""
    return heading, parent, words


def role_texts(heading: str, parent: str, words: str, parent_role: Role | None) -> tuple[str, ...]:
    """The inputs of the role model, in the order of ``ROLE_FIELDS``."""
    return heading, parent, ROLE_SIGNS[parent_role] if parent_role else "", words
