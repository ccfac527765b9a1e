"""Where a page asks its reader for something: money, an address, consent, an answer.

No word gives an appeal away: stories about charities and newspapers use them all. What a story doesn't do is speak
about itself ("our newsroom"), to its reader ("your support"), and ask ("donate now"), all outside quotation marks, in
sentences that stand together and report nobody's words. So every sentence is given the signals it carries, sentences
that carry some are joined to runs, and a run goes when its signals together make one of a few kinds of appeal.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.cleaning.labels import BUTTON, is_label, is_page_sentence
from summariser.cleaning.quoting import blanked, is_spoken
from summariser.cleaning.signals import ADDRESS, ANCHORS, Signal, is_appeal, may_ask, reports, signals
from summariser.model import Span
from summariser.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

GAP = 2
"""Sentences without a signal that may stand inside a run of one line: an appeal tells what the paper did last year."""

FEW = 5
"""Sentences of a short appeal."""

FEW_SILENT = 3
"""Sentences before the first request of an appeal that ends in a button."""

LONGEST_LEAD = 5
"""Sentences between an appeal and the edge of its line that belong to it if there is a button among them."""

SHORT = 50
"""Characters of a row of buttons: "Manage preferences", "Alle akzeptieren"."""

_PAPER = re.compile(r"\bThe (?:[A-Z][\w&’'-]+ ?){1,4}")
_OWNING = re.compile(r"(?:['’]s|s['’])\Z")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence or a button, where it stands, and what it carries."""

    span: Span
    signals: Signal = Signal.NONE
    spoken: bool = False
    button: bool = False
    papers: tuple[str, ...] = ()


def appeals(text: str, lines: Sequence[Span], labels: Collection[int] = ()) -> list[Span]:
    """The stretches of ``lines`` that ask something of the reader, or are the page's own words.

    ``labels`` are the numbers of lines that go already; a line between two that go needs less to go with them.
    """
    units = {
        number: _units(text, line)
        for number, line in enumerate(lines)
        if number not in labels and may_ask(line.cut(text))
    }
    found = {number: _in_line(each) for number, each in units.items()}
    whole = {number for number, each in units.items() if len(found[number]) == len(each)}
    for number, each in units.items():
        if number not in whole and _goes_with(number, each, whole, labels, units):
            found[number] = [lines[number]]
    return [span for each in found.values() for span in each]


def _goes_with(
    number: int,
    units: Sequence[_Unit],
    whole: Collection[int],
    labels: Collection[int],
    all_units: Mapping[int, Sequence[_Unit]],
) -> bool:
    """Whether a line that is no appeal alone is one together with the lines beside it that are."""
    if not all(unit.signals & ADDRESS or unit.button for unit in units):
        return False
    beside = [near for near in (number - 1, number + 1) if near in whole]
    bounded = all(near in whole or near in labels for near in (number - 1, number + 1))
    if beside and bounded:
        return True
    together = [unit for near in (number, *beside) for unit in all_units[near]]
    return bool(beside) and any(ANCHORS & unit.signals for unit in units) and is_appeal(_union(together))


def _papers(text: str) -> tuple[str, ...]:
    return tuple(_OWNING.sub("", found[0].strip()) for found in _PAPER.finditer(text))


def paper(text: str) -> str | None:
    """The paper an appeal speaks for: the name with "The" that it uses at least twice."""
    names = _papers(text)
    best = max(names, key=names.count, default=None)
    return best if best and names.count(best) > 1 else None


def _units(text: str, line: Span) -> list[_Unit]:
    whole = line.cut(text)
    plain, speech = blanked(whole)
    units: list[_Unit] = []
    for each in sentences(whole):
        units += _cut_at_buttons(plain, each.span, line.start, speech)
    if len(units) > 1 and not units[-1].spoken and is_label(units[-1].span.cut(text)):
        units[-1] = replace(units[-1], button=True)
    return units


def _cut_at_buttons(plain: str, sentence: Span, offset: int, speech: list[tuple[int, int]]) -> Iterator[_Unit]:
    at = sentence.start
    for button in BUTTON.finditer(plain, sentence.start, sentence.end):
        if button.start() > at and plain[button.start() - 1] != " ":
            continue
        if rest := _trimmed(plain, at, button.start()):
            yield _unit(plain, rest, offset, speech)
        low = button[0].lower()
        asks = Signal.ORDER | Signal.BUTTON if signals(button[0], low) & Signal.ORDER else Signal.NONE
        at = button.end()
        while at < sentence.end and plain[at] in ".!":
            at += 1
        yield _Unit(Span(button.start() + offset, at + offset), asks, button=True)
        while at < sentence.end and plain[at] in " |·•":
            at += 1
    if rest := _trimmed(plain, at, sentence.end):
        yield _unit(plain, rest, offset, speech)


def _unit(plain: str, span: Span, offset: int, speech: list[tuple[int, int]]) -> _Unit:
    sentence = span.cut(plain)
    placed = Span(span.start + offset, span.end + offset)
    low = sentence.lower().replace("’", "'").strip()
    if is_page_sentence(sentence):
        return _Unit(placed, Signal.NONE, button=True)
    if is_spoken(speech, span) or reports(low):
        return _Unit(placed, spoken=True)
    return _Unit(placed, signals(sentence, low), papers=_papers(sentence))


def _trimmed(plain: str, start: int, end: int) -> Span | None:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _in_line(units: Sequence[_Unit]) -> list[Span]:
    """What goes of one line: its appeals, and the buttons that stand apart from them."""
    units = _self_named(units)
    gone = [unit.button for unit in units]
    for start, end in _runs(units):
        if found := _appeal(units, start, end):
            first, last = found
            gone[first : last + 1] = [True] * (last + 1 - first)
    return [unit.span for unit, go in zip(units, gone, strict=True) if go]


def _self_named(units: Sequence[_Unit]) -> Sequence[_Unit]:
    """A paper that several sentences of one line name is taken to speak of itself in each of them."""
    times = Counter(name for unit in units for name in set(unit.papers))
    return [
        replace(unit, signals=unit.signals | Signal.SELF) if any(times[name] > 1 for name in unit.papers) else unit
        for unit in units
    ]


def _runs(units: Sequence[_Unit]) -> Iterator[tuple[int, int]]:
    """Stretches of units, first and last inclusive, that carry signals, with small gaps and nobody speaking."""
    start = end = -1
    gap = 0
    for number, unit in enumerate(units):
        if unit.spoken or gap > GAP:
            if start >= 0:
                yield start, end
            start, gap = -1, 0
        if unit.signals and not unit.spoken:
            start, end, gap = (number if start < 0 else start), number, 0
        elif start >= 0 and not unit.button:
            gap += 1
    if start >= 0:
        yield start, end


def _appeal(units: Sequence[_Unit], start: int, end: int) -> tuple[int, int] | None:
    """The appeal in a run, from its first asking sentence to its last, and what belongs to it at its ends."""
    run = units[start : end + 1]
    consents = bool(_union(run) & Signal.COOKIE)
    anchored = [n for n, unit in enumerate(run, start) if _anchors(unit, consents=consents)]
    if not anchored:
        return None
    first, last = anchored[0], anchored[-1]
    while first and (units[first - 1].button or units[first - 1].signals & Signal.HOOK):
        first -= 1
    while last + 1 < len(units) and units[last + 1].button:
        last += 1
    found = units[first : last + 1]
    if not is_appeal(_union(found), short=len(found) <= FEW):
        return (0, len(units) - 1) if _is_whole_appeal(units) else None
    papers = {name for unit in found for name in unit.papers}
    buttoned = bool(_union(found) & Signal.BUTTON)
    if _leads_in(units[:first], papers) or (buttoned and _leads_to_button(units[:first])):
        first = 0
    if _leads_in(units[last + 1 :], papers):
        last = len(units) - 1
    return first, last


def _is_whole_appeal(units: Sequence[_Unit]) -> bool:
    """Whether a short line is an appeal for money as a whole: no sentence of it without a sign, nobody reported."""
    if len(units) > FEW or not all(unit.signals or unit.button for unit in units):
        return False
    union = _union(units)
    return bool(union & Signal.GIVE) and is_appeal(union, short=True)


def _anchors(unit: _Unit, *, consents: bool) -> bool:
    """Whether an appeal may begin or end with this sentence: it addresses somebody, and not about the story."""
    found = unit.signals
    if consents and found & Signal.CONSENT and (found & ADDRESS or unit.span.end - unit.span.start < SHORT):
        return True
    of_itself = found & Signal.SELF and found & (Signal.PRESS | Signal.GIVE)
    return bool(of_itself or (found & ANCHORS and found & ADDRESS))


def _union(units: Sequence[_Unit]) -> Signal:
    """All signals of these; a paper named twice speaks of itself."""
    papers = [name for unit in units for name in unit.papers]
    named_twice = len(set(papers)) < len(papers)
    union = Signal.SELF if named_twice else Signal.NONE
    for unit in units:
        union |= unit.signals
    return union


def _leads_in(units: Sequence[_Unit], papers: AbstractSet[str]) -> bool:
    """Whether these few sentences, all there is between an appeal and the edge of its line, are of it too."""
    left = [unit for unit in units if not unit.button]
    if len(left) < len(units):
        return len(left) <= LONGEST_LEAD and all(unit.signals for unit in left)
    return len(left) <= GAP and all(unit.signals & ADDRESS or not papers.isdisjoint(unit.papers) for unit in left)


def _leads_to_button(units: Sequence[_Unit]) -> bool:
    """Whether an appeal with a button may begin with these: its subject first, one sentence at most without it."""
    silent = sum(1 for unit in units if not unit.signals)
    spoken = any(unit.spoken or unit.button for unit in units)
    return 0 < len(units) <= FEW_SILENT and not spoken and silent <= 1 and bool(units[0].signals & ADDRESS)
