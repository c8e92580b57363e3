"""The dashboard as one self-contained page: data packed in, charts drawn by its own small script.

It opens from disk and asks the network for nothing: the content security policy allows its own
style and script by their hashes and forbids all else. The data is gzip in base64, which every
browser since 2023 unpacks itself.
"""

import base64
import gzip
import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib import resources

from zongjie.renderers.dashboard.data import DashboardData
from zongjie.renderers.dashboard.words import script_words, words
from zongjie.renderers.html.escape import e

LARGEST = 20 * 2**20  # bytes of the page


def to_page(data: DashboardData, *, lang: str = "zh") -> str:
    """The whole page, at most 20 MB: of more sentences the last lists are cut."""
    style, script, w = _asset("page.css"), _asset("page.js"), words(lang)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    packed = _packed(data)
    while len(packed) > LARGEST - 2**20 and (data.kept or data.figures):
        data.kept = data.kept[: len(data.kept) // 2]
        data.figures = data.figures[: len(data.figures) // 2]
        packed = _packed(data)
    language = "zh-Hans" if lang == "zh" else "en"
    counts = e(w["counts"].format(len(data.reports), len(data.bodies), len(data.points), _promises(data)))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{w['title']}</title><style>{style}</style></head><body>"
        f"<header><h1>{w['title']}</h1><p>{counts}</p></header>"
        f"{_form(w)}<main><div id=charts>{_charts(w)}</div>"
        f'<aside id="evidence" aria-live="polite"><h2>{w["evidence"]}</h2>'
        f"<p class=empty>{w['click']}</p></aside>"
        f'</main><script type="application/json" id="words">{_safe(script_words(lang))}</script>'
        f'<script type="application/json" id="data">{packed}</script>'
        f"<script>{script}</script></body></html>\n"
    )


def _form(w: dict[str, str]) -> str:
    return (
        '<form id="filters" autocomplete="off">'
        f'<label>{w["body"]}<input id="body" list="bodies" placeholder="{w["body_hint"]}"></label>'
        '<datalist id="bodies"></datalist>'
        f'<label>{w["from"]}<input id="from" type="number"></label>'
        f'<label>{w["to"]}<input id="to" type="number"></label>'
        f'<label>{w["theme"]}<select id="theme"></select></label>'
        f'<label>{w["metric"]}<select id="metric"></select></label>'
        f'<button id="reset" type="button">{w["reset"]}</button><div class=chips id="chips"></div></form>'
    )


def _charts(w: dict[str, str]) -> str:
    plain = "".join(
        f'<section><h2>{w[name]}</h2><p>{w[name + "_about"]}</p><div id="c-{name}"></div></section>'
        for name in ("reports", "themes", "metric_chart", "promises")
    ).replace("c-metric_chart", "c-metric")
    return (
        f"{plain}<section><h2>{w['rank']}</h2><p>{w['rank_about']}</p>"
        f'<div class=scroll id="c-rank"></div></section>'
        f"<section><h2>{w['problems']}</h2><p>{w['problems_about']}</p>"
        f'<div class=scroll id="c-problems"></div></section>'
        f'<section class=wide><h2>{w["notes"]}</h2><p id="n-notes"></p>'
        '<div class=scroll id="c-notes"></div></section>'
    )


def _promises(data: DashboardData) -> int:
    return sum(sum(told) for _, _, told in data.promises)


def _packed(data: DashboardData) -> str:
    text = json.dumps(asdict(data), ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode()


def _safe(told: dict[str, object]) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _asset(name: str) -> str:
    return resources.files("zongjie.renderers.dashboard").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
