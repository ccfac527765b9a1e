"""Who is in the article: its names drawn together into people."""

from __future__ import annotations

from collections import defaultdict
from itertools import repeat
from typing import TYPE_CHECKING

from summariser.attribution.names import names
from summariser.attribution.people import Cast, Mention, Person
from summariser.attribution.phrases import name_end
from summariser.attribution.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.attribution.names import Name
    from summariser.attribution.tokens import Line
    from summariser.lexicon import Gender, Lexicon

_OFTEN = 3
"""How often an article names somebody whom it is about, at the least."""

_SPEAKING = 3
"""How much a pronoun beside a verb of saying weighs against one that is not."""


def cast(lines: Sequence[Line], lex: Lexicon) -> Cast:
    """Everybody the paragraphs name; what stands inside quotations is not looked at."""
    seen = [name for number, line in enumerate(lines) for name in names(number, line, lex)]
    people, mentions = _drawn_together(seen, lines)
    _hear_pronouns(lines, mentions, lex)
    by_surname: dict[str, list[Person]] = defaultdict(list)
    by_given: dict[str, list[Person]] = defaultdict(list)
    by_head: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        person.mentions.sort()
        person.is_person = person.is_person or person.gender is not None or person.role is not None
        by_surname[person.words[-1]].append(person)
        by_given[person.words[0]].append(person)
        for head in sorted(person.heads):
            by_head[head].append(person)
    mentions_of: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        mentions_of[id(mention.person)].append(mention)
    starts = tuple(mention.span.start for mention in mentions)
    return Cast(
        tuple(people),
        tuple(mentions),
        mentions_of,
        starts,
        by_surname,
        by_given,
        by_head,
        _bodies(lines),
        _topic(people),
    )


def _drawn_together(seen: Sequence[Name], lines: Sequence[Line]) -> tuple[list[Person], list[Mention]]:
    """One person for each full name and what is short for it; full names first, wherever they stand."""
    known: dict[str, list[Person]] = defaultdict(list)
    given: dict[str, Person] = {}
    inside = {name.words[0] for name in seen if len(name.words) == 1 and not name.opens}
    people: list[Person] = []
    mentions: list[Mention] = []
    for name in sorted(seen, key=lambda name: len(name.words) == 1):
        full = len(name.words) > 1
        person = _known(name, known) or (None if full else given.get(name.words[0]))
        if person is None:
            if not full and not name.sure and name.words[0] not in inside:
                continue  # a capital that only the beginning of a sentence gives
            person = Person(name.shown, name.words)
            people.append(person)
            known[name.words[-1]].append(person)
            if full:
                given.setdefault(name.words[0], person)
        _learn(person, name, namesakes=len(known[name.words[-1]]) > 1)
        closing = name.sentence == lines[name.line].firsts[-1]
        mentions.append(Mention(name.span, person, name.line, name.at, name.subject, closing, name.speaks))
    mentions.sort(key=lambda mention: mention.span)
    return people, mentions


def _known(name: Name, known: dict[str, list[Person]]) -> Person | None:
    same = [person for person in known.get(name.words[-1], ()) if person.is_named(name.words)]
    if name.gender in ("f", "m"):
        same = [person for person in same if person.may_be(name.gender)]
    return max(same, key=lambda person: (len(person.mentions), -person.mentions[0].start), default=None)


def _learn(person: Person, name: Name, *, namesakes: bool) -> None:
    person.mentions.append(name.span)
    if not namesakes or len(name.words) > 1:  # "President Bush" may be another one than Jeb
        person.heads |= name.heads
        person.role = person.role or name.role
    person.gender = person.gender or name.gender
    person.is_person = person.is_person or name.sure
    person.speaks = person.speaks or name.speaks
    if len(person.words) == 1 < len(name.words):
        person.name, person.words = name.shown, name.words


def _hear_pronouns(lines: Sequence[Line], mentions: Sequence[Mention], lex: Lexicon) -> None:
    """Learn who is a woman or a man from each *she* or *he* behind their name, before anybody else's, by majority."""
    for index, mention in enumerate(mentions):
        person = mention.person
        if person.gender is not None or not (mention.subject or (len(person.words) > 1 and _is_alone(mentions, index))):
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        same_line = following is not None and following.line == mention.line
        line = lines[mention.line]
        heard = _heard(line, mention.at, following.at if following and same_line else len(line.tokens), lex)
        women, men = heard.count("f"), heard.count("m")
        if women != men:
            person.gender = "f" if women > men else "m"


def _heard(line: Line, start: int, stop: int, lex: Lexicon) -> list[Gender]:
    votes: list[Gender] = []
    for at in range(start, stop):
        token = line.tokens[at]
        if token.has(Tag.PRONOUN) and not token.has(Tag.DETERMINER):
            says = any(near.has(Tag.CUE) for near in line.tokens[max(0, at - 1) : at + 2])
            gender: Gender = lex.pronouns[token.low]
            votes.extend(repeat(gender, _SPEAKING if says else 1))
    return votes


def _is_alone(mentions: Sequence[Mention], index: int) -> bool:
    """Whether a paragraph names nobody else."""
    mention = mentions[index]
    near = (*mentions[max(0, index - 2) : index], *mentions[index + 1 : index + 3])
    return all(other.line != mention.line or other.person is mention.person for other in near)


def _bodies(lines: Sequence[Line]) -> dict[str, str]:
    """Runs of capitals by their first word, as they stand first: full names of companies among them."""
    found: dict[str, str] = {}
    for line in lines:
        end = 0
        for at, token in enumerate(line.tokens):
            if at < end or not token.has(Tag.NAME):
                continue
            end = name_end(line.tokens, at)
            if end - at > 1:
                found.setdefault(token.low, line.cut(at, end))
    return found


def _topic(people: Sequence[Person]) -> Person | None:
    """Whom the article is about, if it names them often enough to tell."""
    often = [person for person in people if person.is_person and len(person.mentions) >= _OFTEN]
    return max(often, key=lambda person: (len(person.mentions), -person.mentions[0].start), default=None)
