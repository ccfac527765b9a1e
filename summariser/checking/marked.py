"""Whether what a point has in quotation marks stands so in a quotation of its evidence, and is that speaker's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.checking.case import named_in, surveyed
from summariser.checking.failure import Failure
from summariser.checking.voices import segment
from summariser.model import Span
from summariser.quotes import scan
from summariser.speakers import quotes_of
from summariser.stems import stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.model import Quotation, Quote

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " "}
)
_ENDS = " \t\n,.;:!?…'\""
_LIKELY = 0.5
_WORD = frozenset(("word", "term", "mot", "terme", "wort", "begriff", "palabra", "parola", "palavra", "woord"))
_TITLE = 4
"""Words that a name in marks has, at most."""

_MARK = re.compile('[“”"„«»‹›]')


def wrong_quotations(case: Case) -> Iterator[Failure]:
    """What is in marks in the point and in no marks of the evidence, or in somebody else's mouth."""
    quotations = scan(case.point.text, case.point.language)
    known = _quoted(case)
    for quotation in quotations:
        said = " ".join(span.cut(case.point.text) for span in quotation.spans)
        plain = _plain(said)
        if not any(character.isalnum() for character in plain):
            continue
        source = next((each for each, text in known if _holds(text, plain)), None)
        if source is None and quotation.closed and (_is_title(case, plain) or _is_word(case, quotation, plain)):
            continue
        if source is None or not quotation.closed:
            yield Failure("quotation", said, "The evidence does not have these words in quotation marks.")
            continue
        yield from _credited(case, quotation, [each for each, text in known if _holds(text, plain)])
    covered = [quotation.outer for quotation in quotations]
    for mark in _MARK.finditer(case.point.text):
        inches = case.point.text[max(0, mark.start() - 1) : mark.start()].isdecimal()
        if not inches and not any(span.start <= mark.start() < span.end for span in covered):
            yield Failure("quotation", mark[0], "A quotation mark stands alone.")
            return


def _quoted(case: Case) -> list[tuple[Quotation, str]]:
    """The quotations of the article with as much of each as the evidence has."""
    found: list[tuple[Quotation, str]] = []
    text = case.article.text
    for quotation in surveyed(case.article).quotations:
        pieces = [
            Span(max(part.start, span.start), min(part.end, span.end))
            for part in quotation.spans
            for span in sorted(case.spans)
            if part.overlaps(span)
        ]
        if pieces:
            found.append((quotation, _plain(" ".join(piece.cut(text).strip() for piece in pieces))))
    return found


def _is_word(case: Case, quotation: Quotation, plain: str) -> bool:
    """*The word “regroupement”*: a word that is spoken of."""
    before = case.point.text[: quotation.outer.start].split()
    spoken_of = bool(before) and before[-1].lower() in _WORD
    return spoken_of and " " not in plain and plain in case.evidence.text.lower()


def _is_title(case: Case, plain: str) -> bool:
    """Whether the article puts just these few words in marks elsewhere: the name of a plan, which nobody says."""
    if len(plain.split()) > _TITLE:
        return False
    text = case.article.text
    every = (" ".join(part.cut(text) for part in each.spans) for each in surveyed(case.article).quotations)
    bare = plain.removesuffix("s") if case.point.language == "de" else plain  # "des „Inselfriedens“"
    return any(_plain(each) in {plain, bare} for each in every)


def _plain(said: str) -> str:
    plain = " ".join(said.translate(_APOSTROPHES).split()).strip(_ENDS)
    return plain[:1].lower() + plain[1:]


def _holds(text: str, said: str) -> bool:
    """Whether the words stand in the text, whole, but for the case of their first letter."""
    for form in (said, said[:1].upper() + said[1:]):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
                return True
            at = text.find(form, at + 1)
    return False


def _credited(case: Case, quotation: Quotation, sources: list[Quotation]) -> Iterator[Failure]:
    """The speaker whom the point names for it, held against those of the article."""
    said_by = {
        part
        for quote in _quotes(case)
        if any(each.spans[0].overlaps(quote.spans[0]) for each in sources)
        for part in _speaker(quote)
    }
    if not said_by:
        return
    if any(word.stem in said_by and not word.capital for word in case.point.words):
        return  # "…, a spokesman said"
    mine = [quote for quote in quotes_of(case.said) if quote.spans[0].overlaps(quotation.spans[0])]
    language = case.article.language
    names = [quote.speaker.name for quote in mine if quote.speaker is not None and quote.credited]
    for name in names or _subjects(case, quotation):
        who = {
            part for part in stems(name, language) for word in named_in(case.article) if stem(word, language) == part
        }
        labels = {word.stem for word, after in pairwise(case.evidence.words) if after.text == ":"}
        if who and not who & labels and not _meets(who, said_by, case):
            yield Failure("attribution", name, "In the evidence these words are somebody else's.")


def _subjects(case: Case, quotation: Quotation) -> list[str]:
    """Who speaks by the verb of saying in whose segment the marks stand."""
    ours = case.our_voices
    place = next((at for at, word in enumerate(case.point.words) if word.start >= quotation.spans[0].start), None)
    return [
        voice.who
        for voice in ours
        if place is not None and place in segment(case.point, voice.at) and place in voice.covers
    ]


def _meets(who: set[str], said_by: set[str], case: Case) -> bool:
    if who & said_by:
        return True
    return any(
        case.same.get(one, frozenset()) & said_by or any(one[:5] == other[:5] for other in said_by) for one in who
    )


def _quotes(case: Case) -> tuple[Quote, ...]:
    return quotes_of(surveyed(case.article))


def _speaker(quote: Quote) -> Iterator[str]:
    if quote.speaker is not None and quote.confidence >= _LIKELY:
        yield from stems(f"{quote.speaker.name} {quote.speaker.role or ''}", quote.article.language)
        for span in quote.evidence:
            yield from stems(span.cut(quote.article.text), quote.article.language)
