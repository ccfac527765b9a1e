"""The words for numbers, months, days and times in each language: *an* is a year in French, and nothing in English."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""A year, in digits."""

CURRENCY_SIGNS = {"£": "pounds", "€": "euros", "$": "dollars"}
"""The signs of currencies, and the words for them."""


class KindWords(NamedTuple):
    """Those of a language, parted by spaces: ``times`` say when, ``spans`` how long."""

    numbers: str
    months: str
    days: str
    times: str
    spans: str


_WORDS = {
    "en": KindWords(
        numbers=(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
            "million billion dozen half twice third quarter both none no once"
        ),
        months=(
            "january february april june july august september october november december jan feb apr jun jul aug sep "
            "sept oct nov dec"
        ),
        days="monday tuesday wednesday thursday friday saturday sunday",
        times=(
            "today tomorrow yesterday tonight morning afternoon evening night noon midnight weekend week weeks month "
            "months year years spring summer autumn winter century decade o'clock am pm ago christmas easter"
        ),
        spans=(
            "second seconds minute minutes hour hours day days night nights week weeks fortnight month months year "
            "years decade decades century centuries"
        ),
    ),
    "de": KindWords(
        numbers=(
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend zwanzig dreißig vierzig fünfzig "
            "sechzig siebzig achtzig neunzig million milliarde"
        ),
        months="januar februar märz april mai juni juli august september oktober november dezember",
        days="montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
        times=(
            "heute morgen gestern abend nacht woche wochen monat monate monaten jahr jahre jahren frühjahr sommer "
            "herbst winter uhr"
        ),
        spans=(
            "sekunden minute minuten stunden stunde tag tage tagen woche wochen monat monate monaten jahr jahre jahren"
        ),
    ),
    "fr": KindWords(
        numbers=(
            "deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent "
            "mille million milliard"
        ),
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        days="lundi mardi mercredi jeudi vendredi samedi dimanche",
        times=(
            "aujourd'hui demain hier matin soir nuit semaine semaines mois an ans année années printemps été automne "
            "hiver heures"
        ),
        spans="minute minutes heure heures jour jours semaine semaines mois an ans année années",
    ),
    "es": KindWords(
        numbers=(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta "
            "setenta ochenta noventa cien ciento mil millón millones"
        ),
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        days="lunes martes miércoles jueves viernes sábado domingo",
        times=(
            "hoy mañana ayer tarde noche semana semanas mes meses año años primavera verano otoño invierno"
        ),
        spans="minutos hora horas día días semana semanas mes meses año años",
    ),
    "it": KindWords(
        numbers=(
            "due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta quaranta cinquanta sessanta "
            "settanta ottanta novanta cento mille mila milione milioni"
        ),
        months=(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
        ),
        days="lunedì martedì mercoledì giovedì venerdì sabato domenica",
        times=(
            "oggi domani ieri mattina sera notte settimana settimane mese mesi anno anni primavera estate autunno "
            "inverno"
        ),
        spans="minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni",
    ),
    "pt": KindWords(
        numbers=(
            "dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta quarenta cinquenta sessenta "
            "setenta oitenta noventa cem cento mil milhão milhões"
        ),
        months=(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
        ),
        days="segunda terça quarta quinta sexta sábado domingo",
        times=(
            "hoje amanhã ontem manhã tarde noite semana semanas mês meses ano anos primavera verão outono inverno"
        ),
        spans="minutos hora horas dia dias semana semanas mês meses ano anos",
    ),
    "nl": KindWords(
        numbers=(
            "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig zestig zeventig "
            "tachtig negentig honderd duizend miljoen"
        ),
        months="januari februari maart april mei juni juli augustus september oktober november december",
        days="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        times=(
            "vandaag morgen gisteren ochtend avond nacht week weken maand maanden jaar lente zomer herfst winter uur"
        ),
        spans="minuten uur dagen dag weken week maanden maand jaar jaren",
    ),
}  # fmt: skip
_CAPITALS = {"en": r"(?-i:May|MAY|March|MARCH|Mar)"}
"""Months whose names are other words but for their capital."""


def any_of(listed: str) -> str:
    """A pattern of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted({*listed.split()}, key=len, reverse=True))


@cache
def kind_words(language: str | None) -> KindWords:
    """The words of a language (ISO 639-1); those of all, where it is another or not known."""
    known = _WORDS.get(language or "")
    return known or KindWords(*(" ".join(each) for each in zip(*_WORDS.values(), strict=True)))


@cache
def number(language: str | None) -> str:
    """A pattern of numbers, in digits or in words."""
    words = any_of(kind_words(language).numbers)
    return rf"(?:(?<![\w.,])[£$€]?\d[\d.,]*\d|(?<![\w.,])[£$€]?\d|\b(?:{words})(?:s|-[^\W\d_]+)?\b)"


@cache
def months(language: str | None) -> str:
    """A pattern of the names of months; case counts where a month is spelt like another word."""
    with_capital = _CAPITALS.get(language or "en", "")
    listed = any_of(kind_words(language).months)
    return rf"{with_capital}|{listed}" if with_capital else listed


@cache
def date(language: str | None) -> str:
    """A pattern of what says when: years, months, days, times of day, seasons."""
    words = kind_words(language)
    return (
        rf"(?:\b(?:1[5-9]|20)\d\ds?\b|\b(?:{months(language)})\b|\b(?:{any_of(words.days)})s?\b|"
        rf"\b(?:{any_of(words.times)})\b|\d{{1,2}}[:.]\d\d|\d{{1,2}}\s?[ap]\.?m\b)"
    )
