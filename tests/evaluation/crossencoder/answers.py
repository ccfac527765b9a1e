# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# PyTorch is not among what the project installs.
"""Teaches the cross-encoder which sentence answers a question, and that none does.

`python -m tests.evaluation.crossencoder.answers [MINUTES] [--further]` learns on the questions in
seeds/questions/learning, but for those held out, and writes the weights; ``--further`` goes on from those there are
and writes the mean of both.
Of each question a sentence that answers and five that don't are read, half of them the likeliest by their words; the
loss is the cross-entropy over them and *none of these*, whose log odds are 0, and the same over those that don't
answer, as if no other were there. Now and then a question is put to another article. Beside them some twins are read
(`tests.evaluation.crossencoder.lessons`), each with the sentence that looks as if it answered. The rates rise and fall
with the time that is given.
Where it is known which words of the sentence are the answer, their first and last token are learnt too; of a sentence
that doesn't answer, that they stand nowhere (at the first token of all, as Devlin et al. 2019 have it).
"""

from __future__ import annotations

import random
import sys
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import torch

from tests.evaluation.crossencoder.lessons import HELD_OUT, LEARNING, Lesson, chosen, elsewhere, lessons, twins
from tests.evaluation.crossencoder.network import WEIGHTS, Network

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUTES, TOGETHER, TWINS_TOGETHER = 42.0, 4, 3
THIN, HEAD = 6e-4, 1e-3
WRONG, WRONG_OF_TWINS = 5, 3
"""Sentences that don't answer which are read of a question."""

ELSEWHERE = 0.6
"""How often one question of those read together is put to another article."""

OF_WORDS = 0.5
"""What the words that answer count in the loss, against the sentences that do."""

ALONE = 0.5
"""What it counts in the loss that, but for the sentences that answer, none does."""

RISING = 0.06
LEAST = 0.02

SAID, SLOWLY = 0.05, 0.01
"""How often it is said how far it is, and how slowly the loss that is said then follows the latest."""

PART = WEIGHTS.with_name("answers.part.safetensors")
"""What was learnt until then, for whoever has to stop."""


def loss(network: Network, together: Sequence[tuple[Lesson, int]], chance: random.Random) -> torch.Tensor:
    """How unlikely the network holds what is right, on average; of each lesson so many sentences that don't answer."""
    picked = [(lesson, *chosen(lesson, most, chance)) for lesson, most in together]
    judged = iter(network([lesson.read[at] for lesson, right, wrong in picked for at in right + wrong]))
    none = torch.zeros(1)
    losses, alone, of_words = list[torch.Tensor](), list[torch.Tensor](), list[torch.Tensor]()
    for lesson, right, wrong in picked:
        own = list(islice(judged, len(right) + len(wrong)))
        odds = torch.stack([each.odds for each in own])
        every = torch.logsumexp(torch.cat([odds, none]), 0)
        losses.append(every - torch.logsumexp(odds[: len(right)], 0) if right else every)
        alone.append(torch.logsumexp(torch.cat([odds[len(right) :], none]), 0))
        for at, each in zip(right + wrong, own, strict=True):
            if at in lesson.words or at in wrong:
                first, last = lesson.words.get(at, (-1, -1))
                if last + 1 < len(each.ends):  # what was cut off can't be learnt
                    of_words.append(-each.ends.log_softmax(0)[[first + 1, last + 1], [0, 1]].sum())
    return torch.stack(losses).mean() + ALONE * torch.stack(alone).mean() + OF_WORDS * torch.stack(of_words).mean()


def rate(share: float) -> float:
    """What the rates are multiplied by when that share of the time has gone."""
    return min(1.0, share / RISING + LEAST) if share < RISING else max(LEAST, (1 - share) / (1 - RISING))


def main(minutes: float, *, further: bool) -> None:
    """Learn for so long, and write the weights."""
    chance = random.Random(0)  # noqa: S311 - which sentences are read, no secret
    torch.manual_seed(0)
    files = [each for each in sorted(LEARNING.glob("*.jsonl")) if each.name not in HELD_OUT]
    known = [lesson for path in files for lesson in lessons(path, chance)]
    alike = [*twins(files, chance)]
    network = Network(most_of_first=40, most=128)
    if further:
        network.resume()
    optimiser = network.optimiser(THIN, HEAD)
    rates = [group["lr"] for group in optimiser.param_groups]
    began = monotonic()
    plain, pairs = list[Lesson](), list[tuple[Lesson, Lesson]]()
    step, lost, said = 0, 0.0, SAID
    while (share := (monotonic() - began) / (60 * minutes)) < 1:
        together, plain = _taken(plain, known, TOGETHER, chance)
        if chance.random() < ELSEWHERE:
            one, other = chance.choice(together), chance.choice(known)
            if one.article != other.article:
                together = [*together[:-1], elsewhere(one, other)]
        both, pairs = _taken(pairs, alike, TWINS_TOGETHER, chance)
        for group, highest in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = highest * rate(share)
        optimiser.zero_grad()
        read = [(each, WRONG) for each in together] + [(each, WRONG_OF_TWINS) for pair in both for each in pair]
        now = loss(network, read, chance)
        now.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step, lost = step + 1, lost + (float(now.detach()) - lost) * max(SLOWLY, 1 / (step + 1))
        if share > said:
            print(f"{share:4.0%}, step {step}, of {len(known)} + {len(alike)}: loss {lost:.3f}", flush=True)
            network.save(PART)
            said += SAID
    if further:
        network.resume(0.5)
    network.save()
    PART.unlink(missing_ok=True)


_Kind = TypeVar("_Kind")


def _taken(
    left: list[_Kind], every: Sequence[_Kind], many: int, chance: random.Random
) -> tuple[list[_Kind], list[_Kind]]:
    """The next of them and what is left then; all in another order once they are used up."""
    if len(left) < many:
        left = chance.sample(every, len(every))
    return left[:many], left[many:]


if __name__ == "__main__":
    given = [float(each) for each in sys.argv[1:] if not each.startswith("-")]
    main(*given or [MINUTES], further="--further" in sys.argv)
