"""What somebody typed to the bot, taken for what it most likely is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

MOST_BESIDE_A_LINK = 25
"""Words around a link that are a remark on it. With more, the text itself is what was meant, link and all."""

LONGEST_QUESTION = 60
"""Words. Nobody asks about an article in more; a pasted article has more."""

LONGEST_IN_THREAD = 200
"""Words. In a thread about an article people explain what they ask, in paragraphs too."""


@dataclass(frozen=True, slots=True)
class Link:
    """The address of an article, as it was typed."""

    url: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """The text of an article."""

    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be answered from the articles at hand."""

    text: str


Forgettable = Literal["thread", "article", "me", "workspace"]


@dataclass(frozen=True, slots=True)
class Forget:
    """Something is to be forgotten; ``link`` is the article's. ``sure`` is whether they said yes to it."""

    what: Forgettable
    link: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Speak:
    """Briefings here are to be in the language of that name; where it is empty, somebody wants to know which it is."""

    language: str


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody wants to know what can be typed."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Only white space."""


Typed = Link | Pasted | Question | Speak | Forget | Help | Nothing

_URL = re.compile(r"[a-z][a-z0-9+.-]{1,15}://[^\s<>\"“”«»]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,24}(?:[:/?#]\S*)?", re.IGNORECASE)
_SPEAK = re.compile(r"language(?:[\s:]+(?P<which>[^\W\d]+))?[.!?]*", re.IGNORECASE)
_FORGET = re.compile(r"/?forget\s+(?:this\s+)?(?P<what>\S+(?:\s+yes)?)[.!]?", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_~…"
_HELP = frozenset({"help", "hilfe", "aide", "ayuda", "ajuda", "aiuto", "?", "hi", "hello", "hallo", "bonjour", "hola"})


def parse(text: str, *, in_thread: bool = False) -> Typed:
    """What ``text`` is; anything that can be typed is something. ``in_thread``: in a thread about articles."""
    text = text.strip()
    if not text:
        return Nothing()
    if text.casefold().rstrip("!.") in _HELP:
        return Help()
    if found := _SPEAK.fullmatch(text):
        return Speak(found["which"] or "")
    if (wish := _FORGET.fullmatch(text)) and (asked := parse_forget(wish["what"])):
        return asked
    if link := first_link(text):
        beside = len(_URL.sub(" ", text).split())
        if beside <= MOST_BESIDE_A_LINK:
            return Link(link)
        return Question(text) if in_thread and beside <= LONGEST_IN_THREAD else Pasted(text)
    if _BARE.fullmatch(text):
        return Link(f"https://{text}")
    long = len(text.split()) > (LONGEST_IN_THREAD if in_thread else LONGEST_QUESTION)
    if long or ("\n\n" in text and not in_thread):
        return Pasted(text)
    return Question(text)


def parse_forget(text: str) -> Forget | None:
    """What is to be forgotten, from what was typed behind ``/forget``; ``None`` if it says nothing of the kind."""
    first, *rest = text.split() or [""]
    sure = [each.casefold() for each in rest] == ["yes"]
    if rest and not sure:
        return None
    what = first.casefold()
    if what in get_args(Forgettable) and what != "article":
        return Forget(what, sure=sure)  # type: ignore[arg-type]  # it is one of them
    link = first_link(first) or (f"https://{first}" if _BARE.fullmatch(first) else "")
    return Forget("article", link, sure) if link else None


def first_link(text: str) -> str | None:
    """The first address in ``text``, without the punctuation of the sentence it stands in."""
    found = _URL.search(text)
    return _without_punctuation(found[0]) if found else None


def _without_punctuation(url: str) -> str:
    while url:
        bare = url.rstrip(_TRAILING)
        for opening, closing in ("()", "[]"):
            if bare.endswith(closing) and bare.count(closing) > bare.count(opening):
                bare = bare[:-1]
        if bare == url:
            break
        url = bare
    return url
