"""Reports held against reports: what is copied, what was swapped, what the two are to one another."""

from pathlib import Path

import pytest

from zongjie.archive.repeats import Index, add_files, document_of, repeats_of, search
from zongjie.archive.repeats.aligning import aligned
from zongjie.archive.repeats.index import NoIndex
from zongjie.archive.repeats.prepared import prepared
from zongjie.document.report_pair import Repeats, ReportPair
from zongjie.readers import report_of

HEAD = (
    "{place}{year}年政府工作报告\n各位代表:\n现在,我代表{place}人民政府,"
    "向大会报告工作,请予审议。\n一、{year}年工作回顾\n"
)
DEEDS = (
    "对排查出的{n}处危旧房屋逐栋建立台账、张贴警示标志、落实看护责任人,动员租住群众在雨季前全部搬离。",
    "把农贸市场的早点摊位迁到桥西空地,铺设排水沟{m}米,摊主轮流值日打扫,附近居民不再投诉油烟。",
    "在{place}图书馆腾出两间自习室,周末延时到晚上十点,由退休教师义务辅导初中数学,全年接待学生{k}人次。",
    "清理河道淤泥{n}船,沿岸补栽垂柳和菖蒲,聘请钓鱼协会的会员当巡河员,发现排污口当天上报。",
    "为山区教学点添置取暖锅炉{m}台,校车改走隧道以后,最远的学生每天少坐四十分钟。",
    "联合气象部门给果农发送霜冻短信,提前点烟驱霜,{place}梨园挂果率比往年高,收购商预付了定金。",
    "把信访接待日改成夜间,窗口干部轮流下班后坐班,当场答复事项{k}件,剩下的限期书面回话。",
)
OTHERS = (
    "修订会议制度,压缩文件篇幅,督办事项逐件销号。",
    "组织青年干部到外省跟班学习三个月,回来各写一篇调研文章。",
    "更换老旧小区电梯,楼道加装感应灯,物业公司每季度公布收支。",
    "举办龙舟赛和非遗集市,手艺人现场教孩子捏面塑、扎风筝。",
    "试行错峰上下学,校门口划出即停即走车位,交警和家长志愿者共同值守。",
)


def report(place: str, year: int, figures: tuple[int, int, int], sentences: tuple[str, ...] = DEEDS) -> str:
    n, m, k = figures
    told = "\n".join(one.format(place=place, n=n, m=m, k=k) for one in sentences)
    return HEAD.format(place=place, year=year) + told + "\n"


TEXTS = {
    "太谷2023": report("太谷县", 2023, (47, 320, 5600)),
    "太谷2023再": report("太谷县", 2023, (47, 320, 5600)).replace(",", "，").replace("\n", "\r\n\r\n"),
    "太谷2024": report("太谷县", 2024, (52, 320, 6100), (*OTHERS, *DEEDS[:2])),
    "祁县2023": report("祁县", 2023, (39, 280, 4900)),
    "晋中2023": report("晋中市", 2023, (47, 320, 5600), (DEEDS[4], DEEDS[5], *OTHERS[:3])),
    "无关": "某某合作社工作总结\n"
    + "社员大会选出监事三名,公布收支明细,仓库改造完工,冷链车跑了四趟省城。\n" * 2,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    return tmp_path


@pytest.fixture
def found(folder: Path) -> Repeats:
    return compared(folder / "index", sorted(folder.glob("*.txt")))


def compared(where: Path, files: list[Path]) -> Repeats:
    index = Index.at(where)
    read = [
        (Path(name).name, digest)
        for name, digest, _ in add_files(index, [str(file) for file in files], 2**20, 1)
        if digest
    ]
    return repeats_of(index, read)


def pair_of(found: Repeats, one: str, other: str) -> ReportPair | None:
    names = {report.source.sha256: report.source.name.removesuffix(".txt") for report in found.reports}
    return next((p for p in found.pairs if {names[p.a], names[p.b]} == {one, other}), None)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("太谷2023", "太谷2023再", "repost"),
        ("太谷2023", "祁县2023", "other_name"),
        ("太谷2023", "太谷2024", "last_report"),
        ("太谷2023", "晋中2023", "superior"),
        ("太谷2024", "祁县2023", "other"),
    ],
)
def test_relation_is_told_by_the_identity_cards(found: Repeats, one: str, other: str, relation: str) -> None:
    pair = pair_of(found, one, other)
    assert pair is not None
    assert pair.relation == relation


def test_report_of_its_own_words_is_in_no_pair(found: Repeats) -> None:
    names = {report.source.sha256 for report in found.reports if report.source.name == "无关.txt"}
    assert not names & {one for pair in found.pairs for one in (pair.a, pair.b)}


def test_clusters_hold_reports_that_are_largely_one_text(found: Repeats) -> None:
    names = {report.source.sha256: report.source.name.removesuffix(".txt") for report in found.reports}
    assert {"太谷2023", "太谷2023再", "祁县2023"} <= {names[one] for one in found.clusters[0]}


def test_passages_lie_at_their_places_to_the_character(found: Repeats) -> None:
    pair = pair_of(found, "太谷2023", "太谷2024")
    assert pair is not None
    texts = {r.source.sha256: TEXTS[r.source.name.removesuffix(".txt")] for r in found.reports}
    first = pair.passages[0]
    assert texts[pair.a][first.a[0] : first.a[1]].startswith("对排查出的")
    assert texts[pair.b][first.b[0] : first.b[1]].startswith("对排查出的")
    assert texts[pair.a][first.a[0] : first.a[1]].rstrip().endswith("不再投诉油烟。")


def test_swapped_figures_names_and_figures_left_alone_are_told() -> None:
    one, other = TEXTS["太谷2023"], TEXTS["祁县2023"].replace("280", "320")
    a, b = (document_of(report_of(text)) for text in (one, other))
    from zongjie.archive.repeats.swaps import swaps_of

    here, there = prepared(a.body, a.card), prepared(b.body, b.card)
    passages = [swaps_of(p, here, there) for p in aligned(here, there).passages]
    figures = {(one[slice(*s.a)], other[slice(*s.b)]) for p in passages for s in p.of("figure")}
    assert {("47", "39"), ("5600", "4900")} <= figures
    assert {(one[slice(*s.a)], other[slice(*s.b)]) for p in passages for s in p.of("name")} == {
        ("太谷县", "祁县")
    }
    assert "320" in {one[slice(*span)] for p in passages for span in p.kept}
    assert all(passage.only_swapped for passage in passages)


def test_share_leaves_set_phrases_out() -> None:
    said = (
        "以习近平新时代中国特色社会主义思想为指导,全面贯彻党的二十大精神,深入贯彻习近平总书记重要讲话精神。"
    )
    texts = (said + OTHERS[0] + OTHERS[1], said + OTHERS[2] + OTHERS[3])
    a, b = (document_of(report_of(text)) for text in texts)
    found = aligned(prepared(a.body, a.card), prepared(b.body, b.card))
    assert (found.share_a, found.share_b) == (0, 0)


def test_shares_differ_where_one_report_is_longer() -> None:
    short, long = "\n".join(DEEDS[:3]), "\n".join((*OTHERS, *DEEDS))
    a, b = (document_of(report_of(text)) for text in (short, long))
    found = aligned(prepared(a.body, a.card), prepared(b.body, b.card))
    assert found.share_a > 0.95
    assert 0.2 < found.share_b < 0.6


def test_index_is_kept_added_to_and_reopened(folder: Path) -> None:
    where = folder / "kept"
    compared(where, [folder / "太谷2023.txt", folder / "晋中2023.txt"])
    again = compared(where, [folder / "太谷2023再.txt"])
    assert [pair.relation for pair in again.pairs][:1] == ["repost"]
    assert {report.source.name for report in again.reports} >= {"太谷2023再.txt", "太谷2023.txt"}
    assert len(Index.at(where).reports) == 3


def test_report_already_in_the_index_is_not_added_twice(folder: Path) -> None:
    for _ in range(2):
        compared(folder / "kept", [folder / "太谷2023.txt"])
    assert len(Index.at(folder / "kept").reports) == 1


def test_two_files_of_the_same_bytes_are_a_repost(folder: Path) -> None:
    twin = folder / "改名.txt"
    twin.write_bytes((folder / "太谷2023.txt").read_bytes())
    found = compared(folder / "index", [folder / "太谷2023.txt", twin])
    assert [(pair.a == pair.b, pair.relation) for pair in found.pairs] == [(True, "repost")]
    assert len(found.clusters[0]) == 2


def test_small_parts_are_merged_and_nothing_is_lost(folder: Path) -> None:
    index = Index.at(folder / "parts")
    for at in range(18):
        index.add([document_of(report_of(report("太谷县", 2000 + at, (at + 40, 300 + at, 5000 + at))))])
    before = [pair.passages for pair in search(index)]
    index.tidy()
    assert len(index.segments) == 1
    assert len(index.reports) == 18
    after = [pair.passages for pair in search(Index.at(folder / "parts"))]
    assert sorted(map(repr, after)) == sorted(map(repr, before))


def test_folder_of_other_things_is_no_index(folder: Path) -> None:
    with pytest.raises(NoIndex):
        Index.at(folder)


def test_unfinished_part_is_never_read(folder: Path) -> None:
    compared(folder / "kept", [folder / "太谷2023.txt"])
    (folder / "kept" / ".part-half").mkdir()
    assert len(Index.at(folder / "kept").reports) == 1


def test_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "坏.txt").write_bytes(bytes(range(256)) * 40)
    index = Index.at(folder / "kept")
    names = [str(folder / name) for name in ("坏.txt", "没有.txt", "太谷2023.txt", "太谷2023再.txt")]
    outcomes = list(add_files(index, names, 2**20, 1))
    assert [problem is None for _, _, problem in outcomes] == [False, False, True, True]
    assert [pair.relation for pair in search(index)] == ["repost"]


def test_several_processes_find_the_same(folder: Path) -> None:
    files = []
    for at in range(26):
        path = folder / f"n{at}.txt"
        path.write_text(report("太谷县", 1990 + at, (at + 40, 300 + at, 5000 + at)), encoding="utf-8")
        files.append(str(path))
    alone, together = Index.at(folder / "one"), Index.at(folder / "two")
    list(add_files(alone, files, 2**20, 1))
    list(add_files(together, files, 2**20, 2))
    assert {frozenset((p.a, p.b)) for p in search(alone)} == {
        frozenset((p.a, p.b)) for p in search(together, jobs=2)
    }


@pytest.mark.parametrize("text", ["。", "1" * 500, "好" * 5_000, "\ud800坏", "a b c " * 300])
def test_odd_texts_are_taken(tmp_path: Path, text: str) -> None:
    index = Index.at(tmp_path / "index")
    index.add([document_of(report_of(text)), document_of(report_of(TEXTS["太谷2023"]))])
    assert len(index.reports) == 2
    assert search(index) == []


def test_second_copies_in_the_series_are_reposts(real_reports: Path, tmp_path: Path) -> None:
    files = sorted((real_reports / "series" / "national").glob("*-201[4-9]*.txt"))
    if len(files) < 2:
        pytest.skip("the series of the nation is not there")
    found = compared(tmp_path / "index", files)
    names = {report.source.sha256: report.source.name for report in found.reports}
    reposts = {
        frozenset(name[:13] for name in (names[p.a], names[p.b]))
        for p in found.pairs
        if p.relation == "repost"
    }
    assert all(len(one) == 1 for one in reposts)
    twins = {name[:13] for name in names.values() if "-mybook" in name or "-ws" in name}
    assert twins == {year for one in reposts for year in one}
