"""The answer itself, cut from its sentence where one thing only can be meant."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.model import Article, Span
from summariser.questions import Kind, Question, read_question
from summariser.short_answers import short_answer
from summariser.testimony import testimonies as told_by

if TYPE_CHECKING:
    from summariser.testimony import Testimony

languages = st.sampled_from(["en", "de", "fr", "es", None])


def cut(question: str, text: str, language: str = "en") -> str | None:
    """What is cut from the last sentence of a text."""
    told = told_by(Article(text, language=language))[-1]
    span = short_answer(read_question(question, language), told)
    return span.cut(text) if span else None


@pytest.mark.parametrize(
    ("language", "question", "text", "short"),
    [
        ("en", "When was the wall built?", "The wall was built on 3 March 1911 by the board.", "on 3 March 1911"),
        ("en", "When will it shut?", "The quay will shut from Monday, the board said.", "from Monday"),
        (
            "en",
            "What price was paid?",
            "It was sold for 4.2 million pounds (€4.9 million).",
            "4.2 million pounds (€4.9 million)",
        ),
        ("en", "What price was paid?", "It was sold for £4.2m, the board said.", "£4.2m"),
        ("en", "What share is insured?", "Some 40 per cent of the boats are.", "40 per cent"),
        ("en", "When does it open?", "The quay will open next week, said the board.", "next week"),
        ("en", "What share is insured?", "About 40% of the boats are.", "40%"),
        ("en", "What share is insured?", "No more than 12.5 % of the boats are.", "12.5 %"),
        ("en", "How long is it shut?", "It will be shut for three weeks, the board said.", "three weeks"),
        ("en", "How deep is the basin?", "The basin is 12 metres deep.", "12 metres deep"),
        ("en", "Where was the crane built?", "The crane was built in Northwick by hand.", "in Northwick"),
        ("en", "Where was it built?", "It was built in Northwick by Colin Avery.", "in Northwick"),
        ("en", "Who owns the crane?", "The crane is owned by Ruth Ellacott, the board said.", "Ruth Ellacott"),
        ("de", "Wann sank die Fähre?", "Die Fähre sank am 3. März 1987 vor der Küste.", "am 3. März 1987"),
        ("fr", "Quand le bac a-t-il coulé ?", "Le bac a coulé le 3 mars 1987 au large.", "le 3 mars 1987"),
        ("en", "When does it start?", "The audit will start on Oct. 1, the city said.", "on Oct. 1"),
        ("en", "How many were changed?", "Some 22 were changed.", "22"),
        ("de", "Was kostet der Kran?", "Der Kran kostet 4,2 Millionen Euro.", "4,2 Millionen Euro"),
    ],
)
def test_a_time_a_sum_a_place_and_a_name_are_cut_whole(language: str, question: str, text: str, short: str) -> None:
    assert cut(question, text, language) == short


def test_of_several_numbers_the_one_beside_what_was_asked_for_is_cut() -> None:
    assert cut("How many boats sank?", "Of the 40 crew none drowned, but 14 boats sank.") == "14 boats sank"


def test_of_several_numbers_the_one_of_the_year_that_is_asked_about_is_cut() -> None:
    text = "The board altered 41 marks in 2023 and 22 in 2024."
    assert cut("How many were altered in 2024?", text) == "22"
    assert cut("How many were altered in 2023?", text) == "41 marks"


def test_the_number_of_a_day_is_none_of_anything() -> None:
    assert cut("How much more is there to pay?", "It will add about 240 tal from 1 May, it said.") == "240 tal"


def test_who_somebody_is_is_nobody_else_however_their_name_is_typed() -> None:
    text = "The officers are Dale Hutchins, 48, and Maria Brandt, 29."
    assert cut("who is maria brandt", text) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Where was the crane built?", "The crane was built in Northwick and shipped to Sandmouth."),
        ("When was it shut?", "It was shut on Monday and again on Friday."),
        ("Who met?", "Ruth Ellacott met Colin Avery on the quay."),
    ],
)
def test_of_two_that_can_be_meant_neither_is_cut(question: str, text: str) -> None:
    assert cut(question, text) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When in 1987 did the ferry sink?", "The ferry sank in 1987."),
        ("When will it open?", "The board will meet for a week."),
        ("Who is Ruth Ellacott?", "Ruth Ellacott left."),
        ("Why is it shut?", "It is shut because the wall cracked."),
        ("What happened?", "The crane fell on Monday."),
        ("When did it fall?", "The crane fell."),
    ],
)
def test_what_says_nothing_new_or_no_kind_of_thing_is_not_cut(question: str, text: str) -> None:
    """What the question has already; *week* alone; a reason, which has no edges."""
    assert cut(question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "read", "short"),
    [
        ("When was it shut?", "It was shut on Monday and again on Friday.", "Friday", "on Friday"),
        ("Who met him?", "Ruth Ellacott met Colin Avery on the quay.", "Ruth Ellacott", "Ruth Ellacott"),
        ("When was it shut?", "It was shut on Monday, said the board.", "the board", None),
        ("When was it shut?", "It was shut on Monday and again on Friday.", "Monday and again on Friday", None),
        ("Who met?", "Ruth Ellacott met Colin Avery on the quay.", "the quay", None),
    ],
)
def test_of_what_can_be_meant_the_one_among_the_words_read_is_cut(
    question: str, text: str, read: str, short: str | None
) -> None:
    at = text.index(read)
    told = told_by(Article(text, language="en"))[-1]
    span = short_answer(read_question(question, "en"), told, Span(at, at + len(read)))
    assert (span.cut(text) if span else None) == short


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who signed the treaty?", "The treaty was signed by the chairman in Pendrow."),
        ("When did he admit it?", "He admitted it in an interview."),
        ("When does it open?", "The bridge may open, he said."),
        ("Where was it?", "It was on Monday."),
        ("Where did it go?", "The letter went to Ruth Ellacott."),
        ("How many were there?", "No one was there."),
        ("When did they meet?", "They met at an airport."),
        ("How many jobs does it bring?", "The $1.3 billion centre brings jobs."),
        ("Who is Ruth Ellacott?", "Ruth Ellacott, Colin Avery said, runs the board."),
    ],
)
def test_what_is_of_another_kind_is_not_cut(question: str, text: str) -> None:
    """A place is nobody; *an* is no French year, *may* no month, a day and a person no place, *no one* no number."""
    assert cut(question, text) is None


def test_how_long_something_takes_is_no_part_of_when_it_begins() -> None:
    assert cut("When will it close?", "The harbour will close for a month from Monday.") == "from Monday"


def test_beside_what_is_of_another_kind_the_answer_is_plain() -> None:
    assert cut("When did she say so?", "She said so in an interview on Friday.") == "on Friday"


@pytest.mark.parametrize(
    ("text", "read", "short"),
    [
        ("The bridge was built by volunteers while Anna Berg was abroad.", "volunteers", None),
        ("Anna Berg runs the board. She built the bridge.", "She", "Anna Berg"),
        ("Anna Berg runs the board. She came when volunteers built the bridge.", "volunteers", None),
        ("The bridge was built by Berg. Anna Berg left. The bridge was Berg’s work.", "Berg’s", "Anna Berg"),
    ],
)
def test_whoever_is_cut_is_meant_by_the_words_that_answer(text: str, read: str, short: str | None) -> None:
    at = text.rindex(read)
    told = told_by(Article(text, language="en"))[-1]
    span = short_answer(read_question("Who built the bridge?", "en"), told, Span(at, at + len(read)))
    assert (span.cut(text) if span else None) == short


def test_whoever_is_not_surely_quoted_is_not_cut() -> None:
    text = "Ruth Ellacott and Colin Avery met. “The quay is shut for good.”"
    assert cut("Who shut the quay?", text) is None


def test_the_full_name_of_whoever_is_meant_is_cut_where_the_article_gives_it() -> None:
    text = "Ruth Ellacott runs the board. She shut the quay."
    told = told_by(Article(text, language="en"))[-1]
    span = short_answer(read_question("Who shut the quay?", "en"), told)
    assert span is not None
    assert (span.start, span.cut(text)) == (0, "Ruth Ellacott")


def test_dates_that_only_a_comma_parts_are_one() -> None:
    assert cut("When did it fall?", "The crane fell on Monday, 3 March.") == "on Monday, 3 March"


@given(st.sampled_from(get_args(Kind)), st.text(), st.text(), languages)
def test_whatever_is_cut_is_a_slice_that_says_something(
    kind: Kind, question: str, text: str, language: str | None
) -> None:
    asked = Question(question, kind, tuple(question.split()))
    for told in told_by(Article(text, language=language)):
        span = short_answer(asked, told)
        assert span is None or (span.end <= len(text) and span.cut(text).strip())


pieces = st.sampled_from(
    ["on ", "3 ", "March ", "1911 ", "next ", "£4.2m ", "40% ", "in Northwick ", ", ", "week ", "Ruth Ellacott ", "12 "]
)


@given(st.sampled_from(get_args(Kind)), st.lists(pieces, max_size=12).map("".join))
def test_whatever_is_cut_lies_in_its_sentence_unless_it_is_a_name(kind: Kind, text: str) -> None:
    for told in told_by(Article(text, language="en")):
        span = short_answer(Question("", kind, ()), told)
        if span is not None and kind not in {"who", "name"}:
            assert told.span.start <= span.start < span.end <= told.span.end


@cache
def endless(piece: str) -> Testimony:
    """The last of many sentences, or the one, of the same over and over."""
    return told_by(Article(piece * (50_000 // len(piece)), language="en"))[-1]


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("piece", ["at the ", "last ", "(", "7", "1,", "x", "one ", "monday "])
def test_from_a_sentence_without_end_nothing_long_is_cut(kind: Kind, piece: str) -> None:
    """In time that grows with it."""
    span = short_answer(Question("", kind, ()), endless(piece))
    assert span is None or span.end - span.start <= 80
