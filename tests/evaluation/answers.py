"""How well questions are answered: found in the passages, recognised as not answered, answered wrongly.

`python -m tests.evaluation.answers [FILE…] [--errors]` measures on the questions in seeds/questions, and on files in
SQuAD's format (XQuAD): there each question is also put to the rest of its article, and to another article's paragraph.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.answers import answer
from summariser.model import Article
from summariser.reading import read_text
from summariser.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summariser.model import Answer

SEEDS = Path(__file__).parents[2] / "seeds"
_SETS = ("everyday", "first", "second", "third", "fourth", "fifth", "sixth", "abroad", "overseas")
SETS = tuple(SEEDS / "questions" / f"{name}.jsonl" for name in _SETS)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the articles it is put to, and the passages one of which has to be shown; none, if there is none."""

    ident: str
    text: str
    articles: tuple[Article, ...]
    passages: tuple[str, ...]
    answers: tuple[str, ...]
    kind: str


@cache
def article(name: str) -> Article:
    """The sample of that name: an article, a report of an event, or an article that came with its questions."""
    if name.startswith("questions:"):
        text = (SEEDS / "questions" / "articles" / f"{name.removeprefix('questions:')}.txt").read_text()
        return read_text(text).article
    if name.startswith("events:"):
        events = map(json.loads, (SEEDS / "stories" / "events.jsonl").read_text().splitlines())
        found = next(each for each in events if each["id"] == name.removeprefix("events:"))
        return Article(found["text"], title=found["title"], language="en")
    return read_text((SEEDS / "articles" / f"{name}.txt").read_text()).article


def of_samples(path: Path) -> Iterator[Question]:
    """Our questions."""
    for line in path.read_text().splitlines():
        row = json.loads(line)
        articles = tuple(map(article, row["articles"]))
        yield Question(row["id"], row["question"], articles, tuple(row["passage"]), tuple(row["answer"]), row["kind"])


def of_squad(path: Path) -> Iterator[Question]:
    """Each question put to its own paragraph, to all the others of its article, and to one of the next article."""
    every = json.loads(path.read_text())["data"]
    for number, one in enumerate(every):
        texts = [paragraph["context"] for paragraph in one["paragraphs"]]
        elsewhere = every[(number + 1) % len(every)]["paragraphs"][0]["context"]
        for at, paragraph in enumerate(one["paragraphs"]):
            rest = tuple(Article(text, language="en") for other, text in enumerate(texts) if other != at)
            for row in paragraph["qas"]:
                gold = row["answers"][0]
                said = _sentence(paragraph["context"], gold["answer_start"])
                own = (Article(paragraph["context"], language="en"),)
                yield Question(row["id"], row["question"], own, (said,), (gold["text"],), "own paragraph")
                whole = (own[0], *rest)
                yield Question(row["id"], row["question"], whole, (said,), (gold["text"],), "whole article")
                yield Question(row["id"], row["question"], rest, (), (), "rest of its article")
                other = (Article(elsewhere, language="en"),)
                yield Question(row["id"], row["question"], other, (), (), "another article")


def _sentence(text: str, start: int) -> str:
    """The sentence that an answer begins in."""
    return next(each.span.cut(text) for each in sentences(text, "en") if each.span.start <= start < each.span.end)


def outcome(question: Question, found: Answer) -> str:
    """ "found", "missed" or "wrong" where there is an answer; "silent" or "made up" where there is none."""
    if not question.passages:
        return "made up" if found.answered else "silent"
    if not found.answered:
        return "missed"
    shown = [" ".join(each.text.split()) for each in found.passages]
    gold = [" ".join(each.split()).strip("“”‘’\"'«»„") for each in question.passages]
    return "found" if any(one in other or other in one for one in shown for other in gold) else "wrong"


def measured(questions: Iterable[Question], *, errors: bool = False) -> dict[str, Counter[str]]:
    """How many questions of each kind came out how; with ``errors`` those that went wrong are printed."""
    counts = dict[str, Counter[str]]()
    for question in questions:
        found = answer(question.text, question.articles)
        how = outcome(question, found)
        counts.setdefault(question.kind, Counter())[how] += 1
        counts[question.kind]["short"] += found.short is not None
        right = found.said is not None and any(_same(found.said, each) for each in question.answers)
        counts[question.kind]["short right"] += right
        if errors and how not in {"found", "silent"}:
            print(f"  {question.ident} {how} {found.confidence:.2f} {question.text}")
    return counts


def _same(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one in other or other in one


def table(name: str, counts: dict[str, Counter[str]], *, by_kind: bool) -> None:
    """Print it: a line for all, and one for each kind if wanted."""
    total = sum(counts.values(), Counter[str]())
    rows = [*sorted(counts.items()), ("all", total)] if by_kind else [("all", total)]
    print(f"answers: {name}")
    print(f"  {'kind':20}  asked  found  missed  wrong   none there  recognised  made up   cut out, right")
    for kind, each in rows:
        asked = each["found"] + each["missed"] + each["wrong"]
        none = each["silent"] + each["made up"]
        found, recognised = _share(each["found"], asked), _share(each["silent"], none)
        print(
            f"  {kind:20}  {asked:5}  {found}  {each['missed']:6}  {each['wrong']:5}   {none:10}  {recognised:>10}  "
            f"{each['made up']:7}   {each['short']:3}, {each['short right']:3}"
        )
    wrong, every = total["wrong"] + total["made up"], sum(total[how] for how in _HOW)
    print(f"  wrong answers given, of all: {_share(wrong, every).strip()}")


_HOW = ("found", "missed", "wrong", "silent", "made up")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:4.0f}%" if whole else "    –"


def main(paths: Sequence[Path], *, errors: bool) -> None:
    """Print the tables."""
    for path in SETS:
        table(f"our {path.stem} questions", measured(of_samples(path), errors=errors), by_kind=True)
    for path in paths:
        table(path.name, measured(of_squad(path), errors=errors), by_kind=True)


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:] if not each.startswith("-")], errors="--errors" in sys.argv)
