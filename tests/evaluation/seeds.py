"""The sample articles against their gold: ``python -m tests.evaluation.seeds [--errors]``.

Quotations and speakers, what is not the story, and the facts a briefing must have.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summariser.extractive import brief
from summariser.reading import read_text
from summariser.speakers import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.model import Briefing, Quote

_PRONOUNS = frozenset(
    ("she", "he", "sie", "er", "elle", "il", "lei", "lui", "ela", "ele", "ella", "él", "ze", "zij", "hij")
)
"""What says nothing of who is meant: then it is the role of the gold that tells."""

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@dataclass(slots=True)
class Score:
    """What was counted over the articles, and each miss in words."""

    quotes: int = 0
    found: int = 0
    extra: int = 0
    right: int = 0
    credited: int = 0
    credited_right: int = 0
    boilerplate: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    facts_found: int = 0
    misses: list[str] = field(default_factory=list)


def measure(folder: Path = SEEDS) -> Score:
    """Run every article of ``folder`` through the summariser and compare."""
    score = Score()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = path.with_suffix(".txt").read_text(encoding="utf-8")
        article, dropped = read_text(raw)
        quotes = attribute(article)
        _compare_quotes(score, path.stem, gold, quotes)
        _compare_boilerplate(score, path.stem, gold["boilerplate"], dropped)
        briefing = brief(article, points=3, dropped=dropped)
        said = "\n".join(_printed(briefing))
        for fact in gold["facts"]:
            score.facts += 1
            if any(alternative in said for alternative in fact):
                score.facts_found += 1
            else:
                score.misses.append(f"{path.stem}: fact not in the briefing: {fact}")
    return score


def _printed(briefing: Briefing) -> Iterator[str]:
    """What a reader sees: the headline, the points, the quotes and the names they are credited to."""
    yield briefing.headline
    for point in briefing.points:
        yield point.text
    for quote in briefing.quotes:
        yield quote.text
        if quote.credited and quote.speaker:
            yield quote.speaker.name


def _compare_quotes(score: Score, name: str, gold: dict[str, Any], quotes: tuple[Quote, ...]) -> None:
    left = list(quotes)
    for wanted in gold["quotes"]:
        score.quotes += 1
        quote = next((q for q in left if q.text == wanted["text"]), None)
        if quote is None:
            score.misses.append(f"{name}: quotation not found: {wanted['text'][:90]!r}")
            continue
        left.remove(quote)
        score.found += 1
        right = is_speaker(wanted, quote)
        score.right += right
        score.credited += quote.credited
        score.credited_right += right and quote.credited
        if not right or quote.kind != wanted["kind"]:
            given = f"{quote.speaker} {quote.confidence:.2f} {quote.kind}"
            asked = f"{wanted['speaker']} ({wanted['described']}, {wanted['kind']})"
            score.misses.append(f"{name}: {'' if right else 'SPEAKER '}{asked} given {given}: {wanted['text'][:60]!r}")
    for quote in left:
        score.extra += 1
        score.misses.append(f"{name}: not a quotation: {quote.text[:90]!r}")


def is_speaker(gold: dict[str, Any], quote: Quote) -> bool:
    """Whether the speaker given is the gold's: the name, or where there is none, the article's own description."""
    given = _fold(quote.speaker.name) if quote.speaker else "\0"
    if gold["speaker"]:
        return given == _fold(gold["speaker"]) or given.removeprefix("mr ") == _fold(gold["speaker"])
    described = _fold(gold["described"])
    if described in _PRONOUNS and gold["role"]:
        return not set(given.split()).isdisjoint(_fold(gold["role"]).split())
    evidence = {_fold(span.cut(quote.article.text)) for span in quote.evidence}
    return (
        given in described or described in given or any(described in words or words in described for words in evidence)
    )


def _fold(words: str) -> str:
    plain = unicodedata.normalize("NFC", words).casefold().replace("’", "'")
    return re.sub(r"^(?:sir|dame|dr|prof|professor|mr|mrs|ms|sen|rep|judge|the|a|an)\.? ", "", plain.strip(" ,."))


def _compare_boilerplate(score: Score, name: str, gold: list[str], dropped: tuple[str, ...]) -> None:
    wanted = Counter(word for stretch in gold for word in stretch.split())
    given = Counter(word for stretch in dropped for word in stretch.split())
    shared = sum((wanted & given).values())
    score.boilerplate["shared"] += shared
    score.boilerplate["wanted"] += wanted.total()
    score.boilerplate["given"] += given.total()
    if shared != wanted.total() or shared != given.total():
        score.misses.append(
            f"{name}: left in {list((wanted - given).elements())[:12]}, taken {list((given - wanted).elements())[:12]}"
        )


def report(score: Score) -> str:
    """The table."""
    b = score.boilerplate
    precision, recall = b["shared"] / max(1, b["given"]), b["shared"] / max(1, b["wanted"])
    return "\n".join(
        (
            f"quotations                  {score.quotes}",
            f"found to the character      {score.found / score.quotes:.1%}, {score.extra} too many",
            f"speaker right               {score.right / score.quotes:.1%}",
            f"credited                    {score.credited / score.quotes:.1%}",
            f"right, of the credited      {score.credited_right / max(1, score.credited):.1%}",
            f"boilerplate F1              {2 * precision * recall / max(1e-9, precision + recall):.3f}",
            f"facts in briefings          {score.facts_found / score.facts:.1%} of {score.facts}",
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="The sample articles against their gold.")
    parser.add_argument("folder", type=Path, nargs="?", default=SEEDS)
    parser.add_argument("--errors", action="store_true", help="show each miss")
    options = parser.parse_args()
    score = measure(options.folder)
    if options.errors:
        print("\n".join(score.misses))
    print(report(score))


if __name__ == "__main__":
    main()
