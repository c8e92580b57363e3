"""Counts which rubrics writers really put over the parts of a plan, and when.

``python -m zongjie.training.plan_rubrics FILE… > plan_rubrics.toml`` takes the second-level headings of
the plan sections of reports, reads each clause of them as verb and object (增进 · 民生福祉) and counts in
how many plans of each five years the object stands, under which theme group and after which verb. Only
phrases of under twelve characters leave the reports, those that ``LEAST`` bodies or more have used.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zongjie.analyzer import stages
from zongjie.document import Section
from zongjie.drafters.phrases import sound, tagged
from zongjie.drafters.rubrics import plan_cut
from zongjie.errors import InputError
from zongjie.lexicons.measures import measure_words
from zongjie.lexicons.plan_rubrics import years_of
from zongjie.readers import read

LEAST = 6  # bodies that use a rubric
_SHORTEST, _LONGEST = 3, 10
_YEAR = re.compile(r"-((?:19|20)\d\d)")
_NOUNS_AFTER = ("驱动", "引领", "内生", "动力", "活力", "新动能", "能力")  # 创新驱动, 发展动力: no verb there
_NOUN_WORDS = "创新 发展 改革 开放 服务"  # verbs that open names as well (改革开放)
_ADVERBS = ("d", "a", "p", "c")
_COLOURS_WORDS = (  # verbs that tell the manner and not the deed
    "坚持 聚焦 突出 狠抓 持续 深入 围绕 注重 紧扣 坚定 做到 确保 "
    "加速 提速 勇于 继续 牢固 树立 践行 把握 决胜 恪守 统筹 着力"
)
_MORE_VERBS_WORDS = (
    "增进 改善 激发 守牢 守住 保持 维护 转变 改进 打好 打赢 做强 "
    "做大 构建 保障 扩大 繁荣 增强 释放 营造 塑造 厚植 建设 共享 办好"
)


_NOUNS = frozenset(_NOUN_WORDS.split())
_COLOURS = frozenset(_COLOURS_WORDS.split())
_MORE_VERBS = frozenset(_MORE_VERBS_WORDS.split())


@dataclass(slots=True)
class Counted:
    """What is known of one rubric."""

    bodies: set[str] = field(default_factory=set)
    groups: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    plans: Counter[int] = field(default_factory=Counter)


def parts_of(heading: str) -> Iterator[tuple[str, str]]:
    """Verb and object of each clause of a heading.

    >>> list(parts_of("坚持共享发展，持续增进民生福祉"))
    [('', '共享发展'), ('增进', '民生福祉')]
    """
    known = _MORE_VERBS | set(measure_words().verbs)
    for clause in re.split(r"[，,；;。：: \u3000]", heading):
        words = [word for word, _ in tagged(clause)]
        flags = [flag for _, flag in tagged(clause)]
        verb, at = "", 0
        while at < len(words) - 1:
            rest = "".join(words[at + 1 :])
            if words[at] in ("创新", "发展") and rest.startswith(_NOUNS_AFTER):
                break
            if words[at] in known and words[at] not in _COLOURS and len(rest) >= _SHORTEST:
                verb = words[at]
            elif flags[at][:1] not in _ADVERBS and words[at] not in _COLOURS:
                break
            at += 1
        thing = "".join(words[at:])
        if (
            not thing.endswith("战略")
            and thing[:2] in known - _NOUNS
            and len(thing) >= _SHORTEST + 2
            and thing[2] not in "和、为"
        ):
            verb, thing = thing[:2], thing[2:]
        if _SHORTEST <= len(thing) <= _LONGEST and sound(thing, _LONGEST, _SHORTEST):
            yield verb, thing


def counted(plans: Iterable[tuple[str, int, Sequence[Section]]]) -> tuple[dict[str, Counted], Counter[int]]:
    """Rubric → counts, and the plans of each five years, from (body, year, headed sections)."""
    found: dict[str, Counted] = defaultdict(Counted)
    all_plans: Counter[int] = Counter()
    for body, year, sections in plans:
        all_plans[years_of(year)] += 1
        told: set[str] = set()
        for section in sections:
            for verb, thing in parts_of(section.heading or ""):
                one = found[thing]
                one.bodies.add(body)
                one.verbs[verb] += 1
                one.groups[section.theme.group if section.theme else ""] += 1
                told.add(thing)
        for thing in told:
            found[thing].plans[years_of(year)] += 1
    return dict(found), all_plans


def to_toml(found: dict[str, Counted], plans: Counter[int]) -> str:
    """The rubrics of ``LEAST`` bodies or more, most used first."""
    known = {thing: one for thing, one in found.items() if len(one.bodies) >= LEAST and _verb(one)}
    lines = [
        "# Rubrics of plans: theme group, the verb put before it, and in how many plans of each five years.",
        f"# Counted by zongjie.training.plan_rubrics on {plans.total()} plans; of {LEAST} bodies or more.",
        "",
        "[plans]",
        f'all = "{_years(plans)}"',
        "",
        "[rubrics]",
    ]
    for thing, one in sorted(known.items(), key=lambda kv: (-kv[1].plans.total(), kv[0])):
        group = one.groups.most_common(1)[0][0]
        lines.append(f'"{thing}" = "{group} {_verb(one)} {_years(one.plans)}"')
    return "\n".join(lines) + "\n"


def _verb(one: Counted) -> str:
    return next((verb for verb, _ in one.verbs.most_common() if verb), "")


def _years(counts: Counter[int]) -> str:
    return " ".join(f"{first}:{count}" for first, count in sorted(counts.items()))


def _plans(paths: Iterable[str]) -> Iterator[tuple[str, int, Sequence[Section]]]:
    for path in paths:
        named = _YEAR.search(path.rpartition("/")[2])
        if named is None:
            continue
        try:
            whole = next(a for stage, a in stages(read(Path(path))) if stage == "classify")
        except InputError as problem:
            print(problem.en, file=sys.stderr)
            continue
        found = plan_cut(whole)
        if found is not None:
            yield path.rpartition("/")[2][: named.start()], int(named[1]), found[1]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the rubrics of the files named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    print(to_toml(*counted(_plans(parser.parse_args(arguments).files))), end="")


if __name__ == "__main__":
    main()
