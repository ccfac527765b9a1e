"""What somebody writes in a thread of ours: which request it is, and whether it is said to us."""

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
    is_asked_of_us,
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
    "quotes",
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


@pytest.mark.parametrize("typed", [typed for typed, _ in REQUESTS])
def test_a_request_is_said_to_us(typed: str) -> None:
    assert is_asked_of_us(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Who said that?",
        "what did the mayor say",
        "and the year before?",
        "the crane?",
        "Can you tell me who owns it?",
        "could you say why it fell?",
        "tell us what it costs",
        "Remind me, when did the ferry sink?",
        "What did the EU decide?",
        "Will the US join the fund?",
        "Why was the mine shut?",
        "How much does a ton of cod cost?",
        "Wann öffnet der Hafen?",
        "Was kostet der Kran",
        "Quand ouvre le port ?",
        "Quel est le prix du quai ?",
        "pourquoi le port est fermé",
        "¿Cuándo abre el puerto?",
        "dónde está la grúa",
        "Quando apre il porto?",
        "perché il porto è chiuso",
        "Onde fica o cais?",
        "quando abre o porto",
        "Wanneer gaat de haven open?",
        "waarom is de haven dicht",
        "متى يفتح الميناء؟",
    ],
)
def test_a_question_to_the_articles_is_asked_of_us(typed: str) -> None:
    """With its mark, or by how it begins; *du*, *eu* and *ton* are people in some languages only."""
    assert is_asked_of_us(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "do you want coffee?",
        "Has anyone read this?",
        "what do we think?",
        "shall we meet at 3?",
        "did the boss write to us?",
        "is that mine?",
        "Who is up for lunch, guys?",
        "Kommst du mit?",
        "Was machst du heute?",
        "Hat jemand von euch das gelesen?",
        "Tu viens ?",
        "Qu'est-ce que vous en pensez ?",
        "¿Vienes tú?",
        "¿Qué piensan ustedes de esto?",
        "Vieni anche tu?",
        "Cosa ne pensate voi?",
        "Vocês vêm?",
        "O que é que vocês acham?",
        "Komen jullie ook?",
        "Wat vinden wij hiervan?",
    ],
)
def test_what_people_ask_each_other_is_not(typed: str) -> None:
    assert not is_asked_of_us(typed)


@pytest.mark.parametrize("typed", ["thanks!", "lol", "good point.", "he is right", "", "  ", "?", "What?", "👍"])
def test_what_is_no_question_or_a_single_word_is_not(typed: str) -> None:
    assert not is_asked_of_us(typed)


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
    assert isinstance(is_asked_of_us(text), bool)
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
    assert isinstance(is_asked_of_us(text), bool)
