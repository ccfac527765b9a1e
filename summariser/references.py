"""Who a phrase of the article means: a name, a pronoun, "the Prime Minister", "a spokesman"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.model import Span, Speaker
from summariser.people import split_title
from summariser.phrases import is_name_word, is_role, name_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.lexicon import Gender, Lexicon
    from summariser.people import Cast, Mention, Person
    from summariser.phrases import Phrase
    from summariser.tokens import Line, Token

_NEAR = 3  # paragraphs back in which a pronoun's person is looked for

Pointer = Literal["name", "pronoun", "description", "relative"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a phrase means: ``sure`` is false where somebody else could be meant as well."""

    speaker: Speaker | None
    evidence: tuple[Span, ...]
    pointer: Pointer
    person: Person | None = None
    sure: bool = True


def refer(
    text: str, lines: Sequence[Line], number: int, phrase: Phrase, people: Cast, lex: Lexicon, last: Reference | None
) -> Reference:
    """Whom the words ``phrase`` of line ``number`` mean; ``last`` is who spoke last before them."""
    tokens = lines[number].tokens
    span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
    head = tokens[phrase.start]
    if phrase.end - phrase.start == 1 and head.low in lex.pronouns and head.kind == "w":
        return _pronoun(text, lines, number, phrase, span, people, lex, last)
    name = _name_in(tokens, phrase, lex)
    if name is not None:
        found = _named(text, tokens, name, span, people, lex)
        if found is not None:
            return found
    described = _described(text, tokens, phrase, span, people, lex, last)
    if described is not None:
        return described
    return Reference(Speaker(_clean(text, span)), (span,), "description")


def _clean(text: str, span: Span) -> str:
    return " ".join(span.cut(text).strip(" ,").split())


def _name_in(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> tuple[int, int] | None:
    """The run of capitals that is the head: the last one before *of* or *for* or a bracket, unless a noun follows it."""
    stop = phrase.end
    for at in range(phrase.start + 1, phrase.end):
        token = tokens[at]
        if token.text in "([" or token.text == "," or (token.low in lex.prepositions and token.low not in lex.particles):
            stop = at
            break
    if tokens[stop - 1].low == "'s":
        stop -= 1
    start = stop
    while start > phrase.start and (
        is_name_word(tokens[start - 1], lex) or tokens[start - 1].low in lex.particles or tokens[start - 1].low in lex.honorifics
    ):
        start -= 1
    while start < stop and not tokens[start].capital:
        start += 1
    if start >= stop:
        return None
    if start > phrase.start and tokens[start - 1].low in ("and", "&") and start - 1 > phrase.start:
        return None  # two people: their own words are the better name
    return start, stop


def _named(
    text: str, tokens: Sequence[Token], name: tuple[int, int], span: Span, people: Cast, lex: Lexicon
) -> Reference | None:
    start, stop = name
    first = split_title(tokens, start, stop, lex)
    proper = [t for t in tokens[first:stop] if t.low not in lex.honorifics]
    if not proper or is_role(proper[-1], lex) or proper[0].low in lex.titles:
        return None
    honorific = next((t.low for t in tokens[first:stop] if t.low in lex.honorifics), None)
    gender = lex.honorifics.get(honorific) if honorific else None
    person = people.named([t.low for t in proper], gender, span.start)
    if person is None:
        shown = text[tokens[start].start : tokens[stop - 1].end]
        return Reference(Speaker(shown), (span,), "name")
    ambiguous = len({id(p) for p in people.by_surname.get(proper[-1].low, ()) if len(p.mentions) > 1}) > 1 and len(proper) == 1
    return Reference(Speaker(person.name, person.role), (span,), "name", person, sure=not ambiguous or gender is not None)


def _pronoun(
    text: str, lines: Sequence[Line], number: int, phrase: Phrase, span: Span, people: Cast, lex: Lexicon, last: Reference | None
) -> Reference:
    low = lines[number].tokens[phrase.start].low
    gender = lex.pronouns[low]
    if gender in ("n", "pl"):
        if last is not None and last.person is None and last.speaker is not None and low != "i" and last.evidence:
            return Reference(last.speaker, (span, last.evidence[0]), "pronoun", sure=False)
        return Reference(None, (span,), "pronoun", sure=False)
    mention, sure = antecedent(lines, number, span.start, gender, people, last)
    if mention is None:
        if last is not None and last.speaker is not None and _agrees(last, gender, lex):
            return Reference(last.speaker, (span, *last.evidence[-1:]), "pronoun", last.person, sure=False)
        return Reference(None, (span,), "pronoun", sure=False)
    person = mention.person
    person.gender = person.gender or gender
    return Reference(Speaker(person.name, person.role), (span, mention.span), "pronoun", person, sure=sure)


def _agrees(reference: Reference, gender: Gender, lex: Lexicon) -> bool:
    if reference.person is not None:
        return reference.person.gender in (gender, None)
    words = (reference.speaker.name if reference.speaker else "").lower().split()
    return not any(word in (lex.men if gender == "f" else lex.women) for word in words)


def antecedent(
    lines: Sequence[Line], number: int, offset: int, gender: Gender, people: Cast, last: Reference | None
) -> tuple[Mention | None, bool]:
    """The mention that a *he* or *she* at ``offset`` means, and whether nobody else near could be meant."""
    floor = max(0, number - _NEAR)
    near: list[Mention] = []
    for mention in people.before(offset):
        if mention.line < floor or len(near) > 12:  # noqa: PLR2004
            break
        if mention.person.gender in (gender, None) and (mention.person.is_person or len(mention.person.words) > 1 or mention.subject):
            near.append(mention)
    if not near:
        return None, False
    best = max(near, key=lambda mention: _salience(mention, near[0], number, last))
    rivals = {id(m.person) for m in near if m.line >= number - 1 and m.person is not best.person and m.person.gender == gender}
    strong = best.subject or (last is not None and last.person is best.person)
    return best, strong or not rivals


def _salience(mention: Mention, nearest: Mention, number: int, last: Reference | None) -> tuple[float, int]:
    score = 0.0
    score -= 2.0 * (number - mention.line)
    score += 1.5 if mention.subject else 0.0
    score += 1.0 if mention.person.gender else 0.0
    score += 0.5 if mention.person.is_person else 0.0
    if last is not None and last.person is mention.person:
        score += 2.0
    if mention.line == nearest.line and mention.sentence == nearest.sentence:
        score += 0.5
    return score, mention.span.start


def _described(
    text: str, tokens: Sequence[Token], phrase: Phrase, span: Span, people: Cast, lex: Lexicon, last: Reference | None
) -> Reference | None:
    """*the senator*: the one person of that office; *the Prime Minister*: the one most spoken of, if none holds it."""
    head = tokens[phrase.start]
    if head.low not in ("the", "der", "die", "das", "le", "la", "il", "el", "o", "a", "de", "het", "l'", "l’") or head.low == "a" and head.text == "a" and lex.pronouns.get("he"):
        return None
    words = [t for t in tokens[phrase.start + 1 : phrase.end] if t.kind == "w"]
    heads = []
    for token in words:
        if token.low in lex.prepositions:
            break
        if is_role(token, lex) or token.low in lex.titles:
            heads.append(token.low)
    if not heads or heads[-1] not in (words[len(heads) - 1].low if len(words) <= len(heads) else heads[-1],):
        return None
    holders = [p for p in people.by_head.get(heads[-1], ()) if p.mentions[0].start < span.start]
    if len(heads) > 1:
        exact = [p for p in holders if all(h in p.heads for h in heads)]
        holders = exact or holders
    if len(holders) == 1:
        person = holders[0]
        return Reference(Speaker(person.name, person.role), (span, person.mentions[0]), "description", person)
    if len(holders) > 1:
        if last is not None and last.person in holders and last.person is not None:
            return Reference(Speaker(last.person.name, last.person.role), (span, *last.evidence[:1]), "description", last.person)
        nearest = next((m for m in people.before(span.start) if m.person in holders), None)
        if nearest:
            person = nearest.person
            return Reference(Speaker(person.name, person.role), (span, nearest.span), "description", person, sure=False)
    capital = all(t.capital for t in words[: len(heads)]) and len(heads) > 0 and words[0].capital
    if not capital or len(words) > len(heads) + 1:
        return None
    return _office(text, words, span, people, lex)


def _office(text: str, words: Sequence[Token], span: Span, people: Cast, lex: Lexicon) -> Reference | None:
    """An office written with a capital and held by nobody named so far: the person most spoken of without a role."""
    gender: Gender | None = next(("f" if w.low in lex.women else "m" for w in words if w.low in lex.women or w.low in lex.men), None)
    free = [
        p
        for p in people.people
        if p.role is None and p.is_person and p.mentions[0].start < span.start and p.gender in (gender, None, "m", "f")
    ]
    if gender:
        free = [p for p in free if p.gender in (gender, None)]
    if not free:
        return None
    best = max(free, key=lambda p: (sum(m.start < span.start for m in p.mentions), -p.mentions[0].start))
    office = text[words[0].start : words[-1].end]
    best.role = office
    best.heads |= {w.low for w in words}
    rivals = [p for p in free if p is not best and sum(m.start < span.start for m in p.mentions) >= sum(m.start < span.start for m in best.mentions)]
    return Reference(Speaker(best.name, office), (span, best.mentions[0]), "description", best, sure=not rivals)
