"""What no point may have, whatever its evidence: links, mentions, markup, orders to the reader, talk of itself."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.language import detect
from summariser.words import small_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case

_LINK = re.compile(
    r"(?:https?|ftp|mailto|javascript|data):\S*|\bwww\.\S*|\b[a-z0-9-]{1,63}\.(?:com|org|net|io|co|"
    r"example|info|dev|app|ly)\b(?:/\S*)?",
    re.IGNORECASE,
)
_MENTION = re.compile(r"(?<![\w.])@\w[\w.-]*|<[@#!][^<>\s]{0,80}>?|@(?:everyone|here|channel)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"\*\*?(?=\S)|__(?=\S)|~~|`|^\s{0,3}(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>)|\]\(|</?[a-z][a-z0-9]*[ />]|"
    r"&[a-z#0-9]{2,8};|\{\{|\}\}|\||:[a-z_]{2,30}:",
    re.IGNORECASE | re.MULTILINE,
)
_ITSELF = re.compile(
    r"\b(?:as an ai|language model|system prompt|my instructions?|my prompt|these instructions|"
    r"the (?:evidence|numbered) sentences?|sentence \[?\d+\]?|\[\d+\]|the rules (?:say|require|forbid)|"
    r"i (?:cannot|can't|can’t|am unable)|as (?:requested|required|instructed)|here(?:['’]s| is| are) (?:the|a|"
    r"your)|news (?:passage|article|piece)|the news(?= is|:)|this passage|the (?:original|rewritten) passage|"
    r"re(?:write|written|worded|phrased)[^.:]{0,40}(?=:)|"
    r"(?:this|the) (?:article|text|passage|summary|briefing|report above) (?:says|states|reports|"
    r"mentions|describes|does not|doesn't|is about)|point \d+(?=[,:])|json|in \d+ (?:to \d+ )?words|"
    r"(?:der|dieser) artikel (?:sagt|berichtet|beschreibt)|(?:cet|l['’])article (?:dit|indique|décrit)|"
    r"(?:el|este) artículo (?:dice|informa)|(?:l['’]articolo|questo articolo) (?:dice|riporta)|(?:o|"
    r"este) artigo (?:diz|informa)|(?:het|dit) artikel (?:zegt|meldt)|als ki|en tant qu['’]ia|como ia|"
    r"come ia)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"(?:\A|[.!?;:—–]\s|,\s(?:so|and|then)\s|\bplease\s)(?:please\s)?(?:ignore|disregard|forget|click|"
    r"visit|sign up|subscribe|buy|sell|call|share|post|read (?:it|more|the)|see (?:the|our|more)|"
    r"follow (?:us|the)|download|register|donate|vote for|join us|check out|contact|remember to|"
    r"make sure|do not|don't|don’t|send|reply|tell|write to|share this|learn more|find out)\b",
    re.IGNORECASE,
)
_ORDERS_ELSEWHERE = re.compile(
    r"\b(?:klicken sie|abonnieren sie|melden sie sich|lesen sie|besuchen sie|ignorieren sie|cliquez|"
    r"abonnez-vous|inscrivez-vous|lisez|visitez|ignorez|haga clic|suscríbase|suscríbete|inscríbase|lea|"
    r"visite|ignore|clicca|cliccate|iscrivetevi|iscriviti|leggete|visitate|ignorate|clique|subscreva|"
    r"inscreva-se|leia|klik|abonneer|schrijf u in|meld u aan|lees meer|bezoek|negeer)\b",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:you should|you must|you can (?:find|read|buy|sign)|your (?:shares|inbox|account|subscription|money|vote))\b",
    re.IGNORECASE,
)
_PLAIN_BREAKS = frozenset("\t ")
_ENOUGH = 5
"""Words from which the language of a point is told."""


def wrong_form(case: Case, wanted: str | None) -> Iterator[Failure]:
    """Links, mentions, markup, control characters, orders, talk of itself, and another language than the one wanted."""
    text = case.point.text
    if not any(character.isalnum() for character in text):
        yield Failure("form", text, "It says nothing.")
    for found, why in (
        (_LINK.search(text), "A point has no link."),
        (_MENTION.search(text), "A point mentions nobody's account."),
        (_MARKUP.search(text), "A point has no markup."),
        (_ITSELF.search(text), "A point tells the news, nothing of itself, of the text or of its rules."),
    ):
        if found:
            yield Failure("form", found[0], why)
    for character in text:
        if character not in _PLAIN_BREAKS and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}:
            yield Failure("form", f"U+{ord(character):04X}", "A point has no control characters.")
            break
    yield from _orders(case)
    yield from _language(case, wanted)


def _orders(case: Case) -> Iterator[Failure]:
    text, language = case.point.text, case.point.language or "en"
    found = (_ORDERS.search(text) or _READER.search(text)) if language == "en" else _ORDERS_ELSEWHERE.search(text)
    if found:
        yield Failure("form", found[0].strip(" ,.;:"), "A point tells its reader nothing to do.")


def _may_be(case: Case, wanted: str, spoken: str) -> bool:
    """Whether a sentence has as many small words of the one language as of the other, which it seems to be in."""
    ours, theirs = (
        sum(word.low in small_words(language) for word in case.point.words if word.sort == "w")
        for language in (wanted, spoken)
    )
    return ours >= theirs > 0


def _language(case: Case, wanted: str | None) -> Iterator[Failure]:
    if wanted is None or sum(word.sort == "w" for word in case.point.words) < _ENOUGH:
        return
    spoken = detect(case.point.text)
    if spoken is not None and spoken != wanted and not _may_be(case, wanted, spoken):
        yield Failure(
            "form", case.point.text.strip()[:40], f"The point is to be in the language “{wanted}”, it is in “{spoken}”."
        )
