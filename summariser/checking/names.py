"""The names of a point: whether the evidence has each, or means it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.attribution.tags import Tag, tag
from summariser.checking.case import heard, surveyed
from summariser.checking.days import months, weekdays
from summariser.checking.failure import Failure
from summariser.kindred import kindred
from summariser.lexicon import lexicon
from summariser.stems import stem
from summariser.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.attribution.people import Person
    from summariser.checking.case import Case
    from summariser.checking.reading import Reading, Word

_SPEAKING = Tag.ROLE | Tag.HONORIFIC | Tag.TITLE | Tag.BODY
_ROOT = 4
"""Letters a people's name and its country's share: *Norwegians*, *Norway*."""

_NOUNS = ("ung", "heit", "keit", "schaft", "tion", "ismus", "nis", "tät", "chen", "ling", "ent", "ment")
"""Endings that only common nouns of German have."""

_SHORT = {"US": "american"}
"""What a word is short for that is another in small letters."""

_WRITING = frozenset(("i", "my", "me", "we", "our"))
"""Words by which whoever writes tells of themselves."""

_PLACES = frozenset(("in", "aus", "nach", "bei"))
_PLACED = frozenset(("von", "der", "des", "vom"))
_LINKS = frozenset(
    ("of", "de", "du", "des", "da", "do", "del", "della", "di", "van", "von", "der", "den", "and", "the", "la", "le")
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words with capitals, from ``start`` to before ``end``."""

    start: int
    end: int


def wrong_names(case: Case) -> Iterator[Failure]:
    """The names that the evidence neither has nor means."""
    known = _known(case)
    for name in names(case.point, case):
        missing = [at for at in range(name.start, name.end) if not _is_known(case.point.words[at], known, case)]
        if any(not (_is_from(at, known, case) or _is_owner(at, case)) for at in missing) or _is_elsewhere(name, case):
            said = case.point.cut(name.start, name.end)
            yield Failure("name", said, f"The evidence does not name {said}.")


def names(reading: Reading, case: Case) -> Iterator[Name]:
    """The runs of capitals that are names, titles and roles before them left out."""
    at = 0
    while at < len(reading.words):
        end = at
        while end < len(reading.words) and (
            _is_name_word(reading, end, case) or (end > at and _joins(reading, end, case))
        ):
            end += 1
        if end > at:
            yield Name(at, end)
        at = max(end, at + 1)


def _joins(reading: Reading, at: int, case: Case) -> bool:
    return reading.low(at) == "-" and at + 1 < len(reading.words) and _is_name_word(reading, at + 1, case)


def _is_name_word(reading: Reading, at: int, case: Case) -> bool:
    word = reading.words[at]
    if word.sort != "w" or not word.capital or (len(word.text) == 1 and word.low in SMALL):
        return False
    language = reading.language
    if word.low in months(language) or word.low in weekdays(language):
        return False
    tags = tag(word.text, word.low, lexicon(language))
    if tags & _SPEAKING and not tags & Tag.PARTICLE:
        return False
    if word.small or (word.low in SMALL and word.first):
        return False
    if language == "de":
        return _is_german_name(reading, at, case)
    return not word.first or _is_name_first(reading, at, case)


def _is_name_first(reading: Reading, at: int, case: Case) -> bool:
    """Whether the first word of a sentence has its capital for its own sake."""
    after = reading.words[at + 1] if at + 1 < len(reading.words) else None
    if after is not None and after.sort == "w" and after.capital and not after.small:
        return True
    return _is_named_in(case, reading.words[at])


def _is_named_in(case: Case, word: Word) -> bool:
    """Whether the article writes a word with a capital only, and somewhere not at the head of a sentence."""
    return word.low in _capitals(case)


def _capitals(case: Case) -> frozenset[str]:
    found, small = set[str](), set[str]()
    for line in surveyed(case.article).scene.lines:
        for at, token in enumerate(line.tokens):
            if token.kind != "w":
                continue
            if not token.capital:
                small.add(token.low)
            elif line.firsts[at] != at:
                found.add(token.low)
    return frozenset(found - small)


def _is_german_name(reading: Reading, at: int, case: Case) -> bool:
    """Whether a capital is a name's where every noun has one: it stands with another, or bare behind *in*, *aus*."""
    word = reading.words[at]
    if any(
        _is_person_word(word.low, person) for person in surveyed(case.article).scene.people.people if person.is_person
    ):
        return True
    before, after = (
        reading.words[at - 1] if at else None,
        reading.words[at + 1] if at + 1 < len(reading.words) else None,
    )
    if word.low.endswith(_NOUNS):
        return False
    near = [
        other
        for other in (before, after)
        if other is not None and other.sort == "w" and other.capital and not other.first
    ]
    beside = any(not other.low.endswith(_NOUNS) and not other.small for other in near)
    placed = before is not None and before.low in _PLACES and not (after is not None and after.low in _PLACED)
    return beside or placed


def _is_person_word(low: str, person: Person) -> bool:
    return low in person.words


def _known(case: Case) -> frozenset[str]:
    """The words that the evidence has or means, in lower case."""
    known = {word.low for word in case.evidence.words if word.sort == "w"}
    meant = {
        part for told in case.told for name in (*told.people, *told.named, *told.speakers) for part in _parts(name)
    }
    return frozenset(known | meant | _spoken_of(case) | _in_full(case, known))


def _in_full(case: Case, known: set[str]) -> set[str]:
    """All of the names of those whom the evidence calls by their surname, or by what they alone in the article are."""
    people = [person for person in surveyed(case.article).scene.people.people if person.is_person]
    heads = Counter(head for person in people for head in {*person.heads})
    found = set[str]()
    for person in people:
        if person.words[-1] in known or any(head in known and heads[head] == 1 for head in person.heads):
            found |= {*person.words}
    return found


def _parts(name: str) -> Iterator[str]:
    yield from (part.lower().strip(".,’'") for part in name.replace("-", " ").split())


def _spoken_of(case: Case) -> set[str]:
    """What the article is about, and what the sentence before the evidence names, where that only points at it."""
    read = surveyed(case.article)
    persons = {part for person in read.scene.people.people if person.is_person for part in person.words}
    if not any(told.named or told.speakers for told in case.told):
        persons = set[str]()
    found = set[str]()
    told = heard(case.article)
    opening = [case.article.title or "", *(each.text for each in told[:2])]
    chosen = {each.span for each in case.told}
    for before, after in pairwise(told):
        if after.span in chosen and before.paragraph == after.paragraph:
            opening.append(before.text)
    for text in opening:
        found |= {part for word in text.split() if word[:1].isupper() for part in _parts(word) if part not in persons}
        found |= {part.removesuffix("'s").removesuffix("’s") for part in found}
    if not any(told.people for told in case.told) or any(word.low in _WRITING for word in case.evidence.words):
        found |= set(_parts(case.article.byline or ""))  # who writes of what they saw
    topic = read.scene.people.topic
    if topic is not None and _points(case):
        found |= set(topic.words)
    return found


def _points(case: Case) -> bool:
    """Whether the evidence has a *he*, a *she* or a *his*."""
    lex = lexicon(case.article.language)
    return any(lex.pronouns.get(word.low) in ("f", "m") or word.low in lex.possessives for word in case.evidence.words)


def _is_known(word: Word, known: frozenset[str], case: Case) -> bool:
    if word.sort != "w" or word.low in known or word.low in SMALL:
        return True
    low = word.low
    if stem(low, case.article.language) in {
        stem(other, case.article.language) for other in known if other[:1] == low[:1]
    }:
        return True
    return any(_is_people_of(low, other) for other in known if other[:_ROOT] == low[:_ROOT] and len(other) >= _ROOT)


def _is_owner(at: int, case: Case) -> bool:
    """*Calder's finance director*, in an article about Calder: whose something is may be told by its opening."""
    word = case.point.words[at]
    opening = " ".join((case.article.title or "", *(each.text for each in heard(case.article)[:1])))
    return word.text.endswith(("'s", "’s")) and word.low in opening.lower().split()


def _is_elsewhere(name: Name, case: Case) -> bool:
    """*Born in Glenmarrow*, where the evidence has *born in* another place, and not that one."""
    words = case.point.words
    if name.start < 2 or words[name.end - 1].low in {word.low for word in case.evidence.words}:  # noqa: PLR2004 - born, in
        return False
    link, head = words[name.start - 1], words[name.start - 2]
    lex = lexicon(case.point.language)
    if not head.telling or not (link.low in lex.prepositions or (link.low in lex.conjunctions and head.capital)):
        return False
    there = case.evidence.words
    return any(
        one.stem == head.stem and two.low == link.low and three.capital and not three.small
        for one, two, three in zip(there, there[1:], there[2:], strict=False)
    )


def _is_from(at: int, known: frozenset[str], case: Case) -> bool:
    """*A British observer*, where Britain sent one: unless the evidence calls that same thing another people's."""
    word, language = case.point.words[at], case.point.language
    alike = kindred(stem(_SHORT.get(word.text, word.low), language), language)
    if not alike & {stem(other, language) for other in known}:
        return False
    after = case.point.words[at + 1].stem if at + 1 < len(case.point.words) else ""
    beside = (one for one, two in pairwise(case.evidence.words) if two.stem == after and one.capital and not one.small)
    return all(one.stem in alike for one in beside)


def _is_people_of(low: str, other: str) -> bool:
    """Whether one is the people's name or adjective, or another case, of the other: *Norwegian*, *Norway*."""
    shorter = min(len(low), len(other))
    shared = next((at for at in range(shorter) if low[at] != other[at]), shorter)
    return shared >= _ROOT and shared * 3 >= shorter * 2
