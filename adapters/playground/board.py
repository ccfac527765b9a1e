"""What stands in each browser's conversation, for as long as the process lives.

It is kept nowhere else: what threads are about, digests and articles stand in the database as they do for every
platform, and a second place for people's words would be a second place to forget them in.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.model import Digest, Quoted
from summariser.model import Answer, Briefing

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.front_desk import Request
    from bot.model import Post

MOST_ENTRIES = 200
"""In one conversation; the oldest go."""

MOST_BOARDS = 100
"""Conversations of one process; the one that was not looked at for longest goes."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person typed, or pressed."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a conversation. ``again`` is what was asked for and failed, so that it can be tried again."""

    number: int
    thread: str
    what: Said | Post
    again: Request | None = None

    @property
    def articles(self) -> frozenset[str]:
        """The fingerprints of the articles whose words it shows."""
        match self.what:
            case Briefing() | Quoted():
                return frozenset({self.what.article.fingerprint})
            case Answer():
                return frozenset(each.article.fingerprint for each in self.what.passages)
            case Digest():
                return frozenset(each.fingerprint for story in self.what.stories for each in story.articles)
            case _:
                return frozenset()


@dataclass(slots=True)
class Board:
    """One conversation. ``version`` grows with each change; ``doing`` is what is being done, by thread."""

    entries: list[Entry] = field(default_factory=list[Entry])
    doing: dict[str, str] = field(default_factory=dict[str, str])
    verdicts: dict[int, bool] = field(default_factory=dict[int, bool])
    version: int = 0
    _last: int = 0

    def add(self, thread: str, what: Said | Post, again: Request | None = None) -> None:
        """It stands there from now on."""
        self._last += 1
        self.entries = [*self.entries, Entry(self._last, thread, what, again)][-MOST_ENTRIES:]
        self.version += 1

    def begin(self, thread: str, doing: str) -> None:
        """Something is being done in that thread."""
        self.doing[thread] = doing
        self.version += 1

    def end(self, thread: str) -> None:
        """Nothing is any more."""
        self.doing.pop(thread, None)
        self.version += 1

    def judge(self, number: int, *, good: bool) -> None:
        """What the person thinks of the post of that number."""
        self.verdicts[number] = good
        self.version += 1

    def keep_only(self, articles: Collection[str]) -> None:
        """Whatever shows words of another article goes, with what the person said in its thread."""
        gone = {each.thread for each in self.entries if not each.articles <= set(articles)}
        self.entries = [
            each
            for each in self.entries
            if each.articles <= set(articles) and not (isinstance(each.what, Said) and each.thread in gone)
        ]
        self.version += 1

    def find(self, number: int) -> Entry | None:
        """What has that number."""
        return next((each for each in self.entries if each.number == number), None)

    def threads(self) -> list[list[Entry]]:
        """The entries of each thread, in the order in which the threads began."""
        found = dict[str, list[Entry]]()
        for each in self.entries:
            found.setdefault(each.thread, []).append(each)
        return list(found.values())


class Boards:
    """The conversations, each by its name."""

    def __init__(self) -> None:
        self._boards = OrderedDict[str, Board]()

    def of(self, name: str) -> Board:
        """The conversation of that name, which begins now if there is none."""
        board = self._boards.pop(name, None) or Board()
        self._boards[name] = board
        while len(self._boards) > MOST_BOARDS:
            self._boards.popitem(last=False)
        return board
