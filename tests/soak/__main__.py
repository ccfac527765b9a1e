"""The bot for days of its own clock, in minutes: ``python -m tests.soak [MINUTES]`` (30), or ``make soak``.

A hundred channels with a digest every four hours, a platform that fails by the fault menu, and what is old purged. Then
the memory must be flat, no slot lost or doubled, and what the process counted must be what the ledger and Slack have.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import re
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from adapters.database.followed import follow
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from bot.model import Channel, Subscription
from bot.schedule import parse
from tests.peers.slack.server import scripted_slack
from tests.soak.worker import SAMPLE_SECONDS, SPEED, Seen, work

if TYPE_CHECKING:
    from adapters.database.opening import Database
    from tests.peers.slack.server import ScriptedSlack

CHANNELS = 100
FAULTS = ("drop", "lost", "500", "503", "truncated", "page", "429 0", "429 0.05", "error internal_error")
HOURS = 4
OFTEN = f"daily {', '.join(f'{hour:02}:00' for hour in range(0, 24, HOURS))} UTC"

FLAT = 0.2
"""Megabytes a minute that the second half may grow by. A leak of a kilobyte a post would be ten times that."""

_COUNTED = re.compile(r'^standfirst_digest_lateness_seconds_count\{platform="slack"\} (\d+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in Slack, and what was seen of the process; ``problems`` are sentences."""

    posted: int
    faults: int
    told: int
    seen: Seen
    problems: tuple[str, ...]

    @property
    def growth(self) -> float:
        """Megabytes a minute, by a line through the second half of the samples."""
        half = self.seen.megabytes[len(self.seen.megabytes) // 2 :]
        if len(half) < 2:
            return 0.0
        return linear_regression([at * SAMPLE_SECONDS / 60 for at in range(len(half))], half).slope


async def run(seconds: float, folder: Path, *, channels: int = CHANNELS, seed: int = 0) -> Outcome:
    """Run the bot for so many seconds, with a fault for every few posts."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    database = f"sqlite:///{folder / 'soak.db'}"
    async with scripted_slack() as slack:
        slack.workspaces["T1"].member_of |= {f"C{number}" for number in range(channels)}
        with open_database(database) as db:
            _prepare(db, channels)
        context = multiprocessing.get_context("forkserver")
        hears, says = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(database, slack.api, channels, seconds, says), daemon=True)
        process.start()
        says.close()
        faults = 0
        while process.is_alive() and not hears.poll():
            await asyncio.sleep(chance.uniform(0.2, 1.0))
            slack.faults["chat.postMessage"].append(chance.choice(FAULTS))
            faults += 1
        seen: Seen = await asyncio.to_thread(hears.recv)
        with suppress(ValueError):
            process.join()
        return _compared(slack, seen, faults)


def _prepare(db: Database, channels: int) -> None:
    now = datetime.now(UTC)
    for number in range(channels):
        url = f"https://paper{number}.example/feed"
        here = Channel("slack", "T1", f"C{number}")
        keep(db, Subscription(here, "Soak", parse(OFTEN), (url,), "U1", now, stories=1))
        follow(db, [url], now)


def _compared(slack: ScriptedSlack, seen: Seen, faults: int) -> Outcome:
    """What Slack has against what was counted: each slot once, or its manager told; each order kept."""
    posts = {name: [_key(each) for each in its] for name, its in slack.workspaces["T1"].channels.items()}
    digests = [key for name, keys in posts.items() if name.startswith("C") for key in keys if key.endswith(" 0")]
    problems = [f"{key} was posted {often} times" for key, often in Counter(digests).items() if often > 1]
    told = {key for key in posts.get("U1", ()) if key.startswith("silence")}
    for name, keys in posts.items():
        roots = [key for key in keys if key.endswith(" 0")]
        if name.startswith("C") and roots != sorted(roots):
            problems.append(f"{name}: out of order")
        slots = {key.rsplit(" ", 1)[0] for key in roots} | {
            f"digest {key.removeprefix('silence ').rsplit(' ', 1)[0]}" for key in told if _of(key, name)
        }
        if name.startswith("C"):
            problems += _gaps(name, sorted(slots))
    counted = _COUNTED.search(seen.metrics)
    unsure = sum(key.replace("digest", "silence", 1) in told for key in digests)  # there, and nobody could tell
    if counted is None or int(counted[1]) != len(digests) - unsure:
        counts = f"{counted[1] if counted else 'no'} posts were counted, {len(digests)} stand in Slack"
        problems.append(f"{counts}, {unsure} of which nobody could tell of")
    return Outcome(len(digests), faults, len(told), seen, tuple(problems))


def _gaps(name: str, slots: list[str]) -> list[str]:
    """Slots between the first and the last of a channel that nothing is known of."""
    hours = [int(datetime.fromisoformat(each.rsplit(" ", 1)[1]).timestamp()) // 3_600 for each in slots]
    missing = set(range(min(hours), max(hours), HOURS)) - set(hours) if hours else set[int]()
    return [f"{name}: {len(missing)} slots are lost"] if missing else []


def _of(key: str, channel: str) -> bool:
    """Whether a manager was told of a digest of that channel: they are numbered from 1 in the channels' order."""
    return key.split()[1] == str(int(channel[1:]) + 1) if channel[1:].isdecimal() and channel[0] == "C" else False


def _key(post: dict[str, Any]) -> str:
    return str(post["metadata"]["event_payload"]["key"])


def main() -> int:
    """Run the long form and print what was seen; 1 if anything is not as it should be."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # as it is deployed; read when the process begins that is watched
    with TemporaryDirectory() as folder:
        made = asyncio.run(run(60 * minutes, Path(folder)))
    memory = made.seen.megabytes
    print(f"{minutes:g} minutes, {CHANNELS} channels, a digest every four hours, a clock {SPEED} times as fast")
    print(f"  posted {made.posted}, managers told of {made.told}, faults {made.faults}")
    print(f"  memory: {memory[0]:.0f} MB at first, {max(memory):.0f} MB at most, {memory[-1]:.0f} MB at the end")
    print(f"  growth in the second half: {made.growth:+.2f} MB a minute")
    print(f"  problems: {'; '.join(made.problems) or 'none'}")
    return 1 if made.problems or made.growth > FLAT else 0


if __name__ == "__main__":
    sys.exit(main())
