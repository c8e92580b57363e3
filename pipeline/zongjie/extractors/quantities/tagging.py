"""Words with their part of speech, by rjieba or (where it has no wheel) jieba."""

from collections.abc import Callable
from functools import cache

Tagged = list[tuple[str, str]]


def tag(text: str) -> Tagged:
    """The words of a short text with jieba's tags.

    >>> tag("收集信息")
    [('收集', 'v'), ('信息', 'n')]
    """
    return _engine()(text)


@cache
def _engine() -> Callable[[str], Tagged]:
    try:
        import rjieba
    except ImportError:
        return _jieba_engine()
    cut: Callable[[str], Tagged] = rjieba.tag

    def tagged(text: str) -> Tagged:
        try:
            return cut(text)
        except UnicodeEncodeError:  # a lone surrogate
            return cut(text.encode("utf-8", "replace").decode("utf-8"))

    return tagged


def _jieba_engine() -> Callable[[str], Tagged]:
    import jieba.posseg

    def tagged(text: str) -> Tagged:
        return [(pair.word, pair.flag) for pair in jieba.posseg.lcut(text)]

    return tagged
