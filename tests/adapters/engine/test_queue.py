"""Jobs of Procrastinate on a real PostgreSQL: what is due is handed to one worker, and a lost job loses nothing."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from adapters.database.claims import TIMES, Times
from adapters.database.deliveries import order
from adapters.database.opening import Database, open_database
from adapters.database.records import DigestLedger, Records, Subscriptions
from adapters.database.subscriptions import keep
from adapters.engine.queue import SCHEMA, Elsewhere, Queue, Worker, open_queue
from bot.composing import Composer
from bot.copywriting import Copywriter
from bot.digests import Press
from bot.errors import StoreUnusable
from bot.model import Channel, Subscription
from bot.schedule import parse
from tests.fakes import FakeArticles, FakePlatform, Inline
from tests.newsroom import FEED, feed, shelf

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.postgres import Postgres

NOW = partial(datetime.now, UTC)

pytestmark = pytest.mark.usefixtures("socket_enabled")


@pytest.fixture
def url(postgres: Postgres) -> str:
    """The address of an empty PostgreSQL."""
    return postgres.fresh(f"queue_{uuid4().hex}")


@asynccontextmanager
async def a_queue(
    url: str, platform: FakePlatform | None = None, ahead: timedelta = timedelta(0)
) -> AsyncGenerator[tuple[Database, Queue, Press]]:
    """A process: a database, the queue, and a press; its clock may be ahead."""

    def now() -> datetime:
        return NOW() + ahead

    times = Times(spacing=timedelta(0))
    with open_database(url) as database:
        ledger = DigestLedger(database, now, times)
        composer = Composer(
            FakeArticles({**shelf()}), Inline(), Subscriptions(database, NOW), Inline(), Copywriter(Inline())
        )
        async with open_queue(url, ledger) as queue:
            yield database, queue, Press(composer, Records(database, NOW), ledger, platform or FakePlatform())


async def due(database: Database, channel: str) -> None:
    """A digest of a story that is new, due now."""
    subscriptions = Subscriptions(database, NOW)
    one = Subscription(Channel("slack", "T1", channel), "Morning", parse("daily 08:30"), (FEED,), "U1", NOW())
    kept = keep(database, one)
    await subscriptions.keep(kept)
    await subscriptions.polled(FEED, feed(NOW(), "harbour"))
    order(database, kept.ident, NOW(), NOW() - timedelta(seconds=1))


def jobs(url: str) -> list[tuple[str, str]]:
    """The channel and the state of each job."""
    with psycopg.connect(url) as connection:
        query = f"SELECT args->>'channel', status FROM {SCHEMA}.procrastinate_jobs ORDER BY id"  # noqa: S608 - ours
        rows = connection.execute(query.encode())
        return [(str(channel), str(status)) for channel, status in rows]


async def test_what_is_due_is_delivered_by_one_of_the_workers_once(url: str) -> None:
    platform = FakePlatform()
    async with a_queue(url, platform) as (database, one, press), a_queue(url, platform) as (_, two, press_two):
        for number in range(6):
            await due(database, f"C{number}")
        async with Worker(one).delivering("slack", press), Worker(two).delivering("slack", press_two):
            assert await one.offer() == 6
            await platform.until_posted(6)
        keys = [key for key, _ in platform.posted]
        assert len(set(keys)) == 6
        assert await one.offer() == 0
    assert jobs(url) == []


async def test_a_channel_that_waits_already_is_handed_out_once(url: str) -> None:
    async with a_queue(url) as (database, queue, _):
        await due(database, "C1")
        assert await queue.offer() == 1
        await due(database, "C2")
    async with a_queue(url, ahead=TIMES.offered_again) as (_, later, _):
        assert await later.offer() == 2
    assert jobs(url) == [("C1", "todo"), ("C2", "todo")]


async def test_a_process_that_leaves_delivering_to_workers_delivers_nothing(url: str) -> None:
    platform = FakePlatform()
    async with a_queue(url, platform) as (database, queue, press):
        await due(database, "C1")
        async with Elsewhere().delivering("slack", press):
            await queue.offer()
    assert (jobs(url), platform.posted) == ([("C1", "todo")], [])


async def test_the_job_of_a_worker_that_was_killed_is_deleted_and_its_delivery_taken_by_another(url: str) -> None:
    platform = FakePlatform()
    async with a_queue(url, platform) as (database, queue, _):
        await due(database, "C1")
        await queue.offer()
        manager = queue.app.job_manager
        dead = await manager.register_worker()
        assert await manager.fetch_job(queues=["slack"], worker_id=dead)
        assert jobs(url) == [("C1", "doing")]
        async with (
            a_queue(url, platform, TIMES.offered_again) as (_, later, press),
            Worker(later).delivering("slack", press),
        ):
            await later.offer()  # the ledger knows that nobody has it
            await platform.until_posted(1)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                f"UPDATE {SCHEMA}.procrastinate_workers SET last_heartbeat = now() - interval '1 day'".encode()  # noqa: S608 - a constant of ours
            )
        assert await queue.sweep() == 1
    assert jobs(url) == []


async def test_processes_that_begin_together_make_the_tables_once(url: str) -> None:
    with open_database(url):
        pass

    async def begin() -> None:
        async with a_queue(url):
            pass

    await asyncio.gather(*(begin() for _ in range(4)))
    assert jobs(url) == []


async def test_who_may_not_make_a_schema_is_told_what_to_grant(postgres: Postgres, url: str) -> None:
    name = url.partition("@/")[2].partition("?")[0]
    with psycopg.connect(url, autocommit=True) as connection:
        user = f"u_{uuid4().hex}"
        connection.execute(f"CREATE USER {user} PASSWORD 'known'".encode())
        connection.execute("GRANT ALL ON SCHEMA public TO PUBLIC")
    with open_database(url) as database, pytest.raises(StoreUnusable, match="grant it CREATE"):
        async with open_queue(postgres.url(name, user=f"{user}:known"), DigestLedger(database, NOW)):
            pass
