"""Whether whoever a point says spoke is who speaks in its evidence."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.attribution.tags import Tag, tag
from summariser.checking.case import named_in, surveyed, words_within
from summariser.checking.denying import VERBS
from summariser.checking.descriptions import is_who
from summariser.checking.failure import Failure
from summariser.checking.saying import UNSPOKEN
from summariser.checking.voices import Voice
from summariser.kindred import kindred
from summariser.lexicon import lexicon
from summariser.speakers import quotes_of
from summariser.stems import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading
    from summariser.testimony import Testimony

_ROOT = 5
_DENYING = frozenset[str]().union(*VERBS.values())


def wrong_credits(case: Case) -> Iterator[Failure]:
    """Those the point has say what others say."""
    ours = case.our_voices
    if not case.foreign:
        places = case.places
        for voice in ours:
            told = _told(case, voice, places)
            who = _stems(case, voice)
            who = (
                frozenset(who.union(*(_stems(case, other) for other in ours if voice.at in other.covers)))
                if who
                else who
            )
            if voice.low in _DENYING:
                continue  # what somebody denies, somebody else has said
            wrong = told and not _are_they(who, told, case)
            if who and voice.low not in UNSPOKEN and (wrong or _is_anothers(case, voice, who, places)):
                speaking = (
                    ", ".join(sorted({name for each in told for name in each.speakers | each.people}))
                    or "somebody else"
                )
                yield Failure(
                    "attribution", f"{voice.who} {voice.low}", f"In the evidence it is {speaking} who says so."
                )
                return


def _stems(case: Case, voice: Voice) -> frozenset[str]:
    """Who a point says speaks: the stems of their name, or behind *according to* of what they are."""
    whose = [case.point.words[at] for at in _before_of(case.point, voice.whose)]
    named = frozenset(word.stem for word in whose if word.low in named_in(case.article) and word.capital)
    if named or voice.strength != "source":
        return named
    return frozenset(word.stem for word in whose if is_who(word, case.point.language))


def _before_of(reading: Reading, whose: range) -> range:
    """*A spokesman for Mr Tauber*: whoever speaks for somebody is not they."""
    lex = lexicon(reading.language)
    role = (at for at in whose if tag(reading.words[at].text, reading.low(at), lex) & Tag.ROLE)
    first = next(role, None)
    if first is not None and first + 1 in whose and reading.low(first + 1) in lex.prepositions:
        return range(whose.start, first + 1)
    return whose


def _told(case: Case, voice: Voice, places: dict[int, int]) -> list[Testimony]:
    """The sentences of the evidence that what is told comes from, if anybody speaks in them."""
    count: dict[int, int] = {}
    for at in voice.covers:
        if at in places:
            number = _sentence(case, places[at])
            if number is not None:
                count[number] = count.get(number, 0) + 1
    most = max(count.values(), default=0)
    chosen = [case.told[number] for number, times in count.items() if times * 2 >= most]
    return chosen if most > 1 and any(each.voices for each in chosen) and _speaks(case) else []


def _speaks(case: Case) -> bool:
    """Whether somebody says something in the evidence, in so many words."""
    said = case.their_voices
    return any(told.speakers for told in case.told) or any(voice.low not in UNSPOKEN for voice in said)


def _sentence(case: Case, place: int) -> int | None:
    """Which sentence of the article a word of the evidence stands in."""
    offset = case.evidence.words[place].start
    base = 0
    for span in case.spans:
        length = span.end - span.start
        if offset < base + length:
            starts = [each.span.start for each in case.told]
            at = bisect_right(starts, span.start + offset - base) - 1
            return at if at >= 0 else None
        base += length + 1
    return None


def _is_anothers(case: Case, voice: Voice, who: frozenset[str], places: dict[int, int]) -> bool:
    """Whether what is told comes from what somebody else says, of several who say something."""
    told = {places[at] for at in voice.covers if at in places}
    best = mine = 0
    named = any(word.capital for word in case.point.words if word.stem in who)
    for other in _heard(case):
        shared = len(told & other.covers)
        if _is_of(who, other.who, case):
            mine = max(mine, shared)
        elif other.low not in UNSPOKEN and _is_comparable(case, other, named=named):
            best = max(best, shared)
    told_of = any(_is_of(who, other.who, case) for other in _heard(case)) or (named and best > _ENOUGH)
    return best >= _ENOUGH and best > mine + 1 and told_of


_ENOUGH = 2
"""Words in common with what somebody else says."""


def _may_be_pronoun(who: frozenset[str], case: Case) -> bool:
    """Whether a *he said* of the evidence may be theirs, by their gender and by where they are named."""
    pronouns = lexicon(case.article.language).pronouns
    said = case.their_voices
    genders = {pronouns.get(voice.who.lower()) for voice in said} & {"f", "m"}
    if not genders:
        return False
    start = min(span.start for span in case.spans)
    people = (
        person
        for person in surveyed(case.article).scene.people.people
        if who & set(stems(person.name, case.article.language))
    )
    return any(
        (person.gender is None or person.gender in genders)
        and any(start - _SHORTLY < mention.start < start for mention in person.mentions)
        for person in people
    )


_SHORTLY = 900
"""Characters before a *he said* in which whoever it is has been named."""


def _is_comparable(case: Case, voice: Voice, *, named: bool) -> bool:
    """Whether it is told as plainly who that is: names go with names, roles with roles."""
    if not voice.who or voice.who.lower() in lexicon(case.evidence.language).pronouns:
        return False
    theirs = bool(named_in(case.article) & {part.lower() for part in voice.who.replace("-", " ").split()})
    return theirs if named else not theirs


def _is_of(who: frozenset[str], name: str, case: Case) -> bool:
    return bool(who & set(stems(name, case.article.language)))


def _heard(case: Case) -> tuple[Voice, ...]:
    """Who says something in the evidence, the speakers of its quotations among them."""
    found = list(case.their_voices)
    for quote in quotes_of(surveyed(case.article)):
        if quote.speaker is None or not quote.credited:
            continue
        covers = frozenset(at for part in quote.spans for at in words_within(case, part))
        if covers:
            found.append(Voice(min(covers), "", "strong", quote.speaker.name, range(0), covers))
    return tuple(found)


def _are_they(who: frozenset[str], told: Sequence[Testimony], case: Case) -> bool:
    """Whether they are among those who speak in these sentences, or whom they are told of."""
    language = case.article.language
    if who & {word.stem for word in case.evidence.words} or _may_be_pronoun(who, case):
        return True
    known = {part for each in told for part in (*each.voices, *each.meant)}
    known |= {part for each in told for name in each.people | each.speakers for part in stems(name, language)}
    if not any(word.capital for word in case.point.words if word.stem in who):
        known |= {word.stem for word in case.evidence.words}
    known |= {word.stem for word, after in pairwise(case.evidence.words) if after.text == ":"}  # a transcript's label
    known |= {part for voice in case.their_voices for part in stems(voice.who, language)}
    for one in who:
        if one in known or kindred(one, language) & known or case.same.get(one, frozenset()) & known:
            return True
        if any(
            len(other) >= _ROOT and (one[:_ROOT] == other[:_ROOT] or one.endswith(other) or other.endswith(one))
            for other in known
        ):
            return True
    return False
