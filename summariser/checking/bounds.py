"""How exactly a number is meant: at least, at most, more than, nearly, about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from summariser.lexicon.model import words

if TYPE_CHECKING:
    from summariser.checking.reading import Reading

Bound = Literal["", "least", "most", "above", "below", "nearly", "about", "exactly", "during"]

_PHRASES: dict[str, dict[Bound, str]] = {
    "en": {
        "least": (
            "at least,no fewer than,no less than,not less than,a minimum of,minimum of,or more,or older,upwards of"
        ),
        "most": (
            "at most,no more than,not more than,up to,as much as,as many as,a maximum of,maximum of,or "
            "less,or fewer,or younger"
        ),
        "above": (
            "more than,over,above,greater than,better than,exceed,exceeds,exceeding,exceeded,in excess of,older "
            "than,longer than,higher than,larger than,topped,surpass,surpasses,surpassing,surpassed"
        ),
        "below": "less than,fewer than,under,below,younger than,shorter than,lower than,smaller than",
        "nearly": "nearly,almost,just under,just short of,close to,not quite,approaching",
        "about": (
            "about,around,some,roughly,approximately,an estimated,estimated,or so,circa,in the region of,give or take"
        ),
        "exactly": "exactly,precisely",
    },
    "de": {
        "least": "mindestens,wenigstens,zumindest,nicht weniger als",
        "most": "höchstens,maximal,bis zu,nicht mehr als",
        "above": "mehr als,über,älter als,länger als,höher als",
        "below": "weniger als,unter,jünger als,kürzer als",
        "nearly": "fast,beinahe,knapp,nahezu",
        "about": "etwa,rund,ungefähr,zirka,ca,gut",
        "exactly": "genau,exakt",
    },
    "fr": {
        "least": "au moins,au minimum,pas moins de",
        "most": "au plus,au maximum,jusqu' à,jusqu’ à,pas plus de,tout au plus",
        "above": "plus de,plus d',plus d’,supérieur à",
        "below": "sous les,sous la barre de,moins de,moins d',moins d’,inférieur à",
        "nearly": "près de,presque,quasiment",
        "about": "environ,quelque,à peu près,autour de",
        "exactly": "exactement,précisément",
    },
    "es": {
        "least": "al menos,por lo menos,como mínimo",
        "most": "como máximo,hasta,a lo sumo,no más de",
        "above": "más de,por encima de,mayor de,superior a",
        "below": "menos de,por debajo de,menor de,inferior a",
        "nearly": "casi",
        "about": "unos,unas,cerca de,alrededor de,aproximadamente,en torno a",
        "exactly": "exactamente,justo",
    },
    "it": {
        "least": "almeno,come minimo,non meno di",
        "most": "al massimo,fino a,non più di",
        "above": "più di,più del,oltre,superiore a",
        "below": "meno di,meno del,sotto i,inferiore a",
        "nearly": "quasi,poco meno di",
        "about": "circa,intorno a,all'incirca",
        "exactly": "esattamente,precisamente",
    },
    "pt": {
        "least": "pelo menos,no mínimo,ao menos",
        "most": "no máximo,até,não mais de",
        "above": "mais de,acima de,superior a",
        "below": "menos de,abaixo de,inferior a",
        "nearly": "quase",
        "about": "cerca de,perto de,aproximadamente,uns,umas,à volta de",
        "exactly": "exatamente,precisamente",
    },
    "nl": {
        "least": "minstens,ten minste,minimaal",
        "most": "hoogstens,maximaal,tot wel,niet meer dan",
        "above": "meer dan,ruim,ouder dan,langer dan,ouder zijn dan,ouder is dan",
        "below": "minder dan,jonger dan,onder de,korter dan",
        "nearly": "bijna,haast,krap",
        "about": "ongeveer,zo'n,circa,zowat,rond de",
        "exactly": "precies,exact",
    },
}
_REACH = 4
"""Words before a number in which what qualifies it stands."""

_WITHIN = {"least": "low", "above": "low", "most": "high", "below": "high", "nearly": "high"}
_DEFINITE = words("the der die das dem den le la les el los las il i gli o os as de het")
_LONGER = 1  # words that may stand between: "more than the 30"


def bound(reading: Reading, start: int, end: int) -> Bound:
    """How the number at the words ``start`` to ``end`` is qualified."""
    best: tuple[int, Bound] | None = None
    for phrase, kind in _phrases(reading.language):
        size = len(phrase)
        for back in range(_LONGER + 1):
            first = start - back - size
            if back and reading.low(start - 1) in _DEFINITE:
                continue  # "less than the £118,000 paid": another number is compared
            if first >= 0 and all(reading.low(first + at) == word for at, word in enumerate(phrase)):
                best = max(best or (0, kind), (size * 2 - back, kind), key=lambda pair: pair[0])
        if phrase[0] in {"or", "give"}:
            behind = [reading.low(at) for at in range(end, end + size + 1)]
            if list(phrase) in (behind[:size], behind[1:]):
                best = (2 * size, kind)
    return best[1] if best else ""


def contradicts(said: Bound, known: Bound) -> bool:
    """Whether what qualifies a number in a point says otherwise than what does in its evidence."""
    if "during" in {said, known}:  # over six years: in them, or in more than six
        return ({said, known} - {"during"}) & {"most", "below", "nearly"} != set()
    if said == known or not said:
        return bool(known) and not said and known not in {"about", "exactly", "most"}
    if said == "exactly":
        return known != ""
    if said == "about":
        return False
    ours, theirs = _WITHIN[said], _WITHIN.get(known, "")
    return ours != theirs


@cache
def _phrases(language: str | None) -> tuple[tuple[tuple[str, ...], Bound], ...]:
    table = _PHRASES.get(language or "en", _PHRASES["en"])
    return tuple((tuple(phrase.split()), kind) for kind, several in table.items() for phrase in several.split(","))
