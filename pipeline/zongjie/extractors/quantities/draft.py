"""A number expression while it is being understood; turned into a ``Quantity`` at the end."""

from decimal import Decimal

from zongjie.document import Bound, Change, QuantityKind


class Draft:
    """The fields of a ``Quantity`` that are still open. ``shape`` is the alternative of the
    pattern that matched; ``dimension`` that of the unit; ``words`` the numeral as written."""

    __slots__ = (
        "action",
        "bound",
        "change",
        "clause",
        "dimension",
        "end",
        "evidence",
        "id",
        "kind",
        "metric",
        "object",
        "of",
        "part_of",
        "period",
        "quoted",
        "rank",
        "ratio",
        "reason",
        "section",
        "shape",
        "start",
        "unit",
        "value",
        "value_max",
        "words",
    )

    def __init__(self, start: int, end: int, shape: str, words: str = "") -> None:
        self.start = start
        self.end = end
        self.shape = shape
        self.words = words
        self.id = ""
        self.kind: QuantityKind | None = None
        self.value: Decimal | None = None
        self.value_max: Decimal | None = None
        self.unit: str | None = None
        self.dimension: str | None = None
        self.bound: Bound = "exact"
        self.ratio: tuple[int, int] | None = None
        self.rank: int | None = None
        self.reason: str | None = None
        self.object: str | None = None
        self.action: str | None = None
        self.metric: str | None = None
        self.change: Change | None = None
        self.period: str | None = None
        self.of: Draft | None = None
        self.part_of: Draft | None = None
        self.clause = (start, end)
        self.section: str | None = None
        self.evidence: str | None = None
        self.quoted = False
