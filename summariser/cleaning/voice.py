"""Who speaks to whom in a sentence: the page of itself, to its reader, as an order.

These are closed classes of words, so they hold for appeals nobody has seen yet; what an appeal is about is not closed.
"""

from __future__ import annotations

import re
from enum import Flag, auto
from typing import TypeAlias

from summariser.lexicon.model import words


class Voice(Flag):
    """What the grammar of a sentence says about who speaks."""

    NONE = 0
    SELF = auto()
    YOU = auto()
    ORDER = auto()


Patterns: TypeAlias = tuple[tuple[Voice, re.Pattern[str]], ...]
"""What to search a sentence for, and what it means."""

_WE = {
    "en": r"(?<!-)\b(?:[Ww]e|[Oo]urs?|[Uu]s|I|[Mm]y)\b(?!-)",
    "de": r"\b(?:[Ww]ir|uns|[Uu]nser\w{0,2})\b",
    "fr": r"\b(?:[Nn]ous|[Nn]otre|[Nn]os)\b",
    "es": r"\b(?:[Nn]osotr[oa]s|[Nn]uestr[oa]s?|nos|\w{2,}(?:amos|emos|imos))\b",
    "it": r"\b(?:[Nn]oi|[Nn]ostr[oaie]|\w{2,}iamo)\b",
    "pt": r"\b(?:[Nn]ós|[Nn]oss[oa]s?|\w{2,}-nos|\w{2,}(?:amos|emos|imos))\b",
    "nl": r"\b(?:[Ww]ij|[Ww]e|ons|[Oo]nze)\b",
}
# German "Sie" opens sentences as "they" too; behind a word it is the reader.
_READER = {
    "en": r"(?<!-)\b(?:[Yy]ou|[Yy]ours?|[Yy]ourself|[Dd]ear readers?)\b(?!-)",
    "de": r"(?<=[\w,] )(?:Sie|Ihre?[mnrs]?|Ihnen)\b|\b(?:[Dd]ir|[Dd]ich|[Dd]eine?[mnr]?|[Ee]uch|[Ee]ure?[mnr]?)\b",
    "fr": r"\b(?:[Vv]ous|[Vv]otre|[Vv]os)\b",
    "es": r"\b(?:usted(?:es)?|[Tt]us?|contigo|te|puedes|quieres|tienes|crees|lees|valoras)\b",
    "it": r"\b(?:[Tt]u[oae]?|tuoi|ti|te|[Vv]oi|[Vv]ostr[oaie]|puoi|vuoi|hai|credi|leggi)\b",
    "pt": r"\b(?:[Vv]ocês?|consigo|[Tt]eus?|[Tt]uas?|seu e-?mail|pode[s]? (?:ajudar|cancelar)|valoriza|quer)\b",
    "nl": r"\b(?:[Jj]e|[Jj]ij|jou|jouw|jullie|u|uw)\b",
}
_VERBS = (
    "accept add back become buy call check chip choose claim click complete confirm consider contact continue"
    " contribute create "
    "discover donate download email enable enjoy enter explore find follow fund get give go help install invest join "
    "keep learn leave let listen log make manage message never open order pay pick play pledge read receive refresh "
    "register reject renew report save scroll see select send share sign stand start stay step submit subscribe swipe "
    "switch take tap tell try turn unlock unsubscribe update upgrade use view visit watch write"
)
_ORDERS = {
    "en": r"(?:(?:[Pp]lease|[Nn]ow|[Tt]oday|[Ss]o|[Jj]ust|[Ss]imply|[Tt]hen),? )*(?:(?i:"
    + "|".join(_VERBS.split())
    + r")\b(?! (?:of|from|by|among|was|were|is|are|has|have|had|will|would|said)\b)|[Dd]on[’']t\b|[Ss]upport"
    r" (?!for\b)\w+|[Ll]ike (?:us|the page|our)\b)",
    "de": r"\w+e[rl]?n Sie\b|(?:Jetzt|Hier) [\w ]{0,20}\w+en\b|(?:Mach|Werde|Spende|Hilf|Abonniere|Unterstütze"
    "|Melde|Lies|Folge)\b",
    "fr": r"(?:\w+ez(?:-\w+)?|(?:Je|J[’']) ?(?:fais un don|m[’']abonne|soutiens))\b",
    "es": r"(?:\w+(?:te|se|nos)|[Hh]a[zg]\w*|[Dd]on[ae]|[Aa]poya|[Aa]yuda|[Cc]olabor[ae]|[Ll]e[ea]|[Rr]ecib[ae]"
    "|[Dd]escarga|[Ss]igue)\b(?<!este)(?<!Este)(?<!Desde)(?<!ante)",
    "it": r"(?:\w{3,}(?:ti|ci|tevi)|[Dd]ona|[Aa]iuta|[Ss]ostieni|[Rr]icevi|[Ll]eggi|[Ss]carica|[Dd]iventa"
    "|[Ss]cegli|[Aa]ccedi)\b(?<!Molti)(?<!Tutti)(?<!Tanti)(?<!Dieci)(?<!Quanti)(?<!Avanti)",
    "pt": r"(?:\w+-(?:se|nos|o|a)|[Aa]poie|[Aa]jude|[Aa]ssine|[Cc]ontribua|[Dd]oe|[Ff]aça|[Ll]eia|[Rr]eceba"
    "|[Ss]ubscreva|[Tt]orne|[Bb]aixe|[Ss]iga)\b",
    "nl": r"(?:\w+ (?:je|u)|[Ss]teun|[Ww]ord|[Dd]oneer|[Hh]elp|[Oo]ntvang|[Ll]ees|[Vv]olg|[Aa]bonneer|[Dd]ownload)\b",
}
# Orders that need not begin a clause, in all languages.
_PLEAS = (
    r"\b[Pp]lease\b|\b[Bb]itte\b|\b(?:[Ww]ill|[Ww]ould|[Cc]ould|[Cc]an|[Ww]on[’']t) you\b|, (?:sign up"
    r"|subscribe|join|click|tap|download|become|donate|"
    r"register|log in|follow|support|chip in|consider|abonnez|inscrivez|iscriviti|abbonati|suscríbete|subscreva"
    r"|assine)\b"
)
_FRONT = (
    r"(?:^|[:;–—|]\s+|[!?]\s+|(?:^|\s)(?i:if you|wenn sie|si vous|si quieres|se puoi|als je)[^,.]{1,80},\s+)[¿¡\"“]?"
)


# Without one of these an English line is silent: looked up first, for most lines are.
_SPEAKING = words(
    "we We our Our ours us Us I my My you You your Your yours Yours yourself Dear dear please Please don Don",
    "Will Would Could will would could can subscribe join click tap download donate register support Like",
) | frozenset(form for verb in _VERBS.split() for form in (verb.capitalize(), verb.upper()))
_WORD = re.compile(r"[^\W\d_]+")


def may_speak(line: str, language: str | None) -> bool:
    """Whether ``line`` could have a voice at all; sure only where it says no."""
    return language not in {None, "en"} or not _SPEAKING.isdisjoint(_WORD.findall(line))


def voice_of(language: str | None) -> Patterns:
    """The patterns for a story in ``language``, English beside it: cookie lines are often English everywhere."""
    return _PATTERNS[language if language in _WE else "en"]


def voice(sentence: str, patterns: Patterns) -> Voice:
    """How ``sentence`` speaks, its quotations blanked."""
    found = Voice.NONE
    for which, pattern in patterns:
        if pattern.search(sentence):
            found |= which
    return found


def _both(words: dict[str, str], language: str) -> str:
    return words["en"] if language == "en" else f"{words['en']}|{words[language]}"


_PATTERNS = {
    language: (
        (Voice.SELF, re.compile(_both(_WE, language))),
        (Voice.YOU, re.compile(_both(_READER, language))),
        (Voice.ORDER, re.compile(f"{_FRONT}(?:{_both(_ORDERS, language)})|{_PLEAS}")),
    )
    for language in _WE
}
