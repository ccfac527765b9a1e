"""What a question wants, what it is about, and whom it asks to have said it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.questions import Kind, Question, read_question

languages = st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "pl", None])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("name", "What is the name of the ferry?"),
        ("name", "What is the new ferry called?"),
        ("money", "What does the crane cost?"),
        ("money", "how much did the new crane cost"),
        ("why", "What did the harbour master die of?"),
        ("who", "Who owns the crane?"),
        ("who", "Whose boat sank?"),
        ("who", "Which minister came?"),
        ("when", "When did the ferry sink?"),
        ("when", "On which day did it sink?"),
        ("where", "Where was the crane built?"),
        ("where", "In which town is the crane?"),
        ("age", "How old is the harbour master?"),
        ("length", "How long will the quay be shut?"),
        ("length", "How many days is it closed?"),
        ("number", "How many boats sank?"),
        ("money", "What price was paid for the crane?"),
        ("share", "What share of the boats is insured?"),
        ("size", "How deep is the basin?"),
        ("size", "What is the speed of the ferry?"),
        ("why", "Why was the quay shut?"),
        ("why", "What caused the crack?"),
        ("other", "What happened to the crane?"),
        ("other", "Did the crane fall?"),
        ("other", "the crane"),
        ("other", ""),
    ],
)
def test_each_kind_of_question_is_told_by_its_words(kind: Kind, text: str) -> None:
    assert read_question(text, "en").kind == kind


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("de", "name", "Wie heißt die Fähre?"),
        ("de", "money", "Was kostet der Kran?"),
        ("de", "share", "Wie viel Prozent der Boote sind versichert?"),
        ("de", "who", "Welcher Minister kam?"),
        ("fr", "age", "Quel âge a la grue ?"),
        ("fr", "length", "Combien de temps le quai sera-t-il fermé ?"),
        ("fr", "number", "Combien de bateaux ont coulé ?"),
        ("fr", "where", "Où est la grue ?"),
        ("es", "length", "¿Cuánto tiempo estará cerrado el muelle?"),
        ("es", "number", "¿Cuántos barcos se hundieron?"),
        ("es", "why", "¿Por qué está cerrado el muelle?"),
        ("it", "name", "Come si chiama il traghetto?"),
        ("it", "when", "Quando è affondato il traghetto?"),
        ("it", "why", "Perché il molo è chiuso?"),
        ("pt", "money", "Quanto custa o guindaste?"),
        ("pt", "who", "Quem comprou o guindaste?"),
        ("nl", "age", "Hoe oud is de kraan?"),
        ("nl", "number", "Hoeveel boten zonken?"),
        ("nl", "who", "Wie kocht de kraan?"),
        ("de", "why", "Why is the Kai closed?"),
        ("pl", "when", "When did the crane fall?"),
        (None, "who", "Who sank it?"),
    ],
)
def test_articles_are_asked_in_their_language_or_in_english(language: str | None, kind: Kind, text: str) -> None:
    """*Wie* is how in German, and who in Dutch."""
    assert read_question(text, language).kind == kind


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "Sorry, does the article say how deep the north basin is?", ("north", "basin")),
        ("en", "What happened to the crane and the crane's driver?", ("crane", "crane's", "driver")),
        ("en", "How many boats sank in 1987?", ("boats", "sank", "1987")),
        ("de", "Was steht im Artikel über den Kran?", ("Kran",)),
        ("de", "Wie hoch sind die Kosten?", ("Kosten",)),
        ("de", "Does the story say anything of the Kai?", ("Kai",)),
        ("en", "Is it?", ()),
    ],
)
def test_it_is_about_its_words_without_those_that_only_ask(language: str, text: str, about: tuple[str, ...]) -> None:
    """What asks in English says nothing of what is asked for either where the article is in another language."""
    assert read_question(text, language).words == about


def test_the_thing_that_is_counted_stands_behind_how_many() -> None:
    assert read_question("Of the fleet, how many trawlers were sold?", "en").counted == ("trawlers",)
    assert read_question("When were the trawlers sold?", "en").counted == ()


def test_a_name_has_a_capital_that_the_beginning_does_not_give_it() -> None:
    found = read_question("Trawlers of Pendrow were sold by Ellacott?", "en")
    assert found.names == {"Pendrow", "Ellacott"}


@pytest.mark.parametrize(
    ("language", "text", "voice", "about"),
    [
        ("en", "What did Ruth Ellacott say about the crane?", ("Ruth", "Ellacott"), ("crane",)),
        ("en", "What has the harbour board said?", ("harbour", "board"), ()),
        ("en", "What's the mayor's view of the crane?", ("mayor",), ("crane",)),
        ("de", "Was sagte Ruth Ellacott über den Kran?", ("Ruth", "Ellacott"), ("Kran",)),
        ("fr", "Qu'a dit la maire de la grue ?", ("maire",), ("grue",)),
    ],
)
def test_who_is_asked_to_have_said_it_is_kept_apart_from_what(
    language: str, text: str, voice: tuple[str, ...], about: tuple[str, ...]
) -> None:
    found = read_question(text, language)
    assert (found.kind, found.voice, found.words) == ("other", voice, about)


def test_what_somebody_reports_is_asked_for_as_what_it_is() -> None:
    """*According to* leaves a question that wants a time."""
    text = "According to the board, when will the quay open?"
    assert read_question(text, "en") == Question(text, "when", ("quay", "open"), voice=("board",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Who is he talking about?"),
        ("en", "who's she referring to"),
        ("en", "Who does the mayor mean?"),
        ("de", "Von wem spricht sie?"),
        ("fr", "De qui parle-t-elle ?"),
        ("es", "¿De quién habla?"),
        ("it", "Di chi parla?"),
        ("pt", "De quem fala?"),
        ("nl", "Over wie heeft ze het?"),
    ],
)
def test_whom_somebody_speaks_of_is_asked_for_as_that(language: str, text: str) -> None:
    found = read_question(text, language)
    assert (found.of_whom, found.kind, found.voice) == (True, "who", ())


@pytest.mark.parametrize("text", ["Who said that?", "Who spoke?", "What is he talking about?"])
def test_other_questions_are_not_about_whom_somebody_speaks_of(text: str) -> None:
    assert not read_question(text, "en").of_whom


@given(st.text(), languages)
def test_any_text_is_some_question_about_words_that_stand_in_it(text: str, language: str | None) -> None:
    found = read_question(text, language)
    assert found.text == text
    assert found.names <= {*found.words}
    if language not in {"fr", "it"}:
        assert all(word in text for word in (*found.words, *found.voice))


phrases = st.sampled_from(
    ["what did ", "who is ", "how many ", "according to ", "boats ", "? ", "was hat ", "que ", "'s "]
)


@given(st.lists(phrases, max_size=12).map("".join), languages)
def test_any_heap_of_asking_words_is_some_question(text: str, language: str | None) -> None:
    assert read_question(text, language).text == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("whats the rate now", "what's the rate now"),
        ("why didnt they see it", "why didn't they see it"),
        ("Whos Ida Reik?", "Who's Ida Reik?"),
        ("what is its price, and wont it rise?", "what is its price, and won't it rise?"),
    ],
)
def test_an_apostrophe_may_be_left_out(typed: str, printed: str) -> None:
    assert read_question(typed, "en") == read_question(printed, "en")


def test_dont_is_a_word_in_french() -> None:
    assert read_question("Le port dont parle la maire ?", "fr").text == "Le port dont parle la maire ?"
