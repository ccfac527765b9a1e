"""`standfirst run` as its operator starts it: a process of its own, against a scripted Slack and a site on loopback."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from aiohttp import web
from sqlalchemy import update

from adapters import files
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from adapters.database.tables import subscriptions
from adapters.demo_site import demo_site
from bot.model import Channel, Subscription
from bot.schedule import parse
from tests.peers.discord.server import CHANNEL, GUILD, TOKEN, inside, scripted_discord
from tests.peers.slack.server import APP_TOKEN, SECRET, ScriptedSlack, scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("socket_enabled")


@asynccontextmanager
async def running(
    slack: ScriptedSlack, folder: Path, does: str = "run", **more: str
) -> AsyncGenerator[asyncio.subprocess.Process]:
    """The bot, until left: then it is asked to stop, as an operator would."""
    known = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK_", "DISCORD_", "STANDFIRST_", "OTEL_"))
    }
    given = {
        "SLACK_BOT_TOKEN": "xoxb-T1",
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": slack.api,
        "DATABASE_URL": f"sqlite:///{folder / 'standfirst.db'}",
        "STANDFIRST_LISTEN": "127.0.0.1:0",
    }
    environment = {name: value for name, value in (known | given | more).items() if value}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", does, cwd=ROOT, env=environment, stderr=PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def line_with(process: asyncio.subprocess.Process, words: str) -> str:
    assert process.stderr
    while line := (await asyncio.wait_for(process.stderr.readline(), 60)).decode():
        if words in line:
            return line
    raise AssertionError(words)


async def test_a_link_is_fetched_read_and_briefed_and_the_process_stops_when_asked(tmp_path: Path) -> None:
    async with (
        scripted_slack() as slack,
        demo_site(files.bundled()) as site,
        running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=site.host) as process,
    ):
        assert "ready, over a socket" in await line_with(process, "Slack: ")
        await slack.command(site.articles[0])
        await slack.until(slack.posts)
        (post,) = slack.posts()
        assert post["blocks"][0]["elements"][0]["elements"][0]["url"] == site.articles[0]
        assert slack.problems == []
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 20) == 0


async def test_what_is_under_way_at_the_signal_is_finished_or_handed_to_the_next_process(tmp_path: Path) -> None:
    async with scripted_slack() as slack, demo_site(files.bundled()) as site:
        async with running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=site.host) as process:
            await line_with(process, "ready")
            await slack.command(site.articles[0])
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 30) == 0
        if not slack.posts():  # a machine under load may need longer than there is
            async with running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=site.host):
                await slack.until(slack.posts)
        assert len(slack.posts()) == 1


async def test_a_token_slack_does_not_take_is_told_and_tried_again(tmp_path: Path) -> None:
    async with scripted_slack() as slack, running(slack, tmp_path, SLACK_BOT_TOKEN="xoxb-old") as process:
        assert "invalid_auth" in await line_with(process, "Slack: ")
        await line_with(process, "trying again in 1 s")
        slack.workspaces["T1"].token = "xoxb-old"
        await line_with(process, "ready, over a socket")


async def test_over_http_signed_requests_are_believed_and_no_others(tmp_path: Path) -> None:
    async with (
        scripted_slack() as slack,
        demo_site(files.bundled()) as site,
        running(
            slack, tmp_path, SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET=SECRET, STANDFIRST_ALLOW_HOSTS=site.host
        ) as process,
    ):
        ready = await line_with(process, "ready, over HTTP at ")
        url = ready.partition(" at ")[2].strip().rstrip(".")
        body = slack._who() | {"command": "/brief", "text": site.articles[1], "trigger_id": "1.1"}
        assert (await slack.post_signed(url, "slash_commands", body, secret="forged"))[0] == 401
        assert (await slack.post_signed(url, "slash_commands", body, age=600))[0] == 401
        assert await slack.post_signed(url, "slash_commands", body) == (200, "")
        assert (await slack.post_signed(url, "slash_commands", body, retry=1))[0] == 200
        await slack.until(slack.posts)
        process.send_signal(signal.SIGTERM)
        await process.wait()
        assert len(slack.posts()) == 1


@asynccontextmanager
async def a_paper() -> AsyncGenerator[str]:
    """A site with a feed of two stories of this morning, at the host and port that is given."""
    pages = {"/harbour": files.bundled()[1].read_text(), "/results": files.bundled()[3].read_text()}

    async def page(request: web.Request) -> web.Response:
        paragraphs = "".join(f"<p>{escape(each)}</p>" for each in pages[request.path].split("\n\n"))
        return web.Response(text=f"<html><body><article>{paragraphs}</article></body></html>", content_type="text/html")

    async def feed(request: web.Request) -> web.Response:
        now = format_datetime(datetime.now(UTC))
        items = "".join(
            f"<item><title>{escape(text.split(chr(10))[0][:80])}</title><link>http://{request.host}{path}</link>"
            f"<guid>{path}</guid><pubDate>{now}</pubDate></item>"
            for path, text in pages.items()
        )
        rss = f'<rss version="2.0"><channel><title>Paper</title><link>http://{request.host}/</link>{items}</channel></rss>'
        return web.Response(text=rss, content_type="application/rss+xml")

    app = web.Application()
    app.add_routes([web.get("/feed.xml", feed), *(web.get(path, page) for path in pages)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_a_digest_that_is_due_is_posted_by_the_running_bot(tmp_path: Path) -> None:
    """Set up for the minute that has begun, as if it had been some time before; the clock finds that it is due."""
    async with (
        scripted_slack() as slack,
        a_paper() as host,
        running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=host) as process,
    ):
        await line_with(process, "ready")
        slot = datetime.now(UTC).replace(second=0, microsecond=0)
        await slack.command(f"daily {slot:%H:%M} UTC http://{host}/feed.xml", command="/digest")
        await slack.until(lambda: "is set up" in str(slack.responses()))
        with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database, database.writing() as connection:
            connection.execute(update(subscriptions).values(planned=slot - timedelta(minutes=1), due=slot))
        await slack.until(lambda: len(slack.posts()) == 3)
        digest, *thread = slack.posts()
        assert "2 stories from 1 source" in digest["text"]
        assert {each["thread_ts"] for each in thread} == {digest["ts"]}
        assert slack.problems == []


async def test_digests_are_delivered_by_workers_to_whatever_platform(tmp_path: Path, postgres: Postgres) -> None:
    """One process listens and plans, another delivers; the one that listens posts no digest."""
    url = postgres.fresh(f"workers_{uuid4().hex}")
    async with scripted_slack() as slack, scripted_discord() as discord, a_paper() as host:
        shared = {
            "STANDFIRST_ENGINE": "procrastinate",
            "DATABASE_URL": url,
            "STANDFIRST_ALLOW_HOSTS": host,
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_URL": discord.api,
            "DISCORD_GATEWAY_URL": discord.gateway,
        }
        slot = datetime.now(UTC).replace(second=0, microsecond=0)
        feed = f"http://{host}/feed.xml"
        async with running(slack, tmp_path, **shared) as listens:
            await line_with(listens, "ready")
            await slack.command(f"daily {slot:%H:%M} UTC {feed}", command="/digest")
            await slack.until(lambda: "is set up" in str(slack.responses()))
            with open_database(url) as database, database.writing() as connection:
                there = Channel("discord", GUILD, CHANNEL)
                keep(database, Subscription(there, "Morning", parse(f"daily {slot:%H:%M} UTC"), (feed,), "1", slot))
                connection.execute(update(subscriptions).values(planned=slot - timedelta(minutes=1), due=slot))
            async with running(slack, tmp_path, "worker", **shared) as works:
                await line_with(works, "ready, to deliver digests")
                await slack.until(lambda: len(slack.posts()) == 3)
                await discord.until(discord.posts)
                assert "2 stories from 1 source" in slack.posts()[0]["text"]
                assert (slack.problems, discord.problems) == ([], [])
                works.send_signal(signal.SIGTERM)
                assert await asyncio.wait_for(works.wait(), 20) == 0
            listens.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(listens.wait(), 20) == 0


async def test_a_worker_without_postgresql_says_what_to_set(tmp_path: Path) -> None:
    async with scripted_slack() as slack:
        async with running(slack, tmp_path, "worker") as process:
            assert "STANDFIRST_ENGINE=procrastinate" in await line_with(process, "Workers need")
            assert await process.wait() == 2
        async with running(slack, tmp_path, "worker", STANDFIRST_ENGINE="procrastinate") as process:
            assert "set DATABASE_URL to postgresql://" in await line_with(process, "STANDFIRST_ENGINE")
            assert await process.wait() == 2


async def test_in_discord_a_link_is_briefed_and_the_process_stops_when_asked(tmp_path: Path) -> None:
    async with scripted_slack() as slack, scripted_discord() as discord, demo_site(files.bundled()) as site:
        only_discord = {"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "STANDFIRST_ALLOW_HOSTS": site.host}
        where = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.api, "DISCORD_GATEWAY_URL": discord.gateway}
        async with running(slack, tmp_path, **only_discord, **where) as process:
            assert "ready, over the gateway" in await line_with(process, "Discord: ")
            await discord.command("brief", link=site.articles[0])
            await discord.until(discord.posts)
            (button,) = [each for each in inside(discord.posts()[0]["components"]) if each.get("label") == "Read"]
            assert button["url"] == site.articles[0]
            assert discord.problems == []
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 20) == 0


async def test_a_token_discord_does_not_take_is_told_and_slack_goes_on(tmp_path: Path) -> None:
    async with scripted_slack() as slack, scripted_discord() as discord:
        where = {"DISCORD_TOKEN": "MTAw.wrong.token", "DISCORD_API_URL": discord.api}
        async with running(slack, tmp_path, **where) as process:
            await line_with(process, "Discord: Discord does not take DISCORD_TOKEN")
            await slack.command("help")
            await slack.until(slack.responses)


async def test_in_a_terminal_the_bot_is_talked_with_line_by_line(tmp_path: Path) -> None:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DISCORD_"))}
    environment = known | {"DATABASE_URL": f"sqlite:///{tmp_path / 'standfirst.db'}"}
    article = " ".join(files.bundled()[3].read_text().split())
    typed = f"{article}\nWho is the finance director?\n/quotes\n/digest list\n/quit\n"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "chat", cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    shown, _ = await asyncio.wait_for(process.communicate(typed.encode()), 60)
    said = shown.decode()
    assert process.returncode == 0
    assert "checked against the article" in said
    assert "Tom Arkell" in said
    assert "quotations in the article" in said
    assert "There is no digest yet" in said
