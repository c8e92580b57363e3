"""Questions ready to be asked: ``zongjie query --examples`` lists them, ``zongjie query @NAME`` asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question with a name, what it is about in two languages, and its SQL."""

    name: str
    zh: str
    en: str
    sql: str


EXAMPLES = (
    Example(
        "reports",
        "每个单位有哪些年的报告",
        "which years there are of each body",
        "SELECT body, level, list(DISTINCT year(period_end) ORDER BY year(period_end)) AS years,\n"
        "       sum(characters) AS characters\n"
        "FROM reports WHERE repost_of IS NULL GROUP BY ALL ORDER BY body",
    ),
    Example(
        "failures",
        "哪些没有做成，为什么",
        "what failed, and why",
        "SELECT stage, reason, path FROM failures ORDER BY stage, path",
    ),
    Example(
        "proposals",
        "提案超过 100 件的报告，附原句",
        "reports with more than 100 proposals, with the clause",
        "SELECT r.body, r.period_label, a.value,\n"
        "       substr(r.text, a.clause_start + 1, a.clause_end - a.clause_start) AS clause\n"
        "FROM achievements a JOIN reports r USING (sha256)\n"
        "WHERE a.object LIKE '%提案%' AND a.unit = '件' AND a.value > 100 AND r.repost_of IS NULL\n"
        "ORDER BY a.value DESC",
    ),
    Example(
        "metric",
        "一项指标的历年数值",
        "one metric over the years",
        "SELECT organisation, year(period_end) AS year, value, unit, bound, role\n"
        "FROM metric_values\n"
        "WHERE metric = '地区生产总值' AND change_kind IS NULL AND role = 'reported'\n"
        "ORDER BY organisation, year",
    ),
    Example(
        "restated",
        "同一数字前后说法不同：当年的报告和以后的引用",
        "one figure told differently later: as reported then, as quoted afterwards",
        "SELECT a.organisation, a.metric, year(a.period_end) AS year,\n"
        "       a.value AS reported, b.value AS quoted, a.unit\n"
        "FROM metric_values a JOIN metric_values b\n"
        "  USING (organisation, metric, period_start, period_end, unit)\n"
        "WHERE a.role = 'reported' AND b.role = 'quoted' AND a.value <> b.value\n"
        "  AND a.change_kind IS NULL AND b.change_kind IS NULL\n"
        "ORDER BY abs(b.value / a.value - 1) DESC",
    ),
    Example(
        "promises",
        "每个单位的承诺兑现了多少",
        "what became of each body's promises",
        "SELECT r.body, p.status, count(*) AS promises\n"
        "FROM promises p JOIN reports r ON r.sha256 = p.last_sha256\n"
        "GROUP BY ALL ORDER BY ALL",
    ),
    Example(
        "themes",
        "各主题每年占多少篇幅",
        "the share of each group of themes in every year",
        "WITH written AS (\n"
        '  SELECT year(r.period_end) AS year, s.theme_group, sum(s."end" - s.start) AS characters\n'
        "  FROM sections s JOIN reports r USING (sha256)\n"
        "  WHERE s.level = 1 AND r.period_end IS NOT NULL AND r.repost_of IS NULL\n"
        "  GROUP BY ALL\n"
        ")\n"
        "SELECT year, theme_group,\n"
        "       round(100 * characters / sum(characters) OVER (PARTITION BY year), 1) AS percent\n"
        "FROM written ORDER BY year, percent DESC",
    ),
    Example(
        "findings",
        "各项检查查出多少处，涉及多少份报告",
        "how often each check found something, and in how many reports",
        "SELECT code, name, severity, count(*) AS findings, count(DISTINCT sha256) AS reports\n"
        "FROM findings WHERE NOT preview AND suppressed IS NULL\n"
        "GROUP BY ALL ORDER BY findings DESC",
    ),
    Example(
        "copies",
        "内容一样的文件",
        "files with the same bytes",
        "SELECT sha256, list(path ORDER BY path) AS paths\n"
        "FROM inputs WHERE sha256 IS NOT NULL\n"
        "GROUP BY sha256 HAVING count(*) > 1 ORDER BY paths",
    ),
    Example(
        "search",
        "在全部报告里找一个词，附前后各 20 字",
        "a word in all reports, with 20 characters either side",
        "SELECT body, period_label, strpos(text, '招商引资') - 1 AS start,\n"
        "       substr(text, greatest(strpos(text, '招商引资') - 20, 1), 44) AS words\n"
        "FROM reports WHERE contains(text, '招商引资') AND repost_of IS NULL\n"
        "ORDER BY body, period_end",
    ),
)


def example(name: str) -> Example | None:
    """The example of that name."""
    return next((one for one in EXAMPLES if one.name == name), None)
