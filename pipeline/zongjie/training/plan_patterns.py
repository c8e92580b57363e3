"""Counts how writers really put verbs to things, for the drafter to put them the same way.

``python -m zongjie.training.plan_patterns FILE… > plan_patterns.toml`` reads the deeds (verb and object)
of reports and counts, for the last two characters of an object (水平, 能力, 机制), which verbs stand
before it. Only counts of single words leave the reports. A head with under ``LEAST`` deeds is left out.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from zongjie.drafters.deeds import read_deeds
from zongjie.errors import InputError
from zongjie.lexicons.plan_patterns import HEAD
from zongjie.readers import read

LEAST = 60  # deeds that make a pattern
_MOST_VERBS = 6


def counted(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """Head → how often each verb stands before it; a deed counts once a report."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        pairs = {(deed.object[-HEAD:], deed.verb) for deed in read_deeds(text, 0, len(text))}
        for head, verb in pairs:
            found[head][verb] += 1
    return found


def to_toml(patterns: dict[str, Counter[str]], reports: int) -> str:
    """The patterns with their support, most frequent heads first."""
    known = {head: verbs for head, verbs in patterns.items() if verbs.total() >= LEAST and head.isalpha()}
    lines = [
        "# How often a verb stands before a thing (its last two characters), each once a report.",
        f"# Counted by zongjie.training.plan_patterns on {reports} reports; of {LEAST} deeds or more.",
        "",
        "[verbs]",
    ]
    for head, verbs in sorted(known.items(), key=lambda one: (-one[1].total(), one[0])):
        told = " ".join(f"{verb}:{count}" for verb, count in verbs.most_common(_MOST_VERBS))
        lines.append(f'"{head}" = "{told}"')
    return "\n".join(lines) + "\n"


def attested(pairs: Sequence[tuple[str, str]], patterns: dict[str, Counter[str]]) -> float:
    """The share of (verb, object) whose verb stands before that head in other reports."""
    fit = [patterns[thing[-HEAD:]][verb] > 0 for verb, thing in pairs if thing[-HEAD:] in patterns]
    return sum(fit) / len(fit) if fit else 1.0


def _texts(paths: Iterable[str]) -> Iterable[str]:
    for path in paths:
        try:
            yield read(Path(path)).text
        except InputError as problem:
            print(problem.en, file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the patterns of the files named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    paths = parser.parse_args(arguments).files
    print(to_toml(counted(_texts(paths)), len(paths)), end="")


if __name__ == "__main__":
    main()
