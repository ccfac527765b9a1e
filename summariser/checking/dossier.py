"""What an article says that somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.case import heard
from summariser.checking.reading import read
from summariser.stems import stem

if TYPE_CHECKING:
    from summariser.attribution.people import Person
    from summariser.checking.case import Case
    from summariser.checking.reading import Reading


_AROUND = 12
"""Words on each side of a name that may say who they are."""


def dossier(case: Case, person: Person) -> frozenset[str]:
    """The stems of what the article says around each mention of somebody, and of what the evidence calls them."""
    found = set[str]()
    language = case.article.language
    for role in (person.role or "", *person.heads, person.name):
        found |= {stem(word, language) for word in role.lower().split()}
    last = person.words[-1].rsplit("-", 1)[-1]
    for told in heard(case.article):
        if person.name in told.people or last in {word.lower() for word in told.words}:
            found |= _near(read((told.text,), language), last) | _party(told.text)
    meant = {name for told in case.told for name in told.people}
    pointed = person.name in meant
    for told in case.told:
        if pointed and (person.name in told.people) and last not in told.text.lower():
            found |= {word.stem for word in read((told.text,), language).words if word.sort == "w"}
    return frozenset(found)


def _party(text: str) -> set[str]:
    """*(R-Ohio)*, as American papers have it."""
    return {party for sign, party in (("(R-", "republican"), ("(D-", "democrat")) if sign in text}


def _near(reading: Reading, last: str) -> set[str]:
    places = [at for at, word in enumerate(reading.words) if word.low == last]
    found = set[str]()
    for place in places:
        found |= {word.stem for word in reading.words[max(0, place - _AROUND) : place + _AROUND] if word.sort == "w"}
    return found
