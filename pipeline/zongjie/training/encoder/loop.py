"""The loop: a bag of words first, then layers over it; stopped by the clock, resumed from a checkpoint."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from zongjie.inference.encoder.network import BODY, HEADING, Relevance
from zongjie.inference.encoder.vocabulary import MASK
from zongjie.inference.encoder.weights import padded
from zongjie.training.encoder.lesson import Group, Loose, drawn, masked

Tell = Callable[[str], None]
_UNITS, _CHECKPOINT_SECONDS, _WARM_UP = 32, 180, 100


@dataclass(frozen=True, slots=True)
class Stage:
    """Part of a training: how long, how fast, how much text at once, and how much is hidden."""

    name: str
    minutes: float
    rate: float
    window: int
    loose: float
    hidden: float
    bag: bool


def stages(minutes: float) -> tuple[Stage, ...]:
    """What was found to work: of 50 minutes two for the bag of words, the rest for the layers."""
    bag = Stage("bag", 0.04 * minutes, 2e-3, 128, 0.0, 0.0, bag=True)
    return bag, Stage("layers", 0.96 * minutes, 7e-4, 112, 0.15, 0.12, bag=False)


class Cloze(nn.Module):  # type: ignore[misc]
    """Guesses hidden tokens (masked language modelling); left out of the model that ships."""

    def __init__(self, size: int, frequencies: Tensor) -> None:
        super().__init__()
        self.dense = nn.Linear(size, size)
        self.scale = nn.Parameter(torch.tensor(size**-0.5))
        self.bias = nn.Parameter(frequencies.log())

    def forward(self, states: Tensor, table: Tensor) -> Tensor:
        guess = functional.layer_norm(functional.gelu(self.dense(states)), (states.shape[-1],))
        return guess @ table.T * self.scale + self.bias


def learn(
    net: Relevance, groups: Sequence[Group], loose: Sequence[Loose], stage: Stage, seed: int,
    checkpoint: Path, tell: Tell,
) -> None:  # fmt: skip
    """Train ``net`` in place through one stage, from ``checkpoint`` if it is one of this stage."""
    cloze = Cloze(net.bert.config.hidden_size, _frequencies(groups, net.bert.config.vocab_size))
    words = list(net.bert.embeddings.parameters())
    known = {id(one) for one in words}
    rest = [one for one in (*net.parameters(), *cloze.parameters()) if id(one) not in known]
    slower = 1.0 if stage.bag else 0.4
    optimiser = torch.optim.AdamW(
        [{"params": words, "share": slower}, {"params": rest, "share": 1.0}], betas=(0.9, 0.98)
    )
    step, spent = _resume(checkpoint, stage, net, cloze, optimiser)
    chance = random.Random(f"{seed} {stage.name} {step}")
    torch.manual_seed(seed + step)
    began, saved, told = time.monotonic() - spent, time.monotonic(), 0.0
    limit = 60 * stage.minutes
    net.train()
    while (elapsed := time.monotonic() - began) < limit:
        unheaded = bool(loose) and chance.random() < stage.loose
        group: Group | Loose = chance.choice(loose) if unheaded else chance.choice(groups)
        batch = drawn(group, _UNITS, stage.window, chance)
        if batch is None:
            continue
        for part in optimiser.param_groups:
            part["lr"] = (
                stage.rate * part["share"] * (min(1, (step + 1) / _WARM_UP) * (1 - elapsed / limit) + 0.02)
            )
        loss = _loss(net, cloze, *batch, stage, chance)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*words, *rest], 1.0)
        optimiser.step()
        step += 1
        if elapsed - told > 60:
            told = elapsed
            tell(f"{stage.name} {elapsed / 60:.0f}/{stage.minutes:.0f} min, loss {loss.item():.3f}")
        if time.monotonic() - saved > _CHECKPOINT_SECONDS:
            saved = time.monotonic()
            _save(checkpoint, stage, net, cloze, optimiser, step, elapsed)
    _save(checkpoint, stage, net, cloze, optimiser, step, limit)
    net.eval()


def _loss(
    net: Relevance, cloze: Cloze, headings: list[list[int]], bodies: list[list[int]], stage: Stage,
    chance: random.Random,
) -> Tensor:  # fmt: skip
    """Which body is whose (both ways), whether each is (even odds), and what was hidden."""
    heads, whole = padded(headings), padded(bodies)
    seen = padded(masked(bodies, stage.hidden, chance)) if stage.hidden else whole
    with torch.autocast("cpu", torch.bfloat16):
        states = net.hidden(seen, BODY, stage.bag)
        scores = net.scores(net.hidden(heads, HEADING, stage.bag), heads, states, seen).float()
    count = len(headings)
    right, own = torch.arange(count), torch.eye(count)
    evened = own * (count - 1) * 0.5 + (1 - own) * 0.5
    each = functional.binary_cross_entropy_with_logits(scores, own, weight=evened) * count / (count - 1)
    loss: Tensor = (
        functional.cross_entropy(scores, right) + 0.5 * functional.cross_entropy(scores.T, right) + each
    )
    gone = (seen == MASK) & (whole != MASK)
    if bool(gone.any()):
        with torch.autocast("cpu", torch.bfloat16):
            guesses = cloze(states[gone], net.bert.embeddings.word_embeddings.weight)
        loss = loss + 0.15 * functional.cross_entropy(guesses.float(), whole[gone])
    return loss


def _frequencies(groups: Sequence[Group], size: int) -> Tensor:
    counts = torch.ones(size)
    for group in groups[::5]:
        for body in group.bodies:
            counts += torch.bincount(torch.tensor(body), minlength=size)
    return counts / counts.sum()


def _save(
    path: Path, stage: Stage, net: Relevance, cloze: Cloze, optimiser: torch.optim.Optimizer, step: int,
    spent: float,
) -> None:  # fmt: skip
    """Write the state beside ``path`` and put it in its place at once."""
    state = {
        "stage": stage.name, "step": step, "spent": spent, "net": net.state_dict(),
        "cloze": cloze.state_dict(), "optimiser": optimiser.state_dict(),
    }  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def _resume(
    path: Path, stage: Stage, net: Relevance, cloze: Cloze, optimiser: torch.optim.Optimizer
) -> tuple[int, float]:
    """Step and seconds spent of a checkpoint of this stage (0, 0.0 if there is none)."""
    if not path.is_file():
        return 0, 0.0
    state = torch.load(path, weights_only=True)
    if state["stage"] != stage.name:
        if stage.bag:  # the stages before this checkpoint's are over
            return 0, 60 * stage.minutes
        net.load_state_dict(state["net"])
        return 0, 0.0
    net.load_state_dict(state["net"])
    cloze.load_state_dict(state["cloze"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"]), float(state["spent"])
