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
_SLOGAN = 5
_SMALL = 4  # letters up to which a word of a title may be in lower case: of, the, from
_SURE = frozenset(("label", "signature", "tail", "turn", "incise"))
_LOOSE = frozenset(
    ("subject", "right", "carried", "same-paragraph", "next-in-paragraph", "earlier-in-paragraph", "said-between", None)
)


def kind_of(text: str, quotation: Quotation, line: Line, at: int, rule: str | None, lex: Lexicon) -> Kind | None:
    """``direct``, ``part``, or ``None`` for titles, nicknames, terms and scare quotes.

    ``line.tokens[at]`` is where the quotation begins; ``rule`` is the evidence for its speaker, if there is any.
    """
    if len(quotation.spans) > 1:
        return "direct"
    words = quotation.spans[0].cut(text)
    short = len(words.split()) <= _SCARE
    first = next((char for char in words if char.isalnum()), "")
    if not first:
        return None
    if not (first.isupper() or first.isdigit()):
        if _goes_on(text, line, at):
            return "direct"
        named = rule == "lead-weak" and any(word[0].isupper() for word in _WORD.findall(words))
        return None if short and (rule in _LOOSE or named) or _is_named(line, at, rule, lex) else "part"
    opens = at == 0 or at - 1 in line.stops
    led = _is_led(line, at, lex)
    if rule in _SURE and (opens or not _is_title(words) or len(words.split()) == 1):
        return "direct"
    if _is_title(words) and not (led and rule in ("lead", "introduced")) or _is_named(line, at, rule, lex):
        return None
    if _is_embedded(words, line, at, led=led, lex=lex):
        return None if rule in _LOOSE and short else "part"
    if opens or led or (words[-1:] in ".?!…" and not short):
        return "direct"
    return None if rule in _LOOSE and short else "part"


def _is_named(line: Line, at: int, rule: str | None, lex: Lexicon) -> bool:
    """Whether a word before the marks says that a name follows: *nicknamed*, *titled*."""
    return rule in _LOOSE and at > 0 and line.tokens[at - 1].low in lex.naming


def _is_embedded(words: str, line: Line, at: int, *, led: bool, lex: Lexicon) -> bool:
    """Whether the sentence around it runs on behind the marks, or closes with a stop that the words have not."""
    if words[-1:] in ".?!…,;—–-" or at + 1 >= len(line.tokens) or at == 0:
        return False
    after = line.tokens[at + 1]
    if after.kind == "w" and after.low == after.text and after.low not in lex.cues:
        return at - 1 not in line.stops
    return led and "the" in lex.determiners and after.text == "." and len(words.split()) <= _SLOGAN


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
            split = inner[-1:] in (",", "—", "–", "-") or line.tokens[back + 1].text == "," or back == 0
            return split and opened[:1].isupper()
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
    return strength_at(line, before, lex) is not None and line.tokens[before].low not in (
        "told",
        "tells",
        "telling",
        "called",
        "call",
        "calls",
    )


def _is_title(words: str) -> bool:
    """Whether it is set like a title: every longer word with a capital, and no sentence in it."""
    found = _WORD.findall(words)
    if not found or len(found) > _LONGEST_TITLE or words.rstrip(" ,.").endswith(("?", "!")) or ". " in words:
        return False
    if words.endswith(".") and found[-1][0].islower():
        return False
    capital = [word for word in found if word[0].isupper()]
    return all(word[0].isupper() or len(word) <= _SMALL for word in found) and len(capital) * 2 > len(found) - 1
