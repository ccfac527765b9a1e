"""Noun phrases, shallowly: where the subject of a verb begins and ends, without a parse.

A dependency parse costs fifty times what the rest of a briefing does, and knows one language. Newspaper sentences
name their speakers in few shapes, and those can be read off the small words around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.lexicon import Lexicon
    from summariser.tokens import Line, Token

_OPENERS = "([{"
_CLOSERS = ")]}"
_DASHES = "—–-―"
_LINKS = frozenset(
    ("of", "for", "at", "from", "in", "with", "to", "on", "by", "about", "behind", "against", "near", "as")
)


class Phrase(NamedTuple):
    """The tokens ``start <= index < end`` of a line."""

    start: int
    end: int


def is_name_word(token: Token, lex: Lexicon) -> bool:
    """Whether a token may be part of a name: capitalised, and not one of the language's small words or days."""
    if token.kind != "w" or not token.text[0].isupper():
        return False
    low = token.low
    return not (
        low in lex.prepositions
        or low in lex.subordinators
        or low in lex.conjunctions
        or low in lex.pronouns
        or low in lex.determiners
        or low in lex.times
        or low in lex.adverbs
        or low in lex.auxiliaries
        or low in lex.relatives
    )


def name_end(tokens: Sequence[Token], start: int, lex: Lexicon) -> int:
    """The end of the run of name words from ``start``, small particles (*de*, *van*) inside it included."""
    end = start
    while end < len(tokens):
        token = tokens[end]
        if is_name_word(token, lex) or (token.low in lex.honorifics and token.capital):
            end += 1
        elif end > start and token.low in lex.particles and _capital_after_particles(tokens, end, lex):
            end += 1
        else:
            break
    return end


def _capital_after_particles(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    for token in tokens[at + 1 : at + 3]:
        if is_name_word(token, lex):
            return True
        if token.low not in lex.particles:
            return False
    return False


def name_start(tokens: Sequence[Token], end: int, lex: Lexicon, floor: int = 0) -> int:
    """The start of the run of name words that ends before ``end``."""
    start = end
    while start > floor:
        token = tokens[start - 1]
        if is_name_word(token, lex) or (token.low in lex.honorifics and token.capital):
            start -= 1
        elif (
            token.low in lex.particles and start < end and start - 1 > floor and _is_before_particle(tokens, start, lex)
        ):
            start -= 1
        else:
            break
    return start


def _is_before_particle(tokens: Sequence[Token], start: int, lex: Lexicon) -> bool:
    before = tokens[start - 2]
    return is_name_word(before, lex) or (before.low in lex.particles and start > 2)  # noqa: PLR2004


def is_role(token: Token, lex: Lexicon) -> bool:
    """Whether a word names a person by what they do."""
    low = token.low
    return token.kind == "w" and (
        low in lex.roles
        or ("-" in low and low.rsplit("-", 1)[1] in lex.roles)
        or (bool(lex.role_suffixes) and low.endswith(lex.role_suffixes))
    )


def is_body(token: Token, lex: Lexicon) -> bool:
    """Whether a word names something that speaks without being a person: a company, a report."""
    low = token.low
    return token.kind == "w" and (low in lex.bodies or (low.endswith("s") and low[:-1] in lex.bodies))


def phrase_at(tokens: Sequence[Token], start: int, lex: Lexicon, limit: int) -> Phrase | None:
    """The noun phrase that begins at ``start``, to its head: what follows after a comma is not in it."""
    if start >= limit:
        return None
    token = tokens[start]
    if token.kind == "w" and token.low in lex.pronouns:
        return Phrase(start, start + 1)
    if token.kind not in "wn" or not _may_begin(token, lex):
        return None
    at = start
    if token.kind == "w" and (token.low in lex.determiners or token.low in lex.possessives):
        at += 1
    end = _phrase_end(tokens, at, lex, limit)
    return Phrase(start, end) if end > start else None


def _may_begin(token: Token, lex: Lexicon) -> bool:
    low = token.low
    if low in lex.determiners or low in lex.possessives or token.kind == "n":
        return True
    if is_name_word(token, lex) or low in lex.honorifics:
        return not (low in lex.participles or low in lex.openers)
    if low in lex.prepositions or low in lex.subordinators or low in lex.conjunctions or low in lex.auxiliaries:
        return False
    if low in lex.adverbs or low in lex.times or low in lex.participles or low in lex.cues or low in lex.relatives:
        return False
    return not low.endswith(("ly", "ing"))


def _phrase_end(tokens: Sequence[Token], at: int, lex: Lexicon, limit: int) -> int:
    """Past the head and what hangs on it by *of*, *for* and the like."""
    named = False
    while at < limit:
        token = tokens[at]
        low = token.low
        if token.kind == "w":
            if is_name_word(token, lex) or low in lex.honorifics:
                run = name_end(tokens, at, lex)
                named = True
                at = max(run, at + 1)
                continue
            if low in _LINKS and _hangs_on(tokens, at, lex, limit, named=named):
                at += 1
                continue
            if low in lex.conjunctions and at + 1 < limit and _joins(tokens, at, lex):
                at += 1
                continue
            if _ends_phrase(token, lex) or (
                named
                and not is_role(token, lex)
                and not is_body(token, lex)
                and not _before_name(tokens, at, lex, limit)
            ):
                return at
            at += 1
        elif token.low == "'s" or token.kind == "n":
            named = False
            at += 1
        elif token.text in _OPENERS:
            at = _past_bracket(tokens, at, limit)
        else:
            return at
    return at


def _before_name(tokens: Sequence[Token], at: int, lex: Lexicon, limit: int) -> bool:
    """Whether lower-case words lead up to a name: *Trump campaign spokesman Jason Miller*."""
    for ahead in range(at, min(at + 4, limit)):
        token = tokens[ahead]
        if is_role(token, lex):
            return True
        if token.kind != "w" or _ends_phrase(token, lex):
            return False
    return False


def _ends_phrase(token: Token, lex: Lexicon) -> bool:
    low = token.low
    if low in lex.determiners and low not in lex.relatives:
        return False
    return (
        low in lex.auxiliaries
        or low in lex.cues
        or low in lex.weak_cues
        or low in lex.participles
        or low in lex.prepositions
        or low in lex.subordinators
        or low in lex.relatives
        or low in lex.conjunctions
        or low in lex.pronouns
        or low in lex.times
        or (low in lex.adverbs and low not in lex.determiners)
        or (low.endswith("ly") and len(low) > 4)  # noqa: PLR2004
    )


def _hangs_on(tokens: Sequence[Token], at: int, lex: Lexicon, limit: int, *, named: bool) -> bool:
    """Whether a preposition goes on with the phrase: *a spokesman for the company*, not *Trump on Tuesday*."""
    if at + 1 >= limit:
        return False
    following = tokens[at + 1]
    low = tokens[at].low
    if low == "of":
        return True
    if following.low in lex.times or following.kind == "n":
        return False
    if named:
        return False
    return (
        is_name_word(following, lex) or following.low in lex.determiners or following.low in lex.possessives
    ) and low != "as"


def _joins(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].low not in ("and", "&", "und", "et", "y", "e", "en"):
        return False
    both_names = before.capital and (is_name_word(after, lex) or after.low in lex.honorifics)
    both_roles = (is_role(before, lex) or is_body(before, lex)) and (is_role(after, lex) or is_body(after, lex))
    return both_names or both_roles


def _past_bracket(tokens: Sequence[Token], at: int, limit: int) -> int:
    for ahead in range(at + 1, min(at + 15, limit)):
        if tokens[ahead].text in _CLOSERS:
            return ahead + 1
    return at + 1


def opening_bracket(tokens: Sequence[Token], at: int, floor: int) -> int:
    """The bracket that the closing one at ``at`` answers, or ``at``."""
    for back in range(at - 1, max(floor, at - 15) - 1, -1):
        if tokens[back].text in _OPENERS:
            return back
    return at


def first_phrase(line: Line, start: int, limit: int, lex: Lexicon) -> Phrase | None:
    """The subject of the clause that begins at ``start``: what stands in front of it (*On Monday,* …) is passed over."""
    tokens = line.tokens
    at = start
    for _ in range(8):
        at = _past_openers(tokens, at, limit, lex)
        if at >= limit:
            return None
        phrase = None if is_adverbial(tokens, at, lex) else phrase_at(tokens, at, lex, limit)
        if (
            phrase is not None
            and not _is_time(tokens, phrase, lex)
            and _may_speak(tokens, phrase, lex, first=at == start)
        ):
            return phrase
        comma = _next_comma(tokens, at, limit)
        if comma is None:
            return _last_name(tokens, at, limit, lex)
        at = comma + 1
    return None


def is_adverbial(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """*Shortly after …*, *Weighing in on …*: a capital that only the beginning of the sentence gives."""
    if at + 1 >= len(tokens) or tokens[at].kind != "w":
        return False
    low, following = tokens[at].low, tokens[at + 1]
    small = following.low in lex.prepositions or following.low in lex.subordinators or following.low in lex.determiners
    return (low.endswith(("ly", "ing")) and (small or following.text == ",")) or (
        low.endswith("ed") and small and low in lex.cues
    )


def _may_speak(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon, *, first: bool) -> bool:
    """Bare words in lower case can be a subject only as people, or at the head of the sentence."""
    head = tokens[phrase.start]
    if head.kind == "n" or head.low in lex.determiners or head.low in lex.possessives or head.low in lex.pronouns:
        return True
    if head.capital and head.text.endswith(".") and phrase.end - phrase.start == 1:
        return False  # "Aspen, Colo.,"
    return first or any(
        is_name_word(t, lex) or is_role(t, lex) or is_body(t, lex) for t in tokens[phrase.start : phrase.end]
    )


def _is_time(tokens: Sequence[Token], phrase: Phrase, lex: Lexicon) -> bool:
    """*Last month*, *The next day*."""
    return tokens[phrase.end - 1].low in lex.times or (
        phrase.end < len(tokens) and tokens[phrase.end].low in lex.times and tokens[phrase.start].low in lex.determiners
    )


def _past_openers(tokens: Sequence[Token], at: int, limit: int, lex: Lexicon) -> int:
    while at < limit:
        token = tokens[at]
        if token.kind == "p" and token.text not in _OPENERS:
            at += 1
        elif token.low in lex.conjunctions or (token.low in lex.adverbs and token.low not in lex.determiners):
            at += 1
        else:
            break
    return at


def _next_comma(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    for ahead in range(at, limit):
        if tokens[ahead].text == "," or (tokens[ahead].kind == "q"):
            return ahead
    return None


def _last_name(tokens: Sequence[Token], start: int, limit: int, lex: Lexicon) -> Phrase | None:
    """*In a tweet Trump …*: no comma, so the last name or pronoun before the verb."""
    for at in range(limit - 1, start - 1, -1):
        if tokens[at].low in lex.pronouns and tokens[at].kind == "w":
            return Phrase(at, at + 1)
        if is_name_word(tokens[at], lex):
            return Phrase(name_start(tokens, at + 1, lex, start), at + 1)
    return None
