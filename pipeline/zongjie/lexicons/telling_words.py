"""Words that do not tell which problem it is: those of any confession, and those of any report.

Both lists were counted on 1,954 real reports: ``confession_words.txt`` what stands in their problems
five times as often as elsewhere (尚未, 短板), ``everyday_words.txt`` what two fifths of them hold
(农村, 教育). Lines that begin with ``#`` are no words.
"""

from functools import cache
from importlib.resources import files


@cache
def confession_words() -> frozenset[str]:
    """Words with which a shortfall is admitted, whatever it is."""
    return _words("confession_words.txt")


@cache
def everyday_words() -> frozenset[str]:
    """Words of matter so common that a plan that holds one need not be about this."""
    return _words("everyday_words.txt")


def _words(name: str) -> frozenset[str]:
    lines = files("zongjie.lexicons").joinpath(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
