"""What somebody wants forgotten is gone, and what is others' stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select

from adapters.database import deliveries
from adapters.database.archive import file_reading, filed
from adapters.database.channels import language_of, speak
from adapters.database.exchanges import latest_exchanges, note_exchange
from adapters.database.fetches import Kept, keep, kept
from adapters.database.followed import follow, polled, take_due
from adapters.database.forgetting import forget
from adapters.database.models import answer, answered, spend, spent
from adapters.database.repeats import note_lines
from adapters.database.subscriptions import every
from adapters.database.subscriptions import keep as keep_subscription
from adapters.database.tables import headlines, metadata, threads
from adapters.database.threads import judge, remember, told_in
from bot.metering import Spent
from bot.model import Channel, Headline, Headlines, Held, Scope, Thread, Told, Verdict
from summariser.model import Article, Exchange
from summariser.ports import Reply
from tests.adapters.database.samples import NOON
from tests.adapters.database.test_deliveries import SUBSCRIPTION

if TYPE_CHECKING:
    from adapters.database.opening import Database

HARBOUR = Article("The harbour will close.", url="https://paper.example/harbour")
CUP = Article("The cup was won.", url="https://paper.example/cup")
ANNA, BEN = "U1", "U2"


def thread(ident: str, workspace: str = "T1") -> Thread:
    return Thread(Channel("slack", workspace, "C1"), ident)


def brief(db: Database, where: Thread, article: Article, person: str = ANNA) -> None:
    """Somebody had an article briefed, asked about it and liked it."""
    url = article.url or ""
    keep(db, Kept(url, url, None, None, None, b"<p>", NOON))
    file_reading(db, article, link=url, body_sha256=None, at=NOON)
    note_lines(db, "paper.example", "0" * 64, [article.text], NOON)
    remember(db, Told(where, "Headline", url, NOON), article, person)
    note_exchange(db, where, Exchange("Why?"), NOON)
    judge(db, Verdict(where, article.fingerprint, person, good=True), NOON)


def subscribe(db: Database, workspace: str, manager: str, feed: str) -> None:
    follow(db, [feed], NOON)
    one = replace(SUBSCRIPTION, channel=thread("", workspace).channel, manager=manager, sources=(feed,))
    deliveries.order(db, keep_subscription(db, one).ident, NOON, NOON)


def test_a_thread_is_forgotten_with_what_was_asked_in_it_and_the_text_nobody_else_asked_about(db: Database) -> None:
    brief(db, thread("1"), HARBOUR)
    brief(db, thread("2"), CUP)
    assert forget(db, Scope("slack", "T1", thread=thread("1")), really=True) == Held(1, 1, 1, 1, 0)
    assert (told_in(db, thread("1")), latest_exchanges(db, thread("1"), 9)) == ((), ())
    assert filed(db, HARBOUR.fingerprint) is None
    assert kept(db, HARBOUR.url or "") is None, "the page it was read from"
    assert told_in(db, thread("2"))
    assert latest_exchanges(db, thread("2"), 9)
    assert filed(db, CUP.fingerprint) == CUP


def test_a_text_that_another_workspace_asked_about_stays_for_it(db: Database) -> None:
    brief(db, thread("1"), HARBOUR)
    brief(db, thread("1", "T2"), HARBOUR)
    assert forget(db, Scope("slack", "T1", link=HARBOUR.url or ""), really=True) == Held(1, 1, 1, 0, 0)
    assert told_in(db, thread("1")) == ()
    assert told_in(db, thread("1", "T2"))
    assert filed(db, HARBOUR.fingerprint) == HARBOUR


def test_an_article_that_was_read_and_never_posted_is_forgotten_too(db: Database) -> None:
    file_reading(db, HARBOUR, link="https://short.example/h", body_sha256=None, at=NOON)
    assert forget(db, Scope("slack", "T1", link="https://short.example/h"), really=True) == Held(articles=1)
    assert filed(db, HARBOUR.fingerprint) is None


def test_what_a_feed_said_of_a_forgotten_article_goes_with_it(db: Database) -> None:
    subscribe(db, "T1", ANNA, "https://paper.example/feed")
    news = Headline("Harbour", "1", link=HARBOUR.url, summary="It will close.", text=HARBOUR.text)
    polled(db, "https://paper.example/feed", Headlines("Paper", None, None, None, (news,)), NOON)
    file_reading(db, HARBOUR, link=HARBOUR.url or "", body_sha256=None, at=NOON)
    forget(db, Scope("slack", "T1", link=HARBOUR.url or ""), really=True)
    with db.reading() as connection:
        assert connection.execute(select(headlines.c.text, headlines.c.summary)).all() == [(None, "")]


def test_a_person_has_only_their_own_forgotten(db: Database) -> None:
    brief(db, thread("1"), HARBOUR, ANNA)
    brief(db, thread("2"), CUP, BEN)
    judge(db, Verdict(thread("2"), CUP.fingerprint, ANNA, good=False), NOON)
    subscribe(db, "T1", ANNA, "https://paper.example/hers")
    subscribe(db, "T1", BEN, "https://paper.example/his")
    assert forget(db, Scope("slack", "T1", ANNA), really=True) == Held(1, 1, 2, 1, 1)
    assert told_in(db, thread("2"))
    assert [one.manager for one in every(db)] == [BEN]
    assert take_due(db, NOON, 9) == ("https://paper.example/his",), "a feed that nobody follows is not polled"
    assert forget(db, Scope("slack", "T1", ANNA, thread=thread("2")), really=True) == Held()
    assert told_in(db, thread("2"))


def test_a_workspace_is_forgotten_and_the_next_one_keeps_everything(db: Database) -> None:
    for workspace in ("T1", "T2"):
        brief(db, thread("1", workspace), replace(HARBOUR, text=f"{HARBOUR.text} {workspace}"))
        subscribe(db, workspace, ANNA, f"https://paper.example/{workspace}")
        spend(db, Spent(f"slack:{workspace}", date(2026, 11, 2), "m", 1, 10, 10))
        speak(db, Channel("slack", workspace, "C1"), "de")
    assert forget(db, Scope("slack", "T1"), really=True) == Held(1, 1, 1, 1, 1)
    assert told_in(db, thread("1")) == ()
    assert told_in(db, thread("1", "T2"))
    assert [one.channel.workspace for one in every(db)] == ["T2"]
    assert spent(db, "slack:T1", date(2026, 11, 2)) == ()
    assert spent(db, "slack:T2", date(2026, 11, 2)) != ()
    assert [language_of(db, Channel("slack", each, "C1")) for each in ("T1", "T2")] == [None, "de"]
    assert forget(db, Scope("slack", "T2"), really=True) == Held(1, 1, 1, 1, 1)
    with db.reading() as connection:
        left = {
            each.name for each in metadata.sorted_tables if connection.scalar(select(func.count()).select_from(each))
        }
    assert left <= {"sheets"}, "hashes of lines, by which no word can be found"


def test_answers_about_a_text_that_is_gone_are_gone(db: Database) -> None:
    brief(db, thread("1"), HARBOUR)
    answer(db, "key", Reply({"headline": "Harbour to close"}), NOON)
    forget(db, Scope("slack", "T1", thread=thread("9")), really=True)
    assert answered(db, "key")
    forget(db, Scope("slack", "T1", thread=thread("1")), really=True)
    assert answered(db, "key") is None


@pytest.mark.parametrize("scope", [Scope("slack", "T1"), Scope("slack", "T1", ANNA)])
def test_to_be_told_how_much_it_would_be_changes_nothing(db: Database, scope: Scope) -> None:
    brief(db, thread("1"), HARBOUR)
    subscribe(db, "T1", ANNA, "https://paper.example/feed")
    assert forget(db, scope, really=False) == forget(db, scope, really=False) == Held(1, 1, 1, 1, 1)
    assert told_in(db, thread("1"))
    assert filed(db, HARBOUR.fingerprint) == HARBOUR


def test_more_texts_than_a_statement_takes_are_forgotten_at_once(db: Database) -> None:
    """PostgreSQL takes 65,535 parameters."""
    number = 66_000
    where = {"platform": "slack", "workspace": "T1", "channel": "C1", "headline": "", "person": ANNA, "at": NOON}
    with db.writing() as connection:
        rows = [where | {"thread": str(each), "text_sha256": f"{each:064}"} for each in range(number)]
        connection.execute(insert(threads), rows)
    assert forget(db, Scope("slack", "T1"), really=True) == Held(threads=number)
