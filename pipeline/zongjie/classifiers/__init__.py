from zongjie.document import Outline, Section


def classify(body: str, outline: Outline) -> tuple[Section, ...]:
    return outline.sections
