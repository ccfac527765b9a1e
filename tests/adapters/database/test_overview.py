"""What is on record is given a page at a time, alike by SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.database.deliveries import order
from adapters.database.followed import failed, follow
from adapters.database.models import spend
from adapters.database.overview import ROWS, costs, digests, slots, sources
from adapters.database.subscriptions import keep
from bot.metering import Spent
from tests.adapters.database.samples import NOON
from tests.adapters.database.test_deliveries import HOUR, SUBSCRIPTION

if TYPE_CHECKING:
    from adapters.database.opening import Database


def test_a_digest_is_given_once_with_its_last_slot(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    other = keep(db, replace(SUBSCRIPTION, paused=True))
    for hours in (2, 1):
        order(db, kept.ident, NOON + hours * HOUR, NOON)
    page = digests(db, 1)
    assert [(each.subscription, each.last, each.state) for each in page.rows] == [
        (kept, NOON + 2 * HOUR, "ready"),
        (other, None, None),
    ]
    assert page.rows[1].due is None


def test_deliveries_are_given_newest_first_and_know_whether_one_came_after(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    for hours in range(ROWS + 1):
        order(db, kept.ident, NOON + hours * HOUR, NOON)
    first, second = slots(db, 1), slots(db, 2, "ready")
    assert [each.slot for each in first.rows] == [NOON + hours * HOUR for hours in range(ROWS, 0, -1)]
    assert [each.latest for each in first.rows] == [True] + [False] * (ROWS - 1)
    assert (first.more, second.more, [each.slot for each in second.rows]) == (True, False, [NOON])
    assert slots(db, 1, "failed").rows == ()


def test_sources_and_costs_are_given_worst_and_latest_first(db: Database) -> None:
    follow(db, ["https://a.example/feed", "https://b.example/feed"], NOON)
    failed(db, "https://b.example/feed", "It is gone.", NOON)
    assert [(each.url, each.failures, each.reason) for each in sources(db, 1).rows] == [
        ("https://b.example/feed", 1, "It is gone."),
        ("https://a.example/feed", 0, ""),
    ]
    days = [Spent("slack:T1", NOON.date() - timedelta(ago), "small", 1, 2, 3) for ago in (1, 0)]
    for each in days:
        spend(db, each)
    assert costs(db, 1).rows == tuple(reversed(days))
