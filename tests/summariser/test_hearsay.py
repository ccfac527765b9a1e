"""Whose words a question asks for, and about what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.hearsay import Hearsay, hearsay, reported

languages = st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "pl", None])


@pytest.mark.parametrize(
    ("text", "who", "about"),
    [
        ("What did Ruth Ellacott say about the crane?", "Ruth Ellacott", "about the crane"),
        ("what does the mayor think", "the mayor", ""),
        ("What has the harbour board told the traders?", "the harbour board", "the traders"),
        ("How did the traders react to the vote?", "the traders", "to the vote"),
        ("What else did she add?", "she", ""),
        ("What's the mayor's view of the crane?", "the mayor", "of the crane"),
        ("What was Ellacott's verdict?", "Ellacott", ""),
        ("Tell me what the pilots said about the fog", "the pilots", "about the fog"),
        ("What were the mayor's exact words?", "the mayor", ""),
        ("whats the owner saying about the crane", "the owner", "about the crane"),
        ("whats the mayors take on it?", "the mayor", "on it"),
    ],
)
def test_english_asks_in_many_ways_what_somebody_said(text: str, who: str, about: str) -> None:
    assert hearsay(text, "en") == Hearsay(who, about)


@pytest.mark.parametrize(
    ("language", "text", "who", "about"),
    [
        ("de", "Was sagte Ruth Ellacott über den Kran?", "Ruth Ellacott", "über den Kran"),
        ("de", "Was hat der Rat zu der Fähre gesagt?", "der Rat", "zu der Fähre"),
        ("fr", "Que dit Ruth Ellacott sur la grue ?", "Ruth Ellacott", "sur la grue"),
        ("fr", "Qu'est-ce que dit la maire ?", "la maire", ""),
        ("es", "¿Qué ha dicho la alcaldesa?", "la alcaldesa", ""),
        ("it", "Che cosa ha detto Ruth Ellacott della gru?", "Ruth Ellacott", "della gru"),
        ("pt", "O que disse Ruth Ellacott sobre o guindaste?", "Ruth Ellacott", "sobre o guindaste"),
        ("nl", "Wat zei Ruth Ellacott over de kraan?", "Ruth Ellacott", "over de kraan"),
        ("nl", "Wat heeft de raad gezegd?", "de raad", ""),
    ],
)
def test_other_languages_put_the_speaker_behind_the_verb_or_inside_it(
    language: str, text: str, who: str, about: str
) -> None:
    assert hearsay(text, language) == Hearsay(who, about)


@pytest.mark.parametrize("language", ["de", "fr", "pl", None])
def test_every_article_may_be_asked_in_english(language: str | None) -> None:
    assert hearsay("What did the mayor say?", language) == Hearsay("the mayor", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Who said that?"),
        ("en", "What did the crane cost?"),
        ("en", "When did the mayor say so?"),
        ("de", "Was kostet der Kran?"),
        ("fr", "Que coûte la grue ?"),
        ("en", ""),
    ],
)
def test_other_questions_ask_for_nobodys_words(language: str, text: str) -> None:
    assert hearsay(text, language) is None


@pytest.mark.parametrize(
    ("language", "text", "rest", "who"),
    [
        ("en", "What does the crane cost, according to Ellacott?", "What does the crane cost", "Ellacott"),
        ("en", "According to the board, when will it open?", "when will it open?", "the board"),
        ("de", "Was kostet der Kran laut Ellacott?", "Was kostet der Kran", "Ellacott"),
        ("fr", "Combien coûte la grue selon la maire ?", "Combien coûte la grue", "la maire"),
        ("es", "¿Cuánto cuesta la grúa según Ellacott?", "¿Cuánto cuesta la grúa", "Ellacott"),
        ("it", "Quanto costa la gru secondo Ellacott?", "Quanto costa la gru", "Ellacott"),
        ("pt", "Quanto custa o guindaste, de acordo com Ellacott?", "Quanto custa o guindaste", "Ellacott"),
        ("nl", "Wat kost de kraan volgens Ellacott?", "Wat kost de kraan", "Ellacott"),
        ("nl", "What does it cost according to Ellacott?", "What does it cost", "Ellacott"),
    ],
)
def test_what_is_asked_is_parted_from_whoever_reports_it(language: str, text: str, rest: str, who: str) -> None:
    asked = reported(text, language)
    assert asked is not None
    assert (asked[0].strip(" ,?") + ("?" if rest.endswith("?") else ""), asked[1]) == (rest, who)


def test_a_question_that_names_no_source_has_none() -> None:
    assert reported("What does the crane cost?", "en") is None


@given(st.text(), languages)
def test_any_text_asks_for_words_of_somebody_in_it_or_of_nobody(text: str, language: str | None) -> None:
    said = hearsay(text, language)
    assert said is None or (said.who in text and said.about in text)
    told = reported(text, language)
    assert told is None or told[1] in text


pieces = st.sampled_from(
    ["what did ", "Ellacott ", "say ", "about ", "according to ", "was hat ", "que dit ", "de ", "? "]
)


@given(st.lists(pieces, max_size=12).map("".join), languages)
def test_whoever_is_asked_about_is_somebody(text: str, language: str | None) -> None:
    said = hearsay(text, language)
    assert said is None or said.who.strip()
