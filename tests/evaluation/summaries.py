"""How much of the reference summaries the points have, beside LEAD-3 and sumy's LexRank on the same articles.

    python -m tests.evaluation.summaries ARTICLES.jsonl [--points 3]

``ARTICLES.jsonl`` has an article a line with the fields ``text`` and ``highlights``, one highlight a line in it. All
three are given the same cleaned text. What is printed is the mean F of ROUGE-1, ROUGE-2 and ROUGE-Lsum with
stemming, in per cent, and for the difference to each of the others its mean and the 95 % interval of a paired
bootstrap over the articles.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import TYPE_CHECKING

from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

from summariser.clean import clean
from summariser.extractive import brief
from summariser.model import Article
from summariser.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MEASURES = ("rouge1", "rouge2", "rougeLsum")
RESAMPLES = 2000


class _Words:
    """The tokenizer sumy asks for; its own needs models that have to be downloaded."""

    def to_words(self, sentence: str) -> list[str]:
        return re.findall(r"[^\W\d_]+", sentence.lower())


def points(article: Article, count: int) -> list[str]:
    """The points of the briefing."""
    return [point.text for point in brief(article, points=count).points]


def lead(article: Article, count: int) -> list[str]:
    """The first sentences."""
    return [sentence.span.cut(article.text) for sentence in sentences(article.text, article.language)[:count]]


def lexrank(article: Article, count: int) -> list[str]:
    """The sentences that sumy's LexRank takes, of those that ours are taken from."""
    split = [SumySentence(each.span.cut(article.text), _Words()) for each in sentences(article.text, article.language)]
    summariser = LexRankSummarizer(Stemmer("english"))
    summariser.stop_words = get_stop_words("english")
    return [str(sentence) for sentence in summariser(ObjectDocumentModel([Paragraph(split)]), count)]


def measure(
    pairs: Sequence[tuple[Article, str]], summarise: Callable[[Article, int], list[str]], count: int
) -> list[tuple[float, ...]]:
    """The F of every measure for every article, in per cent."""
    scorer = RougeScorer(MEASURES, use_stemmer=True)
    rows: list[tuple[float, ...]] = []
    for article, highlights in pairs:
        scored = scorer.score(highlights, "\n".join(summarise(article, count)))
        rows.append(tuple(100 * scored[name].fmeasure for name in MEASURES))
    return rows


def bootstrap(differences: Sequence[float]) -> tuple[float, float, float]:
    """The mean, and the bounds between which 95 % of the means of resamples lie."""
    chance = random.Random(20261123)  # noqa: S311 - the same resamples in every run
    means = sorted(fmean(chance.choices(differences, k=len(differences))) for _ in range(RESAMPLES))
    return fmean(differences), means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("articles", type=Path)
    options.add_argument("--points", type=int, default=3)
    chosen = options.parse_args()
    with chosen.articles.open(encoding="utf-8") as lines:
        given = [json.loads(line) for line in lines if line.strip()]
    pairs = [(Article(clean(each["text"]).text, language="en"), each["highlights"]) for each in given]
    print(f"{len(pairs)} articles, {chosen.points} points or sentences")
    print(f"{'':10}{'R1':>8}{'R2':>8}{'RLsum':>8}{'words':>8}{'ms':>8}")
    scored: dict[str, list[tuple[float, ...]]] = {}
    for name, summarise in (("points", points), ("LEAD", lead), ("LexRank", lexrank)):
        began = perf_counter()
        made = [summarise(article, chosen.points) for article, _ in pairs]
        spent = 1000 * (perf_counter() - began) / len(pairs)
        length = fmean(sum(len(line.split()) for line in lines) for lines in made)
        scored[name] = measure(pairs, summarise, chosen.points)
        means = "".join(f"{fmean(column):8.2f}" for column in zip(*scored[name], strict=True))
        print(f"{name:10}{means}{length:8.1f}{spent:8.2f}")
    for other in ("LEAD", "LexRank"):
        for place, name in enumerate(MEASURES):
            differences = [
                ours[place] - theirs[place] for ours, theirs in zip(scored["points"], scored[other], strict=True)
            ]
            mean, low, high = bootstrap(differences)
            print(f"points - {other:8}{name:10}{mean:+6.2f}   95 %: {low:+.2f} to {high:+.2f}")


if __name__ == "__main__":
    main()
