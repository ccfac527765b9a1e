"""Post -> text for a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from adapters.terminal import NARROWEST, inert, lines, plain
from bot.model import Linked, Quoted
from summariser.model import Article, Briefing, Checks, Point, Quote, Span, Speaker

TEXT = "We will not wait.\n\nNot a day. Not an hour, I say.\n\nNever again."
ARTICLE = Article(TEXT, site="The Paper", published=date(2026, 2, 1))
ANN = Speaker("Ann Lee", "mayor")


def quote(*slices: str, speaker: Speaker | None = ANN, credited: bool = True) -> Quote:
    starts = [TEXT.index(words) for words in slices]
    spans = tuple(Span(start, start + len(words)) for start, words in zip(starts, slices, strict=True))
    return Quote(ARTICLE, spans, "direct", speaker, credited=credited)


def briefing(*quotes: Quote, article: Article = ARTICLE) -> Briefing:
    points = (Point("The town will repair its sea wall now.", (Span(0, 4),)), Point("It costs £2m.", (Span(0, 4),)))
    return Briefing(article, "Town repairs sea wall", points, quotes, Checks(len(points), len(quotes)))


def test_a_briefing_reads_like_this() -> None:
    post = briefing(
        quote("We will not wait."), quote("Never again.", speaker=Speaker("Bo Ek", "baker")), quote("Not a day.")
    )
    assert plain(post, 40) == (
        "Town repairs sea wall\n"
        "The Paper · 1 Feb 2026 · 1 min read\n"
        "\n"
        "• The town will repair its sea wall now.\n"
        "• It costs £2m.\n"
        "\n"
        "“We will not wait.”\n"
        "— Ann Lee, mayor\n"
        "\n"
        "“Never again.”\n"
        "— Bo Ek, baker\n"
        "\n"
        "“Not a day.”\n"
        "— Ann Lee\n"
        "\n"
        "2 points and 3 quotes checked against\n"
        "the article · embedded summariser"
    )


def test_a_translation_stands_below_its_quotation_and_is_marked_as_one() -> None:
    one = quote("We will not wait.")
    post = replace(briefing(one, one), language="de", translations=("Wir warten nicht.", ""))
    said = plain(post, 60).splitlines()
    assert said[said.index("— Ann Lee, mayor") + 1] == "In German, by a machine: Wir warten nicht."
    assert "\n".join(said).count("by a machine") == 1


def test_without_quotes_the_briefing_says_so() -> None:
    assert plain(briefing(), 100).endswith(
        "2 points checked against the article, no key quotes in it · embedded summariser"
    )


def test_a_long_point_is_wrapped_under_its_own_words() -> None:
    assert plain(briefing(), 20).splitlines()[5:7] == ["• The town will", "  repair its sea"]


def test_what_is_not_known_is_left_out() -> None:
    assert plain(briefing(article=Article("Some words.")), 80).splitlines()[1] == "1 min read"


def test_a_link_is_shown_where_there_is_one() -> None:
    assert "https://example.org/a" in plain(briefing(article=Article("Some words.", url="https://example.org/a")), 80)


def test_links_stand_below_their_titles() -> None:
    post = Linked((("They go", "https://paper.example/a"), ("", "https://paper.example/b")))
    assert plain(post, 40) == "They go\nhttps://paper.example/a\nhttps://paper.example/b"


def test_a_name_that_is_not_sure_is_not_printed() -> None:
    shown = plain(Quoted(ARTICLE, (quote("We will not wait.", credited=False),)), 80)
    assert shown.splitlines() == ["“We will not wait.”", "", "1 quotation in the article"]


def test_paragraphs_open_each_and_close_once() -> None:
    shown = plain(Quoted(ARTICLE, (quote("We will not wait.", "Not a day."),)), 80)
    assert shown.splitlines()[:2] == ["“We will not wait.", "“Not a day.”"]


def test_two_slices_of_a_paragraph_show_what_was_left_out() -> None:
    shown = plain(Quoted(ARTICLE, (quote("Not a day.", "I say."),)), 80)
    assert shown.splitlines()[0] == "“Not a day. … I say.”"


def test_a_comma_that_leads_to_the_reporters_words_is_not_shown() -> None:
    assert plain(Quoted(ARTICLE, (quote("Not an hour,"),)), 80).splitlines()[0] == "“Not an hour”"


def test_no_quotation_is_said() -> None:
    assert plain(Quoted(ARTICLE, ()), 80) == "No quotation in the article"


def test_a_terminal_escape_in_the_article_is_inert() -> None:
    """Neither colours, nor a new window title, nor reversed writing come out of an article."""
    assert inert("a\x1b[31mred\x07 \u202eback\u2069 \x9b2J\ud800") == "a\ufffd[31mred\ufffd back \ufffd2J\ufffd"
    assert inert("one\r\ntwo\tthree\u2028four") == "one  two three four"


def test_a_no_break_space_breaks_no_line() -> None:
    post = Briefing(ARTICLE, "It costs 150\u00a0million now", (), (), Checks(0, 0))
    assert plain(post, 14).splitlines()[:3] == ["It costs", "150\u00a0million", "now"]


@pytest.mark.parametrize("text", ["港口将关闭一个月" * 6, "x" * 90, "e\u0301" * 70, "שלום עולם " * 9])
def test_wide_long_and_combined_letters_fit(text: str) -> None:
    post = Briefing(Article(text), text, (Point(text, ()),), (), Checks(1, 0))
    for width in (8, 21, 80):
        assert all(cell_len(line.text) <= width for line in lines(post, width))


@given(st.text(st.characters()), st.integers(min_value=-1, max_value=200))
def test_any_text_fits_any_width_and_keeps_its_letters(text: str, width: int) -> None:
    post = Briefing(Article(text), text, (Point(text, ()),), (), Checks(1, 0))
    shown = lines(post, width)
    assert all(cell_len(line.text) <= max(width, NARROWEST) for line in shown)
    headline = "".join(line.text for line in shown if line.part == "headline")
    assert headline.replace(" ", "") == inert(text).replace(" ", "")
