"""The answer itself, where it can be cut from the sentence that gives it: a name, a time, a place, a number.

It is cut only where one thing in the sentence can be meant; of several numbers, the one beside what was asked for.
Where the sentence was read together with the question (`summariser.reranking`), what is cut has to be among the words
that were found to answer; and of several it is the one that is.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.kind_words import CURRENCY_SIGNS, YEAR, any_of, date, kind_words, months, number
from summariser.kinds_of_answer import length, money, named_place, share
from summariser.known_as import is_somebody
from summariser.model import Span
from summariser.stems import stem, stems
from summariser.testimony import as_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.questions import Kind, Question
    from summariser.testimony import Testimony

_UNIT = r"(?:[-\s](?:million|billion|thousand|hundred|trillion|m|bn|k)\b)?"
_THING = (
    r"(?:[-\s](?!(?:and|or|of|in|at|on|to|from|by|for|with|that|who|which|is|are|was|were|has|have|had|will|would|und|et|y|e|en|de|"
    r"di)\b)[^\W\d_][\w’'-]*){0,2}"
)
_LED = (
    r"(?<!\w)(?:(?:from|until|till|since|by|on|in|at|before|after|during|between|am|im|um|ab|bis|seit|le|en|à|dès|el|il|"
    r"em|op|om)\s+)?(?:(?:at\s+)?(?:least|the|this|last|next|coming|following|past|previous|early|late|mid|der|dem|den|"
    r"les?|la|el|los|il|o|de|het)\s+){0,4}"
)
_PLACE = (
    r"(?<!\w)(?:in|at|near|from|to|on|outside|across|off|zu|nach|im|am|à|en|dans|al?|nel(?:la)?|em|no|na|te|naar)\s"
    r"(?:the\s|der\s|dem\s|la\s|le\s|el\s|il\s|het\s|de\s)?(?:(?-i:[^\W\d_a-zß-öø-ÿ])[\w’'-]*)(?:\s(?:(?-i:[^\W\d_a-zß-öø-ÿ])[\w’'-]*))*"
)
_MONEY_TWICE = r"(?:\s\([^)]{2,30}\))?"
_LONGEST = 80
_SMALL_WORDS = re.compile(r"(?:no|none|once|both)\b", re.IGNORECASE)  # *no one* is no number of anything
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "his", "i", "we"})
_COUNTING = frozenset({"number", "size", "money", "share"})
_SEVERAL = 2
_FEWEST = 3  # letters of a name by which somebody is found


@cache
def _patterns(language: str | None) -> dict[Kind, re.Pattern[str]]:
    when, some = date(language), number(language)
    patterns: dict[Kind, str] = {
        "when": (
            rf"{_LED}(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?(?:of\s+|de\s+|di\s+)?(?:{when})(?:\s+(?:of\s+|de\s+)?"
            rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\b,?\s*)?(?:{when}))*(?:\.?\s+\d{{1,2}}\b)?(?:,?\s+(?:1[5-9]|20)\d\d\b)?"
        ),
        "money": money(language) + _MONEY_TWICE,
        "share": share(language),
        "length": length(language),
        "number": rf"{some}{_UNIT}{_THING}",
        "size": rf"(?:{money(language)}{_MONEY_TWICE}|(?!(?:1[5-9]|20)\d\d\b){some}{_UNIT}{_THING})",
        "where": _PLACE,
    }
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in patterns.items()}


@cache
def _a_time_alone(language: str | None) -> re.Pattern[str]:
    """*Week* says nothing of when."""
    return re.compile(rf"(?:{any_of(kind_words(language).times)})", re.IGNORECASE)


def short_answer(question: Question, told: Testimony, read: Span | None = None) -> Span | None:
    """Where the article of ``told`` has the answer itself, in that sentence; nothing where that is not plain.

    ``read`` are the words of the article that answer, by who read it.
    """
    if question.kind in {"who", "name"}:
        return _somebody(question, told, read)
    pattern = _patterns(told.article.language).get(question.kind)
    if pattern is None:
        return None
    found = [span for span in _found(pattern, told) if _may_be(question, told, span)]
    if of_year := _of_the_year(question, told, found):
        found = [of_year]
    elif read is not None:
        found = [span for span in found if span.overlaps(read)]
    if question.kind in {"number", "size"} and len(found) > 1:
        counted = {stem(word, told.article.language) for word in question.counted or question.words}
        beside = [span for span in found if counted & set(stems(span.cut(told.article.text), told.article.language))]
        found = beside or found
    return found[0] if len(found) == 1 and found[0].end - found[0].start <= _LONGEST else None


def _of_the_year(question: Question, told: Testimony, found: list[Span]) -> Span | None:
    """Of several numbers the one nearest to the year that is asked about: *41 in 2023 and 22 in 2024*."""
    years = [word for word in question.words if YEAR.fullmatch(word)]
    places = [told.text.find(year) for year in years]
    if question.kind not in _COUNTING or len(found) < _SEVERAL or len(places) != 1 or places[0] < 0:
        return None
    year = Span(told.span.start + places[0], told.span.start + places[0] + len(years[0]))
    return min(found, key=lambda span: max(year.start - span.end, span.start - year.end))


def _found(pattern: re.Pattern[str], told: Testimony) -> list[Span]:
    """What the pattern finds in the sentence; two that only a comma or a space parts are one."""
    text, alone = told.article.text, _a_time_alone(told.article.language)
    every = (_trimmed(text, Span(*match.span())) for match in pattern.finditer(text, told.span.start, told.span.end))
    spans = [span for span in every if not alone.fullmatch(span.cut(text))]
    joined = spans[:1]
    for before, span in pairwise(spans):
        if text[before.end : span.start].strip() in {"", ","}:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _trimmed(text: str, span: Span) -> Span:
    words = span.cut(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip(" ,.;:")))


def _may_be(question: Question, told: Testimony, span: Span) -> bool:
    """Whether it says something that the question doesn't, and of its kind: neither a day nor a person is a place."""
    if _is_asked(question, told, span):
        return False
    said = span.cut(told.article.text)
    match question.kind:
        case "where":
            person = any({*who.split()} & {*said.split()} for who in told.named)
            return not person and named_place(told.article.language).match(said) is not None
        case "number":
            return said[:1] not in CURRENCY_SIGNS and not _SMALL_WORDS.match(said) and not _is_day(told, span)
        case "size":
            return not _SMALL_WORDS.match(said) and not _is_day(told, span)
        case _:
            return True


def _is_day(told: Testimony, span: Span) -> bool:
    """Whether a number is that of a day: *1 May*."""
    days = _day(told.article.language).finditer(told.article.text, told.span.start, told.span.end)
    return any(span.overlaps(Span(*each.span())) for each in days)


@cache
def _day(language: str | None) -> re.Pattern[str]:
    either = months(language)
    return re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?(?:{either})\b|\b(?:{either})\.?\s\d{{1,2}}(?![\d,.]*\d)",
        re.IGNORECASE,
    )


def _is_asked(question: Question, told: Testimony, span: Span) -> bool:
    """Whether the question says it already."""
    asked = {stem(word, told.article.language) for word in question.words}
    said = stems(span.cut(told.article.text), told.article.language)
    return bool(said) and set(said) <= asked


def _somebody(question: Question, told: Testimony, read: Span | None) -> Span | None:
    """The one person whom the sentence names, surely means or surely quotes, and the question doesn't name.

    Where it was read, whoever is named has to be among the words that answer, and whoever is meant to be meant by them.
    """
    asked = {stem(word, told.article.language) for word in question.words}
    if is_somebody(question.words, [told]) or {*question.words} <= question.names:  # *who is Ruth Ellacott?*
        return None
    others = [who for who in told.persons if not {stem(part, told.article.language) for part in who.split()} & asked]
    named = {who: places for who in others if (places := list(_named(who, told)))}
    if read is not None:
        answering = [who for who, places in named.items() if any(each.overlaps(read) for each in places)]
        if not answering and (told.quote is not None or _points(told, read)):
            answering = [who for who in others if who not in named]
    else:
        answering = others
    return _in_full(answering[0], told) if len(answering) == 1 else None


def _points(told: Testimony, read: Span) -> bool:
    """Whether the words that answer are a pronoun."""
    return not _PRONOUNS.isdisjoint(read.cut(told.article.text).lower().split())


def _named(who: str, told: Testimony) -> Iterator[Span]:
    """Where the sentence has somebody's name, or its last word."""
    parts = [who, who.rsplit(maxsplit=1)[-1]]
    for part in (part for part in parts if len(part) >= _FEWEST):
        for found in as_words(part).finditer(told.text):
            yield Span(told.span.start + found.start(), told.span.start + found.end())


def _in_full(who: str, told: Testimony) -> Span | None:
    """The full name: in the sentence, or else where the article gives it first."""
    text, whole = told.article.text, as_words(who)
    found = whole.search(text, told.span.start, told.span.end) or whole.search(text)
    return Span(*found.span()) if found else None
