"""The gate: what isn't in the article doesn't get out."""

from __future__ import annotations

from summariser.checks import gated, wrong_with_headline, wrong_with_point, wrong_with_quote
from summariser.model import Article, Briefing, Checks, Point, Quote, Span, Speaker
from summariser.quotes import scan

TEXT = "But Ruth Ellacott closed the quay in 2026, as planned. “It was time,” she said. Norway’s fund pays 12 million."
ARTICLE = Article(TEXT, title="Quay closed", language="en")
QUOTED = Span(TEXT.index("It was"), TEXT.index("”"))
FIRST = Span(0, TEXT.index(" “"))


def point(text: str, *evidence: Span) -> Point:
    """A point, borne out by the first sentence unless other evidence is given."""
    return Point(text, evidence or (FIRST,))


def test_slices_of_the_evidence_pass() -> None:
    """With a capital after a dropped connective, and a full stop after a dropped tail."""
    assert wrong_with_point(point("Ruth Ellacott closed the quay in 2026, as planned."), ARTICLE) is None
    assert wrong_with_point(point("Closed the quay in 2026."), ARTICLE) is None


def test_words_that_the_evidence_has_not_fail() -> None:
    """Also when they stand elsewhere in the article, or in brackets."""
    assert wrong_with_point(point("Ruth Ellacott reopened the quay."), ARTICLE)
    assert wrong_with_point(point("Norway’s fund pays 12 million."), ARTICLE)
    assert wrong_with_point(point("[Sir Andrew] closed the quay in 2026."), ARTICLE)
    assert wrong_with_point(point("[Norway] closed the quay in 2026."), ARTICLE)


def test_words_in_brackets_pass_when_they_are_evidence() -> None:
    """They are slices of the article like any other."""
    norway = Span(TEXT.index("Norway"), TEXT.index("Norway") + 6)
    assert wrong_with_point(point("[Norway] closed the quay in 2026.", FIRST, norway), ARTICLE) is None


def test_evidence_outside_the_article_fails() -> None:
    """So does none at all."""
    assert wrong_with_point(Point("Quay closed.", (Span(0, len(TEXT) + 1),)), ARTICLE)
    assert wrong_with_point(Point("Quay closed.", ()), ARTICLE)


def test_a_quote_lies_inside_quotation_marks() -> None:
    """Whole or a part of it, and is credited to somebody or not at all."""
    marked = scan(TEXT, "en")
    ruth = Speaker("Ruth Ellacott")
    assert wrong_with_quote(Quote(ARTICLE, (QUOTED,), "direct", ruth, credited=True), marked) is None
    assert wrong_with_quote(Quote(ARTICLE, (Span(QUOTED.start, QUOTED.end + 3),), "direct", ruth), marked)
    assert wrong_with_quote(Quote(ARTICLE, (FIRST,), "direct", ruth), marked)
    assert wrong_with_quote(Quote(ARTICLE, (QUOTED,), "direct", credited=True), marked)
    assert wrong_with_quote(Quote(ARTICLE, (), "direct"), marked)
    assert wrong_with_quote(Quote(ARTICLE, (QUOTED,), "direct"), ())


def test_a_headline_has_no_number_or_name_of_its_own() -> None:
    """Those of the article and of its title are known."""
    assert wrong_with_headline("Ellacott closed the Quay in 2026", ARTICLE) is None
    assert wrong_with_headline("Ellacott closed the quay in 2027", ARTICLE)
    assert wrong_with_headline("Penrose closed the quay", ARTICLE)


def test_what_fails_is_taken_out_and_named() -> None:
    """The rest of the briefing stays; what was looked at is counted."""
    good, bad = point("Closed the quay in 2026."), point("It snowed.")
    quote = Quote(ARTICLE, (FIRST,), "direct")
    out = gated(Briefing(ARTICLE, "Snow in 2027", (good, bad), (quote,), Checks(0, 0)))
    assert (out.headline, out.points, out.quotes) == ("", (good,), ())
    assert (out.checks.points, out.checks.quotes, len(out.checks.failures)) == (2, 1, 3)
    assert "It snowed." in out.checks.failures[0]
