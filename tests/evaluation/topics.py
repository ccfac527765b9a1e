"""How well reports are told by what they are about: precision, recall and F1 over the sample reports and topics."""

from __future__ import annotations

import json

from summariser.embedding import about
from tests.evaluation.stories import EVENTS

TOPICS = EVENTS.with_name("topics.json")


def main() -> None:
    """Print the table: each topic, then all together."""
    rows = [json.loads(line) for line in EVENTS.read_text().splitlines()]
    gold: dict[str, list[str]] = json.loads(TOPICS.read_text())
    found = about([*gold], [f"{row['title']}. {row['text']}" for row in rows])
    print(f"topics: {len(rows)} reports, {len(gold)} topics")
    every = [0, 0, 0]
    for topic, events in gold.items():
        taken = [topic in each for each in found]
        belongs = [row["story"] in events for row in rows]
        right = sum(one and other for one, other in zip(taken, belongs, strict=True))
        every = [sum(pair) for pair in zip(every, (right, sum(taken), sum(belongs)), strict=True)]
        print(f"  {topic:32}  {right:2} right of {sum(taken):2} taken, {sum(belongs):2} that belong")
    right, taken_all, belong = every
    precision, recall = right / taken_all, right / belong
    f1 = 2 * precision * recall / (precision + recall)
    print(f"  {'all':32}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
