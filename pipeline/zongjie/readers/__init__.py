import hashlib
from pathlib import Path

from zongjie.document import FileFacts, Report


def read(path: Path, *, max_size: int = 64 * 2**20) -> Report:
    return report_of(path.read_text("utf-8"), name=path.name)


def report_of(text: str, name: str = "text") -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(text, FileFacts(name, digest, "text/plain", None, len(text)))
