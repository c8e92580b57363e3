from zongjie.document import Analysis, Quantity


def extract_quantities(analysis: Analysis) -> tuple[Quantity, ...]:
    return ()
