"""What is not needed any more goes, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.database import claims, deliveries
from adapters.database.archive import file_reading, history
from adapters.database.errands import accept, finish, is_done
from adapters.database.exchanges import note_exchange
from adapters.database.fetches import Kept, checked, keep, kept
from adapters.database.followed import follow, polled
from adapters.database.models import answer, spend
from adapters.database.repeats import note_lines
from adapters.database.retention import REMEMBERED, Purged, purge
from adapters.database.subscriptions import keep as keep_subscription
from adapters.database.threads import judge, remember
from bot.errands import Errand
from bot.metering import Spent
from bot.model import Channel, Fate, Headline, Thread, Told, Verdict
from summariser.model import Article, Exchange
from summariser.ports import Reply
from tests.adapters.database.samples import NOON
from tests.adapters.database.test_deliveries import SUBSCRIPTION
from tests.adapters.database.test_followed import FEED, feed

if TYPE_CHECKING:
    from adapters.database.opening import Database

DAY = timedelta(days=1)


def page(url: str) -> Kept:
    return Kept(url, url, None, None, None, b"", NOON)


def test_what_was_last_used_before_the_day_goes_and_the_rest_stays(db: Database) -> None:
    keep(db, page("https://old.example"))
    keep(db, page("https://checked.example"))
    checked(db, "https://checked.example", NOON + DAY)
    for link, at in (("old", NOON), ("again", NOON), ("again", NOON + DAY)):
        file_reading(db, Article("The harbour will close."), link=link, body_sha256=None, at=at)
    note_lines(db, "old.example", "0" * 64, ["The harbour will close."], NOON)
    note_lines(db, "new.example", "0" * 64, ["The harbour will close."], NOON + DAY)

    for at, thread in ((NOON, "1.0"), (NOON + DAY, "2.0")):
        where = Thread(Channel("slack", "T1", "C1"), thread)
        remember(db, Told(where, "Headline", None, at - REMEMBERED), Article("Any."), "U1")
        note_exchange(db, where, Exchange("Why?"), at)
        answer(db, thread, Reply({}), at)
        judge(db, Verdict(where, "0" * 64, "U1", good=True), at)
        for key in ("done", "open"):
            accept(db, Errand(f"{key} {thread}", "slack", {}), at)
        finish(db, f"done {thread}", at)

    subscription = keep_subscription(db, replace(SUBSCRIPTION, sources=(FEED,)))
    follow(db, [FEED, f"{FEED}/nobody"], NOON)
    polled(db, f"{FEED}/nobody", feed("nobody"), NOON + DAY)
    for day in (NOON - REMEMBERED, NOON - REMEMBERED + DAY):
        spend(db, Spent("slack:T1", day.date(), "m", 1, 10, 10))
    for at, title in ((NOON, "old"), (NOON + DAY, "new")):
        polled(db, FEED, feed(title), at)
        deliveries.order(db, subscription.ident, at, at)
        (delivery,) = claims.claim(db, claims.Look("slack", 1), at)
        deliveries.begin_posting(db, delivery, [title], at, [Fate(Headline(title, title), "told")])
        deliveries.finish(db, delivery, [title], "1.1", at)
    deliveries.order(db, subscription.ident, NOON - DAY, NOON - DAY)

    assert purge(db, NOON + DAY) == Purged(*[1] * 14)
    assert purge(db, NOON + DAY) == Purged(*[0] * 14)
    assert claims.claim(db, claims.Look("slack", 1), NOON + 2 * DAY), "what is not delivered yet stays"
    assert is_done(db, "open 1.0") is False
    assert [bool(kept(db, url)) for url in ("https://old.example", "https://checked.example")] == [False, True]
    assert [len(history(db, link)) for link in ("old", "again")] == [0, 1]
