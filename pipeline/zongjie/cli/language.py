"""Which language the help and the messages are in: ``--lang``, ZONGJIE_LANG, settings, Chinese."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from zongjie.errors import SettingsError
from zongjie.settings import Lang, load_settings

VARIABLE = "ZONGJIE_LANG"
LANGS = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Say:
    """Takes a text in Chinese and in English and gives the one that is spoken.

    ``asked`` is the language that the command line or the environment asks for, or None: then
    the settings beside a report may choose another for what is said of it.

    >>> Say("en")("报告", "report")
    'report'
    """

    lang: Lang
    asked: Lang | None = None

    def __call__(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh


def asked_language(args: Sequence[str]) -> str | None:
    """What the command line or the environment asks for, unchecked; None if they are silent.

    ``--lang`` may stand anywhere before ``--``, on its own or with ``=``; the last one wins.

    >>> asked_language(["check", "a.txt", "--lang=en"])
    'en'
    """
    asked = None
    for at, word in enumerate(args):
        if word == "--":
            break
        if word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        elif word == "--lang" and at + 1 < len(args):
            asked = args[at + 1]
    return asked or os.environ.get(VARIABLE) or None


def without_language(args: Sequence[str]) -> list[str]:
    """``args`` with every ``--lang X`` and ``--lang=X`` before ``--`` taken out.

    >>> without_language(["--lang", "en", "check", "--", "--lang"])
    ['check', '--', '--lang']
    """
    kept, words = [], iter(args)
    for word in words:
        if word == "--":
            kept += [word, *words]
        elif word == "--lang":
            next(words, None)
        elif not word.startswith("--lang="):
            kept.append(word)
    return kept


def language_of(args: Sequence[str]) -> Say:
    """The language of help and usage errors: as asked, else the settings of this folder, else zh.

    Raises ``SettingsError`` for a language that there is not. Settings that cannot be read are
    passed over here: the command that needs them will say so.
    """
    asked = asked_language(args)
    if asked is not None:
        lang = checked_language(asked)
        return Say(lang, lang)
    if "--no-config" in args:
        return Say("zh")
    try:
        return Say(load_settings(Path.cwd()).lang)
    except (SettingsError, OSError):
        return Say("zh")


def checked_language(asked: str) -> Lang:
    """``asked`` if it is a language of ours; else ``SettingsError``."""
    if asked not in LANGS:
        raise SettingsError(
            f"没有语言 {asked!r}：--lang 和环境变量 {VARIABLE} 只能是 zh 或 en。",
            f"no language {asked!r}: --lang and the variable {VARIABLE} take zh or en.",
        )
    return cast(Lang, asked)
