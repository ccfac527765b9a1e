"""Whether who speaks without a name, by what they are, is in the article, and is who speaks in the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.case import named_in, stems_of
from summariser.checking.descriptions import is_who
from summariser.checking.failure import Failure
from summariser.checking.saying import UNSPOKEN
from summariser.kindred import kindred
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading
    from summariser.checking.voices import Voice

_ANYBODY = words(
    "people others critics official officials spokesman spokeswoman spokesperson authorities company firm government",
    "author authors writer columnist reporter witness witnesses leader head boss chief organisation group body agency",
    "woman man speaker source sources fans supporters crowd team colleague colleagues élu élue",
)
"""Who anybody may be called."""


def wrong_unnamed(case: Case) -> Iterator[Failure]:
    """*Doctors confirmed*, of whom the article has none; *the judge said*, where the prosecutor did."""
    for voice in () if case.foreign else case.our_voices:
        stranger = _stranger(case, voice)
        if stranger:
            yield Failure("attribution", f"{stranger} {voice.low}", f"The article has no {stranger}.")
            return
        other = _another(case, voice)
        if other:
            yield Failure("attribution", f"{voice.who} {voice.low}", f"In the evidence it is {other} who says so.")
            return


def _stranger(case: Case, voice: Voice) -> str | None:
    """Whoever speaks by what they are, if nothing in the article comes near: *doctors confirmed*."""
    language = case.article.language
    if any(case.point.words[at].capital and not case.point.words[at].first for at in voice.whose):
        return None  # who is named is looked at by their name
    known = stems_of(case.article)
    for at in voice.whose:
        word = case.point.words[at]
        if (word.capital and not word.first) or word.low in _ANYBODY or not is_who(word, case.point.language):
            continue
        alike = {word.stem} | kindred(word.stem, language) | case.same.get(word.stem, frozenset())
        return None if alike & known else word.text
    return None


def _another(case: Case, voice: Voice) -> str | None:
    """Who speaks in the evidence by what they are, where the point has others speak: *the prosecutor*, *the judge*."""
    ours = _roles(case.point, voice.whose, case)
    theirs = [each for each in case.their_voices if each.low not in UNSPOKEN and each.who]
    known = [_roles(case.evidence, each.whose, case) for each in theirs]
    if not ours or not theirs or not all(known) or any(told.speakers for told in case.told):
        return None
    language, there = case.point.language, {word.stem for word in case.evidence.words}
    alike = (({one} | kindred(one, language) | case.same.get(one, frozenset())) & there for one in ours)
    return None if any(alike) else theirs[0].who


def _roles(reading: Reading, whose: range, case: Case) -> frozenset[str]:
    """The stems of what whoever speaks is; of nobody, if they are named."""
    told = [reading.words[at] for at in whose]
    if any(word.low in named_in(case.article) for word in told):
        return frozenset()
    return frozenset(word.stem for word in told if word.low not in _ANYBODY and is_who(word, reading.language))
