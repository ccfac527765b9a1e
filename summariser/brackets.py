"""What a sentence leaves to the one before it, put into square brackets in the article's own words.

Two things are put in, and only where one reading is left: the name for a *he* or *she* that opens a sentence, and
what a verb like *joining* leaves out when the sentences before have it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summariser.lexicon.model import words as listed
from summariser.lexicon.names import MEN, WOMEN
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Article, Sentence

Gender = Literal["f", "m"]

_ALONE = 2  # times that a surname stands alone before its bearer is taken for a person
_NEVER = r"(?!)"
_BACK = 3  # sentences in which the one meant is looked for
_NAME = re.compile(
    r"\b(?:(?P<title>Sir|Dame|Lord|Lady|Baroness|Mrs?|Ms|Miss|Herrn?|Frau|M\.|Mme|Mlle|Sra?\.|Mr\.|Mrs\.|Ms\.|"
    r"[Mm]eneer|[Mm]evrouw|[Ss]eñora?|[Ss]ignora?|[Ss]enhora?)\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]*\w(?:\s(?:(?:de|da|do|dos|di|del|van|von|den|der|la|le|ter)\s){0,2}[A-ZÀ-Þ][\w’'-]*\w){0,3})"
)
_MEN = listed("Sir Lord Mr Mr. Herr Herrn M. Sr. meneer señor signor senhor")
_WOMEN = listed("Dame Lady Baroness Mrs Mrs. Ms Ms. Miss Frau Mme Mlle Sra. mevrouw señora signora senhora")
# Not here: "il" and "sie", which stand for things as well, and "ella" and "lei" as polite forms.
_PRONOUNS: dict[str, dict[str, Gender]] = {
    "en": {"he": "m", "she": "f"},
    "de": {"er": "m"},
    "fr": {"elle": "f"},
    "es": {"él": "m", "ella": "f"},
    "it": {"lui": "m"},
    "pt": {"ele": "m", "ela": "f"},
    "nl": {"hij": "m"},
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


@dataclass(frozen=True, slots=True)
class Named:
    """A place where the article names a person; ``full`` is where it first gives the fullest name.

    The gender is what a title or a first name tells, and ``None`` for those whom only their surname, used alone,
    shows to be a person.
    """

    span: Span
    surname: str
    gender: Gender | None
    full: Span


def named(text: str) -> tuple[Named, ...]:
    """Every mention of a person that a title, a first name or a surname used alone shows to be one, in order."""
    found = [_mention(match) for match in _NAME.finditer(text)]
    alone = Counter(surname for _, surname, _, words in found if words == 1)
    known: dict[str, tuple[Gender | None, Span]] = {}
    for span, surname, gender, words in found:
        before = known.get(surname)
        if gender is None and before is None and (words == 1 or alone[surname] < _ALONE):
            continue
        longer = before is None or span.end - span.start > before[1].end - before[1].start
        known[surname] = ((before[0] if before else None) or gender, span if longer or before is None else before[1])
    return tuple(Named(span, surname, *known[surname]) for span, surname, _, _ in found if surname in known)


def _mention(match: re.Match[str]) -> tuple[Span, str, Gender | None, int]:
    words = match["name"].split()
    surname = words[-1].removesuffix("’s").removesuffix("'s")
    span = Span(match.start(), match.end() - len(words[-1]) + len(surname))
    return span, surname, _titled(match["title"]) or _first_name(words), len(words)


def filling(
    article: Article, split: Sequence[Sentence], number: int, start: int, people: Sequence[Named]
) -> Filling | None:
    """What is to be put into sentence ``number``, read from ``start``, so that it can stand alone.

    ``people`` are those named near before it.
    """
    text, end, language = article.text, split[number].span.end, article.language
    pronoun = _pronoun(language).match(text, start, end)
    if pronoun:
        gender = _pronouns(language)[pronoun["who"].lower()]
        meant = {person.surname: person for person in people if person.gender in {gender, None}}
        return Filling(Span(*pronoun.span("who")), next(iter(meant.values())).full) if len(meant) == 1 else None
    verb = _LEFT_OUT.search(text, start, end) if language in {None, "en"} else None
    return _object(text, split, number, verb) if verb else None


def window(split: Sequence[Sentence], number: int) -> int:
    """Where the sentences begin in which the one meant by ``number`` is looked for."""
    first = max(0, number - _BACK)
    return split[first].span.start


def _titled(title: str | None) -> Gender | None:
    if title in _MEN:
        return "m"
    return "f" if title in _WOMEN else None


def _first_name(words: Sequence[str]) -> Gender | None:
    if len(words) < 2:  # noqa: PLR2004
        return None
    first = words[0].lower()
    if (first in MEN) == (first in WOMEN):
        return None
    return "m" if first in MEN else "f"


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


def _pronouns(language: str | None) -> dict[str, Gender]:
    return _PRONOUNS.get(language or "en", {})


@cache
def _pronoun(language: str | None) -> re.Pattern[str]:
    """The pronoun as the first word, or right behind an opening phrase of time or place."""
    choice = "|".join(_pronouns(language))
    return re.compile(
        r"(?:(?:on|in|at|during|after|before|since|last|this) (?:[^\s,]+ ){0,4}[^\s,]+,? )?"
        rf"(?P<who>{choice or _NEVER})\b(?![’'-])",
        re.IGNORECASE,
    )
