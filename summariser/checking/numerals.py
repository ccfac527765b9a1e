"""Numbers in words, in seven languages."""

from __future__ import annotations

from functools import cache

_SMALL = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
    "veintisiete veintiocho veintinueve",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete "
    "dezoito dezanove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}
_MORE = {
    "fr": {"une": 1, "quatre-vingts": 80},
    "es": {
        "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "cuatrocientos": 400,
        "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900, "una": 1,
        "un": 1,
    },
    "it": {"un": 1, "una": 1, "cento": 100, "mille": 1000},
    "pt": {
        "uma": 1, "duas": 2, "cem": 100, "cento": 100, "duzentos": 200, "duzentas": 200, "trezentos": 300,
        "quatrocentos": 400, "quinhentos": 500, "seiscentos": 600, "setecentos": 700, "oitocentos": 800,
        "novecentos": 900, "dezesseis": 16, "dezessete": 17, "dezenove": 19, "quatorze": 14,
    },
    "de": {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "hundert": 100, "tausend": 1000, "zwo": 2},
    "nl": {"één": 1, "honderd": 100, "duizend": 1000},
    "en": {"dozen": 12, "nought": 0},
}  # fmt: skip
_HUNDRED = {"de": "hundert", "it": "cento", "nl": "honderd"}
_THOUSAND = {"de": "tausend", "it": "mila", "nl": "duizend"}
SCALES: dict[str, dict[str, int]] = {
    "en": {
        "dozen": 12, "hundred": 100, "hundreds": 100, "thousand": 1_000, "k": 1_000, "million": 10**6,
        "millions": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
        "tn": 10**12,
    },
    "de": {
        "hundert": 100, "tausend": 1_000, "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9,
        "milliarden": 10**9, "mrd": 10**9, "billionen": 10**12,
    },
    "fr": {
        "cent": 100, "cents": 100, "mille": 1_000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
        "milliards": 10**9, "m": 10**6, "md": 10**9, "mds": 10**9,
    },
    "es": {"cientos": 100, "mil": 1_000, "millón": 10**6, "millones": 10**6, "billones": 10**12},
    "it": {
        "cento": 100, "mila": 1_000, "milione": 10**6, "milioni": 10**6, "mln": 10**6, "miliardo": 10**9,
        "miliardi": 10**9, "mld": 10**9,
    },
    "pt": {
        "mil": 1_000, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9, "mi": 10**6, "bi": 10**9,
    },
    "nl": {
        "honderd": 100, "duizend": 1_000, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9, "mrd": 10**9,
    },
}  # fmt: skip
"""What multiplies the number before it."""

JOINS = {"es": "y", "pt": "e", "fr": "et"}
"""The word between tens and units where they are written apart."""

FRACTIONS: dict[str, dict[str, float]] = {
    "en": {"half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
           "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10},
    "de": {"hälfte": 1 / 2, "halb": 1 / 2, "halbe": 1 / 2, "halben": 1 / 2, "drittel": 1 / 3, "viertel": 1 / 4,
           "fünftel": 1 / 5, "zehntel": 1 / 10},
    "fr": {"moitié": 1 / 2, "demi": 1 / 2, "tiers": 1 / 3, "quart": 1 / 4, "quarts": 1 / 4, "cinquième": 1 / 5,
           "cinquièmes": 1 / 5, "dixième": 1 / 10},
    "es": {"mitad": 1 / 2, "medio": 1 / 2, "media": 1 / 2, "tercio": 1 / 3, "tercios": 1 / 3, "cuarto": 1 / 4,
           "cuartos": 1 / 4, "quinto": 1 / 5, "quintos": 1 / 5, "décimo": 1 / 10},
    "it": {"metà": 1 / 2, "mezzo": 1 / 2, "mezza": 1 / 2, "terzo": 1 / 3, "terzi": 1 / 3, "quarto": 1 / 4,
           "quarti": 1 / 4, "quinto": 1 / 5, "quinti": 1 / 5, "decimo": 1 / 10},
    "pt": {"metade": 1 / 2, "meio": 1 / 2, "meia": 1 / 2, "terço": 1 / 3, "terços": 1 / 3, "quarto": 1 / 4,
           "quartos": 1 / 4, "quinto": 1 / 5, "quintos": 1 / 5, "décimo": 1 / 10},
    "nl": {"helft": 1 / 2, "half": 1 / 2, "halve": 1 / 2, "derde": 1 / 3, "kwart": 1 / 4, "vijfde": 1 / 5,
           "tiende": 1 / 10},
}  # fmt: skip
"""Parts of a whole; some are ordinals as well, where no number or article stands before them."""


@cache
def numerals(language: str | None) -> dict[str, int]:
    """The number each word is, from nought to some thousands."""
    code = language if language in _SMALL else "en"
    small, tens = _SMALL[code].split(), _TENS[code].split()
    table = {word: number for number, word in enumerate(small)}
    for ten, word in enumerate(tens, 2):
        table.setdefault(word, 10 * ten)
        for unit in range(1, 10):
            for joined in _joined(code, word, small[unit]):
                table.setdefault(joined, 10 * ten + unit)
    if code == "fr":
        for unit in range(11, 17):
            table[f"soixante-{small[unit]}"] = 60 + unit
            table[f"quatre-vingt-{small[unit]}"] = 80 + unit
    table |= _MORE.get(code, {})
    return table | _large(code, table)


def _joined(code: str, ten: str, unit: str) -> tuple[str, ...]:
    if code in {"en", "fr"}:
        return (f"{ten}-{unit}",)
    if code == "de":
        return (f"{unit.removesuffix('s') if unit == 'eins' else unit}und{ten}",)
    if code == "nl":
        return (f"{unit}en{ten}", f"{unit}ën{ten}")
    if code == "it":
        stem = ten[:-1] if unit in {"uno", "otto"} else ten
        return (f"{stem}{unit}", f"{stem}tré") if unit == "tre" else (f"{stem}{unit}",)
    return ()


def _large(code: str, table: dict[str, int]) -> dict[str, int]:
    """Hundreds and thousands of languages that write them in one word: *duecento*, *zweitausend*."""
    if code not in _HUNDRED:
        return {}
    hundred, thousand = _HUNDRED[code], _THOUSAND[code]
    below = {word: number for word, number in table.items() if 0 < number < 100}  # noqa: PLR2004 - one of the words
    hundreds = {f"{word}{hundred}": 100 * number for word, number in below.items() if 1 < number < 10}  # noqa: PLR2004 - digits
    hundreds |= {hundred: 100}
    whole = {f"{many}{word}": base + number for many, base in hundreds.items() for word, number in below.items()}
    known = below | hundreds | whole
    return hundreds | whole | {f"{word}{thousand}": 1000 * number for word, number in known.items() if number > 1}
