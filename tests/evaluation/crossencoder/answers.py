# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# PyTorch is not among what the project installs.
"""Teaches the cross-encoder which sentence answers a question, and that none does.

`python -m tests.evaluation.crossencoder.answers [MINUTES] [--further]` learns on the questions in
seeds/questions/learning, but for those held out, and writes the weights; ``--further`` goes on from those there are
and writes the mean of both.
Of each question a sentence that answers and five that don't are read, half of them the likeliest by their words; the
loss is the cross-entropy over them and *none of these*, whose log odds are 0. Now and then a question is put to
another article. The rates rise and fall with the time that is given.
Where it is known which words of the sentence are the answer, their first and last token are learnt too; of a sentence
that doesn't answer, that they stand nowhere (at the first token of all, as Devlin et al. 2019 have it).
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING

import torch

from summariser.crossencoder.tokens import Pair
from summariser.model import Article
from summariser.questions import read_question
from summariser.relevance import measured
from summariser.reranking import context
from summariser.testimony import testimonies
from tests.evaluation.answers import SEEDS
from tests.evaluation.crossencoder.answer_words import answer_words
from tests.evaluation.crossencoder.network import WEIGHTS, Network

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

LEARNING = SEEDS / "questions" / "learning"
HELD_OUT = ("disasters.jsonl", "long_mixed.jsonl", "mixed.jsonl", "towns.jsonl")
"""Files that nothing is learnt from: by them the reading is weighed against the words (`summariser.answerability`)."""

MINUTES, TOGETHER = 42.0, 8
THIN, HEAD = 6e-4, 1e-3
WRONG, LIKELIEST = 5, 8
ELSEWHERE = 0.6
"""How often one question of those read together is put to another article."""

OF_WORDS = 0.5
"""What the words that answer count in the loss, against the sentences that do."""

RISING = 0.06
LEAST = 0.02

SAID, SLOWLY = 0.05, 0.01
"""How often it is said how far it is, and how slowly the loss that is said then follows the latest."""

PART = WEIGHTS.with_name("answers.part.safetensors")
"""What was learnt until then, for whoever has to stop."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, what is read of each sentence, those that answer, and all others, the likeliest first."""

    question: str
    read: tuple[Pair, ...]
    right: tuple[int, ...]
    wrong: tuple[int, ...]
    article: str
    words: Mapping[int, tuple[int, int]]
    """Of those that answer, the first and the last token of the answer, where that is known."""


def lessons(path: Path, chance: random.Random) -> Iterator[Lesson]:
    """Those of a file; its sentences stand in paragraphs of one or two, as newspapers print them."""
    for line in path.read_text().splitlines():
        row = json.loads(line)
        text, starts = "", list[int]()
        for sentence in row["sentences"]:
            text += chance.choice((" ", "\n\n", "\n\n")) if text else ""
            starts.append(len(text))
            text += sentence
        ends = [start + len(sentence) for start, sentence in zip(starts, row["sentences"], strict=True)]
        told = testimonies(Article(text, language="en"))
        for asked in row["questions"]:
            right = [
                number for number, each in enumerate(told)
                if any(each.span.start < ends[at] and starts[at] < each.span.end for at in asked["s"])
            ]  # fmt: skip
            likely = [each.score for each in measured(read_question(asked["q"], "en"), told)] or [0.0] * len(told)
            wrong = sorted({*range(len(told))} - {*right}, key=lambda number: -likely[number])
            read = tuple(Pair(asked["q"], context(told, number), each.text) for number, each in enumerate(told))
            words = {at: found for at in right if (found := answer_words(asked.get("a", ""), told[at].text))}
            yield Lesson(asked["q"], read, tuple(right), tuple(wrong), row["id"], words)


def chosen(lesson: Lesson, chance: random.Random) -> tuple[list[int], list[int]]:
    """One or two sentences that answer, and some that don't."""
    right = chance.sample(lesson.right, min(2, len(lesson.right)))
    likely = lesson.wrong[:LIKELIEST]
    wrong = chance.sample(likely, min(WRONG // 2 + 1, len(likely)))
    others = [number for number in lesson.wrong if number not in wrong]
    return right, wrong + chance.sample(others, min(WRONG - len(wrong) + (not right), len(others)))


def elsewhere(lesson: Lesson, other: Lesson) -> Lesson:
    """A question put to another article, which doesn't answer it."""
    read = tuple(each._replace(first=lesson.question) for each in other.read)
    return Lesson(lesson.question, read, (), tuple(range(len(read))), other.article, {})


def loss(network: Network, together: Sequence[Lesson], chance: random.Random) -> torch.Tensor:
    """How unlikely the network holds what is right, on average."""
    picked = [chosen(lesson, chance) for lesson in together]
    judged = iter(network([
        lesson.read[at] for lesson, (right, wrong) in zip(together, picked, strict=True) for at in right + wrong
    ]))  # fmt: skip
    none = torch.zeros(1)
    losses, of_words = list[torch.Tensor](), list[torch.Tensor]()
    for lesson, (right, wrong) in zip(together, picked, strict=True):
        own = list(islice(judged, len(right) + len(wrong)))
        odds = torch.stack([each.odds for each in own])
        every = torch.logsumexp(torch.cat([odds, none]), 0)
        losses.append(every - torch.logsumexp(odds[: len(right)], 0) if right else every)
        for at, each in zip(right + wrong, own, strict=True):
            if at in lesson.words or at in wrong:
                first, last = lesson.words.get(at, (-1, -1))
                if last + 1 < len(each.ends):  # what was cut off can't be learnt
                    of_words.append(-each.ends.log_softmax(0)[[first + 1, last + 1], [0, 1]].sum())
    return torch.stack(losses).mean() + OF_WORDS * torch.stack(of_words).mean()


def rate(share: float) -> float:
    """What the rates are multiplied by when that share of the time has gone."""
    return min(1.0, share / RISING + LEAST) if share < RISING else max(LEAST, (1 - share) / (1 - RISING))


def main(minutes: float, *, further: bool) -> None:
    """Learn for so long, and write the weights."""
    chance = random.Random(0)  # noqa: S311 - which sentences are read, no secret
    torch.manual_seed(0)
    files = [each for each in sorted(LEARNING.glob("*.jsonl")) if each.name not in HELD_OUT]
    known = [lesson for path in files for lesson in lessons(path, chance)]
    network = Network(most_of_first=40, most=128)
    if further:
        network.resume()
    optimiser = network.optimiser(THIN, HEAD)
    rates = [group["lr"] for group in optimiser.param_groups]
    began = monotonic()
    queue, step, lost, said = list[Lesson](), 0, 0.0, SAID
    while (share := (monotonic() - began) / (60 * minutes)) < 1:
        if len(queue) < TOGETHER:
            queue = chance.sample(known, len(known))
        together, queue = queue[:TOGETHER], queue[TOGETHER:]
        if chance.random() < ELSEWHERE:
            one, other = chance.choice(together), chance.choice(known)
            if one.article != other.article:
                together = [*together[:-1], elsewhere(one, other)]
        for group, highest in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = highest * rate(share)
        optimiser.zero_grad()
        now = loss(network, together, chance)
        now.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step, lost = step + 1, lost + (float(now.detach()) - lost) * SLOWLY
        if share > said:
            print(f"{share:4.0%}, {step * TOGETHER} questions of {len(known)}: loss {lost:.2f}", flush=True)
            network.save(PART)
            said += SAID
    if further:
        network.resume(0.5)
    network.save()
    PART.unlink(missing_ok=True)


if __name__ == "__main__":
    given = [float(each) for each in sys.argv[1:] if not each.startswith("-")]
    main(*given or [MINUTES], further="--further" in sys.argv)
