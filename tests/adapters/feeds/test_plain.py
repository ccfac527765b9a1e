"""Markup as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.feeds.items import as_markup
from adapters.feeds.plain import line, prose


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("<b>Live</b>: ferries", "Live: ferries"),
        ("Berg &amp;amp; Sons", "Berg & Sons"),
        ("one<br/>two", "one two"),
        ("2 < 3 & 4 > 3", "2 < 3 & 4 > 3"),
        ("a List<String> of ferries", "a List<String> of ferries"),
        ("  one \n\t two\x00 \x93three\x94 ", "one two “three”"),
        ('<img alt="a > b">wall', "wall"),
    ],
)
def test_a_title_is_one_line_without_markup(markup: str, plain: str) -> None:
    assert line(markup) == plain


def test_paragraphs_stay_apart_and_what_a_page_hides_is_left_out() -> None:
    page = "<p>One\nline.</p><script>x('<p>')</script><style>p{}</style><p>Two<br>lines &amp; more.</p><!-- no -->"
    assert prose(page) == "One line.\n\nTwo\nlines & more."


def test_text_that_was_escaped_once_too_often_is_read_as_markup() -> None:
    assert prose("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;") == "One\n\nTwo"


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="&")))
def test_plain_text_made_markup_flattens_to_itself(text: str) -> None:
    assert prose(as_markup(text)) == text


@given(st.text())
def test_no_title_has_a_control_or_a_line_end(text: str) -> None:
    assert not set(line(text)) & set("\x00\x08\x1b\n\r\t\x9b")
