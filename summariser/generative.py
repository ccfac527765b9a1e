"""A briefing with a language model: what it is asked, and what of its answer is accepted.

Nothing here talks to one. `asked` makes the prompt, `drafted` reads the answer, `reviewed` puts it through the gate
(`summariser.support`), `mended` takes in one repair, and `briefed` puts the article's own sentences in the place of
what fails even then. A model names sentences and quotations by number: it cannot write a quotation, and what it writes
is compared with the sentences it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summariser.checks import gated
from summariser.extractive import brief
from summariser.key_quotes import best_part
from summariser.languages import called
from summariser.model import Briefing, Checks, Point
from summariser.numbering import fitting
from summariser.prompts import briefing as briefing_prompt
from summariser.prompts import repair as repair_prompt
from summariser.prompts.fencing import one_line
from summariser.shapes import listed, mapping, number, numbers
from summariser.support import Failure, failures
from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summariser.model import Quote
    from summariser.numbering import Ground, Numbered
    from summariser.ports import Prompt

LONGEST_HEADLINE = 90
FEWEST_WORDS, MOST_WORDS = 5, 45
FEWEST_CHARACTERS, MOST_CHARACTERS = 10, 200
"""Of a point in a script that sets no spaces between words."""

MOST_QUOTES = 3

ALIKE = 0.7
"""Share of a point's words in an earlier one from which it says the same."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters."""

_ENDS = re.compile(r"[.\s]+\Z")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A point as a model wrote it: the text, and the numbers of the sentences that it says bear it out."""

    text: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model answered, as far as it has the shape that was asked for."""

    headline: str
    points: tuple[Drafted, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found in a point, nothing if it may be let out, and the report that it then stands on."""

    found: tuple[Failure, ...]
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A draft, and the verdict on each of its points.

    ``language`` is the one it was to be in, the article's if that is ``None``.
    """

    draft: Draft
    verdicts: tuple[Verdict, ...]
    language: str | None = None

    @property
    def failed(self) -> tuple[int, ...]:
        """The places of the points that failed, counted from 0."""
        return tuple(at for at, each in enumerate(self.verdicts) if each.found)


def asked(read: Numbered, *, points: int, language: str | None, only: Collection[int] | None = None) -> Prompt:
    """What a model is asked for a briefing in ``language`` (the article's, if that is ``None``).

    ``only`` are the numbers of the article's sentences that it is shown; if that is ``None``, all from the first, as
    far as there is room.
    """
    shown = [*fitting(read.sentences(only)), "", *fitting(read.quotations(only))]
    wanted = called(language or read.article.language)
    lines = [*read.known(), "", *shown, *read.beside()]
    return briefing_prompt.prompt(lines, points=points, language=wanted, reports=bool(read.others))


def drafted(fields: Mapping[str, Any], points: int) -> Draft:
    """The draft in a model's answer, whatever that holds; at most so many points."""
    headline = fields.get("headline")
    found = [_point(each) for each in listed(fields.get("points"))]
    quotes = numbers([mapping(each).get("number") for each in listed(fields.get("quotes"))])
    kept = tuple(each for each in found if each is not None)[:points]
    return Draft(one_line(headline) if isinstance(headline, str) else "", kept, quotes[:MOST_QUOTES])


def reviewed(draft: Draft, read: Numbered, language: str | None) -> Review:
    """What the gate finds in each point."""
    verdicts = list[Verdict]()
    passed = list[Drafted]()
    for point in draft.points:
        verdict = _verdict(point, read, language)
        if not verdict.found and any(_says_the_same(point, other, read) for other in passed):
            verdict = Verdict((Failure("form", point.text, "It says what an earlier point says."),))
        passed += [] if verdict.found else [point]
        verdicts.append(verdict)
    return Review(draft, tuple(verdicts), language)


def repair_of(review: Review, read: Numbered) -> Prompt | None:
    """What a model is asked about the points that failed; nothing if none did."""
    if not review.failed:
        return None
    failed = list[str]()
    wanted = set[int]()
    for place, at in enumerate(review.failed, 1):
        point = review.draft.points[at]
        why = " ".join(one_line(each.why) for each in review.verdicts[at].found)
        named = ", ".join(map(str, point.sentences)) or "none"
        failed.append(f"F{place} (lines {named}) {one_line(point.text)} — {why}")
        for each in point.sentences:
            wanted |= {each - 1, each, each + 1}
    written = called(review.language or read.article.language)
    lines = fitting(read.lines(wanted) or read.lines((1,)))
    return repair_prompt.prompt(lines, failed, language=written)


def mended(review: Review, fields: Mapping[str, Any], read: Numbered) -> Review:
    """The review with the points that a repair gave in place of those that failed, and what is wrong with those."""
    points = [*review.draft.points]
    for each in listed(fields.get("points")):
        point, which = _point(each), number(mapping(each).get("number"))
        if point is not None and which is not None and 0 < which <= len(review.failed):
            points[review.failed[which - 1]] = point
    return reviewed(replace(review.draft, points=tuple(points)), read, review.language)


def briefed(review: Review, read: Numbered, points: int, *, repaired: int) -> Briefing:
    """The briefing: what passed, and the article's own sentences in the place of what didn't.

    ``repaired`` of what passed did so only after a repair. Where nothing passed it is the embedded briefing.
    """
    own = brief(read.article, points=max(points, 3))
    passed = {
        at: _made(point.text, verdict.ground, read)
        for at, (point, verdict) in enumerate(zip(review.draft.points, review.verdicts, strict=True))
        if verdict.ground
    }
    spare = [each for each in own.points if not any(_overlap(each, other) for other in passed.values())]
    chosen, replaced = list[Point](), 0
    for at in range(max(len(review.verdicts), points)):
        if at in passed:
            chosen.append(passed[at])
        elif spare:
            chosen.append(spare.pop(0))
            replaced += 1
    why = tuple(each.why for verdict in review.verdicts for each in verdict.found)
    quotes = gated(replace(own, quotes=_quotes(review.draft, read) or own.quotes), read.read.quotations).quotes
    checks = Checks(len(chosen), len(quotes), why, len(passed) - repaired, repaired, replaced)
    return replace(
        own,
        headline=(_headline(review, read) if passed else None) or own.headline,
        points=tuple(chosen[:points]),
        quotes=quotes,
        checks=checks,
        further=max(0, len(read.quotes) - len(quotes)),
    )


def translated(fields: Mapping[str, Any], quotes: Sequence[Quote], language: str) -> tuple[str, ...]:
    """The translations in a model's answer, one for each of the quotes; empty where the quote doesn't bear it out."""
    found = dict[int, str]()
    for each in map(mapping, listed(fields.get("translations"))):
        which, text = number(each.get("number")), each.get("text")
        if which is not None and isinstance(text, str) and text.strip():
            found[which] = one_line(text).strip('“”"«»„ ')
    return tuple(
        ""
        if failures(found.get(at, ""), quote.spans, quote.article, language=language, spoken=True)
        else found.get(at, "")
        for at, quote in enumerate(quotes, 1)
    )


def _verdict(point: Drafted, read: Numbered, language: str | None) -> Verdict:
    """Of one report alone: what is half in one and half in another was put together by the model."""
    wanted = language or read.article.language
    grounds = read.grounds(point.sentences)
    if not grounds:
        return Verdict((Failure("unsupported", point.text, "It names no line of the article."),))
    if out_of_length := _out_of_length(point.text):
        return Verdict((Failure("form", point.text, out_of_length),))
    wrong = [failures(point.text, each.spans, each.article, language=wanted) for each in grounds]
    borne_out = next((ground for ground, found in zip(grounds, wrong, strict=True) if not found), None)
    if borne_out is None:
        mixed = (Failure("unsupported", point.text, "No one of the reports whose lines it names bears it out alone."),)
        return Verdict(wrong[0] + (mixed if len(grounds) > 1 else ()))
    return Verdict((), borne_out)


def _out_of_length(text: str) -> str:
    """What is wrong with the length of a point; empty if nothing is."""
    if 2 * len(_UNSPACED.findall(text)) > len(text):
        fits = FEWEST_CHARACTERS <= len(text) <= MOST_CHARACTERS
        return "" if fits else f"It has not {FEWEST_CHARACTERS} to {MOST_CHARACTERS} characters."
    fits = FEWEST_WORDS <= len(text.split()) <= MOST_WORDS
    return "" if fits else f"It has not {FEWEST_WORDS} to {MOST_WORDS} words."


def _says_the_same(point: Drafted, earlier: Drafted, read: Numbered) -> bool:
    language = read.article.language
    words, before = {*content(point.text, language)}, {*content(earlier.text, language)}
    return bool(words) and len(words & before) >= ALIKE * len(words)


def _made(text: str, ground: Ground, read: Numbered) -> Point:
    """The point; its report is compared by what it holds, since between processes everything becomes another object."""
    return Point(text, ground.spans, ground.article if ground.article != read.article else None)


def _overlap(one: Point, other: Point) -> bool:
    """Whether two points stand on the same sentences."""
    return one.article == other.article and any(span.overlaps(its) for span in one.evidence for its in other.evidence)


def _quotes(draft: Draft, read: Numbered) -> tuple[Quote, ...]:
    """The quotations that were chosen, long ones cut to some of their sentences, in the order of the article."""
    split = read.read.sentences
    chosen = [best_part(read.article, split, each) for each in read.quoted(draft.quotes)]
    credited = [each for each in chosen if each.credited] or chosen[:1]
    return tuple(sorted(credited, key=lambda each: each.spans))


def _headline(review: Review, read: Numbered) -> str | None:
    """The headline, if the first sentences and those that the points name bear it out; else nothing."""
    said = _ENDS.sub("", review.draft.headline)
    if not said or len(said) > LONGEST_HEADLINE:
        return None
    named = (each for point in review.draft.points for each in point.sentences)
    return None if failures(said, read.spans((1, 2, *named)), read.article, language=review.language) else said


def _point(found: object) -> Drafted | None:
    fields = mapping(found)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        return None
    return Drafted(one_line(text), numbers(fields.get("sentences")))
