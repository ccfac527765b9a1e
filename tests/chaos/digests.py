"""Processes that deliver digests are killed and stopped at random while Slack fails: is every slot posted once?

`python -m tests.chaos.digests [SEEDS [postgresql [SPACING]]]` runs the long form and prints a table; SEEDS may be a
range, 20-40. On PostgreSQL the processes are workers of Procrastinate.
Three records must agree: what stands in Slack, what its wire log says, and our ledger.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import select

from adapters.database import deliveries as ledger
from adapters.database.followed import follow, polled
from adapters.database.opening import Database, open_database
from adapters.database.subscriptions import keep
from adapters.database.tables import deliveries
from bot.model import Channel, Headline, Headlines, Subscription
from bot.schedule import parse
from tests.chaos.worker import work
from tests.peers.slack.server import ScriptedSlack, scripted_slack
from tests.postgres import Postgres, running_postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

FAULTS = (
    "drop",
    "lost",
    "500",
    "503",
    "hang",
    "truncated",
    "page",
    "429 0",
    "429 0.05",
    "error internal_error",
    "error ratelimited",
)
ACCEPTED = {"ok", "drop", "hang", "truncated", "page"}
"""What Slack answered, or did instead, to a post that it took."""

PROCESSES = 3

_processes = multiprocessing.get_context("forkserver")  # a process begins with all that it needs loaded
_processes.set_forkserver_preload(["tests.chaos.worker"])

DONE = {"posted", "unknown", "failed", "empty"}
PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many slots ended how, and what should not have happened, a sentence each."""

    states: Counter[str]
    kills: int
    steps: int
    stops: int
    faults: int
    problems: tuple[str, ...]


async def run(seed: int, database: str, *, channels: int, slots: int, spacing: float = 0.1) -> Outcome:
    """One run, from the first slot to the last; ``spacing`` is in seconds."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    async with scripted_slack() as slack:
        slack.workspaces["T1"].member_of |= {f"C{number}" for number in range(channels)}
        with open_database(database) as db:
            prepare(db, channels, slots)
            start = partial(_start, database, slack, chance, spacing)
            counted = await _torment(db, slack, chance, start)
            return Outcome(
                states=_states(db),
                kills=counted["kill"],
                steps=counted["step"],
                stops=counted["stop"],
                faults=counted["fault"],
                problems=(*disagreements(db, slack), *crowding(slack, spacing), *untold(db, slack)),
            )


def prepare(db: Database, channels: int, slots: int) -> None:
    """A subscription a channel, with a story for each of its slots, all of them due."""
    now = datetime.now(UTC)
    for number in range(channels):
        url = f"https://paper{number}.example/feed"
        one = keep(
            db,
            Subscription(
                Channel("slack", "T1", f"C{number}"), "Chaos", parse("daily 08:30"), (url,), "U1", now, stories=1
            ),
        )
        follow(db, [url], now)
        found = tuple(_headline(number, story, now) for story in range(slots + 2))
        polled(db, url, Headlines("Paper", None, url, "en", found), now)
        for slot in range(slots):
            ledger.order(db, one.ident, now + timedelta(seconds=slot - slots), now - timedelta(minutes=1))


def disagreements(db: Database, slack: ScriptedSlack) -> list[str]:
    """What our ledger, Slack's channels and the wire log do not agree on."""
    found = list[str]()
    with db.reading() as connection:
        rows = connection.execute(select(deliveries)).all()
    for row in rows:
        key = f"digest {row.subscription_id} {row.slot:%Y-%m-%dT%H:%M:%SZ}"
        times = Counter(
            post["metadata"]["event_payload"]["key"]
            for posts in slack.workspaces["T1"].channels.values()
            for post in posts
            if post["metadata"]["event_payload"]["key"].startswith(f"{key} ")
        )
        found += [f"{each} was posted {often} times" for each, often in times.items() if often > 1]
        if row.state == "posted" and len(times) != 2:
            found.append(f"{key} is on record as posted, and {len(times)} of 2 messages are there")
        if row.state not in DONE:
            found.append(f"{key} is {row.state}")
    stand = sum(map(len, slack.workspaces["T1"].channels.values()))
    taken = sum(call.method == "chat.postMessage" and call.answer in ACCEPTED for call in slack.calls)
    withdrawn = sum(call.method == "chat.delete" and call.answer in ACCEPTED for call in slack.calls)
    if stand != taken - withdrawn:
        found.append(f"{stand} posts stand in Slack, and its log has {taken}, {withdrawn} of them taken back")
    for channel, posts in slack.workspaces["T1"].channels.items():
        roots = [post["metadata"]["event_payload"]["key"] for post in posts if not post.get("thread_ts")]
        if channel.startswith("C") and roots != sorted(roots):
            found.append(f"{channel}: out of order")
    return found


def crowding(slack: ScriptedSlack, spacing: float) -> list[str]:
    """Posts that came to a channel too soon after the one before."""
    return [
        f"{channel}: two posts within {later - sooner:.3f} s"
        for channel, times in slack.arrivals.items()
        for sooner, later in pairwise(times)
        if channel.startswith("C") and later - sooner < spacing
    ]


def untold(db: Database, slack: ScriptedSlack) -> list[str]:
    """Deliveries that ended without a post, and whose managers were not told."""
    said = {
        post["metadata"]["event_payload"]["key"].rpartition(" ")[0] for post in slack.workspaces["T1"].channels["U1"]
    }
    with db.reading() as connection:
        rows = connection.execute(select(deliveries).where(deliveries.c.state.in_(("unknown", "failed")))).all()
    keys = {f"silence {row.subscription_id} {row.slot:%Y-%m-%dT%H:%M:%SZ}" for row in rows}
    return [f"nobody was told of {key}" for key in sorted(keys - said)]


async def _torment(
    db: Database, slack: ScriptedSlack, chance: random.Random, start: Callable[[], Worker]
) -> Counter[str]:
    """Kill, stop and fail until all is done, or nobody would wait any longer; how often each.

    Nothing here may hold up the loop, in which Slack is too: what was sent has to arrive within a lease's last fifth.
    """
    counted = Counter[str]()
    until = time.monotonic() + PATIENCE
    workers = [await asyncio.to_thread(start) for _ in range(PROCESSES)]
    try:
        while not await asyncio.to_thread(_ended, db) and time.monotonic() < until:
            await asyncio.sleep(chance.uniform(0.02, 0.25))
            for _ in range(chance.randrange(5)):
                slack.faults["chat.postMessage"].append(chance.choice(FAULTS))
                counted["fault"] += 1
            victim = chance.choice(workers)
            match chance.randrange(4):
                case 0:
                    victim.process.kill()
                    counted["kill"] += 1
                case 1 if victim.process.pid and victim.process.is_alive():
                    with suppress(ProcessLookupError):  # it may have killed itself just now
                        os.kill(victim.process.pid, signal.SIGSTOP)
                        await asyncio.sleep(chance.uniform(0.2, 6.0))
                        os.kill(victim.process.pid, signal.SIGCONT)
                        counted["stop"] += 1
                case _:
                    pass
            for number, worker in enumerate(workers):
                if not worker.process.is_alive():
                    counted["step"] += worker.last_words.poll()
                    workers[number] = await asyncio.to_thread(start)
    finally:
        for worker in workers:
            worker.process.kill()
        for worker in workers:  # whose last connection has to be taken before Slack is closed
            await asyncio.to_thread(worker.process.join)
    return counted


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, and what it says at the step at which it kills itself."""

    process: ForkServerProcess
    last_words: Connection


def _start(database: str, slack: ScriptedSlack, chance: random.Random, spacing: float) -> Worker:
    heard, says = _processes.Pipe(duplex=False)
    process = _processes.Process(target=work, args=(database, slack.api, chance.random(), spacing, says), daemon=True)
    process.start()
    says.close()
    return Worker(process, heard)


def _ended(db: Database) -> bool:
    """Whether all is done, and all that is to be told."""
    with db.reading() as connection:
        rows = connection.execute(select(deliveries.c.state, deliveries.c.reported)).all()
    return all(row.state in DONE and row.reported for row in rows)


def _states(db: Database) -> Counter[str]:
    with db.reading() as connection:
        return Counter(connection.execute(select(deliveries.c.state)).scalars())


def _headline(channel: int, story: int, now: datetime) -> Headline:
    """A story with words of its own, so that no two are taken for one."""
    chance = random.Random(f"{channel} {story}")  # noqa: S311 - no secret
    words = ["".join(chance.choices("bdfgklmnprst", k=1) + chance.choices("aeiou", k=1)) for _ in range(90)]
    named = ["".join(words[number : number + 3]) for number in range(0, 90, 3)]
    text = f"{' '.join(named[:14])}. {' '.join(named[14:]).capitalize()}.".capitalize()
    link = f"https://paper{channel}.example/{story}"
    return Headline(f"{named[0].capitalize()} {named[1]}", link, link=link, published=now, text=text)


async def main(seeds: Sequence[int], server: Postgres | None, spacing: float) -> int:
    """The long form: 20 channels of 10 slots a seed."""
    wrong = 0
    print("seed  posted  unknown  failed  kills  at steps  stops  faults  seconds  problems")
    for seed in seeds:
        with TemporaryDirectory() as folder:
            began = time.monotonic()
            url = server.fresh(f"chaos_{seed}") if server else f"sqlite:///{Path(folder) / 'chaos.db'}"
            made = await run(seed, url, channels=20, slots=10, spacing=spacing)
        states, took = made.states, time.monotonic() - began
        print(
            f"{seed:4}  {states['posted']:6}  {states['unknown']:7}  {states['failed']:6}  {made.kills:5}  "
            f"{made.steps:8}  {made.stops:5}  {made.faults:6}  {took:7.0f}  {'; '.join(made.problems) or 'none'}",
            flush=True,
        )
        wrong += bool(made.problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    first, _, last = (sys.argv[1] if len(sys.argv) > 1 else "10").rpartition("-")
    wanted = range(int(first or 0), int(last))
    apart = float(sys.argv[3]) if len(sys.argv) > 3 else 0.1
    with running_postgres() if "postgresql" in sys.argv else nullcontext() as postgres:
        sys.exit(asyncio.run(main(wanted, postgres, apart)))
