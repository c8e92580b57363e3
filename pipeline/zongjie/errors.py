"""What can go wrong, as a tree. Every error says what was found, where, and what to do.

::

    ZongjieError
    ├── InputError            the input cannot be read (exit code 2)
    │   ├── MissingInput      no such file, or a folder where a file is wanted
    │   ├── EmptyInput        nothing in it but white space
    │   ├── TooLarge          more bytes than ``max_size`` allows
    │   ├── UndecodableText   binary, or over 5 % of it is in no known encoding
    │   └── DamagedFile       a document that is cut short, encrypted or not what it claims
    ├── SettingsError         a configuration file or option that means nothing
    └── ModelError            a language model that cannot be had or gives no answer
"""


class ZongjieError(Exception):
    """The base of all errors. ``zh`` and ``en`` say the same in two languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type["ZongjieError"], tuple[str, str]]:
        return type(self), (self.zh, self.en)

    def message(self, lang: str = "zh") -> str:
        """The message in ``lang``, "zh" or "en"."""
        return self.en if lang == "en" else self.zh


class InputError(ZongjieError):
    """The input cannot be read."""


class MissingInput(InputError):
    """No such file, or a folder where a file is wanted."""


class EmptyInput(InputError):
    """Nothing in it but white space."""


class TooLarge(InputError):
    """More bytes than the settings allow."""


class UndecodableText(InputError):
    """Binary, or text of which more than 5 % is in no known encoding."""


class DamagedFile(InputError):
    """A document that is cut short, encrypted, or not what it claims to be."""


class SettingsError(ZongjieError):
    """A configuration file or an option that means nothing."""


class ModelError(ZongjieError):
    """A language model that cannot be had, refuses, or gives no whole answer."""
