"""One part of an index on disk: some documents, and the sorted keys of their passages.

A part is a folder that appears whole (written aside, then renamed) and is never changed:

===============  =====================================================================
reports.jsonl    a line a document: source, card, and where its text and flags lie
texts.bin        the bodies as UTF-8, one behind the other
fresh.bin        a bit for each element of each skeleton: it is no set phrase
codes.bin        the elements of the skeletons as uint16, one behind the other
owners.npy       of each passage the number of its document, int32
places.npy       ``(passages, 2)``: its elements, counted through all skeletons, int64
bands.npy        ``(BANDS, passages)`` of uint64, sorted: key above, passage below 32 bits
===============  =====================================================================

The arrays are mapped into memory, not read: opening costs nothing however large they are.
"""

import json
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.repeats.documents import Card, Document
from zongjie.archive.repeats.prepared import Prepared, prepared
from zongjie.archive.repeats.signatures import BANDS, Shingles, band_keys, sentences_of, shingles
from zongjie.comparing.set_phrases import skeleton_mask
from zongjie.comparing.skeleton import skeleton_of
from zongjie.document import FileFacts

_KEY = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of a segment without its text: ``text`` and ``flags`` are byte ranges."""

    source: FileFacts
    card: Card
    text: tuple[int, int]
    flags: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """An open part. Arrays as in the table above; ``reports[n]`` is document ``n``."""

    folder: Path
    reports: tuple[Stored, ...]
    owners: NDArray[np.int32]
    places: NDArray[np.int64]
    codes: NDArray[np.uint16]
    bands: NDArray[np.uint64]

    def body(self, number: int) -> str:
        """The text of document ``number``, read from disk."""
        return _bytes(self.folder / "texts.bin", self.reports[number].text).decode("utf-8", "surrogatepass")

    def letters(self, passage: int, around: int) -> str:
        """The elements of a passage, with some before and behind."""
        first, end = self.places[passage].tolist()
        codes: bytes = self.codes[max(0, first - around) : end + around].tobytes()
        return codes.decode("utf-16-le", "surrogatepass")

    def prepared(self, number: int) -> Prepared:
        """Document ``number``, read from disk and made ready."""
        one, body = self.reports[number], self.body(number)
        flags = np.frombuffer(_bytes(self.folder / "fresh.bin", one.flags), dtype=np.uint8)
        elements = len(skeleton_of(body))
        return prepared(body, one.card, np.unpackbits(flags, count=elements) == 0)


def open_segment(folder: Path) -> Segment:
    """The part in ``folder``."""
    with (folder / "reports.jsonl").open(encoding="utf-8") as lines:
        reports = tuple(_stored(json.loads(line)) for line in lines)
    arrays = [_mapped(folder / f"{name}.npy") for name in ("owners", "places", "bands")]
    size = (folder / "codes.bin").stat().st_size
    codes = (
        np.memmap(folder / "codes.bin", np.uint16, "r").view(np.ndarray)
        if size
        else np.empty(0, dtype=np.uint16)
    )
    return Segment(folder, reports, arrays[0], arrays[1], codes, arrays[2])


def write_segment(parent: Path, documents: Iterable[Document]) -> str | None:
    """Writes a part under ``parent`` and returns its name; None where there is no document."""
    every = list(documents)
    if not every:
        return None
    draft = _draft(parent)
    hashes, counts, owners, places, elements = [], [], [], [], 0
    with _Files(draft) as files:
        for number, one in enumerate(every):
            skeleton = skeleton_of(one.body)
            masked = skeleton_mask(skeleton)
            begins = sentences_of(one.body, skeleton)
            some, kept = shingles(skeleton, masked, begins)
            ends = np.append(begins[1:], len(skeleton))
            places.append(np.stack((begins[kept], ends[kept]), axis=1) + elements)
            elements += len(skeleton)
            hashes.append(some.hashes)
            counts.append(some.counts)
            owners.append(np.full(len(some.counts), number, dtype=np.int32))
            text = one.body.encode("utf-8", "surrogatepass")
            files.add(one.source, one.card, text, np.packbits(~masked), skeleton.codes)
    keys = band_keys(Shingles(np.concatenate(hashes), np.concatenate(counts)))
    return _finished(draft, np.concatenate(owners), np.concatenate(places), keys)


def merge_segments(parent: Path, segments: Sequence[Segment]) -> str:
    """One part that holds all of ``segments``, which are then deleted."""
    draft = _draft(parent)
    owners, places, keys, before, elements = [], [], [], 0, 0
    with _Files(draft) as files:
        for segment in segments:
            for one in segment.reports:
                text = _bytes(segment.folder / "texts.bin", one.text)
                flags = _bytes(segment.folder / "fresh.bin", one.flags)
                files.add(one.source, one.card, text, np.frombuffer(flags, dtype=np.uint8), None)
            files.add_codes(segment.codes)
            places.append(segment.places + elements)
            elements += len(segment.codes)
            owners.append(segment.owners + np.int32(before))
            keys.append(_unsorted(segment.bands))
            before += len(segment.reports)
    name = _finished(draft, np.concatenate(owners), np.concatenate(places), np.concatenate(keys, axis=1))
    for segment in segments:
        shutil.rmtree(segment.folder, ignore_errors=True)
    return name


class _Files:
    """The text, the flags and the list of a part while it is written."""

    def __init__(self, folder: Path) -> None:
        self._texts = (folder / "texts.bin").open("wb")
        self._flags = (folder / "fresh.bin").open("wb")
        self._codes = (folder / "codes.bin").open("wb")
        self._list = (folder / "reports.jsonl").open("w", encoding="utf-8")

    def __enter__(self) -> "_Files":
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._texts, self._flags, self._codes, self._list):
            file.close()

    def add(
        self,
        source: FileFacts,
        card: Card,
        text: bytes,
        flags: NDArray[np.uint8],
        codes: NDArray[np.uint16] | None,
    ) -> None:
        at, flags_at = self._texts.tell(), self._flags.tell()
        self._texts.write(text)
        self._flags.write(flags.tobytes())
        if codes is not None:
            self.add_codes(codes)
        line = {
            "source": asdict(source),
            "card": asdict(card),
            "text": [at, at + len(text)],
            "flags": [flags_at, flags_at + len(flags)],
        }
        self._list.write(json.dumps(line, ensure_ascii=True, default=str) + "\n")

    def add_codes(self, codes: NDArray[np.uint16]) -> None:
        self._codes.write(codes.tobytes())


def _draft(parent: Path) -> Path:
    draft = parent / f".part-{secrets.token_hex(6)}"
    draft.mkdir(parents=True)
    return draft


def _finished(
    draft: Path, owners: NDArray[np.int32], places: NDArray[np.int64], keys: NDArray[np.uint32]
) -> str:
    bands = keys.astype(np.uint64) << _KEY | np.arange(keys.shape[1], dtype=np.uint64)
    bands.sort(axis=1)
    np.save(draft / "owners.npy", owners)
    np.save(draft / "places.npy", places)
    np.save(draft / "bands.npy", bands)
    name = draft.name.removeprefix(".")
    draft.rename(draft.with_name(name))
    return name


def _unsorted(bands: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The keys in the order of their passages again."""
    keys = np.empty(bands.shape, dtype=np.uint32)
    for band in range(BANDS):
        keys[band, bands[band] & np.uint64(0xFFFFFFFF)] = bands[band] >> _KEY
    return keys


def _stored(line: dict[str, Any]) -> Stored:
    card = line["card"]
    for day in ("start", "end"):
        card[day] = date.fromisoformat(card[day]) if card[day] else None
    return Stored(
        FileFacts(**line["source"]),
        Card(**card),
        (line["text"][0], line["text"][1]),
        (line["flags"][0], line["flags"][1]),
    )


def _mapped(path: Path) -> Any:
    array = np.load(path, mmap_mode="r", allow_pickle=False)
    return array.view(np.ndarray) if array.size else np.array(array)  # a plain view is quicker to slice


def _bytes(path: Path, part: tuple[int, int]) -> bytes:
    with path.open("rb") as file:
        file.seek(part[0])
        return file.read(part[1] - part[0])
