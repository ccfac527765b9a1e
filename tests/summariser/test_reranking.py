from __future__ import annotations

import pytest

from summariser import testimony
from summariser.answers import answer
from summariser.model import Article, Exchange
from summariser.questions import read_question
from summariser.relevance import Measures, measured
from summariser.reranking import LIKELIEST, UNLIKELIEST, paired, reread

NOTHING = Measures(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_BRIDGE = (
    "The council debated the new bridge for three hours on Monday. “The county will foot the bill,” said Ellen Marsh, "
    "its leader.\n\nWork on the piers is to begin in the spring. A ferry has crossed the river since 1874."
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when does construction start", "Work on the piers"),
        ("how long did they talk about it?", "The council debated"),
        ("How long has there been a boat service?", "A ferry has crossed"),
    ],
)
def test_a_sentence_that_says_it_in_other_words_is_found(question: str, said: str) -> None:
    found = answer(question, [Article(_BRIDGE, language="en")])
    assert found.answered
    assert [passage.text.startswith(said) for passage in found.passages] == [True]


def test_what_leans_on_the_question_before_it_is_weighed_by_its_words() -> None:
    text = "The board made a profit of £2m in 2024.\n\nIn 2023, the year before, the profit was £3m."
    found = answer(
        "and in 2023?", [Article(text, language="en")], [Exchange("What profit did the board make in 2024?")]
    )
    assert "£3m" in found.passages[0].text


def test_only_the_likeliest_sentences_are_read() -> None:
    told = testimony.testimonies(
        Article(" ".join(f"Boat {number} crossed the river." for number in range(30)), language="en")
    )
    question = read_question("which boat crossed?", "en")
    read = reread(question, told, measured(question, told))
    assert sum(each.read == UNLIKELIEST for each in read) == len(told) - LIKELIEST


def test_in_another_language_nothing_is_read() -> None:
    told = testimony.testimonies(Article("Der Rat stritt über die Brücke. Der Kreis zahlt sie.", language="de"))
    question = read_question("Wer zahlt die Brücke?", "de")
    measures = measured(question, told)
    assert reread(question, told, measures) == measures


def test_a_question_in_another_language_is_not_read_with_english_sentences() -> None:
    told = testimony.testimonies(Article(_BRIDGE, language="en"))
    question = read_question("Wer zahlt die neue Brücke und wann ist sie da?", "en")
    measures = measured(question, told)
    assert reread(question, told, measures) == measures


def test_what_stands_before_a_sentence_is_read_with_it_but_not_another_article() -> None:
    one, other = (testimony.testimonies(Article(text, language="en")) for text in (_BRIDGE, "It rained. It stopped."))
    together = [*one, *other]
    question = read_question("which bridge?", "en")
    before = [paired(question, together, number, NOTHING).before for number in range(len(one) + 1)]
    assert (before[0], before[1], before[-1]) == ("", one[0].text, "")


def test_whoever_is_asked_to_have_spoken_is_said_to_before_their_words_wherever_the_article_names_them() -> None:
    text = "Ida Thorold leads the council.\n\n“It is a fine bridge,” she said.\n\nA van waited at the bridge."
    told = testimony.testimonies(Article(text, language="en"))
    question = read_question("what did thorold say about the bridge?", "en")
    before = [paired(question, told, number, each).before for number, each in enumerate(measured(question, told))]
    assert before == ["", f"{told[0].text} thorold said:", told[1].text]
