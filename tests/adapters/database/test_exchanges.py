"""What was asked in a thread is remembered with what was shown for it, each thread for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.database.archive import file_reading
from adapters.database.exchanges import LONGEST_QUESTION, latest_exchanges, note_exchange
from adapters.database.retention import purge
from bot.model import Channel, Thread
from summariser.model import Article, Exchange, Passage, Span, Speaker
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from adapters.database.opening import Database

HERE = Thread(Channel("slack", "T1", "C1"), "1700000000.000100")
QUAY = Article("The quay of Pendrow is shut. It will open in May.", url="https://paper.example/quay")
FERRY = Article("The ferry of Northwick sank.", url="https://paper.example/ferry")
SHUT, OPEN = Passage(QUAY, Span(0, 28)), Passage(QUAY, Span(29, 49))
SANK = Passage(FERRY, Span(0, 28))


def filed(db: Database, *articles: Article) -> None:
    for article in articles:
        file_reading(db, article, link=article.url or "pasted", body_sha256=None, at=NOON)


def questions(db: Database, thread: Thread = HERE, most: int = 9) -> list[str]:
    return [each.question for each in latest_exchanges(db, thread, most)]


def test_a_thread_where_nothing_was_asked_has_none(db: Database) -> None:
    assert latest_exchanges(db, HERE, 3) == ()


def test_what_was_asked_comes_back_with_what_was_shown_in_its_order(db: Database) -> None:
    filed(db, QUAY, FERRY)
    exchange = Exchange("When will it open?", (OPEN, SANK, SHUT))
    note_exchange(db, HERE, exchange, NOON)
    assert latest_exchanges(db, HERE, 1) == (exchange,)


def test_the_latest_is_the_last(db: Database) -> None:
    for number in range(3):
        note_exchange(db, HERE, Exchange(f"No. {number}?"), NOON + timedelta(minutes=number))
    assert questions(db) == ["No. 0?", "No. 1?", "No. 2?"]


def test_of_two_at_one_moment_the_one_that_was_noted_last_is_the_last(db: Database) -> None:
    for question in ("First?", "Second?"):
        note_exchange(db, HERE, Exchange(question), NOON)
    assert questions(db) == ["First?", "Second?"]


@pytest.mark.parametrize(("most", "left"), [(0, ""), (1, "3"), (2, "23"), (9, "0123")])
def test_no_more_than_were_asked_for_and_those_the_latest(db: Database, most: int, left: str) -> None:
    for number in range(4):
        note_exchange(db, HERE, Exchange(str(number)), NOON)
    assert "".join(questions(db, most=most)) == left


def test_no_other_thread_channel_workspace_or_platform_shares_it(db: Database) -> None:
    note_exchange(db, HERE, Exchange("Why?"), NOON)
    others = [
        replace(HERE, ident="1700000000.000200"),
        *(replace(HERE, channel=replace(HERE.channel, **{name: "X"})) for name in ("platform", "workspace", "ident")),
    ]
    assert [questions(db, other) for other in others] == [[]] * 4
    assert questions(db) == ["Why?"]


def test_passages_of_an_article_that_is_no_longer_kept_are_left_out(db: Database) -> None:
    """The question stays, and so do the passages of the others."""
    filed(db, FERRY)
    note_exchange(db, HERE, Exchange("What happened?", (SHUT, SANK, OPEN)), NOON)
    assert latest_exchanges(db, HERE, 1) == (Exchange("What happened?", (SANK,)),)


def test_passages_go_with_the_article_that_is_purged(db: Database) -> None:
    filed(db, QUAY)
    note_exchange(db, HERE, Exchange("When?", (OPEN,)), NOON + timedelta(days=2))
    purge(db, NOON + timedelta(days=1))
    assert latest_exchanges(db, HERE, 1) == (Exchange("When?"),)


def test_who_said_it_is_read_from_the_article_again(db: Database) -> None:
    """Of a passage only its place is kept."""
    filed(db, QUAY)
    note_exchange(db, HERE, Exchange("When?", (replace(OPEN, speaker=Speaker("Ruth Ellacott"), quoted=True),)), NOON)
    assert latest_exchanges(db, HERE, 1)[0].passages == (OPEN,)


def test_a_question_is_kept_as_far_as_it_is_read(db: Database) -> None:
    note_exchange(db, HERE, Exchange("Why? " * LONGEST_QUESTION), NOON)
    assert questions(db) == [("Why? " * LONGEST_QUESTION)[:LONGEST_QUESTION]]


@pytest.mark.parametrize("question", ["", "\x00\\u0000", "\ud800", "'; DROP TABLE exchanges; --", "港は？ 𝕊", "%s :x"])
def test_any_question_comes_back_as_it_was_typed(db: Database, question: str) -> None:
    note_exchange(db, HERE, Exchange(question), NOON)
    assert questions(db) == [question]
