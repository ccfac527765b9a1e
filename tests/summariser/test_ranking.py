"""Ranking: which sentences carry a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.ranking import choose, scores, similarity, vectors
from summariser.words import content

STORY = (
    "The harbour closes on Monday.",
    "The harbour has two cranes.",
    "My aunt likes plum cake.",
    "The harbour closes on Monday.",
)


def test_the_same_words_are_alike_and_others_are_not() -> None:
    """Likeness runs from 0, nothing in common, to 1."""
    first, second, third, fourth = vectors(STORY)
    assert similarity(first, fourth) == pytest.approx(1)
    assert 0 < similarity(first, second) < 1
    assert similarity(first, third) == 0


def test_inflections_and_small_words_make_no_difference() -> None:
    """Words are compared without their endings, and *the* tells nothing."""
    assert content("The negotiators were negotiating", "en") == content("negotiate negotiation", "en")
    assert content("Die Verhandlungen", "de") == content("Verhandlung", "de")


def test_the_centre_of_the_story_outweighs_a_digression() -> None:
    """A sentence that shares nothing with the rest scores least, though others come later."""
    assert min(scores(vectors(STORY))) == scores(vectors(STORY))[2]


def test_of_two_equal_sentences_the_earlier_weighs_more() -> None:
    """News puts first what matters."""
    scored = scores(vectors(STORY))
    assert scored[0] > scored[3]


def test_the_same_thing_is_not_chosen_twice() -> None:
    """What the first point says counts against a second that says it again."""
    of = vectors(STORY)
    assert choose(of, (1.0, 0.8, 0.2, 0.99), range(4), 2) == (0, 1)


def test_only_what_may_be_chosen_is() -> None:
    """Numbers that aren't offered are never taken, and no more than there are."""
    assert set(choose(vectors(STORY), scores(vectors(STORY)), [2, 3], 3)) == {2, 3}


@given(st.lists(st.text(max_size=60), max_size=12), st.sampled_from(["en", "de", "xx", None]))
def test_any_sentences_can_be_ranked(sentences: list[str], language: str | None) -> None:
    """There is a finite score for each sentence, and each is chosen once at most."""
    of = vectors(sentences, language)
    scored = scores(of)
    assert len(scored) == len(sentences)
    assert all(0 <= score < 3 for score in scored)
    chosen = choose(of, scored, range(len(sentences)), 3)
    assert len(set(chosen)) == len(chosen) == min(3, len(sentences))
