"""Whatever is typed is something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.typed import Forget, Help, Link, Nothing, Pasted, Question, Speak, first_link, parse

LINK = "https://paper.example/a"


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_white_space_is_nothing(text: str) -> None:
    assert parse(text) == Nothing()


@pytest.mark.parametrize("text", ["help", "HELP!", " hilfe ", "?", "hello"])
def test_a_cry_for_help_is_one_in_several_languages(text: str) -> None:
    assert parse(text) == Help()


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (LINK, LINK),
        (f"please brief {LINK}, thanks", LINK),
        (f"({LINK})", LINK),
        (f"“{LINK}”", LINK),
        (f"{LINK}?q=(a)", f"{LINK}?q=(a)"),
        (f"{LINK} and https://other.example/b", LINK),
        ("HTTPS://Paper.example/A.", "HTTPS://Paper.example/A"),
        ("paper.example/a", "https://paper.example/a"),
        ("www.paper.example", "https://www.paper.example"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("gopher://paper.example/1", "gopher://paper.example/1"),
    ],
)
def test_a_link_is_found_without_the_punctuation_around_it(text: str, url: str) -> None:
    assert parse(text) == Link(url)


def test_a_text_with_a_link_in_it_is_the_text() -> None:
    text = f"{'The harbour will close for a month. ' * 10} {LINK}"
    assert parse(text) == Pasted(text.strip())


def test_what_is_long_or_has_paragraphs_is_a_text() -> None:
    assert isinstance(parse("The harbour will close.\n\nThe mayor said so."), Pasted)
    assert isinstance(parse("word " * 61), Pasted)


def test_in_a_thread_about_an_article_only_what_is_really_long_is_a_text() -> None:
    said = "Thanks!\n\nWhat did France say?"
    assert parse(said, in_thread=True) == Question(said)
    assert isinstance(parse("word " * 200, in_thread=True), Question)
    assert isinstance(parse("word " * 201, in_thread=True), Pasted)
    assert isinstance(parse(f"{'word ' * 40} {LINK}", in_thread=True), Question)
    assert parse(LINK, in_thread=True) == Link(LINK)


@pytest.mark.parametrize(
    ("text", "which"),
    [("language German", "German"), ("Language: français.", "français"), ("language", ""), ("language off", "off")],
)
def test_a_language_for_what_comes_is_asked_for(text: str, which: str) -> None:
    assert parse(text) == Speak(which)


@pytest.mark.parametrize("text", ["What did France say?", "how much is it", "e.g. this", "lunch"])
def test_what_is_short_and_has_no_link_is_a_question(text: str) -> None:
    assert parse(text) == Question(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("forget this thread", Forget("thread")),
        ("/forget me", Forget("me")),
        ("Forget me yes", Forget("me", sure=True)),
        ("forget workspace  YES.", Forget("workspace", sure=True)),
        (f"forget {LINK}", Forget("article", LINK)),
        ("forget paper.example/a", Forget("article", "https://paper.example/a")),
    ],
)
def test_what_is_to_be_forgotten_is_known_by_a_word(text: str, meant: Forget) -> None:
    assert parse(text) == meant


@pytest.mark.parametrize(
    "text", ["forget", "forget it, who won?", "Did he forget me?", "forget me not", "forget article"]
)
def test_what_only_speaks_of_forgetting_is_a_question(text: str) -> None:
    assert parse(text) == Question(text)


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_anything_that_can_be_typed_is_something(text: str) -> None:
    assert isinstance(parse(text), Link | Pasted | Question | Forget | Help | Nothing)


@given(st.text())
def test_a_link_that_is_found_stands_in_the_text(text: str) -> None:
    found = first_link(f"{text} {LINK}")
    assert found
    assert found in f"{text} {LINK}"
