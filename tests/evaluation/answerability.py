"""The weights of `summariser.answerability`, fitted again: logistic regression, kept small (L2), by Newton's method.

`python -m tests.evaluation.answerability XQUAD.json` fits them on the *everyday* and the *first* of our questions and
on two thirds of the articles of a file in SQuAD's format, prints them, and how well they foretell what they were not
fitted on: questions left out in turn, by their articles, and the other third.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summariser.answerability import Signs, signs
from summariser.answers import CLOSE, ENOUGH, MOST_PASSAGES
from summariser.questions import read_question
from summariser.relevance import measured
from summariser.testimony import testimonies
from tests.evaluation.answers import SETS, of_samples, of_squad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy import float64
    from numpy.typing import NDArray

    from summariser.model import Article
    from summariser.testimony import Testimony
    from tests.evaluation.answers import Question

    Numbers = NDArray[float64]

FOLDS, THIRD, SMALL = 5, 3, 3.0
WEIGHT = {"own paragraph": 0.5, "whole article": 0.5, "rest of its article": 0.5, "another article": 0.15}
"""What a question counts by its kind: one of XQuAD is put four times, and one of ours is nearer to what people ask."""
OURS = 2.0


@dataclass(frozen=True, slots=True)
class Case:
    """A question as it is judged, whether it has an answer and that would be shown, and the article it is about."""

    signs: Signs
    answerable: bool
    shown: bool
    weight: float
    group: str


@cache
def told(article: Article) -> tuple[Testimony, ...]:
    """What the sentences of an article say."""
    return testimonies(article)


def case(question: Question, group: str) -> Case | None:
    """None for a question that is about nothing."""
    sentences = [each for article in question.articles for each in told(article)]
    read = [read_question(question.text, language) for language in {each.language for each in question.articles}]
    tries = [(one, found) for one in read if (found := measured(one, sentences))]
    if not tries:
        return None
    asked, found = max(tries, key=lambda each: max(measures.score for measures in each[1]))
    order = sorted(range(len(found)), key=lambda at: -found[at].score)
    best = found[order[0]]
    shown = [sentences[at].text for at in order[:MOST_PASSAGES] if found[at].score >= best.score - CLOSE]
    right = any(_same(one, other) for one in shown for other in question.passages)
    weight = WEIGHT.get(question.kind, OURS)
    return Case(signs(asked, best), bool(question.passages), right, weight, group)


def _same(one: str, other: str) -> bool:
    one, other = (" ".join(each.split()).strip("“”‘’\"'«»„") for each in (one, other))
    return bool(one) and (one in other or other in one)


def fitted(cases: Sequence[Case]) -> Numbers:
    """The weights in the order of `Signs`, and the bias."""
    signs_of, right = _table(cases), np.array([each.shown for each in cases], dtype=float)
    counts = np.array([each.weight for each in cases])
    mean, spread = signs_of.mean(axis=0), signs_of.std(axis=0) + 1e-9
    rows = np.column_stack([(signs_of - mean) / spread, np.ones(len(cases))])
    small = np.diag([SMALL] * signs_of.shape[1] + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (right - likely)) - small @ weights
        bend = (rows.T * (counts * likely * (1 - likely))) @ rows + small
        weights += np.linalg.solve(bend, slope)
    scaled = weights[:-1] / spread
    return np.append(scaled, weights[-1] - scaled @ mean)


def likelihoods(weights: Numbers, cases: Sequence[Case]) -> Numbers:
    """How likely each is to be answered, from 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-(_table(cases) @ weights[:-1] + weights[-1]))))


def _table(cases: Sequence[Case]) -> Numbers:
    return np.array([each.signs for each in cases], dtype=float)


def left_out(cases: Sequence[Case]) -> Numbers:
    """How likely each is to be answered, by weights fitted on the cases of other articles."""
    groups = sorted({each.group for each in cases})
    fold = np.array([groups.index(each.group) % FOLDS for each in cases])
    likely = np.zeros(len(cases))
    for number in range(FOLDS):
        kept = [each for each, of in zip(cases, fold, strict=True) if of != number]
        out = [each for each, of in zip(cases, fold, strict=True) if of == number]
        likely[fold == number] = likelihoods(fitted(kept), out)
    return likely


def report(name: str, cases: Sequence[Case], likely: Numbers) -> None:
    """Print how many would be found, recognised as not answered, and answered wrongly."""
    sure = likely >= ENOUGH
    answerable, shown = np.array([each.answerable for each in cases]), np.array([each.shown for each in cases])
    found, recognised, wrong = (sure & shown)[answerable], ~sure[~answerable], sure & ~shown
    print(
        f"  {name:26}  found {100 * found.mean():3.0f}%  recognised {100 * recognised.mean():3.0f}%  "
        f"wrong, of all {100 * wrong.mean():4.1f}%"
    )


def cases(path: Path) -> Iterator[Case]:
    """The cases of one of our sets."""
    for question in of_samples(path):
        if found := case(question, question.articles[0].text):
            yield found


def squad(path: Path) -> tuple[list[Case], list[Case]]:
    """The cases of two thirds of its articles, and of the others."""
    article_of = {
        row["id"]: number
        for number, article in enumerate(json.loads(path.read_text())["data"])
        for paragraph in article["paragraphs"]
        for row in paragraph["qas"]
    }
    learnt, held = list[Case](), list[Case]()
    for question in of_squad(path):
        number = article_of[question.ident]
        if found := case(question, f"{path.name} {number}"):
            (held if number % THIRD == THIRD - 1 else learnt).append(found)
    return learnt, held


def main(path: Path) -> None:
    """Print the weights and the table."""
    everyday, first, second = (list(cases(each)) for each in SETS)
    learnt, held = squad(path)
    both = [*everyday, *first, *learnt]
    weights, likely = fitted(both), left_out(both)
    print("weights:", ", ".join(f"{n}={w:.2f}" for n, w in zip((*Signs._fields, "bias"), weights, strict=True)))
    at = 0
    for name, of in (("everyday, left out in turn", everyday), ("first, left out in turn", first)):
        report(name, of, likely[at : at + len(of)])
        at += len(of)
    report("XQuAD, left out in turn", learnt, likely[at:])
    report("second, held out", second, likelihoods(weights, second))
    report("XQuAD, held out", held, likelihoods(weights, held))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
