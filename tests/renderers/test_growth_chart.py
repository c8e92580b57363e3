"""The chart of growth figures: one bar a name, falls to the left, nothing where it would be bare."""

from decimal import Decimal

from zongjie.document import Change, Quantity
from zongjie.renderers.html.growth_chart import growth_chart, growths


def growth(what: str, amount: str, kind: str = "同比") -> Quantity:
    value = Decimal(amount)
    return Quantity(
        "q", 0, 1, "achievement", abs(value), unit="%", metric=what, change=Change(kind, amount=value)
    )


def test_rows_are_sorted_and_one_a_name() -> None:
    told = [growth("出口额", "-3.5"), growth("生产总值", "5.8"), growth("生产总值", "7"), growth("投资", "9")]
    assert growths(told) == [("投资", Decimal(9)), ("生产总值", Decimal("5.8")), ("出口额", Decimal("-3.5"))]


def test_a_multiple_would_flatten_the_rest_and_is_left_out() -> None:
    assert growths([growth("快递量", "240")]) == []


def test_two_figures_make_no_chart() -> None:
    assert growth_chart([growth("投资", "9"), growth("出口", "2")], "增长率") == ""


def test_names_are_escaped_and_falls_marked() -> None:
    drawn = growth_chart([growth("a<b", "9"), growth("c", "2"), growth("d", "-1")], "增长率")
    assert "a&lt;b" in drawn
    assert drawn.count("class=down") == 1
