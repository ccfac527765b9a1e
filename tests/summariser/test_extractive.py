"""A briefing without a language model, from end to end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summariser.extractive import brief
from summariser.headline import LONGEST
from summariser.model import Article
from summariser.quotes import scan

TEXT = """The harbour board of Pendrow has voted to close the north quay for the whole of the winter.

Engineers found cracks in two of the columns that carry the road, its chair, Ruth Ellacott, told traders on Monday.

“We will not wait until somebody drowns,” Ellacott said. “I am sorry for every trader who must go, but this is right.”

Gavin Penrose, who speaks for the traders, called the decision a disgrace for the town and for the county.

“They have known about those cracks for years and never told us anything,” said Penrose. “We feel betrayed.”
"""


def test_a_briefing_has_a_headline_points_and_quotes() -> None:
    """Points in the article's own sentences, quotes by both who spoke, and nothing that failed."""
    made = brief(Article(TEXT), dropped=("Sign up!",))
    assert made.article.language == "en"
    assert made.headline == "The harbour board of Pendrow has voted to close the north quay for the whole of the winter"
    assert made.points[0].text == TEXT.split("\n", 1)[0]
    assert 2 <= len(made.points) <= 3
    assert {quote.speaker.name.split()[-1] for quote in made.quotes if quote.speaker} <= {"Ellacott", "Penrose"}
    assert 1 <= len(made.quotes) <= 3
    assert (made.checks.points, made.checks.quotes, made.checks.failures) == (len(made.points), len(made.quotes), ())
    assert (made.summariser, made.dropped) == ("embedded", ("Sign up!",))


def test_as_many_points_as_asked_for() -> None:
    """None at all if none are."""
    assert [len(brief(Article(TEXT), points=count).points) for count in (0, 1, 2)] == [0, 1, 2]


def test_the_same_article_gives_the_same_briefing() -> None:
    """Nothing is left to chance."""
    assert brief(Article(TEXT)) == brief(Article(TEXT))


@given(st.text(st.one_of(st.sampled_from(" \n.,?“”\"'’«»„“:aeHTS1"), st.characters()), max_size=300))
def test_any_text_gives_a_briefing_that_is_cut_from_it(text: str) -> None:
    """Nothing raises, nothing fails the gate, and every quote stands in the article between marks."""
    made = brief(Article(text))
    assert made.checks.failures == ()
    assert len(made.headline) <= LONGEST
    marked = [span for quotation in scan(text, made.article.language) for span in quotation.spans]
    for quote in made.quotes:
        assert all(any(span.covers(own) for span in marked) for own in quote.spans)
