"""Damages a report where it stands: marks, numbers of headings, copies, what a web site leaves."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from zongjie.benchmarks.faults.planted import Change, Planted, replaced, sentence_end
from zongjie.document import Analysis

_NUMBER = re.compile(r"[二三四五](?=、|[)）])")
_CHINESE_DIGITS = "一二三四五六七八九"
_COMMA = re.compile(r"(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])")
_STOP = re.compile(r"(?<=[\u4e00-\u9fff])[，。；](?=[\u4e00-\u9fff])")
_PAIR = re.compile(r"“[\u4e00-\u9fff]{2,20}”|《[\u4e00-\u9fff]{2,20}》")


def _number_skipped(analysis: Analysis, random: Random) -> Planted | None:
    """The number of a heading raised by one: its next sibling repeats it, the one before is skipped."""
    headings = [
        (one.heading_start, found)
        for one in analysis.sections
        if one.number and one.heading_start is not None and (found := _NUMBER.search(one.number))
    ]
    text, random_order = analysis.report.text, random.sample(headings, len(headings))
    for heading_start, found in random_order:
        at = text.rfind(found[0], max(0, heading_start - 8), heading_start)
        if at >= 0:
            raised = _CHINESE_DIGITS[_CHINESE_DIGITS.index(found[0]) + 1]
            made = replaced("ST01", text, at, at + 1, raised)
            return Planted("ST01", made.text, at - (text[at - 1] in "（("), at + 2)
    return None


def _stop_behind_heading(analysis: Analysis, random: Random) -> Planted | None:
    text = analysis.report.text
    ends = [
        one.heading_end
        for one in analysis.sections
        if one.number and one.heading_end is not None and text[one.heading_end : one.heading_end + 1] == "\n"
    ]
    if len(ends) < 4:
        return None
    end = random.choice(ends)
    return replaced("ST14", text, end, end, "。")


def _width(analysis: Analysis, random: Random) -> Planted | None:
    return _at_one(analysis, random, "PU02", _COMMA, lambda found: ",")


def _doubled(analysis: Analysis, random: Random) -> Planted | None:
    return _at_one(analysis, random, "PU07", _STOP, lambda found: found[0] * 2)


def _unclosed(analysis: Analysis, random: Random) -> Planted | None:
    made = _at_one(analysis, random, "PU01", _PAIR, lambda found: found[0][:-1])
    return None if made is None else replace(made, end=made.start + 1)


def _straight(analysis: Analysis, random: Random) -> Planted | None:
    quoted = re.compile(r"“[\u4e00-\u9fff]{2,20}”")
    return _at_one(analysis, random, "PU11", quoted, lambda found: f'"{found[0][1:-1]}"')


def _at_one(
    analysis: Analysis,
    random: Random,
    code: str,
    pattern: re.Pattern[str],
    words: Callable[[re.Match[str]], str],
) -> Planted | None:
    found = list(pattern.finditer(analysis.body))
    if not found:
        return None
    one = random.choice(found)
    return replaced(code, analysis.report.text, *one.span(), words(one))


def _sentence_again(analysis: Analysis, random: Random) -> Planted | None:
    """A sentence of 90 to 200 characters a second time, at least a paragraph away."""
    return _copied(analysis, random, "DU01", 90, 200, lambda words: words)


def _passage_again(analysis: Analysis, random: Random) -> Planted | None:
    """Two or three sentences a second time, one word of them left out."""
    return _copied(analysis, random, "DU02", 160, 400, lambda words: words.replace("进一步", "", 1))


def _copied(
    analysis: Analysis, random: Random, code: str, least: int, most: int, made: Callable[[str], str]
) -> Planted | None:
    text, sentences = analysis.report.text, analysis.outline.sentences
    spans = []
    for at, (start, end) in enumerate(sentences):
        last = end
        for _, last in sentences[at : at + (1 if code == "DU01" else 4)]:
            if last - start >= least:
                break
        if least <= last - start <= most and "\n" not in text[start:last] and text[last - 1] == "。":
            spans.append((start, last))
    target = sentence_end(analysis, random)
    spans = [span for span in spans if target is not None and abs(span[0] - target) > 300]
    if not spans or target is None:
        return None
    copy = made(text[slice(*random.choice(spans))])
    return Planted(code, text[:target] + copy + text[target:], target, target + len(copy))


def _web_tail(analysis: Analysis, random: Random) -> Planted | None:
    words = random.choice(
        [
            "以上就是小编为大家整理的全部内容，更多范文请关注本站。",
            "本文由网友投稿，如有侵权请联系删除，点击下载全文。",
        ]
    )
    return _at_the_end(analysis, "RS02", words)


def _code_tail(analysis: Analysis, random: Random) -> Planted | None:
    return _at_the_end(analysis, "RS08", f"{random.randint(30, 99)} {random.randint(10**5, 10**6)}")


def _at_the_end(analysis: Analysis, code: str, words: str) -> Planted | None:
    text = analysis.report.text.rstrip() + "\n"
    if len(analysis.body.rstrip()) < len(text) - 1:
        return None  # furniture stands there already, and both would be one piece
    return Planted(code, f"{text}{words}\n", len(text), len(text) + len(words))


CHANGES: dict[str, Change] = {
    "ST01": _number_skipped,
    "ST14": _stop_behind_heading,
    "PU01": _unclosed,
    "PU02": _width,
    "PU07": _doubled,
    "PU11": _straight,
    "DU01": _sentence_again,
    "DU02": _passage_again,
    "RS02": _web_tail,
    "RS08": _code_tail,
}
