"""Whether a number of a point counts what it counts in the evidence: *two pairs*, *18 pallets*."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.checking.numerals import numerals
from summariser.lexicon import lexicon
from summariser.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading

_REACH = 2
"""Words behind a number among which is what it counts."""

_PEOPLE = frozenset(stem(each, "en") for each in ("people", "residents", "inhabitants", "men", "women", "children"))
_GROUPS = frozenset(stem(each, "en") for each in ("households", "families", "homes", "houses", "companies", "schools"))
_MEASURES = frozenset(("grams", "metres", "litre", "gallon", "barrel", "hectare", "acre", "months", "time", "percent"))


def miscounted(case: Case, matched: Sequence[tuple[Figure, list[Figure]]]) -> Iterator[Failure]:
    """Numbers that the evidence has of something else, and another of what they count here."""
    if case.foreign:
        return
    for figure, found in matched:
        said = case.point.cut(figure.start, figure.end)
        things = _counted(case.point, figure)
        if (figure.unit is None or figure.unit.of not in _MEASURES) and figure.form == "number" and things:
            others = [
                other
                for other in case.theirs
                if other.unit == figure.unit
                and not _is_article(case.evidence, other)
                and _are_alike(case, things, _counted(case.evidence, other))
            ]
            if others and not any(other in found for other in others):
                yield Failure("figure", said, f"The evidence says {_shown(case, others[0])}.")
                return
        if any(_is_other_kind(case, figure, other) for other in found):
            yield Failure("figure", said, f"The evidence says {_shown(case, found[0])}.")
            return
        if _is_remeasured(case, figure, found):
            yield Failure("figure", said, f"The evidence says {_shown(case, found[0])}, which is of another measure.")
            return


def _shown(case: Case, figure: Figure) -> str:
    """A number of the evidence with the word behind it."""
    return case.evidence.cut(figure.start, min(figure.end + 1, len(case.evidence.words)))


def _is_other_kind(case: Case, figure: Figure, other: Figure) -> bool:
    """Whether people are made of households, or the other way round."""
    if (case.point.language or "en") != "en" or figure.unit or other.unit:
        return False
    ours, theirs = _counted(case.point, figure), _counted(case.evidence, other)
    return any(set(ours) & one and set(theirs) & two for one, two in permutations((_PEOPLE, _GROUPS)))


def _is_article(reading: Reading, figure: Figure) -> bool:
    """Whether it may be no more than an article: *un*, *eine*; English has a word of its own for it."""
    return figure.value == 1 and reading.language not in {None, "en"}


def _counted(reading: Reading, figure: Figure) -> list[str]:
    """The stem of the first word of sense behind a number, before the next sign or verb."""
    lex = lexicon(reading.language)
    for at in range(figure.end, min(figure.end + _REACH + 1, len(reading.words))):
        word = reading.words[at]
        if word.text == ")":
            continue  # "a 42 billion euro (£36 billion) pool"
        if (
            word.sort == "p"
            or (word.small and word.low not in lex.prepositions)
            or word.low in lex.cues
            or word.capital
        ):
            break
        if word.sort == "n" or word.low in numerals(reading.language):
            continue  # "two of nine members"
        if word.telling:
            return [word.stem]
        if word.low in {"in", "to", "by"}:
            break
    return []


def _are_alike(case: Case, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(other == one or other in case.same.get(one, ()) for one in ours for other in theirs)


def _is_remeasured(case: Case, figure: Figure, found: Sequence[Figure]) -> bool:
    """Whether one of the two texts measures where the other counts things: 18 tonnes, 18 pallets."""
    if figure.unit is None:
        thing = _thing(case.point, figure)
        return (
            bool(thing)
            and not case.same.get(thing)
            and all(other.unit is not None and other.unit.of in _MEASURES and other.form == "number" for other in found)
        )
    if figure.unit.of not in _MEASURES:
        return False
    unit = case.point.words[figure.end - 1].stem
    things = [_thing(case.evidence, other) for other in found if other.unit is None]
    return len(things) == len(found) and all(thing and thing not in case.same.get(unit, ()) for thing in things)


def _thing(reading: Reading, figure: Figure) -> str:
    """The stem of the plural right behind a number, if one stands there."""
    at = figure.end + (reading.low(figure.end) in {"de", "di"})
    word = reading.words[at] if at < len(reading.words) else None
    plural = word is not None and word.telling and not word.capital and word.low.endswith(("s", "en", "i", "e"))
    return word.stem if word is not None and plural else ""
