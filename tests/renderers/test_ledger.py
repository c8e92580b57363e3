"""The ledger as JSON, CSV, page and terminal table."""

import csv
import io
import json
from decimal import Decimal

import jsonschema
import pytest

from zongjie.document import FileFacts
from zongjie.document.ledger import Ledger, LedgerEntry, LedgerSide, Promise
from zongjie.renderers.ledger.csv import to_csv
from zongjie.renderers.ledger.json import json_schema, to_json
from zongjie.renderers.ledger.page import to_page
from zongjie.renderers.ledger.terminal import to_terminal

LAST = "二、打算\n新建水窖300口以上，推行<b>管护</b>包干。\n"
THIS = "一、工作\n全年新建水窖312口。\n"


def side(text: str, name: str) -> LedgerSide:
    facts = FileFacts(name, "0" * 64, "text/plain", "utf-8", len(text))
    return LedgerSide(facts, text, "云岭市水务局", None)


@pytest.fixture
def ledger() -> Ledger:
    first = LAST.index("新建"), LAST.index("，")
    second = LAST.index("推行"), LAST.index("。")
    told = THIS.index("全年"), THIS.index("。")
    kept = Promise("p1", *first, "2", "水窖", "新建", None, Decimal(300), None, "口", "at_least")
    vague = Promise("p2", *second, "2", "包干", "推行")
    return Ledger(
        side(LAST, "去年.txt"),
        side(THIS, "今年.txt"),
        (
            LedgerEntry(kept, "done", (told,), "承诺300口以上，实际312口：达到", "kept", 0.9),
            LedgerEntry(vague, "not_mentioned", (), "本期没有提到", "not spoken of", 0.0),
        ),
        (("两份报告的单位不同", "other bodies"),),
    )


def test_json_is_the_contract(ledger: Ledger) -> None:
    told = json.loads(to_json(ledger))
    jsonschema.validate(told, json_schema())
    assert list(told) == ["schema", "last", "this", "promises"]
    first = told["promises"][0]
    assert (first["value"], first["bound"], first["status"]) == ("300", "at_least", "done")
    assert THIS[first["evidence"][0]["start"] : first["evidence"][0]["end"]] == "全年新建水窖312口"
    assert json.loads(to_json(ledger, "en"))["promises"][0]["reason"] == "kept"


def test_csv_has_a_row_a_promise(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(ledger, "en").removeprefix("\ufeff"))))
    assert [row["status"] for row in rows] == ["done", "not mentioned"]
    assert rows[0]["evidence"] == "全年新建水窖312口"


def test_terminal_leaves_out_what_nobody_spoke_of_unless_asked(ledger: Ledger) -> None:
    short, whole = to_terminal(ledger), to_terminal(ledger, everything=True)
    assert "新建水窖300口以上" in short
    assert "→ 全年新建水窖312口" in short
    assert "包干" not in short
    assert "另有1项" in short
    assert "包干" in whole
    assert "2 promises: 1 done" in to_terminal(ledger, lang="en")


def test_page_shows_both_sides_and_runs_nothing(ledger: Ledger) -> None:
    page = to_page(ledger)
    assert "<mark>新建水窖300口以上</mark>" in page
    assert "<mark>全年新建水窖312口</mark>" in page
    assert "&lt;b&gt;管护&lt;/b&gt;" in page
    assert "<script" not in page
    assert "两份报告的单位不同" in page
