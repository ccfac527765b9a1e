"""Whether what people write in a thread of ours, without naming us, is said to us or to each other."""

from __future__ import annotations

import re

from bot.follow_ups import Ask, parse_follow_up
from summariser.asked_in import asked_in

_MARKS = ("?", "؟", "？")
_FIRST = r"\A\W*(?:(?:and|but|so|also|ok|then) )?"
_DOES = r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|might)"
_WHO = r"(?:who|whom|what|when|where|why|how)"
_SOMEBODY = (
    r"(?:he|she|they|these|those|someone|somebody|both|any|all|his|her|its|their|(?-i:[A-Z])[\w.-]+)(?: [^ ]+)+|"
    r"(?<!do )(?:it|this|that|there|the|an?)(?: [^ ]+){2,}"
)
_ASKED = re.compile(
    rf"{_FIRST}(?:{_WHO}(?:'(?:s|re|d|ll)|(?: {_DOES})) [^ ].*"
    rf"|who(?!se) (?!is\b)\w+(?: .+)?|what (?:happen\w*|about .+|\w+(?:ed|es|s)(?<!ss) .+|(?!an? )\w+ {_DOES} .+)"
    rf"|(?:which|whose) (?!{_DOES}\b|means?\b)\w+ .+"
    rf"|how (?:many|much|long|far|often|old|big|high|large|fast|tall|soon|late|come)(?: .+)?"
    rf"|{_DOES}(?<!have) (?:{_SOMEBODY})|have (?:they|these|those|both|any|(?-i:[A-Z])[\w.-]+) .+"
    r"|(?:(?:can|could|would|will) you )?(?:tell|show|remind) (?:me|us) .+|"
    r"(?:can|could|would|will) you (?:say|explain) .+)"
    rf"|\A\W*(?:and|but) {_WHO}\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""A question by how it is built: a word that asks and a verb, or a verb before whoever is meant. *How sad* is none."""

_ASKED_ELSEWHERE = re.compile(
    r"\A\W*(?:wer|wen|wem|wann|wo|warum|wieso|weshalb|welche\w?|wie|qui|quand|où|pourquoi|combien|quel\w*|qu['’]est|qué|"
    r"que|quién|quien|cuándo|dónde|por qué|cuánt\w+|chi|quando|dove|perché|quant\w+|cosa|quem|onde|porqu\w|wat|wanneer|"
    r"waar|waarom|hoeveel|welke)\b(?! (?:een|schade|pena|dommage|horreur|lástima|peccato|bom|bien)\b)(?:\W+\w+){2,}",
    re.IGNORECASE,
)
_WAS = re.compile(r"\A\W*was (?!für\b)\w+ \w+", re.IGNORECASE)
"""Which in English is no word that asks."""

_CHATTER = re.compile(
    r"\W*(?:who (?:cares?|knows|asked|would have thought)|what(?:'s| is) up|how(?:'s| is) it going|how are things|"
    r"what else is new|so what|tell me about it|how about that|what the \w+|when pigs fly|"
    r"(?:lol|haha|wait|huh|omg|wtf|sorry|er|um)\W+(?:what|who|why|really|seriously)|"
    r"(?:team |quick |any(?:one|body) (?:for )?)?"
    r"(?:lunch|coffee|tea|drinks?|beers?|pub|dinner|breakfast|stand-?up|sync|retro|huddle|meeting|call)"
    r"(?:,? (?:(?:at|in|around|by|before|after) \d\S*|now|today|tomorrow|tonight|later|then|on [a-z]+day))*)"
    r"\W*",
    re.IGNORECASE,
)
"""What people at work say to each other, question mark or not: *lunch at 12?*"""

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
    r"\b(?:can|could|would|will)\s+(?:you|i|we|u)\b|\b(?:tell|give|show|remind)\s+(?:me|us)\b"
    r"|\b(?:mean|matter|change|do)s?\s+(?:for|to)\s+(?:us|me|(?:our|my)\s+\w+)\b"
    r"|\b(?:my|our)\s+(?:country|state|city|town|region|area|street|school|pension|rent|tax(?:es)?|bills?|energy|savings|"
    r"mortgage|job|industry|government|parliament|constituency)\W*\Z",
    re.IGNORECASE,
)
"""What is said to us in such words, and what everybody has: *my country*, *mean for us*."""


def is_asked_of_us(text: str) -> bool:
    """Whether what was written in a thread of ours, without naming us, is a question to its articles or a request.

    What people ask each other (*do you want coffee?*) is not, nor is what only begins like a question (*how sad*).
    """
    typed = " ".join(text.replace("’", "'").split())
    if not isinstance(parse_follow_up(typed), Ask):
        return True
    if len(typed.split()) == 1 or _CHATTER.fullmatch(typed):
        return False
    language = asked_in(typed)
    if not typed.endswith(_MARKS) and not _is_built_as_a_question(typed, language):
        return False
    return not _TO_PEOPLE.get(language, _TO_PEOPLE[None]).search(_TO_US.sub(" ", typed))


def _is_built_as_a_question(typed: str, language: str | None) -> bool:
    if language in {None, "en"} and _ASKED.match(typed):
        return True
    return bool(_ASKED_ELSEWHERE.match(typed)) or (language == "de" and bool(_WAS.match(typed)))
