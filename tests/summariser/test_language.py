"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry was late again because of the fog, and nobody had told the passengers."),
        ("de", "Die Fähre war wieder zu spät, weil der Nebel nicht weichen wollte, und keiner sagte etwas."),
        ("fr", "Le bateau était encore en retard à cause du brouillard, et personne ne l’avait dit aux passagers."),
        ("es", "El barco llegó otra vez tarde por la niebla y nadie se lo había dicho a los pasajeros."),
        ("it", "Il traghetto era di nuovo in ritardo per la nebbia e nessuno lo aveva detto ai passeggeri."),
        ("pt", "O barco chegou outra vez atrasado por causa do nevoeiro e ninguém avisou os passageiros."),
        ("nl", "De veerboot was weer te laat door de mist en niemand had het de passagiers verteld."),
    ],
)
def test_a_single_sentence_is_enough(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "1984 2026 33.5",
        "Paris Berlin Madrid Lisboa Roma",
        "Die Welt",
        "def area(side): return side * side",
        "Паром снова опоздал из-за тумана, и никто не предупредил пассажиров.",
        "渡轮又因为大雾晚点了。",
        "Färjan var sen igen på grund av dimman och ingen hade sagt det till passagerarna.",
        "El vaixell va arribar tard una altra vegada per la boira i ningú no ho havia dit als passatgers.",
        "Feribotul a întârziat din nou din cauza ceții și nimeni nu le-a spus pasagerilor.",
    ],
)
def test_no_answer_is_given_for_names_numbers_code_and_languages_that_are_not_read(text: str) -> None:
    assert detect(text) is None


def test_a_line_in_another_language_does_not_outvote_the_story() -> None:
    story = "Der Hafen bleibt bis zum Freitag gesperrt, weil die Mole nach dem Sturm nicht sicher ist. " * 3
    assert detect("We use cookies to make the site work for you. " + story) == "de"


def test_capitals_do_not_matter() -> None:
    assert detect("THE HARBOUR IS SHUT AND THE SHIPS ARE TO WAIT") == "en"


@given(st.text())
def test_any_text_gets_an_answer_or_none(text: str) -> None:
    assert detect(text) in {None, "en", "de", "fr", "es", "it", "pt", "nl"}
