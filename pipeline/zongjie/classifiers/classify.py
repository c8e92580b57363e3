"""Role and theme of every section of an outline."""

from dataclasses import replace

from zongjie.classifiers.models import Models, trained
from zongjie.classifiers.roles import section_roles
from zongjie.classifiers.themes import section_themes
from zongjie.document import Outline, Section


def classify(body: str, outline: Outline, models: Models | None = None) -> tuple[Section, ...]:
    """The sections of ``outline`` with ``role``, ``theme`` and ``themes`` filled in.

    ``body`` is the text with furniture blanked out. Cost is linear in the number of sections:
    a section is judged by its headings and the first few hundred characters of its body.
    ``models`` are the ones that ship with the project unless others are given; where there
    are none, keywords and cue words serve.
    """
    models = models or trained()
    sections = outline.sections
    title = body[slice(*outline.title)] if outline.title else ""
    roles = section_roles(body, sections, models, title)
    themes = section_themes(body, sections, models, title)
    return tuple(
        replace(section, role=role, theme=found[0], themes=found)
        for section, role, found in zip(sections, roles, themes, strict=True)
    )
