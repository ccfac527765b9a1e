"""The answer itself, where it can be cut from the sentence that gives it: a name, a time, a place, a number.

It is cut only where one thing in the sentence can be meant; of several numbers, the one beside what was asked for.
Where the sentence was read together with the question (`summariser.reranking`), what is cut has to be among the words
that were found to answer; and of several it is the one that is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.kinds_of_answer import DATE, LONG, MONEY, NUMBER, SHARE, TIMES, any_of
from summariser.model import Span
from summariser.stems import stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.questions import Kind, Question
    from summariser.testimony import Testimony

_UNIT = r"(?:[-\s](?:million|billion|thousand|hundred|trillion|m|bn|k)\b)?"
_THING = (
    r"(?:[-\s](?!(?:and|or|of|in|at|on|to|from|by|for|with|that|who|which|und|et|y|e|en|de|"
    r"di)\b)[^\W\d_][\w’'-]*){0,2}"
)
_LED = (
    r"(?<!\w)(?:(?:from|until|till|since|by|on|in|at|before|after|during|between|am|im|um|ab|bis|seit|le|en|à|dès|el|il|"
    r"em|op|om)\s+)?(?:(?:at\s+)?(?:least|the|this|last|next|coming|following|past|previous|early|late|mid|der|dem|den|"
    r"les?|la|el|los|il|o|de|het)\s+){0,4}"
)
_DATES = (
    rf"{_LED}(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?(?:of\s+|de\s+|di\s+)?(?:{DATE})(?:\s+(?:of\s+|"
    rf"de\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\b,?\s*)?(?:{DATE}))*(?:\s+\d{{1,2}}\b)?(?:,?\s+(?:1[5-9]|20)\d\d\b)?"
)
_PLACE = (
    r"(?<!\w)(?:in|at|near|from|to|on|outside|across|off|zu|nach|im|am|à|en|dans|al?|nel(?:la)?|em|no|na|te|naar)\s"
    r"(?:the\s|der\s|dem\s|la\s|le\s|el\s|il\s|het\s|de\s)?(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*)(?:\s(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*))*"
)
_PATTERNS: dict[Kind, re.Pattern[str]] = {
    "when": re.compile(_DATES, re.IGNORECASE),
    "money": re.compile(MONEY + r"(?:\s\([^)]{2,30}\))?", re.IGNORECASE),
    "share": re.compile(SHARE, re.IGNORECASE),
    "length": re.compile(LONG, re.IGNORECASE),
    "number": re.compile(rf"{NUMBER}{_UNIT}{_THING}", re.IGNORECASE),
    "size": re.compile((
        rf"(?:{MONEY}(?:\s\([^)]{{2,30}}\))?|(?!(?:1[5-9]|20)\d\d\b){NUMBER}{_UNIT}{_THING})"
    ), re.IGNORECASE),
    "where": re.compile(_PLACE),
}  # fmt: skip
_LONGEST = 80
_ALONE = re.compile(rf"(?:{any_of(TIMES)})", re.IGNORECASE)


def short_answer(question: Question, told: Testimony, read: Span | None = None) -> Span | None:
    """Where the article of ``told`` has the answer itself, in that sentence; nothing where that is not plain.

    ``read`` are the words of the article that answer, by who read it.
    """
    if question.kind in {"who", "name"}:
        return _somebody(question, told, read)
    pattern = _PATTERNS.get(question.kind)
    if pattern is None:
        return None
    found = [span for span in _found(pattern, told) if not _is_asked(question, told, span)]
    if read is not None:
        found = [span for span in found if span.overlaps(read)]
    if question.kind in {"number", "size"} and len(found) > 1:
        counted = {stem(word, told.article.language) for word in question.counted or question.words}
        beside = [span for span in found if counted & set(stems(span.cut(told.article.text), told.article.language))]
        found = beside or found
    if len(found) != 1 or found[0].end - found[0].start > _LONGEST:
        return None
    return None if _ALONE.fullmatch(found[0].cut(told.article.text)) else found[0]  # "week" is no time


def _found(pattern: re.Pattern[str], told: Testimony) -> list[Span]:
    """What the pattern finds in the sentence; two that only a comma or an *and* joins are one."""
    text = told.article.text
    spans = [_trimmed(text, Span(*match.span())) for match in pattern.finditer(text, told.span.start, told.span.end)]
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


def _is_asked(question: Question, told: Testimony, span: Span) -> bool:
    """Whether the question says it already."""
    asked = {stem(word, told.article.language) for word in question.words}
    said = stems(span.cut(told.article.text), told.article.language)
    return bool(said) and set(said) <= asked


def _somebody(question: Question, told: Testimony, read: Span | None) -> Span | None:
    """The one whom the sentence names or quotes and the question doesn't; of several, whom the words read name."""
    asked = {stem(word, told.article.language) for word in question.words}
    others = [who for who in told.people if not {stem(part, told.article.language) for part in who.split()} & asked]
    places = list(_named(others, told))
    if len(others) > 1 and read is not None:
        places = [span for span in places if span.overlaps(read)]
        return places[0] if len(places) == 1 else None
    return places[0] if len(others) == 1 and places else None


def _named(people: Sequence[str], told: Testimony) -> Iterator[Span]:
    """Where the article has the full names, in the sentence or else where it gives them first."""
    text = told.article.text
    for who in people:
        at = text.find(who, told.span.start, told.span.end)
        at = at if at >= 0 else text.find(who)
        if at >= 0:
            yield Span(at, at + len(who))
