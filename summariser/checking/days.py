"""Words of the calendar in seven languages: months, weekdays, seasons, times of day, and what is told from today."""

from __future__ import annotations

from functools import cache

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_SHORT = "jan feb mar apr ... jun jul aug sep oct nov dec"
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_JOINED = {
    "de": ("morgen", "mittag", "nachmittag", "abend", "nacht", "vormittag"),
    "nl": ("ochtend", "morgen", "middag", "avond", "nacht"),
}
"""Times of day that are written together with the weekday: *Sonntagabend*, *zondagmiddag*."""

_SEASONS = {
    "en": "spring summer autumn=fall winter",
    "de": "frühling=frühjahr sommer herbst winter",
    "fr": "printemps été automne hiver",
    "es": "primavera verano otoño invierno",
    "it": "primavera estate autunno inverno",
    "pt": "primavera verão outono inverno",
    "nl": "lente=voorjaar zomer herfst=najaar winter",
}
_PARTS = {
    "en": "morning noon=midday afternoon evening night midnight=midnight dawn=daybreak,sunrise dusk=nightfall,sunset",
    "de": (
        "morgens=vormittag,vormittags mittag=mittags nachmittag=nachmittags abend=abends nacht=nachts "
        "mitternacht morgengrauen dämmerung"
    ),
    "fr": "matin=matinée midi après-midi soir=soirée nuit minuit aube crépuscule",
    "es": "mañana mediodía tarde noche noche medianoche madrugada anochecer",
    "it": "mattina=mattino mezzogiorno pomeriggio sera=serata notte mezzanotte alba tramonto",
    "pt": "manhã meio-dia tarde noite noite meia-noite madrugada anoitecer",
    "nl": "ochtend=ochtends middaguur middag=middags avond=avonds nacht=nachts middernacht dageraad schemering",
}
_FROM_TODAY = {
    "en": "yesterday=-1 today=0 tonight=0 tomorrow=1",
    "de": "gestern=-1 heute=0 übermorgen=2 vorgestern=-2",
    "fr": "hier=-1 aujourd'hui=0 demain=1",
    "es": "ayer=-1 hoy=0",
    "it": "ieri=-1 oggi=0 domani=1",
    "pt": "ontem=-1 hoje=0 amanhã=1",
    "nl": "gisteren=-1 vandaag=0 vanavond=0 overmorgen=2",
}
_TURNS = {
    "en": "last=last previous=last past=last this=this next=next coming=next following=after",
    "de": (
        "letzten=last letzte=last letztes=last vergangenen=last vorigen=last diesen=this dieses=this "
        "diese=this nächsten=next nächste=next kommenden=next kommende=next"
    ),
    "fr": "dernier=last dernière=last passé=last passée=last ce=this cette=this prochain=next prochaine=next",
    "es": "pasado=last pasada=last último=last este=this esta=this próximo=next próxima=next",
    "it": "scorso=last scorsa=last questo=this questa=this prossimo=next prossima=next",
    "pt": "passado=last passada=last último=last este=this esta=this neste=this nesta=this próximo=next próxima=next",
    "nl": "vorige=last vorig=last afgelopen=last deze=this dit=this volgende=next volgend=next komende=next",
}
_BEFORE = {
    "en": "before by until till",
    "de": "bis vor",
    "fr": "avant jusqu jusqu' jusqu’",
    "es": "antes hasta",
    "it": "entro prima fino",
    "pt": "antes até",
    "nl": "vóór voor tot",
}
_AFTER = {
    "en": "after since from",
    "de": "nach seit ab",
    "fr": "après depuis dès partir",
    "es": "después tras desde partir",
    "it": "dopo dal dall' dall’ partire",
    "pt": "depois após desde partir",
    "nl": "na sinds vanaf",
}


def _table(words: str) -> dict[str, int]:
    return {
        form: number for number, entry in enumerate(words.split(), 1) for form in entry.replace("=", ",").split(",")
    }


@cache
def months(language: str | None) -> dict[str, int]:
    """The number of each month, 1 to 12, by its name and its first letters."""
    table = _table(_MONTHS.get(language or "en", _MONTHS["en"]))
    short = {word[:3]: number for word, number in table.items() if len(word) > 4} | {"sept": 9}  # noqa: PLR2004 - "mars"
    return short | table if (language or "en") == "en" else table


@cache
def weekdays(language: str | None) -> dict[str, int]:
    """The number of each weekday, from Monday, 0, alone or together with a time of the day."""
    table = _table(_WEEKDAYS.get(language or "en", _WEEKDAYS["en"]))
    joined = {f"{word}{part}": number for word, number in table.items() for part in _JOINED.get(language or "", ())}
    plural = {f"{word}s": number for word, number in table.items()} if (language or "en") == "en" else {}
    return {word: number - 1 for word, number in (table | joined | plural).items()}


@cache
def seasons(language: str | None) -> dict[str, int]:
    """The number of each season."""
    return _table(_SEASONS.get(language or "en", _SEASONS["en"]))


@cache
def parts_of_day(language: str | None) -> dict[str, int]:
    """The number of each time of day."""
    return _table(_PARTS.get(language or "en", _PARTS["en"]))


@cache
def from_today(language: str | None) -> dict[str, int]:
    """How many days from today each word means."""
    return {word: int(days) for word, _, days in _entries(_FROM_TODAY, language)}


@cache
def turns(language: str | None) -> dict[str, str]:
    """Whether a word before (or behind) *year* means the last, this or the next one."""
    return {word: turn for word, _, turn in _entries(_TURNS, language)}


@cache
def sides(language: str | None) -> dict[str, str]:
    """Whether a word before a date means what comes before it or after."""
    code = language if language in _BEFORE else "en"
    return dict.fromkeys(_BEFORE[code].split(), "before") | dict.fromkeys(_AFTER[code].split(), "after")


def _entries(table: dict[str, str], language: str | None) -> list[tuple[str, str, str]]:
    return [entry.partition("=") for entry in table.get(language or "en", table["en"]).split()]
