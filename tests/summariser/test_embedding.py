"""What texts are about, whatever their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summariser.embedding import about

TEXTS = [
    "A late header sent the Rovers into the cup final.",
    "The central bank has cut its rate to 3.25 per cent.",
    "The lens maker will shut its factory with the loss of 640 jobs.",
]


def test_each_text_is_told_by_what_it_is_about() -> None:
    topics = ["football matches", "interest rates and banks", "factory closures"]
    assert about(topics, TEXTS) == [{topic} for topic in topics]


def test_what_has_no_words_is_about_nothing() -> None:
    assert about(["football"], ["", "the of and", "1234", "😀"]) == [set()] * 4
    assert about(["of the"], TEXTS) == [set()] * 3
    assert about([], TEXTS) == [set()] * 3


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_any_text_is_about_some_of_the_topics(texts: list[str]) -> None:
    assert all(each <= {"football"} for each in about(["football"], texts))
