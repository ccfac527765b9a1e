"""Which sentence has most of what a question asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.model import Article
from summariser.questions import Question, read_question
from summariser.relevance import Measures, measured
from summariser.testimony import testimonies as told_by

STORY = """The harbour board of Pendrow has shut the north quay after divers found cracks in its wall.

Ruth Ellacott, the chair of the board, met the traders on Monday. She promised that nobody would lose a day of work.

“The repair will cost 4.2 million pounds,” she said. Traders said that the ferry to Northwick had gone.

The harbour master, Colin Avery, told the council that 14 boats sank. A prosecutor opened an inquiry."""


def measures(question: str, text: str = STORY, title: str | None = None) -> dict[str, Measures]:
    """What each sentence has of a question."""
    told = told_by(Article(text, title=title, language="en"))
    found = measured(read_question(question, "en"), told)
    return {each.text: has for each, has in zip(told, found, strict=True)}


def best(question: str, text: str = STORY) -> str:
    """The sentence that is likeliest to answer."""
    found = measures(question, text)
    return max(found, key=lambda each: found[each].score)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why was the north quay shut?", "shut the north quay"),
        ("How many boats sank?", "14 boats"),
        ("What did the divers find?", "divers found"),
        ("What did the chair promise?", "She promised"),
        ("What did Ellacott say about the repair?", "repair will cost"),
        ("What did the traders say about the ferry?", "ferry to Northwick"),
        ("Who dismissed that the vessels sank?", "14 boats"),
    ],
)
def test_the_sentence_with_its_words_people_and_voices_comes_first(question: str, words: str) -> None:
    """A word of the same stem, one of the same meaning, and whoever a pronoun stands for."""
    assert words in best(question)


@pytest.mark.parametrize("typed", ["ferrys", "Northwik", "ferri"])
def test_a_word_that_is_spelt_wrong_is_read_as_the_articles_nearest(typed: str) -> None:
    assert "ferry to Northwick" in best(f"Where has {typed} gone?")


def test_more_of_its_words_are_more_likely() -> None:
    few, all_ = measures("crane quay shut"), measures("north quay shut")
    lead = STORY.partition("\n")[0]
    assert all_[lead].cover > few[lead].cover


def test_a_word_that_stands_nowhere_is_absent() -> None:
    lead = STORY.partition("\n")[0]
    assert measures("zeppelin quay")[lead].absent > 0
    assert measures("north quay")[lead].absent == 0


def test_a_sentence_has_some_of_what_its_neighbour_has() -> None:
    found = measures("What did the board of Pendrow do?", "The quay of Pendrow is shut. Nobody knows more.")
    assert 0 < found["Nobody knows more."].near < found["The quay of Pendrow is shut."].near


def test_a_sentence_has_some_of_what_the_title_has() -> None:
    text = "The quay is shut. Nobody knows more about it."
    without, with_ = measures("Pendrow", text), measures("Pendrow", text, title="Pendrow shuts its quay")
    assert with_["The quay is shut."].near > without["The quay is shut."].near


def test_neighbours_are_of_one_article() -> None:
    told = [*told_by(Article("Pendrow is shut.", language="en")), *told_by(Article("It rains.", language="en"))]
    first, second = measured(read_question("Pendrow?", "en"), told)
    assert second.near < first.near * 0.5


def test_only_whoever_is_asked_to_have_said_it_has_the_voice() -> None:
    found = measures("What did Ellacott say?")
    said = {text for text, has in found.items() if has.voice == 1}
    assert "“The repair will cost 4.2 million pounds,” she said." in said
    assert not any("14 boats" in text or "ferry" in text for text in said)


def test_the_head_of_a_description_counts_double() -> None:
    """Of *the ministry's spokesman* a spokesman has more than the ministry."""
    text = "“We are late,” a spokesman said.\n\nThe ministry opened in 1911.\n\n“It rains,” the ministry said."
    found = measures("What did the spokesman of the ministry say?", text)
    assert found["“We are late,” a spokesman said."].voice == pytest.approx(2 / 3)
    assert found["“It rains,” the ministry said."].voice == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("asked", "called"),
    [("the CEO", "the chief executive"), ("the DA", "the district attorney"), ("his mum", "his mother")],
)
def test_what_is_typed_short_is_read_in_full(asked: str, called: str) -> None:
    text = f"“We are late,” said Ruth Ellacott, {called}.\n\n“It rains,” a traveller said."
    found = measures(f"what does {asked} say?", text)
    assert max(found, key=lambda each: found[each].voice).startswith("“We are late")


def test_whoever_is_only_spoken_of_where_nobody_speaks_has_little_of_a_voice() -> None:
    text = "The prize went to Leon Dace.\n\nMary Penrose said she had seen Leon Dace.\n\nIt rained."
    found = measures("What does Leon Dace say?", text)
    assert found["The prize went to Leon Dace."].voice < found["Mary Penrose said she had seen Leon Dace."].voice < 1


def test_a_sum_in_other_money_is_not_what_is_asked_for() -> None:
    text = "The crane cost £4.2m.\n\nThe fund has 3 million euros."
    found = measures("How much was it in pounds?", text)
    assert [found[each].fits for each in text.split("\n\n")] == [1, 0]


def test_a_sentence_has_the_name_of_whoever_its_pronoun_stands_for() -> None:
    """Nearly, as if it gave the name itself."""
    found = measures("Ellacott")
    promise = found["She promised that nobody would lose a day of work."].cover
    assert 0.8 < promise < found["Ruth Ellacott, the chair of the board, met the traders on Monday."].cover


def test_a_number_is_itself_only() -> None:
    """One that begins alike is another; words that do are of one family."""
    numbers = measures("12000", "It cost 12,000. He paid 120,000.")
    assert (numbers["It cost 12,000."].cover, numbers["He paid 120,000."].cover < 0.8) == (1, True)
    assert measures("prosecuting")["A prosecutor opened an inquiry."].cover > 0.8


NOTHING = Measures(0, 0, 0, 0, 0, 0)
EVERYTHING = Measures(1, 1, 1, 1, 1, 0)


@pytest.mark.parametrize("field", ["cover", "near", "sense", "fits", "voice"])
def test_more_of_anything_is_more_likely(field: str) -> None:
    more: dict[str, Any] = {field: 1.0}
    less: dict[str, Any] = {field: 0.0}
    assert replace(NOTHING, **more).score > NOTHING.score
    assert replace(EVERYTHING, **less).score < EVERYTHING.score


def test_what_is_absent_is_less_likely() -> None:
    assert replace(EVERYTHING, absent=1).score < EVERYTHING.score


def test_a_name_that_nothing_in_the_articles_comes_near_is_a_strangers() -> None:
    lead = STORY.partition("\n")[0]
    assert measures("What did the board of Zwolle do?")[lead].stranger
    assert not measures("What did the zeppelins of the board do?")[lead].stranger
    assert not measures("What did the board of Pendrow do?")[lead].stranger


def test_an_office_that_no_article_knows_is_a_strangers() -> None:
    assert all(each.stranger for each in measures("who is the governor of Pendrow").values())
    assert not any(each.stranger for each in measures("who is the chair of the board").values())


def test_a_german_noun_is_no_stranger_for_its_capital() -> None:
    told = told_by(Article("Der Hafen von Pendrow ist zu.", language="de"))
    assert not measured(read_question("Wie viele Matrosen hat der Hafen?", "de"), told)[0].stranger


def test_least_is_what_it_has_of_the_word_that_it_has_least_of() -> None:
    lead = STORY.partition("\n")[0]
    assert measures("divers cracks")[lead].least == 1
    assert measures("divers zeppelin")[lead].least < 0.3


@pytest.mark.parametrize("question", ["", "and the of", "???"])
def test_a_question_about_nothing_measures_nothing(question: str) -> None:
    assert measured(read_question(question, "en"), told_by(Article(STORY, language="en"))) == []


def test_no_sentences_have_nothing() -> None:
    assert measured(read_question("Why?", "en"), []) == []


words = st.text(min_size=1, max_size=12)


@given(st.lists(words, max_size=5).map(tuple), st.lists(words, max_size=2).map(tuple), st.text(), st.text())
def test_any_question_is_measured_against_each_sentence_within_bounds(
    about: tuple[str, ...], voice: tuple[str, ...], title: str, text: str
) -> None:
    told = told_by(Article(text, title=title, language="en"))
    found = measured(Question(" ".join(about), "other", about, voice=voice), told)
    assert len(found) == (len(told) if about or voice else 0)
    for each in found:
        assert all(-1e-6 <= part <= 1 + 1e-6 for part in (each.cover, each.near, each.fits, each.voice, each.absent))
        assert -1e-6 <= each.least <= 1 + 1e-6


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Will Iceland sign the treaty?", "Ireland will sign the treaty."),
        ("Was the minister there on Tuesday?", "The minister was there on Thursday."),
        ("Was Barker found guilty?", "Rolf Harker was found guilty."),
    ],
)
def test_a_word_or_common_name_is_not_taken_for_another_spelt_wrong(question: str, text: str) -> None:
    (best,) = measured(read_question(question, "en"), told_by(Article(text, language="en")))
    assert best.least < 0.6


def test_a_sentence_of_another_year_than_is_asked_about_has_not_what_is_asked_for() -> None:
    text = "In 2023 it spent 4 million pounds. It spent 5 million pounds in 2024, after 4 million in 2023. It spent 6."
    told = told_by(Article(text, language="en"))
    fits = [each.fits for each in measured(read_question("How much did it spend in 2024?", "en"), told)]
    assert (fits[0], fits[1]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("question", "text", "sized"),
    [
        (
            "how large is the fund?",
            "It may join the union’s 150 billion euro (£130 billion) Shield (Shift) fund.",
            True,
        ),
        ("how much is the fund in pounds", "It may join the union’s 150 billion euro (£130 billion) fund.", True),
        ("how big is the fund?", "Some £3m Shield for Tomorrow fund paid for it.", True),
        ("how long is the tunnel", "The 12-mile Tarn tunnel is open.", True),
        ("how much is the fund", "They took £3m from the fund.", False),
        ("how much is the fund", "It costs £3m, the fund says.", False),
        ("how much is the old fund", "The £3m fund is open.", False),
        ("when was the tunnel opened", "The 12-mile Tarn tunnel is open.", False),
    ],
)
def test_a_thing_has_the_size_that_stands_before_it(question: str, text: str, *, sized: bool) -> None:
    assert [each.sized for each in measures(question, text).values()] == [sized]
