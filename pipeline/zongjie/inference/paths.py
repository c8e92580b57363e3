"""Where the trained models lie: inside an installed wheel, or in models/ of the source tree."""

from pathlib import Path


def model_path(name: str) -> Path:
    """The folder of the model ``name``.

    Raises FileNotFoundError, naming the places that were tried, if there is none.
    """
    package = Path(__file__).resolve().parents[1]
    places = (package / "_models" / name, package.parents[1] / "models" / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"no model {name!r}; looked for {' and '.join(map(str, places))}")
