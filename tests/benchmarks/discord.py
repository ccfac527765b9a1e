"""Two hundred commands at once in Discord: how soon each is acknowledged, and how soon its briefing is there.

As in Slack: the bot in a process of its own, on the same cores as the Discord it talks to and the site it reads; half
of the commands are links, half pasted texts, over twenty channels.
"""

from __future__ import annotations

import asyncio
import itertools
import signal
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters import files
from adapters.demo_site import demo_site
from tests.benchmarks.slack import CHANNELS, COMMANDS, PASTED, at
from tests.bot.test_run import line_with, running
from tests.peers.discord.server import CHANNEL, TOKEN, ScriptedDiscord, scripted_discord
from tests.peers.slack.server import scripted_slack

PLACES = [str(int(CHANNEL) + 10 + number) for number in range(CHANNELS)]


async def measured() -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        async with scripted_slack() as slack, scripted_discord() as discord, demo_site(files.bundled()) as site:
            where = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.api, "DISCORD_GATEWAY_URL": discord.gateway}
            only_discord = {"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "STANDFIRST_ALLOW_HOSTS": site.host}
            async with running(slack, Path(folder), **where, **only_discord) as process:
                await line_with(process, "ready")
                texts = itertools.cycle([*(path.read_text() for path in PASTED)])
                links = itertools.cycle(site.articles)
                asked = [
                    {"link": next(links)} if number % 2 else {"text": next(texts)[:6_000]} for number in range(COMMANDS)
                ]
                began = time.monotonic()
                told = await asyncio.gather(
                    *(discord.command("brief", channel=PLACES[n % CHANNELS], **each) for n, each in enumerate(asked))
                )
                posted = list[float]()
                while len(posted) < COMMANDS:
                    await discord.until(partial(_more_than, discord, len(posted)))
                    posted += [time.monotonic() - began] * (_there(discord) - len(posted))
                process.send_signal(signal.SIGTERM)
                await process.wait()
    waits = sorted(each.answered - each.told for each in told)
    print(f"{COMMANDS} commands at once, {CHANNELS} channels, bot, Discord and site on the same machine")
    print(f"  deferred      p50 {at(waits, 50):.2f} s  p99 {at(waits, 99):.2f} s")
    print(
        f"  briefings     p50 {at(posted, 50):.2f} s  p99 {at(posted, 99):.2f} s  {len(posted)} of {COMMANDS} arrived"
    )
    print(f"  what Discord would have refused: {len(discord.problems)}")


def _there(discord: ScriptedDiscord) -> int:
    return sum(len(discord.posts(place)) for place in PLACES)


def _more_than(discord: ScriptedDiscord, number: int) -> bool:
    return _there(discord) > number


if __name__ == "__main__":
    sys.exit(asyncio.run(measured()))
