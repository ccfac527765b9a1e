"""From the text somebody gave to the article that is briefed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import EmptyText, NoSentences, NothingLeft, SummariserError, TooShort
from summariser.reading import read_text


def test_raw_text_is_left_as_it_is(story: str) -> None:
    article, dropped = read_text(f"\r\n {story}\t", raw=True)
    assert article.text == f"\r\n {story}\t"
    assert dropped == ()
    assert article.title is None


def test_cleaning_tells_what_it_took_off(story: str) -> None:
    appeal = "Support our journalism today. Subscribe to our newsletter for just £1 a month."
    article, dropped = read_text(f"{story}\n{appeal}\n")
    assert "newsletter" not in article.text
    assert "newsletter" in " ".join(dropped)
    assert "The harbour at Sandmouth will close" in article.text


def test_the_language_is_detected(story: str) -> None:
    assert read_text(story)[0].language == "en"
    assert read_text(story, raw=True)[0].language == "en"


def test_what_the_page_says_about_the_article_is_kept(story: str) -> None:
    article, _ = read_text(f"date 2026-03-14 {story}")
    assert article.published == date(2026, 3, 14)


@pytest.mark.parametrize("text", ["", " \n\t", "\u2003\r\n"])
def test_white_space_is_empty(text: str) -> None:
    with pytest.raises(EmptyText):
        read_text(text)


@pytest.mark.parametrize(("text", "words"), [("Too few words", "3 words"), ("Hello", "1 word")])
def test_a_few_words_are_too_short_and_counted(text: str, words: str) -> None:
    with pytest.raises(TooShort, match=f"only {words};"):
        read_text(text)


@pytest.mark.parametrize("text", ["12 34 56 78 90 12 34 56", "*** --- *** --- ***", "apple\n\npear\n\n" * 8])
@pytest.mark.parametrize("raw", [True, False])
def test_figures_marks_and_lists_have_no_sentences(text: str, raw: bool) -> None:
    with pytest.raises(NoSentences):
        read_text(text, raw=raw)


def test_an_appeal_alone_leaves_nothing() -> None:
    with pytest.raises(NothingLeft, match="--raw"):
        read_text("Support our journalism today. Subscribe to our newsletter for just £1 a month. Read more")


def test_a_script_without_spaces_is_long_enough_by_its_letters() -> None:
    text = "市长周二表示，港口将从周一起关闭一个月，以便修复在冬季风暴中受损的防波堤。渔民曾要求市议会等到十月。"
    assert read_text(text)[0].text == text


@given(st.text())
@pytest.mark.parametrize("raw", [True, False])
def test_any_text_is_read_or_refused(raw: bool, text: str) -> None:
    try:
        article, _ = read_text(text, raw=raw)
    except SummariserError:
        return
    assert article.text.strip()
