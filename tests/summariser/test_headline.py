"""The headline: what is cut from a first sentence, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.headline import LONGEST, fitted, headline
from summariser.model import Article, Point, Span


def test_the_title_of_the_article_is_its_headline() -> None:
    """Whatever the points say, without a full stop."""
    article = Article("It rained.", title=" Rain  closes harbour. ")
    assert headline(article, (Point("It rained.", (Span(0, 10),)),)) == "Rain closes harbour"


def test_without_a_title_the_point_that_stands_first_in_the_article_is_the_headline() -> None:
    """Of a point of two sentences the first."""
    article = Article("Rain closed the quay. It was shut. Boats sank.")
    points = (Point("Boats sank.", (Span(35, 46),)), Point("Rain closed the quay. It was shut.", (Span(0, 34),)))
    assert headline(article, points) == "Rain closed the quay"


def test_without_words_there_is_no_headline() -> None:
    """An empty article has an empty line."""
    assert headline(Article(""), ()) == ""


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Dame Ruth Ellacott has hinted that Britain may return to a power grid, as ministers of nine states met.",
            "Dame Ruth Ellacott has hinted that Britain may return to a power grid",
        ),
        (
            "A woman has been charged with reckless manslaughter after a neighbour tried to stop a fight at home.",
            "A woman has been charged with reckless manslaughter",
        ),
        (
            "Calder Optics is to close its Dunmere factory with the loss of 640 jobs this year, the lens maker said.",
            "Calder Optics is to close its Dunmere factory, the lens maker said",
        ),
        (
            "The harbour master took £212,000 in fees over six years by keeping two books, a jury was told today.",
            "The harbour master took £212,000 in fees over six years, a jury was told today",
        ),
        ("LAKEMONT, Ohio — The council voted to halt a data center.", "The council voted to halt a data center"),
    ],
)
def test_a_clause_at_the_end_goes(sentence: str, line: str) -> None:
    """What is left is a sentence; a source at the end of it stays."""
    assert fitted(sentence) == line


def test_what_turns_the_sense_is_not_dropped_in_silence() -> None:
    """A condition or a denial that doesn't fit leaves an ellipsis."""
    denial = "The minister has promised to resign from the government, after saying that he would not do so in public."
    condition = (
        "The council of the town of Pendrow has agreed to pay its traders by the summer, when it may be dissolved."
    )
    assert fitted(denial).endswith("…")
    assert fitted(condition).endswith("…")


def test_a_cut_leaves_names_and_numbers_whole_and_no_small_word_at_the_end() -> None:
    """Words that belong together go together."""
    number = (
        "The council of the old harbour town has now voted on Monday night to halt the $1.3 billion centre on its shore"
    )
    name = (
        "The long and bitter dispute over a quay and the road that it carries has reached Sir Andrew Penrose this week"
    )
    assert fitted(number).endswith("night to halt…")
    assert fitted(name).endswith("has reached…")


@given(st.one_of(st.text(max_size=300), st.text("ab ,.…“” 1A", max_size=300)))
def test_no_line_is_too_long_or_ends_in_a_full_stop(sentence: str) -> None:
    """For any text."""
    line = fitted(sentence)
    assert len(line) <= LONGEST
    assert not line.endswith((".", ",")) or sentence.rstrip().endswith("...")
