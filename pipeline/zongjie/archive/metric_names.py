"""What a metric is called whatever name it goes by: the table is ``metric_names.toml``."""

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")
_NATION = {
    "地区生产总值": "国内生产总值",
    "人均地区生产总值": "人均国内生产总值",
    "单位地区生产总值能耗": "单位国内生产总值能耗",
}


def metric_name(words: str | None, *, nation: bool = False) -> str | None:
    """The one name of the metric that ``words`` call; None if they say too little to be one.

    What has no entry in the table keeps its own name, the words for the whole body taken off.

    >>> metric_name("全市生产总值"), metric_name("公共财政预算收入"), metric_name("比重")
    ('地区生产总值', '一般公共预算收入', None)
    >>> metric_name("GDP", nation=True)
    '国内生产总值'
    """
    if not words:
        return None
    table = _table()
    name = table.aliases.get(words)
    if name is None:
        bare = _without_front(words, table.fronts)
        name = table.aliases.get(bare, bare)
    if name in table.bare or len(name) < 2:
        return None
    return _NATION.get(name, name) if nation else name


def is_metric(words: str | None) -> bool:
    """Whether an object is by its name a metric: 常住人口, 粮食总产量.

    >>> is_metric("常住人口"), is_metric("路灯")
    (True, False)
    """
    if not words:
        return False
    table = _table()
    return words in table.aliases or words.endswith(table.suffixes)


def is_known(name: str) -> bool:
    """Whether a metric's one name is in the table: those that most reports tell."""
    return name in _table().aliases or name in _NATION.values()


@cache
def known_metrics() -> re.Pattern[str]:
    """Matches any name of the table, the longest first."""
    names = sorted(_table().aliases, key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in names if len(name) > 2))


class _Table:
    """The table, read once."""

    __slots__ = ("aliases", "bare", "fronts", "suffixes")

    def __init__(self) -> None:
        data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
        self.aliases: dict[str, str] = {
            alias: name for name, aliases in data["alias"].items() for alias in (name, *aliases)
        }
        self.fronts: tuple[str, ...] = tuple(data["front"]["own"].split())
        self.bare = frozenset(data["bare"]["names"].split())
        self.suffixes: tuple[str, ...] = tuple(data["suffix"]["names"].split())


@cache
def _table() -> _Table:
    return _Table()


def _without_front(words: str, fronts: tuple[str, ...]) -> str:
    for front in fronts:
        if words.startswith(front) and len(words) > len(front) + 1:
            return words[len(front) :]
    return words
