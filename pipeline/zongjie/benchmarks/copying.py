"""What an archive copies, in tables and pictures: shares by relation, by kind of body, year over year.

::

    zongjie repeats ARCHIVE --format json -o repeats.json
    python -m zongjie.benchmarks.copying repeats.json ARCHIVE docs/pictures

The kind of body is the folder under ARCHIVE, the year the last one in the file's name. Prints
Markdown tables and writes an SVG a picture; labels are in English, so that any font will do.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FIRST, _FEW = 2010, 10  # years shown; pairs under which a year tells nothing
_RELATIONS = ("last_report", "superior", "other", "other_name", "repost")
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 720, 300, 56, 36, 40
_COLOURS = ("#1f6f8b", "#c8553d")


@dataclass(frozen=True, slots=True)
class Copied:
    """A pair: its relation, the folder and year of the later report, the larger of both shares."""

    relation: str
    folder: str
    year: int | None
    share: float


def copied(repeats: Path, archive: Path) -> list[Copied]:
    """The pairs in the JSON of ``zongjie repeats``."""
    folders = {path.name: path.relative_to(archive).parts[0] for path in archive.rglob("*") if path.is_file()}
    told = json.loads(repeats.read_text(encoding="utf-8"))
    names = {one["sha256"]: one["name"] for one in told["reports"]}

    def pair(one: dict[str, object]) -> Copied:
        two = [names[one[side]] for side in ("a", "b")]
        years = [int(found[-1]) for name in two if (found := _YEAR.findall(name))]
        later = max(two, key=lambda name: (_YEAR.findall(name) or [""])[-1])
        share = max(float(str(one["share_a"])), float(str(one["share_b"])))
        return Copied(str(one["relation"]), folders.get(later, "?"), max(years, default=None), share)

    return [pair(one) for one in told["pairs"]]


def table(pairs: Iterable[Copied], by: Callable[[Copied], str]) -> Iterator[str]:
    """A Markdown table of shares, a row a group."""
    groups: dict[str, list[float]] = defaultdict(list)
    for one in pairs:
        groups[by(one)].append(one.share)
    yield "| | pairs | median | one in ten over | one in a hundred over | highest |"
    yield "|---|---|---|---|---|---|"
    for name, shares in sorted(groups.items()):
        points = " | ".join(f"{value:.1%}" for value in np.percentile(shares, (50, 90, 99, 100)))
        yield f"| {name} | {len(shares):,} | {points} |"


def by_year(pairs: Sequence[Copied], relation: str) -> list[tuple[int, float, float]]:
    """Year, median share and the share that one pair in ten is over."""
    groups: dict[int, list[float]] = defaultdict(list)
    for one in pairs:
        if one.relation == relation and one.year is not None and one.year >= _FIRST:
            groups[one.year].append(one.share)
    return [
        (year, float(np.median(shares)), float(np.percentile(shares, 90)))
        for year, shares in sorted(groups.items())
        if len(shares) >= _FEW
    ]


def lines_svg(title: str, points: Sequence[tuple[int, float, float]]) -> str:
    """Two lines over the years: the median, and what one pair in ten is over."""
    highest = max(high for _, _, high in points) * 1.1
    years = [year for year, _, _ in points]
    step = (_WIDTH - _LEFT - 110) / max(1, years[-1] - years[0])

    def place(year: int, share: float) -> str:
        return f"{_LEFT + (year - years[0]) * step:.1f},{_y(share / highest):.1f}"

    parts = list(_axis(highest))
    for which, (name, colour) in enumerate(zip(("median", "one in ten over"), _COLOURS, strict=True), 1):
        drawn = " ".join(place(point[0], point[which]) for point in points)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        x, y = place(years[-1], points[-1][which]).split(",")
        parts.append(f'<text x="{float(x) + 6:.0f}" y="{float(y) + 4:.0f}" fill="{colour}">{name}</text>')
    for year in years[:: max(1, len(years) // 9)]:
        x = place(year, 0).split(",")[0]
        parts.append(f'<text x="{x}" y="{_HEIGHT - 14}" text-anchor="middle">{year}</text>')
    return _svg(title, parts)


def bars_svg(title: str, bars: Sequence[tuple[str, float, float]]) -> str:
    """For each group two bars: the median, and what one pair in ten is over."""
    highest = max(high for _, _, high in bars) * 1.15
    room = (_WIDTH - _LEFT - 20) / len(bars)
    parts = list(_axis(highest))
    for at, (name, *values) in enumerate(bars):
        middle = _LEFT + room * (at + 0.5)
        for side, (value, colour) in enumerate(zip(values, _COLOURS, strict=True)):
            x, y = middle - 34 + 36 * side, _y(value / highest)
            height = _y(0) - y
            parts.append(f'<rect x="{x:.0f}" y="{y:.1f}" width="32" height="{height:.1f}" fill="{colour}"/>')
            parts.append(f'<text x="{x + 16:.0f}" y="{y - 5:.1f}" text-anchor="middle">{value:.1%}</text>')
        parts.append(f'<text x="{middle:.0f}" y="{_HEIGHT - 14}" text-anchor="middle">{name}</text>')
    for at, (name, colour) in enumerate(zip(("median", "one in ten over"), _COLOURS, strict=True)):
        parts.append(f'<text x="{_WIDTH - 130}" y="{_TOP + 18 * at}" fill="{colour}">{name}</text>')
    return _svg(title, parts)


def _axis(highest: float) -> Iterator[str]:
    for part in (0.0, 0.5, 1.0):
        y = _y(part)
        yield f'<line x1="{_LEFT}" x2="{_WIDTH - 20}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{part * highest:.1%}</text>'


def _y(part: float) -> float:
    return _HEIGHT - _BOTTOM - part * (_HEIGHT - _BOTTOM - _TOP)


def _svg(title: str, parts: Iterable[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
    style = 'font-family="sans-serif" font-size="12" fill="#333"'
    body = "\n".join(parts)
    return (
        f'{head} {style}>\n<title>{title}</title>\n<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<text x="{_LEFT}" y="20" font-size="14" font-weight="bold">{title}</text>\n{body}\n</svg>\n'
    )


def main(arguments: Sequence[str]) -> None:
    repeats, archive, place = map(Path, arguments)
    pairs = copied(repeats, archive)
    print("\n".join(table(pairs, lambda one: one.relation)))
    own = [one for one in pairs if one.relation in ("last_report", "superior")]
    print("\n".join(["", *table(own, lambda one: f"`{one.relation}`, {one.folder}")]))
    place.mkdir(parents=True, exist_ok=True)
    bars = []
    for relation in _RELATIONS[:3]:
        shares = [one.share for one in pairs if one.relation == relation]
        bars.append((relation, float(np.median(shares)), float(np.percentile(shares, 90))))
    pictures = {"copied-by-relation": bars_svg("Share of a report that stands in the other", bars)}
    for relation, title in (
        ("last_report", "Share taken from the body's own last report"),
        ("superior", "Share in common with the report of the body above"),
    ):
        pictures[f"copied-{relation}"] = lines_svg(f"{title}, by year", by_year(pairs, relation))
    for name, drawing in pictures.items():
        (place / f"{name}.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
