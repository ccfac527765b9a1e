"""`standfirst run` as its operator starts it: a process of its own, against a scripted Slack and a site on loopback."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters import files
from adapters.demo_site import demo_site
from tests.peers.slack.server import APP_TOKEN, SECRET, ScriptedSlack, scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("socket_enabled")


@asynccontextmanager
async def running(slack: ScriptedSlack, folder: Path, **more: str) -> AsyncGenerator[asyncio.subprocess.Process]:
    """The bot, until left: then it is asked to stop, as an operator would."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "STANDFIRST_"))}
    given = {
        "SLACK_BOT_TOKEN": "xoxb-T1",
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": slack.api,
        "DATABASE_URL": f"sqlite:///{folder / 'standfirst.db'}",
        "STANDFIRST_LISTEN": "127.0.0.1:0",
    }
    environment = {name: value for name, value in (known | given | more).items() if value}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment, stderr=asyncio.subprocess.PIPE
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


async def test_what_is_under_way_at_the_signal_is_finished_first(tmp_path: Path) -> None:
    async with (
        scripted_slack() as slack,
        demo_site(files.bundled()) as site,
        running(slack, tmp_path, STANDFIRST_ALLOW_HOSTS=site.host) as process,
    ):
        await line_with(process, "ready")
        slack.faults["response_url"].append("500")
        await slack.command(site.articles[0])
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 20) == 0
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
