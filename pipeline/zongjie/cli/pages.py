"""The pages about the checks: one for ``explain``, the catalogue and the figures for ``docs/``."""

import re
from collections.abc import Iterator

from zongjie.checks import Registered, all_checks
from zongjie.checks.left_out import left_out
from zongjie.checks.precision import FEW, Precision, precisions
from zongjie.cli.language import Say
from zongjie.renderers.words import SEVERITY, word

FAMILIES = {
    "ID": ("主体与辖区", "Whose report it is"),
    "TM": ("期间与时态", "Period and tense"),
    "NM": ("数据", "Figures"),
    "ST": ("结构与承诺", "Structure and promises"),
    "DU": ("重复", "Repeats"),
    "RS": ("残留", "Residue"),
    "PU": ("标点与体例", "Punctuation and form"),
    "WD": ("用字用词", "Wording"),
    "GR": ("起草依据", "Grounding of drafts"),
}


def explain_page(one: Registered, say: Say) -> str:
    """What ``zongjie explain`` prints: in Chinese the card, in English the whole documentation."""
    card = one.check
    title = say(card.title, card.name.replace("-", " "))
    preview = say("，试行", ", preview") if card.preview else ""
    parts = [
        f"{card.code} {title} · {word(SEVERITY, card.severity, say.lang)}{preview} · {card.name}",
        say(card.about, one.documentation.strip()),
        say("会报（⟦ ⟧ 是所报之处）：", "Flagged (⟦ ⟧ marks the place):"),
        *map(_indented, card.flagged),
        say("不报：", "Accepted:"),
        *map(_indented, card.accepted),
        _thresholds(one, say),
        _measured(card.code, say),
        say(
            f'不想查：--ignore {card.code}，或在 zongjie.toml 里写 ignore = ["{card.code}"]；'
            f"只放过一处：在原文那一段后面写 <!-- zongjie: ignore {card.code} 理由 -->。"
            f"完整说明（英文）：zongjie explain {card.code} --lang en。",
            f'To leave it out: --ignore {card.code}, or ignore = ["{card.code}"] in zongjie.toml; '
            f"for one place: <!-- zongjie: ignore {card.code} reason --> after the paragraph.",
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.strip("\n").split("\n"))


def _thresholds(one: Registered, say: Say) -> str:
    code = one.check.code
    rows = [
        say(
            f"    {t.name} = {t.default:g}　{t.zh}",
            f"    {t.name} = {t.default:g}  {t.en}",
        )
        for t in one.check.thresholds
    ]
    if not rows:
        return ""
    head = say(
        f"可设的阈值（zongjie.toml 的 [thresholds.{code}]）：",
        f"Thresholds ([thresholds.{code}] in zongjie.toml):",
    )
    return "\n".join([head, *rows])


def _measured(code: str, say: Say) -> str:
    found = precisions().get(code, Precision(0, 0))
    if found.read:
        few = say("；读得还少", "; few as yet") if found.read < FEW else ""
        told = say(
            f"准确率：在真实报告上逐条读了 {found.read} 条，{found.right} 条报得对"
            f"（{found.share:.0%}，95% 置信下限 {found.at_least:.0%}{few}）。",
            f"Precision: {found.right} of {found.read} alarms on real reports, read by hand, were right "
            f"({found.share:.0%}; Wilson's 95 % lower bound {found.at_least:.0%}{few}).",
        )
    elif found.silent_on:
        told = say(
            f"准确率：{found.silent_on} 份真实报告上一条也没有报过。",
            f"Precision: not one alarm on {found.silent_on} real reports.",
        )
    else:
        told = say("准确率：还没有在真实报告上逐条读过。", "Precision: not yet read by hand on real reports.")
    if found.planted:
        told += say(f"种下的毛病查出 {found.planted} 处。", f" Planted faults told: {found.planted}.")
    return told


def catalogue_markdown() -> str:
    """``docs/checks.md``."""
    return "\n".join(_catalogue()) + "\n"


def _catalogue() -> Iterator[str]:
    yield "# The checks\n"
    yield "Made from the code by `zongjie checks --format markdown > docs/checks.md`; do not edit by hand."
    yield "`zongjie explain CODE` prints one page, in Chinese by default.\n"
    known = all_checks()
    for family, (zh, en) in FAMILIES.items():
        members = [one for one in known if one.check.code.startswith(family)]
        if not members:
            continue
        yield f"## {family} · {en} · {zh}\n"
        yield "| code | name | 名称 | severity |"
        yield "|---|---|---|---|"
        for one in members:
            preview = " (preview)" if one.check.preview else ""
            link = f"[{one.check.code}](#{_anchor(one)})"
            yield f"| {link} | {one.check.name} | {one.check.title} | {one.check.severity}{preview} |"
        yield ""
        for one in members:
            yield from _entry(one)
    yield "## Left out\n"
    yield "Codes of the catalogue that there is no check for, and why.\n"
    for code, (_, why) in left_out().items():
        yield f"- {code}: {why}"


def _entry(one: Registered) -> Iterator[str]:
    card = one.check
    yield f"### {card.code} {card.name}\n"
    yield f"**{card.title}** · {card.severity}{' · preview' if card.preview else ''}\n"
    yield f"{card.about}\n"
    body = one.documentation.strip().split("\n", 1)
    for line in (body[1] if len(body) > 1 else "").strip("\n").split("\n"):
        if line and not line.startswith(" "):
            yield f"\n*{line.strip()}*\n"
        else:
            yield _escaped(line.strip())
    yield ""
    for t in card.thresholds:
        yield f"- threshold `{t.name}` = {t.default:g}: {t.en}"
    if card.thresholds:
        yield ""
    for name, texts in (("flagged", card.flagged), ("accepted", card.accepted)):
        if texts:
            yield f"Example, {name}:\n"
            yield "```text"
            yield texts[0].strip("\n")
            yield "```\n"


def _anchor(one: Registered) -> str:
    return f"{one.check.code.lower()}-{one.check.name}"


def _escaped(line: str) -> str:
    return re.sub(r"([*_<>\[\]|])", r"\\\1", line)


_HEAD = """# How often the checks are right

Made from the data by `zongjie checks --format precision > docs/checks-precision.md`.
Alarms on real reports were read by hand, up to 30 of each check, drawn by a fixed seed, each in its place;
right means that a careful editor would change the text, and a doubt counts as not right. The verdicts stand
by file and offset in `corpora/gold/checks/`. The bound is the lower one of Wilson's 95 % interval. A check
may be an `error` from 0.95 on and a `warning` from 0.80 on, over these alarms and as many planted faults;
under {few} alarms the catalogue's severity stands.
"""


def precision_markdown() -> str:
    """``docs/checks-precision.md``."""
    return "\n".join(_precision()) + "\n"


def _precision() -> Iterator[str]:
    yield _HEAD.format(few=FEW)
    yield "| code | name | severity | read | right | share | lower bound | planted told | share with them |"
    yield "|---|---|---|---|---|---|---|---|---|"
    silent: list[str] = []
    unread: list[str] = []
    for one in all_checks():
        found = precisions().get(one.check.code)
        if found is not None and found.read:
            yield _precision_row(one, found)
        else:
            (silent if found is not None and found.silent_on else unread).append(one.check.code)
    yield ""
    yield f"Silent on all real reports, so that only planted faults speak for them: {', '.join(silent)}."
    yield ""
    yield f"Not yet read by hand: {', '.join(unread)}."


def _precision_row(one: Registered, found: Precision) -> str:
    card = one.check
    severity = card.severity + (" (preview)" if card.preview else "")
    few = " (few)" if found.read < FEW else ""
    return (
        f"| {card.code} | {card.name} | {severity} | {found.read} | {found.right} | {found.share:.2f} "
        f"| {found.at_least:.2f}{few} | {found.planted} | {found.with_planted:.2f} |"
    )
