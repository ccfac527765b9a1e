"""What prompts cost is on record, and each workspace keeps to its share, whoever asks at the same time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.errors import BudgetSpent, ModelError, ModelResting, ModelTooSlow
from bot.metering import Metered, Notebook, Spent
from bot.settings import ModelSettings
from summariser.ports import Prompt
from tests.fakes import FakeModel

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from datetime import date

    from summariser.ports import Reply

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)


def prompt(number: int = 1) -> Prompt:
    return Prompt("brief", 1, "Brief it.", f"[{number}] It rained.", {"type": "object"}, most_tokens=1_000)


@dataclass(slots=True)
class Books(Notebook):
    """Books that are kept in memory, and let others come between when they are asked."""

    rows: list[Spent] = field(default_factory=list[Spent])

    async def answered(self, key: str) -> Reply | None:
        found = self._answers.get(key)
        await asyncio.sleep(0)
        return found

    async def spent(self, workspace: str, day: date) -> list[Spent]:
        found = [each for each in self.rows if (each.workspace, each.day) == (workspace, day)]
        await asyncio.sleep(0)
        return found

    async def spend(self, spent: Spent) -> None:
        await asyncio.sleep(0)
        self.rows.append(spent)


@pytest.fixture
def books() -> Books:
    return Books()


def metered(model: FakeModel, books: Books, cap: int | None = None) -> Metered:
    return Metered(model, ModelSettings("fake-1", tokens_per_day=cap), books, lambda: NOW)


async def test_what_failed_is_on_record_with_all_its_requests(books: Books) -> None:
    slow = ModelTooSlow()
    slow.requests, slow.tokens_in, slow.tokens_out = 3, 5_000, 900
    with pytest.raises(ModelTooSlow):
        await metered(FakeModel([slow]), books).complete(prompt(), "T1")
    (spent,) = books.rows
    assert (spent.calls, spent.tokens_in, spent.tokens_out) == (3, 5_000, 900)


async def test_what_was_never_sent_is_no_call(books: Books) -> None:
    with pytest.raises(ModelError):
        await metered(FakeModel([ModelResting(10.0)]), books).complete(prompt(), "T1")
    assert books.rows == []


async def all_of(model: FakeModel, *asked: Coroutine[None, None, Reply]) -> list[Reply | BaseException]:
    """What comes of prompts that are all asked before any is answered."""
    model.held = asyncio.Event()
    waiting = asyncio.gather(*asked, return_exceptions=True)
    for _ in range(500):
        await asyncio.sleep(0)
    model.held.set()
    return await waiting


async def test_prompts_that_come_at_once_keep_to_the_cap(books: Books) -> None:
    model = FakeModel([{}])
    desk = metered(model, books, cap=2_000)
    got = await all_of(model, *(desk.complete(prompt(number), "T1") for number in range(50)))
    assert len(model.prompts) == 2, "each may take a thousand tokens"
    assert [type(each) for each in got].count(BudgetSpent) == 48


async def test_what_was_reserved_and_not_taken_may_be_used_by_the_next(books: Books) -> None:
    model = FakeModel([ModelResting(10.0), {}])
    desk = metered(model, books, cap=500)
    with pytest.raises(ModelResting):
        await desk.complete(prompt(1), "T1")
    for number in (2, 3):
        await desk.complete(prompt(number), "T1")
    assert len(model.prompts) == 3


async def test_who_waits_for_an_answer_of_their_own_is_not_kept_out_by_what_is_reserved_for_it(books: Books) -> None:
    model = FakeModel([{"word": "rain"}])
    desk = metered(model, books, cap=500)
    got = await all_of(model, *(desk.complete(prompt(), "T1") for _ in range(5)))
    assert not [each for each in got if isinstance(each, BaseException)]
    assert len(model.prompts) == 1


@pytest.mark.parametrize("order", [("poor", "rich"), ("rich", "poor")])
async def test_a_workspace_without_a_budget_costs_no_other_its_answer(books: Books, order: tuple[str, str]) -> None:
    books.rows.append(Spent("poor", NOW.date(), "fake-1", 1, 5_000, 0))
    model = FakeModel([{"word": "rain"}])
    desk = metered(model, books, cap=2_000)
    got = dict(zip(order, await all_of(model, *(desk.complete(prompt(), each) for each in order)), strict=True))
    assert isinstance(got["poor"], BudgetSpent)
    assert not isinstance(got["rich"], BaseException)
    assert [each.workspace for each in books.rows] == ["poor", "rich"]


async def test_an_answer_that_is_kept_is_there_without_a_budget(books: Books) -> None:
    desk = metered(FakeModel([{"word": "rain"}]), books, cap=100)
    await desk.complete(prompt(), "T1")
    assert (await desk.complete(prompt(), "T1")).fields == {"word": "rain"}
    with pytest.raises(BudgetSpent):
        await desk.complete(prompt(2), "T1")


@dataclass(slots=True)
class LateReader(Books):
    """Books whose second reader is told only once it is let go what there was when it looked."""

    looked: int = 0
    held: asyncio.Event = field(default_factory=asyncio.Event)

    async def answered(self, key: str) -> Reply | None:
        self.looked += 1
        found = self._answers.get(key)
        await (self.held.wait() if self.looked == 2 else asyncio.sleep(0))
        return found


async def test_who_looked_before_the_answer_came_and_asks_after_it_is_not_answered_anew() -> None:
    model, late = FakeModel([{"word": "rain"}]), LateReader()
    desk = Metered(model, ModelSettings("fake-1"), late, lambda: NOW)
    both = [asyncio.create_task(desk.complete(prompt(), "T1")) for _ in range(2)]
    await both[0]
    late.held.set()
    assert (await both[1]).fields == {"word": "rain"}
    assert len(model.prompts) == 1
