"""Where a text says what somebody is: before their name, behind it between commas, or leading up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.roles import PLAIN_HONORIFICS
from summariser.attribution.tags import Tag, tag
from summariser.lexicon import lexicon
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.reading import Reading, Word

_RANKED = Tag.ROLE | Tag.HONORIFIC | Tag.TITLE

_BEFORE = 4
"""Words before a name, and behind it, that are read as what they are."""

_OF_THE = words("of del della dell' dell’ du des do da dos das vom zum")

_AGE = words("year years old jahre jahr ans años anni anos jaar")
_LEAD = 14
"""Words that a description may have which leads up to a name."""

_HEAD = 2
"""Words before the head of a description that leads a sentence: *A retired midwife*."""

LEARNED = words(
    "dr doctor prof professor sir dame lord lady judge sen senator rep gen general col colonel capt captain sgt rev",
    "dott dottor dottoressa professora professore docteur professeur doktor professorin",
)
"""Titles that are before a name or nowhere."""


def descriptions(reading: Reading, start: int, end: int, known: frozenset[str]) -> Iterator[int]:
    """The places of the words that say what the one named at ``start`` to ``end`` is: before the name or behind it.

    ``known`` are the surnames of others, where what is said before a name ends.
    """
    yield from _leading(reading, start)
    yield from _set_before(reading, start, end)
    at = start - 1
    heads = list[int]()
    while (
        at >= 0
        and start - at <= _BEFORE
        and (reading.words[at].sort == "w" or (reading.low(at) == "." and reading.low(at - 1) in LEARNED))
        and not _closes(reading, at)
        and not (reading.words[at].capital and reading.low(at) in known)
    ):
        heads.append(at)
        at -= 1
    accused = lexicon(reading.language).accused
    if (
        heads
        and reading.low(heads[0]) in accused
        and reading.low(heads[0] - 1) not in lexicon(reading.language).determiners
    ):
        heads = []  # "she accused Bo Carr"
    if heads and (any(is_office(reading, head) for head in heads) or reading.words[heads[0]].capital):
        yield from (head for head in heads if not reading.words[head].small or reading.low(head) in LEARNED)
    if reading.low(end) == "," and not reading.low(end + 1)[:1].isdecimal() and not _is_led(reading, end + 1):
        yield from _set_behind(reading, end)


def _set_behind(reading: Reading, end: int) -> Iterator[int]:
    """What somebody is by the words behind their name and a comma."""
    behind = list[int]()
    for at in range(end + 1, min(end + 2 * _BEFORE + 2, len(reading.words))):
        word = reading.words[at]
        if word.sort == "n" or word.text == "-":
            continue  # "the 29-year-old leader of the council"
        if word.sort == "p" or _ends_description(reading, at):
            break
        behind.append(at)
    head = next((place for place in behind if is_office(reading, place)), None)
    if head is None and behind and _is_closed(reading, behind):
        head = behind[-1]
    if (
        head is not None
        and head + 1 < len(reading.words)
        and reading.words[head + 1].sort == "w"
        and (
            reading.words[head + 1].capital
            or tag(reading.low(head + 1), reading.low(head + 1), lexicon(reading.language)) & Tag.CUE
        )
    ):
        return  # "Mr Tauber, a spokesman said, …", "in the North Sea, Dame Ruth …"
    opens = behind and (
        reading.low(behind[0]) in lexicon(reading.language).determiners
        or reading.low(behind[0]) not in lexicon(reading.language).accused
    )
    if head is not None and opens:
        told = (at for at in behind if at <= head and not reading.words[at].small and reading.low(at) not in _AGE)
        yield from (place for place in told if not _is_others(reading, place))


def _is_led(reading: Reading, at: int) -> bool:
    """*…, leaves a daughter*: what stands before an article is no description."""
    if at + 1 >= len(reading.words):
        return False
    determiners = lexicon(reading.language).determiners
    return reading.low(at) not in determiners and reading.low(at + 1) in determiners and not is_office(reading, at)


def _is_others(reading: Reading, at: int) -> bool:
    """*Farraday's father*: whose somebody is, is no description."""
    return reading.words[at].text.endswith(("'s", "’s")) and reading.words[at].capital


def _leading(reading: Reading, start: int) -> Iterator[int]:
    """What somebody is by the words that lead a sentence up to their name: *A midwife for 22 years, Yasmina …*."""
    sentence = reading.sentence_of(start)
    if reading.low(start - 1) != "," or start - sentence.start > _LEAD:
        return
    before = range(sentence.start, start - 1)
    if any(reading.words[at].text == "," or _is_verbal(reading, at) for at in before):
        return
    head = next((at for at in before if is_office(reading, at)), None)
    if head is not None and head - sentence.start <= _HEAD:
        yield head


def _set_before(reading: Reading, start: int, end: int) -> Iterator[int]:
    """What somebody is by the words before a comma: *defended by the council's chief executive, Dr Wierzba*."""
    at = start - 1
    while at > 0 and reading.low(at) in PLAIN_HONORIFICS | LEARNED | {"."}:
        at -= 1
    follows = end < len(reading.words) and reading.words[end].sort == "w"
    if reading.low(at) != "," or follows or not is_office(reading, at - 1) or reading.words[at - 1].capital:
        return
    determiners = lexicon(reading.language).determiners
    for back in range(at - 2, max(-1, at - 2 - _BEFORE), -1):
        if reading.low(back) in _OF_THE:
            return  # "la abogada del presunto cabecilla, …"
        if reading.low(back) in determiners or reading.words[back].text.endswith(("'s", "’s")):
            yield at - 1
        if reading.words[back].sort != "w" or _closes(reading, back):
            return


def _is_verbal(reading: Reading, at: int) -> bool:
    """Whether a word makes a clause of a description: a verb, a relative, a conjunction."""
    tags = tag(reading.words[at].text, reading.low(at), lexicon(reading.language))
    return bool(tags & (Tag.AUXILIARY | Tag.RELATIVE | Tag.SUBORDINATOR | Tag.CUE)) and not tags & Tag.ROLE


def _is_closed(reading: Reading, behind: list[int]) -> bool:
    """Whether a noun phrase stands alone between commas: *Orrin Vale, the ferry's chief cook,*."""
    words = reading.words
    determined = words[behind[0]].low in lexicon(reading.language).determiners or any(
        words[at].text.endswith(("'s", "’s")) for at in behind
    )
    return (
        determined
        and reading.low(behind[-1] + 1) in {",", "."} | lexicon(reading.language).relatives
        and words[behind[-1]].telling
        and not words[behind[-1]].capital
    )


def _closes(reading: Reading, at: int) -> bool:
    """Whether a word before a name belongs to something else: a verb, a preposition, a pronoun."""
    word = reading.words[at]
    tags = tag(word.text, word.low, lexicon(reading.language))
    other = (
        Tag.PREPOSITION
        | Tag.AUXILIARY
        | Tag.CONJUNCTION
        | Tag.SUBORDINATOR
        | Tag.PRONOUN
        | Tag.RELATIVE
        | Tag.POSSESSIVE
    )
    if word.text.endswith(("'s", "’s")) or tags & Tag.DETERMINER:
        return True
    return bool(tags & other) or (
        bool(tags & (Tag.CUE | Tag.WEAK | Tag.PARTICIPLE | Tag.SOURCE)) and not tags & Tag.ROLE
    )


def _ends_description(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    tags = tag(word.text, word.low, lexicon(reading.language))
    return bool(tags & (Tag.AUXILIARY | Tag.RELATIVE | Tag.SUBORDINATOR)) or (
        bool(tags & (Tag.CUE | Tag.PREPOSITION)) and not tags & Tag.ROLE
    )


def is_who(word: Word, language: str | None) -> bool:
    """Whether a word says what somebody is, or is a body: *the mayor*, *the union*."""
    return word.sort == "w" and bool(tag(word.text, word.low, lexicon(language)) & (Tag.ROLE | Tag.BODY))


def is_office(reading: Reading, at: int) -> bool:
    """Whether the word at ``at`` is a role, a title or a form of address that says more than *Mr*."""
    word = reading.words[at]
    vice = word.low.removeprefix("vice")
    text, low = (vice, vice) if word.low.startswith("vice") and vice else (word.text, word.low)
    ranked = bool(tag(text, low, lexicon(reading.language)) & _RANKED)
    return word.sort == "w" and ranked and low not in PLAIN_HONORIFICS
