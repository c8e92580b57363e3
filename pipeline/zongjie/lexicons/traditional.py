"""Traditional characters (繁体字) and the simplified ones that they are written as.

Source: OpenCC, TSCharacters (Apache-2.0); see the head of ``traditional.tsv``.
"""

from functools import cache
from importlib.resources import files


@cache
def simplified_forms() -> dict[str, str]:
    """By traditional character its simplified form; characters that both scripts use are not there.

    >>> simplified_forms()["國"], "著" in simplified_forms()
    ('国', False)
    """
    lines = files("zongjie.lexicons").joinpath("traditional.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))
