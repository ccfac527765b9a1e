"""Articles with marks in them, and Discord's markdown taken apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from adapters.discord.rendering.escaping import bold, bullets, escaped, heading, linked, note, quotation
from adapters.playground.board import MOST_BOARDS, MOST_ENTRIES, Boards
from adapters.playground.markdown import Line, Piece, lines
from adapters.playground.marking import Run, runs, spans_in, written
from bot.model import Notice
from summariser.model import Span

some_spans = some.lists(some.tuples(some.integers(0, 60), some.integers(0, 60)).map(lambda two: Span(*sorted(two))))
some_words = some.text(some.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


def test_a_stretch_that_is_marked_and_named_is_both() -> None:
    assert runs("ab cd", [Span(0, 2)], [Span(1, 4)]) == [
        [Run("a", marked=True), Run("b", marked=True, named=True), Run(" c", named=True), Run("d")]
    ]


def test_a_mark_that_runs_over_paragraphs_is_in_each() -> None:
    assert runs("one\n\ntwo", [Span(1, 7)], []) == [
        [Run("o"), Run("ne", marked=True)],
        [Run("tw", marked=True), Run("o")],
    ]


@given(text=some.text(max_size=60), marked=some_spans, named=some_spans)
def test_no_letter_is_lost_or_marked_that_should_not_be(text: str, marked: list[Span], named: list[Span]) -> None:
    paragraphs = runs(text, marked, named)
    assert "".join(run.text for each in paragraphs for run in each) == text.replace("\n", "")
    covered = "".join(
        char for at, char in enumerate(text) if char != "\n" and any(span.covers(Span(at, at + 1)) for span in marked)
    )
    assert "".join(run.text for each in paragraphs for run in each if run.marked) == covered


@given(some_spans)
def test_spans_in_an_address_are_read_as_they_were_written(spans: list[Span]) -> None:
    assert spans_in(written(spans)) == tuple(spans[:100])


@given(some_words)
def test_whatever_we_send_to_discord_is_shown_as_it_was(word: str) -> None:
    made = {
        "heading": heading(word),
        "note": note(word),
        "quote": quotation(word),
        "item": bullets([word]),
        "text": escaped(word),
    }
    for kind, markdown in made.items():
        (line,) = lines(markdown)
        assert (line.kind, "".join(each.text for each in line.pieces)) == (kind, word)


def test_bold_and_links_are_known() -> None:
    assert lines(bold(f"1  {linked('A [b] c', 'https://example.org/(x)')}")) == (
        Line("text", (Piece("1  ", bold=True), Piece("A [b] c", bold=True, link="https://example.org/%28x%29"))),
    )


def test_a_conversation_and_their_number_stay_within_bounds() -> None:
    boards = Boards()
    first = boards.of("first")
    for _ in range(MOST_ENTRIES + 5):
        first.add("thread", Notice("x"))
    assert len(first.entries) == MOST_ENTRIES
    for number in range(MOST_BOARDS):
        boards.of(str(number))
    assert boards.of("first") is not first
