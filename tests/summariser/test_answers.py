"""A question is answered by what the articles say, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.answers import answer
from summariser.model import Article
from summariser.reading import read_text


def articles(*texts: str) -> list[Article]:
    return [read_text(text).article for text in texts]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When will the harbour at Sandmouth close?", "from Monday"),
        ("What did the fishermen ask the council?", "until the end of the season"),
        ("Who told reporters?", "Anna Berg"),
    ],
)
def test_the_sentence_that_says_it_is_given_as_it_stands(story: str, question: str, words: str) -> None:
    found = answer(question, articles(story))
    assert found.answered
    assert words in found.passages[0].text
    assert found.passages[0].text in found.passages[0].article.text


def test_how_much_wants_a_number(story: str) -> None:
    told = f"{story}\nThe council has a repair fund. The repair fund of 4.2 million pounds was set up in 2019.\n"
    found = answer("How large is the repair fund?", articles(told))
    assert found.answered
    assert "4.2 million" in found.passages[0].text


def test_a_word_that_stands_nowhere_makes_the_rest_count_for_less(story: str) -> None:
    assert not answer("What is the council's poll lead at Sandmouth?", articles(story)).answered


@pytest.mark.parametrize("question", ["Who won the cup?", "When is the next election?", "How old is the king?"])
def test_what_no_article_speaks_of_is_not_answered(story: str, question: str) -> None:
    assert not answer(question, articles(story)).answered


def test_the_nearest_is_offered_where_there_is_one(story: str) -> None:
    found = answer("How deep is the harbour at Sandmouth when the tide is out?", articles(story))
    assert not found.answered
    assert "harbour" in found.passages[0].text


@pytest.mark.parametrize("question", ["", "???", "and the of"])
def test_a_question_without_a_word_that_means_anything_is_not_answered(story: str, question: str) -> None:
    found = answer(question, articles(story))
    assert (found.answered, found.passages) == (False, ())


def test_several_articles_are_asked_together(story: str) -> None:
    other = "The bridge at Northwick will open in May, the county said on Friday. It cost 12 million pounds."
    found = answer("When will the bridge at Northwick open?", articles(story, other))
    assert found.answered
    assert "May" in found.passages[0].text


def test_no_articles_have_no_answer() -> None:
    assert not answer("When?", []).answered


@given(st.text(), st.text())
def test_any_question_to_any_text_gets_slices_of_it_or_nothing(question: str, text: str) -> None:
    for passage in answer(question, [Article(text)]).passages:
        assert passage.text == text[passage.span.start : passage.span.end]
