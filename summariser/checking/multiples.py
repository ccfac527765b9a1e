"""How many times as much, and numbers of which only the size is told: *twice*, *dozens*."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

from summariser.checking.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading

_MULTIPLES: dict[str, str] = {
    "en": (
        "2=twice,double,doubled,doubles,doubling,twofold 3=thrice,triple,tripled,tripling,treble,trebled,threefold "
        "4=quadruple,quadrupled,fourfold 5=fivefold 10=tenfold"
    ),
    "de": (
        "2=zweimal,doppelt,doppelte,doppelten,verdoppelt,verdoppelte 3=dreimal,dreifach,dreifache,verdreifacht "
        "4=viermal,vervierfacht 5=fünfmal 10=zehnmal"
    ),
    "fr": "2=double,doublé,doubler,doublera 3=triple,triplé,tripler,triplera",
    "es": "2=doble,duplicar,duplicó,duplicará,duplica 3=triple,triplicar,triplicó,triplicará,triplica",
    "it": "2=doppio,raddoppiare,raddoppiato,raddoppiata 3=triplo,triplicare,triplicato,triplicata",
    "pt": "2=dobro,duplicar,duplicou,duplicará 3=triplo,triplicar,triplicou,triplicará",
    "nl": "2=tweemaal,dubbel,dubbele,verdubbeld,verdubbelt,verdubbelde 3=driemaal,drievoudig,verdrievoudigd",
}
_ROUGH: dict[str, str] = {
    "en": "12=dozens 100=hundreds 1000=thousands",
    "de": "12=dutzende,dutzenden 100=hunderte,hunderten 1000=tausende,tausenden",
    "fr": "12=dizaines 100=centaines 1000=milliers",
    "es": "12=decenas 100=cientos,centenares 1000=miles",
    "it": "12=decine 100=centinaia 1000=migliaia",
    "pt": "12=dezenas 100=centenas 1000=milhares",
    "nl": "12=tientallen,dozijnen 100=honderden 1000=duizenden",
}
_CLOSE = 0.05
"""How far the ratio of two numbers may be from what is called *double*, as a share."""

_ABOVE = 0.3
"""The same for what is *more than double*."""

_WIDE = 1_000
"""How much more a number may be than the *hundreds* that it is called."""


def wrong_multiples(case: Case) -> Iterator[Failure]:
    """*Twice as much*, *thousands of appeals*, where the evidence has neither that nor numbers that come to it."""
    theirs = {value for _, value in multiples(case.evidence)}
    for at, value in multiples(case.point):
        known = value in theirs or any(figure.value == value for figure in case.theirs)
        above = case.point.low(at - 1) == "than"  # "more than twice"
        if not known and not _is_ratio(value, case.theirs, above=above):
            yield Failure(
                "figure", case.point.words[at].text, "The evidence has no number that is so many times another."
            )
    rough = {value for _, value in _of(case.evidence, _ROUGH)}
    for at, value in _of(case.point, _ROUGH):
        if value not in rough and not any(value <= figure.value < value * _WIDE for figure in case.theirs):
            yield Failure("figure", case.point.words[at].text, "The evidence has no number of that size.")


def multiples(reading: Reading) -> list[tuple[int, float]]:
    """How many times as much, and where it says so: *twice*, *tenfold*, *three times*."""
    return _of(reading, _MULTIPLES)


def _of(reading: Reading, table: dict[str, str]) -> list[tuple[int, float]]:
    known = _read(table.get(reading.language or "en", table["en"]))
    return [(at, known[word.low]) for at, word in enumerate(reading.words) if word.low in known]


@cache
def _read(entries: str) -> dict[str, float]:
    """The number that each word is: *2=twice,double*."""
    return {
        word: float(value)
        for entry in entries.split()
        for value, _, several in (entry.partition("="),)
        for word in several.split(",")
    }


def _is_ratio(value: float, known: tuple[Figure, ...], *, above: bool) -> bool:
    """Whether a number of the evidence is so many times another of the same measure."""
    pairs = permutations((figure for figure in known if figure.size), 2)
    return any(
        (one.unit.of if one.unit else "") == (two.unit.of if two.unit else "")
        and -_CLOSE * value <= one.size / two.size - value <= (_ABOVE if above else _CLOSE) * value
        for one, two in pairs
    )
