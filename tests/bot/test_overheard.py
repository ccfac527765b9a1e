"""What somebody writes in a thread of ours without naming us: whether it is said to us."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.overheard import is_asked_of_us
from tests.bot.test_follow_ups import REQUESTS, words


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
        "the meeting in Brussels?",
        "lunch at the palace with whom?",
        "meeting in Brussels?",
        "and the call to Macron?",
        "Can you tell me who owns it?",
        "who owns the mine",
        "who's he talking about",
        "how many people died",
        "which countries joined",
        "Did Britain join the fund",
        "is there a date",
        "and why",
        "what does this mean for us?",
        "What did he say about my country?",
        "Do they say what happens to my pension?",
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
        "who cares?",
        "what's up",
        "Lunch at 12?",
        "team lunch tomorrow?",
        "standup in 5?",
        "meeting at 3 on Monday?",
        "anyone for coffee?",
        "lol what?",
        "wait, what?",
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


@pytest.mark.parametrize(
    "typed",
    [
        "Can't wait",
        "Will do",
        "What a mess",
        "How sad",
        "How awful is that",
        "Did not see that coming",
        "Was thinking the same",
        "Is fine by me",
        "Should be fun",
        "Have a nice weekend",
        "Who cares",
        "Would love a coffee",
        "Does the job",
        "Which is what Tom said in the meeting",
        "Where there’s smoke there’s fire",
        "tell me about it",
        "Wie schade",
        "Was für ein Chaos",
        "Que pena",
    ],
)
def test_what_only_begins_like_a_question_is_not(typed: str) -> None:
    assert not is_asked_of_us(typed)


@given(st.text() | st.lists(words, max_size=12).map("".join))
def test_of_any_text_it_is_known_whether_it_is_said_to_us(text: str) -> None:
    assert isinstance(is_asked_of_us(text), bool)


@pytest.mark.parametrize("piece", ["a ", "who ", "(", "what is ", "x", "please ", "which a ", "tell me ", "wie a "])
def test_what_is_pasted_takes_no_time(piece: str) -> None:
    assert isinstance(is_asked_of_us(piece * (100_000 // len(piece))), bool)
