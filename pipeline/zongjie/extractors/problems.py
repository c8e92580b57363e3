from zongjie.document import Analysis, Problem


def extract_problems(analysis: Analysis) -> tuple[Problem, ...]:
    return ()
