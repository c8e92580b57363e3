from zongjie.document import Analysis, Award


def extract_awards(analysis: Analysis) -> tuple[Award, ...]:
    return ()
