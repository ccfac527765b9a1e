"""Two hundred commands at once: how soon each is acknowledged, and how soon its briefing is there.

The bot runs as its operator would start it, in a process of its own, on the same cores as the Slack it talks to and the
site it reads. Half of the commands are links, half pasted texts, over twenty channels.
"""

from __future__ import annotations

import asyncio
import itertools
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters import files
from adapters.demo_site import demo_site
from tests.bot.test_run import line_with, running
from tests.peers.slack.server import scripted_slack

COMMANDS, CHANNELS = 200, 20
PASTED = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))


async def measured() -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        async with (
            scripted_slack() as slack,
            demo_site(files.bundled()) as site,
            running(slack, Path(folder), STANDFIRST_ALLOW_HOSTS=site.host) as process,
        ):
            slack.workspaces["T1"].member_of |= {f"C{number}" for number in range(CHANNELS)}
            await line_with(process, "ready")
            texts = itertools.cycle([*(path.read_text() for path in PASTED)])
            links = itertools.cycle(site.articles)
            asked = [
                (next(links) if number % 2 else next(texts), f"C{number % CHANNELS}") for number in range(COMMANDS)
            ]
            began = time.monotonic()
            acks = await asyncio.gather(*(slack.command(text, channel_id=channel) for text, channel in asked))
            acked = time.monotonic() - began
            posted: list[float] = []
            for number in range(1, COMMANDS + 1):
                await slack.until(lambda number=number: len(slack.made("chat.postMessage")) >= number)  # type: ignore[misc]  # mypy cannot type a lambda with a default
                posted.append(time.monotonic() - began)
            process.send_signal(signal.SIGTERM)
            await process.wait()
    waits = sorted(each.seconds for each in acks)
    print(f"{COMMANDS} commands at once, {CHANNELS} channels, bot, Slack and site on the same machine")
    print(f"  acknowledged  p50 {at(waits, 50):.2f} s  p99 {at(waits, 99):.2f} s  all after {acked:.2f} s")
    print(
        f"  briefings     p50 {at(posted, 50):.2f} s  p99 {at(posted, 99):.2f} s  {len(posted)} of {COMMANDS} arrived"
    )
    print(f"  what Slack would have refused: {len(slack.problems)}")


def at(sorted_values: list[float], percent: int) -> float:
    return sorted_values[min(len(sorted_values) - 1, len(sorted_values) * percent // 100)]


if __name__ == "__main__":
    sys.exit(asyncio.run(measured()))
