"""How much of what a point says comes from its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.case import named_in
from summariser.checking.days import from_today, months, parts_of_day, seasons, weekdays
from summariser.checking.failure import Failure
from summariser.checking.numerals import SCALES, numerals
from summariser.checking.poles import poles_of
from summariser.checking.units import units
from summariser.embedding import word_vectors
from summariser.lexicon import lexicon
from summariser.lexicon.model import words
from summariser.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Word

_MOST = 0.5
"""Share of a point's words of sense that nothing in the evidence comes near, from which it fails."""

_MANY, _MOST_OF_MANY = 5, 0.36
"""The same where there are so many of them: of a few words the half may be other ones for the same."""

_MOST_ELSEWHERE = 0.65
"""The same in languages of which no words are known that mean about the same."""

_RUN = 4
"""Words in a row that nothing comes near, from which it fails."""

_RUN_ELSEWHERE = 7
"""The same in those languages."""

_LIGHT = words(
    "let lets go goes went gone come comes came take takes took taken make makes made give gives gave given get",
    "gets got",
    "put puts set sets bring brings brought keep keeps kept hold holds held run runs ran due ahead half way side",
    "place meant rather away towards according instead former himself herself itself themselves force effect",
    "still remains expected happened having",
)
"""Words that say little by themselves: *gave the go-ahead*, *comes into force*."""

_DISTANT = 0.22
"""Cosine below which nothing of the evidence comes near a word."""


def unsupported(case: Case) -> Iterator[Failure]:
    """Too many words that the evidence has not, or too many together."""
    if case.foreign:
        return
    telling = [
        word
        for at, word in enumerate(case.point.words)
        if word.telling and word.low not in SMALL | _LIGHT and not _is_measured(word, case) and not _is_name(at, case)
    ]
    if not telling:
        return
    strange = [word for word in telling if _is_strange(word, case)]
    figures = sum(word.sort == "n" or _is_measured(word, case) for word in case.point.words)
    far = _distant(strange, case)
    run = _longest_run(telling, far)
    most = _MOST if (case.point.language or "en") == "en" else _MOST_ELSEWHERE
    long_enough = len(run) >= (_RUN if (case.point.language or "en") == "en" else _RUN_ELSEWHERE)
    if not long_enough:
        run = []
    if len(strange) >= _MANY:
        most = min(most, _MOST_OF_MANY if (case.point.language or "en") == "en" else _MOST_ELSEWHERE)
    if len(strange) > most * (len(telling) + figures) or run:
        said = " ".join(word.text for word in (run or strange))
        yield Failure("unsupported", said, f"The evidence does not say {said}.")


def _is_name(at: int, case: Case) -> bool:
    """Whether a word has its capital for its own sake: names and titles are looked at by themselves."""
    word, after = case.point.words[at], case.point.words[at + 1 : at + 2]
    leads = any(other.capital for other in after)  # "Central Bank", "Republican Senator"
    its_own = not word.first or word.low in named_in(case.article) or leads
    return word.capital and case.point.language != "de" and its_own


def _is_measured(word: Word, case: Case) -> bool:
    """Whether a word belongs to a number or a date, which are looked at by themselves."""
    language = case.point.language
    tables = (months, weekdays, seasons, parts_of_day, from_today, units, numerals)
    scales = SCALES.get(language or "en", SCALES["en"])
    return word.low in scales or any(word.low in table(language) for table in tables)


def _is_strange(word: Word, case: Case) -> bool:
    """Whether nothing in the evidence means about the same; verbs of saying are looked at by whose they are."""
    return (
        not case.same.get(word.stem)
        and word.low not in lexicon(case.point.language).cues
        and not _is_headed(word, case)
    )


def _is_headed(word: Word, case: Case) -> bool:
    """Whether a word of the evidence goes the same way: *decreased*, *fallen*."""
    ends = poles_of(word.low, word.stem, case.point.language)
    return bool(ends) and any(
        ends & poles_of(other.low, other.stem, case.evidence.language) for other in case.evidence.words
    )


def _distant(strange: list[Word], case: Case) -> set[int]:
    """Those that stand far from every word of the evidence."""
    if case.point.language not in {None, "en"} or not strange:
        return {word.start for word in strange}
    theirs = [word.low for word in case.evidence.words if word.telling]
    if not theirs:
        return {word.start for word in strange}
    near = word_vectors([word.low for word in strange]) @ word_vectors(theirs).T
    return {word.start for word, cosine in zip(strange, near.max(axis=1).tolist(), strict=True) if cosine < _DISTANT}


def _longest_run(telling: list[Word], far: set[int]) -> list[Word]:
    best: list[Word] = []
    run: list[Word] = []
    for word in telling:
        run = [*run, word] if word.start in far else []
        if len(run) > len(best):
            best = run
    return best if len(best) >= _RUN else []
