"""Time grows in step with length, on prose and on hostile text."""

import time

import pytest
from tests.extractors.quantities.conftest import Read

SHORT, LONG = 4_000, 32_000

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


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_eight_times_the_length_takes_at_most_some_sixteen_times_as_long(read: Read, unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        read(text)
        return time.process_time() - begin

    seconds(1000)
    short = max(seconds(SHORT), 0.03)
    assert seconds(LONG) < 16 * short
