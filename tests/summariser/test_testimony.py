"""What each sentence says, and of whom: by name, by pronoun, and in somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.model import Article
from summariser.testimony import testimonies as told_by

if TYPE_CHECKING:
    from summariser.testimony import Testimony

STORY = """The harbour board of Pendrow has shut the north quay after divers found cracks in its wall.

Ruth Ellacott, the chair of the board, met the traders on Monday. She promised that nobody would lose a day of work.

“The wall was built in 1911. It will cost 4.2 million pounds,” she said. Traders said the ferry had gone.

The harbour master, Colin Avery, told the council that 14 boats sank. “We saw Mary Penrose on the quay,” he said."""


def told(words: str, text: str = STORY, language: str = "en") -> Testimony:
    """The sentence with these words."""
    return next(each for each in told_by(Article(text, language=language)) if words in each.text)


def test_every_sentence_is_told_in_order_with_its_paragraph() -> None:
    found = told_by(Article(STORY, language="en"))
    assert [each.paragraph for each in found] == [0, 1, 1, 2, 2, 2, 3, 3]
    assert found[0].text == STORY.partition("\n")[0]
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)


def test_its_words_stand_as_the_article_has_them_and_in_stems() -> None:
    found = told("14 boats")
    assert {"boats", "council", "14"} <= {*found.words}
    assert {"boat", "council", "14"} <= {*found.stems}


def test_a_pronoun_is_found_under_the_name_and_the_role_it_stands_for() -> None:
    found = told("She promised")
    assert {"ruth", "ellacott", "chair"} <= found.meant
    assert found.people == {"Ruth Ellacott"}
    assert found.named == frozenset()


def test_whoever_is_named_is_told_from_whoever_is_meant() -> None:
    assert told("met the traders").named == {"Ruth Ellacott"}


@pytest.mark.parametrize("words", ["built in 1911", "4.2 million"])
def test_quoted_words_are_found_under_whoever_says_them(words: str) -> None:
    """In every sentence of the quotation."""
    found = told(words)
    assert found.speakers == {"Ruth Ellacott"}
    assert {"ellacott", "chair"} <= found.voices


def test_a_verb_of_saying_gives_a_voice_without_quotation_marks() -> None:
    assert told("ferry had gone").voices == {"trader"}
    assert {"averi", "master"} <= told("14 boats").voices


def test_nobody_has_a_voice_where_nothing_is_said() -> None:
    assert told("met the traders").voices == frozenset()


@pytest.mark.parametrize(
    ("words", "whole"), [("built in 1911", True), ("4.2 million", False), ("Mary Penrose", False), ("14 boats", False)]
)
def test_a_sentence_that_is_all_quotation_is_told_from_one_that_is_partly(words: str, *, whole: bool) -> None:
    """*She said* is the reporter's."""
    assert (told(words).quote is not None) == whole


def test_a_quotation_of_several_paragraphs_holds_the_sentences_of_each() -> None:
    text = "Ruth Ellacott said: “The wall was built in 1911.\n\n“It has to be built again.” Traders left."
    assert told("built again", text).quote is not None
    assert told("Traders left", text).quote is None


@pytest.mark.parametrize(
    ("language", "text", "words", "voice"),
    [
        ("de", "Der Kai ist zu. „Wir bauen die Mauer neu“, sagte Ruth Ellacott am Montag.", "Mauer neu", "ellacott"),
        ("fr", "Le quai est fermé. « Nous allons tout refaire », a dit Ruth Ellacott lundi.", "refaire", "ellacott"),
        (
            "es",
            "El muelle está cerrado. «Vamos a rehacerlo todo», dijo Ruth Ellacott el lunes.",
            "rehacerlo",
            "ellacott",
        ),
        ("nl", "De kade is dicht. ‘We bouwen de muur opnieuw’, zei Ruth Ellacott maandag.", "opnieuw", "ellacott"),
    ],
)
def test_other_languages_have_voices_too(language: str, text: str, words: str, voice: str) -> None:
    assert voice in told(words, text, language).voices


@given(st.text())
def test_any_text_is_told_in_slices_of_it(text: str) -> None:
    for each in told_by(Article(text, language="en")):
        assert each.text == text[each.span.start : each.span.end]
        assert each.named <= each.people
        assert each.speakers <= each.people
        assert all(word in each.text for word in each.words)


pieces = st.sampled_from(
    ["“", "”", "Ruth Ellacott ", "she said", ". ", "\n\n", "He told Colin Avery ", "the wall fell", ", "]
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_heap_of_marks_and_names_is_told(text: str) -> None:
    """A sentence that is all quotation lies in it, but for its marks."""
    for each in told_by(Article(text, language="en")):
        if each.quote:
            assert any(part.overlaps(each.span) for part in each.quote.spans)


def test_an_article_on_one_line_is_told_like_one_with_paragraphs() -> None:
    """Of a paragraph of four hundred sentences each has its own words, voices and quotation only."""
    line = "“The wall {0} was built in 1911. It fell,” Ruth Ellacott said. Traders said that ferry {0} had gone. "
    found = told_by(Article("".join(line.format(number) for number in range(100)), language="en"))
    assert [each.voices for each in found if "ferry" in each.text] == [{"trader"}] * 100
    assert [each.quote is not None for each in found if "was built" in each.text] == [True] * 100
    assert len({each.quote.spans for each in found if each.quote}) == 100


def test_a_short_name_is_not_found_within_words() -> None:
    text = "The driver, Al Frost, said the buses were full. Almost all were late. Al left."
    assert [sorted(each.named) for each in told_by(Article(text, language="en"))][1] == []


def test_surely_of_a_sentence_are_those_it_names_means_and_quotes_but_no_place() -> None:
    assert told("She promised").persons == {"Ruth Ellacott"}
    assert told("It will cost").persons == {"Ruth Ellacott"}
    assert "Pendrow" not in told("has shut the north quay").persons
