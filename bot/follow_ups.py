"""What somebody writes in a thread of ours, taken for what it most likely asks.

Most of it is questions. Some asks for something else to be done with the articles: all quotations, a longer briefing,
the link, another language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot import phrases

Threads = Literal["questions", "mentions"]
"""What is answered in a thread of ours: every question, or only what names the bot."""

LONGEST = 60
"""Characters of a request that is no question; what is longer asks something of the article."""

_STRAIGHT = str.maketrans("’‘ʼ`´，", "'''''" + ",")
"""Each for one, so that what somebody typed can be found again."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the articles."""

    text: str


@dataclass(frozen=True, slots=True)
class AllQuotes:
    """Every quotation; of ``who``, as it was typed, where that isn't empty."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """The briefing once more, with so many points; of the ``story`` of that number, where it isn't 0."""

    points: int
    story: int = 0


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The briefing in a language (ISO 639-1); of the ``story`` of that number, where it isn't 0."""

    language: str
    story: int = 0


@dataclass(frozen=True, slots=True)
class TheLink:
    """Where the articles stand."""


@dataclass(frozen=True, slots=True)
class WhyHere:
    """Why it is in the digest."""


@dataclass(frozen=True, slots=True)
class WhatsNew:
    """What the articles say now that they didn't."""


@dataclass(frozen=True, slots=True)
class HowChecked:
    """What was checked before the briefing was posted; that of the ``story`` of that number, where it isn't 0."""

    story: int = 0


FollowUp = Ask | AllQuotes | Again | InLanguage | TheLink | WhyHere | WhatsNew | HowChecked

LONGER, SHORTER = 6, 1
"""Points of a briefing that somebody wants longer, or shorter."""

_HIS = frozenset({"his", "her", "their", "he", "she", "its", "him", "them"})


def parse_follow_up(text: str) -> FollowUp:
    """What ``text`` asks for. Anything that can be typed is something."""
    typed = " ".join(text.split())
    if len(typed) > LONGEST:
        return Ask(text)
    straight = typed.translate(_STRAIGHT)
    if (numbered := phrases.STORY.search(straight)) and (
        asked := _of_a_story(straight[: numbered.start()], int(numbered["number"]))
    ):
        return asked
    return _of_a_story(straight) or _of_all(typed, straight) or Ask(text)


def is_pointed_at(who: str) -> bool:
    """Whether somebody is meant by a word that only points: *his*."""
    return who.lower() in _HIS


def _of_a_story(straight: str, story: int = 0) -> FollowUp | None:
    """What is done with one story."""
    for pattern, asks in (
        (phrases.LONGER, Again(LONGER, story)),
        (phrases.SHORTER, Again(SHORTER, story)),
        (phrases.CHECKED, HowChecked(story)),
    ):
        if pattern.match(straight):
            return asks
    spoken = (code for code, pattern in phrases.IN_LANGUAGE.items() if pattern.match(straight))
    return next((InLanguage(code, story) for code in spoken), None)


def _of_all(typed: str, straight: str) -> FollowUp | None:
    """What is done with all of them; ``straight`` is what was ``typed``, letter for letter."""
    for pattern in phrases.QUOTES:
        if found := pattern.match(straight):
            start, end = found.span("who") if "who" in pattern.groupindex else (0, 0)
            who = typed[max(start, 0) : max(end, 0)].strip(" ,'’")
            return AllQuotes("" if who.lower() in phrases.NOBODY else who)
    for pattern, asks in ((phrases.LINK, TheLink()), (phrases.WHY, WhyHere()), (phrases.NEWS, WhatsNew())):
        if pattern.match(straight):
            return asks
    return None
