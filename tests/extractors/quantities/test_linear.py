"""No hostile text makes the cost explode."""

import pytest
from tests.extractors.quantities.conftest import Read

LENGTH = 500_000
# Text that is nothing but numbers costs far more a character: shorter, and still tens of thousands of them.
DENSE = {"numbers": 100_000, "ranges": 100_000, "fractions": 200_000, "no stops": 200_000, "commas": 200_000}

HOSTILE = {
    "digits": "7",
    "ones": "一",
    "tens": "十",
    "brackets": "（",
    "quotes": "“",
    "spaces": " ",
    "numbers": "3条",
    "commas": "1,",
    "colons": "1:",
    "ranges": "3至",
    "plus": "1+",
    "fractions": "一分之",
    "letters": "a1",
    "froms": "从由",
    "no stops": "新增泵站3座和",
    "scales": "万亿",
    "x": "x",
    "dots": "1.",
    "half": "一半",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode(read: Read, name: str) -> None:
    unit = HOSTILE[name]
    text = unit * (DENSE.get(name, LENGTH) // len(unit))
    assert all(0 <= one.start < one.end <= len(text) for one in read(text))
