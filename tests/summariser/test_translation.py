"""Questions in another language than the article."""

from __future__ import annotations

import pytest

from summariser import testimony
from summariser.answers import answer
from summariser.glossary import GLOSSARIES, glossary
from summariser.model import Article
from summariser.translation import understood

GERMAN = Article(
    "Der Hafen von Altmark schließt am Montag für vier Wochen, weil die Kaimauer Risse hat.\n\n"
    "Die Reparatur kostet 3,8 Millionen Euro. Das Land zahlt die Hälfte davon.\n\n"
    "Ein Ersatzschiff bringt zweimal am Tag Lebensmittel auf die Insel.\n\n"
    "„Wir haben davor seit Jahren gewarnt“, sagte Bürgermeisterin Wiebke Tammen.",
    language="de",
)
ENGLISH = Article(
    "The harbour at Sandmouth will close on Monday for four weeks because the quay wall has cracks.\n\n"
    "The repairs will cost £3.8 million. The county pays half of it.\n\n"
    "A replacement ship brings food to the island twice a day.\n\n"
    "“We have warned of this for years,” said the mayor, Wendy Tams.",
    language="en",
)


@pytest.mark.parametrize(
    ("question", "article", "said"),
    [
        ("how much will the repairs cost?", GERMAN, "3,8 Millionen Euro"),
        ("when does the harbour close", GERMAN, "am Montag"),
        ("what did the mayor say about it?", GERMAN, "Wir haben davor seit Jahren gewarnt"),
        ("was kostet die reparatur", ENGLISH, "£3.8 million"),
        ("pourquoi le port ferme-t-il ?", ENGLISH, "because the quay wall has cracks"),
        ("¿cuándo cierra el puerto?", ENGLISH, "on Monday"),
        ("qué dijo la alcaldesa", ENGLISH, "We have warned of this for years"),
        ("quanto costa la riparazione?", ENGLISH, "£3.8 million"),
        ("quando fecha o porto?", ENGLISH, "on Monday"),
        ("hoeveel kost de reparatie", ENGLISH, "£3.8 million"),
        ("combien coûte la réparation ?", GERMAN, "3,8 Millionen Euro"),
    ],
)
def test_a_question_in_another_language_is_answered_in_the_words_of_the_article(
    question: str, article: Article, said: str
) -> None:
    found = answer(question, [article])
    assert found.answered
    assert said in " ".join(passage.text for passage in found.passages)


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("how many passengers drowned?", GERMAN),
        ("wer hat den bürgermeister verhaftet?", ENGLISH),
        ("¿quién ganó las elecciones?", ENGLISH),
        ("qui a volé le tableau ?", GERMAN),
    ],
)
def test_what_the_article_does_not_say_it_does_not_say_in_any_language(question: str, article: Article) -> None:
    assert not answer(question, [article]).answered


def test_of_several_words_the_one_that_the_article_has_is_taken() -> None:
    asked = understood("who pays for the repairs?", "de", testimony.testimonies(GERMAN))
    assert asked.words == ("zahlen", "Reparatur")


def test_a_part_of_a_compound_is_found_in_it() -> None:
    asked = understood("how often does the ship bring food?", "de", testimony.testimonies(GERMAN))
    assert any("schiff" in word.lower() for word in asked.words)


def test_a_name_is_left_as_it_is() -> None:
    assert understood("what did tammen say about the harbour?", "de", testimony.testimonies(GERMAN)).voice == (
        "tammen",
    )


@pytest.mark.parametrize("question", ["who pays for it", "whats tams's view on it?", "how long?", "4", "🙂", ""])
def test_a_question_in_the_articles_language_stays_as_it_is(question: str) -> None:
    assert understood(question, "en", testimony.testimonies(ENGLISH)).text in {
        question,
        question.replace("whats", "what's"),
    }


def test_a_question_to_an_article_in_a_language_without_glossary_is_read_as_before() -> None:
    assert understood("who pays for the repairs?", "sv", ()).words == ("pays", "repairs")


@pytest.mark.parametrize("language", sorted(GLOSSARIES))
def test_every_glossary_has_single_words_and_no_empty_ones(language: str) -> None:
    known = glossary(language)
    assert len(known) > 1_500
    assert not [(english, word) for english, words in known.items() for word in words if not word or " " in word]


def test_a_name_that_is_also_a_word_is_left_too() -> None:
    asked = understood("What did Anna Wood say about the repairs?", "de", testimony.testimonies(GERMAN))
    assert asked.voice == ("Anna", "Wood")
