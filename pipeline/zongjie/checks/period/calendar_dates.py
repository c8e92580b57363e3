"""What the calendar says of a month and a day."""

from calendar import monthrange


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; without a year, 29 February exists.

    >>> day_exists(2023, 2, 29), day_exists(None, 2, 29), day_exists(None, 4, 31)
    (False, True, False)
    """
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= monthrange(year if year else 2024, month)[1]
