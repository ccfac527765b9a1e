"""The sample pages against their gold: ``python -m tests.evaluation.pages [--errors] [--per-page] [NAME ...]``.

Ours beside trafilatura's defaults and readability-lxml, on the same bytes and in the same run. What a reader has no
answer for (readability knows no authors) is shown as –, not as wrong.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from adapters.web.model import Document
from tests.evaluation.page_readers import READERS, Given, ours_uncleaned
from tests.evaluation.page_scores import Overlap, left_in, lost, overlap, same_names, same_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PAGES = Path(__file__).resolve().parents[2] / "seeds" / "pages"

LEAKED = 0.5
"""A hidden text has leaked when at least this share of it stands in what was read."""


class Page(NamedTuple):
    """A page as it is served, and its gold."""

    name: str
    document: Document
    gold: dict[str, Any]


@dataclass(slots=True)
class Score:
    """What was counted over the pages for one reader, and each miss in words."""

    bodies: list[tuple[str, Overlap]] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)


def pages(folder: Path = PAGES, names: Iterable[str] = ()) -> list[Page]:
    """The sample articles of ``folder`` whose names begin with one of ``names``, or all."""
    chosen = tuple(names)
    found: list[Page] = []
    for path in sorted(folder.glob("*.json")):
        if chosen and not path.stem.startswith(chosen):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        body = path.with_suffix(".html").read_bytes()
        found.append(Page(path.stem, Document(body, gold["url"], gold["content_type"]), gold))
    return found


def measure(reader: str, articles: list[Page], others: list[Page]) -> Score:
    """Read every page and compare; ``others`` are the pages without an article."""
    score = Score()
    for page in articles:
        started = perf_counter()
        given = READERS[reader](page.document)
        score.seconds += perf_counter() - started
        if reader == "ours" and not given.refusal:
            given = Given(given.text, given.facts, ours_uncleaned(page.document))
        _compare_text(score, page, given)
        _compare_facts(score, page, given)
    for page in others:
        given = READERS[reader](page.document)
        wanted = page.gold["kind"] if isinstance(page.gold["kind"], list) else [page.gold["kind"]]
        named = given.refusal or ("paywall" if given.facts.get("paywall") is True else "article")
        _count(score, "told apart", right=named in wanted if reader == "ours" else given.refusal is not None)
        if reader == "ours" and named not in wanted:
            score.misses.append(f"{page.name}: {named}, not {' or '.join(wanted)}")
    return score


def _compare_text(score: Score, page: Page, given: Given) -> None:
    gold = page.gold
    body = overlap(gold["body"], given.text)
    score.bodies.append((page.name, body))
    if given.refusal:
        score.misses.append(f"{page.name}: refused as {given.refusal}")
    elif body.f1 < 0.98:  # what is worth looking at
        score.misses.append(f"{page.name}: body F1 {body.f1:.3f}, P {body.precision:.3f}, R {body.recall:.3f}")
    for appeal in gold["appeals"]:
        left, of = left_in(appeal, given.text, gold["body"])
        score.counts.update({"appeal left": left, "appeal": of})
        if left:
            score.misses.append(f"{page.name}: {left} of {of} left of the appeal {appeal[:70]!r}")
    for hidden in gold["hidden"]:
        left, of = left_in(hidden, given.text, gold["body"])
        if left and left >= LEAKED * of:
            score.counts["leaked"] += 1
            score.misses.append(f"{page.name}: leaked {hidden[:70]!r}")
    if given.uncleaned is not None:
        gone, had = lost(gold["body"], given.uncleaned, given.text)
        score.counts.update({"lost": gone, "had": had})
        if gone:
            score.misses.append(f"{page.name}: cleaning lost {gone} of {had} words of the body")


def _compare_facts(score: Score, page: Page, given: Given) -> None:
    gold = page.gold
    for fact, answer in given.facts.items():
        wanted = gold[fact]
        text = answer if isinstance(answer, str) else None
        match fact:
            case "title" | "site":
                right = same_title(wanted, text)
            case "authors":
                right = same_names(wanted, text)
            case "published":
                right = text in _days(wanted)
            case "updated":
                right = text in _days(wanted or gold["published"]) or text is wanted is None
            case "paywall":
                right = answer is wanted or (wanted is None and answer is False)
            case _:
                right = answer == wanted
        _count(score, fact, right=right)
        if not right:
            score.misses.append(f"{page.name}: {fact} {answer!r}, not {wanted!r}")
    if given.refusal:  # no answer at all is a wrong one to what the reader answers elsewhere
        for fact in score.asked.keys() & {"title", "authors", "published"}:
            _count(score, fact, right=False)


def _count(score: Score, what: str, *, right: bool) -> None:
    score.asked[what] += 1
    score.right[what] += right


def _days(stamp: str) -> set[str]:
    """The day of a date; of a moment, the day where it was published and the day in UTC, for both name it rightly."""
    when = datetime.fromisoformat(stamp)
    return {stamp[:10]} if when.tzinfo is None else {stamp[:10], when.astimezone(UTC).date().isoformat()}


def report(scores: dict[str, Score]) -> str:
    """The table: a line a measure, a column a reader."""
    rows: list[tuple[str, list[str]]] = [("", list(scores))]
    picks: dict[str, Callable[[Overlap], float]] = {
        "body F1, mean": lambda body: body.f1,
        "  precision": lambda body: body.precision,
        "  recall": lambda body: body.recall,
    }
    for label, pick in picks.items():
        rows.append((label, [f"{fmean(pick(body) for _, body in s.bodies):.3f}" for s in scores.values()]))
    rows += [
        (fact, [_share(s.right[fact], s.asked[fact]) for s in scores.values()])
        for fact in ("title", "published", "updated", "authors", "site", "language", "canonical", "paywall")
    ]
    counts = [s.counts for s in scores.values()]
    rows += [
        ("appeals removed", [_share(c["appeal"] - c["appeal left"], c["appeal"], ".1%") for c in counts]),
        ("body words lost by cleaning", [_share(c["lost"], c["had"], ".2%") for c in counts]),
        ("hidden texts leaked", [str(c["leaked"]) for c in counts]),
        ("not articles, told apart", [_share(s.right["told apart"], s.asked["told apart"]) for s in scores.values()]),
        ("pages a second", [f"{len(s.bodies) / s.seconds:.0f}" for s in scores.values()]),
    ]
    return "\n".join(f"{label:<28}" + "".join(f"{cell:>13}" for cell in cells) for label, cells in rows)


def per_page(scores: dict[str, Score]) -> str:
    """The F1 of each page, a column a reader."""
    names = [name for name, _ in next(iter(scores.values())).bodies]
    columns = [dict(score.bodies) for score in scores.values()]
    return "\n".join(f"{name:<28}" + "".join(f"{column[name].f1:>13.3f}" for column in columns) for name in names)


def _share(part: int, whole: int, form: str = ".3f") -> str:
    return format(part / whole, form) if whole else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description="The sample pages against their gold.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only pages whose names begin so, for example 07")
    parser.add_argument("--errors", action="store_true", help="show each miss of ours")
    parser.add_argument("--per-page", action="store_true", help="show the F1 of each page")
    options = parser.parse_args()
    logging.disable(logging.ERROR)  # readability and trafilatura log what they can't parse
    articles, others = pages(names=options.names), pages(PAGES / "not-articles", options.names)
    for reader in READERS.values():
        reader(articles[0].document)  # what is loaded at first use is no part of a page's time
    scores = {reader: measure(reader, articles, others) for reader in READERS}
    if options.errors:
        print("\n".join(scores["ours"].misses))
    if options.per_page:
        print(per_page(scores))
    print(f"{len(articles)} articles, {len(others)} other pages")
    print(report(scores))


if __name__ == "__main__":
    main()
