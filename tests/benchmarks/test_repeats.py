"""The benchmarks of repeats: second copies by their names, planted repeats scored together."""

from zongjie.benchmarks.repeats_copies import copies
from zongjie.benchmarks.repeats_planted import ALL, planted_scores
from zongjie.document.report_pair import Relation, ReportPair


def pair(a: str, b: str, relation: Relation) -> ReportPair:
    return ReportPair(a, b, 1.0, 1.0, relation, None, ())


def test_every_two_copies_of_a_report_are_a_pair_to_be_found() -> None:
    names = {"1": "乙水县-2020", "2": "乙水县-2020-docx", "3": "乙水县-2020-b", "4": "丙川县-2020"}
    told = copies(names, [pair("1", "2", "repost"), pair("1", "4", "repost"), pair("1", "3", "other")])
    assert told.expected == 3
    assert told.missed == (("乙水县-2020", "乙水县-2020-b"), ("乙水县-2020-b", "乙水县-2020-docx"))
    assert [(one.a, one.b) for one in told.others] == [("1", "4")]
    assert round(told.recall, 3) == 0.333


def test_verbatim_copies_planted_in_a_text_are_found() -> None:
    text = "".join(
        f"{chr(0x4E10 + 37 * at)}{chr(0x5200 + 53 * at)}组{chr(0x6100 + 29 * at)}修路段排水沟渠，"
        f"由{chr(0x7200 + 31 * at)}{chr(0x8000 + 41 * at)}两队轮换看护到月底。"
        for at in range(80)
    )
    scores = planted_scores({"甲": text}, 5)
    assert scores["verbatim"].cases == 1
    assert scores[ALL].cases >= 7
    assert 0.0 <= scores[ALL].plagdet <= 1.0
    assert scores == planted_scores({"甲": text}, 5)
