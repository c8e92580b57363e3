"""Training from a handful of sections of our own: the same bytes from the same seed."""

import hashlib
import json
import tarfile
from pathlib import Path

import pytest

from zongjie.classifiers.models import load
from zongjie.training.archive import archived_reports
from zongjie.training.composed import composed
from zongjie.training.evaluate import evaluate_themes, judge, judge_written, measure, page
from zongjie.training.examples import silver, silver_theme
from zongjie.training.gold import (
    UNSEEN_WRITTEN,
    WRITTEN,
    WRITTEN_MORE,
    GoldSection,
    WrittenSection,
    anchor,
    gold_sections,
    written_sections,
)
from zongjie.training.labelled import labelled_texts
from zongjie.training.places import GOLD, MODEL
from zongjie.training.train import train_themes

REPORT = """某县政府工作总结

一、2023年工作回顾

(一)推进乡村振兴。建成高标准农田三万亩,培育合作社四十家,村集体经济收入稳步增长。

(二)保障和改善民生。新建学校两所,发放低保金六百万元,群众满意度提高。

二、2024年工作安排

(一)深化改革。将推行极简审批,加快国企改革,力争新增经营主体两千户,让办事的人少跑路。
"""
ROWS = [
    ("rural", "achievement", "推进乡村振兴", "建成大棚六十座,发展合作社,粮食又获丰收。"),
    ("health", "plan", "建设健康县", "将新建医院一所,做好家庭医生签约和疫苗接种。"),
    ("education", "achievement", "办好教育", "新增学位八百个,教师交流轮岗三十人。"),
    ("proposals", "problem", "提案办理", "提案办理质量不高,督办力度有待加大。"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of one report and four labelled sections."""
    (tmp_path / "archive" / "county").mkdir(parents=True)
    (tmp_path / "archive" / "county" / "某县-2024.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "archive" / "MANIFEST.tsv").write_text(
        "file\tbody\nCOUNTY\tx\ncounty/某县-2024.txt\t某县\n", encoding="utf-8"
    )
    (tmp_path / "gold").mkdir()
    rows = [
        {
            "kind": "局", "parent": None, "heading": heading, "text": text,
            "role": role, "theme": theme, "second": None,
        }
        for theme, role, heading, text in ROWS
    ]  # fmt: skip
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "gold" / "written.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_the_same_seed_gives_the_same_bytes(folder: Path) -> None:
    for name in ("one", "two"):
        train_themes(folder / "archive", folder / "gold", folder / name, seed=3)
    for file in ("themes.npz", "roles.npz", "config.toml"):
        assert (folder / "one" / file).read_bytes() == (folder / "two" / file).read_bytes()


def test_what_was_trained_can_be_loaded_and_tells_what_it_saw(folder: Path) -> None:
    told = train_themes(folder / "archive", folder / "gold", folder / "model", seed=3)
    assert "nothing evaluated" in told
    models = load(folder / "model")
    scores = models.themes.scores(
        [("推进乡村振兴", "", "建成大棚,发展合作社"), ("", "", "疫苗接种和家庭医生")]
    )
    assert [models.themes.classes[at] for at in scores.argmax(axis=1)] == ["rural", "health"]


def test_training_without_an_archive_uses_gold_alone(folder: Path) -> None:
    train_themes(None, folder / "gold", folder / "model", seed=3)
    assert "archive = false" in (folder / "model" / "config.toml").read_text(encoding="utf-8")


def test_silver_labels_come_from_sure_headings_only(folder: Path) -> None:
    (report,) = archived_reports(folder / "archive")
    assert report.body == "某县"
    told = {example.heading: (example.theme, example.role) for example in silver(report)}
    assert told["推进乡村振兴"] == ("rural", "achievement")
    assert told["深化改革"] == ("reform_business", "plan")
    assert silver_theme("提升能力,展现作为") is None


def test_an_archive_without_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="MANIFEST"):
        list(archived_reports(tmp_path))


def test_gold_is_split_by_body_and_large_enough() -> None:
    gold = gold_sections(GOLD)
    tested = {one.body for one in gold if one.split != "train"}
    trained = {one.body for one in gold if one.split == "train"}
    assert len(gold) >= 500
    assert not tested & trained
    assert sum(one.split == "test" for one in gold) >= 0.35 * len(gold)
    assert len(written_sections(GOLD)) >= 100
    taught = {one.kind for name in (WRITTEN, WRITTEN_MORE) for one in written_sections(GOLD, name)}
    assert not taught & {one.kind for one in written_sections(GOLD, UNSEEN_WRITTEN)}


def test_the_shipped_model_is_small_and_says_what_it_is() -> None:
    size = sum(path.stat().st_size for path in MODEL.iterdir())
    assert size <= 6 * 2**20
    assert {"card.md", "config.toml", "metrics.json", "themes.npz", "roles.npz"} <= {
        path.name for path in MODEL.iterdir()
    }


def test_the_shipped_weights_are_those_that_the_config_names() -> None:
    import hashlib
    import tomllib

    config = tomllib.loads((MODEL / "config.toml").read_text(encoding="utf-8"))
    for name, digest in config["sha256"].items():
        assert hashlib.sha256((MODEL / name).read_bytes()).hexdigest() == digest


def test_figures_on_the_untouched_reports_keep_their_floor(real_reports: Path) -> None:
    labels = [one for one in gold_sections(GOLD) if one.split == "test"]
    figures = measure(judge(labels, real_reports, load(MODEL)), len(labels))
    government = figures["government"]
    assert isinstance(government, dict)
    least = {"role_macro_f1": 0.95, "group_micro_f1": 0.91, "leaf_micro_f1": 0.84, "either_theme": 0.89}
    for name, floor in least.items():
        value = government[name]
        assert isinstance(value, float)
        assert value >= floor, f"{name}: {value}\n{page(figures)}"
    for kind, floor in (("others", 0.87), ("samples", 0.86)):
        part = figures[kind]
        assert isinstance(part, dict)
        assert part["group_micro_f1"] >= floor, f"{kind}: {page(figures)}"
    assert isinstance(figures["judged"], int)
    assert figures["judged"] >= 0.8 * len(labels)


def test_sections_that_stand_alone_are_composed_into_a_report_of_their_kind() -> None:
    rows = [
        WrittenSection("农场", "主要工作", "粮食生产", "收稻谷三百吨。", "achievement", "rural", None),
        WrittenSection("农场", None, None, "粮价下跌。", "problem", "rural", None),
    ]
    (report,) = composed(rows)
    assert report.outline.title is not None
    assert report.body[slice(*report.outline.title)] == "农场工作总结"
    for place, one in report.labelled:
        section = report.outline.sections[place]
        assert section.heading == one.heading
        assert report.body[section.body_start : section.end].strip() == one.text
    assert report.outline.sections[1].parent == report.outline.sections[0].id
    assert len(judge_written(rows, load(MODEL))) == 2


@pytest.mark.parametrize("packed", [True, False])
def test_labelled_members_of_the_archive_are_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    inside = tmp_path / "archive" / "city" / "某市-2001.txt"
    inside.parent.mkdir(parents=True)
    inside.write_text("一、农业。丰收。", encoding="utf-8")
    sha256 = hashlib.sha256(inside.read_bytes()).hexdigest()
    if packed:
        with tarfile.open(tmp_path / "archive.tar.xz", "w:xz") as tar:
            tar.add(tmp_path / "archive", "archive")
        inside.unlink()
    name = "archive/city/某市-2001.txt"
    labels = [
        GoldSection(name, digest, "某市", "unseen", 0, 8, 2, 4, "achievement", "rural", None)
        for digest in (sha256, "0")
    ]
    assert labelled_texts(labels[:1], tmp_path) == {name: "一、农业。丰收。"}
    assert labelled_texts(labels[1:], tmp_path) == {}


def test_an_outline_that_moved_a_little_keeps_its_gold() -> None:
    from zongjie.document import Section

    gold = GoldSection("r", "", "b", "test", 10, 50, 12, 20, "plan", "rural", None)
    moved = Section("1", None, 1, "一、", "标题", 11, 21, 9, 60)
    other = Section("2", None, 1, "二、", "别的", 62, 66, 60, 90)
    assert anchor(gold, (other, moved)) is moved
    assert anchor(gold, (other,)) is None


def test_what_is_not_at_hand_is_said_and_no_figures_are_kept(tmp_path: Path) -> None:
    before = (MODEL / "metrics.json").read_bytes()
    assert "not at hand" in evaluate_themes(reports=tmp_path)
    assert "nothing evaluated" in evaluate_themes(gold=tmp_path, reports=tmp_path)
    assert (MODEL / "metrics.json").read_bytes() == before
