"""The weights of `summariser.answerability`, fitted again: logistic regression, kept small (L2), by Newton's method.

`python -m tests.evaluation.answerability [XQUAD.json]` fits them on the *everyday* and the *first* of our questions,
put to their articles, to a few paragraphs of them, to the rest of them and to other articles; prints them, and how well
they foretell what they were not fitted on: questions left out in turn, by their articles, the *second* of our
questions, and a file in SQuAD's format. Nothing is fitted on anybody else's data.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summariser.answerability import Signs, signs
from summariser.answers import CLOSE, ENOUGH, MOST_PASSAGES
from summariser.questions import read_question
from summariser.relevance import measured
from summariser.testimony import testimonies
from tests.evaluation.answers import SETS, article, of_samples, of_squad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy import float64
    from numpy.typing import NDArray

    from summariser.model import Article
    from summariser.testimony import Testimony
    from tests.evaluation.answers import Question

    Numbers = NDArray[float64]

FOLDS, SMALL = 5, 3.0
OWN, REST, NEAR, OTHER = "own paragraphs", "rest of its article", "other paragraphs", "another article"
WEIGHT = {OWN: 0.5, REST: 0.5, NEAR: 0.25, OTHER: 0.25}
"""What a question counts that is put to less than its article, or to another."""

WHOLE = 2.0
"""And what it counts as it was asked."""


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
    weight = WEIGHT.get(question.kind, WHOLE)
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
        f"  {name:40}  found {100 * found.mean():3.0f}%  recognised {100 * recognised.mean():3.0f}%  "
        f"wrong, of all {100 * wrong.mean():4.1f}%"
    )


def cases(path: Path) -> list[Case]:
    """The cases of one of our sets, as they were asked."""
    return [found for question in of_samples(path) if (found := case(question, question.articles[0].text))]


def put_elsewhere(path: Path) -> Iterator[Case]:
    """The questions of a set that have an answer, put to the paragraphs around it, to all others, and elsewhere."""
    for question in of_samples(path):
        whole, *more = question.articles
        if more or not question.passages:
            continue
        elsewhere = article(NEXT[whole.language or "en"])
        paragraphs = re.split(r"\n\n+", whole.text)
        gives = [at for at, text in enumerate(paragraphs) if any(_same(text, said) for said in question.passages)]
        near = {at + step for at in gives for step in (-1, 0, 1)} & set(range(len(paragraphs)))
        far = [at for at in range(len(paragraphs)) if at not in near]
        texts = {
            OWN: [paragraphs[at] for at in sorted(near)],
            REST: [text for at, text in enumerate(paragraphs) if at not in gives],
            NEAR: [paragraphs[at] for at in far[: len(near)]],
            OTHER: re.split(r"\n\n+", elsewhere.text)[: max(1, len(near))] if elsewhere != whole else [],
        }
        for kind, chosen in texts.items():
            part = replace(whole, text="\n\n".join(chosen))
            passages = question.passages if kind == OWN else ()
            if chosen and (
                found := case(replace(question, articles=(part,), passages=passages, kind=kind), whole.text)
            ):
                yield found


NEXT = {
    "en": "11-library-column", "de": "13-faehre", "fr": "14-maternite", "es": "15-aceite", "it": "16-case-un-euro",
    "pt": "17-sardinha", "nl": "18-datalek",
}  # fmt: skip
"""Articles that questions are put to which are about others."""


def main(squad: Path | None) -> None:
    """Print the weights and the table."""
    everyday, first, second = map(cases, SETS[:3])
    parts = [each for path in SETS[:2] for each in put_elsewhere(path)]
    both = [*everyday, *first, *parts]
    weights, likely = fitted(both), left_out(both)
    print("weights:", ", ".join(f"{n}={w:.2f}" for n, w in zip((*Signs._fields, "bias"), weights, strict=True)))
    at = 0
    for name, of in (("everyday", everyday), ("first", first), ("in parts and elsewhere", parts)):
        report(f"{name}, left out in turn", of, likely[at : at + len(of)])
        at += len(of)
    report("second, held out", second, likelihoods(weights, second))
    if squad:
        theirs = [found for question in of_squad(squad) if (found := case(question, ""))]
        report(f"{squad.name}, held out", theirs, likelihoods(weights, theirs))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
