from zongjie.document import Analysis, Measure


def extract_measures(analysis: Analysis) -> tuple[Measure, ...]:
    return ()
