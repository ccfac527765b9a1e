"""A question that gives words as they were said and asks whose they are: *who said "some of us are the 62"?*.

Such words are found by reading along, the small ones too; no measure of likeness is needed, and none would do: a
sentence that shares the rare words of a quotation isn't it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.quotes import scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.questions import Question
    from summariser.testimony import Testimony

FEWEST = 3
"""Words that have to be given: two are somebody's by chance."""

_SAYING = (
    r"(?:says?|said|saying|claim(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|call(?:s|ed)|describ(?:es|ed)|tells?|told|asked)"
)
_WHO_SAID = re.compile(
    rf"\bwho(?:['’]s)?\s+(?:(?:was|is|it|has|had|that|else)\s+){{0,3}}{_SAYING}\s+"
    r"(?:that\s+|it\s+(?:as\s+)?|them\s+|him\s+|her\s+)?(?P<said>[^?]+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def cited(question: Question, told: Sequence[Testimony]) -> tuple[Testimony, ...] | None:
    """The sentence with the words whose speaker is asked for, one that says who speaks if there is one.

    ``None`` where no such words are asked about; none, where they stand in quotation marks and nobody says them.
    """
    said = _WHO_SAID.search(question.text)
    if said is None:
        return None
    marked = [part.cut(question.text) for each in scan(question.text) if each.closed for part in each.spans]
    given = [words for each in marked or [said["said"]] if (words := _plain(each)).count(" ") + 1 >= FEWEST]
    having = [each for each in told if any(_share(words, _plain(each.text)) for words in given)]
    if having:
        return (next((each for each in having if each.speakers or each.voices), having[0]),)
    return () if marked and given else None


def _share(words: str, sentence: str) -> bool:
    """Whether the words are in the sentence, or go on behind it: a quotation may have several."""
    whole = sentence.count(" ") + 1 >= FEWEST and f" {sentence} " in f" {words} "
    return whole or f" {words} " in f" {sentence} "


def _plain(text: str) -> str:
    """The words, small and with a blank between each two."""
    return " ".join(found[0].lower().replace("’", "'") for found in _WORD.finditer(text))
