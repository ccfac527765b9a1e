"""How well articles are put together to stories: BCubed precision, recall and F1 over the sample events.

BCubed (Bagga and Baldwin, 1998): for each article, the share of its story that belongs there, and the share of what
belongs there that is in it; averaged over all articles.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.model import Article
from summariser.stories import cluster

if TYPE_CHECKING:
    from collections.abc import Sequence

EVENTS = Path(__file__).parents[2] / "seeds" / "stories" / "events.jsonl"


def bcubed(found: Sequence[int], gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1, both given as the story of each article."""
    ours, theirs = defaultdict[int, set[int]](set), defaultdict[str, set[int]](set)
    for number, (one, other) in enumerate(zip(found, gold, strict=True)):
        ours[one].add(number)
        theirs[other].add(number)
    shared = [len(ours[one] & theirs[other]) for one, other in zip(found, gold, strict=True)]
    precision = sum(both / len(ours[one]) for both, one in zip(shared, found, strict=True)) / len(shared)
    recall = sum(both / len(theirs[other]) for both, other in zip(shared, gold, strict=True)) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main(path: Path = EVENTS, *, errors: bool = False) -> None:
    """Print the table; with ``errors`` also each story that was torn apart or put together wrongly."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    articles = [
        Article(row["text"], title=row["title"], url=row["url"], published=datetime.fromisoformat(row["published"]))
        for row in rows
    ]
    stories = cluster(articles)
    found = [0] * len(rows)
    for story, numbers in enumerate(stories):
        for number in numbers:
            found[number] = story
    gold = [row["story"] for row in rows]
    precision, recall, f1 = bcubed(found, gold)
    print(f"stories: {len(rows)} articles of {len(set(gold))} events, {len(stories)} stories found")
    print(f"  BCubed precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    for numbers in stories if errors else ():
        of = {gold[number] for number in numbers}
        if len(of) > 1 or len(numbers) != gold.count(next(iter(of))):
            print("  ", [rows[number]["id"] for number in numbers])


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    main(Path(names[0]) if names else EVENTS, errors="--errors" in sys.argv)
