"""Words that make a statement less than a fact: possible, planned, unsure, in seven languages."""

from __future__ import annotations

from functools import cache
from typing import Literal

from summariser.lexicon.model import words

Mood = Literal["possible", "planned", "unsure"]

_MOODS: dict[str, dict[Mood, str]] = {
    "en": {
        "possible": (
            "may might could possibly perhaps maybe considering considers mulling weighing exploring potentially can"
        ),
        "planned": (
            "will would shall ’ll 'll decided decide decides chose plan plans planned planning planning "
            "expect expects expected expecting intend intends intended hopes hope hoped promise promised "
            "promises pledge pledged pledges vow vowed propose proposed proposes due set wants want seeks "
            "expectation expectations intention intentions favour favours favoured "
            "threaten threatens threatened threatening wanted should must agreed scheduled aims forecast predicts "
            "predicted ought"
        ),
        "unsure": (
            "charged reported reportedly allegedly alleged alleges allege apparently seemingly suspected "
            "supposed supposedly purported presumed presumably likely suggest suggests suggested suggesting "
            "seem seems seemed appear appears appeared believed believe believes thought think thinks "
            "rumoured rumored accused claim claims claimed estimated indicate indicates indicated probably "
            "hint hinted hints unconfirmed feared possible considered suspect suspects fear fears accuse "
            "accuses accusing blame blamed blames attribute attributed attributes consistent"
        ),
    },
    "de": {
        "possible": "könnte könnten kann können möglicherweise vielleicht womöglich eventuell dürfte dürften mag",
        "planned": (
            "wird werden will wollen wolle soll sollen sollte möchte möchten plant planen geplant erwartet "
            "erwarten verspricht versprach beabsichtigt würde würden muss müssen"
        ),
        "unsure": (
            "angeblich mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher vermutlich offenbar wohl anscheinend "
            "vermeintlich vermeintliche verdächtig sei seien habe hätten scheint behauptet vorgeworfen "
            "vorwurf"
        ),
    },
    "fr": {
        "possible": "peut peuvent pourrait pourraient peut-être possiblement éventuellement",
        "planned": (
            "va vont ira iront doit doivent devrait devraient prévoit prévu prévue veut veulent promet promis compte "
            "souhaite entend envisage"
        ),
        "unsure": (
            "présumé présumée présumés prétendu prétendue supposé supposée probablement apparemment semble "
            "semblent serait seraient aurait auraient accusé accuse soupçonné"
        ),
    },
    "es": {
        "possible": "puede pueden podría podrían quizá quizás posiblemente",
        "planned": (
            "va van debe deben debería planea prevé previsto quiere quieren promete prometió espera pretende "
            "piensa querría"
        ),
        "unsure": (
            "supuesto supuesta supuestos presunto presunta presuntos supuestamente presuntamente "
            "probablemente parece parecen habría habrían sería acusado acusa sospechoso aparentemente"
        ),
    },
    "it": {
        "possible": "può possono potrebbe potrebbero forse possibilmente eventualmente",
        "planned": (
            "vuole vogliono vorrebbe vorrebbero deve devono dovrebbe dovrebbero prevede previsto promette "
            "promesso intende punta conta"
        ),
        "unsure": (
            "presunto presunta presunti probabilmente sembra sembrano apparentemente sarebbe sarebbero "
            "avrebbe avrebbero accusato accusa sospettato"
        ),
    },
    "pt": {
        "possible": "pode podem poderia poderiam talvez possivelmente",
        "planned": (
            "vai vão deve devem deverá deverão quer querem pretende prevê previsto promete prometeu espera "
            "tenciona gostaria"
        ),
        "unsure": (
            "alegado alegada alegadamente suposto suposta supostamente presumível provavelmente parece "
            "parecem seria teria teriam acusado acusa aparentemente"
        ),
    },
    "nl": {
        "possible": "kan kunnen zou zouden misschien mogelijk wellicht",
        "planned": (
            "zal zullen gaat gaan wil willen moet moeten plant gepland verwacht verwachten belooft beloofde wenst"
        ),
        "unsure": (
            "vermoedelijk vermoedelijke vermeend vermeende kennelijk blijkbaar waarschijnlijk lijkt lijken "
            "zou zouden beschuldigd beschuldigt verdacht verdachte"
        ),
    },
}
ADJECTIVES = words(
    "alleged suspected supposed purported presumed mutmaßliche mutmaßlichen mutmaßlicher",
    "vermeintliche présumé présumée prétendu prétendue supposé",
    "supuesto supuesta supuestos presunto presunta presuntos presunti alegado alegada suposto suposta",
    "vermeende vermoedelijke",
)
"""Those that make only the next word less than a fact: *the alleged ringleader*."""

_FUTURE = {
    "fr": ("era", "eront", "ira", "iront", "dra", "dront"),
    "es": ("ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"),
    "it": ("erà", "eranno", "irà", "iranno", "rrà", "rranno"),
    "pt": ("ará", "arão", "erá", "erão", "irá", "irão"),
}
_DONE = {
    "en": words("has have had was were"),
    "de": words("hat haben hatte hatten wurde wurden ist sind war waren"),
    "fr": words("a ont avait avaient est sont était étaient"),
    "es": words("ha han había habían fue fueron"),
    "it": words("ha hanno aveva avevano è sono stato stata stati state"),
    "pt": words("foi foram tinha tinham"),
    "nl": words("heeft hebben had hadden werd werden is zijn"),
}
_SHORTEST_PAST = 5
"""Letters: *param*, *come* are of the present."""

_NO_PAST = words("needed required need feed seed speed breed bleed weed red bed shed indeed hundred sacred naked")
_PAST = {
    "es": ("ó", "aron", "ieron"),
    "pt": ("ou", "eu", "iu", "aram", "eram", "iram"),
    "nl": ("de", "den", "te", "ten"),
    "de": ("te", "ten"),
}


@cache
def moods(language: str | None) -> dict[str, Mood]:
    """The mood that each word puts on what follows."""
    table = _MOODS.get(language or "en", _MOODS["en"])
    order: tuple[Mood, ...] = ("planned", "possible", "unsure")
    return {word: mood for mood in order for word in table[mood].split()}


def is_future(low: str, language: str | None) -> bool:
    """Whether the ending of a word makes it a future: *fermera*."""
    return len(low) > 5 and low.endswith(_FUTURE.get(language or "", ())) if language in _FUTURE else False  # noqa: PLR2004 - letters


def auxiliaries(language: str | None) -> frozenset[str]:
    """The words that make a deed done: *has*, *wurde*."""
    return _DONE.get(language or "en", _DONE["en"])


def is_past(low: str, language: str | None) -> bool:
    """Whether the ending of a word makes it a past."""
    code = language or "en"
    if code == "en":
        return low.endswith("ed") and low not in _NO_PAST
    return low.endswith(_PAST.get(code, ("\0",))) and len(low) > _SHORTEST_PAST
