"""How well reports are told by what they are about: topics that somebody asks for, and sections of a newspaper."""

from __future__ import annotations

import json

from summariser.embedding import about
from summariser.sections import section_of
from tests.evaluation.stories import EVENTS

TOPICS, SECTIONS = EVENTS.with_name("topics.json"), EVENTS.with_name("sections.json")


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
    of_event: dict[str, str] = json.loads(SECTIONS.read_text())
    pairs = [(section_of("", f"{row['title']}. {row['text']}"), of_event[row["story"]]) for row in rows]
    named, belong = [pair for pair in pairs if pair[0]], sum(bool(wanted) for _, wanted in pairs)
    right = sum(given == wanted for given, wanted in named)
    print(f"sections, by text alone: {right} right of {len(named)} given, {belong} that have one")


if __name__ == "__main__":
    main()
