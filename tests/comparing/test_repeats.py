"""Passages that stand twice: found to the character, edited or not, and nothing else."""

from pathlib import Path
from random import Random

import pytest

from zongjie.comparing.repeats import repeated_passages
from zongjie.lexicons.traditional import simplified_forms

FIRST = "逐户上门登记用工缺口、融资需求和厂房租金,建立一企一档,专人跟进。"
SECOND = "对当场能办的事项立即答复,对不能办的事项明确期限并回访满意情况。"
PASSAGE = FIRST + SECOND
FILLER = "召开春耕备耕现场会,调运种子化肥农膜。组织农机手检修拖拉机,疏通支渠斗渠。"


def pasted(copy: str, source: str = PASSAGE) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """A little report in which ``source`` stands in the first item and ``copy`` in the third."""
    head, middle = "一、服务企业\n1.走访企业。", f"\n2.农业生产。{FILLER}\n3.化解难题。"
    text = f"{head}{source}{middle}{copy}\n4.其他工作。编印简报,更新宣传栏。\n"
    second = len(head) + len(source) + len(middle)
    return text, (len(head), len(head) + len(source)), (second, second + len(copy))


@pytest.mark.parametrize(
    ("what", "copy"),
    [
        ("verbatim", PASSAGE),
        ("half width became full width", PASSAGE.replace(",", ",").replace(",", ",")),
        ("a paragraph split in two", FIRST + "\n" + SECOND),
        ("a word changed", PASSAGE.replace("专人跟进", "专班跟踪")),
        ("words left out", PASSAGE.replace("上门", "").replace("并回访满意情况", "")),
        ("a clause added", PASSAGE.replace("建立一企一档,", "建立一企一档,录入信息平台,")),
    ],
)
def test_copy_is_found_to_the_character(what: str, copy: str) -> None:
    text, first, second = pasted(copy)
    (passage,) = repeated_passages(text)
    assert passage.places == (first, second), what


def test_sentences_in_another_order_are_one_passage() -> None:
    text, first, second = pasted(SECOND + FIRST)
    (passage,) = repeated_passages(text)
    assert passage.places == (first, second)
    assert passage.share > 0.9


def test_changed_figures_are_told_piece_by_piece() -> None:
    source = PASSAGE.replace("逐户", "全年为86家企业逐户")
    text, *_ = pasted(source.replace("86", "1,035"), source)
    (passage,) = repeated_passages(text)
    ((start, end, other, other_end),) = [
        (one.start, one.end, one.other_start, one.other_end) for one in passage.differences
    ]
    assert (text[start:end], text[other:other_end]) == ("86", "1,035")
    assert passage.share == 1.0
    assert not passage.identical


def test_three_copies_are_one_passage_with_three_places() -> None:
    between = ("召开春耕备耕现场会", "组织农机手检修拖拉机", "疏通支渠斗渠")
    text = "".join(f"{mark}、{words}。\n{PASSAGE}\n" for mark, words in zip("一二三", between, strict=True))
    (passage,) = repeated_passages(text)
    assert passage.times == 3
    assert [text[start:end] for start, end in passage.places] == [PASSAGE] * 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "总结",
        FILLER,
        f"一、{FIRST[:18]}。二、{FIRST[:18]}。{FILLER}",  # a short repeat
        "坚持以习近平新时代中国特色社会主义思想为指导,全面贯彻落实党的二十大精神,统筹推进“五位一体”总体布局,"
        "协调推进“四个全面”战略布局。" + FILLER + "坚持以习近平新时代中国特色社会主义思想为指导,"
        "全面贯彻落实党的二十大精神,统筹推进“五位一体”总体布局,协调推进“四个全面”战略布局。",
        "小麦播种面积12万亩、单产412公斤、总产4.9亿斤,玉米播种面积9万亩、单产506公斤、总产4.5亿斤,"
        "大豆播种面积3万亩、单产180公斤、总产0.5亿斤,花生播种面积2万亩、单产301公斤、总产0.6亿斤。",
    ],
)
def test_short_repeats_set_phrases_and_parallel_figures_are_left_alone(text: str) -> None:
    assert repeated_passages(text) == ()


def by_chance(length: int, seed: int) -> str:
    random = Random(seed)
    return (
        "".join("，" if at % 17 == 16 else chr(0x4E00 + random.randrange(3_000)) for at in range(length))
        + "。"
    )


def edited(passage: str, seed: int) -> str:
    random, letters = Random(seed), list(passage)
    for _ in range(3):
        letters[random.randrange(len(letters) - 1)] = chr(0x4E00 + random.randrange(3_000))
    return "".join(letters)


def with_repeats(length: int) -> str:
    pieces = [by_chance(400, seed) for seed in range(length // 500)]
    return "".join(one + (pieces[at // 2] if at % 5 == 4 else "") for at, one in enumerate(pieces))


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("one sentence ten thousand times", PASSAGE * 10_000),
        ("the same with a number each", "".join(f"{at}户:{PASSAGE}\n" for at in range(8_000))),
        ("equal characters", "好" * 500_000),
        ("ten thousand edited copies in a row", "".join(edited(PASSAGE, at) for at in range(10_000))),
        (
            "edited copies with other text between",
            "".join(edited(PASSAGE, at) + by_chance(60, at) for at in range(3_000)),
        ),
        ("the same, not edited", "".join(PASSAGE + by_chance(60, at) for at in range(3_000))),
        ("a long text twice", by_chance(900_000, 1) * 2),
        ("a long text with repeats of its own twice", with_repeats(300_000) * 2),
        ("two copies of a text", (FILLER + PASSAGE + "培训网格员,检修路灯,慰问困难户。") * 2),
    ],
)
@pytest.mark.usefixtures("finishes")
def test_hostile_text_gives_one_finding(what: str, text: str) -> None:
    assert len(repeated_passages(text)) == 1, what


def test_copy_in_traditional_characters_is_found() -> None:
    forms = {simplified: traditional for traditional, simplified in simplified_forms().items()}
    copy = "".join(forms.get(char, char) for char in PASSAGE)
    assert sum(a != b for a, b in zip(PASSAGE, copy, strict=True)) > 10
    (passage,) = repeated_passages(f"{PASSAGE}{FILLER}{copy}")
    assert passage.identical


@pytest.mark.usefixtures("finishes")
def test_cost_grows_with_length_only() -> None:
    text = "".join(f"{chr(0x5000 + at)}{PASSAGE}" for at in range(8_000))
    (passage,) = repeated_passages(text)
    assert all(0 <= start < end <= len(text) for start, end in passage.places)


def test_seed_report_has_exactly_one_passage(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text(encoding="utf-8")
    (passage,) = repeated_passages(text)
    assert passage.places == ((558, 715), (735, 892))
    assert passage.identical


def test_untouched_reports_have_few_repeats(real_reports: Path) -> None:
    reports = sorted((real_reports / "gov-2026").glob("*.txt"))
    found = sum(len(repeated_passages(report.read_text(encoding="utf-8"))) for report in reports)
    assert found <= 0.5 * len(reports)
