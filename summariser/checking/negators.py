"""What denies: *not*, *nobody*, *without*, *refused to*, *unpaid*, in seven languages, and what it denies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summariser.lexicon import lexicon
from summariser.lexicon.model import words
from summariser.stems import stem

if TYPE_CHECKING:
    from summariser.checking.reading import Reading, Word

_PLAIN = {
    "en": words(
        "not no never none nobody nothing neither nor without cannot nowhere hardly scarcely barely lacks",
        "lacking rarely seldom",
    ),
    "de": words(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts",
        "weder ohne kaum nirgends",
    ),
    "fr": words("pas jamais rien aucun aucune personne ni sans nul nulle guère"),
    "es": words("apenas no nunca nada nadie ningún ninguna ninguno ni sin jamás tampoco"),
    "it": words("non mai niente nulla nessuno nessuna nessun né senza neppure nemmeno"),
    "pt": words("não nunca nada ninguém nenhum nenhuma nem sem jamais"),
    "nl": words("niet geen nooit niemand niets noch zonder nergens nauwelijks"),
}
_VERBS = {
    "en": words(
        "given_up gave_up gives_up keep_off kept_off stay_away deny denies denied denying refuse refuses "
        "refused refusing decline declines declined declining",
        "reject rejects rejected rejecting fail_to fails_to failed_to failing_to avoid avoids avoided",
        "escape escapes escaped prevent prevents prevented dispute disputes disputed oppose opposes",
        "opposed object objects objected exclude excluded doubt doubts doubted unable dismiss dismissed",
        "dismisses keep_off keeps_off kept_off keep_away kept_away stay_away stayed_away given_up gave_up "
        "give_up gives_up must_wait yet_to refrain",
        "free_of free_from ruled_out rule_out rules_out turned_down ruling_out turns_down rather_than instead_of",
        "kept_from stop stopped stops halt halted lack lacked ban banned bans forbid forbidden forbids",
        "bar barred cancel cancelled cancels scrap scrapped ignore ignored ignores ignoring neglect",
        "neglected",
    ),
    "de": words(
        "bestreitet bestritt bestritten dementiert dementierte weigert weigerte verweigert verweigerte",
        "verweigern ablehnt lehnt lehnte abgelehnt zurückgewiesen wies weist verhindert verboten",
        "ausgeschlossen verzichten verzichtet verzichtete statt anstatt",
    ),
    "fr": words(
        "nie nié nient dément démenti refuse refusé refusent rejette rejeté écarté exclut exclu empêche",
        "interdit conteste contesté manque plutôt",
    ),
    "es": words(
        "niega negó niegan negado rechaza rechazó rechazado rehúsa rehusó descarta descartó desmiente",
        "desmintió evita impide prohíbe negaron",
    ),
    "it": words(
        "nega negato negano rifiuta rifiutato respinge respinto esclude escluso smentisce smentito vieta",
        "vietato impedisce anziché invece",
    ),
    "pt": words(
        "nega negou negam recusa recusou rejeita rejeitou descarta descartou desmente desmentiu evita",
        "impede proíbe exclui excluiu",
    ),
    "nl": words(
        "ontkent ontkende ontkend weigert weigerde geweigerd verwerpt verwierp verworpen tegengesproken",
        "tegen weerlegt verbiedt verboden",
    ),
}
_DENYING = words(
    "given_up gave_up gives_up keep_off kept_off stay_away deny denies denied denying refuse refuses "
    "refused refusing decline declines declined declining",
    "ruled_out rule_out rules_out ruling_out fail_to fails_to failed_to bestreitet bestritt",
    "dementiert weigert weigerte nie nié dément refuse refusé niega negó nega negato rifiuta nega",
    "negou recusa recusou ontkent ontkende weigert weigerde ausgeschlossen descartó excluiu escluso",
    "exclut",
)
"""Those of them that say plainly that something is not so; the others say so of some things only."""

_AROUND_VERB = words("pas jamais rien guère")
_WITHOUT = words("without ohne sans sin senza sem zonder")

_PREFIXES = {
    "en": ("un", "non", "dis", "in", "im"),
    "de": ("un",),
    "fr": ("in", "im"),
    "es": ("in", "im", "des"),
    "it": ("in", "im", "s"),
    "pt": ("in", "im", "des"),
    "nl": ("on",),
}
_UNLIKE = words(
    "under until unless union united unit unite understand understood university unique universal",
    "uncle unlike onder ons onze once only one unter uns unser und unsere unternehmen unfall",
    "unterricht online ontvangen ontslag onderzoek ontdekt ongeval ontkent interest international",
    "into inside industry include included including income increase increased information important",
    "import imports improve improved indeed instead insist insisted inspector inspectors insurance",
    "invest investment investigation inquiry interview introduce discover discuss distance district",
    "display",
)
_SUFFIX = ("less", "los", "loos")
_NOT_LESS = words("less unless nonetheless bless regardless nevertheless charles malos suelos los elos")
_ONLY = words("only just merely nur bloß seulement solo sólo solamente soltanto solo só apenas somente alleen slechts")
_FOCUS = 5
"""Words of sense behind a negator that it denies."""

_HALF = 3  # words on each side where both are denied
_NEAR = 8  # places before a negator that are looked at
_CLOSED = frozenset(".,;:!?”»")
_LOOK_BACK = 14  # words before an answer that it may be to
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that denies, at ``at``; ``focus`` are the places of the words of sense that it denies, nearest first."""

    at: int
    focus: tuple[int, ...]
    sort: Literal["plain", "denying", "verb"] = "plain"


def negators(reading: Reading) -> tuple[Negator, ...]:
    """All of them, in order."""
    code = reading.language if reading.language in _PLAIN else "en"
    plain, verbs = _PLAIN[code], _VERBS[code]
    found = list[Negator]()
    for at, word in enumerate(reading.words):
        if word.sort != "w":
            continue
        two = f"{word.low} {reading.low(at + 1)}"
        contracted = word.low.endswith(("n't", "n’t"))
        if (word.low in plain or contracted) and not _is_empty(reading, at, code):
            found.append(Negator(at, _focus(reading, at, code)))
        elif word.low in verbs or two in verbs:
            sort: Literal["denying", "verb"] = "denying" if {word.low, two} & _DENYING else "verb"
            found.append(Negator(at, _focus(reading, at + (two in verbs), code), sort))
        elif negative_of(word.low, reading.language):
            found.append(Negator(at, (at,)))
    return tuple(found)


def _is_empty(reading: Reading, at: int, code: str) -> bool:
    """Whether it denies nothing: *not only*, *no more than*, *ne … que*, *no doubt*, *not until*."""
    after = reading.low(at + 1)
    if after in _ONLY or (after == "und" and reading.low(at + 2) == "nur"):
        return True
    if code == "en":
        if any(reading.low(place) == "than" for place in range(at + 2, at + 4)):
            return True  # "nothing worse than"
        return after == "doubt" or (after in {"later", "fewer", "less", "more"} and reading.low(at + 2) == "than")
    if code == "fr":
        return reading.low(at) == "personne" and reading.low(at - 1) in {"une", "la", "cette", "par", "chaque"}
    return False


def _focus(reading: Reading, at: int, code: str) -> tuple[int, ...]:
    """The words of sense behind it in its sentence, and in languages that put it last those before it."""
    bounds = reading.sentence_of(at)
    around = code == "fr" and reading.low(at) in _AROUND_VERB and at > 0 and reading.words[at - 1].telling
    if not around and at + 1 < bounds.stop and reading.words[at + 1].text in _CLOSED:
        return _ellipsis(reading, at)
    behind = [*([at - 1] if around else ()), *_behind(reading, at, bounds.stop)][:_FOCUS]
    if reading.low(at) in _WITHOUT:
        return tuple(behind[:1])
    if all(reading.words[place].sort == "n" for place in behind):
        return _ellipsis(reading, at)
    if code in {"de", "nl"}:
        return (*behind[:_HALF], *_ahead(reading, at, bounds.start)[:_HALF])
    return tuple(behind)


def _ahead(reading: Reading, at: int, start: int) -> list[int]:
    """The words of sense before it, in languages that put *not* last."""
    before = list[int]()
    for place in range(at - 1, max(start, at - _NEAR) - 1, -1):
        word = reading.words[place]
        if word.sort == "p" and word.text in ";:,(—–":
            break
        if word.telling:
            before.append(place)
    return before


def _behind(reading: Reading, at: int, stop: int) -> list[int]:
    """The words of sense behind it, to the end of their clause."""
    found = list[int]()
    for place in range(at + 1, stop):
        word = reading.words[place]
        if word.sort == "p" and word.text in ";:,)—–" and found:
            break
        if word.sort != "p" and carries(word, reading.language):
            found.append(place)
            if len(found) >= _FOCUS:
                break
    return found


def carries(word: Word, language: str | None) -> bool:
    """Whether a word can be denied: one of sense, a number, a verb of saying."""
    return word.sort == "n" or not word.small or word.low in lexicon(language).cues


def _ellipsis(reading: Reading, at: int) -> tuple[int, ...]:
    """The words that an answer leaves out: *Asked whether people had been warned, she answered: “No.*."""
    lex = lexicon(reading.language)
    found = list[int]()
    for place in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        word = reading.words[place]
        saying = word.low in lex.cues or (word.capital and not word.first and reading.language != "de")
        if word.telling and not saying:
            found.append(place)
        if len(found) >= _FOCUS:
            break
    return tuple(found)


@cache
def negative_of(low: str, language: str | None) -> str | None:
    """The stem that a word denies by its prefix or its ending: *unpaid*, *childless*, *arbeitslos*."""
    code = language if language in _PREFIXES else "en"
    if low in _UNLIKE or len(low) < _SHORTEST + 1:
        return None
    if code in {"en", "de", "nl"} and low.endswith(_SUFFIX) and low not in _NOT_LESS:
        ending = next(ending for ending in _SUFFIX if low.endswith(ending))
        base = low[: -len(ending)]
        return stem(base, language) if len(base) >= _SHORTEST - 1 else None
    for prefix in _PREFIXES[code][:1] if code in {"en", "de", "nl"} else ():
        if low.startswith(prefix) and len(low) - len(prefix) >= _SHORTEST - 1:
            return stem(low[len(prefix) :], language)
    return None
