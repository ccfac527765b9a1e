"""Where the bot and the outside world are joined; only the entry points import this."""
# ruff: noqa: PLC0415 - what reads pages takes longer to load than a text takes to brief

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from adapters import console, documents, files, stream
from bot.commands import Brief
from bot.errors import BadSettings, NeedsBrowser, NoSuchDigest, NothingToRun, StandfirstError, StoreUnusable
from bot.model import Channel, Headlines, Notice, Subscription
from bot.newsdesk import answer, answer_link, compose
from bot.settings import Settings, from_environment
from summariser.model import Article

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from adapters.behind import Behind, Engine
    from adapters.checkup import Finding
    from adapters.database.opening import Database
    from bot.commands import Command
    from bot.model import Headline, Post
    from bot.ports import Apart, Articles, Feeds
    from bot.schedule import Schedule
    from summariser.reading import Reading

Tick: TypeAlias = "tuple[Callable[[], Awaitable[object]], float]"
"""What is to be done, and how many seconds lie between two times."""

PLAN_SECONDS, POLL_SECONDS, PURGE_SECONDS = 15.0, 30.0, 3_600.0
"""Between two looks at which digests are due, which feeds are to be read, and what need not be kept."""

LONGEST_PAUSE = 60.0
"""Seconds between two attempts to start a platform, at most."""


def answer_names(command: Command, names: Sequence[str], *, as_json: bool, jobs: int) -> int:
    """Answer ``command`` for each file or link on the terminal; the exit code."""
    ask = partial(_answer, command)
    if not any(map(files.is_link, names)):
        return console.answer_files(ask, names, as_json=as_json, jobs=jobs)

    async def answered() -> int:
        async with _world(from_environment(os.environ), jobs=jobs) as world:
            return await console.answer_links(partial(_follow, command, world), names, as_json=as_json)

    return asyncio.run(answered())


def answer_texts(command: Command, name: str, *, jobs: int) -> int:
    """Answer ``command`` for each line ``{"id", "text"}`` of a JSON Lines file; the exit code."""
    return console.answer_stream(partial(_reply_to_text, command), name, jobs=jobs)


def read_pages(name: str, *, jobs: int, raw: bool) -> int:
    """Read each line ``{"id", "html", "url"}`` of a JSON Lines file; the exit code."""
    return console.answer_stream(partial(_reply_to_page, raw), name, jobs=jobs)


def list_headlines(names: Sequence[str], *, as_json: bool, as_opml: bool) -> int:
    """List the headlines of each feed, from a file or behind a link, or the feeds themselves; the exit code."""

    async def listed() -> int:
        async with _world(from_environment(os.environ), jobs=1) as world:
            follow = partial(_headlines, world.feeds)
            every = await asyncio.to_thread(_without_lists, names)
            if not as_opml:
                return await console.answer_links(follow, every, as_json=as_json)
            posts, code = await console.collect(follow, every)
        from adapters.feeds.opml import Outline, write_opml

        feeds = [post for post in posts if isinstance(post, Headlines) and post.url]
        console.write(write_opml([Outline(feed.title, feed.url or "", feed.site) for feed in feeds], "Standfirst"))
        return code

    return asyncio.run(listed())


def compose_digest(names: Sequence[str], schedule: Schedule, *, stories: int, words: str, as_json: bool) -> int:
    """Compose a digest of what the feeds behind the links have now; the exit code."""

    async def composed() -> int:
        from bot.composing import Composer

        async with _world(from_environment(os.environ), jobs=1) as world:
            posts, code = await console.collect(partial(_headlines, world.feeds), names)
            feeds = [post for post in posts if isinstance(post, Headlines)]
            if not feeds:
                return code
            now = datetime.now(UTC)
            here = Channel("terminal", "", "")
            one = Subscription(here, "Digest", schedule, tuple(names), "", now, stories=stories, words=words)
            composer = Composer(world.articles, world.apart, _AtHand(feeds))
            console.show((await composer.compose(one, now)).digest, as_json=as_json)
            return code

    return asyncio.run(composed())


def tell_why(link: str, number: int) -> int:
    """Tell what became of an article in the digest of that number, or, with 0, in all that met it; 1 if none has.

    Raises:
        NoSuchDigest: if there is none of that number.
        StoreUnusable: if the database cannot be used.
    """
    return asyncio.run(_tell_why(from_environment(os.environ), link if "://" in link else f"https://{link}", number))


async def _tell_why(settings: Settings, link: str, number: int) -> int:
    from adapters.database.records import Subscriptions
    from bot.why import not_met, why

    now = partial(datetime.now, UTC)
    with _database(settings) as database:
        if database is None:
            return 1
        kept = Subscriptions(database, now)
        one = await kept.find(number) if number else None
        if number and one is None:
            raise NoSuchDigest(str(number))
        said = list[str]()
        for each in [one] if one else await kept.every():
            known = await why(link, each, kept, now())
            if known or one:
                where = f"{each.channel.platform} {each.channel.ident}"
                said.append(f"Digest {each.ident}, {each.name} ({where}): {known or await not_met(each, kept)}.")
    console.write(
        "".join(f"{each}\n" for each in said or ["No digest has met that article in the last days."]).encode()
    )
    return 0 if said else 1


def cluster_texts(name: str) -> int:
    """Put the articles of a JSON Lines file together to stories; the exit code."""
    from summariser.stories import cluster

    asked, code = list[stream.Asked](), 0
    for line in stream.asked_lines(name):
        if isinstance(line, stream.Asked):
            asked.append(line)
        else:
            console.tell(str(line))
            code = line.exit_code
    story = {number: numbers[0] for numbers in cluster([_article_of(each) for each in asked]) for number in numbers}
    for number, each in enumerate(asked):
        first = asked[story[number]].fields["id"]
        console.write(documents.line({"id": each.fields["id"], "story": first}))
    return code


def run(jobs: int) -> int:
    """Run every platform that is set up, with ``jobs`` processes that read pages, until told to stop; the exit code.

    Raises:
        BadSettings: if settings cannot be.
        NothingToRun: if no platform is set up.
        StoreUnusable: if there is nowhere to keep what people ask for.
    """
    settings = from_environment(os.environ)
    if settings.slack is None and settings.discord is None:
        raise NothingToRun
    console.log_to_standard_error()
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
    console.log_to_standard_error()
    asyncio.run(_run(settings, jobs, worker=True))
    return 0


def check() -> int:
    """Tell what is missing for each platform that is set up, and what to do about it; 0 if nothing is."""
    settings = from_environment(os.environ)
    if settings.slack is None and settings.discord is None:
        raise NothingToRun
    return asyncio.run(_check(settings))


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


def show_demo() -> int:
    """Brief the sample articles, from a site on this machine, on the terminal; the exit code."""
    from adapters.demo_site import demo_site

    async def shown() -> int:
        async with (
            demo_site(files.bundled()) as site,
            _world(Settings(allow_hosts=frozenset({site.host})), jobs=2, keep=False) as world,
        ):
            return await console.show_site(partial(_follow, Brief(), world), site.articles)

    return asyncio.run(shown())


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

    async with _world(settings, jobs=1) as world:
        behind = _behind(settings, world)
        talk = chat(behind, console.say)
        console.say(Notice(HELP))
        async with ticking(_ticks(settings, world)), behind.engine.delivering(PLATFORM, talk.press):
            while (line := await asyncio.to_thread(console.heard)) is not None and line.strip().lower() not in QUIT:
                await talk.hear(line)
    return 0


async def _run(settings: Settings, jobs: int, *, worker: bool = False) -> None:
    from adapters.clock import ticking

    stop = asyncio.Event()
    for signalled in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signalled, stop.set)
    async with _world(settings, jobs=jobs) as world, _engine(settings, world, worker=worker) as (engine, ticks):
        starts = (_deliveries if worker else _platforms)(settings, replace(_behind(settings, world), engine=engine))
        async with ticking([*_ticks(settings, world), *ticks]):
            await asyncio.gather(*(_kept_up(name, start, stop) for name, start in starts.items()))


@asynccontextmanager
async def _engine(settings: Settings, world: _World, *, worker: bool) -> AsyncGenerator[tuple[Engine, list[Tick]]]:
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
    ledger = DigestLedger(_kept(world), partial(datetime.now, UTC))
    async with open_queue(settings.database or "", ledger) as queue:
        yield Worker(queue) if worker else Elsewhere(), [(queue.offer, OFFER_SECONDS), (queue.sweep, SWEEP_SECONDS)]


def _ticks(settings: Settings, world: _World) -> list[Tick]:
    """What is to be done again and again, and how many seconds lie between."""
    from adapters.database.records import DigestLedger, Keeper, Subscriptions
    from bot.polling import Poller

    database, now = _kept(world), partial(datetime.now, UTC)
    return [
        (DigestLedger(database, now).plan, PLAN_SECONDS),
        (Poller(Subscriptions(database, now), world.feeds).poll, POLL_SECONDS),
        (Keeper(database, now, timedelta(days=settings.keep_days)).purge, PURGE_SECONDS),
    ]


def _kept(world: _World) -> Database:
    if world.database is None:
        problem = "without one, what people ask for could be lost; set DATABASE_URL."
        raise StoreUnusable(problem)
    return world.database


def _behind(settings: Settings, world: _World) -> Behind:
    """What platforms stand on."""
    from adapters.behind import Behind
    from adapters.database.records import DigestLedger, Ledger, Records, Subscriptions
    from adapters.engine.local import Local

    database, now = _kept(world), partial(datetime.now, UTC)
    return Behind(
        articles=world.articles,
        feeds=world.feeds,
        apart=world.apart,
        records=Records(database, now),
        ledger=Ledger(database, now),
        subscriptions=Subscriptions(database, now),
        deliveries=DigestLedger(database, now),
        sql=database.engine,
        engine=Local(),
        now=now,
        on_unknown=settings.on_unknown,
    )


def _platforms(settings: Settings, behind: Behind) -> Mapping[str, Callable[[], AbstractAsyncContextManager[str]]]:
    """What starts each platform that is set up."""
    starts = dict[str, "Callable[[], AbstractAsyncContextManager[str]]"]()
    if settings.slack is not None:
        from adapters.slack.platform import slack

        starts["Slack"] = partial(slack, settings, settings.slack, behind)
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


async def _kept_up(name: str, start: Callable[[], AbstractAsyncContextManager[str]], stop: asyncio.Event) -> None:
    """Run one platform until told to stop; when it fails it is started again, and the others never notice."""
    pause = 1.0
    while not stop.is_set():
        try:
            async with start() as reached:
                console.tell(f"{name}: ready, {reached}.")
                pause = 1.0
                await stop.wait()
        except StandfirstError as error:
            console.tell(f"{name}: {error}")
        except Exception:
            logging.getLogger(__name__).exception("%s failed", name)
        if not stop.is_set():
            console.tell(f"{name}: trying again in {pause:.0f} s.")
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(2 * pause, LONGEST_PAUSE)
    console.tell(f"{name}: stopped.")


async def _check(settings: Settings) -> int:
    every = dict[str, "AsyncIterator[Finding]"]()
    if settings.slack is not None:
        from adapters.slack import checkup as slack_checkup

        every["Slack"] = slack_checkup.findings(settings.slack)
    if settings.discord is not None:
        from adapters.discord import checkup as discord_checkup

        every["Discord"] = discord_checkup.findings(settings.discord)
    code = 0
    for name, findings in every.items():
        async for finding in findings:
            console.tell(f"{name}: {'ok' if finding.well else 'MISSING'}: {finding.says}")
            code = code if finding.well else 1
    return code


def _article_of(asked: stream.Asked) -> Article:
    def text(name: str) -> str | None:
        value = asked.fields.get(name)
        return value if isinstance(value, str) else None

    try:
        published = datetime.fromisoformat(text("published") or "")
    except ValueError:
        published = None
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return Article(text("text") or "", title=text("title"), url=text("url"), published=published)


@dataclass(frozen=True, slots=True)
class _AtHand:
    """What feeds brought just now, as ``bot.digests.Sources`` has it."""

    feeds: Sequence[Headlines]

    async def untold(self, subscription: Subscription) -> Sequence[Headline]:
        del subscription
        every = [each for feed in self.feeds for each in feed.headlines]
        return sorted(every, key=lambda each: each.published or datetime.min.replace(tzinfo=UTC), reverse=True)

    async def told(self, subscription: Subscription) -> Sequence[Headline]:
        del subscription
        return ()

    async def unread(self, subscription: Subscription) -> Sequence[tuple[str, str]]:
        del subscription
        return ()


@dataclass(frozen=True, slots=True)
class _World:
    """What there is outside, as the bot's ports have it."""

    articles: Articles
    feeds: Feeds
    apart: Apart
    database: Database | None


@asynccontextmanager
async def _world(settings: Settings, *, jobs: int, keep: bool = True) -> AsyncGenerator[_World]:
    from adapters.feeds.following import Feeds
    from adapters.telemetry import Metrics
    from adapters.web.articles import Articles
    from adapters.web.fetch import Agents, Fetcher
    from adapters.web.shelf import Shelf
    from adapters.web.workers import Workers

    agents = Agents(settings.contact, settings.user_agents)
    now = partial(datetime.now, UTC)
    with Workers(jobs) as workers, _database(settings) if keep else nullcontext() as database:
        workers.ready()
        shelf = Shelf(database, now) if database else None
        async with Fetcher(allowed=settings.allow_hosts, agents=agents) as fetcher:
            yield _World(
                articles=Articles(fetcher, workers, Metrics(), shelf),
                feeds=Feeds(fetcher, workers, now, shelf),
                apart=workers,
                database=database,
            )


@contextmanager
def _database(settings: Settings) -> Generator[Database | None]:
    """The database that was set; else a file of the user's own, and none where that cannot be written."""
    from adapters.database.opening import open_database

    if settings.database is not None:
        with open_database(settings.database) as database:
            yield database
        return
    try:
        database = open_database(files.own_database())
    except StoreUnusable as error:
        console.tell(f"{error} Nothing that is read will be kept.")
        yield None
        return
    with database:
        yield database


async def _follow(command: Command, world: _World, name: str) -> Post:
    """What ``command`` asks for, from a link or a file."""
    if files.is_link(name):
        return await answer_link(command, name, world.articles, world.apart)
    return await asyncio.to_thread(lambda: _answer(command, files.read(name)))


def _without_lists(names: Sequence[str]) -> list[str]:
    """The names, with those of OPML files replaced by the feeds in them."""
    from adapters.feeds.opml import read_opml

    every = list[str]()
    for name in names:
        listed = not files.is_link(name) and name.lower().endswith(".opml")
        every += [outline.feed for outline in read_opml(files.read(name))] if listed else [name]
    return every


async def _headlines(feeds: Feeds, name: str) -> Post:
    if files.is_link(name):
        return await feeds.read(name)
    from adapters.feeds.following import headlines

    raw = await asyncio.to_thread(files.read, name)
    return headlines(raw, url=None, content_type=None, now=datetime.now(UTC))


def _answer(command: Command, raw: bytes) -> Post:
    """What ``command`` asks for, from a file: plain text, a web page or a PDF."""
    if not files.is_page(raw):
        return answer(command, files.decode(raw))
    return compose(command, _read(raw, raw=command.raw))


def _reply_to_text(command: Command, asked: stream.Asked) -> documents.Fields:
    return documents.fields(answer(command, stream.text_of(asked)))


def _reply_to_page(raw: bool, asked: stream.Asked) -> documents.Fields:  # noqa: FBT001 - bound once, above
    html = stream.text_of(asked, "html")
    url = stream.text_of(asked, "url")
    return documents.page_fields(_read(html.encode("utf-8", "replace"), url, "text/html; charset=utf-8", raw=raw))


def _read(body: bytes, url: str | None = None, content_type: str | None = None, *, raw: bool) -> Reading:
    """The article in a page that is here already."""
    from adapters.web.model import Document, Elsewhere
    from adapters.web.read import read

    found = read(Document(body, url, content_type), raw=raw)
    if isinstance(found, Elsewhere):
        raise NeedsBrowser
    return found
