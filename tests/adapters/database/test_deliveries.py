"""The ledger: each slot is one row, one process has it at a time, and what it says is true of what was posted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from adapters.database.claims import MARGIN, TIMES, Look, claim, offer, take_unreported
from adapters.database.deliveries import (
    GRACE,
    begin_posting,
    finish,
    give_up,
    last_of,
    order,
    plan,
    release,
    replay,
    reported,
    try_again,
)
from adapters.database.opening import open_database
from adapters.database.subscriptions import find, keep, of_workspace, remove
from adapters.database.tables import deliveries, told_headlines
from adapters.slack.client import TIMEOUT_SECONDS
from bot.model import Channel, Delivery, Ending, Subscription
from bot.schedule import EVERY_DAY, Schedule
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.database.opening import Database

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
SUBSCRIPTION = Subscription(
    Channel("slack", "T1", "C1"),
    "Morning \x00",
    Schedule((time(13, 0),), EVERY_DAY, "UTC"),
    ("https://paper.example/feed",),
    "U1",
    NOON,
    words='harbour OR "sea wall"',
)
TOLD = ("a" * 64, "b" * 64)


def states(db: Database) -> list[tuple[datetime, str]]:
    with db.reading() as connection:
        rows = connection.execute(select(deliveries).order_by(deliveries.c.slot)).all()
    return [(row.slot, row.state) for row in rows]


def claimed(db: Database, at: datetime = NOON + HOUR) -> Delivery:
    (one,) = claim(db, Look("slack", 10), at)
    return one


def test_what_is_kept_is_found_as_it_was(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    assert kept == replace(SUBSCRIPTION, ident=kept.ident)
    assert find(db, kept.ident) == kept
    changed = keep(db, replace(kept, paused=True, stories=3))
    assert of_workspace(db, "slack", "T1") == (changed,)
    assert of_workspace(db, "slack", "T2") == ()
    remove(db, kept.ident)
    assert find(db, kept.ident) is None


def test_each_slot_is_planned_once_by_however_many(url: str, db: Database) -> None:
    for number in range(30):
        keep(db, replace(SUBSCRIPTION, channel=Channel("slack", "T1", f"C{number}")))

    def planned(_: int) -> int:
        with open_database(url) as other:
            return plan(other, NOON + HOUR)

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(planned, range(4))) == 30
    assert plan(db, NOON + HOUR) == 0
    assert len(states(db)) == 30


def test_missed_slots_are_one_delivery_of_the_latest_within_the_grace(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    assert plan(db, NOON + 5 * DAY + 2 * HOUR) == 1
    assert [slot for slot, _ in states(db)] == [NOON.replace(hour=13, microsecond=0) + 5 * DAY]


def test_what_was_missed_longer_ago_than_the_grace_is_not_delivered_and_the_next_slot_is(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    assert plan(db, NOON + HOUR + GRACE + HOUR) == 0
    assert plan(db, NOON + DAY + HOUR) == 1


def test_what_is_paused_is_not_planned(db: Database) -> None:
    kept = keep(db, replace(SUBSCRIPTION, paused=True))
    assert plan(db, NOON + HOUR) == 0
    keep(db, replace(kept, paused=False, planned=NOON + HOUR))
    assert plan(db, NOON + HOUR) == 0
    assert plan(db, NOON + DAY + HOUR) == 1


def test_one_process_has_it_until_its_time_is_over(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    first = claimed(db)
    assert (first.tries, first.again) == (1, False)
    assert claim(db, Look("slack", 10), NOON + HOUR + TIMES.lease - timedelta(seconds=1)) == ()
    second = claimed(db, NOON + HOUR + TIMES.lease)
    assert (second.tries, second.fence > first.fence) == (2, True)


def test_of_many_who_claim_each_delivery_goes_to_one(url: str, db: Database) -> None:
    for number in range(20):
        keep(db, replace(SUBSCRIPTION, channel=Channel("slack", "T1", f"C{number}")))
    plan(db, NOON + HOUR)

    def taken(_: int) -> list[int]:
        with open_database(url) as other:
            return [each.ident for each in claim(other, Look("slack", 10), NOON + HOUR)]

    with ThreadPoolExecutor(4) as threads:
        every = [ident for some in threads.map(taken, range(4)) for ident in some]
    assert len(every) == len(set(every))


def test_of_a_channel_only_the_earliest_is_given_out_until_it_is_seen_to(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    other = keep(db, replace(SUBSCRIPTION, name="Another"))
    for number, one in enumerate((kept, other, kept)):
        order(db, one.ident, NOON + timedelta(minutes=number), NOON)
    for number in range(3):
        first = claimed(db, NOON)
        assert first.slot == NOON + timedelta(minutes=number)
        assert claim(db, Look("slack", 10), NOON) == ()
        give_up(db, first, Ending("empty", "nothing new"), NOON)
    assert claim(db, Look("slack", 10), NOON) == ()


def test_platforms_have_their_own(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    assert claim(db, Look("discord", 10), NOON + HOUR) == ()


def test_posted_and_told_are_noted_together(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    one = claimed(db)
    assert begin_posting(db, one, TOLD, NOON + HOUR)
    assert finish(db, one, TOLD, "1.1", NOON + HOUR)
    assert [state for _, state in states(db)] == ["posted"]
    with db.reading() as connection:
        assert {row.ident_sha256 for row in connection.execute(select(told_headlines))} == set(TOLD)
    assert last_of(db, one.subscription.ident) == (one.slot, "posted", None)


def test_what_was_being_posted_is_given_out_again_with_what_it_told(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    begin_posting(db, claimed(db), TOLD, NOON + HOUR)
    again = claimed(db, NOON + HOUR + TIMES.lease)
    assert (again.again, again.told) == (True, TOLD)


@pytest.mark.parametrize("note", ["begin", "finish", "give up", "try again"])
def test_a_process_that_slept_too_long_can_note_nothing(db: Database, note: str) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    asleep = claimed(db)
    awake = claimed(db, NOON + HOUR + TIMES.lease)
    now = NOON + HOUR + TIMES.lease
    notes: dict[str, Callable[[], object]] = {
        "begin": lambda: begin_posting(db, asleep, TOLD, now),
        "finish": lambda: finish(db, asleep, TOLD, "1.1", now),
        "give up": lambda: give_up(db, asleep, Ending("failed", "any"), now),
        "try again": lambda: try_again(db, asleep, "any", now, now),
    }
    assert not notes[note]()
    assert [state for _, state in states(db)] == ["claimed"]
    assert begin_posting(db, awake, TOLD, now)


def test_what_is_done_stays_done(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    one = claimed(db)
    begin_posting(db, one, TOLD, NOON + HOUR)
    finish(db, one, TOLD, "1.1", NOON + HOUR)
    assert give_up(db, one, Ending("failed", "any"), NOON + HOUR) is False
    assert replay(db, one.subscription.ident, NOON + HOUR) is None
    assert claim(db, Look("slack", 10), NOON + 2 * DAY) == ()


def test_silence_is_to_be_told_once_until_something_is_posted(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    told = list[tuple[int, int]]()
    for number in range(9):
        at = NOON + number * HOUR
        order(db, kept.ident, at, at)
        one = claimed(db, at)
        if number == 5:
            begin_posting(db, one, (), at)
            finish(db, one, (), "1.1", at)
        else:
            give_up(db, one, Ending("empty", "nothing new", patience=3), at)
        for failure in take_unreported(db, Look("slack", 10), at):
            told.append((number, failure.silent))
            reported(db, failure.ident, at)
    assert told == [(2, 3), (8, 3)]


def test_what_failed_is_to_be_told_until_it_was(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    order(db, kept.ident, NOON, NOON)
    give_up(db, claimed(db, NOON), Ending("failed", "Slack says no."), NOON)
    assert take_unreported(db, Look("discord", 10), NOON) == ()
    (failure,) = take_unreported(db, Look("slack", 10), NOON)
    assert (failure.slot, failure.state, failure.reason) == (NOON, "failed", "Slack says no.")
    assert take_unreported(db, Look("slack", 10), NOON + timedelta(minutes=1)) == (), "somebody is at it"
    (again,) = take_unreported(db, Look("slack", 10), NOON + HOUR)
    reported(db, again.ident, NOON + HOUR)
    assert take_unreported(db, Look("slack", 10), NOON + DAY) == ()


def test_what_was_sent_last_in_a_lease_is_out_of_the_way_of_whoever_takes_over() -> None:
    """They post at once: the last post of the one before, and all that its client waits for, must lie a pace back."""
    assert TIMES.lease * MARGIN > TIMES.spacing + timedelta(seconds=TIMEOUT_SECONDS)


def test_the_next_of_a_channel_waits_a_moment_after_the_last(db: Database) -> None:
    first, second = keep(db, SUBSCRIPTION), keep(db, replace(SUBSCRIPTION, name="Another"))
    order(db, first.ident, NOON, NOON)
    order(db, second.ident, NOON, NOON)
    one = claimed(db, NOON)
    begin_posting(db, one, TOLD, NOON)
    finish(db, one, TOLD, "1.1", NOON)
    assert claim(db, Look("slack", 10), NOON + TIMES.spacing / 2) == ()
    assert claimed(db, NOON + TIMES.spacing).subscription.ident == second.ident


def test_a_look_at_one_channel_sees_no_other(db: Database) -> None:
    here, there = SUBSCRIPTION.channel, Channel("slack", "T1", "C2")
    for channel in (here, there):
        order(db, keep(db, replace(SUBSCRIPTION, channel=channel)).ident, NOON, NOON)
    (one,) = claim(db, Look("slack", 10, there), NOON)
    assert one.subscription.channel == there


def test_a_channel_is_offered_once_and_again_when_nobody_took_it(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    order(db, kept.ident, NOON, NOON)
    assert offer(db, NOON, 10) == (SUBSCRIPTION.channel,)
    assert offer(db, NOON, 10) == ()
    assert offer(db, NOON + TIMES.offered_again, 10) == (SUBSCRIPTION.channel,)


def test_what_is_to_be_tried_again_is_offered_again_when_it_is_time(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    order(db, kept.ident, NOON, NOON)
    offer(db, NOON, 10)
    soon = NOON + TIMES.offered_again / 2
    try_again(db, claimed(db, NOON), "Slack is away", soon, NOON)
    assert offer(db, soon - timedelta(seconds=1), 10) == ()
    assert offer(db, soon, 10) == (SUBSCRIPTION.channel,)


def test_what_somebody_has_is_offered_when_their_time_is_over(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    order(db, kept.ident, NOON, NOON)
    offer(db, NOON, 10)
    claimed(db, NOON)
    assert offer(db, NOON + TIMES.lease - timedelta(seconds=1), 10) == ()
    assert offer(db, NOON + TIMES.lease, 10) == (SUBSCRIPTION.channel,)


def test_what_is_to_be_tried_again_waits_and_what_failed_can_be_replayed(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    one = claimed(db)
    assert try_again(db, one, "Slack is away", NOON + 2 * HOUR, NOON + HOUR)
    assert claim(db, Look("slack", 10), NOON + 2 * HOUR - timedelta(seconds=1)) == ()
    two = claimed(db, NOON + 2 * HOUR)
    assert two.tries == 2
    give_up(db, two, Ending("failed", "Slack is away"), NOON + 2 * HOUR)
    assert last_of(db, one.subscription.ident) == (one.slot, "failed", "Slack is away")
    assert replay(db, one.subscription.ident, NOON + 3 * HOUR) == one.slot
    assert claimed(db, NOON + 3 * HOUR).tries == 1


def test_what_is_released_is_given_out_at_once_from_where_it_stands(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    one = claimed(db)
    begin_posting(db, one, TOLD, NOON + HOUR)
    assert release(db, one, NOON + HOUR)
    again = claimed(db)
    assert (again.again, again.told) == (True, TOLD)
    assert not release(db, one, NOON + HOUR)


def test_what_failed_half_posted_is_replayed_from_there(db: Database) -> None:
    keep(db, SUBSCRIPTION)
    plan(db, NOON + HOUR)
    one = claimed(db)
    begin_posting(db, one, TOLD, NOON + HOUR)
    give_up(db, one, Ending("failed", "any"), NOON + HOUR)
    assert replay(db, one.subscription.ident, NOON + HOUR) == one.slot
    assert (claimed(db).again, claimed(db, NOON + 2 * HOUR).told) == (True, TOLD)


def test_a_moment_is_ordered_once(db: Database) -> None:
    kept = keep(db, SUBSCRIPTION)
    assert order(db, kept.ident, NOON, NOON)
    assert not order(db, kept.ident, NOON, NOON)
