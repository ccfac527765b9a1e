"""What a sentence does beside telling the story, and which of it together makes an appeal."""

from __future__ import annotations

import re
from enum import Flag, auto

from summariser import solicitations as words

HOOK_WORDS = 10
"""A question this short before a request is its hook: "Stuck at the bridge? Send us …"."""

EARLY = 12
"""Characters before which "cancel any time" is the sentence's own business and not that of somebody in it."""


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


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
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


def may_ask(line: str) -> bool:
    """Whether ``line`` has any word of those that every appeal has some of."""
    return not words.TRIGGERS.isdisjoint(_WORD.findall(line.lower()))


def signals(sentence: str, low: str) -> Signal:
    """Everything ``sentence`` does; ``low`` is the same in lower case with straight apostrophes."""
    cased = set(_WORD.findall(sentence))
    tokens = set(_WORD.findall(low))
    found = Signal.NONE
    if not words.SELF.isdisjoint(cased):
        found |= Signal.SELF
    if not words.YOU.isdisjoint(cased):
        found |= Signal.YOU
    if low.endswith("?") and len(low.split()) <= HOOK_WORDS:
        found |= Signal.HOOK
    if (light := words.EASE.search(low)) and light.start() < EARLY:
        found |= Signal.LIGHT
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


def is_appeal(found: Signal) -> bool:
    """Whether these signals together are one of the kinds of appeal."""

    def has(*wanted: Signal) -> bool:
        return all(found & each for each in wanted)

    s = Signal
    ours = s.SELF | s.SITE
    asks = s.ASK | s.ORDER
    return (
        has(asks | s.GIFT, ours, s.PRESS, s.GIVE | s.EASE | s.DEPEND | s.GIFT)
        or has(s.ORDER, s.INBOX, s.YOU | ours | s.PRESS)
        or has(s.COOKIE, ours | s.YOU, s.CONSENT | s.YOU)
        or has(s.ACCESS, asks | s.YOU, s.GIVE | s.EASE | asks | s.PRESS)
        or has(s.CONTACT, s.SELF | s.YOU)
        or has(s.APP, s.ORDER)
    )
