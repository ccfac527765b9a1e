"""The bot as a service: its platforms, its clock, who delivers its digests, until it is told to stop."""
# ruff: noqa: PLC0415 - what reads pages takes longer to load than a text takes to brief

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from adapters import console
from adapters.logs import log_to_standard_error
from bot.errors import BadSettings, NothingToRun, StandfirstError
from bot.model import Notice
from bot.settings import Settings, from_environment
from bot.wiring.checking import told
from bot.wiring.serving import refuse_exposed, sampled, served, with_playground
from bot.wiring.world import kept, world

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from adapters.behind import Behind, Engine
    from adapters.health import Health
    from bot.settings import ModelSettings
    from bot.wiring.serving import Served
    from bot.wiring.world import World

Tick: TypeAlias = "tuple[Callable[[], Awaitable[object]], float]"
"""What is to be done, and how many seconds lie between two times."""

PLAN_SECONDS, POLL_SECONDS, PURGE_SECONDS = 15.0, 30.0, 3_600.0
"""Between two looks at which digests are due, which feeds are to be read, and what need not be kept."""

LONGEST_PAUSE = 60.0
"""Seconds between two attempts to start a platform, at most."""


def run(jobs: int) -> int:
    """Run every platform that is set up, with ``jobs`` processes that read pages, until told to stop; the exit code.

    Raises:
        BadSettings: if settings cannot be, or would show the playground to everyone.
        PortTaken: if the web server can't listen.
        StoreUnusable: if there is nowhere to keep what people ask for.
    """
    settings = from_environment(os.environ)
    refuse_exposed(settings)
    log_to_standard_error(settings.log)
    asyncio.run(_run(settings, jobs))
    return 0


def work(jobs: int) -> int:
    """Deliver the digests of every platform that is set up, for as many as share the database; the exit code.

    Raises:
        BadSettings: if settings cannot be, or digests are not left to workers.
        NothingToRun: if no platform is set up.
        StoreUnusable: if the database cannot be used.
    """
    settings = from_environment(os.environ)
    if settings.slack is None and settings.discord is None:
        raise NothingToRun
    if settings.engine == "local":
        problem = "Workers need STANDFIRST_ENGINE=procrastinate, and DATABASE_URL=postgresql://… for all processes."
        raise BadSettings([problem])
    log_to_standard_error(settings.log)
    asyncio.run(_run(settings, jobs, worker=True))
    return 0


def models(chosen: Mapping[str, str]) -> int:
    """Tell which models the server offers, and how the one that is set answers; 0 if all is well.

    Raises:
        BadSettings: if settings cannot be, or name no server.
        ModelError: if the server cannot be asked.
    """
    settings = from_environment({**os.environ, **chosen})
    if settings.model is None:
        problem = "Set OPENAI_API_KEY, or give --base-url with the address of a server, for example …/v1."
        raise BadSettings([problem])
    return asyncio.run(_models(settings.model))


async def _models(settings: ModelSettings) -> int:
    from adapters.openai_model.checkup import findings, offered

    names = await offered(settings)
    console.write("".join(f"{each}\n" for each in names).encode())
    return await told("Language model", findings(settings)) if settings.name else 0


def slack_manifest(url: str | None) -> int:
    """Print the manifest of the Slack app; the exit code."""
    from adapters.slack.manifest import manifest

    console.write(f"{json.dumps(manifest(url), indent=2)}\n".encode())
    return 0


def discord_invite(app: int | None) -> int:
    """Print the link by which servers add the Discord app of that number, or the one whose token is set."""
    from adapters.discord.invite import app_of, invite

    chosen = None if app else from_environment(os.environ).discord
    number = app or (app_of(chosen.token) if chosen else None)
    if number is None:
        problem = "Set DISCORD_TOKEN, or give --app with the Application ID from your app's page, General Information."
        raise BadSettings([problem])
    console.write(f"{invite(number, embeds=bool(chosen and chosen.embeds))}\n".encode())
    return 0


def chat() -> int:
    """Talk with the bot in this terminal, until told to stop; the exit code.

    Raises:
        BadSettings: if settings cannot be.
        StoreUnusable: if there is nowhere to keep what is talked about.
    """
    return asyncio.run(_chat(from_environment(os.environ)))


async def _chat(settings: Settings) -> int:
    from adapters.chat import HELP, PLATFORM, QUIT, chat
    from adapters.clock import ticking

    async with world(settings, jobs=1, traces=True) as outside:
        behind = _behind(settings, outside)
        talk = chat(behind, console.say)
        console.say(Notice(HELP))
        async with ticking(_ticks(settings, outside)), behind.engine.delivering(PLATFORM, talk.press):
            while (line := await asyncio.to_thread(console.heard)) is not None and line.strip().lower() not in QUIT:
                await talk.hear(line)
    return 0


async def _run(given: Settings, jobs: int, *, worker: bool = False) -> None:
    from adapters.health import TICK_SECONDS, Health
    from adapters.operator.routes import routes as operator_pages
    from adapters.web_server import serving

    stop = asyncio.Event()
    for signalled in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signalled, stop.set)
    async with (
        sampled(given, wanted=not worker and with_playground(given)) as (settings, site),
        world(settings, jobs=jobs, traces=True) as outside,
        _engine(settings, outside, worker=worker) as (engine, ticks),
    ):
        behind = replace(_behind(settings, outside), engine=engine)
        health = Health(outside.metrics, kept(outside), behind.now)
        watched = operator_pages(kept(outside), behind.now)
        async with AsyncExitStack() as stack:
            if worker:
                await stack.enter_async_context(serving(health.routes(), *settings.listen))
                starts = _deliveries(settings, behind)
            elif site is None:
                web = await stack.enter_async_context(served(settings, pages=watched, plain=health.routes()))
                starts = _platforms(settings, behind, web)
            else:
                from adapters.engine.local import Local
                from adapters.playground.platform import pages, playground, set_up

                here = replace(behind, engine=Local())  # its posts stand in this process, so no worker can make them
                desk = set_up(here, site)
                shown = [*pages(desk), *watched]
                web = await stack.enter_async_context(served(settings, pages=shown, plain=health.routes()))
                starts = {
                    **_platforms(settings, behind, web),
                    "Playground": partial(playground, desk, here, web.address),
                }
            health.expect(starts)
            every = [*_ticks(settings, outside), *ticks, (health.ticked, TICK_SECONDS)]
            await asyncio.gather(
                _ticking(every, stop), *(_kept_up(name, start, stop, health) for name, start in starts.items())
            )


@asynccontextmanager
async def _engine(settings: Settings, outside: World, *, worker: bool) -> AsyncGenerator[tuple[Engine, list[Tick]]]:
    """Who delivers digests, and what it needs done again and again."""
    if settings.engine == "local":
        from adapters.engine.local import Local

        yield Local(), []
        return
    from adapters.database.records import DigestLedger

    try:
        from adapters.engine.queue import OFFER_SECONDS, SWEEP_SECONDS, Elsewhere, Worker, open_queue
    except ModuleNotFoundError as error:
        problem = "STANDFIRST_ENGINE: procrastinate is not installed; pip install 'standfirst[postgresql]' brings it."
        raise BadSettings([problem]) from error
    ledger = DigestLedger(kept(outside), partial(datetime.now, UTC))
    async with open_queue(settings.database or "", ledger) as queue:
        yield Worker(queue) if worker else Elsewhere(), [(queue.offer, OFFER_SECONDS), (queue.sweep, SWEEP_SECONDS)]


def _ticks(settings: Settings, outside: World) -> list[Tick]:
    """What is to be done again and again, and how many seconds lie between."""
    from adapters.database.records import DigestLedger, Keeper, Subscriptions
    from bot.polling import Poller

    database, now = kept(outside), partial(datetime.now, UTC)
    return [
        (DigestLedger(database, now).plan, PLAN_SECONDS),
        (Poller(Subscriptions(database, now), outside.feeds, outside.metrics).poll, POLL_SECONDS),
        (Keeper(database, now, timedelta(days=settings.keep_days)).purge, PURGE_SECONDS),
    ]


def _behind(settings: Settings, outside: World) -> Behind:
    """What platforms stand on."""
    from adapters.behind import Behind
    from adapters.database.records import DigestLedger, Ledger, Records, Subscriptions
    from adapters.engine.local import Local

    database, now = kept(outside), partial(datetime.now, UTC)
    return Behind(
        articles=outside.articles,
        feeds=outside.feeds,
        apart=outside.apart,
        roomy=outside.roomy,
        records=Records(database, now),
        ledger=Ledger(database, now),
        subscriptions=Subscriptions(database, now),
        deliveries=DigestLedger(database, now),
        sql=database.engine,
        engine=Local(),
        now=now,
        on_unknown=settings.on_unknown,
        threads=settings.threads,
        model=outside.model,
        watch=outside.metrics,
    )


def _platforms(
    settings: Settings, behind: Behind, web: Served
) -> Mapping[str, Callable[[], AbstractAsyncContextManager[str]]]:
    """What starts each platform that is set up."""
    starts = dict[str, "Callable[[], AbstractAsyncContextManager[str]]"]()
    if settings.slack is not None:
        from adapters.slack.platform import slack

        starts["Slack"] = partial(slack, settings, settings.slack, behind, web.door, web.address)
    if settings.discord is not None:
        from adapters.discord.platform import discord

        starts["Discord"] = partial(discord, settings.discord, behind)
    return starts


def _deliveries(settings: Settings, behind: Behind) -> Mapping[str, Callable[[], AbstractAsyncContextManager[str]]]:
    """What starts the deliveries of each platform that is set up."""
    starts = dict[str, "Callable[[], AbstractAsyncContextManager[str]]"]()
    if settings.slack is not None:
        from adapters.slack.platform import slack_deliveries

        starts["Slack"] = partial(slack_deliveries, settings.slack, behind)
    if settings.discord is not None:
        from adapters.discord.platform import discord_deliveries

        starts["Discord"] = partial(discord_deliveries, settings.discord, behind)
    return starts


async def _ticking(every: list[Tick], stop: asyncio.Event) -> None:
    """Let the clock tick until told to stop; what it began may end while the platforms end theirs."""
    from adapters.clock import ticking

    async with ticking(every):
        await stop.wait()


async def _kept_up(
    name: str, start: Callable[[], AbstractAsyncContextManager[str]], stop: asyncio.Event, health: Health
) -> None:
    """Run one platform until told to stop; when it fails it is started again, and the others never notice."""
    pause = 1.0
    while not stop.is_set():
        try:
            async with start() as reached:
                console.tell(f"{name}: ready, {reached}.")
                health.reached(name)
                pause = 1.0
                await stop.wait()
        except StandfirstError as error:
            console.tell(f"{name}: {error}")
            health.lost(name, str(error))
        except Exception:
            logging.getLogger(__name__).exception("%s failed", name)
            health.lost(name, "It failed in a way it should not; the log has more.")
        if not stop.is_set():
            console.tell(f"{name}: trying again in {pause:.0f} s.")
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(2 * pause, LONGEST_PAUSE)
    console.tell(f"{name}: stopped.")
