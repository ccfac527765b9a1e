"""What a sentence leaves to the one before it, put into square brackets in the article's own words.

Two things are put in, and only where one reading is left: the name for a *he* or *she* that opens a sentence, and
what a verb like *joining* leaves out when the sentences before have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summariser.attribution.phrases import Phrase
from summariser.attribution.references import refer
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.people import Person
    from summariser.attribution.survey import Survey
    from summariser.model import Sentence

_NEVER = r"(?!)"
# Not here: "il" and "sie", which stand for things as well, and "ella" and "lei" as polite forms.
_PRONOUNS = {
    "en": ("he", "she"),
    "de": ("er",),
    "fr": ("elle",),
    "es": ("él", "ella"),
    "it": ("lui",),
    "pt": ("ele", "ela"),
    "nl": ("hij",),
}
_VERBS = {"joining": "join", "leaving": "leav", "entering": "enter", "rejoining": "rejoin", "signing": "sign"}
_LEFT_OUT = re.compile(
    rf"\b(?P<verb>{'|'.join(_VERBS)})(?=\s(?:is|are|was|were|has|have|had|would|will|could|if|when|broke|collapsed)\b|[.,])"
)
_OBJECT_ENDS = re.compile(r"[.,;:“”\"?!]|\s(?:if|when|after|before|that|which|who|because|while|but)\b")


@dataclass(frozen=True, slots=True)
class Filling:
    """``gap`` of the article is to be replaced by the words ``by`` of it; an empty gap is filled."""

    gap: Span
    by: Span


def filling(read: Survey, number: int, start: int) -> Filling | None:
    """What is to be put into sentence ``number``, read from ``start``, so that it can stand alone."""
    text, end, language = read.article.text, read.sentences[number].span.end, read.article.language
    pronoun = _pronoun(language).match(text, start, end)
    if pronoun:
        who = Span(*pronoun.span("who"))
        by = _meant(read, who)
        return Filling(who, by) if by else None
    verb = _LEFT_OUT.search(text, start, end) if language in {None, "en"} else None
    return _object(text, read.sentences, number, verb) if verb else None


def _meant(read: Survey, pronoun: Span) -> Span | None:
    """Where the article first gives the full name of the one a pronoun means, if nobody else could be meant."""
    place = read.token_at(pronoun.start)
    if place is None:
        return None
    number, at = place
    found = refer(read.scene, number, Phrase(at, at + 1), ())
    return _full_name(read.article.text, found.person) if found.person is not None and found.sure else None


def _full_name(text: str, person: Person) -> Span | None:
    for span in person.mentions:
        at = text.rfind(person.name, span.start, span.end)
        if at >= 0:
            return Span(at, at + len(person.name))
    return None


def _object(text: str, split: Sequence[Sentence], number: int, verb: re.Match[str]) -> Filling | None:
    """What the same verb has for its object in one of the sentences before."""
    same = re.compile(rf"\b{_VERBS[verb['verb']]}(?:e|ed|ing|s)?\s(?=(?:the|a|an)\s)")
    for earlier in reversed(split[max(0, number - 2) : number]):
        found = same.search(text, earlier.span.start, earlier.span.end)
        if found:
            end = _OBJECT_ENDS.search(text, found.end(), earlier.span.end)
            by = Span(found.end(), end.start() if end else earlier.span.end)
            return Filling(Span(verb.end(), verb.end()), by)
    return None


@cache
def _pronoun(language: str | None) -> re.Pattern[str]:
    """The pronoun as the first word, or right behind an opening phrase of time or place."""
    choice = "|".join(_PRONOUNS.get(language or "en", ()))
    return re.compile(
        r"(?:(?:on|in|at|during|after|before|since|last|this) (?:[^\s,]+ ){0,4}[^\s,]+,? )?"
        rf"(?P<who>{choice or _NEVER})\b(?![’'-])",
        re.IGNORECASE,
    )
