"""What a sentence does beside telling the story, and which of it together makes an appeal."""

from __future__ import annotations

import re
from enum import Flag, auto

from summariser.cleaning import solicitations as words
from summariser.cleaning.voice import voice, voice_of

HOOK_WORDS = 10
"""A question this short before a request is its hook: "Stuck at the bridge? Send us …"."""

GREETING_WORDS = 2
"""Words of "Hi there!", "Last chance!"."""

EARLY = 12
"""Characters before which "cancel any time" is the sentence's own business and not that of somebody in it."""

DENSE = 6
"""Different signs that make a few sentences an appeal without a request among them."""


class Signal(Flag):
    """What a sentence does beside telling the story."""

    NONE = 0
    SELF = auto()
    YOU = auto()
    PRESS = auto()
    GIVE = auto()
    ASK = auto()
    GIFT = auto()
    DEPEND = auto()
    EASE = auto()
    INBOX = auto()
    COOKIE = auto()
    CONSENT = auto()
    ACCESS = auto()
    CONTACT = auto()
    APP = auto()
    SITE = auto()
    HOOK = auto()
    ORDER = auto()
    CONDITION = auto()
    LIGHT = auto()
    BUTTON = auto()


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")  # "abonnez-vous" is asked by its first part
_TO_US = ("-nos", "-nous", "teci")  # "ajude-nos", "aidez-nous", "sosteneteci"
_BY_WORD = (
    (Signal.PRESS, words.PRESS),
    (Signal.GIVE, words.GIVE),
    (Signal.INBOX, words.INBOX),
    (Signal.COOKIE, words.COOKIE),
    (Signal.CONSENT, words.CONSENT),
)
_BY_PHRASE = (
    (Signal.ASK, words.ASK),
    (Signal.ORDER, words.ORDER),
    (Signal.CONDITION, words.CONDITION),
    (Signal.GIFT, words.YOUR_GIFT),
    (Signal.DEPEND, words.DEPEND),
    (Signal.EASE, words.EASE),
    (Signal.ACCESS, words.ACCESS),
    (Signal.CONTACT, words.CONTACT),
    (Signal.APP, words.APP),
    (Signal.SITE, words.SITE),
    (Signal.GIVE, words.PRICE),
)

ANCHORS = (
    Signal.ASK
    | Signal.ORDER
    | Signal.GIFT
    | Signal.DEPEND
    | Signal.EASE
    | Signal.INBOX
    | Signal.COOKIE
    | Signal.ACCESS
    | Signal.CONTACT
    | Signal.APP
)

# Spoken by the page, of itself or to its reader. What only has the words of the trade may be the story.
ADDRESS = (
    Signal.SELF
    | Signal.YOU
    | Signal.ORDER
    | Signal.GIFT
    | Signal.CONDITION
    | Signal.ACCESS
    | Signal.CONTACT
    | Signal.SITE
    | Signal.LIGHT
    | Signal.DEPEND
)

_SIGNS = ADDRESS | ANCHORS | Signal.PRESS | Signal.GIVE
_ANY_ORDER = voice_of("en")[2:]


def may_ask(line: str) -> bool:
    """Whether ``line`` has any word of those that every appeal has some of."""
    return not words.TRIGGERS.isdisjoint(_PART.findall(line.lower()))


def signals(sentence: str, low: str) -> Signal:
    """Everything ``sentence`` does; ``low`` is the same in lower case with straight apostrophes."""
    cased = set(_WORD.findall(sentence))
    tokens = set(_WORD.findall(low.replace("n't", "")))  # or "don't" is the French word for a gift
    found = Signal.NONE
    if not words.SELF.isdisjoint(cased) or any(token.endswith(_TO_US) for token in tokens):
        found |= Signal.SELF
    if not words.YOU.isdisjoint(cased):
        found |= Signal.YOU
    if low.endswith("?") and len(low.split()) <= HOOK_WORDS:
        found |= Signal.HOOK
    light = words.EASE.search(low)
    if (light and light.start() < EARLY) or low.count(" ") < GREETING_WORDS:
        found |= Signal.LIGHT
    if voice(sentence, _ANY_ORDER):
        found |= Signal.ASK
    for signal, vocabulary in _BY_WORD:
        if not vocabulary.isdisjoint(tokens):
            found |= signal
    for signal, phrase in _BY_PHRASE:
        if phrase.search(low):
            found |= signal
    return found


def reports(low: str) -> bool:
    """Whether the sentence (in lower case) tells what somebody said."""
    return bool(words.REPORTED.search(low) and not words.SELF_REPORTED.search(low))


def _is_dense(found: Signal) -> bool:
    """Whether so many different signs come together that no single request is needed among them."""
    needed = all(found & each for each in (Signal.SELF, Signal.YOU, Signal.PRESS, Signal.GIVE))
    return needed and (found & _SIGNS).value.bit_count() >= DENSE


def is_appeal(found: Signal, *, short: bool = False) -> bool:
    """Whether these signals together are one of the kinds of appeal; ``short`` if few sentences have them all."""

    def has(*wanted: Signal) -> bool:
        return all(found & each for each in wanted)

    s = Signal
    ours = s.SELF | s.SITE
    asks = s.ASK | s.ORDER
    return (
        has(asks | s.GIFT, ours, s.PRESS, s.GIVE | s.EASE | s.DEPEND | s.GIFT)
        or has(s.BUTTON, s.GIFT)
        or has(s.ORDER, s.INBOX, s.YOU | ours | s.PRESS)
        or has(s.COOKIE, ours | s.YOU, s.CONSENT | s.YOU)
        or has(s.ACCESS, s.ORDER | s.YOU, s.GIVE | s.EASE | asks | s.PRESS)
        or has(s.CONTACT, s.SELF | s.YOU)
        or has(s.APP, s.ORDER)
        or (short and has(s.DEPEND, ours, s.YOU, s.PRESS, s.GIVE))
        or (short and has(s.CONDITION, s.SITE, asks, s.YOU, s.GIVE))
        or (short and _is_dense(found))
    )
