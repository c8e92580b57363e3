"""The sample of the first issue: roles of its three parts, groups of its sections."""

from pathlib import Path

from zongjie.classifiers import classify
from zongjie.cleaners import clean
from zongjie.document import blank_out
from zongjie.readers import report_of
from zongjie.segmenters import segment


def test_the_parts_of_the_sample(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_bytes().decode("utf-8-sig")
    report = report_of(text)
    body = blank_out(report.text, clean(report))
    sections = {s.id: s for s in classify(body, segment(body))}
    roles = {name: section.role for name, section in sections.items()}
    assert all(roles[name] == "achievement" for name in roles if name.split(".")[0] == "1")
    assert roles["2"] == "problem"
    assert all(roles[name] == "plan" for name in roles if name.split(".")[0] == "3")
    groups = {name: s.theme.group for name, s in sections.items() if s.theme}
    assert [groups[name] for name in ("1.1", "1.2", "1.3.3", "1.4", "3.1", "3.2")] == [
        "party", "consultation", "consultation", "consultation", "party", "consultation",
    ]  # fmt: skip
