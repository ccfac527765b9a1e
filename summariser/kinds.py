"""What stands between the marks: the speaker's own sentence, some of their words, or nobody's words at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.cues import strength_at

if TYPE_CHECKING:
    from summariser.lexicon import Lexicon
    from summariser.model import Kind, Quotation
    from summariser.tokens import Line

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SCARE = 3
"""Words up to which a stretch that no verb of saying leads to is a term or a nickname, not a quotation."""
_LONGEST_TITLE = 9
_SMALL = 4  # letters up to which a word of a title may be in lower case: of, the, from
_SURE = frozenset(("label", "signature", "tail", "turn", "incise"))
_LOOSE = frozenset(("subject", "carried", "same-paragraph", "next-in-paragraph", "earlier-in-paragraph", "said-between", None))


def kind_of(text: str, quotation: Quotation, line: Line, at: int, rule: str | None, lex: Lexicon) -> Kind | None:
    """``direct``, ``part``, or ``None`` for titles, nicknames, terms and scare quotes.

    ``line.tokens[at]`` is where the quotation begins; ``rule`` is the evidence for its speaker, if there is any.
    """
    if len(quotation.spans) > 1:
        return "direct"
    words = quotation.spans[0].cut(text)
    first = next((char for char in words if char.isalnum()), "")
    if not first:
        return None
    if not (first.isupper() or first.isdigit()):
        if _goes_on(text, line, at):
            return "direct"
        return None if rule in _LOOSE and len(words.split()) <= _SCARE else "part"
    if rule in _SURE:
        return "direct"
    opens = at == 0 or at - 1 in line.stops
    led = _is_led(line, at, lex)
    if _is_title(words) and not (led and rule in ("lead", "introduced")):
        return None
    if opens or led or words[-1:] in ".?!…" and len(words.split()) > _SCARE:
        return "direct"
    return None if rule in _LOOSE and len(words.split()) <= _SCARE else "part"


def _goes_on(text: str, line: Line, at: int) -> bool:
    """Whether it goes on with a sentence that its attribution split: *“A,” X said, “and b.”*."""
    before = line.tokens[at - 1] if at else None
    if before is None or before.text not in (",", "—", "–"):
        return False
    for back in range(at - 2, -1, -1):
        token = line.tokens[back]
        if back in line.stops:
            return False
        if token.kind == "q":
            inner = text[token.start : token.end].rstrip("”\"’'»«“ ")
            opened = text[token.start : token.end].lstrip("“\"‘'«»„ ")
            return inner[-1:] in (",", "—", "–", "-") and opened[:1].isupper() or (back == 0 and opened[:1].isupper())
    return False


def _is_led(line: Line, at: int, lex: Lexicon) -> bool:
    """Whether a verb of saying, a colon or a comma after one stands right before the marks."""
    before = at - 1
    if before < 0:
        return False
    if line.tokens[before].text in (":", ",", "—", "–"):
        return line.tokens[before].text == ":" or any(
            strength_at(line, back, lex) for back in range(max(0, before - 6), before)
        )
    return strength_at(line, before, lex) is not None and line.tokens[before].low not in ("told", "tells", "telling", "called", "call", "calls")


def _is_title(words: str) -> bool:
    """Whether it is set like a title: every longer word with a capital, and no sentence in it."""
    found = _WORD.findall(words)
    if not found or len(found) > _LONGEST_TITLE or words.rstrip(" ,.").endswith(("?", "!")) or ". " in words:
        return False
    capital = [word for word in found if word[0].isupper()]
    return all(word[0].isupper() or len(word) <= _SMALL for word in found) and len(capital) * 2 > len(found) - 1
