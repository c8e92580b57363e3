"""The trade that a title names, and titles that name none."""

import pytest

from zongjie.classifiers.trades import trade
from zongjie.lexicons.themes import taxonomy

KEYS = tuple(leaf.key for leaf in taxonomy().leaves)


def told(title: str) -> list[str]:
    shares = trade(title, KEYS)
    return [] if shares is None else [key for key, share in zip(KEYS, shares, strict=True) if share]


@pytest.mark.parametrize(
    ("title", "leaves"),
    [
        ("甲山县教育局2024年工作总结", ["education"]),
        ("甲山县教育局机关第二党支部2024年工作总结", ["party_organisation"]),
        ("甲山机械有限公司人力资源部年度总结", ["staff_office"]),
        ("急诊科护士个人年终总结", ["personal_duty"]),
        ("甲山县人民检察院2024年工作总结", ["public_order", "self_building"]),
        ("石桥镇2024年工作总结", ["rural"]),
        ("景德镇市2024年工作总结", []),
        ("2024年政府工作报告", []),
        ("在甲山县第五届人民代表大会第三次会议上的政府工作报告", []),
        ("", []),
    ],
)
def test_the_last_trade_in_a_title_counts(title: str, leaves: list[str]) -> None:
    assert told(title) == leaves


def test_shares_add_up_to_one() -> None:
    shares = trade("柳塘街道上半年工作总结", KEYS)
    assert shares is not None
    assert shares.sum() == pytest.approx(1.0)
