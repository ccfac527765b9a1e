"""What a point says that somebody is: their title, role and description, as the article gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.roles import PLAIN_HONORIFICS
from summariser.attribution.tags import Tag, tag
from summariser.checking.case import surveyed
from summariser.checking.dossier import dossier
from summariser.checking.failure import Failure
from summariser.kindred import kindred
from summariser.lexicon import lexicon
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.attribution.people import Person
    from summariser.checking.case import Case
    from summariser.checking.reading import Reading, Word

_RANKED = Tag.ROLE | Tag.HONORIFIC | Tag.TITLE

_BEFORE = 4
"""Words before a name, and behind it, that are read as what they are."""

_ROOT = 5
"""Letters that two words of one root share."""

_LEARNED = words(
    "dr doctor prof professor sir dame lord lady judge sen senator rep gen general col colonel capt captain sgt rev",
    "dott dottor dottoressa professora professore docteur professeur doktor professorin",
)


def wrong_offices(case: Case) -> Iterator[Failure]:
    """What a point calls somebody that the article does not call them."""
    for start, end, called in _called(case):
        person = _whom(case, called)
        if person is None:
            continue
        known = dossier(case, person)
        for at in _offices(case.point, start, end):
            word = case.point.words[at]
            if not _is_borne_out(word, known, case) and not _is_unclaimed(word, person, case):
                name = case.point.cut(start, end)
                why = f"The article does not call {person.name} {word.text}."
                yield Failure("role", f"{word.text} … {name}" if at > end else f"{word.text} {name}", why)
                break


def _called(case: Case) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The places of the point where it names somebody whom the article names."""
    known = surveyed(case.article).scene.people.by_surname
    words = case.point.words
    at = 0
    while at < len(words):
        if words[at].sort == "w" and words[at].capital and words[at].low in _surnames(known):
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
    return reading.words[at].sort == "p" or (reading.words[at].capital and not _is_office(reading, at))


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


def _is_office(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        word.sort == "w"
        and bool(tag(word.text, word.low, lexicon(reading.language)) & _RANKED)
        and word.low not in PLAIN_HONORIFICS
    )


def _offices(reading: Reading, start: int, end: int) -> Iterator[int]:
    """The places of the words that say what somebody is: before their name, or set behind it between commas."""
    at = start - 1
    heads = list[int]()
    while at >= 0 and start - at <= _BEFORE and reading.words[at].sort == "w" and not _closes(reading, at):
        heads.append(at)
        at -= 1
    accused = lexicon(reading.language).accused
    if (
        heads
        and reading.low(heads[0]) in accused
        and reading.low(heads[0] - 1) not in lexicon(reading.language).determiners
    ):
        heads = []  # "she accused Bo Carr"
    if heads and (any(_is_office(reading, head) for head in heads) or reading.words[heads[0]].capital):
        yield from (head for head in heads if not reading.words[head].small or reading.low(head) in _LEARNED)
    if reading.low(end) == "," and not reading.low(end + 1)[:1].isdecimal():
        behind = list[int]()
        for at in range(end + 1, min(end + 2 * _BEFORE + 2, len(reading.words))):
            word = reading.words[at]
            if word.sort == "p" or _ends_description(reading, at):
                break
            behind.append(at)
        head = next((place for place in behind if _is_office(reading, place)), None)
        if head is None and behind and _is_closed(reading, behind):
            head = behind[-1]
        if (
            head is not None
            and head + 1 < len(reading.words)
            and reading.words[head + 1].sort == "w"
            and (
                reading.words[head + 1].capital
                or tag(reading.low(head + 1), reading.low(head + 1), lexicon(reading.language)) & Tag.CUE
            )
        ):
            return  # "Mr Tauber, a spokesman said, …", "in the North Sea, Dame Ruth …"
        opens = behind and (
            reading.low(behind[0]) in lexicon(reading.language).determiners
            or reading.low(behind[0]) not in lexicon(reading.language).accused
        )
        if head is not None and opens:
            yield from (place for place in behind if place <= head and not reading.words[place].small)


def _is_closed(reading: Reading, behind: list[int]) -> bool:
    """Whether a noun phrase stands alone between commas: *Orrin Vale, the ferry's chief cook,*."""
    words = reading.words
    determined = words[behind[0]].low in lexicon(reading.language).determiners or any(
        words[at].text.endswith(("'s", "’s")) for at in behind
    )
    return (
        determined
        and reading.low(behind[-1] + 1) in {",", "."}
        and words[behind[-1]].telling
        and not words[behind[-1]].capital
    )


def _closes(reading: Reading, at: int) -> bool:
    """Whether a word before a name belongs to something else: a verb, a preposition, a pronoun."""
    word = reading.words[at]
    tags = tag(word.text, word.low, lexicon(reading.language))
    other = (
        Tag.PREPOSITION
        | Tag.AUXILIARY
        | Tag.CONJUNCTION
        | Tag.SUBORDINATOR
        | Tag.PRONOUN
        | Tag.RELATIVE
        | Tag.POSSESSIVE
    )
    if word.text.endswith(("'s", "’s")) or tags & Tag.DETERMINER:
        return True
    return bool(tags & other) or (
        bool(tags & (Tag.CUE | Tag.WEAK | Tag.PARTICIPLE | Tag.SOURCE)) and not tags & Tag.ROLE
    )


def _ends_description(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    tags = tag(word.text, word.low, lexicon(reading.language))
    return bool(tags & (Tag.AUXILIARY | Tag.RELATIVE | Tag.SUBORDINATOR)) or (
        bool(tags & (Tag.CUE | Tag.PREPOSITION)) and not tags & Tag.ROLE
    )


def _is_unclaimed(word: Word, person: Person, case: Case) -> bool:
    """Whether the evidence has the word and nobody else is called so: *The crack was found by a painter.*."""
    if word.stem not in {other.stem for other in case.evidence.words} or word.low in _LEARNED:
        return False
    others = (other for other in surveyed(case.article).scene.people.people if other is not person and other.is_person)
    return not any(word.low in other.heads or word.low in (other.role or "").lower().split() for other in others)


def _is_borne_out(word: Word, known: frozenset[str], case: Case) -> bool:
    language = case.article.language
    if word.sort != "w" or word.stem in known or word.low in PLAIN_HONORIFICS:
        return True
    if case.foreign and not (word.capital and word.low in _LEARNED):
        return True
    if word.low in _LEARNED:
        return any(word.low[:3] == other[:3] for other in known)
    lex = lexicon(language)
    gendered = word.low in lex.women or word.low in lex.men
    if not gendered and (kindred(word.stem, language) | case.same.get(word.stem, frozenset())) & known:
        return True
    return any(
        len(other) >= _ROOT and len(word.stem) >= _ROOT and other[:_ROOT] == word.stem[:_ROOT] for other in known
    ) or any(len(other) >= _ROOT and (word.stem.endswith(other) or other.endswith(word.stem)) for other in known)
