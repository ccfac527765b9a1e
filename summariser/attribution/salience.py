"""Who is in the reader's mind where a pronoun stands.

A weighing of what centring theory and the coreference systems before neural ones went by (Grosz, Joshi and
Weinstein 1995; Lappin and Leass 1994): nearness, the subject's place, who was speaking. The weights are ours.
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.attribution.people import Cast, Mention
    from summariser.attribution.scene import Reference
    from summariser.lexicon import Gender

NEAR = 4
"""Paragraphs back in which somebody has to be named to be looked for there."""

MOST = 16
"""Mentions looked at: a person named before so many others is not meant."""

_DISTANCE = -1.25  # a paragraph
_SUBJECT = 2.0
_SAME_PARAGRAPH = 2.0  # more for the subject of a sentence in the pronoun's own paragraph
_BROUGHT_IN = 1.0  # for the subject of the last sentence of the paragraph before, not heard so far
_GENDER = 0.5
_OFTEN = 0.1  # a mention
_OFTEN_AT_MOST = 0.5
_SPEAKING = {0: 2.5, 1: 2.5, 2: 1.5}
_SPOKE = 0.5
_TOPIC = 1.4  # whom the article is about, wherever they were named last
_SPOKE_FAR, _SPOKE_FADES = 3.0, 0.75
_CLEAR = 0.75


def antecedent(
    people: Cast, number: int, offset: int, gender: Gender, last: Reference | None
) -> tuple[Mention, bool] | None:
    """The mention that a *he* or *she* at ``offset`` in paragraph ``number`` means; and whether nobody else could be.

    ``last`` is who spoke last of those whom it could mean.
    """
    near = [
        mention
        for mention in nearby(people, number, offset)
        if mention.person.may_be(gender) and _is_somebody(mention, last)
    ]
    near = near or [  # a rare name, and nothing says that it is a person's; but nobody else can be meant
        mention
        for mention in nearby(people, number, offset)
        if mention.subject and len(mention.person.words) > 1 and mention.person.may_be(gender)
    ]
    scored = [(salience(mention, number, gender, last), mention) for mention in near]
    elsewhere = [(people.topic, _TOPIC)]
    if last is not None:
        elsewhere.append((last.person, _SPOKE_FAR - _SPOKE_FADES * (number - last.line)))
    seen = {id(mention.person) for mention in near}
    for person, score in elsewhere:  # whom the article is about, and the last of that gender to speak
        if person is not None and id(person) not in seen and person.may_be(gender):
            scored += [(score, mention) for mention in [people.last_mention(person, offset)] if mention]
    if not scored:
        return None
    top, best = max(scored, key=lambda pair: (pair[0], pair[1].span.start))
    rival = max((score for score, mention in scored if mention.person is not best.person), default=float("-inf"))
    return best, top - rival >= _CLEAR


def nearby(people: Cast, number: int, offset: int) -> Iterator[Mention]:
    """The mentions before ``offset`` that are near enough to be meant, the nearest first."""
    return islice(takewhile(lambda mention: mention.line >= number - NEAR, people.before(offset)), MOST)


def salience(mention: Mention, number: int, gender: Gender, last: Reference | None) -> float:
    """How much a mention is in the reader's mind in paragraph ``number``."""
    distance = number - mention.line
    speaks = last is not None and last.person is mention.person
    score = _DISTANCE * distance + min(_OFTEN * len(mention.person.mentions), _OFTEN_AT_MOST)
    if mention.subject:
        score += _SUBJECT
        if distance == 0:
            score += _SAME_PARAGRAPH
        elif mention.closing and distance == 1 and not speaks:
            score += _BROUGHT_IN
    if mention.person.gender == gender:
        score += _GENDER
    if speaks and last is not None:
        score += _SPEAKING.get(number - last.line, _SPOKE)
    elif mention.speaks and (last is None or mention.line > last.line):  # "Akar told CNN that …", without a quotation
        score += _SPEAKING.get(distance, _SPOKE)
    return score


def aptness(mention: Mention, number: int, last: Reference | None, *, other_role: bool) -> float:
    """How well *the Canadian* may fit: nearness and the floor; less for somebody whose role is another word."""
    score = salience(mention, number, "n", last)
    if mention.subject:
        score -= _SUBJECT
    return score - 1.0 if other_role else score


def _is_somebody(mention: Mention, last: Reference | None) -> bool:
    return mention.person.is_person or (last is not None and last.person is mention.person)
