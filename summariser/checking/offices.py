"""What a point says that somebody is: their title, role and description, as the article gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.roles import PLAIN_HONORIFICS
from summariser.attribution.tags import Tag, tag
from summariser.checking.case import surveyed
from summariser.checking.descriptions import LEARNED, descriptions, is_office
from summariser.checking.dossier import dossier
from summariser.checking.failure import Failure
from summariser.checking.moods import moods
from summariser.kindred import kindred
from summariser.lexicon import lexicon
from summariser.lexicon.model import words
from summariser.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.attribution.people import Person
    from summariser.checking.case import Case
    from summariser.checking.reading import Reading, Word

_COMPOUNDED = frozenset(
    stem(each, "de") for each in ("minister", "ministerin", "chef", "chefin", "präsident", "sprecher")
)

_BODIES = words("bank ministry department union council company club party agency board")

_ROOT = 5
"""Letters that two words of one root share."""


_RECIPROCAL = {
    "sister": ("brother", "sister"), "brother": ("sister", "brother"), "wife": ("husband",), "husband": ("wife",),
    "widow": ("husband", "wife"), "widower": ("wife", "husband"), "mother": ("son", "daughter", "child"),
    "father": ("son", "daughter", "child"), "son": ("father", "mother"), "daughter": ("father", "mother"),
    "former": ("retired", "former", "ex"), "retired": ("former", "ex"),
}  # fmt: skip
"""What somebody is whom the article calls another's: her brother is a sister's."""

_FORMAL = words("executive director chairman chairwoman president secretary treasurer economist")
"""Titles that no other word stands for: who is called a *boss* need not be the chief executive."""


def wrong_offices(case: Case) -> Iterator[Failure]:
    """What a point calls somebody that the article does not call them."""
    surnames = _surnames(surveyed(case.article).scene.people.by_surname)
    for start, end, called in _called(case, surnames):
        person = _whom(case, called)
        if person is None:
            continue
        known = dossier(case, person)
        for at in descriptions(case.point, start, end, surnames):
            word = case.point.words[at]
            mood = word.low in moods(case.point.language)  # "möchte Verkehrsminister Brandstetten"
            if mood or _is_modifier(case, at, end) or _is_borne_out(word, known, case):
                continue
            if not _is_unclaimed(word, person, case):
                name = case.point.cut(start, end)
                why = f"The article does not call {person.name} {word.text}."
                yield Failure("role", f"{word.text} … {name}" if at > end else f"{word.text} {name}", why)
                break


def _is_modifier(case: Case, at: int, end: int) -> bool:
    """*Water ministry spokesman*: of which body, before an office, may be told anywhere in the article."""
    text, low = case.article.text.lower(), case.point.low(at)
    if at + 1 >= end:
        return False
    if _is_body(case.point, at):
        return is_office(case.point, at + 1) and low in text
    return _is_body(case.point, at + 1) and f"{low} {case.point.low(at + 1)}" in text


def _is_body(reading: Reading, at: int) -> bool:
    tags = tag(reading.words[at].text, reading.low(at), lexicon(reading.language))
    return bool(tags & Tag.BODY) or reading.low(at) in _BODIES


def _called(case: Case, surnames: frozenset[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The places of the point where it names somebody whom the article names."""
    words = case.point.words
    at = 0
    while at < len(words):
        if words[at].sort == "w" and words[at].capital and words[at].low in surnames:
            start = at
            while _goes_on(case.point, start - 1):
                start -= 1
            if words[start].sort == "p":
                start += 1
            yield start, at + 1, tuple(word.low for word in words[start : at + 1])
        at += 1


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a name goes on to the left: a capital that is no office, or a hyphen."""
    if at < 0 or (reading.words[at].sort == "p" and reading.words[at].text != "-"):
        return False
    return reading.words[at].sort == "p" or (reading.words[at].capital and not is_office(reading, at))


def _surnames(known: dict[str, list[Person]]) -> frozenset[str]:
    return frozenset(part for surname in known for part in (surname, surname.rsplit("-", 1)[-1]))


def _whom(case: Case, words: tuple[str, ...]) -> Person | None:
    people = surveyed(case.article).scene.people
    same = [
        person
        for person in people.people
        if person.words[-1].rsplit("-", 1)[-1] == words[-1] and (person.is_person or len(person.words) > 1)
    ]
    return same[0] if len({person.name for person in same}) == 1 else None


def _is_unclaimed(word: Word, person: Person, case: Case) -> bool:
    """Whether the evidence has the word and nobody else is called so: *The crack was found by a painter.*."""
    if word.stem not in {other.stem for other in case.evidence.words} or word.low in LEARNED:
        return False
    others = (other for other in surveyed(case.article).scene.people.people if other is not person and other.is_person)
    return not any(word.low in other.heads or word.low in (other.role or "").lower().split() for other in others)


def _is_borne_out(word: Word, known: frozenset[str], case: Case) -> bool:
    language = case.article.language
    if word.sort != "w" or word.stem in known or word.low in PLAIN_HONORIFICS:
        return True
    if language in {"de", "nl"} and _is_another_compound(word, known):
        return False
    if case.foreign and not (word.capital and word.low in LEARNED):
        return True
    if word.low in LEARNED:
        return any(word.low[:3] == other[:3] for other in known)
    if any(stem(each, language) in known for each in _RECIPROCAL.get(word.low, ())):
        return True
    lex = lexicon(language)
    gendered = word.low in lex.women or word.low in lex.men or word.low in _FORMAL
    if not gendered and (kindred(word.stem, language) | case.same.get(word.stem, frozenset())) & known:
        return True
    return any(
        len(other) >= _ROOT and len(word.stem) >= _ROOT and other[:_ROOT] == word.stem[:_ROOT] for other in known
    ) or any(len(other) >= _ROOT and (word.stem.endswith(other) or other.endswith(word.stem)) for other in known)


def _is_another_compound(word: Word, known: frozenset[str]) -> bool:
    """*Umweltminister*, who is called *Verkehrsminister*: the same office of something else."""
    if word.low.endswith("präsident") and not any(other.endswith("präsident") for other in known):
        return True  # "Ministerpräsident" is no "Minister"
    return any(
        word.stem.endswith(base) and other.endswith(base) and word.stem != other and base not in {word.stem, other}
        for base in _COMPOUNDED
        for other in known
    )
