"""How well planted repeats are found: plagdet over text of our own and over real reports."""

from pathlib import Path
from random import Random

import pytest

from zongjie.comparing.planting import KINDS, Pair, Score, mean_score, plant, score
from zongjie.comparing.repeats import repeated_passages


def found_pairs(text: str) -> list[Pair]:
    return [(passage.places[0], other) for passage in repeated_passages(text) for other in passage.places[1:]]


def measured(texts: dict[str, str], kind: str) -> Score:
    scores = []
    for name, text in texts.items():
        own = {text[start:end] for pair in found_pairs(text) for start, end in pair}
        planted = plant(text, kind, Random(f"7-{name}-{kind}"))
        if planted is None:
            continue
        pairs = [
            pair
            for pair in found_pairs(planted.text)
            if not any(planted.text[start:end] in own for start, end in pair)
        ]
        scores.append(score(planted.pairs, pairs))
    return mean_score(scores)


@pytest.fixture(scope="module")
def reports(real_reports: Path) -> dict[str, str]:
    files = sorted((real_reports / "gov-2026").glob("*.txt"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


FLOORS = {"dropped": 0.70, "edited 15 %": 0.88, "edited 10 %": 0.88, "shuffled": 0.88}


@pytest.mark.parametrize("kind", list(KINDS))
def test_planted_repeats_of_each_kind_are_found(reports: dict[str, str], kind: str) -> None:
    result = measured(reports, kind)
    print(f"{kind}: plagdet {result.plagdet:.3f} over {result.cases} cases")
    assert result.plagdet >= FLOORS.get(kind, 0.92)


def test_perfect_detection_scores_one() -> None:
    cases = [((0, 100), (300, 400))]
    assert score(cases, cases).plagdet == 1.0


def test_detection_cut_in_two_pays_for_granularity() -> None:
    cases = [((0, 100), (300, 400))]
    halves = [((0, 50), (300, 350)), ((50, 100), (350, 400))]
    result = score(cases, halves)
    assert (result.precision, result.recall, result.granularity) == (1.0, 1.0, 2.0)
    assert result.plagdet < 0.7


def test_same_seed_plants_the_same_text() -> None:
    text = "".join(
        f"第{at}项工作由{chr(0x4E00 + at * 7)}组牵头,月底前完成{at * 3}处整改。" for at in range(60)
    )
    first, second = (plant(text, "edited 10 %", Random(3)) for _ in range(2))
    assert first == second
    assert first is not None
