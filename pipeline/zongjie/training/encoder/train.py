"""``zongjie train encoder``: makes models/encoder anew from the archive."""

from collections.abc import Callable
from pathlib import Path

from zongjie.inference.encoder.vocabulary import Vocabulary
from zongjie.training.archive import archived_reports
from zongjie.training.encoder.held_out import Copies, split_of
from zongjie.training.encoder.lesson import Group, Loose, groups_of, vocabulary_of
from zongjie.training.encoder.units import Units, units_of
from zongjie.training.places import ARCHIVE, ENCODER, REPORTS

MINUTES = 50.0
SIZE, LAYERS, HEADS, INNER = 256, 4, 4, 1024
_POSITIONS = 320
CHECKPOINT = "checkpoint.pt"


def train_encoder(
    archive: Path = ARCHIVE,
    out: Path = ENCODER,
    minutes: float = MINUTES,
    resume: bool = False,
    seed: int = 15,
    tell: Callable[[str], None] = print,
    reports: Path = REPORTS,
) -> str:
    """Train the encoder for ``minutes`` (reading the archive takes about four more) and write it to ``out``.

    The clock decides how far it comes, so two runs do not give the same bytes; the order of the
    lessons is that of ``seed``. A run that was stopped goes on from its last checkpoint (every three
    minutes) with ``resume``. Raises FileNotFoundError without an archive, ImportError without torch.
    """
    import torch
    from transformers import BertConfig

    from zongjie.inference.encoder.network import Relevance
    from zongjie.inference.encoder.weights import write
    from zongjie.training.encoder.loop import learn, stages

    tell("reading the archive …")
    vocabulary, groups, loose = lesson(archive, reports)
    tell(f"{sum(len(g.headings) for g in groups)} headed bodies, {len(vocabulary.tokens)} tokens")
    torch.manual_seed(seed)
    net = Relevance(
        BertConfig(
            vocab_size=len(vocabulary.tokens), hidden_size=SIZE, num_hidden_layers=LAYERS,
            num_attention_heads=HEADS, intermediate_size=INNER, max_position_embeddings=_POSITIONS,
            hidden_dropout_prob=0.05, attention_probs_dropout_prob=0.0,
        )
    ).begin()  # fmt: skip
    checkpoint = out / CHECKPOINT
    if not resume:
        checkpoint.unlink(missing_ok=True)
    for stage in stages(minutes):
        learn(net, groups, loose, stage, seed, checkpoint, tell)
    write(net, out)
    vocabulary.write(out / "vocab.txt")
    checkpoint.unlink()
    return str(out)


def lesson(archive: Path, reports: Path) -> tuple[Vocabulary, list[Group], list[Loose]]:
    """Vocabulary and groups of the reports of the train split, copies of held out words left out."""
    learned: list[Units] = []
    held: list[str] = []
    for report in archived_reports(archive):
        units = units_of(report.text)
        if split_of(report) == "train":
            learned.append(units)
        else:
            held.append(units.text)
    real = (path.read_bytes() for path in sorted(reports.rglob("*.txt")))
    held.extend(one.decode("utf-8-sig", "replace") for one in real)
    copies = Copies(held)
    vocabulary = vocabulary_of(units.text for units in learned)
    groups: list[Group] = []
    loose: list[Loose] = []
    for units in learned:
        kept = Units(
            copies.without(units.sections), copies.without(units.run_in),
            tuple(one for one in units.loose if not copies.holds(one)), "",
        )  # fmt: skip
        some, others = groups_of(kept, vocabulary)
        groups += some
        loose += others
    return vocabulary, groups, loose
