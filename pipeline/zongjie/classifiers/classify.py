"""Role and theme of every section of an outline."""

from dataclasses import replace

from zongjie.classifiers.keyword_themes import keyword_themes
from zongjie.classifiers.roles import section_roles
from zongjie.document import Outline, Section


def classify(body: str, outline: Outline) -> tuple[Section, ...]:
    """The sections of ``outline`` with ``role``, ``theme`` and ``themes`` filled in.

    ``body`` is the text with furniture blanked out. Cost is linear in the number of sections:
    a section is judged by its headings and the first few hundred characters of its body.
    """
    sections = outline.sections
    roles = section_roles(body, sections)
    headings = {section.id: section.heading or "" for section in sections}
    result = []
    for section, role in zip(sections, roles, strict=True):
        parent = headings.get(section.parent, "") if section.parent else ""
        themes = keyword_themes(body, section, parent)
        result.append(replace(section, role=role, theme=themes[0], themes=themes))
    return tuple(result)
