"""An analysis built by hand, with every kind of part in it, so that renderers stand alone."""

from datetime import date
from decimal import Decimal

import pytest

from zongjie.document import (
    Analysis,
    Award,
    Change,
    Computed,
    Evidence,
    FileFacts,
    Finding,
    Measure,
    Outline,
    Period,
    Plan,
    PlanItem,
    PlanSentence,
    Problem,
    Profile,
    Quantity,
    Related,
    Removed,
    Report,
    Section,
    Slot,
    Source,
    Summary,
    SummarySentence,
    Theme,
)

TEXT = (
    "下载 打印\n云岭市水务局2024年工作总结\n一、主要工作\n"
    "全年新建水窖1.2万余口,供水率达到66.67%。<script>alert(1)</script>\n"
    "新建水窖的经验已在全市推广。\n二、不足\n管护力量不够。\n三、打算\n明年再建300口水窖。\n"
)


def span(words: str, nth: int = 0) -> tuple[int, int]:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return at, at + len(words)


def section(number: str, heading: str, end: int, role: str, at: str) -> Section:
    start, stop = span(heading)
    return Section(
        id=at,
        parent=None,
        level=1,
        number=number,
        heading=heading,
        heading_start=start,
        heading_end=stop,
        start=start - len(number),
        end=end,
        role=role,  # type: ignore[arg-type]
        theme=Theme("water", "rural", 0.71),
        themes=(Theme("water", "rural", 0.71),),
    )


def made_analysis() -> Analysis:
    report = Report(
        TEXT, FileFacts("水务局.txt", "0" * 64, "text/plain", "utf-8", len(TEXT)), notes=("文本框未读。",)
    )
    removed = (Removed("page_furniture", *span("下载 打印")),)
    sections = (
        section("一、", "主要工作", span("二、不足")[0], "achievement", "1"),
        section("二、", "不足", span("三、打算")[0], "problem", "2"),
        section("三、", "打算", len(TEXT), "plan", "3"),
    )
    quantities = (
        Quantity(
            "q1",
            *span("1.2万余口"),
            "achievement",
            Decimal("1.2") * 10**4,
            unit="口",
            bound="more_than",
            object="水窖",
            action="新建",
            clause=span("全年新建水窖1.2万余口"),
            section="1",
        ),
        Quantity(
            "q2",
            *span("66.67%"),
            "achievement",
            Decimal("66.67"),
            unit="%",
            ratio=(2, 3),
            metric="供水率",
            action="达到",
            change=Change("从…到…", Decimal("6E+1"), Decimal("66.67")),
            section="1",
        ),
        Quantity("q3", *span("300口"), "target", Decimal(300), unit="口", object="水窖", section="3"),
        Quantity("q4", *span("2024年"), "date"),
    )

    again = span("新建水窖", 1)

    def finding(number: int, code: str, severity: str, message: str, words: str, **more: object) -> Finding:
        return Finding(
            f"f{number}",
            code,
            code.lower(),
            severity,  # type: ignore[arg-type]
            message,
            *span(words),
            fingerprint=f"{code}-0",
            **more,  # type: ignore[arg-type]
        )

    findings = (
        finding(
            1,
            "DU02",
            "error",
            "这几个字写了两遍。",
            "新建水窖",
            caveat="也许有意。",
            related=(Related(*again, "另一处"),),
            evidence={"n": 2, "places": ("甲", "乙")},
        ),
        finding(2, "PU02", "warning", "半角标点。", ",供水率", fix="，"),
        finding(3, "WD01", "error", "试行的条目。", "管护", preview=True),
        finding(4, "RS01", "error", "压下的条目。", "力量", suppressed="已知"),
    )
    brief = "水窖:新建1.2万余口。"
    plan_text = "云岭市水务局2025年工作计划\n一、补短板\n充实管护力量【待填:人数】。再建600口。"

    def planned(words: str, *sources: Source, **more: object) -> PlanSentence:
        at = plan_text.index(words)
        return PlanSentence(words, at, at + len(words), "measure", sources, **more)  # type: ignore[arg-type]

    slot = plan_text.index("【待填")
    number = plan_text.index("600口")
    item = PlanItem(
        "1", 1, "补短板", plan_text.index("一、"), len(plan_text),
        (
            planned(
                "充实管护力量【待填:人数】。",
                Source(*span("管护力量不够")),
                slots=(Slot(slot, slot + 7, "人数"),),
            ),
            planned("再建600口。", computed=(Computed(number, number + 4, "300口 × 2"),)),
        ),
        answers=("p1",), carries=("m1",),
    )  # fmt: skip
    return Analysis(
        report=report,
        body=TEXT.replace("下载 打印", " " * 5),
        removed=removed,
        outline=Outline(span("云岭市水务局2024年工作总结"), sections, (), ()),
        profile=Profile(
            title="云岭市水务局2024年工作总结",
            organisation="云岭市水务局",
            kind="department",
            level="市",
            places=("云岭市",),
            period=Period(date(2024, 1, 1), date(2024, 12, 31), "2024年"),
            evidence=(Evidence("organisation", *span("云岭市水务局")),),
            dissent=(Evidence("level", *span("全市")),),
        ),
        quantities=quantities,
        problems=(Problem("p1", *span("管护力量不够"), "2"),),
        measures=(Measure("m1", *span("再建300口水窖"), "3"),),
        awards=(Award(*span("推广"), "推广奖", "市", "水务局"),),
        findings=findings,
        summary=Summary(
            brief, (SummarySentence(brief, 0, len(brief), (Source(*span("1.2万余口")),), "figures"),)
        ),
        plan=Plan("云岭市水务局2025年工作计划", "2025年", plan_text, (item,), findings[:1]),
    )


@pytest.fixture(scope="session")
def analysis() -> Analysis:
    return made_analysis()
