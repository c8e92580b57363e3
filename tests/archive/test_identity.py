"""Whose report it is, where the name that stands in the text says too little."""

import pytest

from zongjie.archive.identity import body_of
from zongjie.document import Profile


@pytest.mark.parametrize("organisation", ["本届省政府", "新一届省人民政府", "26日省人民政府"])
def test_a_term_or_a_day_is_no_place(organisation: str) -> None:
    body = body_of(Profile(organisation=organisation, kind="government", level="省", places=("湖北省",)))
    assert body is not None
    assert body.name == "湖北省人民政府"
    assert body.doubt_zh is not None
