"""Whether a sentence has the kind of thing that a question asks for: a number of those, a time, a name, a reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.lexicon import lexicon
from summariser.stems import stem

if TYPE_CHECKING:
    from summariser.questions import Kind, Question
    from summariser.testimony import Testimony

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half twice "
    "third quarter both none no once zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend deux "
    "trois "
    "quatre cinq six sept huit neuf dix onze douze vingt trente cent mille dos tres cuatro cinco seis siete ocho nueve "
    "diez doce cien ciento mil due tre quattro cinque sei sette otto nove dieci cento mille dois três quatro cinco "
    "sete "
    "oito nove dez doze mil zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig quarante cinquante "
    "soixante veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa venti trenta quaranta cinquanta "
    "sessanta settanta ottanta novanta vinte trinta quarenta cinquenta sessenta oitenta twintig dertig veertig "
    "vijftig zestig zeventig tachtig negentig twee drie vier vijf zes zeven acht negen tien twaalf honderd duizend"
)
_NUMBERS = "|".join(sorted({*_NUMBER_WORDS.split()}, key=len, reverse=True))
NUMBER = rf"(?:(?<![\w.,])[£$€]?\d[\d.,]*\d|(?<![\w.,])[£$€]?\d|\b(?:{_NUMBERS})(?:s|-[^\W\d_]+)?\b)"
_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec januar februar märz april mai juni juli oktober dezember janvier février mars avril juin "
    "juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre "
    "janeiro "
    "fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei juni juli augustus"
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì "
    "martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta maandag dinsdag woensdag "
    "donderdag vrijdag zaterdag zondag"
)
TIMES = (
    "today tomorrow yesterday tonight morning afternoon evening night noon midnight weekend week weeks month months "
    "year "
    "years spring summer autumn winter century decade o'clock am pm ago christmas easter heute morgen gestern abend "
    "nacht "
    "woche wochen monat monate monaten jahr jahre jahren frühjahr sommer herbst uhr aujourd'hui demain hier matin soir "
    "nuit semaine semaines mois an ans année années printemps été automne hiver heures hoy mañana ayer tarde noche "
    "semana "
    "semanas mes meses año años primavera verano otoño invierno oggi domani ieri mattina sera notte settimana "
    "settimane "
    "mese mesi anno anni estate autunno inverno hoje amanhã ontem manhã noite semana semanas mês meses ano anos verão "
    "outono inverno vandaag morgen gisteren ochtend avond nacht week weken maand maanden jaar lente zomer herfst uur"
)
_SPANS = (
    "second seconds minute minutes hour hours day days night nights week weeks fortnight month months year years "
    "decade "
    "decades century centuries sekunden minuten stunden stunde tag tage tagen woche wochen monat monate monaten jahr "
    "jahre jahren minutes heure heures jour jours semaine semaines mois an ans année années minutos hora horas día "
    "días "
    "semana semanas mes meses año años minuti ora ore giorno giorni settimana settimane mese mesi anno anni minuto dia "
    "dias mês ano anos minuten uur dagen dag weken maanden maand jaar jaren"
)
_UNITS = (
    "metre metres meter meters m km kilometre kilometres kilometer kilometers mile miles foot feet inch inches tonne "
    "tonnes ton tons kilo kilos kg gram grams litre litres liter liters degree degrees hectare hectares acre acres "
    "megawatt megawatts mw kw watts mph percent per cent % times square tonnen grad liter hektar tonnes litres degrés "
    "toneladas litros grados hectáreas tonnellate litri gradi ettari graus graden ton pounds pound dollars dollar euro "
    "euros pence cents million billion bn"
)
_LENGTHS = (
    "metre metres meter meters m km kilometre kilometres kilometer kilometers mile miles foot feet inch inches yards "
    "kilometern metern mètre mètres kilomètre kilomètres metro metros metri kilómetros chilometri quilómetros"
)
_BEFORE_PLACES = (
    "in at near from to on off outside across of zu nach im am à en dans nel nella em no na te naar di de del da do"
)

UNNAMED = 0.7
"""How much of a place one is that has no name: *on the quay*, as against *at Pendrow*."""


def any_of(listed: str) -> str:
    """A pattern of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted({*listed.split()}, key=len, reverse=True))


MONEY = (
    rf"(?:[£$€]\s?\d[\d.,]*(?:\s?(?:m|bn|k|million|billion|thousand|mio|mrd)\b)?|{NUMBER}(?:\s+(?:million|billion|"
    rf"thousand|hundred|millionen|milliarden|millions|milliards|millones|milioni|miliardi|milhões|miljoen|miljard|"
    rf"mil))?(?:\s+de|\s+d['’]|\s+di)?\s*(?:pounds?|dollars?|euros?|pence|cents?|francs?|kronor|kroner|yen|p\b|€|£|"
    rf"\$))"
)
DATE = (
    rf"(?:\b(?:1[5-9]|20)\d\ds?\b|\b(?:{any_of(_MONTHS)})\b|\b(?:{any_of(_DAYS)})s?\b|\b(?:{any_of(TIMES)})\b|"
    rf"\d{{1,2}}[:.]\d\d|\d{{1,2}}\s?[ap]\.?m\b)"
)
LONG = (
    rf"{NUMBER}[-\s](?:[^\W\d_]+[-\s]){{0,2}}(?:{any_of(_SPANS)})\b|\b(?:an?|a|une?|eine?[nr]?|una?|um|een|the|all|"
    rf"every)\s(?:[^\W\d_]+[-\s])?(?:{any_of(_SPANS)})\b|{NUMBER}[-\s](?:{any_of(_LENGTHS)})\b"
)
SHARE = (
    rf"(?<![\w.,])\d[\d.,]*\s?%|{NUMBER}\s+(?:per\s?cent|percent|percentage|prozent|pour\s?cent|por\s?ciento|"
    rf"per\s?cento|por\s?cento|procent)|\b(?:half|third|quarter|fifth|tenth|most|majority|hälfte|drittel|moitié|tiers|mitad|tercio|metà|terzo|"
    rf"metade|helft|derde|one in)\b"
)
_PATTERNS: dict[Kind, str] = {
    "when": DATE,
    "age": (
        rf"\b(?:aged?|edad|âge|âgée?|età|idade|leeftijd)\b|\b\d{{1,3}}\b[-\s](?:year|jähr|jaar|ans\b|años\b|anni\b|"
        rf"anos\b)|,\s\d{{1,3}},|\(\d{{1,3}}\)|{NUMBER}[-\s](?:years?|months?)[-\s]old"
    ),
    "length": (
        rf"{LONG}|\buntil\b|\bsince\b|\bbis\b|\bseit\b|\bjusqu|\bhasta\b|\bdesde\b|\bfino\b|\baté\b|\btot\b|\bsinds\b|"
        rf"\bdepuis\b"
    ),
    "share": SHARE,
    "money": MONEY,
    "number": NUMBER,
    "size": rf"{MONEY}|(?!(?:1[5-9]|20)\d\d\b){NUMBER}",
    "why": (
        r"\b(?:because|so that|due to|owing to|thanks to|in order to|reasons?|caus\w+|blam\w+|led to|result\w*|weil|"
        r"wegen|damit|Grund|Gründe|aufgrund|parce|car|en raison|afin|à cause|porque|debido|a causa|perché|a causa|"
        r"pois|devido|por causa|omdat|want|wegens|doordat|zodat)\b"
    ),
    "where": (
        r"\b(?:in|at|near|from|to|on|off|outside|across|along|beside|inside|under|behind|north|south|east|west|zu|"
        r"nach|im|am|an|auf|bei|aus|vor|à|au|aux|en|dans|sur|près|chez|vers|de|a|ante|hacia|cerca|da|nel|nella|ad|"
        r"presso|em|no|na|nos|nas|te|naar|bij|op|uit)\s(?:the\s|der\s|dem\s|den\s|die\s|la\s|le\s|el\s|il\s|o\s|de\s|"
        r"het\s)?[^\W\d_]"
    ),
}  # fmt: skip
_FOUND = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _PATTERNS.items()}
_PLACE = re.compile(
    rf"(?<!\w)(?i:{any_of(_BEFORE_PLACES)})\s(?:(?i:the|der|dem|la|le|el|il|o|het|de)\s)?(?!(?i:{DATE}))[^\W\d_a-zß-öø-ÿ]"
)
_PERHAPS_WHY = re.compile(
    r"\b(?:since|as|after|following|over|to|for|from|of|da|denn|um|nach|pour|après|para|por|tras|per|dopo|após|voor|"
    r"na|door|om)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?“\"‘]\s)(?<!^)(?<![“\"«„])\b[^\W\d_a-zß-öø-ÿ][\w’'-]+")
_FIRST_NAME = re.compile(r"\W*[^\W\d_a-zß-öø-ÿ][\w’'-]+ (?:[a-z]{1,3} )?[^\W\d_a-zß-öø-ÿ][\w’'-]+")
_REACH = 5
_WORD = re.compile(r"[\w£$€%.,’'-]+")
_COUNT = re.compile(NUMBER, re.IGNORECASE)


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
        case "why" if not _FOUND["why"].search(_seen(told)):
            return 0.5 if _PERHAPS_WHY.search(_seen(told)) else 0.0
        case _:
            return 1.0 if _FOUND[question.kind].search(_seen(told)) else 0.0


def _seen(told: Testimony) -> str:
    """The sentence as it is seen: a soft hyphen (U+00AD) stands where a word may be broken, and is seen only there."""
    return told.text.replace("\u00ad", "")


def gives_reason(told: Testimony) -> bool:
    """Whether a sentence gives the reason for something, or lays the blame for it."""
    return _FOUND["why"].search(_seen(told)) is not None


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
    if _PLACE.search(_seen(told)):
        return 1.0
    return UNNAMED if _FOUND["where"].search(_seen(told)) else 0.0


def _counts(question: Question, told: Testimony) -> float:
    """A number of the things that are asked for is best, any other is worth little."""
    if not _COUNT.search(_seen(told)):
        return 0.0
    counted = {stem(word, told.article.language) for word in question.counted}
    if not counted:
        return 1.0
    parts = [found[0] for found in _WORD.finditer(_seen(told))]
    numbers = [at for at, part in enumerate(parts) if _COUNT.search(part)]
    for at in numbers:
        around = parts[max(0, at - 2) : at + _REACH]
        if counted & {stem(part.strip(".,’'"), told.article.language) for part in around}:
            return 1.0
    return 0.4
