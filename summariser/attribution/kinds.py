"""What stands between the marks: the speaker's own sentence, some of their words, or nobody's words at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.attribution.tags import Tag
from summariser.attribution.verbs import strength_at
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from summariser.attribution.evidence import Page, Place
    from summariser.attribution.tokens import Line
    from summariser.model import Kind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLOSING = "”\"’'»«“ "
_OPENING = "“\"‘'«»„ "
_SPLITS = (",", "—", "–", "-")
_SCARE = 3
"""Words up to which a stretch that no verb of saying leads to is a term or a nickname, not a quotation."""

_LONGEST_TITLE = 9
_SLOGAN = 5  # words of a slogan, which has no stop of its own
_SMALL = words(
    "the a an of in on at to for and or but by with from as up out der die das und von im zu de la le les du des et à",
    "en el los las y del il lo gli di e o os as do da van het een op ein eine un une una uma",
)
"""What a title may have in lower case."""

_WORKS = words("wrote writes write sang sings sing sung read reads published recorded penned recited written composed")
"""Verbs whose object may be a work: *who wrote “The Boats of Porth”*."""

_COMMA = 6  # tokens back in which a verb of saying makes a comma lead to a quotation
_SURE = frozenset(("label", "signature", "tail", "turn", "incise"))
_LOOSE = frozenset(
    ("subject", "right", "carried", "same-paragraph", "next-in-paragraph", "earlier-in-paragraph", "said-between", None)
)
_CALLING = frozenset(("told", "tells", "telling", "called", "call", "calls"))


def kind_of(page: Page, number: int, place: Place, rule: str | None, *, english: bool) -> Kind | None:
    """``direct``, ``part``, or ``None`` for titles, nicknames, terms and scare quotes.

    The quotation begins at ``place``; ``rule`` is the evidence for its speaker, if there is any. ``english``: whether
    its full stop would stand inside the marks.
    """
    quotation = page.quotations[number]
    if len(quotation.spans) != 1:
        return "direct"
    (span,) = quotation.spans
    said = span.cut(page.text)
    first = next((char for char in said if char.isalnum()), "")
    if not first:
        return None
    line = page.lines[place.line]
    if first.isupper() or first.isdigit():
        return _of_capital(said, line, place.at, rule, english=english)
    return _of_small(page.text, said, line, place.at, rule)


def _of_small(text: str, said: str, line: Line, at: int, rule: str | None) -> Kind | None:
    """What begins in lower case: some said, or the second half of a sentence that its attribution split."""
    if _goes_on(text, line, at):
        return "direct"
    named = rule == "lead-weak" and any(word[0].isupper() for word in _WORD.findall(said))
    term = _is_short(said) and (rule in _LOOSE or named)
    return None if term or _is_named(line, at, rule) else "part"


def _of_capital(said: str, line: Line, at: int, rule: str | None, *, english: bool) -> Kind | None:
    opens = at == 0 or at - 1 in line.stops
    led = _is_led(line, at)
    title = _is_title(said)
    if rule in _SURE and (opens or not title or len(said.split()) == 1):
        return "direct"
    work = at > 0 and line.tokens[at - 1].low in _WORKS
    if (title and (work or not (led and rule in ("lead", "introduced")))) or _is_named(line, at, rule):
        return None
    sentence = opens or led or (said[-1:] in ".?!…" and not _is_short(said))
    if sentence and not _is_embedded(said, line, at, led=led, english=english):
        return "direct"
    return None if rule in _LOOSE and _is_short(said) else "part"


def _is_short(said: str) -> bool:
    return len(said.split()) <= _SCARE


def _is_named(line: Line, at: int, rule: str | None) -> bool:
    """Whether a word before the marks says that a name follows: *nicknamed*, *titled*."""
    return rule in _LOOSE and at > 0 and line.tokens[at - 1].has(Tag.NAMING)


def _is_embedded(said: str, line: Line, at: int, *, led: bool, english: bool) -> bool:
    """Whether the sentence around it runs on behind the marks, or closes with a stop that the said have not."""
    if said[-1:] in ".?!…,;—–-" or at + 1 >= len(line.tokens) or at == 0:
        return False
    after = line.tokens[at + 1]
    if after.kind == "w" and not after.capital and not after.has(Tag.CUE):
        return at - 1 not in line.stops
    return led and english and after.text == "." and len(said.split()) <= _SLOGAN


def _goes_on(text: str, line: Line, at: int) -> bool:
    """Whether it goes on with a sentence that its attribution split: *“A,” X said, “and b.”*."""
    if at == 0 or line.tokens[at - 1].text not in _SPLITS:
        return False
    for back in range(at - 2, -1, -1):
        token = line.tokens[back]
        if back in line.stops:
            return False
        if token.kind == "q":
            inner = text[token.start : token.end]
            split = inner.rstrip(_CLOSING).endswith(_SPLITS) or line.tokens[back + 1].text == "," or back == 0
            return split and inner.lstrip(_OPENING)[:1].isupper()
    return False


def _is_led(line: Line, at: int) -> bool:
    """Whether a verb of saying, a colon or a comma after one stands right before the marks."""
    if at == 0:
        return False
    before = line.tokens[at - 1]
    if before.text == ":":
        return True
    if before.text in _SPLITS:
        return any(strength_at(line, back) for back in range(max(0, at - 1 - _COMMA), at - 1))
    return strength_at(line, at - 1) is not None and before.low not in _CALLING


def _is_title(said: str) -> bool:
    """Whether it is set like a title: every longer word with a capital, and no sentence in it."""
    found = _WORD.findall(said)
    if not found or len(found) > _LONGEST_TITLE or said.rstrip(" ,.").endswith(("?", "!")) or ". " in said:
        return False
    if said.endswith(".") and found[-1][0].islower():
        return False
    capitals = sum(word[0].isupper() for word in found)
    return capitals * 2 >= len(found) and all(word[0].isupper() or word in _SMALL for word in found)
