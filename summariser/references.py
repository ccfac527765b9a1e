"""Who a phrase of the article means: a name, a pronoun, "the Prime Minister", "a spokesman"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summariser.model import Span, Speaker
from summariser.people import SUFFIXES, split_title
from summariser.phrases import first_phrase, is_body, is_name_word, is_role, name_end
from summariser.tokens import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.lexicon import Gender, Lexicon
    from summariser.people import Cast, Mention, Person
    from summariser.phrases import Phrase
    from summariser.tokens import Line, Token

Pointer = Literal["name", "pronoun", "description"]

_NEAR = 4  # paragraphs back in which the person of a pronoun is looked for
_MOST = 16  # mentions looked at: a person named before so many others is not meant


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a phrase means: ``sure`` is false where somebody else could be meant as well.

    ``line`` is the paragraph the words stand in; ``evidence`` the words, and the name they stand for.
    """

    speaker: Speaker | None
    evidence: tuple[Span, ...]
    pointer: Pointer
    line: int
    person: Person | None = None
    gender: Gender | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """What it takes to say whom words mean: the article, its paragraphs, its people, the language."""

    text: str
    lines: Sequence[Line]
    people: Cast
    lex: Lexicon

    def refer(self, number: int, phrase: Phrase, spoken: Sequence[Reference]) -> Reference:
        """Whom the words ``phrase`` of line ``number`` mean; ``spoken`` is who spoke before them, the latest last."""
        last = spoken[-1] if spoken else None
        tokens = self.lines[number].tokens
        span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
        head = tokens[phrase.start]
        if phrase.end - phrase.start == 1 and head.kind == "w" and head.low in self.lex.pronouns:
            return self._pronoun(number, phrase, span, spoken)
        if phrase.end - phrase.start == 1 and head.low in self.lex.possessives:
            return self._own(number, span, self.lex.possessives[head.low], spoken)
        return (
            self._named(number, phrase, span)
            or self._apposed(number, phrase, span)
            or self._described(number, phrase, span, last)
            or Reference(
                Speaker(_tidy(self.text, span)),
                (span,),
                "description",
                number,
                gender=_gender_of(tokens, phrase, self.lex),
            )
        )

    def _own(self, number: int, span: Span, gender: Gender, spoken: Sequence[Reference]) -> Reference:
        """*In his words*: the person last spoken of, or where the word doesn't tell a gender, the last to speak."""
        last = spoken[-1] if spoken else None
        if gender == "n":
            if last is None:
                return Reference(None, (span,), "pronoun", number, sure=False)
            return replace(last, evidence=(span, *last.evidence[:1]), line=number, sure=False)
        mention, sure = self._antecedent(number, span.start, gender, last)
        if mention is None:
            return Reference(None, (span,), "pronoun", number, gender=gender, sure=False)
        person = mention.person
        return Reference(
            Speaker(person.name, person.role), (span, mention.span), "pronoun", number, person, gender, sure
        )

    def _named(self, number: int, phrase: Phrase, span: Span) -> Reference | None:
        tokens = self.lines[number].tokens
        run = _name_in(tokens, phrase, self.lex)
        return self._person(number, *run, span) if run else None

    def _person(self, number: int, start: int, stop: int, span: Span) -> Reference | None:
        tokens = self.lines[number].tokens
        while stop > start + 1 and tokens[stop - 1].low in SUFFIXES:
            stop -= 1
        first = split_title(tokens, start, stop, self.lex)
        proper = [t for t in tokens[first:stop] if t.low not in self.lex.honorifics]
        if not proper or is_role(proper[-1], self.lex) or proper[0].low in self.lex.titles:
            return None
        honorific = next((t.low for t in tokens[first:stop] if t.low in self.lex.honorifics), None)
        gender = self.lex.honorifics.get(honorific) if honorific else None
        person = self.people.named([t.low for t in proper], gender, span.start)
        if person is None:
            shown = self.text[tokens[start].start : tokens[stop - 1].end]
            return Reference(Speaker(self.people.whole(shown)), (span,), "name", number)
        rivals = {id(p) for p in self.people.by_surname.get(proper[-1].low, ()) if p.is_person}
        sure = len(proper) > 1 or gender is not None or len(rivals) < 2  # noqa: PLR2004
        return Reference(Speaker(person.name, person.role), (span,), "name", number, person, person.gender, sure)

    def _apposed(self, number: int, phrase: Phrase, span: Span) -> Reference | None:
        """*Their manager, Duncan Faircloth, …*: a role, and the name behind the comma."""
        tokens = self.lines[number].tokens
        at = phrase.end + 1
        if at >= len(tokens) or tokens[phrase.end].text != "," or not is_role_phrase(tokens, phrase, self.lex):
            return None
        while at < len(tokens) - 1 and (tokens[at].low in self.lex.determiners or is_role(tokens[at], self.lex)):
            at += 1
        end = name_end(tokens, at, self.lex)
        if end == at or (end < len(tokens) and tokens[end].kind == "w" and tokens[end].low not in self.lex.cues):
            return None
        return self._person(number, at, end, Span(span.start, tokens[end - 1].end))

    def _pronoun(self, number: int, phrase: Phrase, span: Span, spoken: Sequence[Reference]) -> Reference:
        last = spoken[-1] if spoken else None
        gender = self.lex.pronouns[self.lines[number].tokens[phrase.start].low]
        if gender in ("n", "pl"):
            low = self.lines[number].tokens[phrase.start].low
            if (
                last is not None
                and last.person is None
                and last.speaker is not None
                and number - last.line <= 1
                and low not in ("i", "we")
            ):
                return Reference(last.speaker, (span, *last.evidence[:1]), "pronoun", number, sure=False)
            return Reference(None, (span,), "pronoun", number, sure=False)
        latest = next((r for r in reversed(spoken) if r.person is not None and r.person.gender in (gender, None)), None)
        before = self._subject_before(number, phrase, gender, span, spoken)
        if before is not None:
            return before
        described = self._carried(number, gender, span, last)
        mention, sure = self._antecedent(number, span.start, gender, latest)
        if mention is None and latest is not None:
            return Reference(
                latest.speaker,
                (span, *latest.evidence[-1:]),
                "pronoun",
                number,
                latest.person,
                gender,
                number - latest.line <= _NEAR,
            )
        if described is not None and (mention is None or not sure or mention.span.start < described.evidence[-1].start):
            return described
        if mention is None:
            return Reference(None, (span,), "pronoun", number, gender=gender, sure=False)
        person = mention.person
        person.gender = person.gender or gender
        return Reference(
            Speaker(person.name, person.role), (span, mention.span), "pronoun", number, person, gender, sure
        )

    def _subject_before(
        self, number: int, phrase: Phrase, gender: Gender, span: Span, spoken: Sequence[Reference]
    ) -> Reference | None:
        """The subject of the sentences before it in its paragraph, where that is no name: *The minister … she said*."""
        line = self.lines[number]
        at = phrase.start
        floor = max(0, at - REACH)
        while at > floor:
            start = line.first_of_sentence(at - 1)
            subject = first_phrase(line, start, at, self.lex)
            at = start
            if subject is None:
                continue
            tokens = line.tokens[subject.start : subject.end]
            if any(t.kind == "w" and t.low in self.lex.pronouns for t in tokens[:1]):
                continue
            if _name_in(line.tokens, subject, self.lex) or not (
                is_role_phrase(line.tokens, subject, self.lex) or _is_age(tokens)
            ):
                return None
            found = self.refer(number, subject, spoken)
            if found.gender not in (gender, None):
                return None
            return replace(found, evidence=(span, *found.evidence[-1:]), pointer="pronoun", gender=gender)
        return None

    def _carried(self, number: int, gender: Gender, span: Span, last: Reference | None) -> Reference | None:
        """Somebody without a name who spoke last: *a fisherman … he said*."""
        if last is None or last.person is not None or last.speaker is None or last.pointer == "name":
            return None
        if not (last.gender == gender and number - last.line <= 1) and not (
            last.gender is None and last.line == number
        ):
            return None
        if last.gender is None and not any(word in self.lex.roles for word in last.speaker.name.lower().split()):
            return None  # a report, a family: nobody whom "he" could mean
        return Reference(last.speaker, (span, *last.evidence[:1]), "pronoun", number, gender=gender, sure=last.sure)

    def _antecedent(
        self, number: int, offset: int, gender: Gender, last: Reference | None
    ) -> tuple[Mention | None, bool]:
        """The mention that a *he* or *she* at ``offset`` means, and whether nobody else near could be meant."""
        near: list[Mention] = []
        for mention in self.people.before(offset):
            if mention.line < number - _NEAR or len(near) > _MOST:
                break
            if mention.person.gender in (gender, None) and _is_somebody(mention, last):
                near.append(mention)
        scored = [(_salience(m, number, gender, last), m) for m in near]
        scored += self._in_mind(number, offset, gender, last, {id(m.person) for m in near})
        if not scored:
            return None, False
        top, best = max(scored, key=lambda pair: (pair[0], pair[1].span.start))
        rival = max((score for score, m in scored if m.person is not best.person), default=float("-inf"))
        return best, top - rival >= _CLEAR

    def _aptness(self, mention: Mention, number: int, last: Reference | None, heads: Sequence[str]) -> float:
        """How well an epithet may fit: nearness, and the floor; less for somebody whose role is another word."""
        score = _salience(mention, number, "n", last) - (2.0 if mention.subject else 0.0)
        return score - (1.0 if heads and mention.person.heads else 0.0)

    def _in_mind(
        self, number: int, offset: int, gender: Gender, last: Reference | None, near: set[int]
    ) -> list[tuple[float, Mention]]:
        """People not named near: the last of that gender to speak, and whom the article is about."""
        found = []
        for person, score in (
            (last.person if last else None, 3.0 - 0.75 * (number - last.line) if last else 0.0),
            (self.people.topic, _TOPIC),
        ):
            if person is not None and id(person) not in near and person.gender in (gender, None):
                mention = next((m for m in self.people.before(offset) if m.person is person), None)
                if mention:
                    found.append((score, mention))
        return found

    def _described(self, number: int, phrase: Phrase, span: Span, last: Reference | None) -> Reference | None:
        """*the senator*: the one who holds that office, or whoever was spoken of last."""
        tokens = self.lines[number].tokens
        if not _is_definite(tokens[phrase.start], self.lex):
            return None
        words = _core(tokens, phrase, self.lex)
        heads = [w.low for w in words if is_role(w, self.lex) or w.low in self.lex.titles]
        if not words or any(is_body(w, self.lex) for w in words[-1:]) or not (heads or _is_age(words)):
            return None
        gender = _gender_of(tokens, phrase, self.lex)
        holder = self._holder(heads, span, last)
        if holder is not None:
            mention, sure = holder
            person = mention.person
            return Reference(
                Speaker(person.name, person.role),
                (span, mention.span),
                "description",
                number,
                person,
                person.gender,
                sure,
            )
        if heads and words[0].capital and len(words) <= len(heads) + 1:
            return self._office(number, words, span)
        if heads and heads[-1].endswith("s") and heads[-1][:-1] in self.lex.roles:
            return None
        return self._epithet(number, span, gender, last, heads)

    def _holder(self, heads: Sequence[str], span: Span, last: Reference | None) -> tuple[Mention, bool] | None:
        if not heads:
            return None
        held = [name for name in self.people.by_head if _is_same_role(name, heads[-1], self.lex)]
        holders = [p for name in held for p in self.people.by_head[name] if p.mentions[0].start < span.start]
        holders = list(dict.fromkeys(holders))
        if len(heads) > 1:  # "the Prime Minister" is not the Cabinet Office minister
            holders = [p for p in holders if all(_holds(p, head, self.lex) for head in heads)]
        if not holders:
            return None
        if last is not None and last.person in holders:
            chosen = last.person
        else:
            chosen = next((m.person for m in self.people.before(span.start) if m.person in holders), holders[0])
        mention = next(m for m in self.people.before(span.start) if m.person is chosen)
        return mention, len(holders) == 1 or (last is not None and last.person is chosen)

    def _office(self, number: int, words: Sequence[Token], span: Span) -> Reference | None:
        """An office written with a capital that nobody named so far holds: the person most spoken of without one."""
        gender = next((g for w in words if (g := _word_gender(w.low, self.lex))), None)
        counts = {
            id(p): sum(m.start < span.start for m in p.mentions)
            for p in self.people.people
            if p.role is None
            and p.is_person
            and p.mentions[0].start < span.start
            and (gender is None or p.gender in (gender, None))
        }
        free = [p for p in self.people.people if id(p) in counts]
        if not free:
            return None
        best = max(free, key=lambda p: (counts[id(p)], -p.mentions[0].start))
        best.role = self.text[words[0].start : words[-1].end]
        best.heads |= {w.low for w in words}
        for word in words:
            self.people.by_head[word.low].append(best)
        rivals = [p for p in free if p is not best and counts[id(p)] >= counts[id(best)]]
        return Reference(
            Speaker(best.name, best.role),
            (span, best.mentions[0]),
            "description",
            number,
            best,
            best.gender,
            not rivals,
        )

    def _epithet(
        self, number: int, span: Span, gender: Gender | None, last: Reference | None, heads: Sequence[str]
    ) -> Reference | None:
        """*the Canadian*, *the 23-year-old*: somebody already named whom no word of theirs identifies."""
        near = [
            m
            for m in self.people.before(span.start)
            if m.line >= number - _NEAR
            and (m.person.is_person or (m.person.speaks and len(m.person.words) > 1))
            and (gender is None or m.person.gender in (gender, None))
        ][:_MOST]
        if last is not None and last.pointer == "description" and last.line < number:
            near = [m for m in near if m.person is not last.person] or near  # two epithets in a row are two people
        if heads and heads[-1] in self.lex.accused:
            near = [
                m
                for m in self.people.mentions
                if m.person.is_person and m.span.start < span.start and not m.person.heads
            ]
            near.sort(key=lambda m: -len(m.person.mentions))
            near = near[:1]
        if not near:
            return None
        best = max(near, key=lambda m: (self._aptness(m, number, last, heads), m.span.start))
        person = best.person
        sure = bool(last and last.person is person and number - last.line <= 1)
        return Reference(
            Speaker(person.name, person.role), (span, best.span), "description", number, person, person.gender, sure
        )


_TOPIC = 1.4
"""The salience of whom the article is about, wherever they were named last."""

_CLEAR = 0.75
"""How far ahead of the next one a pronoun's person must be for the name to be sure."""


def _is_somebody(mention: Mention, last: Reference | None) -> bool:
    return mention.person.is_person or (last is not None and last.person is mention.person)


def _salience(mention: Mention, number: int, gender: Gender, last: Reference | None) -> float:
    """How much a mention is in the reader's mind: near, in the subject's place, speaking just before."""
    distance = number - mention.line
    score = -1.25 * distance
    score += 2.0 if mention.subject else 0.0
    if mention.subject and distance == 0:
        score += 2.0
    elif (
        mention.subject
        and mention.closing
        and distance == 1
        and not (last is not None and last.person is mention.person)
    ):
        score += 1.0  # brought in, and not yet heard
    score += 0.5 if mention.person.gender == gender else 0.0
    score += min(0.1 * len(mention.person.mentions), 0.5)
    if last is not None and last.person is mention.person:
        gap = number - last.line
        score += 2.5 if gap <= 1 else 1.5 if gap <= 2 else 0.5  # noqa: PLR2004
    return score


def is_role_phrase(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a phrase tells what somebody does."""
    return any(is_role(t, lex) or t.low in lex.titles for t in tokens[phrase.start : phrase.end])


def _tidy(text: str, span: Span) -> str:
    return " ".join(span.cut(text).strip(" ,").split())


def _name_in(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> tuple[int, int] | None:
    """The run of capitals that is the head: the last one before *of* or a bracket, unless a noun follows it."""
    stop = phrase.end
    for at in range(phrase.start + 1, phrase.end):
        token = tokens[at]
        if token.text in ("(", "[", ",") or (
            token.low in lex.prepositions and not (token.low in lex.particles and tokens[at - 1].capital)
        ):
            stop = at
            break
    if tokens[stop - 1].low == "'s":
        return None
    start = stop
    while start > phrase.start and (
        is_name_word(tokens[start - 1], lex)
        or tokens[start - 1].low in lex.particles
        or tokens[start - 1].low in lex.honorifics
    ):
        start -= 1
    while start < stop and not tokens[start].capital:
        start += 1
    if start >= stop:
        return None
    if start - 1 > phrase.start and tokens[start - 1].low in ("and", "&", "und", "et", "y", "e", "en"):
        return None  # two people: their own words are the better name
    return start, stop


def _is_definite(token: Token, lex: Lexicon) -> bool:
    low = token.low
    if low == "the" and "the" in lex.determiners:
        return True
    articles = ("der", "die", "das", "le", "la", "l'", "l’", "il", "lo", "el", "o", "a", "de", "het")
    return low in articles and low in lex.determiners and "the" not in lex.determiners


def _core(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> list[Token]:
    """The words between the article and the first *of* or *for*."""
    words = []
    for token in tokens[phrase.start + 1 : phrase.end]:
        if token.kind == "w" and token.low in lex.prepositions:
            break
        if token.kind in "wn":
            words.append(token)
    return words


def _is_age(words: Sequence[Token]) -> bool:
    return any(w.low.endswith("-old") or w.low.endswith("year-old") for w in words) or (
        len(words) > 1 and words[0].kind == "n" and words[-1].low.endswith("old")
    )


def _holds(person: Person, head: str, lex: Lexicon) -> bool:
    return any(_is_same_role(held, head, lex) for held in person.heads)


def _is_same_role(one: str, other: str, lex: Lexicon) -> bool:
    """*Minister* for *Verkehrsminister*: languages that write such words as one."""
    return one == other or (bool(lex.role_suffixes) and (one.endswith(other) or other.endswith(one)))


def _word_gender(low: str, lex: Lexicon) -> Gender | None:
    return "f" if low in lex.women else "m" if low in lex.men else None


_ARTICLES: dict[str, Gender] = {
    "la": "f",
    "el": "m",
    "il": "m",
    "una": "f",
    "une": "f",
    "o": "m",
    "a": "f",
    "uma": "f",
    "le": "m",
    "eine": "f",
    "lo": "m",
}


def _gender_of(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> Gender | None:
    for token in _core(tokens, phrase, lex):
        gender = _word_gender(token.low, lex)
        if gender:
            return gender
    first = tokens[phrase.start].low
    return None if "the" in lex.determiners else _ARTICLES.get(first)
