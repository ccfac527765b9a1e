"""What was asked for is on record until it is done, and is one process's at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.database.errands import LEASE, accept, finish, hand_back, is_done, renew, take_left
from bot.errands import Errand
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from adapters.database.opening import Database

ERRAND = Errand("slack T1 trigger 1", "slack", {"kind": "brief", "text": "a\x00b \ud800"})


def test_the_same_errand_is_accepted_once(db: Database) -> None:
    assert accept(db, ERRAND, NOON)
    assert not accept(db, ERRAND, NOON + timedelta(minutes=5))


def test_what_is_done_is_still_known_but_its_details_are_gone(db: Database) -> None:
    accept(db, ERRAND, NOON)
    finish(db, ERRAND.key, NOON)
    assert is_done(db, ERRAND.key)
    assert not accept(db, ERRAND, NOON)
    assert take_left(db, "slack", NOON + LEASE) == ()


def test_nobody_takes_it_from_whoever_has_it(db: Database) -> None:
    accept(db, ERRAND, NOON)
    assert take_left(db, "slack", NOON + LEASE - timedelta(seconds=1)) == ()


def test_what_a_dead_process_left_is_taken_up_by_one_other(db: Database) -> None:
    accept(db, ERRAND, NOON)
    (taken,) = take_left(db, "slack", NOON + LEASE)
    assert (taken.key, taken.details, taken.tries) == (ERRAND.key, ERRAND.details, 2)
    assert take_left(db, "slack", NOON + LEASE) == ()


def test_what_is_handed_back_is_free_at_once_and_its_try_does_not_count(db: Database) -> None:
    accept(db, ERRAND, NOON)
    hand_back(db, ERRAND.key, NOON)
    (taken,) = take_left(db, "slack", NOON)
    assert taken.tries == 1


def test_what_is_done_is_not_handed_back(db: Database) -> None:
    accept(db, ERRAND, NOON)
    finish(db, ERRAND.key, NOON)
    hand_back(db, ERRAND.key, NOON)
    assert take_left(db, "slack", NOON + LEASE) == ()


def test_each_platform_takes_its_own(db: Database) -> None:
    accept(db, ERRAND, NOON)
    assert take_left(db, "discord", NOON + LEASE) == ()


def test_an_errand_nobody_knows_is_neither_done_nor_not(db: Database) -> None:
    assert is_done(db, "nothing") is None


def test_what_is_still_under_way_is_not_taken_up(db: Database) -> None:
    others = [f"slack T1 {number}" for number in range(250)]
    for key in others:
        accept(db, replace(ERRAND, key=key), NOON)
    accept(db, ERRAND, NOON)
    finish(db, ERRAND.key, NOON)
    renew(db, [*others, ERRAND.key], NOON + LEASE)
    assert take_left(db, "slack", NOON + LEASE) == ()
    assert is_done(db, ERRAND.key)
    assert len(take_left(db, "slack", NOON + 2 * LEASE)) > 0
