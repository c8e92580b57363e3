"""The gazetteer knows names, short names, ranks and who lies in whom."""

import pytest

from zongjie.lexicons.places import gazetteer, short_name
from zongjie.lexicons.self_naming import self_namings


def chain(name: str) -> list[str]:
    places = gazetteer()
    return [place.name for place in places.chain(places.named(name)[0])]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("崇信", ["崇信县", "平凉市", "甘肃省"]),
        ("忻州", ["忻州市", "山西省"]),
        ("浦东新区", ["浦东新区", "上海市"]),
        ("湘西", ["湘西土家族苗族自治州", "湖南省"]),
        ("满城", ["满城区", "保定市", "河北省"]),
        ("中山市", ["中山市", "广东省"]),
    ],
)
def test_chain_runs_up_to_the_province(name: str, expected: list[str]) -> None:
    assert chain(name) == expected


def test_ranks_follow_the_code_not_the_word() -> None:
    levels = {name: gazetteer().full(name)[0].level for name in ("北京市", "义乌市", "绍兴市", "海淀区")}
    assert levels == {"北京市": "省", "义乌市": "县", "绍兴市": "市", "海淀区": "县"}


def test_ambiguous_and_common_names_are_flagged() -> None:
    places = gazetteer()
    assert places.is_ambiguous("鼓楼区")
    assert places.is_common("和平")
    assert not places.is_common("和平区")
    assert not places.is_ambiguous("崇信")


def test_related_names_lie_in_one_line() -> None:
    places = gazetteer()
    assert places.related("崇信", "甘肃省")
    assert places.related("清苑", "保定市")
    assert places.related("崇信", "忻州") is False
    assert places.related("崇信", "乙水") is None
    assert places.same_province("崇信", "兰州")


def test_names_are_found_in_text_longest_first() -> None:
    found = [name for _, _, name in gazetteer().find("浙江省绍兴市和健康县域,安康县")]
    assert found == ["浙江省", "绍兴市", "安康县"]


def test_short_names_keep_two_characters() -> None:
    assert [short_name(n) for n in ("易县", "内蒙古自治区", "兴安盟", "新宾满族自治县")] == [
        "易县", "内蒙古", "兴安", "新宾",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快建设美丽幸福崇信做出贡献", ["崇信"]),
        ("为崇信高质量发展作出贡献", ["崇信"]),
        ("助力美丽幸福乙水建设", ["乙水"]),
        ("建设美丽乡村、平安家园,发展现代化农业", []),
        ("创新活力不强,打造生态滨江", []),
    ],
)
def test_self_referring_phrases_name_places(text: str, expected: list[str]) -> None:
    assert [naming.name for naming in self_namings(text)] == expected


def test_gazetteer_is_loaded_once() -> None:
    gazetteer.cache_clear()
    places = gazetteer()
    assert places.named("崇信")
    assert gazetteer() is places


MOVED = {"海口市", "三亚市", "通什市", "重庆市", "江津市", "合川市", "永川市", "南川市"}
"""Out of one province into another since 1980: Hainan in 1988, Chongqing in 1997."""


def test_a_city_lies_in_one_province_but_those_that_were_moved() -> None:
    places = gazetteer()
    cities = {p.name for p in places.living() if p.name.endswith(("市", "州", "盟", "省"))}
    several = {name for name in cities if len({p.province for p in places.full(name)}) > 1}
    assert several <= MOVED


def test_every_division_has_its_province() -> None:
    places = gazetteer()
    assert all(places.chain(place)[-1].level == "省" for place in places.living())
