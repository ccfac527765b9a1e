"""Whom a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.attribution.phrases import AND
from summariser.attribution.roles import is_name, proper_name
from summariser.attribution.scene import Reference, to_person
from summariser.attribution.tags import Tag
from summariser.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.phrases import Phrase
    from summariser.attribution.scene import Scene
    from summariser.attribution.tokens import Token
    from summariser.model import Span


def named(scene: Scene, number: int, phrase: Phrase) -> Reference | None:
    """Whom the name in ``phrase`` means, if its head is one."""
    run = name_in(scene.lines[number].tokens, phrase)
    return person_at(scene, number, *run, scene.span(number, phrase)) if run else None


def person_at(scene: Scene, number: int, start: int, stop: int, span: Span) -> Reference | None:
    """Whom the capitals from token ``start`` to ``stop`` mean; ``span`` is what to give as evidence."""
    tokens = scene.lines[number].tokens
    read = proper_name(tokens, start, stop)
    stop, proper, honorific = read.end, read.words, read.honorific
    if not proper:
        return None
    gender = scene.lex.honorifics.get(honorific) if honorific else None
    person = scene.people.named([token.low for token in proper], gender, span.start)
    if person is None and not is_name(proper, honorific):
        return None
    noun = scene.lex.nouns_capital and len(proper) == 1 and start > 0 and tokens[start - 1].has(Tag.DETERMINER)
    if noun and (person is None or not person.is_person):
        return None  # "ein Fischer"
    if person is None:
        shown = scene.lines[number].cut(start, stop)
        return Reference(Speaker(scene.people.whole(shown)), (span,), "name", number)
    namesakes = [other for other in scene.people.by_surname.get(proper[-1].low, ()) if other.is_person]
    sure = len(proper) > 1 or gender is not None or len(namesakes) <= 1
    return to_person(person, (span,), "name", number, sure=sure)


def name_in(tokens: Sequence[Token], phrase: Phrase) -> tuple[int, int] | None:
    """The run of capitals that is the head: the last one before *of* or a bracket, unless a noun follows it."""
    stop = _head_end(tokens, phrase)
    if tokens[stop - 1].low == "'s":
        return None
    start = stop
    while start > phrase.start and tokens[start - 1].has(Tag.NAME | Tag.PARTICLE | Tag.HONORIFIC):
        start -= 1
    while start < stop and not tokens[start].capital:
        start += 1
    if start >= stop or (start - 1 > phrase.start and tokens[start - 1].low in AND):
        return None  # two people: their own words are the better name
    return start, stop


def _head_end(tokens: Sequence[Token], phrase: Phrase) -> int:
    for at in range(phrase.start + 1, phrase.end):
        token = tokens[at]
        following = tokens[at + 1 : min(at + 3, phrase.end)]
        inside = token.has(Tag.PARTICLE) and tokens[at - 1].capital and any(other.has(Tag.NAME) for other in following)
        if token.text in ("(", "[", ",") or (token.has(Tag.PREPOSITION | Tag.DETERMINER) and not inside):
            return at
    return phrase.end
