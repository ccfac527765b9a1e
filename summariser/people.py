"""The people of an article: their full names, roles and genders, and which later words mean them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.lexicon.names import MEN, WOMEN
from summariser.model import Span
from summariser.phrases import first_phrase, is_adverbial, is_body, is_name_word, is_role, name_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.lexicon import Gender, Lexicon
    from summariser.phrases import Phrase
    from summariser.tokens import Line, Token

_LONGEST_ROLE = 14  # words
_OFTEN = 3
_LEAD = 40  # tokens of a sentence in which its subject is looked for
_PLAIN_HONORIFICS = frozenset(
    (
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "herr",
        "herrn",
        "frau",
        "m.",
        "mme",
        "mlle",
        "sr.",
        "sra.",
        "señor",
        "señora",
        "signor",
        "signora",
        "senhor",
        "senhora",
        "meneer",
        "mevrouw",
        "don",
        "doña",
        "dom",
        "dona",
        "sr",
        "sra",
        "mx",
        "messrs.",
    ),
)
SUFFIXES = frozenset(
    (
        "kc",
        "qc",
        "mp",
        "mps",
        "mep",
        "msp",
        "jr",
        "jr.",
        "sr",
        "sr.",
        "ii",
        "iii",
        "obe",
        "mbe",
        "cbe",
        "phd",
        "md",
        "m.d.",
        "ph.d.",
    )
)
_SPELT_OUT = {
    "sen.": ("senator",),
    "rep.": ("representative", "congressman", "congresswoman", "lawmaker"),
    "gov.": ("governor",),
    "dr": ("doctor", "physician", "surgeon"),
    "dr.": ("doctor", "physician", "surgeon"),
    "prof": ("professor",),
    "prof.": ("professor",),
    "gen.": ("general",),
    "sgt.": ("sergeant",),
    "col.": ("colonel",),
    "capt.": ("captain",),
    "rev.": ("reverend", "pastor", "preacher"),
    "cllr": ("councillor",),
    "lord": ("peer",),
    "baroness": ("peer",),
}


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the article names; ``mentions`` are where, in order."""

    name: str
    words: tuple[str, ...]
    role: str | None = None
    gender: Gender | None = None
    mentions: list[Span] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    is_person: bool = False
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names somebody; ``subject`` when their name leads its sentence, ``closing`` when that is a paragraph's last."""

    span: Span
    person: Person
    line: int
    sentence: int
    subject: bool
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody an article names, and each place where it does, in order."""

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    by_surname: dict[str, list[Person]]
    by_given: dict[str, list[Person]]
    by_head: dict[str, list[Person]]
    bodies: dict[str, str]
    topic: Person | None = None

    def named(self, low_words: Sequence[str], gender: Gender | None, before: int) -> Person | None:
        """Whoever a name of these words (lower case, no honorific) means at this place."""
        if not low_words:
            return None
        same = [p for p in self.by_surname.get(low_words[-1], ()) if _fits(p.words, low_words)]
        if not same and len(low_words) == 1:
            same = list(self.by_given.get(low_words[0], ()))
        if gender in ("f", "m"):
            same = [p for p in same if p.gender in (gender, None)] or same
        if len(same) > 1:
            earlier = [p for p in same if p.mentions[0].start <= before] or same
            return max(earlier, key=lambda p: (len(p.mentions), -p.mentions[0].start))
        return same[0] if same else None

    def whole(self, name: str) -> str:
        """The full form of an organisation's name that is used in short: *Calder* for *Calder Optics*."""
        return self.bodies.get(name.lower().split()[0], name) if len(name.split()) == 1 else name

    def before(self, offset: int) -> Iterator[Mention]:
        """The mentions that begin before ``offset``, the nearest first."""
        for index in range(bisect_right(self.starts, offset - 1) - 1, -1, -1):
            yield self.mentions[index]


def cast(text: str, lines: Sequence[Line], lex: Lexicon) -> Cast:
    """Read the people off the paragraphs; names inside quotations are not looked at."""
    seen = [found for number, line in enumerate(lines) for found in _names(text, number, line, lex)]
    by_surname: dict[str, list[Person]] = defaultdict(list)
    everybody: list[Person] = []
    mentions: list[Mention] = []
    given: dict[str, Person] = {}
    inside = {name.words[0] for name in seen if len(name.words) == 1 and not name.opens}
    last_sentence = [line.first_of_sentence(len(line.tokens) - 1) if line.tokens else 0 for line in lines]
    for full in (True, False):
        for name in seen:
            if (len(name.words) > 1) is not full:
                continue
            person = _link(name, by_surname) or (None if full else given.get(name.words[0]))
            if person is None:
                if not full and not name.sure and name.words[0] not in inside:
                    continue  # a capital that only the beginning of a sentence gives
                person = Person(name.shown, name.words)
                everybody.append(person)
                by_surname[name.words[-1]].append(person)
                if full:
                    given.setdefault(name.words[0], person)
            _learn(person, name)
            closing = name.sentence >= last_sentence[name.line]
            mentions.append(Mention(name.span, person, name.line, name.sentence, name.subject, closing))
    mentions.sort(key=lambda mention: mention.span)
    _hear_pronouns(lines, mentions, lex)
    for person in everybody:
        person.mentions.sort()
        person.is_person = person.is_person or person.gender is not None or person.role is not None
    by_given: dict[str, list[Person]] = defaultdict(list)
    by_head: dict[str, list[Person]] = defaultdict(list)
    for person in everybody:
        by_given[person.words[0]].append(person)
        for head in person.heads:
            by_head[head].append(person)
    return Cast(
        tuple(everybody),
        tuple(mentions),
        tuple(m.span.start for m in mentions),
        dict(by_surname),
        by_given,
        by_head,
        _bodies(text, lines, lex),
        _topic(everybody),
    )


def _topic(everybody: Sequence[Person]) -> Person | None:
    """Whom the article is about, if it names them often enough to tell."""
    best = max(
        (p for p in everybody if p.is_person), key=lambda p: (len(p.mentions), -p.mentions[0].start), default=None
    )
    return best if best is not None and len(best.mentions) >= _OFTEN else None


def _bodies(text: str, lines: Sequence[Line], lex: Lexicon) -> dict[str, str]:
    """Names of organisations by their first word, where the first full form begins."""
    found: dict[str, str] = {}
    for line in lines:
        at = 0
        while at < len(line.tokens):
            end = name_end(line.tokens, at, lex)
            if end - at > 1:
                shown = text[line.tokens[at].start : line.tokens[end - 1].end]
                found.setdefault(line.tokens[at].low, shown)
            at = max(end, at + 1)
    return found


def _hear_pronouns(lines: Sequence[Line], mentions: Sequence[Mention], lex: Lexicon) -> None:
    """Learn who is a woman or a man from each *she* or *he* behind the subject of a sentence; those who speak count most."""
    votes: dict[int, list[Gender]] = defaultdict(list)
    people: dict[int, Person] = {}
    for index, mention in enumerate(mentions):
        if mention.person.gender is not None or not (
            mention.subject or (_is_alone(mentions, index) and len(mention.person.words) > 1)
        ):
            continue
        after = mentions[index + 1].span.start if index + 1 < len(mentions) else 1 << 60
        tokens = lines[mention.line].tokens
        for at, token in enumerate(tokens):
            if token.start >= after:
                break
            gender = lex.pronouns.get(token.low) if token.start > mention.span.end else None
            if gender in ("f", "m") and token.low not in lex.determiners:
                says = any(t.low in lex.cues for t in tokens[max(0, at - 1) : at + 2])
                votes[id(mention.person)] += [gender] * (3 if says else 1)
                people[id(mention.person)] = mention.person
    for key, heard in votes.items():
        women = heard.count("f")
        if women * 2 != len(heard):
            people[key].gender = "f" if women * 2 > len(heard) else "m"


def _is_alone(mentions: Sequence[Mention], index: int) -> bool:
    """Whether a paragraph names nobody else."""
    mention = mentions[index]
    return all(
        other.line != mention.line or other.person is mention.person
        for other in (*mentions[max(0, index - 2) : index], *mentions[index + 1 : index + 3])
    )


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    shown: str
    words: tuple[str, ...]
    gender: Gender | None
    role: str | None
    heads: frozenset[str]
    line: int
    sentence: int
    subject: bool
    sure: bool
    opens: bool
    speaks: bool


def _names(text: str, number: int, line: Line, lex: Lexicon) -> Iterator[_Name]:
    tokens = line.tokens
    at = sentence = 0
    lead = _lead(line, 0, lex)
    while at < len(tokens):
        if at and at - 1 in line.stops:
            sentence = at
            lead = _lead(line, at, lex)
        token = tokens[at]
        if not (is_name_word(token, lex) or (token.capital and token.low in lex.honorifics)):
            at += 1
            continue
        end = name_end(tokens, at, lex)
        found = _name(
            text, number, line, at, end, sentence, lex, subject=lead is not None and _leads(tokens, lead, at, lex)
        )
        if found:
            yield found
        at = max(end, at + 1)


def _leads(tokens: Sequence[Token], lead: Phrase, at: int, lex: Lexicon) -> bool:
    """Whether the name at ``at`` is the head of the subject, or set behind it: *Her partner, the fiddler Rab Kinneard*."""
    if lead.start <= at < lead.end:
        return not any(t.low in lex.prepositions or t.low == "'s" for t in tokens[lead.start : at])
    back = at - 1
    while back > lead.end and (
        tokens[back].text == ","
        or tokens[back].low in lex.possessives
        or tokens[back].low in lex.determiners
        or is_role(tokens[back], lex)
    ):
        back -= 1
    if back < at and tokens[back].low in lex.cues and tokens[back - 1].kind in "pq":
        return True  # "…, said her co-author, Luis Tamborra"
    behind = tokens[lead.end : at]
    return lead.end <= at < lead.end + 5 and len(behind) > 0 and behind[0].text == "," and not any(
        t.kind != "w" or t.low in lex.prepositions or t.low in lex.auxiliaries or t.low in lex.relatives for t in behind[1:]
    )  # fmt: skip


def _lead(line: Line, start: int, lex: Lexicon) -> Phrase | None:
    """The subject of the sentence that begins at ``start``, past a quotation that it sets out with."""
    stop = start
    while stop < len(line.tokens) and stop not in line.stops:
        stop += 1
    if start < stop and line.tokens[start].kind == "q":
        start += 1
    return first_phrase(line, start, min(stop, start + _LEAD), lex)


def split_title(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> int:
    """Where the name proper begins in a run of capitals: *White House Press Secretary* | *Josh Earnest*."""
    cut = start
    for at in range(start, end - 1):
        if tokens[at].low in lex.titles or is_role(tokens[at], lex):
            cut = at + 1
    return cut


def _name(
    text: str, number: int, line: Line, start: int, end: int, sentence: int, lex: Lexicon, *, subject: bool
) -> _Name | None:
    tokens = line.tokens
    while start < end - 1 and start == sentence and is_adverbial(tokens, start, lex):
        start += 1
    while end > start + 1 and tokens[end - 1].low in SUFFIXES:
        end -= 1
    first = split_title(tokens, start, end, lex)
    proper = [t for t in tokens[first:end] if t.low not in lex.honorifics]
    if not proper or any(is_body(t, lex) for t in proper) or proper[0].low in lex.titles or is_role(proper[-1], lex):
        return None
    if any(t.text.isupper() and len(t.text) > 3 for t in proper[:1]) and len(proper) == 1:  # noqa: PLR2004
        return None
    honorific = next((t.low for t in tokens[first:end] if t.low in lex.honorifics), None)
    shown_from = first
    while shown_from < end - 1 and tokens[shown_from].low in _PLAIN_HONORIFICS:
        shown_from += 1
    before = _role_before(text, tokens, start, first, lex)
    after = _role_after(text, line, end, lex)
    role = before or after
    gender = _gender(honorific, proper, role, lex)
    heads = frozenset(_heads(role, lex)) | frozenset(_SPELT_OUT.get(honorific or "", ()))
    return _Name(
        Span(tokens[first].start, tokens[end - 1].end),
        text[tokens[shown_from].start : tokens[end - 1].end],
        tuple(t.low for t in proper),
        gender,
        role,
        heads,
        number,
        sentence,
        subject and not (end < len(tokens) and tokens[end].low == "'s"),
        bool(role or honorific),
        start == sentence,
        end < len(tokens) and tokens[end].low in lex.cues,
    )


def _role_before(text: str, tokens: Sequence[Token], start: int, first: int, lex: Lexicon) -> str | None:
    """*Cabinet Office minister* before the name, capitals or not, without its article."""
    at = start
    if not any(is_role(t, lex) or t.low in lex.titles for t in tokens[start:first]):
        if start > 1 and tokens[start - 1].text == ",":
            return _apposed(text, tokens, start - 1, lex)
        while at > 0 and start - at < 6 and _is_modifier(tokens[at - 1], lex):  # noqa: PLR2004
            at -= 1
        if not any(is_role(t, lex) for t in tokens[at:start]) or not (
            at < start and (is_role(tokens[start - 1], lex) or tokens[start - 1].low == ",")
        ):
            return None
        while at > 0 and is_name_word(tokens[at - 1], lex):
            at -= 1
        return text[tokens[at].start : tokens[start - 1].end] if at < start else None
    while at > 0 and start - at < 4 and _is_modifier(tokens[at - 1], lex):  # noqa: PLR2004
        at -= 1
    return text[tokens[at].start : tokens[first - 1].end]


def _apposed(text: str, tokens: Sequence[Token], comma: int, lex: Lexicon) -> str | None:
    """*Their manager, Duncan Faircloth*: a role with its article right before the comma."""
    at = comma
    while (
        at > 0
        and comma - at < 8
        and (_is_modifier(tokens[at - 1], lex) or tokens[at - 1].low in lex.prepositions or tokens[at - 1].low == "'s")
    ):  # noqa: PLR2004
        at -= 1
    if at == 0 or not (tokens[at - 1].low in lex.determiners or tokens[at - 1].low in lex.possessives):
        return None
    if at == comma or not any(is_role(t, lex) for t in tokens[at:comma]):
        return None
    return text[tokens[at].start : tokens[comma - 1].end]


def _is_modifier(token: Token, lex: Lexicon) -> bool:
    low = token.low
    return token.kind == "w" and not (
        low in lex.determiners
        or low in lex.possessives
        or low in lex.prepositions
        or low in lex.conjunctions
        or low in lex.subordinators
        or low in lex.auxiliaries
        or low in lex.adverbs
        or low in lex.times
        or low in lex.pronouns
        or (low in lex.cues and not is_role(token, lex))
        or (low in lex.weak_cues and not is_role(token, lex))
        or low in lex.participles
        or low in lex.relatives
    )


def _role_after(text: str, line: Line, end: int, lex: Lexicon) -> str | None:
    """*, the chief executive of X,* behind the name, without its article and without *who …*."""
    tokens = line.tokens
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    at = end + 1
    while at < len(tokens) and (tokens[at].low in lex.determiners or tokens[at].low in lex.possessives):
        at += 1
    stop = at
    role = False
    while stop < len(tokens) and stop - at < _LONGEST_ROLE:
        token = tokens[stop]
        if token.kind == "q" or (token.kind == "p" and token.low != "'s" and token.text not in "&-"):
            break
        if (
            token.low in lex.relatives
            or (token.low in lex.auxiliaries and token.low not in lex.determiners)
            or (token.low in lex.cues and token.low not in lex.roles)
            or token.low in lex.subordinators
        ):
            break
        if token.low in lex.pronouns or token.low in lex.participles:
            break
        role = (
            role
            or is_role(token, lex)
            or (token.low in lex.titles and not is_name_word(token, lex))
            or (token.capital and token.low in lex.titles)
        )
        stop += 1
    if not role or stop == at or (tokens[at].low in lex.prepositions):
        return None
    if is_name_word(tokens[at], lex) and not any(is_role(t, lex) or t.low in lex.titles for t in tokens[at : at + 4]):
        return None
    closed = stop >= len(tokens) or tokens[stop].kind in "pq" or tokens[stop].low in lex.relatives
    return text[tokens[at].start : tokens[stop - 1].end] if closed else None


def _heads(role: str | None, lex: Lexicon) -> Iterator[str]:
    for word in (role or "").lower().replace(",", " ").split():
        if word in lex.roles or word in lex.titles or (lex.role_suffixes and word.endswith(lex.role_suffixes)):
            yield word


def _gender(honorific: str | None, proper: Sequence[Token], role: str | None, lex: Lexicon) -> Gender | None:
    if honorific and lex.honorifics.get(honorific):
        return lex.honorifics[honorific]
    low = proper[0].low
    if len(proper) > 1:
        if low in WOMEN:
            return "f"
        if low in MEN:
            return "m"
    heard = _by_role(role, lex)
    if heard:
        return heard
    if lex.drops_subjects and len(proper) > 1 and low.isalpha():  # Spanish, Italian, Portuguese: the ending tells
        return "f" if low.endswith("a") else "m" if low.endswith("o") else None
    return None


def _by_role(role: str | None, lex: Lexicon) -> Gender | None:
    for word in (role or "").lower().split():
        if word in lex.women:
            return "f"
        if word in lex.men:
            return "m"
    return None


def _link(name: _Name, by_surname: dict[str, list[Person]]) -> Person | None:
    same = [p for p in by_surname.get(name.words[-1], ()) if _fits(p.words, name.words)]
    if name.gender in ("f", "m"):
        same = [p for p in same if p.gender in (name.gender, None)]
    if not same:
        return None
    return max(same, key=lambda p: (len(p.mentions), -p.mentions[0].start if p.mentions else 0))


def _fits(full: tuple[str, ...], given: Sequence[str]) -> bool:
    """Whether a shorter or longer form can be the same name: *Graham*, *Lindsey O. Graham* for *Lindsey Graham*."""
    if full[-1] != given[-1]:
        return False
    if len(full) == 1 or len(given) == 1:
        return True
    return full[0] == given[0] or full[0][0] == given[0] or full[0][:1] + "." == given[0]


def _learn(person: Person, name: _Name) -> None:
    person.mentions.append(name.span)
    person.heads |= name.heads
    person.role = person.role or name.role
    person.gender = person.gender or name.gender
    person.is_person = person.is_person or name.sure
    person.speaks = person.speaks or name.speaks
    if len(name.words) > len(person.words) and len(person.words) == 1:
        person.name, person.words = name.shown, name.words
