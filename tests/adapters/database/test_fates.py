"""What became of an article is found again by its link, however that was shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.database.claims import Look, claim
from adapters.database.deliveries import begin_posting, finish, give_up, order
from adapters.database.fates import brought, ended
from adapters.database.fingerprint import fingerprint
from adapters.database.followed import polled
from adapters.database.subscriptions import keep
from bot.model import Ended, Ending, Fate, Headline, Headlines
from tests.adapters.database.samples import NOON
from tests.adapters.database.test_deliveries import SUBSCRIPTION

if TYPE_CHECKING:
    from adapters.database.opening import Database
    from bot.model import Step

LINK = "https://paper.example/wall"
WALL = Headline("The wall", "a" * 64, link=LINK)


def test_what_became_of_it_is_known_by_how_its_delivery_ended(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    order(db, kept.ident, NOON, NOON)
    (delivery,) = claim(db, Look("slack", 1), NOON)
    begin_posting(db, delivery, ["a" * 64], NOON, [Fate(WALL, "told"), Fate(WALL, "told")])
    assert ended(db, kept.ident, LINK) == Ended(Fate(WALL, "told"), NOON, "posting")
    finish(db, delivery, ["a" * 64], "1.1", NOON)
    assert ended(db, kept.ident, LINK) == Ended(Fate(WALL, "told"), NOON, "posted")
    assert ended(db, kept.ident + 1, LINK) is None


def test_the_last_time_counts(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    steps: tuple[Step, ...] = ("limit", "filtered")
    for number, step in enumerate(steps):
        at = NOON + timedelta(hours=number)
        order(db, kept.ident, at, at)
        (delivery,) = claim(db, Look("slack", 1), at)
        give_up(db, delivery, Ending("empty", "nothing new", (Fate(WALL, step, "7"),)), at)
    found = ended(db, kept.ident, LINK)
    assert found
    assert (found.fate.step, found.slot, found.state) == ("filtered", NOON + timedelta(hours=1), "empty")


@pytest.mark.parametrize(
    "shared",
    [
        "http://www.paper.example/wall/",
        "https://paper.example/wall?utm_source=mail#top",
        "HTTPS://PAPER.example/wall",
    ],
)
def test_a_link_is_known_however_it_was_shared(db: Database, shared: str) -> None:
    kept = keep(db, SUBSCRIPTION)
    order(db, kept.ident, NOON, NOON)
    (delivery,) = claim(db, Look("slack", 1), NOON)
    begin_posting(db, delivery, [], NOON, [Fate(WALL, "limit", "7")])
    found = ended(db, kept.ident, shared)
    assert found
    assert found.fate == Fate(replace(WALL, link=shared), "limit", "7")


def test_what_a_feed_brought_and_no_digest_has_looked_at_is_known_too(db: Database) -> None:
    feed = SUBSCRIPTION.sources[0]
    keep(db, SUBSCRIPTION)
    polled(db, feed, Headlines("Paper", None, feed, "en", (replace(WALL, ident=fingerprint(LINK)),)), NOON)
    assert brought(db, [feed], f"{LINK}?utm_source=mail") == NOON
    assert brought(db, ["https://radio.example/feed"], LINK) is None
    assert brought(db, [feed], "https://paper.example/%") is None
