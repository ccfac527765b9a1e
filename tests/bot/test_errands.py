"""Errands are done once, whatever happens to the processes that do them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.errands import MOST_TRIES, Errand, Errands
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Sequence

ERRAND = Errand("slack T1 1", "slack", {"kind": "help"})


@dataclass(slots=True)
class FakeLedger:
    """On record in memory; what is in ``lost`` was left by a process that is gone."""

    begun: dict[str, Errand] = field(default_factory=dict[str, Errand])
    finished: list[str] = field(default_factory=list[str])
    returned: list[str] = field(default_factory=list[str])
    lost: list[Errand] = field(default_factory=list[Errand])
    broken: bool = False
    renewed: asyncio.Event = field(default_factory=asyncio.Event)

    async def accept(self, errand: Errand) -> bool:
        if errand.key in self.begun:
            return False
        self.begun[errand.key] = errand
        return True

    async def done(self, key: str) -> None:
        if self.broken:
            problem = "it is away."
            raise StoreUnusable(problem)
        self.finished.append(key)

    async def hand_back(self, key: str) -> None:
        self.returned.append(key)

    async def renew(self, keys: Sequence[str]) -> None:
        self.renewed.set()
        assert set(keys) <= self.begun.keys()
        if self.broken:
            problem = "it is away."
            raise StoreUnusable(problem)

    async def left(self, platform: str) -> Sequence[Errand]:
        assert platform == "slack"
        lost, self.lost = self.lost, []
        return lost


@dataclass(slots=True)
class Doer:
    """Does errands, and waits with each until it is let go."""

    did: list[Errand] = field(default_factory=list[Errand])
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def carry_out(self, errand: Errand) -> None:
        await self.go.wait()
        self.did.append(errand)


async def test_an_errand_is_done_once_and_noted() -> None:
    ledger, doer = FakeLedger(), Doer()
    errands = Errands("slack", ledger, doer.carry_out)
    assert await errands.accept(ERRAND)
    assert not await errands.accept(ERRAND)
    doer.go.set()
    await errands.idle()
    assert (doer.did, ledger.finished) == ([ERRAND], [ERRAND.key])


async def test_accepting_does_not_wait_for_the_doing() -> None:
    errands = Errands("slack", FakeLedger(), Doer().carry_out)
    assert await errands.accept(ERRAND)
    assert errands.busy
    await errands.close(0)


async def test_what_is_not_done_in_time_is_handed_back_and_not_noted_as_done() -> None:
    ledger = FakeLedger()
    errands = Errands("slack", ledger, Doer().carry_out)
    await errands.accept(ERRAND)
    await errands.close(0)
    assert (ledger.returned, ledger.finished) == ([ERRAND.key], [])


async def test_what_is_done_in_time_is_not_handed_back() -> None:
    ledger, doer = FakeLedger(), Doer()
    errands = Errands("slack", ledger, doer.carry_out)
    await errands.accept(ERRAND)
    doer.go.set()
    await errands.close(10)
    assert (ledger.returned, ledger.finished) == ([], [ERRAND.key])


async def test_what_others_left_is_taken_up() -> None:
    left = replace(ERRAND, tries=2, again=True)
    ledger, doer = FakeLedger(lost=[left]), Doer()
    errands = Errands("slack", ledger, doer.carry_out)
    doer.go.set()
    await errands.resume()
    await errands.idle()
    assert doer.did == [left]


async def test_a_failure_leaves_the_errand_on_record_and_the_others_alone() -> None:
    ledger = FakeLedger()

    async def carry_out(errand: Errand) -> None:
        if errand.key == "bad":
            raise RuntimeError(errand.key)

    errands = Errands("slack", ledger, carry_out)
    await errands.accept(replace(ERRAND, key="bad"))
    await errands.accept(ERRAND)
    await errands.idle()
    assert ledger.finished == [ERRAND.key]


async def test_a_record_that_is_away_ends_nothing() -> None:
    ledger, doer = FakeLedger(broken=True), Doer()
    errands = Errands("slack", ledger, doer.carry_out)
    doer.go.set()
    await errands.accept(ERRAND)
    await errands.idle()
    assert doer.did == [ERRAND]


def test_after_enough_tries_it_is_given_up() -> None:
    assert not replace(ERRAND, tries=MOST_TRIES).given_up
    assert replace(ERRAND, tries=MOST_TRIES + 1).given_up


async def test_what_is_under_way_is_said_to_be_and_a_record_that_is_away_is_asked_again() -> None:
    for broken in (False, True):
        ledger = FakeLedger(broken=broken)
        errands = Errands("slack", ledger, Doer().carry_out)
        await errands.accept(ERRAND)
        keeping = asyncio.create_task(errands.keep_resuming())
        await asyncio.wait_for(ledger.renewed.wait(), 10)
        await asyncio.sleep(0)
        assert not keeping.done()
        keeping.cancel()
        await errands.close(0)
