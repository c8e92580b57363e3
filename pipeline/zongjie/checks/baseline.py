"""A list of findings that are known already, so that only new ones count.

A finding is known by the name of its file and its fingerprint: code, words, the 20 characters
either side, and its ordinal among equals; never by its offset. The list is a JSON file
(``zongjie-baseline/1``) with the day it was made and a reason for each finding.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from zongjie.document import Finding
from zongjie.errors import SettingsError

SCHEMA = "zongjie-baseline/1"
Key = tuple[str, str]  # file name, fingerprint


@dataclass(frozen=True, slots=True)
class Known:
    """One finding that is let stand; ``words`` help a person who reads the list."""

    file: str
    code: str
    fingerprint: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known, and since when."""

    created: date
    known: tuple[Known, ...]

    def reasons(self) -> dict[Key, str]:
        """By file and fingerprint, why the finding is let stand."""
        return {(one.file, one.fingerprint): one.reason for one in self.known}

    def stale(self, checked: Mapping[str, Iterable[Finding]]) -> tuple[Known, ...]:
        """What is listed for a checked file and no longer found in it."""
        found = {(name, one.fingerprint) for name, those in checked.items() for one in those}
        return tuple(
            one for one in self.known if one.file in checked and (one.file, one.fingerprint) not in found
        )


def mark_known(findings: Iterable[Finding], name: str, reasons: Mapping[Key, str]) -> tuple[Finding, ...]:
    """The findings of the file ``name``, known ones marked with their reason (never dropped)."""
    return tuple(
        replace(one, suppressed=reasons[key])
        if one.suppressed is None and (key := (name, one.fingerprint)) in reasons
        else one
        for one in findings
    )


def known_of(findings: Iterable[Finding], name: str, text: str, reason: str) -> tuple[Known, ...]:
    """The findings of one file as a baseline lists them; those let stand otherwise are left out."""
    return tuple(
        Known(name, one.code, one.fingerprint, " ".join(text[one.start : one.end].split())[:30], reason)
        for one in findings
        if one.suppressed is None
    )


def write_baseline(baseline: Baseline) -> str:
    """The JSON text of a baseline, one finding a line."""
    rows = sorted(baseline.known, key=lambda one: (one.file, one.code, one.fingerprint))
    lines = [
        json.dumps(
            {
                "file": one.file,
                "code": one.code,
                "fingerprint": one.fingerprint,
                "words": one.words,
                "reason": one.reason,
            },
            ensure_ascii=False,
        )
        for one in rows
    ]
    findings = "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
    return (
        f'{{\n  "schema": "{SCHEMA}",\n  "created": "{baseline.created.isoformat()}",\n'
        f'  "findings": {findings}\n}}\n'
    )


def read_baseline(text: str, where: str) -> Baseline:
    """The baseline in ``text``. Raises ``SettingsError`` if it is none, or lacks a reason."""
    try:
        table = json.loads(text)
        if table["schema"] != SCHEMA:
            raise ValueError(table["schema"])
        known = tuple(
            Known(one["file"], one["code"], one["fingerprint"], one.get("words", ""), one["reason"])
            for one in table["findings"]
        )
        created = date.fromisoformat(table["created"])
    except (ValueError, KeyError, TypeError) as problem:
        raise SettingsError(
            f"{where}：不是 zongjie 的基线文件。请用 --write-baseline 重新生成。",
            f"{where}: no baseline of zongjie. Make it anew with --write-baseline.",
        ) from problem
    lacking = [one.fingerprint for one in known if not one.reason.strip()]
    if lacking:
        raise SettingsError(
            f"{where}：{len(lacking)} 条没有写理由（如 {lacking[0]}）。放过一条要有理由。",
            f"{where}: {len(lacking)} entries have no reason (such as {lacking[0]}).",
        )
    return Baseline(created, known)
