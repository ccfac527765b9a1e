"""Whether a sentence has the kind of thing that a question asks for: a number of those, a time, a name, a reason."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from summariser.kind_words import any_of, date, kind_words, number
from summariser.lexicon import lexicon
from summariser.stems import stem
from summariser.words import small_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summariser.questions import Kind, Question
    from summariser.testimony import Testimony

_LENGTHS = (
    "metre metres meter meters m km kilometre kilometres kilometer kilometers mile miles foot feet inch inches yards "
    "kilometern metern mètre mètres kilomètre kilomètres metro metros metri kilómetros chilometri quilómetros"
)
_BEFORE_PLACES = (
    "in at near from to on off outside across of zu nach im am à en dans nel nella em no na te naar di de del da do"
)

UNNAMED = 0.7
"""How much of a place one is that has no name: *on the quay*, as against *at Pendrow*."""


_WHYS = {
    "en": (
        r"because|so that|due to|owing to|thanks to|in order to|reasons?|caus\w+|blam\w+|led to|result\w*|prompted|"
        r"triggered|attributed|on (?:the )?grounds|for (?:lack|want|fear) of|in response to|given that|forced"
    ),
    "de": (
        r"weil|wegen|damit|denn|Grund|Gründe|Gründen|aufgrund|infolge|nämlich|verursach\w+|schuld|ausgelöst|mangels|"
        r"aus Mangel"
    ),
    "fr": r"parce|car|en raison|afin|à cause|faute de|grâce à|puisque|provoqu\w+|par manque|dû|due",
    "es": r"porque|debido|a causa|ya que|puesto que|por culpa|gracias a|por falta|provoc\w+|causó|causad\w+",
    "it": r"perché|a causa|poiché|siccome|dato che|per colpa|grazie a|per mancanza|dovut\w+|provoc\w+|causat\w+",
    "pt": r"porque|pois|devido|por causa|já que|uma vez que|por falta|graças a|por culpa|provoc\w+|causad\w+",
    "nl": r"omdat|want|wegens|doordat|zodat|vanwege|dankzij|aangezien|door gebrek|veroorza\w+|schuld",
}
_PERHAPS_WHYS = {
    "en": r"since|as|after|following|over|to|for|from|of",
    "de": r"da|um|nach",
    "fr": r"pour|après",
    "es": r"para|por|tras",
    "it": r"per|dopo",
    "pt": r"para|por|após",
    "nl": r"voor|na|door|om",
}
_WHERES = {
    "en": (r"in|at|near|from|to|on|off|outside|across|along|beside|inside|under|behind|north|south|east|west"),
    "de": r"in|zu|nach|im|am|an|auf|bei|aus|vor",
    "fr": r"à|au|aux|en|dans|sur|près|chez|vers|de",
    "es": r"en|a|ante|hacia|cerca",
    "it": r"a|in|da|nel|nella|ad|presso|su",
    "pt": r"em|no|na|nos|nas|a",
    "nl": r"in|te|naar|bij|op|uit",
}
_CURRENCIES = r"pounds?|dollars?|euros?|pence|cents?|francs?|kronor|kroner|yen|p\b|€|£|\$"

IN_CURRENCY = re.compile(
    r"\s+in\s+(?:british\s+|us\s+)?(?:(?P<pounds>pounds?(?:\s+sterling)?|sterling|gbp)|(?P<euros>euros?|eur)|"
    r"(?P<dollars>dollars?|usd))\b",
    re.IGNORECASE,
)
"""In which money a question asks how much something is, in English: the group that matched is the word for it."""


@cache
def money(language: str | None) -> str:
    """A pattern of sums of money."""
    return (
        rf"(?:[£$€]\s?\d[\d.,]*(?:\s?(?:m|bn|k|million|billion|thousand|mio|mrd)\b)?|{number(language)}(?:\s+(?:million|"
        rf"billion|thousand|hundred|millionen|milliarden|millions|milliards|millones|milioni|miliardi|milhões|miljoen|miljard|"
        rf"mil))?(?:\s+de|\s+d['’]|\s+di)?\s*(?:{_CURRENCIES}))"
    )


@cache
def length(language: str | None) -> str:
    """A pattern of how long something takes, or is."""
    spans, some = any_of(kind_words(language).spans), number(language)
    return (
        rf"{some}[-\s](?:[^\W\d_]+[-\s]){{0,2}}(?:{spans})\b|\b(?:an?|a|une?|eine?[nr]?|una?|um|een|the|all|every)\s"
        rf"(?:[^\W\d_]+[-\s])?(?:{spans})\b|{some}[-\s](?:{any_of(_LENGTHS)})\b"
    )


@cache
def share(language: str | None) -> str:
    """A pattern of shares of a whole."""
    return (
        rf"(?<![\w.,])\d[\d.,]*\s?%|{number(language)}\s+(?:per\s?cent|percent|percentage|prozent|pour\s?cent|por\s?ciento|"
        rf"per\s?cento|por\s?cento|procent)|\b(?:half|third|quarter|fifth|tenth|most|majority|hälfte|drittel|moitié|tiers|"
        rf"mitad|tercio|metà|terzo|metade|helft|derde|one in)\b"
    )


@cache
def _patterns(language: str | None) -> dict[Kind, re.Pattern[str]]:
    some = number(language)
    patterns: dict[Kind, str] = {
        "when": date(language),
        "age": (
            rf"\b(?:aged?|edad|âge|âgée?|età|idade|leeftijd)\b|\b\d{{1,3}}\b[-\s](?:year|jähr|jaar|ans\b|años\b|anni\b|"
            rf"anos\b)|,\s\d{{1,3}},|\(\d{{1,3}}\)|{some}[-\s](?:years?|months?)[-\s]old"
        ),
        "length": (
            rf"{length(language)}|\buntil\b|\bsince\b|\bbis\b|\bseit\b|\bjusqu|\bhasta\b|\bdesde\b|\bfino\b|\baté\b|"
            rf"\btot\b|\bsinds\b|\bdepuis\b"
        ),
        "share": share(language),
        "money": money(language),
        "number": some,
        "size": rf"{money(language)}|(?!(?:1[5-9]|20)\d\d\b){some}",
        "why": rf"\b(?:{_of(_WHYS, language)})\b",
        "where": (
            rf"\b(?:{_of(_WHERES, language)})\s(?:the\s|der\s|dem\s|den\s|die\s|la\s|le\s|el\s|il\s|o\s|de\s|het\s)?"
            r"[^\W\d_]"
        ),
    }
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in patterns.items()}


def _of(words: Mapping[str, str], language: str | None) -> str:
    """Those of a language; those of all, where it is another or not known."""
    return words.get(language or "", "|".join(words.values()))


_CAME_BEFORE = re.compile(
    r"\b(?:after|following|amid|over|since|nach|nachdem|après|tras|dopo|após|na|nadat)\b", re.IGNORECASE
)


@cache
def _perhaps_why(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_of(_PERHAPS_WHYS, language)})\b", re.IGNORECASE)


@cache
def named_place(language: str | None) -> re.Pattern[str]:
    """A place with a name, and what leads to it; days have names too, and are none."""
    return re.compile(
        rf"(?<!\w)(?i:{any_of(_BEFORE_PLACES)})\s(?:(?i:the|der|dem|la|le|el|il|o|het|de)\s)?(?!(?i:{date(language)}))"
        r"[^\W\d_a-zß-öø-ÿ]"
    )


_NAME = re.compile(r"(?<![.!?“\"‘]\s)(?<!^)(?<![“\"«„])\b[^\W\d_a-zß-öø-ÿ][\w’'-]+")
_FIRST_NAME = re.compile(r"\W*[^\W\d_a-zß-öø-ÿ][\w’'-]+ (?:[a-z]{1,3} )?[^\W\d_a-zß-öø-ÿ][\w’'-]+")
_REACH = 5
_SIZES = frozenset({"age", "length", "money", "size"})
_IN_NAME = re.compile(r"[\w’'-]+|[^\w\s()]")
_STOPS = frozenset(',.;:?!–—“”"‘')
_LONGEST_NAME = 10  # words
_WORD = re.compile(r"[\w£$€%.,’'-]+")


def is_in_other_money(question: Question, told: Testimony) -> bool:
    """Whether a question asks for a sum in a currency, and the sentence gives none in it."""
    asked = IN_CURRENCY.search(question.text)
    return bool(asked and asked.lastgroup and stem(asked.lastgroup, told.article.language) not in told.stems)


def has_kind(question: Question, told: Testimony) -> float:
    """From 0 to 1, how well a sentence has what kind of thing is asked for."""
    match question.kind:
        case "other":
            return 1.0
        case "name":
            return 1.0 if _others(question, told) else 0.0
        case "who":
            return _somebody(question, told)
        case "number":
            return _counts(question, told)
        case "where":
            return _placed(told)
        case "why" if not _finds("why", told):
            return 0.5 if _perhaps_why(told.article.language).search(_seen(told)) else 0.0
        case _:
            return 1.0 if _finds(question.kind, told) else 0.0


def gives_size(question: Question, told: Testimony) -> bool:
    """Whether a sum or a size stands before the thing itself, as part of its name: *the £2m fund*, *a 12-mile tunnel*.

    In English only: other languages put it behind, or make one word of both.
    """
    asked = IN_CURRENCY.sub("", question.text)
    things = [word for word in question.words if word in asked]
    if question.kind not in _SIZES or not things or told.article.language != "en":
        return False
    head, text = stem(things[-1], "en"), _seen(told)
    for found in _patterns("en")[question.kind].finditer(text):
        behind = [*islice(_IN_NAME.findall(text[found.end() :]), _LONGEST_NAME)]
        for word, following in pairwise([*behind, ""]):
            if stem(word, "en") == head:
                return True
            if word in _STOPS or (word in small_words("en") and not following[:1].isupper()):
                break
    return False


def _seen(told: Testimony) -> str:
    """The sentence as it is seen: a soft hyphen (U+00AD) stands where a word may be broken, and is seen only there."""
    return told.text.replace("\u00ad", "")


def _finds(kind: Kind, told: Testimony) -> bool:
    return _patterns(told.article.language)[kind].search(_seen(told)) is not None


def gives_reason(told: Testimony) -> bool:
    """Whether a sentence gives the reason for something, or lays the blame for it."""
    return _finds("why", told)


def tells_what_led_to_it(told: Testimony) -> bool:
    """Whether a sentence gives a reason, or what came before: *shut after divers found cracks*."""
    return gives_reason(told) or _CAME_BEFORE.search(_seen(told)) is not None


def _somebody(question: Question, told: Testimony) -> float:
    """Somebody whom the question doesn't name: by name, by what they do, or by a word that may be a name."""
    if any(who in told.named for who in _others(question, told)):
        return 1.0
    language = told.article.language
    asked, roles = {stem(word, language) for word in question.words}, lexicon(language).roles
    described = any(word.lower() in roles and stem(word, language) not in asked for word in told.words)
    perhaps = _NAME.search(_seen(told)) or _FIRST_NAME.match(told.text)
    return 0.9 if _others(question, told) or described or perhaps else 0.3


def _others(question: Question, told: Testimony) -> list[str]:
    """Those whom the sentence names, means or quotes, and the question doesn't name."""
    asked = {stem(word, told.article.language) for word in question.words}
    return [who for who in told.people if not {stem(part, told.article.language) for part in who.split()} <= asked]


def _placed(told: Testimony) -> float:
    """A place with a name is best; nearly any sentence has some other."""
    if named_place(told.article.language).search(_seen(told)):
        return 1.0
    return UNNAMED if _finds("where", told) else 0.0


def _counts(question: Question, told: Testimony) -> float:
    """A number of the things that are asked for is best, any other is worth little."""
    if not _finds("number", told):
        return 0.0
    counted = {stem(word, told.article.language) for word in question.counted}
    if not counted:
        return 1.0
    parts = [found[0] for found in _WORD.finditer(_seen(told))]
    numbers = [at for at, part in enumerate(parts) if _patterns(told.article.language)["number"].search(part)]
    for at in numbers:
        around = parts[max(0, at - 2) : at + _REACH]
        if counted & {stem(part.strip(".,’'"), told.article.language) for part in around}:
            return 1.0
    return 0.4
