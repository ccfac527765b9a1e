"""What numbers measure: the units of seven languages, each with what it is a multiple of."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Unit(NamedTuple):
    """A kind of measure, and how much of its base this one is: an hour is 3,600 seconds."""

    of: str
    size: float = 1


_UNITS = {
    "en": (
        "second=seconds,sec,secs minute=minutes,min,mins hour=hours,hr,hrs,hourly day=days,daily "
        "week=weeks,weekly fortnight=fortnights,fortnightly month=months,monthly "
        "year=years,yearly,annual,annually decade=decades century=centuries percent=percent,pc "
        "point=points millimetre=millimetres,mm,millimeter,millimeters "
        "centimetre=centimetres,cm,centimeter,centimeters metre=metres,meter,meters "
        "kilometre=kilometres,km,kms,kilometer,kilometers mile=miles yard=yards inch=inches foot=feet,ft "
        "hectare=hectares,ha acre=acres gram=grams,gramme,grammes kilogram=kilograms,kg,kilo,kilos "
        "tonne=tonnes,ton,tons,tonnage litre=litres,liter,liters gallon=gallons barrel=barrels watt=watts "
        "kilowatt=kilowatts,kw megawatt=megawatts,mw gigawatt=gigawatts,gw degree=degrees mph kmh "
        "knot=knots pound=pounds,quid dollar=dollars euro=euros penny=pence,p cent=cents yen franc=francs "
        "crown=crowns,krona,krone rouble=roubles,ruble,rubles"
    ),
    "de": (
        "second=sekunde,sekunden minute=minuten hour=stunde,stunden,stündlich "
        "day=tag,tage,tagen,täglich,tages week=woche,wochen,wöchentlich "
        "month=monat,monate,monaten,monatlich,monats "
        "year=jahr,jahre,jahren,jahres,jährlich,jährige,jährigen,jähriger "
        "decade=jahrzehnt,jahrzehnte,jahrzehnten century=jahrhundert,jahrhunderte percent=prozent "
        "point=prozentpunkte,prozentpunkten,punkte,punkten millimetre=millimeter centimetre=zentimeter,cm "
        "metre=meter,metern kilometre=kilometer,kilometern,km mile=meile,meilen hectare=hektar gram=gramm "
        "kilogram=kilogramm,kilo,kg tonne=tonne,tonnen litre=liter,litern degree=grad megawatt=megawatt "
        "gigawatt=gigawatt pound=pfund dollar=dollar euro=euro,euros cent=cent franc=franken"
    ),
    "fr": (
        "second=seconde,secondes minute=minutes,min hour=heure,heures,h "
        "day=jour,jours,journée,quotidien,quotidienne,quotidiennement week=semaine,semaines,hebdomadaire "
        "month=mois,mensuel,mensuelle,mensuels,mensuelles "
        "year=an,ans,année,années,annuel,annuelle,annuels,annuelles decade=décennie,décennies "
        "century=siècle,siècles point=points centimetre=centimètre,centimètres,cm metre=mètre,mètres "
        "kilometre=kilomètre,kilomètres,km hectare=hectares,ha gram=gramme,grammes "
        "kilogram=kilo,kilos,kilogrammes,kg tonne=tonnes litre=litres degree=degré,degrés "
        "pound=livre,livres dollar=dollars euro=euros cent=centime,centimes franc=francs"
    ),
    "es": (
        "second=segundos minute=minuto,minutos hour=hora,horas day=día,días,diario,diaria,diarios "
        "week=semana,semanas,semanal month=mes,meses,mensual,mensuales year=año,años,anual,anuales "
        "decade=década,décadas century=siglo,siglos point=puntos centimetre=centímetro,centímetros,cm "
        "metre=metro,metros kilometre=kilómetro,kilómetros,km hectare=hectárea,hectáreas "
        "gram=gramo,gramos kilogram=kilo,kilos,kilogramos,kg tonne=tonelada,toneladas litre=litro,litros "
        "degree=grado,grados pound=libra,libras dollar=dólar,dólares euro=euros cent=céntimo,céntimos"
    ),
    "it": (
        "second=secondi minute=minuto,minuti hour=ora,ore day=giorno,giorni,giornaliero,quotidiano "
        "week=settimana,settimane,settimanale month=mese,mesi,mensile,mensili "
        "year=anno,anni,annuo,annua,annui,annue,annuale,annuali decade=decennio,decenni "
        "century=secolo,secoli point=punti centimetre=centimetro,centimetri,cm metre=metro,metri "
        "kilometre=chilometro,chilometri,km hectare=ettaro,ettari gram=grammo,grammi "
        "kilogram=chilo,chili,chilogrammi,kg tonne=tonnellata,tonnellate litre=litro,litri "
        "degree=grado,gradi pound=sterlina,sterline dollar=dollaro,dollari euro cent=centesimo,centesimi"
    ),
    "pt": (
        "second=segundos minute=minuto,minutos hour=hora,horas day=dia,dias,diário,diária "
        "week=semana,semanas,semanal month=mês,meses,mensal,mensais year=ano,anos,anual,anuais "
        "decade=década,décadas century=século,séculos point=pontos centimetre=centímetro,centímetros,cm "
        "metre=metro,metros kilometre=quilómetro,quilómetros,quilômetro,quilômetros,km "
        "hectare=hectare,hectares gram=grama,gramas kilogram=quilo,quilos,quilogramas,kg "
        "tonne=tonelada,toneladas litre=litro,litros degree=grau,graus pound=libra,libras "
        "dollar=dólar,dólares euro=euros cent=cêntimo,cêntimos real=reais"
    ),
    "nl": (
        "second=seconde,seconden minute=minuut,minuten hour=uur,uren day=dag,dagen,dagelijks "
        "week=weken,wekelijks month=maand,maanden,maandelijks year=jaar,jaren,jaarlijks,jarige "
        "decade=decennium,decennia century=eeuw,eeuwen percent=procent "
        "point=procentpunt,procentpunten,punten centimetre=centimeter,cm metre=meter "
        "kilometre=kilometer,km hectare=hectaren gram=gram kilogram=kilo,kg,kilogram tonne=ton "
        "litre=liter degree=graad,graden pound=pond dollar=dollar,dollars euro=euro,euros cent=cent"
    ),
}
_SIZES = {
    "second": Unit("time"),
    "minute": Unit("time", 60),
    "hour": Unit("time", 3_600),
    "day": Unit("time", 86_400),
    "week": Unit("time", 604_800),
    "fortnight": Unit("time", 1_209_600),
    "month": Unit("months"),
    "year": Unit("months", 12),
    "decade": Unit("months", 120),
    "century": Unit("months", 1_200),
    "millimetre": Unit("metres", 0.001),
    "centimetre": Unit("metres", 0.01),
    "metre": Unit("metres"),
    "kilometre": Unit("metres", 1_000),
    "gram": Unit("grams"),
    "kilogram": Unit("grams", 1_000),
    "tonne": Unit("grams", 1_000_000),
    "watt": Unit("watts"),
    "kilowatt": Unit("watts", 1_000),
    "megawatt": Unit("watts", 10**6),
    "gigawatt": Unit("watts", 10**9),
    "penny": Unit("pound", 0.01),
    "percent": Unit("percent", 0.01),
}
PERCENT = _SIZES["percent"]
POINTS = Unit("point")
MONTHS = "months"
SIGNS = {
    "£": Unit("pound"),
    "$": Unit("dollar"),
    "€": Unit("euro"),
    "¥": Unit("yen"),
    "%": PERCENT,
    "°": Unit("degree"),
}
"""Signs that stand for a unit."""

PER_CENT = {
    "en": (("per", "cent"),),
    "de": (("von", "hundert"),),
    "fr": (("pour", "cent"),),
    "es": (("por", "ciento"), ("por", "cien")),
    "it": (("per", "cento"),),
    "pt": (("por", "cento"),),
    "nl": (),
}
"""How a language says per cent in two words."""

EACH = {
    "en": "a an per each every one",
    "de": "pro je jede jeden jedes am im ein eine einem einer einen",
    "fr": "par chaque un une",
    "es": "por cada al un una a",
    "it": "ogni al un una all'anno",
    "pt": "por cada ao um uma",
    "nl": "per elke elk een",
}
"""What stands before a unit that has no number, and makes it one of them: *a year*, *pro Tag*."""

_RATES = frozenset(
    [
        "hourly",
        "daily",
        "weekly",
        "fortnightly",
        "monthly",
        "yearly",
        "annual",
        "annually",
        "stündlich",
        "täglich",
        "wöchentlich",
        "monatlich",
        "jährlich",
        "quotidien",
        "quotidienne",
        "quotidiennement",
        "hebdomadaire",
        "mensuel",
        "mensuelle",
        "annuel",
        "annuelle",
        "annuels",
        "annuelles",
        "diario",
        "diaria",
        "semanal",
        "mensual",
        "anual",
        "anuales",
        "giornaliero",
        "quotidiano",
        "settimanale",
        "mensile",
        "annuo",
        "annua",
        "annui",
        "annue",
        "annuale",
        "diário",
        "diária",
        "mensal",
        "dagelijks",
        "wekelijks",
        "maandelijks",
        "jaarlijks",
    ]
)


@cache
def units(language: str | None) -> dict[str, Unit]:
    """The unit that each word is, whatever its number."""
    code = language if language in _UNITS else "en"
    table: dict[str, Unit] = {}
    for entry in _UNITS[code].split():
        name, _, forms = entry.partition("=")
        unit = _SIZES.get(name, Unit(name))
        table |= dict.fromkeys(forms.split(",") if forms else (), unit)
        if not forms or code in {"en", "fr", "de", "nl"}:
            table.setdefault(name, unit)
    return table


@cache
def each(language: str | None) -> frozenset[str]:
    """The words that make a unit one of them."""
    return frozenset(EACH.get(language or "en", EACH["en"]).split())


def is_rate(word: str) -> bool:
    """Whether a word says how often by itself: *annually*."""
    return word in _RATES
