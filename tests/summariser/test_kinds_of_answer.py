"""Whether a sentence has the kind of thing that is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.kinds_of_answer import UNNAMED, gives_reason, has_kind
from summariser.model import Article
from summariser.questions import Kind, Question, read_question
from summariser.testimony import testimonies as told_by

if TYPE_CHECKING:
    from summariser.testimony import Testimony


def told(text: str, language: str = "en") -> Testimony:
    """The first sentence of a text."""
    return told_by(Article(text, language=language))[0]


HAVING: list[tuple[Kind, str, str]] = [
    ("when", "en", "The quay was shut on Monday."),
    ("when", "en", "The quay was built in 1911."),
    ("when", "en", "The ferry leaves at 7.30 from the quay."),
    ("when", "de", "Der Kai wurde im März gesperrt."),
    ("when", "fr", "Le quai ferme demain."),
    ("when", "es", "El muelle cerró el lunes."),
    ("age", "en", "Colin Avery, 54, runs the harbour."),
    ("age", "en", "The crane is a 60-year-old machine."),
    ("length", "en", "The quay will be shut for three weeks."),
    ("length", "en", "The quay is shut until the wall is safe."),
    ("length", "de", "Der Kai bleibt drei Wochen gesperrt."),
    ("share", "en", "About 40% of the boats are insured."),
    ("share", "en", "A third of the boats are insured."),
    ("share", "fr", "Un tiers des bateaux est assuré."),
    ("money", "en", "The crane cost £4.2m to build."),
    ("money", "en", "The crane cost two million pounds."),
    ("money", "de", "Der Kran kostet 4,2 Millionen Euro."),
    ("size", "en", "The basin is 12 metres deep."),
    ("why", "en", "It is shut because the wall cracked."),
    ("why", "nl", "De kade is dicht omdat de muur scheurt."),
    ("why", "en", "A crack in the wall prompted the closure."),
    ("why", "de", "Mangels Geld blieb der Kai gesperrt."),
    ("why", "fr", "Faute de médecins, le port ferme ses portes."),
    ("why", "es", "El muelle cerró por falta de dinero."),
    ("why", "it", "Il molo è chiuso per mancanza di fondi."),
    ("why", "pt", "O cais fechou por falta de dinheiro."),
    ("why", "nl", "De kade is dicht vanwege scheuren in de muur."),
    ("where", "en", "The crane was built in Northwick."),
    ("where", "it", "La gru si trova nel porto di Genova."),
    ("length", "en", "The queue is 11 kilometres long."),
    ("length", "it", "Il molo resta chiuso per novanta giorni."),
    ("number", "en", "Fourteen boats sank."),
]


@pytest.mark.parametrize(("kind", "language", "text"), HAVING)
def test_a_sentence_that_has_it_has_all_of_it(kind: Kind, language: str, text: str) -> None:
    assert has_kind(Question("", kind, ()), told(text, language)) == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("when", "The quay was shut by the board."),
        ("age", "Colin Avery runs the harbour."),
        ("length", "The quay will be shut by the board."),
        ("share", "Many of the boats are insured."),
        ("money", "The crane was dear."),
        ("size", "The basin was dredged in 1911."),
        ("why", "The quay is shut."),
        ("where", "The crane fell."),
        ("number", "Boats sank."),
        ("name", "It fell."),
    ],
)
def test_a_sentence_without_it_has_nothing_of_it(kind: Kind, text: str) -> None:
    """A year is no size."""
    assert has_kind(Question("", kind, ()), told(text)) == 0


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("when", "An owner may march to a court, and some mar it."),
        ("number", "The quay is due to be shut for the mil."),
        ("why", "They want a car."),
        ("where", "A boat has a crane."),
    ],
)
def test_a_word_that_says_it_in_another_language_only_says_nothing_of_it(kind: Kind, text: str) -> None:
    assert has_kind(Question("", kind, ()), told(text)) == 0


def test_a_month_that_is_another_word_has_a_capital() -> None:
    assert has_kind(Question("", "when", ()), told("The quay was shut in May.")) == 1


@pytest.mark.parametrize("text", ["The crane fell in the storm.", "The crane fell on Monday.", "Crews met in May."])
def test_a_place_without_a_name_is_less_of_one(text: str) -> None:
    """Nearly any sentence has an *in* or an *on*; a day has a capital too."""
    assert has_kind(read_question("Where did the crane fall?", "en"), told(text)) == UNNAMED


def test_anything_will_do_where_no_kind_is_asked_for() -> None:
    assert has_kind(read_question("What happened to the crane?", "en"), told("It fell.")) == 1


def test_a_word_that_may_give_a_reason_is_half_of_one() -> None:
    assert has_kind(read_question("Why is it shut?", "en"), told("It was shut after the storm.")) == 0.5


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("In all 14 boats sank.", 1.0),
        ("14 of the boats sank.", 1.0),
        ("Of 40 people none drowned when the storm came and all but the smallest of our old boats sank.", 0.4),
        ("Many boats sank.", 0.0),
    ],
)
def test_a_number_of_the_things_that_are_counted_is_best(text: str, worth: float) -> None:
    assert has_kind(read_question("How many boats sank?", "en"), told(text)) == worth


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Ruth Ellacott met Colin Avery.", 1.0),
        ("The minister met them on the quay.", 0.9),
        ("It was met by all.", 0.3),
    ],
)
def test_somebody_whom_the_question_does_not_name_is_best(text: str, worth: float) -> None:
    assert has_kind(read_question("Who met Ruth Ellacott?", "en"), told(text)) == worth


def test_whom_the_question_names_is_no_answer_to_who() -> None:
    asked = read_question("Who is Ruth Ellacott?", "en")
    assert has_kind(asked, told("Then Ruth Ellacott left.")) < 1


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("The board blamed the storm.", True),
        ("It was shut because of the storm.", True),
        ("It was shut after the storm.", False),
    ],
)
def test_laying_the_blame_is_giving_a_reason(text: str, *, gives: bool) -> None:
    assert gives_reason(told(text)) == gives


@given(st.sampled_from(get_args(Kind)), st.text(), st.text())
def test_any_sentence_has_between_none_and_all_of_any_kind(kind: Kind, question: str, text: str) -> None:
    asked = Question(question, kind, tuple(question.split()), tuple(question.split()[:1]))
    for each in told_by(Article(text, language="en")):
        assert 0 <= has_kind(asked, each) <= 1


@cache
def endless(piece: str) -> Testimony:
    """The first of many sentences, or the one, of the same over and over."""
    return told(piece * (50_000 // len(piece)))


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("piece", ["a ", "(", "7", ".", "x", "1,", "5 million ", "one-"])
def test_a_sentence_without_end_has_some_of_it_or_none(kind: Kind, piece: str) -> None:
    """In time that grows with it."""
    assert 0 <= has_kind(Question("", kind, ("a",), ("a",)), endless(piece)) <= 1
