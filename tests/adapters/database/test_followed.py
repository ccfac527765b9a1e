"""A feed is polled once for all who follow it; what it brought is told to each of them once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.database.claims import Look, claim
from adapters.database.deliveries import begin_posting, finish, order
from adapters.database.followed import (
    BETWEEN_POLLS,
    FRESH,
    LONGEST_BETWEEN,
    failed,
    follow,
    hand_back,
    polled,
    take_due,
    told,
    unread,
    untold,
)
from adapters.database.subscriptions import keep
from bot.model import Headline, Headlines
from tests.adapters.database.samples import NOON
from tests.adapters.database.test_deliveries import SUBSCRIPTION

if TYPE_CHECKING:
    from adapters.database.opening import Database

FEED = "https://paper.example/feed"


def feed(*titles: str, **more: object) -> Headlines:
    every = tuple(Headline(title, f"id {title}", link=f"https://paper.example/{title}", **more) for title in titles)  # type: ignore[arg-type]  # what a test gives
    return Headlines("The Paper", None, FEED, "en", every)


def test_a_feed_is_polled_once_for_all(db: Database) -> None:
    follow(db, [FEED], NOON)
    follow(db, [FEED, "https://radio.example/feed"], NOON)
    assert sorted(take_due(db, NOON, 10)) == [FEED, "https://radio.example/feed"]
    assert take_due(db, NOON, 10) == (), "somebody has them"


def test_one_that_was_taken_and_handed_back_is_anybodys_at_once(db: Database) -> None:
    other = "https://radio.example/feed"
    follow(db, [FEED, other], NOON)
    take_due(db, NOON, 10)
    hand_back(db, [FEED], NOON)
    assert take_due(db, NOON, 10) == (FEED,)
    assert unread(db, [FEED, other]) == ()


def test_it_is_polled_again_when_it_is_time(db: Database) -> None:
    follow(db, [FEED], NOON)
    take_due(db, NOON, 10)
    assert polled(db, FEED, feed("a", "b"), NOON) == 2
    assert polled(db, FEED, feed("b", "c"), NOON) == 1
    assert take_due(db, NOON + BETWEEN_POLLS - timedelta(seconds=1), 10) == ()
    assert take_due(db, NOON + BETWEEN_POLLS, 10) == (FEED,)


def test_one_that_fails_is_named_and_waited_for_longer_each_time(db: Database) -> None:
    follow(db, [FEED], NOON)
    pauses = list[timedelta]()
    now = NOON
    for _ in range(8):
        failed(db, FEED, "paper.example took too long", now)
        pause = BETWEEN_POLLS
        while not take_due(db, now + pause, 10):
            pause += BETWEEN_POLLS
        pauses.append(pause)
        now += pause
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_BETWEEN
    assert unread(db, [FEED]) == ((FEED, "paper.example took too long"),)
    polled(db, FEED, feed(), now)
    assert unread(db, [FEED]) == ()


def test_what_is_told_is_no_longer_untold_for_that_one_alone(db: Database) -> None:
    one, other = keep(db, SUBSCRIPTION), keep(db, SUBSCRIPTION)
    follow(db, [FEED], NOON)
    polled(db, FEED, feed("a", "b"), NOON)
    first, second = untold(db, one.ident, [FEED], NOON)
    order(db, one.ident, NOON, NOON)
    (delivery,) = claim(db, Look("slack", 1), NOON)
    begin_posting(db, delivery, [first.ident], NOON)
    finish(db, delivery, [first.ident], "1.1", NOON)
    assert untold(db, one.ident, [FEED], NOON) == (second,)
    assert told(db, one.ident, [FEED], NOON) == (first,)
    assert len(untold(db, other.ident, [FEED], NOON)) == 2


def test_old_news_is_not_told(db: Database) -> None:
    one = keep(db, SUBSCRIPTION)
    follow(db, [FEED], NOON)
    polled(db, FEED, feed("old", published=NOON - FRESH - timedelta(hours=1)), NOON)
    polled(db, FEED, feed("new", published=NOON), NOON)
    assert [each.title for each in untold(db, one.ident, [FEED], NOON)] == ["new"]
    assert untold(db, one.ident, [FEED], NOON + FRESH + timedelta(hours=1)) == ()


def test_feeds_nobody_asked_for_are_not_mixed_in(db: Database) -> None:
    one = keep(db, SUBSCRIPTION)
    follow(db, [FEED], NOON)
    polled(db, FEED, feed("a"), NOON)
    assert untold(db, one.ident, ["https://radio.example/feed"], NOON) == ()
