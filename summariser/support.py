"""The gate for what a language model writes: a point is let through that the sentences it names bear out.

Every check is of one subject (``summariser.checking``) and finds nothing where it cannot tell; a point that any of them
finds something in is not let through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.case import case
from summariser.checking.claims import own_claims
from summariser.checking.classes import wrong_kinds
from summariser.checking.containment import unsupported
from summariser.checking.counts import wrong_figures
from summariser.checking.credit import wrong_credits
from summariser.checking.denial import wrong_denials
from summariser.checking.direction import wrong_direction
from summariser.checking.doers import wrong_doers
from summariser.checking.failure import Failure, FailureKind
from summariser.checking.form import wrong_form
from summariser.checking.hedging import lost_hedges
from summariser.checking.in_marks import plain_opinions
from summariser.checking.marked import wrong_quotations
from summariser.checking.mixed_up import mixed_up
from summariser.checking.multiples import wrong_multiples
from summariser.checking.names import wrong_names
from summariser.checking.offices import wrong_offices
from summariser.checking.outcomes import wrong_outcomes
from summariser.checking.persons import speaks
from summariser.checking.plain_facts import lost_voices
from summariser.checking.substitution import substituted
from summariser.checking.unnamed import wrong_unnamed
from summariser.checking.when import wrong_dates
from summariser.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Article

__all__ = ["Failure", "FailureKind", "failures"]

LONGEST_POINT = 1_200
"""Characters: twice the longest sentence that news has."""

MOST_EVIDENCE = 6_000
"""Characters of all sentences that a point may name: who names the whole article names nothing."""

_SHOWN = 60

_CHECKS = (
    wrong_figures,
    wrong_multiples,
    wrong_dates,
    wrong_names,
    mixed_up,
    wrong_offices,
    wrong_denials,
    wrong_direction,
    lost_hedges,
    lost_voices,
    plain_opinions,
    wrong_unnamed,
    wrong_credits,
    wrong_doers,
    wrong_outcomes,
    wrong_kinds,
    wrong_quotations,
    own_claims,
    substituted,
    unsupported,
)


def failures(
    text: str, evidence: Sequence[Span], article: Article, *, language: str | None = None, spoken: bool = False
) -> tuple[Failure, ...]:
    """What is wrong with a point, in no order of weight; nothing: it is let through.

    ``evidence`` are the stretches of ``article`` that the point names. ``language`` is the one it is to be in, the
    article's if nothing is said. ``spoken``: it is somebody's own words, translated, which may say *I*. Time is
    linear in the length of the article; how long a point and its evidence may be is bounded.
    """
    wanted = language or article.language
    spans = [Span(span.start, min(span.end, len(article.text))) for span in evidence if span.start < len(article.text)]
    spans = sorted({span for span in spans if span.cut(article.text).strip()})
    if not spans:
        return (Failure("unsupported", text, "It names no sentence of the article."),)
    if len(text) > LONGEST_POINT or sum(span.end - span.start for span in spans) > MOST_EVIDENCE:
        return (Failure("form", text[:_SHOWN], "A point is a sentence or two, and names a few sentences."),)
    read = case(text, spans, article, wanted)
    found = [*wrong_form(read, wanted), *(() if spoken else speaks(read))]
    if _is_cut(text, spans, article):
        return (*found, *wrong_quotations(read))  # a quotation that runs on in the next sentence is left open
    for check in _CHECKS:
        found += check(read)
    return tuple(dict.fromkeys(found))


def _is_cut(text: str, spans: Sequence[Span], article: Article) -> bool:
    """Whether a point is the article's own sentence, whole."""
    return " ".join(text.split()) in {" ".join(span.cut(article.text).split()) for span in spans}
