"""What prompts cost is on record, and each workspace keeps to its share, whoever asks at the same time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from adapters.database.opening import open_database
from adapters.database.records import Books
from bot.errors import ModelError, ModelResting, ModelTooSlow
from bot.metering import Metered
from bot.settings import ModelSettings
from summariser.ports import Prompt
from tests.fakes import FakeModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)


def prompt(number: int = 1) -> Prompt:
    return Prompt("brief", 1, "Brief it.", f"[{number}] It rained.", {"type": "object"}, most_tokens=1_000)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with open_database(f"sqlite:///{tmp_path / 'a.db'}") as database:
        yield Books(database, lambda: NOW)


def metered(model: FakeModel, books: Books, cap: int | None = None) -> Metered:
    return Metered(model, ModelSettings("fake-1", tokens_per_day=cap), books, lambda: NOW)


async def test_what_failed_is_on_record_with_all_its_requests(books: Books) -> None:
    slow = ModelTooSlow()
    slow.requests, slow.tokens_in, slow.tokens_out = 3, 5_000, 900
    with pytest.raises(ModelTooSlow):
        await metered(FakeModel([slow]), books).complete(prompt(), "T1")
    (spent,) = await books.spent("T1", NOW.date())
    assert (spent.calls, spent.tokens_in, spent.tokens_out) == (3, 5_000, 900)


async def test_what_was_never_sent_is_no_call(books: Books) -> None:
    with pytest.raises(ModelError):
        await metered(FakeModel([ModelResting(10.0)]), books).complete(prompt(), "T1")
    assert await books.spent("T1", NOW.date()) == ()
