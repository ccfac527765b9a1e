"""Whom words mean: a name, a pronoun, a description."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.attribution.descriptions import description, is_human
from summariser.attribution.naming import named
from summariser.attribution.phrases import can_speak, first_phrase
from summariser.attribution.salience import NEAR, antecedent
from summariser.attribution.scene import Reference, to_person, unknown
from summariser.attribution.tags import Tag
from summariser.attribution.tokens import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.phrases import Phrase
    from summariser.attribution.scene import Scene
    from summariser.attribution.tokens import Token
    from summariser.lexicon import Gender
    from summariser.model import Span

_NEW = frozenset(("a", "an", "one", "another"))


def refer(scene: Scene, number: int, phrase: Phrase, spoken: Sequence[Reference]) -> Reference:
    """Whom the words ``phrase`` of paragraph ``number`` mean; ``spoken`` is who spoke before them, the latest last."""
    head = scene.lines[number].tokens[phrase.start]
    last = spoken[-1] if spoken else None
    if phrase.end - phrase.start == 1:
        span = scene.span(number, phrase)
        if head.has(Tag.PRONOUN):
            return _pronoun(scene, number, phrase, span, spoken)
        if head.has(Tag.POSSESSIVE):
            return _possessive(scene, number, span, scene.lex.possessives[head.low], last)
    return named(scene, number, phrase) or description(scene, number, phrase, last)


def _pronoun(scene: Scene, number: int, phrase: Phrase, span: Span, spoken: Sequence[Reference]) -> Reference:
    low = scene.lines[number].tokens[phrase.start].low
    gender = scene.lex.pronouns[low]
    last = spoken[-1] if spoken else None
    if gender in ("n", "pl"):
        first_person = low in ("i", "we")
        return unknown((span,), number) if first_person else _body(scene, number, phrase, last)
    return (
        _subject_before(scene, number, phrase, gender, spoken)
        or _person(scene, number, span, gender, spoken)
        or _unnamed(scene, number, gender, span, last)
        or unknown((span,), number, gender)
    )


def _body(scene: Scene, number: int, phrase: Phrase, last: Reference | None) -> Reference:
    """*it said*, *they added*: the company that leads the sentence, or that spoke just before."""
    span, line = scene.span(number, phrase), scene.lines[number]
    leading = first_phrase(line, line.first_of_sentence(phrase.start), phrase.start)
    if leading and can_speak(line.tokens, leading) and not line.tokens[leading.start].has(Tag.PRONOUN):
        found = named(scene, number, leading) or description(scene, number, leading, last)
        if found.person is None or not found.person.is_person:
            return replace(found, evidence=(span, *found.evidence), pointer="pronoun", sure=False)
    if last is None or last.person is not None or last.speaker is None or number - last.line > 1:
        return unknown((span,), number)
    return Reference(last.speaker, (span, *last.evidence[:1]), "pronoun", number, sure=False)


def _subject_before(
    scene: Scene, number: int, phrase: Phrase, gender: Gender, spoken: Sequence[Reference]
) -> Reference | None:
    """The subject of the sentences before it in its paragraph, where that is no name: *The minister … she said*."""
    line = scene.lines[number]
    at = phrase.start
    floor = max(0, at - REACH)
    while at > floor:
        start = line.first_of_sentence(at - 1)
        subject = first_phrase(line, start, at)
        at = start
        if subject is None or line.tokens[subject.start].has(Tag.PRONOUN):
            continue
        human = is_human(line.tokens, subject) or _has_who(line.tokens, subject)
        if named(scene, number, subject) or not (human or _may_say(line.tokens, subject)):
            return None
        found = description(scene, number, subject, spoken[-1] if spoken else None)
        if found.gender not in (gender, None):
            return None
        evidence = (scene.span(number, phrase), *found.evidence[-1:])
        return replace(found, evidence=evidence, pointer="pronoun", gender=gender, sure=found.sure and human)
    return None


def _has_who(tokens: Sequence[Token], subject: Phrase) -> bool:
    """*One thatcher, who asked not to be named*: a word we don't know for a person's, but the article does."""
    behind = subject.end + (tokens[subject.end : subject.end + 1] != [] and tokens[subject.end].text == ",")
    return behind < len(tokens) and tokens[behind].low == "who"


def _may_say(tokens: Sequence[Token], subject: Phrase) -> bool:
    """*A thatcher said …*: somebody new, if it isn't a paper or a body that speaks."""
    first, behind = tokens[subject.start], tokens[subject.end : subject.end + 1]
    new = first.low in _NEW and not any(token.has(Tag.BODY | Tag.WRITTEN) for token in subject.of(tokens))
    return new and bool(behind) and behind[0].has(Tag.CUE)


def _person(scene: Scene, number: int, span: Span, gender: Gender, spoken: Sequence[Reference]) -> Reference | None:
    """Somebody named; unless somebody without a name spoke since, and they are not clearly meant."""
    last = spoken[-1] if spoken else None
    latest = next((r for r in reversed(spoken[-REACH:]) if r.person is not None and r.person.may_be(gender)), None)
    found = antecedent(scene.people, number, span.start, gender, latest)
    unnamed = _unnamed(scene, number, gender, span, last)
    if found is None:
        if unnamed is not None or latest is None:
            return None
        near = number - latest.line <= NEAR
        return replace(latest, evidence=(span, *latest.evidence[-1:]), pointer="pronoun", line=number, sure=near)
    mention, sure = found
    if unnamed is not None and (not sure or mention.span.start < unnamed.evidence[-1].start):
        return None
    mention.person.gender = mention.person.gender or gender
    return to_person(mention.person, (span, mention.span), "pronoun", number, sure=sure)


def _unnamed(scene: Scene, number: int, gender: Gender, span: Span, last: Reference | None) -> Reference | None:
    """Somebody without a name who spoke last: *a fisherman … he said*."""
    if last is None or last.person is not None or last.speaker is None or last.pointer == "name":
        return None
    told = last.gender == gender and number - last.line <= 1
    open_ = last.gender is None and last.line == number
    if not told and not open_:
        return None
    if open_ and not any(word in scene.lex.roles for word in last.speaker.name.lower().split()):
        return None  # a report, a family: nobody whom "he" could mean
    return Reference(last.speaker, (span, *last.evidence[:1]), "pronoun", number, gender=gender, sure=last.sure)


def _possessive(scene: Scene, number: int, span: Span, gender: Gender, last: Reference | None) -> Reference:
    """*In his words*: the person last spoken of, or where the word doesn't tell a gender, the last to speak."""
    if gender == "n":
        if last is None:
            return unknown((span,), number)
        return replace(last, evidence=(span, *last.evidence[:1]), line=number, sure=False)
    found = antecedent(scene.people, number, span.start, gender, last)
    if found is None:
        return unknown((span,), number, gender)
    mention, sure = found
    return to_person(mention.person, (span, mention.span), "pronoun", number, sure=sure)
