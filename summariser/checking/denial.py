"""Whether a point denies what its evidence denies, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.beside import overlap, surroundings
from summariser.checking.denying import CONCORD, WITHOUT
from summariser.checking.direction import denials
from summariser.checking.failure import Failure
from summariser.checking.negators import carries, negative_of, negators
from summariser.checking.numerals import numerals
from summariser.checking.poles import poles_of
from summariser.kindred import kindred

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.negators import Negator
    from summariser.checking.reading import Reading

_MARKS = frozenset('“”„"«»')
_NEAREST = 2
"""Of the words that a negator may deny, those that it surely does."""


def wrong_denials(case: Case) -> Iterator[Failure]:
    """Negations that the point lost, and those that it made up."""
    if case.foreign:
        yield from _foreign(case)
        return
    ours, theirs = negators(case.point), negators(case.evidence)
    for negator in theirs:
        if negator.sort == "verb" or _is_doubled(case, negator, theirs, ours):
            continue
        lost = [
            (at, place)
            for place in negator.focus[: _NEAREST + 1]
            if (at := _counterpart(case.evidence, case.point, place, case, back=True)) is not None
            and _counterpart(case.point, case.evidence, at, case, back=False) in {place, None}
        ]
        if lost and _is_lost(negator, [(place, at) for at, place in lost], case):
            said = case.point.cut(lost[0][0], lost[0][0] + 1)
            yield Failure("negation", said, f"The evidence says {_shown(case.evidence, negator)}.")
            return
    for negator in ours:
        if negator.sort == "verb" or (negator.sort == "denying" and theirs):
            continue
        added = [
            (at, place)
            for at in negator.focus[: _NEAREST + 1]
            if (place := _counterpart(case.point, case.evidence, at, case, back=False)) is not None
        ]
        if added and not _is_denied_too(negator, case) and _is_lost(negator, added, case, back=True):
            shown = _shown(case.point, negator)
            yield Failure("negation", shown, "The evidence does not deny that.")
            return


def _is_denied_too(negator: Negator, case: Case) -> bool:
    """Whether the evidence, which says it of somebody or something, denies it somewhere: *dropped*, *didn't drop*."""
    nearest = case.point.words[negator.focus[0]].stem if negator.focus else ""
    return any(case.evidence.words[place].stem == nearest for place in denials(case.evidence))


def _is_doubled(case: Case, negator: Negator, theirs: Sequence[Negator], ours: Sequence[Negator]) -> bool:
    """Whether two denials make an assertion: *nobody leaves without a year's pay*, *everyone gets it*."""
    sentence = case.evidence.sentence_of(negator.at)
    return (
        not ours
        and case.evidence.language not in CONCORD
        and sum(other.at in sentence and other.sort == "plain" for other in theirs) % 2 == 0
        and negator.sort == "plain"
    )


def _is_lost(negator: Negator, found: list[tuple[int, int]], case: Case, *, back: bool = False) -> bool:
    """Whether no word that a negator denies here is denied there, nor its opposite there; here and there in pairs."""
    reading = case.evidence if back else case.point
    denied_here, denied_there = denials(case.point if back else case.evidence), denials(reading)
    pairs = [(mine, yours) for mine, yours in found if mine in denied_here]
    if not pairs or any(yours in denied_there for _, yours in pairs):
        return False
    here = [mine for mine, _ in found]
    first = {negator.focus[0] for negator in negators(case.point if back else case.evidence) if negator.focus}
    source = case.point if back else case.evidence
    near = {reading.words[yours].clause + step for _, yours in pairs for step in (-1, 0, 1)}
    sentences = {reading.words[yours].sentence for _, yours in pairs}
    clauses = {
        at
        for at, word in enumerate(reading.words)
        if word.sentence in sentences and (word.clause in near or here[0] not in first)
    }
    for other in negators(reading):
        if other.focus == (other.at,) or other.at not in clauses:
            continue
        if other.sort == "verb":
            if any(reading.words[other.at].clause == reading.words[yours].clause for _, yours in pairs):
                return False
        elif not _is_used(other, reading, source, case, back=back):
            return False
    prefixed = any(negative_of(source.words[mine].low, source.language) for mine, _ in pairs)
    return prefixed or not _has_opposite(source, [*here, *negator.focus], reading, clauses)


def _is_used(negator: Negator, reading: Reading, source: Reading, case: Case, *, back: bool) -> bool:
    """Whether a negator is the other text's own, of another word."""
    denied = denials(source)
    head = next(iter(negator.focus), None)
    if head is None:
        return False
    other = _counterpart(reading, source, head, case, back=not back)
    return other is not None and other in denied


def _has_opposite(source: Reading, here: list[int], reading: Reading, clauses: set[int]) -> bool:
    """Whether a denied word's opposite stands there: *did not rise*, *fell*."""
    ends = {pole for at in here for pole in poles_of(source.words[at].low, source.words[at].stem, source.language)}
    for place in clauses:
        word = reading.words[place]
        if any((axis, 1 - end) in ends for axis, end in poles_of(word.low, word.stem, reading.language)):
            return True
    return False


def _counterpart(source: Reading, other: Reading, place: int, case: Case, *, back: bool) -> int | None:
    """Where the other text has the word at ``place``, in the same surroundings."""
    word = source.words[place]
    if (
        word.sort != "w"
        or word.low in numerals(source.language)
        or (word.capital and not word.first and source.language != "de")
    ):
        return None
    base = negative_of(word.low, source.language)
    wanted = {base} if base else {word.stem}
    mine = surroundings(source, place, place + 1)
    best: tuple[bool, float, int] | None = None
    for at, each in enumerate(other.words):
        if (
            each.sort != "w"
            or not carries(each, other.language)
            or each.low in numerals(other.language)
            or (each.capital and not each.first and source.language != "de")
        ):
            continue
        alike = case.same.get(each.stem, frozenset()) if back else case.same.get(word.stem, frozenset())
        found = each.stem in wanted or (not base and (word.stem in alike if back else each.stem in alike))
        turned = negative_of(each.low, other.language)
        found = found or bool(turned and (turned in wanted or kindred(turned, other.language) & wanted))
        if found:
            score = (
                overlap(surroundings(other, at, at + 1), mine, case.same)
                if back
                else overlap(mine, surroundings(other, at, at + 1), case.same)
            )
            exact = each.stem == word.stem  # "no librarian" is not denied of the library
            if best is None or (exact, score) > best[:2]:
                best = (exact, score, at)
    return best[2] if best else None


def _shown(reading: Reading, negator: Negator) -> str:
    start, end = min((negator.at, *negator.focus[:2])), max((negator.at, *negator.focus[:2]))
    return reading.cut(max(0, start - 1), min(len(reading.words), end + 2))


def _until_marks(reading: Reading, at: int) -> range:
    """The words of its sentence around one, to the next quotation mark on each side."""
    start = end = at
    sentence = reading.sentence_of(at)
    while start > sentence.start and reading.words[start - 1].text not in _MARKS:
        start -= 1
    while end < sentence.stop and reading.words[end].text not in _MARKS:
        end += 1
    return range(start, end)


def _foreign(case: Case) -> Iterator[Failure]:
    """In another language: what only one of them denies, where numbers or names tell that it is the same."""
    ours, theirs = negators(case.point), negators(case.evidence)
    plain = [negator for negator in ours if negator.sort == "plain" and negator.focus != (negator.at,)]
    if plain and not theirs:
        yield Failure("negation", _shown(case.point, plain[0]), "The evidence does not deny that.")
    named = {word.low for word in case.point.words if word.sort == "n" or (word.capital and not word.first)}
    for negator in theirs if not ours else ():
        if case.evidence.low(negator.at) in WITHOUT:
            continue  # it denies no more than a way of doing something
        within = {case.evidence.words[place].low for place in _until_marks(case.evidence, negator.at)}
        if within & named:
            yield Failure(
                "negation", case.point.text.strip()[:40], f"The evidence says {_shown(case.evidence, negator)}."
            )
            return
