"""The sample feeds beside feedparser, in the same run: ``python -m tests.evaluation.feeds [--errors]``.

What either of the two finds, how far ours agrees with the gold, and how fast both are on ordinary feeds. A headline
is lost when feedparser finds its title, and its link where it gives a web address, and ours has no such headline.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]  # no types are published

from adapters.feeds.parse import parse
from adapters.feeds.plain import line
from bot.errors import NotAFeed

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.feeds.model import Feed, Headline

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "feeds"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADDRESS = "https://sandmouth-courier.example/feed.xml"
ROUNDS = 5
"""Times each feed is read by either; the fastest counts, so that a busy machine doesn't."""


@dataclass(slots=True)
class Score:
    """What was counted over the feeds of one kind; each miss in words."""

    files: int = 0
    ours: int = 0
    theirs: int = 0
    lost: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds a feed, by feedparser, by ours, and by ours when every summary and text is asked for as well."""

    name: str
    theirs: float
    ours: float
    read: float


def read(name: str, gold: dict[str, Any]) -> Feed | None:
    """One of the sample feeds, or ``None`` if it is refused as no feed."""
    body = (SEEDS / name).read_bytes()
    try:
        return parse(body, url=ADDRESS, content_type=gold.get("content_type"), now=NOW)
    except NotAFeed:
        return None


def theirs(name: str, gold: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Titles and links as feedparser gives them, titles flattened as ours are."""
    headers = {"content-type": gold.get("content_type") or "application/xml", "content-location": ADDRESS}
    found: Any = feedparser.parse(BytesIO((SEEDS / name).read_bytes()), response_headers=headers)
    return [(line(entry.get("title", "")), entry.get("link")) for entry in found.entries]


def lost(name: str, gold: dict[str, Any]) -> list[tuple[str, str | None]]:
    """What feedparser finds in that feed and ours doesn't."""
    feed = read(name, gold)
    left = list(feed.headlines) if feed else []
    missing: list[tuple[str, str | None]] = []
    for title, link in theirs(name, gold):
        same = next((each for each in left if _same(each, title, link)), None)
        if same is None:
            missing.append((title, link))
        else:
            left.remove(same)
    return missing


def _same(ours: Headline, title: str, link: str | None) -> bool:
    """A title counts as found without the characters that only show a wrong encoding; none is made up for its lack."""
    plain = "".join(title.split()).replace("\ufffd", "")
    if plain and plain not in "".join(ours.title.split()) and _letters(plain) != _letters(ours.title):
        return False
    return not link or not link.startswith("http") or link.replace("\0", "") == ours.link


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


def measure() -> dict[str, Score]:
    """Every sample feed, by kind."""
    scores: dict[str, Score] = defaultdict(Score)
    for name, gold in json.loads((SEEDS / "gold.json").read_text(encoding="utf-8")).items():
        score = scores[gold["kind"]]
        feed, missing = read(name, gold), lost(name, gold)
        score.files += 1
        score.ours += len(feed.headlines) if feed else 0
        score.theirs += len(theirs(name, gold))
        score.lost += len(missing)
        score.misses += [f"{name}: lost {each}" for each in missing]
        for what, wanted, given in differences(gold, feed):
            score.gold["all"] += 1
            score.gold["right"] += wanted == given
            if wanted != given:
                score.misses.append(f"{name}: {what}: wanted {wanted!r}, given {given!r}")
    return scores


def differences(gold: dict[str, Any], feed: Feed | None) -> list[tuple[str, object, object]]:
    """What the gold says, and what ours gives for it."""
    pairs: list[tuple[str, object, object]] = [("a feed", gold["feed"], feed is not None)]
    if feed is None or not gold["feed"]:
        return pairs
    heads = feed.headlines
    if gold["headlines"] is not None:
        pairs.append(("headlines", gold["headlines"], len(heads)))
    given: dict[str, Callable[[Headline], object]] = {
        "titles": lambda head: head.title,
        "links": lambda head: head.link,
        "idents": lambda head: head.ident,
        "published": lambda head: head.published.isoformat() if head.published else None,
        "summaries": lambda head: head.summary,
        "texts": lambda head: head.text,
    }
    for what, get in given.items():
        if gold.get(what) is not None:
            pairs += [(what, *pair) for pair in zip(gold[what], map(get, heads), strict=False)]
    return pairs


def speeds() -> list[Speed]:
    """Each ordinary feed, best of a few rounds."""
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    return [_speed(name) for name, each in gold.items() if each["kind"].startswith("ordinary")]


def _speed(name: str) -> Speed:
    body = (SEEDS / name).read_bytes()

    def ours() -> Feed:
        return parse(body, url=ADDRESS, content_type=None, now=NOW)

    def everything() -> list[object]:
        return [(head.summary, head.text) for head in ours().headlines]

    return Speed(name, _best(lambda: feedparser.parse(BytesIO(body)), 1), _best(ours, 20), _best(everything, 2))


def _best(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, (time.perf_counter() - begun) / times)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description="The sample feeds beside feedparser.")
    parser.add_argument("--errors", action="store_true", help="show each miss")
    options = parser.parse_args()
    scores = measure()
    print(f"{'':16}{'files':>6}{'ours':>7}{'feedparser':>12}{'lost':>6}{'gold':>15}")
    for kind, score in scores.items():
        agreed = f"{score.gold['right']} of {score.gold['all']}"
        print(f"{kind:16}{score.files:6}{score.ours:7}{score.theirs:12}{score.lost:6}{agreed:>15}")
        if options.errors and score.misses:
            print("\n".join(f"    {miss}" for miss in score.misses))
    files, losses = sum(s.files for s in scores.values()), sum(s.lost for s in scores.values())
    right, said = sum(s.gold["right"] for s in scores.values()), sum(s.gold["all"] for s in scores.values())
    print(f"{files} files, {losses} headlines lost, gold {right / said:.2%}\n")
    kinds: dict[str, list[Speed]] = defaultdict(list)
    for each in speeds():
        kinds[each.name.removeprefix("ordinary-").split(".")[0].rstrip("-0123456789")].append(each)
        if not each.name.endswith(".json"):  # feedparser reads none
            kinds["all but JSON"].append(each)
    print(f"{'feeds a second':20}{'feedparser':>11}{'ours':>8}{'factor':>8}{'texts read too':>16}")
    for kind, several in sorted(kinds.items()):
        slow, fast, full = (sum(getattr(s, part) for s in several) for part in ("theirs", "ours", "read"))
        count = len(several)
        print(f"{kind:20}{count / slow:11.1f}{count / fast:8.0f}{slow / fast:8.0f}{slow / full:16.0f}")


if __name__ == "__main__":
    main()
