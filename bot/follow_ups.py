"""What somebody writes in a thread of ours, taken for what it most likely asks; and whether it is said to us at all.

Most of it is questions. Some asks for something else to be done with the articles: all quotations, a longer briefing,
the link, another language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.tongues import NAMES
from summariser.asked_in import asked_in

Threads = Literal["questions", "mentions"]
"""What is answered in a thread of ours: every question, or only what names the bot."""

LONGEST = 60
"""Characters of a request that is no question; what is longer asks something of the article."""

_POLITE = (
    r"(?:please\s+|pls\s+|ok(?:ay)?,?\s+|and\s+|now\s+|can\s+(?:you|i)\s+|could\s+(?:you|i)\s+|would\s+you\s+|"
    r"will\s+you\s+|"
    r"may\s+i\s+|(?:just\s+)?(?:give|show|send|tell|get|list|post|have|see|make)\s+(?:me\s+|us\s+|it\s+)?|i\s+(?:want|"
    r"need|'d\s+like)\s+|"
    r"let(?:'s|\s+me)\s+(?:have|see)\s+|what(?:'s|\s+is|\s+are)\s+|where(?:'s|\s+is)\s+)*"
)
_END = r"(?:\s*(?:please|pls|thanks|thank\s+you|version|of\s+(?:it|this|that)))*[\s.!?]*\Z"
_QUOTES = re.compile(
    rf"\A\s*{_POLITE}(?:all|every|more|the\s+other)\s+(?:of\s+)?(?:the\s+)?(?P<who>[^?!.]{{0,50}}?)\s*"
    r"(?:quotes?|quotations?|words)\b(?:\s+(?:by|from|of)\s+(?P<by>[^?!.]{2,50}?))?" + _END,
    re.IGNORECASE,
)
_LONGER = re.compile(
    (rf"\A\s*{_POLITE}(?:(?:a\s+)?(?:bit\s+)?longer|(?:some\s+)?more\s+(?:details?|points)|more)") + _END, re.IGNORECASE
)
_SHORTER = re.compile(
    (rf"\A\s*{_POLITE}(?:(?:a\s+)?(?:bit\s+)?shorter|(?:a\s+)?tl;?dr|in\s+one\s+(?:line|sentence)|briefer)") + _END,
    re.IGNORECASE,
)
_LINK = re.compile((
    rf"\A\s*{_POLITE}(?:the\s+|a\s+)?(?:links?|urls?|source|sources|address|original(?:\s+article)?)(?:\s+(?:to|"
    rf"for)\s+(?:the\s+)?(?:article|story|it|this))?"
) + _END, re.IGNORECASE)  # fmt: skip
_WHY = re.compile(
    r"\A\s*(?:and\s+)?why\s+(?:is|was|did|are|were)\s+(?:this|that|it|these|story\s+\d+|number\s+\d+|i|"
    r"we)\b.*\b(?:digest|briefing|feed|here|get\s+this)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\A\s*(?:and\s+|so\s+)?(?:(?:what(?:'s|\s+is|\s+has\s+been)?|anything|is\s+there\s+anything|any)\s+(?:new|"
    r"changed|news|updates?)\b|what\s+(?:has\s+)?changed|updates?\b)"
    r"(?:\s+(?:since|here|there|today|now|on\s+this|in\s+(?:it|this)).{0,30})?[\s.!?]*\Z",
    re.IGNORECASE,
)
_CHECKED = re.compile(
    r"\A\s*how\s+(?:was|were|is|are|did\s+you)\s+(?:this|that|it|these|they)?\s*(?:check\w*|verif\w+)"
    r"|\A\s*(?:who|what)\s+checked\s+(?:this|that|it)\b",
    re.IGNORECASE,
)
_IN_LANGUAGE = {
    code: re.compile(
        rf"\A\s*{_POLITE}(?:the\s+briefing\s+|translate\s+(?:it|this|that)?\s*)?(?:in(?:to)?|auf|en|em|in\s+het|"
        rf"in\s+het)\s+(?:the\s+)?(?:{names})\b(?:,)?"
        rf"(?:\s+(?:please|bitte|svp|por\s+favor|per\s+favore|alsjeblieft))*[\s.!?]*\Z",
        re.IGNORECASE,
    )
    for code, names in NAMES.items()
}
_ASKING = re.compile(
    r"\A\W*(?:and\s+|but\s+|so\s+|also\s+|ok\s+)?(?:who|whom|whose|what|when|where|why|which|how|did|does|do|is|are|"
    r"was|were|has|have|"
    r"had|can|could|will|would|should|tell\s+(?:me|us)|wer|wen|wem|wann|wo|warum|wieso|weshalb|was|welche\w?|wie|qui|"
    r"quand|"
    r"où|pourquoi|combien|quel\w*|que|qu['’]est|quién|quien|cuándo|dónde|por\s+qué|cuánt\w+|qué|chi|quando|dove|"
    r"perché|quant\w+|"
    r"cosa|quem|onde|porqu\w|wat|wanneer|waar|waarom|hoeveel|welke)\b",
    re.IGNORECASE,
)
_MARKS = ("?", "؟", "？")
_PEOPLE = {
    "en": (
        r"you|your|yours|u|ya|we|(?-i:(?!US\b)(?i:us))|our|i|i['’]m|i['’]ll|my|(?<!the\s)mine|anyone|anybody|everyone|guys|"
        r"folks"
    ),
    "de": r"du|dein\w*|ihr|euch|wir|uns|ich|mein\w*",
    "fr": r"tu|toi|ton|vous|votre|nous|je|mon",
    "es": r"tú|vosotros|ustedes|nosotros|yo|mi",
    "it": r"tu|voi|noi|io|mio|mi",
    "pt": r"tu|vocês?|nós|eu|meu",
    "nl": r"jij|jullie|wij|ik|mijn|je",
}
_TO_PEOPLE: dict[str | None, re.Pattern[str]] = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in [*_PEOPLE.items(), (None, "|".join(_PEOPLE.values()))]
}
"""By the language of the question: *du* in French and *eu* in English are nobody. All, where it is not plain."""

_TO_US = re.compile(
    (r"\b(?:can|could|would|will)\s+(?:you|i|we|u)\b|\b(?:tell|give|show|remind)\s+(?:me|us)\b"), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the articles."""

    text: str


@dataclass(frozen=True, slots=True)
class AllQuotes:
    """Every quotation; of ``who``, as it was typed, where that isn't empty."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """The briefing once more, with so many points."""

    points: int


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The briefing in a language (ISO 639-1)."""

    language: str


@dataclass(frozen=True, slots=True)
class TheLink:
    """Where the articles stand."""


@dataclass(frozen=True, slots=True)
class WhyHere:
    """Why it is in the digest."""


@dataclass(frozen=True, slots=True)
class WhatsNew:
    """What the articles say now that they didn't."""


@dataclass(frozen=True, slots=True)
class HowChecked:
    """What was checked before the briefing was posted."""


FollowUp = Ask | AllQuotes | Again | InLanguage | TheLink | WhyHere | WhatsNew | HowChecked

LONGER, SHORTER = 6, 1
"""Points of a briefing that somebody wants longer, or shorter."""

_HIS = frozenset({"his", "her", "their", "he", "she", "its", "him", "them"})
_NOBODY = frozenset({"", "the", "of", "of the", "the key", "key", "other", "direct", "more", "these", "those"})


def parse_follow_up(text: str) -> FollowUp:
    """What ``text`` asks for. Anything that can be typed is something."""
    typed = " ".join(text.split())
    if len(typed) <= LONGEST:
        if found := _QUOTES.match(typed):
            who = (found["by"] or found["who"] or "").strip(" ,'’").removesuffix("'s").removesuffix("’s").strip()
            return AllQuotes("" if who.lower() in _NOBODY else who)
        for pattern, asks in (
            (_LONGER, Again(LONGER)),
            (_SHORTER, Again(SHORTER)),
            (_LINK, TheLink()),
            (_WHY, WhyHere()),
            (_NEWS, WhatsNew()),
            (_CHECKED, HowChecked()),
        ):
            if pattern.match(typed):
                return asks
        for code, pattern in _IN_LANGUAGE.items():
            if pattern.match(typed):
                return InLanguage(code)
    return Ask(text)


def is_pointed_at(who: str) -> bool:
    """Whether somebody is meant by a word that only points: *his*."""
    return who.lower() in _HIS


def is_asked_of_us(text: str) -> bool:
    """Whether what was written in a thread of ours, without naming us, is a question to its articles or a request.

    What people ask each other (*do you want coffee?*) is not.
    """
    typed = " ".join(text.split())
    if not isinstance(parse_follow_up(typed), Ask):
        return True
    if not (typed.endswith(_MARKS) or _ASKING.match(typed)) or len(typed.split()) == 1:
        return False
    to_people = _TO_PEOPLE.get(asked_in(typed), _TO_PEOPLE[None])
    return not to_people.search(_TO_US.sub(" ", typed))
