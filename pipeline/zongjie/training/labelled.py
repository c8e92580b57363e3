"""The texts of labelled reports: ours in the project, others in a folder, or inside the archive as it is."""

import hashlib
import tarfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from zongjie.training.gold import GoldSection
from zongjie.training.places import SAMPLES

ARCHIVED = "archive/"


def labelled_texts(labels: Iterable[GoldSection], reports: Path) -> dict[str, str]:
    """The text of each labelled report that is there and is the one that was labelled, by its name.

    samples/… lie in the project, others in ``reports``; archive/… also inside ``reports``/archive.tar.xz,
    which is read once for all of them.
    """
    wanted = {one.report: one.sha256 for one in labels}
    data = {name: path.read_bytes() for name in wanted if (path := _path(name, reports)).is_file()}
    data |= _archived({name for name in wanted if name.startswith(ARCHIVED)} - data.keys(), reports)
    return {
        name: data[name].decode("utf-8-sig")
        for name, sha256 in wanted.items()
        if name in data and hashlib.sha256(data[name]).hexdigest() == sha256
    }


def _path(report: str, reports: Path) -> Path:
    return SAMPLES.parent / report if report.startswith(f"{SAMPLES.name}/") else reports / report


def _archived(names: set[str], reports: Path) -> dict[str, bytes]:
    """The members ``names`` of the archive, none where it is absent; reading ends with the last of them."""
    path = reports / "archive.tar.xz"
    found: dict[str, bytes] = {}
    if not names or not path.is_file():
        return found
    with tarfile.open(path) as tar:
        for member in tar:
            name = PurePosixPath(member.name).as_posix()
            file = tar.extractfile(member) if name in names else None
            if file is not None:
                found[name] = file.read()
                if len(found) == len(names):
                    break
    return found
