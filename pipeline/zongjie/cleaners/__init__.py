from zongjie.document import Removed, Report


def clean(report: Report) -> tuple[Removed, ...]:
    return ()
