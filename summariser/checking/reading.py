"""A stretch of text as the checks read it: its words with their stems, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.lexicon import lexicon
from summariser.model import Span
from summariser.stems import POSSESSIVE, stem
from summariser.words import small_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "\u00a0\u202f"
_PIECES = (
    rf"(?P<n>\d{{1,3}}(?:[{_GAP}.,]\d{{3}})+(?!\d)|\d+(?:[.,:]\d+)*)"
    r"|(?P<w>[^\W\d_]+(?:[’'][^\W\d_]+)*)"
    r"|(?P<p>[^\w\s]|_)"
)
_PIECE = re.compile(_PIECES)
_SPACED = re.compile(_PIECES.replace(f"[{_GAP}.,]", f"[{_GAP} .,]", 1))
"""The same where a plain space may set thousands apart, as it does in every language here but English."""

_ELIDED = re.compile(
    r"(?:[ldnjmtscv]|qu|un|dell|nell|all|sull|dall|quest|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE
)
_ELIDING = frozenset(("fr", "it"))
_CONTRACTED = ("it's", "it’s", "that's", "that’s", "he's", "he’s", "she's", "she’s")
_STOPS = frozenset(".!?")
_BREAKS = frozenset(",;:()[]—–|")
_CLOSING = "”\"’'»“)"
_AHEAD = 6
_DAY = 2  # digits a day of the month may have: "3. April"
_SHORT = 4  # letters an abbreviation may have: "Sen."

Sort = Literal["w", "n", "p"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number in digits or a sign. ``clause`` and ``sentence`` count from 0; ``small`` has no sense alone."""

    text: str
    low: str
    stem: str
    start: int
    end: int
    sort: Sort
    small: bool
    clause: int
    sentence: int
    first: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def telling(self) -> bool:
        """Whether it carries sense: no sign, no small word, no number."""
        return self.sort == "w" and not self.small


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text and its words; each is one of its own, so that what is found out of it once can be kept."""

    text: str
    language: str | None
    words: tuple[Word, ...]

    def cut(self, start: int, end: int) -> str:
        """The text from word ``start`` to before word ``end``."""
        if start >= end:
            return ""
        return self.text[self.words[start].start : self.words[end - 1].end]

    def low(self, at: int) -> str:
        """The word at ``at`` in lower case; nothing beyond the ends."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def clause_of(self, at: int) -> range:
        """The places of the words in the clause of the word at ``at``."""
        start = end = at
        clause = self.words[at].clause
        while start > 0 and self.words[start - 1].clause == clause:
            start -= 1
        while end < len(self.words) and self.words[end].clause == clause:
            end += 1
        return range(start, end)

    def sentence_of(self, at: int) -> range:
        """The places of the words in the sentence of the word at ``at``."""
        start = end = at
        sentence = self.words[at].sentence
        while start > 0 and self.words[start - 1].sentence == sentence:
            start -= 1
        while end < len(self.words) and self.words[end].sentence == sentence:
            end += 1
        return range(start, end)


def read(stretches: tuple[str, ...], language: str | None) -> Reading:
    """The words of ``stretches``, each a sentence or more of its own."""
    text = "\n".join(stretches)
    words = list[Word]()
    at = 0
    for stretch in stretches:
        _read(text, Span(at, at + len(stretch)), language, words)
        at += len(stretch) + 1
    return Reading(text, language, tuple(words))


def _read(text: str, span: Span, language: str | None, words: list[Word]) -> None:
    lex, little = lexicon(language), small_words(language)
    breaking = lex.conjunctions | lex.relatives | lex.subordinators
    clause = words[-1].clause + 1 if words else 0
    sentence = words[-1].sentence + 1 if words else 0
    fresh = True
    for match in (_PIECE if (language or "en") == "en" else _SPACED).finditer(text, span.start, span.end):
        sort: Sort = "n" if match["n"] else "w" if match["w"] else "p"
        for start, end in _parts(match[0], match.start(), language, sort):
            word = text[start:end]
            low = word.lower()
            if sort == "w" and (language or "en") == "en" and not low.endswith(_CONTRACTED):
                low = POSSESSIVE.sub("", low)
            clause += sort == "w" and low in breaking
            small = sort == "p" or low in little
            folded = stem(word, language) if sort == "w" else low
            words.append(Word(word, low, folded, start, end, sort, small, clause, sentence, fresh))
            fresh = fresh and sort == "p"
            clause += word in _BREAKS
            if word in _STOPS and _ends_sentence(text, end, words):
                sentence, clause, fresh = sentence + 1, clause + 1, True


def _parts(word: str, start: int, language: str | None, sort: Sort) -> list[tuple[int, int]]:
    """A word without the article or pronoun that is written together with it: *l’hôpital*."""
    end = start + len(word)
    if sort != "w" or language not in _ELIDING:
        return [(start, end)]
    cut = _ELIDED.match(word)
    return [(start, start + cut.end()), (start + cut.end(), end)] if cut else [(start, end)]


def _ends_sentence(text: str, end: int, words: Sequence[Word]) -> bool:
    """Whether a stop ends a sentence: white space or a closing mark behind it, and no abbreviation before it."""
    rest = text[end : end + _AHEAD].lstrip(_CLOSING)
    if rest[:1] and not rest[:1].isspace():
        return False
    rest = rest.lstrip()[:1]
    before = words[-2] if len(words) > 1 else None
    if text[end - 1] != "." or before is None or before.end != words[-1].start:
        return True
    if before.sort == "n":
        return not rest.islower() and len(before.text) > _DAY
    return not rest.islower() and (len(before.text) > _SHORT or not before.capital)
