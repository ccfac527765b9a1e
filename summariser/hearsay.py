"""A question about what somebody says: who that is, and what about; the words as they were typed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_SAYING = {
    "en": (
        r"says?|said|saying|tells?|told|thinks?|thought|thinking|feels?|felt|replied|reply|responds?|responded|"
        r"react(?:s|ed)?|answer(?:s|ed)?|"
        r"argued?|claim(?:s|ed)?|believed?|mean(?:s|t)?|commented?|make\s+of|state[sd]?|add(?:s|ed)?|explain(?:s|ed)?|"
        r"put\s+it"
    ),
    "de": (
        r"sagen|sagte?|gesagt|meinte?|meinen|gemeint|denkt|denken|hält|halten|findet|finden|antwortete?|geantwortet|"
        r"erklärte?|erklärt|äußerte?"
    ),
    "fr": r"dit|dire|disent|pense|pensent|répond|répondu|déclare|déclaré|affirme|affirmé|explique|expliqué|reproche",
    "es": (
        r"dice|dicen|dijo|dijeron|dicho|piensa|piensan|opina|opinan|responde|respondió|respondido|afirma|afirmó|"
        r"explica|explicó|cuenta|contó"
    ),
    "it": r"dice|dicono|detto|pensa|pensano|risponde|risposto|afferma|affermato|spiega|spiegato|sostiene",
    "pt": r"diz|dizem|disse|disseram|dito|pensa|pensam|acha|acham|responde|respondeu|afirma|afirmou|explica|explicou",
    "nl": r"zegt|zeggen|zei|zeiden|gezegd|vindt|vinden|vond|denkt|denken|dacht|antwoordt|antwoordde|verklaarde|stelt",
}
_ABOUT = {
    "en": r"about|on|of|to|regarding|concerning|when|that|if|whether|why|how",
    "de": r"über|zu|zum|zur|von|vom|dazu|davon|darüber|an|am|wegen|auf",
    "fr": r"de|du|des|d['’]|sur|à\s+propos|au\s+sujet|au|aux|à",
    "es": r"de|del|sobre|acerca|a|al|respecto",
    "it": r"di|del|della|dello|dei|degli|delle|dell['’]|su|sul|sulla|sui|sulle|sull['’]|riguardo|a|al|alla",
    "pt": r"de|do|da|dos|das|sobre|acerca|a|ao|à",
    "nl": r"over|van|op|tegen|aan",
}
_ACCORDING = {
    "en": r"according\s+to|in\s+the\s+words\s+of",
    "de": r"laut|nach\s+angaben|zufolge",
    "fr": r"selon|d['’]après",
    "es": r"según",
    "it": r"secondo",
    "pt": r"segundo|de\s+acordo\s+com",
    "nl": r"volgens",
}
_VIEW = (
    r"view|views|opinion|take|reaction|response|answer|reply|comment|comments|thoughts|verdict|position|stance|"
    r"argument|explanation"
)
_HELPERS = r"did|does|do|has|have|had|is|was|were|are|will|would|can|could"
_INVERTED = frozenset(("de", "fr", "es", "it", "pt", "nl"))
_HAVING = r"(?:hat|haben|a|ont|ha|han|hanno|tem|têm|heeft|hebben)\s+"
_WHAT = {
    "de": r"was",
    "fr": r"que|qu['’]|qu['’]est-ce\s+qu(?:e|['’])|ce\s+qu(?:e|['’])|quoi",
    "es": r"qué|que|lo\s+que",
    "it": r"che\s+cosa|cosa|che|quello\s+che",
    "pt": r"o\s+que|que",
    "nl": r"wat",
}


class Hearsay(NamedTuple):
    """Who is asked about, and what they are asked to have spoken of; either may be empty."""

    who: str
    about: str


def hearsay(text: str, language: str | None) -> Hearsay | None:
    """Whose words ``text`` asks for, if it asks for anybody's."""
    code = language if language in _SAYING else "en"
    for each in dict.fromkeys((code, "en")):
        for pattern in _patterns(each):
            found = pattern.search(text)
            if found and found["who"].strip():
                return Hearsay(found["who"].strip(" ?.,"), (found["about"] or "").strip(" ?.,"))
    return None


def reported(text: str, language: str | None) -> tuple[str, str] | None:
    """What is asked, and who says it: *What does it cost, according to Harmsen?*."""
    code = language if language in _SAYING else "en"
    for each in dict.fromkeys((code, "en")):
        found = _according(each).search(text)
        if found:
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return rest, found["who"].strip(" ?.,")
    return None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    saying, about = _SAYING[code], _ABOUT[code]
    flags = re.IGNORECASE | re.DOTALL
    if code in _INVERTED:
        who = r"(?P<who>[^?]{2,80}?)"
        topic = rf"(?=(?:{about})(?!\w))(?P<about>[^?]*"
        end = r"\s*[?.!]*\s*\Z"
        perfect = rf"(?<!\w)(?:{_WHAT[code]})\s*{_HAVING}{who}(?:\s+{topic}?))?\s+(?:{saying}){end}"
        said = rf"(?<!\w)(?:{_WHAT[code]})\s*(?:{_HAVING})?(?:{saying})\s+{who}(?:\s+{topic}))?{end}"
        return re.compile(perfect, flags), re.compile(said, flags)
    who, rest = r"(?P<who>[^?]{2,80}?)", r"\b(?P<about>[^?]*)"
    what_is = r"\bwhat(?:\s+(?:is|was|were|are)|['’]?s)"
    return (
        re.compile(rf"\b(?:what|how)(?:\s+else)?\s+(?:{_HELPERS})\s+{who}\s+(?:to\s+)?(?:{saying}){rest}", flags),
        re.compile(rf"{what_is}\s+{who}['’]?s?\s+(?:{_VIEW}){rest}", flags),
        re.compile(rf"{what_is}\s+{who}\s+(?:saying|claiming|telling){rest}", flags),
        re.compile(rf"\b(?:tell|give|show|remind)\s+(?:me|us)\s+what\s+{who}\s+(?:{saying}){rest}", flags),
        re.compile(rf"\b(?:what|which)\s+(?:were\s+)?{who}['’]s?\s+(?:exact\s+)?(?:words|quotes?){rest}", flags),
    )


@cache
def _according(code: str) -> re.Pattern[str]:
    return re.compile(rf"[,\s]*(?<!\w)(?:{_ACCORDING[code]})\s+(?P<who>[^?,]{{2,60}})(?:[?,.]|\Z)", re.IGNORECASE)
