"""What a language model is shown of the articles for a question, and what of its answer is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.answers import answer
from summariser.model import Article
from summariser.questioning import MOST_SHOWN, answered, question_prompt, shown
from summariser.reading import read_text

if TYPE_CHECKING:
    from summariser.model import Answer

LANDING = "The zeppelin landed in Oslo at 4.15 on Tuesday."
PARAGRAPH = (
    "The quay at Oslo was closed on Monday for day {0} of the repair. Officials of the town said that wall {0} had "
    "landed in the sea. Number {0} was built for the fishermen of the town."
)
LONG = read_text("\n\n".join([*(PARAGRAPH.format(number) for number in range(1, 41)), LANDING])).article
SHORT = read_text(f"{LANDING} The king gave a medal to its captain, Nora Falk, on the day after it had landed.").article
WHEN = "When did the zeppelin land in Oslo?"


def own_of(question: str = WHEN) -> Answer:
    found = answer(question, [SHORT])
    assert found.answered
    return found


def test_the_likeliest_sentence_is_shown_however_late_it_stands() -> None:
    lines = shown(WHEN, [LONG])
    assert len(lines) == MOST_SHOWN
    assert lines[-1].text == LANDING


def test_what_is_shown_stands_in_the_order_of_the_article_beside_its_neighbours() -> None:
    lines = shown(WHEN, [LONG])
    starts = [each.span.start for each in lines]
    assert starts == sorted(starts)
    assert lines[-2].text == "Number 40 was built for the fishermen of the town."


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"error": "x"},
        {"answered": "false"},
        {"answered": None, "answer": "", "sentences": []},
        {"answered": 0},
        {"answered": "true", "answer": "It landed at 4.15.", "sentences": [1]},
        {"answered": True, "answer": " "},
        {"answered": True, "answer": ["It landed at 4.15."], "sentences": [1]},
    ],
)
def test_only_a_plain_no_takes_back_what_was_found_without_a_model(fields: dict[str, Any]) -> None:
    own = own_of()
    assert answered(WHEN, [SHORT], fields, own) == own
    assert not answered(WHEN, [SHORT], {"answered": False, "answer": "", "sentences": []}, own).answered


def test_a_no_of_a_model_that_was_not_shown_the_answer_does_not_count() -> None:
    own, no = own_of(), {"answered": False, "answer": "", "sentences": []}
    assert answered(WHEN, [LONG], no, own) == own


def test_of_an_article_in_a_language_that_is_not_known_the_answer_is_wanted_in_its_own() -> None:
    swedish = Article("Hamnen i Sandmouth stängs i en månad från måndag.")
    assert "words in the language of the article that" in question_prompt("När?", [swedish]).rules
    assert "words in English that" in question_prompt(WHEN, [SHORT]).rules


def test_a_sentence_without_end_is_shown_by_its_beginning() -> None:
    listed = Article(f"The town sells {'a boat and ' * 2_000}a quay.", language="en")
    assert len(question_prompt("What does the town sell?", [listed]).material) < 1_000
