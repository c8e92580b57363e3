"""Near-duplicates among 20,000 to 1,000,000 passages: time, memory, recall, precision, side by side.

::

    python -m zongjie.benchmarks.repeats_passages 20000 200000 1000000 [--with rensa,datasketch]

The passages are made by chance (seeded) from a vocabulary in which few words are common and most
are rare; of each hundred one is copied, and 5 to 10 % of the copy edited. So the true pairs are
known. Each engine runs in a process of its own, for its peak memory. ``datasketch`` is measured
where it is installed; it is no dependency.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from random import Random
from time import perf_counter, process_time

ENGINES = ("zongjie", "rensa", "datasketch")
_WORDS, _COPIED, _SEED = 40_000, 100, 13
_PERMUTATIONS, _BANDS = 96, 32

Pairs = set[tuple[int, int]]


def made(count: int, seed: int = _SEED) -> tuple[list[str], Pairs]:
    """``count`` passages of 40 to 160 characters, and the pairs of a passage and its edited copy."""
    random = Random(seed)
    words = ["".join(chr(0x4E00 + random.randrange(6_000)) for _ in range(2)) for _ in range(_WORDS)]
    passages: list[str] = []
    while len(passages) < count - count // _COPIED:
        length = random.randrange(20, 80)
        drawn = [words[int(_WORDS ** random.random()) - 1] for _ in range(length)]
        passages.append("".join(drawn))
    truth = set()
    originals = len(passages)
    for original in random.sample(range(originals), count - originals):
        truth.add((original, len(passages)))
        passages.append(_edited(passages[original], random))
    return passages, truth


def _edited(passage: str, random: Random) -> str:
    letters, share, changed = list(passage), random.uniform(0.05, 0.10), 0
    while changed < share * len(passage):
        at, size = random.randrange(len(letters)), random.choice((1, 2, 2, 3))
        letters[at : at + size] = [chr(0x4E00 + random.randrange(6_000)) for _ in range(size)]
        changed += size
    return "".join(letters)


def _zongjie(passages: Sequence[str]) -> Pairs:
    from zongjie.archive.repeats.near_duplicates import near_duplicates

    return {(one.a, one.b) for one in near_duplicates(passages)}


def _rensa(passages: Sequence[str]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    found: Pairs = set()
    for at in range(0, len(passages), 20_000):
        some = [list(_shingles(one)) for one in passages[at : at + 20_000]]
        hashes = RMinHash.from_token_sets(some, _PERMUTATIONS, 42)
        lsh.insert_many(hashes, start_key=at)
        for here, near in enumerate(lsh.query_all(hashes), at):
            found.update((other, here) for other in near if other < here)
    return found


def _datasketch(passages: Sequence[str]) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _PERMUTATIONS // _BANDS))
    found: Pairs = set()
    for at in range(0, len(passages), 20_000):
        some = [[one.encode() for one in _shingles(text)] for text in passages[at : at + 20_000]]
        for here, minhash in enumerate(MinHash.generator(some, num_perm=_PERMUTATIONS, seed=42), at):
            found.update((other, here) for other in lsh.query(minhash))
            lsh.insert(here, minhash, check_duplication=False)
    return found


def _shingles(text: str) -> set[str]:
    return {text[at : at + 5] for at in range(len(text) - 4)}


_RUN: dict[str, Callable[[Sequence[str]], Pairs]] = {
    "zongjie": _zongjie,
    "rensa": _rensa,
    "datasketch": _datasketch,
}


def measure(engine: str, count: int) -> dict[str, float | int | str]:
    """One engine over ``count`` passages, in this process."""
    passages, truth = made(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, busy = perf_counter(), process_time()
    found = _RUN[engine](passages)
    seconds, busy = perf_counter() - start, process_time() - busy
    right = len(found & truth)
    return {
        "engine": engine,
        "passages": count,
        "seconds": round(seconds, 2),
        "processor_seconds": round(busy, 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "passages_mb": before // 1024,
        "recall": round(right / max(1, len(truth)), 4),
        "precision": round(right / max(1, len(found)), 4),
    }


def side_by_side(
    counts: Sequence[int], engines: Sequence[str] = ENGINES
) -> list[dict[str, float | int | str]]:
    """Every engine at every size, each in a process of its own."""
    rows = []
    for count in counts:
        for engine in engines:
            if engine != "zongjie" and find_spec(engine) is None:
                continue
            command = [
                sys.executable,
                "-m",
                "zongjie.benchmarks.repeats_passages",
                "--one",
                engine,
                str(count),
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            rows.append(json.loads(done.stdout))
    return rows


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        print(json.dumps(measure(arguments[1], int(arguments[2]))))
        return
    engines: Sequence[str] = ENGINES
    if "--with" in arguments:
        at = arguments.index("--with")
        engines = ("zongjie", *arguments[at + 1].split(","))
        arguments = arguments[:at]
    for count in arguments:
        for row in side_by_side([int(count)], engines):
            print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
