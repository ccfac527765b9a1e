"""How well the gate tells what is borne out from what is not: by kind, on points written for the sample articles.

`first` to `sixth` are for working on the gate. `seventh` is held out: only its table is printed, never a line of it.
`small` is what a real small model wrote, SmolLM2-135M-Instruct, and what became of it by our judgement. The files
in seeds/gate/more are measured where they are named: they are large.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summariser.language import detect
from summariser.model import Article, Span
from summariser.reading import read_text
from summariser.support import failures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.support import Failure

SEEDS = Path(__file__).parents[2] / "seeds"
_SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "small")
FILES = tuple(SEEDS / "gate" / f"{name}.jsonl" for name in _SETS)
_HELD_OUT = "seventh.jsonl"
_EVENT, _LEARNING = "events:", "learning:"


def judged(path: Path) -> Iterator[tuple[dict[str, Any], tuple[Failure, ...]]]:
    """Every point of a file with what the gate finds in it."""
    for line in path.read_text().splitlines():
        row = json.loads(line)
        article = _holding(row["article"], row["evidence"])
        spans = [span for sentence in row["evidence"] if (span := _place(sentence, article.text))]
        language = article.language if row["kind"] == "language" else row["lang"]
        yield row, failures(row["text"], spans, article, language=language)


def sample(name: str) -> Article:
    """A sample article by its name, or the report of an event by its."""
    return _events()[name] if name in _events() else _article(name, raw=False)


def _holding(name: str, evidence: Sequence[str]) -> Article:
    """The article as it is read; as it was pasted, where a sentence of the evidence is taken off in reading."""
    if name.startswith(_EVENT):
        return _events()[name.removeprefix(_EVENT)]
    if name.startswith(_LEARNING):
        return _learning()[name.removeprefix(_LEARNING)]
    article = _article(name, raw=False)
    return article if all(_place(sentence, article.text) for sentence in evidence) else _article(name, raw=True)


@cache
def _article(name: str, *, raw: bool) -> Article:
    return read_text((SEEDS / "articles" / f"{name}.txt").read_text(), raw=raw).article


@cache
def _events() -> dict[str, Article]:
    rows = [json.loads(line) for line in (SEEDS / "stories" / "events.jsonl").read_text().splitlines()]
    return {
        row["id"]: Article(
            row["text"],
            title=row["title"],
            url=row["url"],
            published=datetime.fromisoformat(row["published"]),
            language=detect(row["text"]),
        )
        for row in rows
    }


@cache
def _learning() -> dict[str, Article]:
    """The articles that questions are learnt on, two sentences a paragraph."""
    files = sorted((SEEDS / "questions" / "learning").glob("*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text().splitlines()]
    return {row["id"]: Article(_paragraphs(row["sentences"]), language="en") for row in rows}


def _paragraphs(sentences: Sequence[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def _place(sentence: str, text: str) -> Span | None:
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    return Span(found.start(), found.end()) if found else None


def main(path: Path, *, errors: bool = False) -> None:
    """Print the table of one file; with ``errors`` each point judged wrongly, unless the file is held out."""
    rejected, passed = defaultdict[str, list[bool]](list), defaultdict[str, list[bool]](list)
    wrong: list[tuple[dict[str, Any], tuple[Failure, ...]]] = []
    for row, found in judged(path):
        (rejected if row["faithful"] else passed)[row["kind"]].append(bool(found) if row["faithful"] else not found)
        if bool(found) is row["faithful"]:
            wrong.append((row, found))
    good, bad = sum(map(len, rejected.values())), sum(map(len, passed.values()))
    print(f"gate: {path.name}, {good + bad} points")
    _print("borne out, and rejected", rejected)
    _print("not borne out, and let through", passed)
    for row, found in wrong if errors and path.name != _HELD_OUT else ():
        print(f"  {row['id']} {row['kind']}: {row['text']}")
        for failure in found:
            print(f"      {failure.kind}: {failure.said}: {failure.why}")


def _print(title: str, table: dict[str, list[bool]]) -> None:
    wrong, count = sum(map(sum, table.values())), sum(map(len, table.values()))
    print(f"  {title}: {wrong} of {count}, {wrong / max(1, count):.1%}")
    for kind, several in sorted(table.items()):
        if any(several):
            print(f"    {kind} {sum(several)} of {len(several)}")
    clean = [f"{kind} {len(several)}" for kind, several in sorted(table.items()) if not any(several)]
    print(f"    none of: {', '.join(clean)}")


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    for each in given or FILES:
        main(each, errors="--errors" in sys.argv)
