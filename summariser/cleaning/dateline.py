"""The lines over a story: its date, its author, its headline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from summariser.lexicon.model import words
from summariser.model import Span

_MONTHS_A_YEAR = 12
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
            "february feb februar februari février févr fév febrero febbraio fevereiro fev",
            "march mar märz mrz mars marzo março maart mrt",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "june jun juni juin junio giugno giu junho",
            "july jul juli juillet juil julio luglio lug julho",
            "august aug août agosto ago augustus",
            "september sep sept septembre septiembre settembre set setembro",
            "october oct oktober okt octobre octubre ottobre ott outubro out",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    rf"\b(?P<y1>\d{{4}})[-/](?P<m1>\d{{1,2}})[-/](?P<d1>\d{{1,2}})(?!\d)"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°|\.)?\s+(?:de\s+"
    rf"|of\s+)?(?P<m2>{_MONTH}),?\s+(?:de[l]?\s+)?(?P<y2>\d{{4}})\b"
    rf"|\b(?P<m3>{_MONTH})\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})\b"
    r"|\b(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})[./-](?P<y4>\d{4})\b",
    re.IGNORECASE,
)
_TIME = r"(?:T?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:[.,]\d+)?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{1,2}\s?(?:uhr|h)\b)"
_ZONE = r"(?:\s?(?:[+-]\d{2}:?\d{2}|Z\b|(?:GMT|BST|UTC|EST|EDT|ET|PST|PDT|PT|CET|CEST|CT|MEZ|IST|Uhr)\b))?"
_LABELS = words(
    "date dated published publication first posted issued created last updated modified edited stand",
    "veröffentlicht aktualisiert erstellt zuletzt geändert publié publiée mis mise jour modifié publicado",
    "actualizado publicada actualizada fecha pubblicato aggiornato atualizado gepubliceerd bijgewerkt",
    "geplaatst laatst datum data",
)
_FILLERS = words(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi",
    "samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì",
    "venerdì sabato domenica segunda terça quarta quinta sexta feira maandag dinsdag woensdag donderdag",
    "vrijdag zaterdag zondag at on am um uhr le à a las los el h alle ore il às em om uur op de den von vom",
    "gmt bst utc est edt et pt pst pdt cet cest ct mez mesz ago ist t z min mins minute minutes read and und y",
    "e en",
)
_ON = r"(?:\s+(?:on|at|le|el|am|il|em|op|à jour le|a|den|vom))?"
_LABEL = (
    "(?:(?:last |first |mis |zuletzt |laatst )?(?:"
    + "|".join(_LABELS - {"last", "first", "mis", "zuletzt", "laatst", "jour", "mise"})
    + "))"
)
_PREFIX = re.compile(rf"(?i)\s*(?P<label>{_LABEL}\b{_ON}\s*:?\s*)?(?=\w)")
_AFTER_DATE = re.compile(rf"(?i)(?:[\s,|·–-]*(?:(?:at|um|à|a las|alle|às|om)\s+)?{_TIME}{_ZONE})?[\s,|·:.–—-]*")
_TIMES = re.compile(rf"(?i){_TIME}{_ZONE}")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2},\s")
_LETTERS = re.compile(r"[^\W\d_]+")

_PARTICLE = r"(?:de|van|von|der|den|la|le|al|bin|da|do|dos|du|di|del|ten|ter|zu|of)"
_NAME = rf"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|{_PARTICLE}(?= )){{1}}(?: (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|{_PARTICLE}(?= ))){{0,4}}"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|&|with)\s+)"
_ROLE = (
    r"(?:[Pp]olitical|[Cc]hief|[Ss]enior|[Ss]taff|[Ss]pecial|[Ff]oreign|[Ee]conomics?|[Bb]usiness|[Ss]ports?"
    r"|[Ss]cience|[Hh]ealth|[Ee]ducation|[Ee]nvironment|[Cc]rime|[Cc]ourt|"
    r"[Nn]ews|[Ee]ditor|[Rr]eporter|[Cc]orrespondent|[Ww]riter|[Cc]olumnist|[Aa]gency|[Dd]eputy|[Ll]ocal|[Dd]emocracy)"
)
_BYLINE = re.compile(
    rf"(?:By|BY|Von|Par|PAR|VON|Por|POR|Di|Door|Words by|Written by|Text:|Texte:|Reported"
    rf" by):?\s+(?P<who>{_NAME}(?:{_AND}{_NAME}){{0,4}})"
    rf"(?:(?:,|\s+[|·–-])?\s+{_ROLE}(?: {_ROLE}){{0,4}}|(?:,|\s+[|·–-])\s+{_NAME}|\s+(?:at|in|for|from|aus|à|en"
    rf"|a|em|te) {_NAME}|,?\s+and agencies){{0,2}}\s*\.?",
)
_COMMENT = re.compile(
    rf"(?:Comment|Opinion|Analysis|Editorial|Column|Kommentar|Meinung|Tribune|Opinión|Opinião|Commento"
    rf"|Opinie)\s*[|·:–-]\s*(?P<who>{_NAME})\s*"
)
_BARE = re.compile(rf"(?P<who>{_NAME}(?:{_AND}{_NAME}){{0,3}})")
_FEWEST_NAMES = 2

# A British site's header as its scrapers leave it, with its full stops set apart: By, a name, PUBLISHED, a time and
# a date, a bar, UPDATED, the same.
_TOKENISED = re.compile(
    rf"\s*(?:By \. (?P<who>{_NAME}(?: For \w+)?)(?: \. and (?P<too>{_NAME}))? \. )?"
    r"(?P<dates>(?:(?:PUBLISHED|UPDATED|CREATED): \. \d\d:\d\d \w{2,4}, \d{1,2} \w+ \d{4} \. (?:\| \. )?|Last"
    r" updated at \d{1,2}:\d\d [AP]M on \d{1,2}\w\w \w+ \d{4} \. ){0,3})",
)

HEADER_LINES = 10
"""Lines from the top among which a date or an author is looked for."""

TITLE_LENGTH = 160
TITLE_WORDS = 22
"""The longest a headline may be; ours to choose, about twice what an agency allows itself."""


@dataclass(frozen=True, slots=True)
class Header:
    """What was found over the story, and where it stood. A headline stands in ``title``, all else in ``spans``."""

    spans: tuple[Span, ...] = ()
    published: date | None = None
    byline: str | None = None


def header(text: str, lines: tuple[Span, ...] | list[Span]) -> Header:
    """The date and the author over the story; lines of headline between them are passed over."""
    spans: list[Span] = []
    published: date | None = None
    byline: str | None = None
    passed = 0
    for number, line in enumerate(lines[:HEADER_LINES]):
        words = line.cut(text)
        if is_date_line(words):
            published = published or dated(words)
        elif who := _author(words, beside_date=_beside_date(text, lines, number)):
            byline = byline or who
        elif (end := _prefix_end(words)) or (end := _tokenised_end(words)):
            found = _tokenised(words)
            byline = byline or found
            published = published or dated(words[:end])
            spans.append(Span(line.start, line.start + end))
            break
        elif is_headline(words) and passed < 2:  # noqa: PLR2004 - a headline and the line under it
            passed += 1
            continue
        else:
            break
        spans.append(line)
    return Header(tuple(spans), published, byline)


def dated(line: str) -> date | None:
    """The first date in ``line`` that can be read in one way only."""
    german = "Uhr" in line or line.lstrip().startswith(("Stand", "Veröffentlicht", "Aktualisiert"))
    for found in _DATE.finditer(line):
        if when := _read(found, german=german):
            return when
    return None


def is_date_line(line: str) -> bool:
    """Whether a line says when and nothing else (perhaps where)."""
    if len(line) > TITLE_LENGTH or not _DATE.search(line):
        return False
    rest = _TIMES.sub(" ", _DATE.sub(" ", _PLACE.sub("", line, count=1)))
    return _FILLERS.union(_LABELS).issuperset(_LETTERS.findall(rest.lower()))


def is_headline(line: str) -> bool:
    """Whether a line has the shape of a headline: short, no stop at its end, no label, no open quotation."""
    words = line.split()
    return (
        0 < len(words) <= TITLE_WORDS
        and len(line) <= TITLE_LENGTH
        and line[-1] not in ".,;:…-–—"
        and line[-2:] not in {".”", ".’", '."', ".'", ".»", "“.", ".)"}
        and any(letter.isalpha() for letter in line)
        and not line[0].islower()
        and line.count("“") == line.count("”")
        and line.count('"') % 2 == 0
    )


def _read(found: re.Match[str], *, german: bool) -> date | None:
    part = found.groupdict()
    if part["y1"]:
        year, month, day = part["y1"], part["m1"], part["d1"]
    elif part["y2"]:
        year, month, day = part["y2"], str(_MONTHS[part["m2"].lower().rstrip(".")]), part["d2"]
    elif part["y3"]:
        year, month, day = part["y3"], str(_MONTHS[part["m3"].lower().rstrip(".")]), part["d3"]
    else:
        year, first, second = part["y4"], part["a"], part["b"]
        if int(second) > _MONTHS_A_YEAR:
            month, day = first, second
        elif int(first) > _MONTHS_A_YEAR or first == second or (german and part["sep"] == "."):
            month, day = second, first
        else:
            return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _prefix_end(line: str) -> int:
    """Where the date that a line begins with ends, if a sentence begins behind it."""
    prefix = _PREFIX.match(line)
    if not prefix:
        return 0
    found = _DATE.match(line, prefix.end())
    if not found or not (prefix["label"] or found["y1"]):
        return 0
    after = _AFTER_DATE.match(line, found.end())
    end = after.end() if after else found.end()
    return end if end < len(line) and end > found.end() and not line[end].islower() else 0


def _tokenised_end(line: str) -> int:
    found = _TOKENISED.match(line)
    return found.end() if found and (found["who"] or found["dates"]) else 0


def _tokenised(line: str) -> str | None:
    found = _TOKENISED.match(line)
    if not found or not found["who"]:
        return None
    return " and ".join(who for who in (found["who"], found["too"]) if who)


def _author(line: str, *, beside_date: bool) -> str | None:
    if len(line) > TITLE_LENGTH:
        return None
    found = _BYLINE.fullmatch(line) or _COMMENT.fullmatch(line)
    if not found and beside_date and len(line.split()) >= _FEWEST_NAMES:
        found = _BARE.fullmatch(line)
    return found["who"].strip() if found else None


def _beside_date(text: str, lines: tuple[Span, ...] | list[Span], number: int) -> bool:
    """Whether the next line is the date and follows at once: then this one names the author."""
    if number + 1 >= len(lines):
        return False
    between = text[lines[number].end : lines[number + 1].start]
    return between.count("\n") == 1 and number > 0 and is_date_line(lines[number + 1].cut(text))
