"""Whether what somebody says between quotation marks is said by somebody in the point."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summariser.checking.case import surveyed, words_within
from summariser.checking.failure import Failure
from summariser.checking.saying import FACTS, HEARSAY, UNSPOKEN
from summariser.checking.scopes import scopes
from summariser.lexicon import lexicon
from summariser.quotes import scan
from summariser.speakers import quotes_of
from summariser.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading

_FEWEST = 3
"""Words that a point has from quotations before it is taken to say the same."""

_SHARE = 0.6
"""And the share that they are of its words that come from the evidence."""

_NO_SPEECH = FACTS & UNSPOKEN
"""Cues that don't make anything somebody's words: *with the bridge closed*."""


def plain_opinions(case: Case) -> Iterator[Failure]:
    """*Girls have warm hands, and warm hands rust steel*: what only its speaker says, told as a fact by nobody.

    A quotation that runs on in the next sentence has no verb of saying there; so this looks at the marks.
    """
    spoken = any(voice.low not in _NO_SPEECH for voice in case.our_voices)
    if (
        case.foreign
        or spoken
        or _is_told(case.point)
        or scan(case.point.text, case.point.language)
        or _is_reported(case)
    ):
        return
    quoted = _quoted(case)
    told = {at for at, place in case.places.items() if place in quoted}
    if len(told) >= _FEWEST and len(told) >= _SHARE * len(case.places):
        said = case.point.cut(min(told), max(told) + 1)
        yield Failure("attribution", said, "In the evidence somebody says so, in quotation marks; say who does.")


def _is_told(point: Reading) -> bool:
    """Whether it has a verb of saying that is not finite, or such a noun: *used to say*, *insisting*, *in her view*."""
    verbs = _stems_of_saying(point.language)
    return any(
        word.low in HEARSAY
        or (word.low == "know" and point.low(at - 2) in {"wanted", "wants"})  # "wanted to know"
        or (word.stem in verbs and (point.low(at - 1) == "to" or word.low.endswith("ing")))
        for at, word in enumerate(point.words)
    )


@cache
def _stems_of_saying(language: str | None) -> frozenset[str]:
    return frozenset(stem(each, language) for each in lexicon(language).cues)


def _is_reported(case: Case) -> bool:
    """Whether German says by the verb's mood alone that these are somebody's words: *Er sei keiner, der …*."""
    doubted = any("unsure" in moods for moods in scopes(case.point).values())
    return case.point.language == "de" and doubted


def _quoted(case: Case) -> frozenset[int]:
    """The words of the evidence that are somebody's own sentences, between marks."""
    direct = (quote for quote in quotes_of(surveyed(case.article)) if quote.kind == "direct")
    return frozenset(at for quote in direct for span in quote.spans for at in words_within(case, span))
