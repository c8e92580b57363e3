"""What users read: Chinese with full-width marks, English without Chinese words of ours."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import zongjie
from zongjie.checks import all_checks
from zongjie.document import Finding
from zongjie.settings import Settings

PACKAGE = Path(zongjie.__file__).parent
CHINESE = "\u4e00-\u9fff“”《》（）【】"
HALF_WIDTH = re.compile(rf"(?<=[{CHINESE}])[,:;()!?]|[,:;()!?](?=[{CHINESE}])")
QUOTED = re.compile("“[^”]*”")  # the report's own words are shown as they are
ERRORS = ("Error", "Input", "TooLarge", "Text", "File", "CannotWrite")


def said(text: str) -> str:
    """``text`` without what it quotes from a report."""
    return QUOTED.sub("“”", text)


def example_texts() -> Iterator[str]:
    for one in all_checks():
        for text in (*one.check.flagged, *one.check.accepted):
            yield re.sub("[⟦⟧]", "", text)


@pytest.fixture(scope="module", params=["zh", "en"])
def findings(request: pytest.FixtureRequest, samples: Path) -> tuple[str, list[Finding]]:
    """All findings over the samples and the examples of every check, in one language."""
    settings = Settings(lang=request.param)
    texts = [path.read_text("utf-8") for path in sorted(samples.glob("*.txt"))]
    return request.param, [
        finding for text in (*texts, *example_texts()) for finding in zongjie.analyse(text, settings).findings
    ]


def test_findings_speak_the_language_asked_for(findings: tuple[str, list[Finding]]) -> None:
    lang, found = findings
    assert {f.code for f in found} >= {one.check.code for one in all_checks() if one.check.needs == "report"}
    for f in found:
        told = [f.message, f.caveat or "", *(one.label for one in f.related)]
        if lang == "zh":
            assert not [words for words in told if HALF_WIDTH.search(said(words))]
            assert re.search("[\u4e00-\u9fff]", f.message)
        else:
            assert not [
                words for words in (f.message, f.caveat or "") if re.search("[，；：！？]", said(words))
            ]
            assert re.search("[A-Za-z]{2}", f.message)
            assert all(one.label for one in f.related)


def test_language_changes_the_words_and_nothing_else(samples: Path) -> None:
    text = next(iter(sorted(samples.glob("政协*.txt")))).read_text("utf-8")
    zh, en = (zongjie.analyse(text, Settings(lang=lang)).findings for lang in ("zh", "en"))
    bare = {"message": "", "caveat": None, "related": ()}
    assert [replace(f, **bare) for f in zh] == [replace(f, **bare) for f in en]  # type: ignore[arg-type]
    places = [[[(r.start, r.end, r.doc) for r in f.related] for f in found] for found in (zh, en)]
    assert places[0] == places[1]


def chinese_strings(path: Path) -> Iterator[tuple[int, str]]:
    """The Chinese that ``path`` says: of ``zh=``, ``say(…)``, ``Side(…)`` and of errors."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        spoken = [one.value for one in node.keywords if one.arg in ("zh", "caveat_zh", "title")]
        if (name == "say" or name.endswith(ERRORS)) and node.args:
            spoken.append(node.args[0])
        if name == "Side" and len(node.args) > 2:
            spoken.append(node.args[2])
        for one in spoken:
            yield (
                one.lineno,
                "".join(
                    part.value
                    for part in ast.walk(one)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ),
            )


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_chinese_in_the_code_has_full_width_marks(path: Path) -> None:
    wrong = [(line, words) for line, words in chinese_strings(path) if HALF_WIDTH.search(words)]
    assert not wrong
