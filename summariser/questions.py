"""What a question asks for: a person, a time, a number, a reason; and the words that its answer has to be about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple, get_args

from summariser.hearsay import hearsay, reported
from summariser.lexicon import lexicon
from summariser.stems import words
from summariser.words import small_words

Kind = Literal["name", "who", "when", "where", "age", "length", "number", "money", "share", "size", "why", "other"]
"""``name`` is what somebody is called, ``length`` how long something takes or lasts, ``share`` a percentage, ``size``
anything else that is measured."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its text, what kind of answer it wants, and the words it is about, as they were typed.

    ``counted`` are those of the thing whose number is asked for, ``names`` the words of proper names, ``voice`` those
    for whoever is asked to have said it; none where that is open. ``of_whom`` is whether it asks whom somebody is
    speaking of.
    """

    text: str
    kind: Kind
    words: tuple[str, ...]
    counted: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    voice: tuple[str, ...] = ()
    of_whom: bool = False


class _Asked(NamedTuple):
    """A kind of answer that is wanted, and where the words stand that say so."""

    kind: Kind
    start: int
    end: int


# The words of each kind, as a pattern, in each language. The first that is found decides.
_ASKING: dict[str, dict[str, str]] = {
    "en": {
        "name": (
            r"what(?:['’]s|\s+is|\s+was|\s+are|\s+were)\s+(?:the\s+|his\s+|her\s+|their\s+)?names?(?:\s+of)?|"
            r"what\s+(?:is|was)\s+(?=.*\b(?:called|named)\b)"
        ),
        "age": r"how\s+old|what\s+age|(?:at|what\s+is)\s+(?:the\s+|his\s+|her\s+)?age(?:\s+of)?",
        "length": (
            r"how\s+(?:long|many\s+(?:years|months|weeks|days|hours|minutes)|soon|quickly)|what\s+length\s+of\s+time"
        ),
        "share": r"(?:what|which)\s+(?:per\s*cent(?:age)?|percentage|share|proportion|fraction)(?:\s+of)?",
        "money": (
            r"how\s+much\s+(?:money|cash|profit|revenue)|what\s+(?:price|sum|amount)|"
            r"how\s+much\s+(?=(?:is|are|was|were|do|does|did|will|would)\b)|"
            r"(?:what|how\s+much)\s+(?:does|do|did|will|would|is|was)\s+(?=.*\b(?:cost|earn|pay|paid|charge|spend)s?\b)"
        ),
        "number": r"how\s+many|what\s+(?:number|total)(?:\s+of)?",
        "size": (
            r"how\s+(?:much|large|big|small|tall|far|high|deep|wide|heavy|fast|often|thick|low|cold|hot|great)|"
            r"what\s+size|"
            r"what(?:['’]s|\s+is|\s+was|\s+are|\s+were)(?=\s[^?]*\b(?:lead|margin|majority|rate|height|weight|distance|"
            r"turnout|temperature|speed|budget|salary|value|score|population|fee|fare|fine|profit|revenue|debt|toll)\b)"
        ),
        "when": (
            r"when|(?:on|in|at|by|since|until|from)?\s*(?:what|which)\s+(?:day|date|year|month|week|time|century|"
            r"decade|season)|what\s+time"
        ),
        "where": (
            r"where|(?:in|at|to|from)?\s*(?:what|which)\s+(?:city|town|country|place|village|state|region|location)"
        ),
        "why": (
            r"why|how\s+come|what\s+(?:has\s+|had\s+)?(?:caused|led\s+to|brought\s+about)|"
            r"what\s+did\s+(?=.*\bdie\s+(?:of|from)\b)|what\s+(?:is\s+|was\s+)?(?:the\s+|his\s+|her\s+|"
            r"their\s+)?reasons?(?:\s+(?:for|why))?"
        ),
        "who": r"who(?:m|se)?(?:['’](?:s|re|d|ll))?",
        "other": r"what|which|how",
    },
    "de": {
        "name": r"wie\s+(?:heißt|heißen|hieß)|wie\s+ist\s+der\s+name",
        "age": r"wie\s+alt",
        "length": r"wie\s+(?:lange?|viele\s+(?:jahre|monate|wochen|tage|stunden|minuten))",
        "share": r"wie\s*viel\s+prozent|welcher\s+anteil",
        "money": r"wie\s*viel\s+(?:geld|euro)|was\s+(?:kostet|kosten)|wie\s+teuer",
        "number": r"wie\s*viele|wie\s+viele",
        "size": r"wie\s*viel|wie\s+(?:groß|hoch|tief|weit|breit|schwer|schnell|oft|stark)",
        "when": r"wann|(?:an|in|seit|bis|ab)?\s*welche[mnrs]?\s+(?:tag|jahr|monat|datum|uhrzeit)|um\s+wie\s*viel\s+uhr",
        "where": r"wo(?:hin|her)?",
        "why": r"warum|wieso|weshalb|aus\s+welchem\s+grund",
        "who": r"wer|wen|wem|wessen",
        "other": r"was|welche[mnrs]?|wie|wozu|wofür|womit|worüber|wovon|woran|wodurch",
    },
    "fr": {
        "name": r"comment\s+(?:s['’]appelle(?:nt)?|se\s+nomme)|quel\s+est\s+le\s+nom",
        "age": r"quel(?:le)?\s+(?:est\s+l['’])?âge",
        "length": (
            r"combien\s+(?:de\s+temps|d['’]années|de\s+(?:jours|mois|semaines|heures|minutes|ans))|(?:depuis|"
            r"pendant)\s+combien"
        ),
        "share": r"quel(?:le)?\s+(?:pourcentage|part|proportion)",
        "money": r"combien\s+(?:d['’]argent|d['’]euros)|combien\s+(?:coûte|a\s+coûté|coûtera)|quel\s+(?:prix|montant)",
        "number": r"combien\s+d(?:e|['’])",
        "size": r"combien",
        "when": r"quand|(?:à|en|depuis|de|le)?\s*quel(?:le)?\s+(?:est\s+la\s+)?(?:date|jour|année|heure|mois)",
        "where": r"où|dans\s+quel(?:le)?\s+(?:ville|pays|commune|région)",
        "why": r"pourquoi|pour\s+quelle\s+raison",
        "who": r"qui",
        "other": r"que|qu['’]|quoi|quel(?:le)?s?|comment|est-ce",
    },
    "es": {
        "name": r"cómo\s+se\s+llaman?|cuál\s+es\s+el\s+nombre",
        "age": r"(?:cuántos|cuantos)\s+años\s+tien\w+|qué\s+edad",
        "length": (
            r"(?:cuánto|cuanto)\s+tiempo|(?:cuántos|cuantos|cuántas|cuantas)\s+(?:años|meses|semanas|días|horas|"
            r"minutos)|(?:cuánto|cuanto)\s+dur\w+"
        ),
        "share": r"qué\s+(?:porcentaje|parte|proporción)",
        "money": r"(?:cuánto|cuanto)\s+(?:dinero|cuesta|costó|costará|vale)|qué\s+precio",
        "number": r"(?:cuántos|cuantos|cuántas|cuantas)",
        "size": r"(?:cuánto|cuanto|cuánta|cuanta)",
        "when": r"cuándo|cuando|(?:en|a)?\s*qué\s+(?:día|año|mes|hora|fecha)",
        "where": r"a?dónde|donde|en\s+qué\s+(?:ciudad|país|pueblo|lugar)",
        "why": r"por\s+qué|por\s+que",
        "who": r"qui[ée]n(?:es)?",
        "other": r"qué|que|cuál(?:es)?|cual(?:es)?|cómo|como",
    },
    "it": {
        "name": r"come\s+si\s+chiaman?o?|qual\s+è\s+il\s+nome",
        "age": r"quant[ie]\s+ann[io]\s+(?:ha|hanno|aveva)|che\s+età",
        "length": r"quanto\s+tempo|quant[ie]\s+(?:anni|mesi|settimane|giorni|ore|minuti)|quanto\s+dur\w+",
        "share": r"(?:che|quale)\s+(?:percentuale|quota|parte)",
        "money": (
            r"quanti\s+(?:soldi|euro)|quanto\s+(?:costa|costano|è\s+costat\w+|costerà)|(?:che|quale)\s+(?:prezzo|"
            r"cifra)"
        ),
        "number": r"quant[ie]",
        "size": r"quant[oa]",
        "when": r"quando|(?:in|a)?\s*(?:che|quale)\s+(?:giorno|anno|mese|ora|data)",
        "where": r"dove|in\s+(?:che|quale)\s+(?:città|paese|comune|luogo)",
        "why": r"perché|perche|per\s+quale\s+motivo|come\s+mai",
        "who": r"chi",
        "other": r"che\s+cosa|cosa|che|qual[ei]?|come",
    },
    "pt": {
        "name": r"como\s+se\s+chamam?|qual\s+é\s+o\s+nome",
        "age": r"quantos\s+anos\s+t[eê]m|que\s+idade|qual\s+é\s+a\s+idade",
        "length": r"quanto\s+tempo|quant[oa]s\s+(?:anos|meses|semanas|dias|horas|minutos)|quanto\s+dur\w+",
        "share": r"(?:que|qual)\s+(?:percentagem|porcentagem|parte|proporção)",
        "money": r"quanto\s+(?:dinheiro|custa|custou|custará|vale)|(?:que|qual)\s+(?:é\s+o\s+)?preço",
        "number": r"quant[oa]s",
        "size": r"quant[oa]",
        "when": r"quando|(?:em|a)?\s*(?:que|qual)\s+(?:dia|ano|mês|hora|data)",
        "where": r"a?onde|em\s+que\s+(?:cidade|país|vila|lugar)",
        "why": r"por\s*qu[eê]|porqu[eê]",
        "who": r"quem",
        "other": r"o\s+que|que|quais|qual|como",
    },
    "nl": {
        "name": r"hoe\s+heet|hoe\s+heten|wat\s+is\s+de\s+naam",
        "age": r"hoe\s+oud|welke\s+leeftijd",
        "length": r"hoe\s*(?:lang|veel\s+(?:jaar|maanden|weken|dagen|uur|minuten))",
        "share": r"(?:welk|hoeveel)\s+(?:percentage|procent|deel)",
        "money": r"hoeveel\s+(?:geld|euro)|hoeveel\s+kost\w*|hoe\s+duur|wat\s+kost\w*",
        "number": r"hoeveel",
        "size": r"hoe\s+(?:groot|hoog|diep|ver|breed|zwaar|snel|vaak)",
        "when": r"wanneer|(?:op|in|om)?\s*(?:welke?)\s+(?:dag|jaar|maand|datum)|hoe\s+laat",
        "where": r"waar(?:heen|vandaan)?",
        "why": r"waarom",
        "who": r"wie",
        "other": r"wat|welke?|hoe|waarmee|waarover|waarvan|waardoor",
    },
}  # fmt: skip
_KINDS: tuple[Kind, ...] = get_args(Kind)

_FRAMES = {
    "en": "article articles story report piece text post say says said tell told please give does know anything "
    "something any idea sorry anybody anyone exactly actually ok okay hey thanks name kind type many much according "
    "mention mentioned mentions "
    "happen happened happens think thinks thought quote quoted call answer question wondering remind idea there's "
    "what's who's when's where's why's how's that's there's it's let know himself herself itself themselves",
    "de": "artikel bericht text sagen sagt sagte steht erzähl bitte genau eigentlich laut meint",
    "fr": "article texte dit dire disent bitte exactement svp stp selon pense",
    "es": "artículo texto dice dicen decir dijo exactamente favor según piensa",
    "it": "articolo testo dice dicono dire detto esattamente favore secondo pensa",
    "pt": "artigo texto diz dizem dizer disse exatamente favor segundo pensa",
    "nl": "artikel bericht tekst zegt zeggen zei precies eigenlijk alsjeblieft volgens vindt",
}
_FRAME = {language: frozenset(listed.split()) for language, listed in _FRAMES.items()}
_ASKED_WORDS = "how much many what which combien cuánto quanto hoeveel"
_ASKED = frozenset(_ASKED_WORDS.split())
_OF_WHOM = re.compile(
    r"\bwho(?:m|['’]s|\s+is|\s+was|\s+are|\s+were|\s+does|\s+do|\s+did)?(?:\s+\w+){1,3}?\s+"
    r"(?:(?:talk(?:ing)?|speak(?:ing)?|on|think(?:ing)?)\s+(?:about|of)|refer(?:ring)?\s+to)\b"
    r"|\bwho(?:m)?\s+(?:does|do|did)\s+(?:\w+\s+){1,3}mean\b"
    r"|\b(?:von|über)\s+wem\s+(?:spricht|redet)\s+\w+|\bde\s+qui\s+parle\S*|\bde\s+quién\s+habla\w*"
    r"|\bdi\s+chi\s+(?:sta\s+)?parla\w*|\bde\s+quem\s+(?:está\s+a\s+)?fala\w*"
    r"|\bover\s+wie\s+(?:heeft|praat|spreekt)\s+\w+(?:\s+het)?",
    re.IGNORECASE,
)
_NO_APOSTROPHE = re.compile(
    r"\b(?:(what|who|where|when|how|why|that|there)s|((?:did|does|do|ca|wo|is|was|are|were|could|would|should|has|have|had)n)t)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")


def _with_apostrophes(text: str) -> str:
    """A question in English as it would be printed: *whats* is *what's*, *didnt* is *didn't*."""
    return _NO_APOSTROPHE.sub(lambda found: f"{found[1] or found[2]}'{'s' if found[1] else 't'}", text)


def read_question(text: str, language: str | None) -> Question:
    """What ``text`` asks, put to an article in ``language``. Anything that can be typed is some question."""
    code = language if language in _ASKING else "en"
    text = _with_apostrophes(text) if code == "en" else text  # *dont* is a word in French
    if found := _OF_WHOM.search(text):
        about = _about(_OF_WHOM.sub(" ", text), language, code)
        speaking = _names(found[0], _about(found[0], language, code))
        voice = tuple(word for word in _about(found[0], language, code) if word in speaking)
        return Question(text, "who", about, (), _names(text, about), voice, of_whom=True)
    if said := hearsay(text, language):
        about = _about(said.about, language, code)
        return Question(text, "other", about, (), _names(said.about, about), _about(said.who, language, code))
    if told := reported(text, language):
        return replace(_read(told[0], language, code), text=text, voice=_about(told[1], language, code))
    return _read(text, language, code)


def asks_in(text: str, language: str) -> bool:
    """Whether ``text`` has a question word of a language (ISO 639-1): *why*, *pourquoi*."""
    return language in _ASKING and _asked(text, language)[1:] != (0, 0)


def _read(text: str, language: str | None, code: str) -> Question:
    kind, start, end = _asked(text, code)
    if kind == "other" and code != "en":  # people ask in English of everything
        kind, start, end = _asked(text, "en") if _asked(text, code)[1:] == (0, 0) else (kind, start, end)
    rest = text if kind == "money" else f"{text[:start]} {text[end:]}"
    about = _about(rest, language, code)
    counted = tuple(words(text[end:], language))[:1] if kind == "number" else ()
    if kind == "other" and _asks_for_somebody(text[end:], code):
        kind = "who"
    return Question(text, kind, about, counted, _names(text, about))


def _about(text: str, language: str | None, code: str) -> tuple[str, ...]:
    """The words of ``text`` that are about something; of a question in English also where the article isn't."""
    frame = _FRAME[code] | _FRAME["en"] | small_words("en") | _ASKED
    found = (word for word in words(text, language) if len(word) > 1 or word.isdecimal())
    return tuple(
        dict.fromkeys(word for word in found if word.lower() not in frame and "n't" not in word.replace("’", "'"))
    )


def _asked(text: str, code: str) -> _Asked:
    """The kind of answer that is wanted, and where the words stand that say so."""
    found = [
        _Asked(each, match.start(), match.end()) for each in _KINDS if (match := _pattern(code, each).search(text))
    ]
    first = min((each.start for each in found), default=0)
    return next((each for each in found if each.start <= first + 1), _Asked("other", 0, 0))


def _asks_for_somebody(behind: str, code: str) -> bool:
    """*Which minister*: whether the word behind is one for people by what they do."""
    following = _NEXT.match(behind)
    return following is not None and following[1].lower() in lexicon(code).roles


def _names(text: str, about: tuple[str, ...]) -> frozenset[str]:
    """Words with a capital that the beginning of the sentence doesn't give them."""
    opening = text.lstrip().partition(" ")[0]
    return frozenset(word for word in about if _CAPITAL.match(word) and not opening.startswith(word))


@cache
def _pattern(code: str, kind: Kind) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_ASKING[code][kind]})(?:(?!\w)|(?<=['’\s]))", re.IGNORECASE)
