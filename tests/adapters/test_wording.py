"""How an answer is worded, on every platform alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from adapters.wording import announced, answered, said_by, said_in_short, shown
from summariser.model import Answer, Article, Passage, Span, Speaker
from tests import samples

QUAY = Article(
    "The quay will open in May. “It is safe,” Ruth Ellacott said.", site="The Courier", published=date(2026, 2, 1)
)
OPEN = Passage(QUAY, Span(0, 26))
SAFE = Passage(QUAY, Span(28, 39), Speaker("Ruth Ellacott", "chair of the board"), quoted=True)
FERRY = Passage(Article("The ferry sank."), Span(0, 15))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Answer("When?", (OPEN,), answered=True, short=Span(19, 25)), "In May."),
        (Answer("When?", (OPEN,), answered=True, short=Span(0, 26)), "The quay will open in May."),
        (Answer("When?", (OPEN,), answered=True), None),
        (Answer("When?", (OPEN,), answered=False), "The article doesn’t say. The nearest it comes:"),
        (Answer("When?", (OPEN, FERRY), answered=False), "The articles don’t say. The nearest it comes:"),
        (Answer("When?", (), answered=False), "The article doesn’t say."),
    ],
)
def test_before_the_passages_stands_the_answer_itself_or_that_there_is_none(found: Answer, said: str | None) -> None:
    """A sentence; nothing where the passages say all."""
    assert answered(found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Answer("When?", (OPEN,), answered=True, short=Span(19, 25)), "in May"),
        (Answer("Is it safe?", (SAFE, OPEN), answered=True), "It is safe,"),
        (Answer("When?", (OPEN,), answered=False), "The article doesn’t say."),
    ],
)
def test_in_one_text_it_is_the_answer_itself_or_the_first_passage(found: Answer, said: str) -> None:
    assert said_in_short(found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Answer("When?", (OPEN,), answered=True, short=Span(19, 25)), "In May. The quay will open in May."),
        (Answer("Is it safe?", (SAFE, OPEN), answered=True), "“It is safe”"),
        (
            Answer("Why?", (OPEN,), answered=False),
            "The article doesn’t say. The nearest it comes: The quay will open in May.",
        ),
        (Answer("Why?", (), answered=False), "The article doesn’t say."),
    ],
)
def test_a_notification_has_the_answer_and_the_first_passage_in_a_line(found: Answer, said: str) -> None:
    assert announced(found) == said


def test_somebodys_words_are_shown_between_marks_without_the_comma_that_led_on() -> None:
    assert (shown(SAFE), shown(OPEN)) == ("“It is safe”", "The quay will open in May.")


def test_below_a_passage_stands_who_says_it_and_where() -> None:
    assert said_by(SAFE) == "Ruth Ellacott, chair of the board · The Courier · 1 Feb 2026"


@pytest.mark.parametrize(
    ("passage", "line"),
    [(OPEN, "The Courier · 1 Feb 2026"), (FERRY, ""), (replace(FERRY, speaker=Speaker("Mary")), "Mary")],
)
def test_what_is_not_known_is_left_out_below_it(passage: Passage, line: str) -> None:
    assert said_by(passage) == line


@given(samples.answers())
def test_any_answer_is_worded_and_none_that_is_not_there_is_given(found: Answer) -> None:
    assert found.answered or said_in_short(found) == "The article doesn’t say."
    assert found.answered or (answered(found) or "").startswith("The article")
    assert announced(found) or found.answered
