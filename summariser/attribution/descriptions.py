"""Whom a description means: *the senator*, *the Prime Minister*, *the Canadian*, *a spokesman*."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summariser.attribution.naming import person_at
from summariser.attribution.phrases import ARTICLE, first_phrase, name_end, name_start
from summariser.attribution.roles import word_gender
from summariser.attribution.salience import aptness, nearby
from summariser.attribution.scene import Reference, to_person
from summariser.attribution.tags import Tag
from summariser.model import Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.people import Mention, Person
    from summariser.attribution.phrases import Phrase
    from summariser.attribution.scene import Scene
    from summariser.attribution.tokens import Token
    from summariser.lexicon import Gender, Lexicon

_ARTICLES: dict[str, Gender] = {
    "la": "f", "una": "f", "une": "f", "a": "f", "uma": "f", "eine": "f",
    "le": "m", "el": "m", "il": "m", "lo": "m", "o": "m",
}  # fmt: skip
_RECENT = 2  # paragraphs
_KNOWN_TO_ALL = frozenset(("prime minister", "president", "pope", "king", "queen", "premier", "first minister"))
_LEAD = 40  # tokens of a sentence in which its subject is looked for
_DEFINITE = frozenset(("the", "der", "die", "das", "le", "la", "l'", "l’", "il", "lo", "el", "o", "a", "de", "het"))


def description(scene: Scene, number: int, phrase: Phrase, last: Reference | None) -> Reference:
    """Whom ``phrase`` means; where it means nobody named, its own words are the speaker."""
    span = scene.span(number, phrase)
    return (
        _apposed(scene, number, phrase, span)
        or _known(scene, number, phrase, span, last)
        or Reference(
            Speaker(_tidy(scene, number, phrase)),
            (span,),
            "description",
            number,
            gender=_gender_of(scene.lines[number].tokens, phrase, scene.lex),
        )
    )


def is_human(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase tells what somebody does, or how old they are."""
    return any(token.has(Tag.ROLE | Tag.TITLE) or token.low.endswith("-old") for token in phrase.of(tokens))


def _tidy(scene: Scene, number: int, phrase: Phrase) -> str:
    """The words on one line; *a reviewer for a London*, which lacks its noun, without what hangs on it."""
    tokens = scene.lines[number].tokens
    end = phrase.end
    if tokens[end - 1].has(Tag.NAME) and tokens[end - 2 : end - 1] and tokens[end - 2].low in ("a", "an"):
        following = tokens[end : end + 1]
        if following and following[0].kind == "w":
            end = max(end - 3, phrase.start + 1)
    words = scene.lines[number].cut(phrase.start, end)
    return " ".join(words.strip(" ,").split())


def _apposed(scene: Scene, number: int, phrase: Phrase, span: Span) -> Reference | None:
    """*Their manager, Duncan Faircloth, …*: a role, and the name behind the comma."""
    tokens = scene.lines[number].tokens
    if _is_behind_name(tokens, phrase):  # "Dennis Gaskin, a retiree who …"
        start = name_start(tokens, phrase.start - 1)
        return person_at(scene, number, start, phrase.start - 1, Span(tokens[start].start, span.end))
    at = phrase.end + 1
    if at >= len(tokens) or tokens[phrase.end].text != "," or not is_human(tokens, phrase):
        return None
    while at < len(tokens) - 1 and tokens[at].has(Tag.DETERMINER | Tag.ROLE):
        at += 1
    end = name_end(tokens, at)
    if end == at or (end < len(tokens) and tokens[end].kind == "w" and not tokens[end].has(Tag.CUE)):
        return None
    return person_at(scene, number, at, end, Span(span.start, tokens[end - 1].end))


def _is_behind_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a role is set behind a name; not *in Kenya, the Prime Minister*."""
    comma = phrase.start - 1
    if comma < 1 or tokens[comma].text != "," or not tokens[comma - 1].has(Tag.NAME) or not is_human(tokens, phrase):
        return False
    start = name_start(tokens, comma)
    return start == 0 or not tokens[start - 1].has(Tag.PREPOSITION)


def _known(scene: Scene, number: int, phrase: Phrase, span: Span, last: Reference | None) -> Reference | None:
    """Somebody named before, whom a definite description means."""
    tokens = scene.lines[number].tokens
    first = tokens[phrase.start]
    words = _core(tokens, phrase)
    if not words or first.low not in _DEFINITE or not first.has(Tag.DETERMINER) or words[-1].has(Tag.BODY):
        return None
    if scene.lex.english and (first.low != "the" or any(t.low == "'s" for t in phrase.of(tokens))):
        return None  # "the fisherman's wife" is brought in by him
    heads = [token.low for token in words if token.has(Tag.ROLE | Tag.TITLE)]
    if not heads:
        aged = any(token.low.endswith("-old") for token in words)
        return _epithet(scene, number, phrase, last, heads) if aged else None
    holder = _holder(scene, heads, span, last)
    if holder:
        mention, sure = holder
        return to_person(mention.person, (span, mention.span), "description", number, sure=sure)
    if words[0].capital and len(words) <= len(heads) + 1:
        return _office(scene, number, words, span, last)
    several = heads[-1].endswith("s") and heads[-1][:-1] in scene.lex.roles
    return None if several else _epithet(scene, number, phrase, last, heads)


def _core(tokens: Sequence[Token], phrase: Phrase) -> list[Token]:
    """The words between the article and the first *of* or *for*."""
    words: list[Token] = []
    for token in tokens[phrase.start + 1 : phrase.end]:
        if token.has(Tag.PREPOSITION):
            break
        if token.kind in "wn":
            words.append(token)
    return words


def _holder(scene: Scene, heads: Sequence[str], span: Span, last: Reference | None) -> tuple[Mention, bool] | None:
    """The one who holds an office: the last to speak of several, or the last named."""
    titles = [title for title in scene.people.by_head if _is_same(title, heads[-1], scene.lex)]
    holders = {
        id(person): person
        for title in titles
        for person in scene.people.by_head[title]
        if person.mentions[0].start < span.start and _holds_all(person, heads, scene.lex)
    }
    if not holders:
        return None
    spoke = last is not None and last.person is not None and id(last.person) in holders
    chosen = [last.person] if spoke and last and last.person else list(holders.values())
    named = [mention for person in chosen if (mention := scene.people.last_mention(person, span.start))]
    if not named:
        return None
    return max(named, key=lambda mention: mention.span), len(holders) == 1 or spoke


def _holds_all(person: Person, heads: Sequence[str], lex: Lexicon) -> bool:
    """Whether every word fits: *the Prime Minister* is not the Cabinet Office minister."""
    return all(any(_is_same(held, head, lex) for held in person.heads) for head in heads)


def _is_same(one: str, other: str, lex: Lexicon) -> bool:
    """*Minister* for *Verkehrsminister*: languages that write such words as one."""
    return one == other or (bool(lex.role_suffixes) and (one.endswith(other) or other.endswith(one)))


def _office(scene: Scene, number: int, words: Sequence[Token], span: Span, last: Reference | None) -> Reference | None:
    """An office written with a capital that nobody named so far holds: the person most spoken of without one.

    It is theirs only if they are being spoken of: *Sir Keir was asked … The Prime Minister replied*. Otherwise it may
    well be somebody whom the article never names.
    """
    gender = _heard_in(words, scene.lex)
    free = {
        id(person): person
        for person in (mention.person for mention in nearby(scene.people, number, span.start))
        if person.role is None and person.is_person and person.may_be(gender)
    }
    if not free:
        return None
    counts = {key: bisect_left(person.mentions, span) for key, person in free.items()}
    best = max(free.values(), key=lambda person: (counts[id(person)], -person.mentions[0].start))
    alone = all(person is best or counts[id(person)] < counts[id(best)] for person in free.values())
    if not alone or not _is_spoken_of(scene, number, span, best, last):
        return Reference(Speaker(span.cut(scene.lines[number].text)), (span,), "description", number, gender=gender)
    best.role = scene.lines[number].text[words[0].start : words[-1].end]
    for token in words:
        best.heads.add(token.low)
        scene.people.by_head[token.low].append(best)
    return to_person(best, (span, best.mentions[0]), "description", number, sure=True)


def _is_spoken_of(scene: Scene, number: int, span: Span, person: Person, last: Reference | None) -> bool:
    """Whether somebody led a sentence of this paragraph or the last, or spoke in one of the two before.

    Papers expect their readers to know who is Prime Minister: there, one more paragraph may lie between.
    """
    office = span.cut(scene.lines[number].text).lower().removeprefix("the ")
    if last is not None and last.person is person and number - last.line <= _RECENT:
        return True
    far = _RECENT if office in _KNOWN_TO_ALL else 1
    return any(
        mention.person is person and mention.subject and number - mention.line <= far
        for mention in nearby(scene.people, number, span.start)
    )


def learn_offices(scene: Scene) -> None:
    """Read what people are from sentences that begin with their office: *The Prime Minister was asked …*."""
    for number, line in enumerate(scene.lines):
        for start in sorted(set(line.firsts)):
            subject = first_phrase(line, start, min(len(line.tokens), start + _LEAD))
            if subject and line.tokens[subject.start].low == "the" and line.tokens[subject.start + 1 :][:1]:
                description(scene, number, subject, None)


def _epithet(
    scene: Scene, number: int, phrase: Phrase, last: Reference | None, heads: Sequence[str]
) -> Reference | None:
    """*the Canadian*, *the 23-year-old*: somebody already named whom no word of theirs identifies."""
    span = scene.span(number, phrase)
    if heads and heads[-1] in scene.lex.accused:
        return _on_trial(scene, number, span)
    gender = _gender_of(scene.lines[number].tokens, phrase, scene.lex)
    near = [
        mention
        for mention in nearby(scene.people, number, span.start)
        if mention.person.may_be(gender)
        and (mention.person.is_person or (mention.person.speaks and len(mention.person.words) > 1))
    ]
    if last is not None and last.pointer == "description" and last.line < number:
        near = [mention for mention in near if mention.person is not last.person] or near  # two in a row are two people
    if not near:
        return None
    best = max(
        near,
        key=lambda mention: (
            aptness(mention, number, last, other_role=bool(heads and mention.person.heads)),
            mention.span.start,
        ),
    )
    sure = last is not None and last.person is best.person and number - last.line <= 1
    return to_person(best.person, (span, best.span), "description", number, sure=sure)


def _on_trial(scene: Scene, number: int, span: Span) -> Reference | None:
    """*the defendant*: of those with no role of their own, whom the article names most."""
    free = [person for person in scene.people.people if person.is_person and not person.heads]
    free = [person for person in free if person.mentions[0].start < span.start]
    if not free:
        return None
    best = max(free, key=lambda person: (len(person.mentions), -person.mentions[0].start))
    return to_person(best, (span, best.mentions[0]), "description", number, sure=len(free) == 1)


def _gender_of(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> Gender | None:
    heard = _heard_in(_core(tokens, phrase), lex)
    if heard or lex.english:
        return heard
    first = tokens[phrase.start]
    return _ARTICLES.get(first.low) if first.has(ARTICLE) else None


def _heard_in(words: Sequence[Token], lex: Lexicon) -> Gender | None:
    for token in reversed(words):  # the head stands last: "the fisherman's wife"
        heard = word_gender(token.low, lex)
        if heard:
            return heard
    return None
