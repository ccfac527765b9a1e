"""Verbs of saying and their subjects: which words point at the one who speaks a quotation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summariser.phrases import (
    Phrase,
    first_phrase,
    is_body,
    is_name_word,
    is_role,
    name_end,
    name_start,
    opening_bracket,
    phrase_at,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.lexicon import Lexicon
    from summariser.tokens import Line, Token

Strength = Literal["strong", "weak", "participle", "source"]
_DASHES = frozenset("—–-―")
_MAX_TAIL = 45  # tokens between a quotation and the verb that names its speaker: longer is another sentence's business


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying at ``at``, and the phrase of whoever it says is speaking."""

    at: int
    subject: Phrase
    strength: Strength
    relative: Phrase | None = None
    behind: bool = False

    @property
    def rule(self) -> Literal["tail", "lead", "lead-weak", "lead-participle", "source"]:
        """The kind of evidence this is."""
        if self.behind:
            return "tail"
        if self.strength == "source":
            return "source"
        if self.strength == "strong":
            return "lead"
        return "lead-weak" if self.strength == "weak" else "lead-participle"


def cue_length(tokens: Sequence[Token], at: int, words: frozenset[str]) -> int:
    """How many tokens from ``at`` make up a verb of ``words``: 0 for none, 2 for *went on*."""
    token = tokens[at]
    if token.kind != "w":
        return 0
    for size in (3, 2):
        if at + size <= len(tokens) and " ".join(t.low for t in tokens[at : at + size]) in words:
            return size
    return 1 if token.low in words else 0


def strength_at(line: Line, at: int, lex: Lexicon) -> Strength | None:
    """What kind of verb of saying stands at ``at``, if any: nouns that look the same (*the reports*) don't count."""
    tokens = line.tokens
    token = tokens[at]
    if token.kind != "w" or (token.capital and at > 0 and at - 1 not in line.stops and tokens[at - 1].kind == "w"):
        return None
    if cue_length(tokens, at, lex.sources):
        return "source"
    if cue_length(tokens, at, lex.participles):
        return None if at > 0 and tokens[at - 1].low in lex.determiners else "participle"
    strong = bool(cue_length(tokens, at, lex.cues))
    if not strong and not cue_length(tokens, at, lex.weak_cues):
        return None
    if at > 0 and (_makes_noun(tokens, at, lex) or not _may_follow(tokens, at, lex)):
        return None
    return "strong" if strong else "weak"


def _makes_noun(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether the word before turns a verb into a noun or another part of speech: *the report*, *his claims*."""
    low = tokens[at].low
    before = tokens[at - 1]
    if before.low in lex.possessives and before.low != "her":
        return True
    if low.endswith("ed") or low in ("said", "told", "wrote"):
        return False
    if before.low in lex.determiners or before.low in lex.possessives:
        return before.low not in ("that", "this", "both", "all", "many", "some", "his", "her") or before.low in (
            "his",
            "her",
        )
    if before.low == "'s":
        return True
    return before.low in lex.prepositions and before.low != "to"


def _may_follow(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether a form that is also a noun (*tweets*, *calls*) stands where a verb can: behind somebody who speaks."""
    low = tokens[at].low
    base = low + "s" in lex.cues or low + "s" in lex.weak_cues
    if low.endswith("ed") or not (low.endswith("s") or base) or low in ("says", "read"):
        return True
    back = at - 1
    while back > 0 and tokens[back].kind == "w" and (tokens[back].low in lex.adverbs or _is_adverb(tokens[back].low)):
        back -= 1
    before = tokens[back]
    if base and not (
        before.low in lex.pronouns or before.low in lex.auxiliaries or before.low in ("to", "who", "that")
    ):
        return before.low.endswith("s") or (before.kind == "p" and before.low != "'s")
    return (
        before.kind in "pq"
        or before.low in lex.pronouns
        or before.low in lex.relatives
        or before.low in lex.conjunctions
        or is_name_word(before, lex)
        or is_role(before, lex)
        or is_body(before, lex)
        or before.low in lex.auxiliaries
        or before.low in lex.times
    )


def subject(line: Line, at: int, strength: Strength, lex: Lexicon, floor: int) -> Cue | None:
    """Who the verb at ``at`` says is speaking; ``floor`` is where its clause may begin."""
    if strength == "source":
        return _after_source(line, at, lex)
    if strength == "participle":
        return _of_participle(line, at, lex, floor)
    tokens = line.tokens
    if at == floor and strength in ("strong", "weak"):  # "Said Ellis: …"
        after = phrase_at(tokens, at + 1, lex, len(tokens))
        return Cue(at, after, strength) if after and tokens[after.start].low not in lex.subordinators else None
    back, passive, infinitive = _past_auxiliaries(tokens, at - 1, floor, lex)
    if passive and not tokens[at].low.endswith("ing"):
        return _agent(line, at, strength, lex)
    if infinitive or back < floor:
        phrase = first_phrase(line, floor, at, lex) if infinitive else None
        return Cue(at, phrase, strength) if phrase else None
    token = tokens[back]
    if token.kind == "q" and back == at - 1:
        behind = phrase_at(tokens, at + 1, lex, len(tokens))
        if behind:
            return Cue(at, behind, strength)
    if token.text == "," and strength == "strong":
        inside = _parenthesis(line, at, lex)
        if inside:
            return Cue(at, inside, strength)
    if token.kind == "w" and token.low in lex.subordinators and back == at - 1 and tokens[at].low.endswith("ed"):
        return None  # "when asked"
    if token.kind == "w" and token.low in lex.relatives and back > floor:
        found = _antecedent(tokens, back, floor, lex)
        return Cue(at, found, strength, Phrase(back, back + 1)) if found else Cue(at, Phrase(back, back + 1), strength)
    if token.text == "," or token.low in lex.conjunctions or token.text in _DASHES or token.kind == "q":
        phrase = first_phrase(line, floor, back, lex)
        return Cue(at, phrase, strength) if phrase else None
    phrase = _ending_at(tokens, back, floor, lex)
    if phrase and _hangs(tokens, phrase, floor, lex):
        phrase = first_phrase(line, floor, phrase.start, lex) or phrase
    return Cue(at, phrase, strength) if phrase else None


def _hangs(tokens: Sequence[Token], phrase: Phrase, floor: int, lex: Lexicon) -> bool:
    """Whether a phrase hangs on a word before it: *in a statement* credited, a letter *obtained by the AP* warns."""
    if phrase.start - 1 < floor:
        return False
    before = tokens[phrase.start - 1]
    if before.low in lex.agents:
        return True
    named = any(is_name_word(t, lex) or is_role(t, lex) for t in tokens[phrase.start : phrase.end])
    return before.low in lex.prepositions and before.low not in lex.subordinators and not named


def _parenthesis(line: Line, at: int, lex: Lexicon) -> Phrase | None:
    """*The paradox, says Carl Anthony, is …*: a speaker behind the verb, and the clause over with them."""
    tokens = line.tokens
    phrase = phrase_at(tokens, at + 1, lex, len(tokens))
    if phrase is None or tokens[phrase.start].low in lex.objects or tokens[phrase.start].low in lex.times:
        return None
    closes = phrase.end >= len(tokens) or tokens[phrase.end].kind in "pq" or phrase.end - 1 in line.stops
    named = any(
        is_name_word(t, lex) or is_role(t, lex) or t.low in lex.pronouns for t in tokens[phrase.start : phrase.end]
    )
    return phrase if closes and named else None


def _past_auxiliaries(tokens: Sequence[Token], at: int, floor: int, lex: Lexicon) -> tuple[int, bool, bool]:
    passive = infinitive = False
    back = at
    while back >= floor:
        low = tokens[back].low
        if tokens[back].kind == "p" and low != "'s":
            break
        if low in lex.passives:
            passive = True
        elif low == "to" and back == at:
            infinitive = True
        elif low == "'s" and not (back > floor and tokens[back - 1].low in lex.pronouns):
            break
        elif low == "since" and back > floor and tokens[back - 1].low in lex.auxiliaries:
            pass  # "has since apologised"
        elif not (low in lex.auxiliaries or (low in lex.adverbs and low not in lex.determiners) or _is_adverb(low)):
            break
        back -= 1
    return back, passive, infinitive


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4 and low not in ("family", "ally", "assembly", "italy", "july", "reply")  # noqa: PLR2004


def _agent(line: Line, at: int, strength: Strength, lex: Lexicon) -> Cue | None:
    """*was described by X as*: the speaker of a passive stands after *by*."""
    tokens = line.tokens
    for ahead in range(at + 1, min(at + _MAX_TAIL, len(tokens))):
        if ahead in line.stops:
            break
        if tokens[ahead].low in lex.agents and ahead + 1 < len(tokens):
            phrase = phrase_at(tokens, ahead + 1, lex, len(tokens))
            return Cue(at, phrase, strength) if phrase else None
    return None


def _after_source(line: Line, at: int, lex: Lexicon) -> Cue | None:
    start = at + cue_length(line.tokens, at, lex.sources)
    phrase = phrase_at(line.tokens, start, lex, len(line.tokens))
    speaks = phrase is not None and (
        can_speak(line.tokens, phrase, lex) or line.tokens[phrase.start].low in lex.determiners
    )
    return Cue(at, phrase, "source") if phrase and speaks else None


def _of_participle(line: Line, at: int, lex: Lexicon, floor: int) -> Cue | None:
    """*Trump hit back, saying*: the subject of the sentence; *Calling it a mess, Trump left*: the one after the comma."""
    tokens = line.tokens
    back, progressive, _ = _past_auxiliaries(tokens, at - 1, floor, lex)
    if progressive and back >= floor:
        return replace(found, strength="participle") if (found := subject(line, at, "weak", lex, floor)) else None
    told = _verb_before(line, at, floor, lex)
    if told is not None:
        return Cue(at, told.subject, "participle")
    if back >= floor and back == at - 1 and tokens[back].kind == "w" and back > floor:
        near = _ending_at(tokens, back, floor, lex)
        if near and (tokens[back].low in lex.written or is_body(tokens[back], lex)):
            carried = tokens[back].low in ("sign", "banner", "poster", "placard", "tattoo")
            first = None if carried else first_phrase(line, floor, at, lex)
            return Cue(at, first or near, "participle")
    named = back > floor and is_name_word(tokens[back], lex) and name_start(tokens, back + 1, lex, floor) > floor
    if back >= floor and tokens[back].kind == "w" and (back < at - 1 or named):
        near = _ending_at(tokens, back, floor, lex)
        before = tokens[name_start(tokens, back + 1, lex, floor) - 1] if named else None
        if near and (
            back < at - 1 or (before and before.low in ("of", "quoted", "showing", "shows", "showed", "heard", "with"))
        ):
            return Cue(at, near, "participle")
    first = first_phrase(line, floor, at, lex)
    if first:
        return Cue(at, first, "participle")
    for ahead in range(at + 1, min(at + _MAX_TAIL, len(tokens))):
        if ahead in line.stops:
            break
        if tokens[ahead].text == "," or (tokens[ahead].kind == "q"):
            phrase = first_phrase(line, ahead + 1, len(tokens), lex)
            if phrase:
                return Cue(at, phrase, "participle")
    return None


def _verb_before(line: Line, at: int, floor: int, lex: Lexicon) -> Cue | None:
    """*Nefzi said, adding*: the verb of saying right before the comma shares its subject."""
    if at - 2 < floor or line.tokens[at - 1].text != ",":
        return None
    for back in range(at - 2, max(floor, at - 12) - 1, -1):
        token = line.tokens[back]
        if token.kind in "pq":
            return None
        if token.low in lex.cues and token.low not in lex.participles:
            strength = strength_at(line, back, lex)
            return subject(line, back, strength, lex, floor) if strength == "strong" else None
    return None


def _antecedent(tokens: Sequence[Token], at: int, floor: int, lex: Lexicon) -> Phrase | None:
    """What *who* at ``at`` stands for."""
    back = at - 1
    if back >= floor and tokens[back].text in (",", "—", "–"):
        back -= 1
    return _ending_at(tokens, back, floor, lex) if back >= floor else None


def _ending_at(tokens: Sequence[Token], last: int, floor: int, lex: Lexicon) -> Phrase | None:
    """The noun phrase whose last token is at ``last``."""
    if tokens[last].text in ")]" and tokens[last].kind == "p":
        opening = opening_bracket(tokens, last, floor)
        inner = _ending_at(tokens, opening - 1, floor, lex) if opening > floor else None
        return Phrase(inner.start, last + 1) if inner else None
    if tokens[last].kind == "p" and tokens[last].low != "'s":
        return None
    if tokens[last].low in lex.pronouns:
        return Phrase(last, last + 1)
    if (
        tokens[last].low in lex.conjunctions
        or tokens[last].low in lex.subordinators
        or tokens[last].low in lex.prepositions
    ):
        return None
    start = _stretch(tokens, last, floor, lex)
    if start > last:
        return None
    return Phrase(_head_start(tokens, start, last, lex), last + 1)


def _stretch(tokens: Sequence[Token], last: int, floor: int, lex: Lexicon) -> int:
    """As far left from ``last`` as a phrase could reach: to a comma, a verb, *that*, a quotation."""
    at = last
    while at >= floor:
        token = tokens[at]
        low = token.low
        if token.kind == "q" or (token.kind == "p" and low != "'s" and token.text not in "&-’'"):
            break
        if token.kind == "w" and at < last:
            if low in lex.subordinators or low in lex.auxiliaries or low in lex.relatives or low in lex.pronouns:
                break
            if (low in lex.cues or low in lex.participles) and not is_role(token, lex):
                break
            if low in lex.conjunctions and not _pairs(tokens, at, lex):
                break
        at -= 1
    return at + 1


def _pairs(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    if at == 0 or tokens[at].low not in ("and", "&", "und", "et", "y", "e", "en"):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return (before.capital and is_name_word(after, lex) and is_name_word(before, lex)) or (
        (is_role(before, lex) or is_body(before, lex)) and (is_role(after, lex) or is_body(after, lex))
    )


def _head_start(tokens: Sequence[Token], start: int, last: int, lex: Lexicon) -> int:
    """Where in the stretch the phrase truly begins: a fronted *On Monday* or *In a tweet* is not part of it."""
    while start < last and (
        tokens[start].low in lex.conjunctions
        or (tokens[start].low in lex.adverbs and tokens[start].low not in lex.determiners)
        or (tokens[start].low in lex.prepositions and _is_article(tokens[start + 1 :], lex))
    ):
        start += 1
    if is_name_word(tokens[last], lex):
        return _name_phrase_start(tokens, start, last, lex)
    fronted = tokens[start].low in lex.prepositions or tokens[start].low in lex.times
    begin = start
    for at in range(start, last + 1):
        token = tokens[at]
        begins = token.low in lex.determiners or token.low in lex.possessives
        after_link = at > start and tokens[at - 1].low in lex.prepositions
        if begins and not after_link and at > begin:
            begin, fronted = at, False
    if fronted:
        for at in range(start + 1, last + 1):
            if tokens[at].low not in lex.times and tokens[at - 1].low in lex.times:
                return at
        back = last
        while back > start and not (tokens[back - 1].low in lex.prepositions or is_name_word(tokens[back - 1], lex)):
            back -= 1
        return back
    return begin


def _is_article(tokens: Sequence[Token], lex: Lexicon) -> bool:
    following = tokens[:2]
    return any(t.low in lex.determiners for t in following[:1]) or (
        len(following) > 1 and following[0].low in lex.prepositions and following[1].low in lex.determiners
    )


def _name_phrase_start(tokens: Sequence[Token], start: int, last: int, lex: Lexicon) -> int:
    run = name_start(tokens, last + 1, lex, start)
    at = run
    while at > start:
        before = tokens[at - 1]
        low = before.low
        if before.kind == "w" and low in lex.prepositions:
            # "a spokesman for Trump said": the name hangs on a phrase before it, unless that is only "On Monday"
            head = _described_before(tokens, start, at - 1, lex)
            return head if head is not None else at
        if low in lex.determiners or low in lex.possessives:
            return at - 1
        if low == "'s" or before.kind == "n":
            at -= 1
        elif is_name_word(before, lex):
            at = name_start(tokens, at, lex, start)
        elif before.kind == "w" and _leads_to_name(tokens, at - 1, run, lex):
            at -= 1
        else:
            break
    return at


def _leads_to_name(tokens: Sequence[Token], at: int, run: int, lex: Lexicon) -> bool:
    """Whether the lower-case words from ``at`` to the name are its role: *longtime adviser* Roger Stone."""
    return (
        any(is_role(token, lex) or is_body(token, lex) for token in tokens[at:run]) and tokens[at].low not in lex.times
    )


def _described_before(tokens: Sequence[Token], start: int, link: int, lex: Lexicon) -> int | None:
    """The start of *a spokesman* in *a spokesman for Trump*; ``link`` is at the preposition."""
    if link - 1 < start:
        return None
    head = tokens[link - 1]
    if not (is_role(head, lex) or is_body(head, lex) or (tokens[link].low == "of" and head.kind == "w")):
        before = [i for i in range(start, link) if is_role(tokens[i], lex)]
        if not before:
            return None
    at = link - 1
    while at > start and not (tokens[at].low in lex.determiners or tokens[at].low in lex.possessives):
        if tokens[at - 1].low in lex.prepositions and tokens[at - 1].low not in ("of", "for", "at"):
            break
        at -= 1
    return at


def tail(line: Line, quote: int, ending: str, lex: Lexicon) -> Cue | None:
    """The attribution right behind the quotation at ``quote``: *said X*, *X said*, *according to X*.

    ``ending`` is the quotation's last character, which tells whether its sentence goes on.
    """
    tokens = line.tokens
    at = quote + 1
    if at >= len(tokens):
        return None
    goes_on = ending in ",?!—–-…‽"
    if tokens[at].text in (",", "—", "–", "-", "―") and tokens[at].kind == "p":
        at += 1
        goes_on = True
    if at >= len(tokens) or tokens[at].low in lex.conjunctions or tokens[at].kind != "w":
        return None
    if tokens[at].low in lex.subordinators and tokens[at].low != "as":
        return None
    limit = _limit(line, at, tokens)
    cue = _inverted(line, at, lex, limit, goes_on=goes_on)
    if cue is None and (goes_on or ending == "."):
        cue = _straight(line, at, lex, limit, goes_on=goes_on, stopped=quote in line.stops)
    return replace(cue, behind=True) if cue else None


def _limit(line: Line, at: int, tokens: Sequence[Token]) -> int:
    for ahead in range(at, min(at + _MAX_TAIL, len(tokens))):
        if tokens[ahead].kind == "q":
            return ahead
        if ahead in line.stops:
            return ahead + 1
    return min(at + _MAX_TAIL, len(tokens))


def _hyphened(tokens: Sequence[Token], at: int, lex: Lexicon, limit: int) -> Cue | None:
    """*a-t-elle ajouté*, *dit-il*, *s'est-il emporté*."""
    for ahead in range(at, min(at + 5, limit)):
        if tokens[ahead].low[:1] == "-" and tokens[ahead].low in lex.pronouns:
            for verb in (ahead - 1, ahead + 1, ahead + 2):
                if at <= verb < limit and cue_length(tokens, verb, lex.cues):
                    return Cue(verb, Phrase(ahead, ahead + 1), "strong")
    return None


def _inverted(line: Line, at: int, lex: Lexicon, limit: int, *, goes_on: bool) -> Cue | None:
    tokens = line.tokens
    if lex.elides and (hyphened := _hyphened(tokens, at, lex, limit)):
        return hyphened
    if tokens[at].low == "as" and at + 1 < limit:
        at += 1
    while at < limit - 1 and (tokens[at].low in lex.auxiliaries or tokens[at].low in lex.adverbs):
        at += 1
    if tokens[at].capital and goes_on is False:
        return None
    if cue_length(tokens, at, lex.sources):
        return _after_source(line, at, lex)
    size = cue_length(tokens, at, lex.cues)
    if not size:
        return None
    phrase = phrase_at(tokens, at + size, lex, limit)
    if phrase is None:
        return None
    first = tokens[phrase.start].low
    if first in lex.objects or first in lex.times or first in lex.subordinators:
        return None
    return Cue(at, phrase, "strong")


def _straight(line: Line, at: int, lex: Lexicon, limit: int, *, goes_on: bool, stopped: bool) -> Cue | None:
    tokens = line.tokens
    first = first_phrase(line, at, limit, lex)
    if first is None or first.start > at + 2:
        return None
    for ahead in range(first.end, limit):
        if (
            tokens[ahead].low in lex.subordinators
            and tokens[ahead].low not in ("as", "than", "when", "while", "where")
            and tokens[ahead - 1].text != ","
        ):
            return None
        strength = strength_at(line, ahead, lex)
        if strength == "participle" and tokens[ahead - 1].low in ("heard", "seen", "is", "was", "are", "were", "been"):
            return Cue(ahead, first, "strong")
        if strength not in ("strong", "weak"):
            continue
        if stopped and not _only_says(line, ahead, lex, limit):
            return None
        cue = subject(line, ahead, strength, lex, at)
        if cue and (cue.subject.start <= first.end) and not (cue.relative and ahead < limit):
            return cue
        if cue and cue.relative:
            continue
        if strength == "strong" and goes_on:
            return Cue(ahead, first, strength)
    return None


def _only_says(line: Line, at: int, lex: Lexicon, limit: int) -> bool:
    """Whether the sentence of the verb at ``at`` says nothing of its own, so that it belongs to the quotation before it."""
    tokens = line.tokens
    after = at + 1
    if after >= limit or after in line.stops or at in line.stops:
        return True
    token = tokens[after]
    return (
        token.text == ","
        or token.kind == "w"
        and (
            token.low in lex.times
            or (token.low in lex.prepositions and token.low not in ("like",))
            or token.low in lex.adverbs
        )
        and not any(
            tokens[i].low == "that" or tokens[i].kind == "q" or tokens[i].text == ":"
            for i in range(after, min(limit + 1, len(tokens)))
        )
    )


def lead(line: Line, quote: int, lex: Lexicon) -> Cue | None:
    """The nearest verb of saying before the quotation at ``quote`` in its sentence, with its subject."""
    tokens = line.tokens
    start = sentence_floor(line, quote)
    fallback: Cue | None = None
    for at in range(quote - 1, start, -1):
        if tokens[at].low in lex.within:  # "a report in which …": the report is speaking
            body = _ending_at(tokens, at - 2 if tokens[at - 1].text == "," else at - 1, start, lex)
            if body:
                return Cue(at, body, "weak")
    for at in range(quote - 1, start - 1, -1):
        strength = strength_at(line, at, lex)
        if strength is None:
            continue
        floor = clause_floor(line, at, start)
        cue = subject(line, at, strength, lex, floor)
        if cue is None or _is_anybody(tokens, cue, lex):
            continue
        if cue.relative and quote - at > 2 and tokens[quote - 1].text in ("that", ":"):  # noqa: PLR2004
            outer = _teller(line, at, start, lex)
            if outer:
                return outer
        if strength in ("source", "participle") or can_speak(tokens, cue.subject, lex):
            return cue
        fallback = fallback or cue
    return fallback


_ANYBODY = frozenset("anybody anyone everybody everyone nobody no-one those people somebody someone what".split())


def _is_anybody(tokens: Sequence[Token], cue: Cue, lex: Lexicon) -> bool:
    """*anybody who complains*, *some who say*: nobody in particular is speaking."""
    head = tokens[cue.subject.start]
    return (
        cue.relative is not None
        and head.low in _ANYBODY
        or (head.low in ("anybody", "anyone", "everybody", "everyone", "nobody"))
    )


def _teller(line: Line, before: int, start: int, lex: Lexicon) -> Cue | None:
    """*X told a woman who suggested … that “…”*: the one who told."""
    for at in range(before - 1, start - 1, -1):
        if strength_at(line, at, lex) == "strong":
            return subject(line, at, "strong", lex, clause_floor(line, at, start))
    return None


def can_speak(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a phrase can be somebody who speaks: a name, a pronoun, a person, a body; not *the bill*."""
    return any(
        is_name_word(token, lex) or is_role(token, lex) or is_body(token, lex) or token.low in lex.pronouns
        for token in tokens[phrase.start : phrase.end]
    )


def sentence_floor(line: Line, at: int) -> int:
    """Where the sentence of ``tokens[at]`` begins, behind an agency's dateline."""
    last = at
    at = line.first_of_sentence(at)
    if at == 0 and line.tokens[0].text.isupper() and len(line.tokens[0].text) > 3:  # noqa: PLR2004
        for dash in range(1, min(14, last)):
            if line.tokens[dash].text in ("—", "–", "-", "--", ":"):
                return dash + 1
    return at


def clause_floor(line: Line, at: int, start: int) -> int:
    """Where the clause of the verb at ``at`` begins: behind a quotation that its sentence set out with."""
    for back in range(at - 1, start - 1, -1):
        token = line.tokens[back]
        if token.kind == "q" and back + 1 < at:
            after = line.tokens[back + 1]
            if after.text == "," or after.capital or after.low in ("he", "she", "they"):
                return back + 1
        if token.text == ";":
            return back + 1
    return start
