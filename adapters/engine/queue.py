"""Deliveries as jobs of Procrastinate, for any number of workers on one PostgreSQL.

The ledger decides what is due, in which order, and who has it. A job says no more than "see to that channel": one that
is lost is offered again, one that comes twice finds nothing to do. So a worker that was killed holds nothing up: what
it had is claimed by another when its lease is over, and Procrastinate's own locks, which a dead worker would keep, are
not used.

Its tables stand in a schema of their own that bears its version. A newer version begins with an empty queue, and loses
nothing by it.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

import procrastinate
import psycopg
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.schema import SchemaManager
from psycopg import sql
from sqlalchemy import make_url

from adapters.running import running
from bot.errors import StoreUnusable
from bot.model import Channel

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from contextlib import AbstractAsyncContextManager

    from adapters.database.records import DigestLedger
    from bot.digests import Press

OFFER_SECONDS, SWEEP_SECONDS = 5.0, 60.0
"""Between two looks for what workers are to be told of, and for jobs that nobody works on any more."""

MOST_OFFERED = 500
"""Deliveries in one statement."""

STALLED_SECONDS = 600.0
"""A worker from which nothing was heard for so long is gone."""

CHANNELS_AT_ONCE = 16
"""Jobs under way at the same time in one worker."""

MOST_CONNECTIONS = 8
"""Of the queue to PostgreSQL, in one process; the ledger has its own."""

GRACE_SECONDS = 6.0
"""A worker that is to stop ends what it can within that; the rest is left to others. The web server stops after it."""

SCHEMA = f"standfirst_jobs_{'_'.join(version('procrastinate').split('.')[:2])}"

_TASK = "see_to"
_PAUSE = 2.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Queue:
    """The jobs. ``app`` is open; ``presses`` are those of the platforms that this process delivers on."""

    app: procrastinate.App
    ledger: DigestLedger
    presses: dict[str, Press] = field(default_factory=dict[str, "Press"])

    async def offer(self) -> int:
        """Tell workers of what has become due; how many channels.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        number = 0
        while channels := await self.ledger.offer(MOST_OFFERED):
            await self._defer([_job(each) for each in channels])
            number += len(channels)
        return number

    async def sweep(self) -> int:
        """Delete the jobs of workers that are gone; how many."""
        manager = self.app.job_manager
        await manager.prune_stalled_workers(STALLED_SECONDS)
        stalled = [*await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS)]
        for job in stalled:
            try:
                await manager.finish_job(job, status=Status.ABORTED, delete_job=True)
            except ConnectorException:
                _log.info("Somebody else deleted job %s", job.id)
        return len(stalled)

    async def work(self, platform: str, press: Press) -> None:
        """Deliver on that platform until cancelled; then end what is under way, or leave it to others."""
        self.presses[platform] = press
        while True:
            try:
                await self.app.run_worker_async(
                    queues=[platform],
                    name=platform,
                    concurrency=CHANNELS_AT_ONCE,
                    install_signal_handlers=False,
                    delete_jobs="always",
                    shutdown_graceful_timeout=GRACE_SECONDS,
                    stalled_worker_timeout=STALLED_SECONDS,
                )
            except ConnectorException as error:
                _log.warning("The queue failed: %s", type(error).__name__)
            _log.warning("The queue cannot be reached; trying again in %.0f s", _PAUSE)
            await asyncio.sleep(_PAUSE)

    async def see_to(self, platform: str, workspace: str, channel: str) -> None:
        """Deliver what is due in a channel; what every job asks for."""
        await self.presses[platform].run_due(platform, Channel(platform, workspace, channel))

    async def _defer(self, jobs: Sequence[Job]) -> None:
        try:
            await self.app.job_manager.batch_defer_jobs_async([*jobs])
        except AlreadyEnqueued:  # one that waits already turns all of them away
            for job in jobs:
                try:
                    await self.app.job_manager.defer_job_async(job)
                except AlreadyEnqueued:
                    continue


@dataclass(frozen=True, slots=True)
class Worker:
    """``adapters.behind.Engine`` of a process that delivers."""

    queue: Queue

    def delivering(self, platform: str, press: Press) -> AbstractAsyncContextManager[object]:
        """Deliver what this worker is told of on that platform, until left."""
        return running(self.queue.work(platform, press))


class Elsewhere:
    """``adapters.behind.Engine`` of a process that leaves delivering to workers."""

    def delivering(self, platform: str, press: Press) -> AbstractAsyncContextManager[object]:
        """Nothing."""
        del platform, press
        return nullcontext()


@asynccontextmanager
async def open_queue(url: str, ledger: DigestLedger) -> AsyncGenerator[Queue]:
    """The queue in the PostgreSQL at ``url``, with its tables.

    Raises:
        StoreUnusable: if it can't be reached, or our user may not make tables there.
    """
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connector = procrastinate.PsycopgConnector(
        conninfo=address, kwargs={"options": f"-c search_path={SCHEMA}"}, min_size=1, max_size=MOST_CONNECTIONS
    )
    try:
        await _make_tables(address)
        app = procrastinate.App(connector=connector)
        await app.open_async()
    except psycopg.errors.InsufficientPrivilege as error:
        problem = f"its user may not make the schema {SCHEMA} there; grant it CREATE on the database."
        raise StoreUnusable(problem) from error
    except (psycopg.Error, ConnectorException) as error:
        problem = f"the queue of workers cannot be opened ({type(error).__name__}); see whether PostgreSQL runs."
        raise StoreUnusable(problem) from error
    try:
        queue = Queue(app, ledger)
        app.task(name=_TASK)(queue.see_to)
        yield queue
    finally:
        await app.close_async()


async def _make_tables(address: str) -> None:
    """Once, by however many processes that begin together."""
    async with await psycopg.AsyncConnection.connect(address) as connection:
        await connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [SCHEMA])
        found = await connection.execute("SELECT to_regclass(%s)", [f"{SCHEMA}.procrastinate_jobs"])
        row = await found.fetchone()
        if row and row[0] is None:
            name = sql.Identifier(SCHEMA)
            await connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(name))
            await connection.execute(sql.SQL("SET LOCAL search_path TO {}").format(name))
            await connection.execute(SchemaManager.get_schema())


def _job(channel: Channel) -> Job:
    return Job(
        id=None,
        queue=channel.platform,
        lock=None,
        queueing_lock=f"{channel.platform} {channel.workspace} {channel.ident}",
        task_name=_TASK,
        task_kwargs={"platform": channel.platform, "workspace": channel.workspace, "channel": channel.ident},
    )
