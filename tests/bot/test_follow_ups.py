"""What somebody writes in a thread of ours: which request it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.follow_ups import (
    LONGER,
    LONGEST,
    SHORTER,
    Again,
    AllQuotes,
    Ask,
    FollowUp,
    HowChecked,
    InLanguage,
    TheLink,
    WhatsNew,
    WhyHere,
    is_pointed_at,
    parse_follow_up,
)

REQUESTS: list[tuple[str, FollowUp]] = [
    ("all quotes", AllQuotes()),
    ("All quotes!", AllQuotes()),
    ("Give me all the quotes please", AllQuotes()),
    ("Can you show me the other quotes?", AllQuotes()),
    ("more quotations", AllQuotes()),
    ("all the key quotes", AllQuotes()),
    ("every quote by Ruth Ellacott", AllQuotes("Ruth Ellacott")),
    ("all of Ellacott's quotes", AllQuotes("Ellacott")),
    ("all of Ellacott’s quotes", AllQuotes("Ellacott")),
    ("more quotes from the mayor", AllQuotes("the mayor")),
    ("all the words of Ruth Ellacott", AllQuotes("Ruth Ellacott")),
    ("all his quotes", AllQuotes("his")),
    ("quotes", AllQuotes()),
    ("any more quotes?", AllQuotes()),
    ("all quotes from the article", AllQuotes()),
    ("let’s have all quotes", AllQuotes()),
    ("quotes by Ellacott", AllQuotes("Ellacott")),
    ("show me quotes by Starmer", AllQuotes("Starmer")),
    ("Starmer's quotes", AllQuotes("Starmer")),
    ("her quotes", AllQuotes("her")),
    ("all quotes by Dr. Smith", AllQuotes("Dr. Smith")),
    ("all quotes by J. Smith.", AllQuotes("J. Smith")),
    ("quotes by Starmer and Farage", AllQuotes("Starmer and Farage")),
    ("alle Zitate bitte", AllQuotes()),
    ("toutes les citations de Macron", AllQuotes("Macron")),
    ("Shorter, please", Again(SHORTER)),
    ("make this shorter", Again(SHORTER)),
    ("summary", Again(SHORTER)),
    ("kürzer bitte", Again(SHORTER)),
    ("longer, please!", Again(LONGER)),
    ("más largo", Again(LONGER)),
    ("longer 2", Again(LONGER, 2)),
    ("Shorter, story 3", Again(SHORTER, 3)),
    ("a shorter version of story 12", Again(SHORTER, 12)),
    ("in German, #2", InLanguage("de", 2)),
    ("how was this checked? 2", HowChecked(2)),
    ("Link, please", TheLink()),
    ("what’s the link?", TheLink()),
    ("can you share the link?", TheLink()),
    ("de link alsjeblieft", TheLink()),
    ("why am I seeing this?", WhyHere()),
    ("why is this story in my digest?", WhyHere()),
    ("what’s new since yesterday?", WhatsNew()),
    ("what has changed since this morning?", WhatsNew()),
    ("was this checked?", HowChecked()),
    ("how was the briefing checked?", HowChecked()),
    ("bitte auf Deutsch", InLanguage("de")),
    ("German please", InLanguage("de")),
    ("translate to German", InLanguage("de")),
    ("en français s'il vous plaît", InLanguage("fr")),
    ("longer", Again(LONGER)),
    ("a bit longer please", Again(LONGER)),
    ("make it longer", Again(LONGER)),
    ("more", Again(LONGER)),
    ("More details", Again(LONGER)),
    ("give me more points", Again(LONGER)),
    ("shorter", Again(SHORTER)),
    ("can you make it shorter?", Again(SHORTER)),
    ("tldr", Again(SHORTER)),
    ("TL;DR", Again(SHORTER)),
    ("in one sentence please", Again(SHORTER)),
    ("the link", TheLink()),
    ("Link?", TheLink()),
    ("where's the source", TheLink()),
    ("can i have the link to the article", TheLink()),
    ("what is the url", TheLink()),
    ("show me the original article", TheLink()),
    ("Why is this in the digest?", WhyHere()),
    ("why did I get this", WhyHere()),
    ("and why was story 3 in my briefing?", WhyHere()),
    ("what's new?", WhatsNew()),
    ("anything new since yesterday", WhatsNew()),
    ("any updates?", WhatsNew()),
    ("What changed in it?", WhatsNew()),
    ("How was this checked?", HowChecked()),
    ("how did you verify it", HowChecked()),
    ("who checked this?", HowChecked()),
    ("in English", InLanguage("en")),
    ("auf Deutsch bitte", InLanguage("de")),
    ("in German", InLanguage("de")),
    ("en français, svp", InLanguage("fr")),
    ("the briefing in French", InLanguage("fr")),
    ("en español por favor", InLanguage("es")),
    ("translate it into Spanish please", InLanguage("es")),
    ("in italiano per favore", InLanguage("it")),
    ("em português", InLanguage("pt")),
    ("in het Nederlands alsjeblieft", InLanguage("nl")),
    ("auf Niederländisch", InLanguage("nl")),
]

QUESTIONS = [
    "Who said that?",
    "Where is the crane?",
    "Why is the quay shut?",
    "How was the crane built?",
    "What is the longer name of the ferry?",
    "How many people have the same link with the mayor?",
    "What is new about the crane in the north?",
    "Why did the crane fall?",
    "Who spoke in German?",
    "in Germany",
    "the link between the two",
    "Why is this tax here to stay?",
    "what has changed since Brexit?",
    "who checked this bridge?",
    "How was it checked for cracks?",
    "all quotes by him. When did he speak?",
    "I love these quotes",
    "German cars",
    "",
]


@pytest.mark.parametrize(("typed", "wanted"), REQUESTS)
def test_a_request_is_told_however_it_is_put(typed: str, wanted: FollowUp) -> None:
    assert parse_follow_up(typed) == wanted


@pytest.mark.parametrize(("typed", "wanted"), REQUESTS)
def test_a_request_may_have_space_around_and_in_capitals(typed: str, wanted: FollowUp) -> None:
    """Only whose quotations are wanted is kept as it was typed."""
    found = parse_follow_up(f"  {typed.replace(' ', '  ').upper()}\n")
    assert type(found) is type(wanted)
    assert isinstance(wanted, AllQuotes) or found == wanted


@pytest.mark.parametrize("typed", QUESTIONS)
def test_anything_else_is_asked_of_the_articles_as_it_was_typed(typed: str) -> None:
    assert parse_follow_up(typed) == Ask(typed)


@pytest.mark.parametrize("who", ["his", "Her", "THEIR", "she", "its"])
def test_a_word_that_only_points_means_somebody_spoken_of(who: str) -> None:
    assert is_pointed_at(who)


@pytest.mark.parametrize("who", ["", "Ellacott", "the mayor", "Hisham"])
def test_a_name_does_not_only_point(who: str) -> None:
    assert not is_pointed_at(who)


words = st.sampled_from([
    "all ", "the ", "quotes ", "by ", "of ", "longer", "more ", "please ", "give me ", "in ", "German", "why is this ",
    "digest", "what's ", "new", "since ", "can you ", "link", "checked ", "how was ", "? ", "\n", "du ", "who ", "us ",
])  # fmt: skip


@given(st.text() | st.lists(words, max_size=12).map("".join))
def test_any_text_is_one_request_or_asked_as_it_was_typed(text: str) -> None:
    found = parse_follow_up(text)
    assert not isinstance(found, Ask) or found.text == text
    assert not isinstance(found, AllQuotes) or found.who in " ".join(text.split())


@pytest.mark.parametrize("typed", [typed for typed, _ in REQUESTS])
def test_what_is_long_is_always_asked_of_the_articles(typed: str) -> None:
    """However politely."""
    text = "please " * (LONGEST // len("please ") + 1) + typed
    assert parse_follow_up(text) == Ask(text)


@pytest.mark.parametrize("piece", ["a ", "(", "7", ".", "x", "please ", "can you ", "what's new ", "tell me "])
def test_what_is_pasted_is_asked_of_the_articles(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert parse_follow_up(text) == Ask(text)
