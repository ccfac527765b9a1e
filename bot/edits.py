"""What people want done with digests, from what they typed or from a form."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Verb = Literal["preview", "run", "retry", "pause", "resume", "skip", "remove", "edit", "sources"]

HELP = """\
/digest: opens a form
/digest weekdays 08:30 Europe/London example.org/feed: the same in one line; a site's address will do
/digest list: those there are, with their numbers
/digest preview 1, run 1, skip 1, pause 1, resume 1, edit 1, remove 1
/digest retry 1: tries again what failed
/digest set 1 stories 5: also points, words, name, schedule, empty (yes or no: whether it says that there is no news)
/digest set 1 words harbour AND (storm OR "sea wall") NOT site:example.org/sport: also lang:de, about:"the sea"
/digest sources 1, add 1 example.org, drop 1 example.org: what digest 1 is made from; a list of feeds (OPML) will do too
/digest export 1: its sources as OPML, for other readers
/digest why example.org/article: what became of an article"""

_SOURCE = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,24}(?:[:/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """Somebody wants to fill in a form."""


@dataclass(frozen=True, slots=True)
class ListThem:
    """Somebody wants to know which there are."""


@dataclass(frozen=True, slots=True)
class HowTo:
    """Somebody wants to know what can be typed."""


@dataclass(frozen=True, slots=True)
class Act:
    """Do something with the digest of that number."""

    verb: Verb
    number: int


@dataclass(frozen=True, slots=True)
class Follow:
    """Add sources to the digest of that number; or, with ``add`` false, take them away."""

    number: int
    sources: tuple[str, ...]
    add: bool = True


Part = Literal["stories", "points", "words", "name", "schedule", "empty"]


@dataclass(frozen=True, slots=True)
class Change:
    """Change one part of the digest of that number; what it is to be, as it was typed."""

    number: int
    part: Part
    value: str


@dataclass(frozen=True, slots=True)
class Export:
    """The sources of the digest of that number, as other programs take them."""

    number: int


@dataclass(frozen=True, slots=True)
class Why:
    """What became of the article behind a link, in the digest of that number, or, with 0, in those of the channel."""

    link: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Create:
    """Set one up; ``changes`` is the number of one that it takes the place of, or 0."""

    schedule: str
    sources: tuple[str, ...]
    name: str = "Briefing"
    words: str = ""
    stories: int = 7
    says_so: bool = False
    changes: int = 0

    def written(self) -> str:
        """It, to be put on record."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Create:
        """What was put on record."""
        said: dict[str, Any] = json.loads(text)
        sources = tuple(map(str, said.pop("sources")))
        return cls(sources=sources, **said)


Edit = Form | ListThem | HowTo | Act | Follow | Change | Export | Why | Create


def parse_edit(text: str) -> Edit:
    """What somebody typed behind ``/digest``. Anything that can be typed is something."""
    words = text.split()
    if not words or words in (["create"], ["new"]):
        return Form()
    first = words[0].lower()
    if first in {"help", "?"}:
        return HowTo()
    if first == "list":
        return ListThem()
    if first == "why" and (links := _sources(" ".join(words[1:]))):
        return Why(links[0], _number(words[1]) if len(words) > 2 else 0)  # noqa: PLR2004 - the word, a number, a link
    if len(words) > 1 and _number(words[1]) and (numbered := _numbered(first, _number(words[1]), words[2:])):
        return numbered
    rest = " ".join(words[1:] if first in {"create", "new"} else words)
    return Create(" ".join(_SOURCE.sub(" ", rest).split()), _sources(rest))


def _numbered(first: str, number: int, rest: list[str]) -> Edit | None:
    """What is to be done with the digest of that number."""
    if first in get_args(Verb):
        return Act(first, number)  # type: ignore[arg-type]  # it is one of them
    if first in {"add", "import", "drop"}:
        return Follow(number, _sources(" ".join(rest)), add=first != "drop")
    if first == "set":
        part = rest[0].lower() if rest else ""
        return Change(number, part, " ".join(rest[1:])) if part in get_args(Part) else HowTo()  # type: ignore[arg-type]  # it is one of them
    return Export(number) if first == "export" else None


def _number(word: str) -> int:
    """The number of a digest, 0 if it is none."""
    bare = word.lstrip("#")[:9]
    return int(bare) if bare.isdecimal() else 0


def _sources(text: str) -> tuple[str, ...]:
    return tuple(found[0].rstrip(",;") for found in _SOURCE.finditer(text))
