"""Whoever watches the bot learns over HTTP whether it lives, is ready and how its work stands."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import ClientSession
from sqlalchemy import insert, text

from adapters.database.claims import Look, claim
from adapters.database.deliveries import give_up, order
from adapters.database.errands import accept, finish
from adapters.database.models import spend
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from adapters.database.tables import followed
from adapters.health import STILL_SECONDS, Health
from adapters.telemetry import Metrics
from adapters.web_server import serving
from bot.errands import Errand
from bot.metering import Spent
from bot.model import Channel, Ending, Subscription
from bot.schedule import parse
from tests.adapters.database.samples import NOON

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from adapters.database.opening import Database

pytestmark = pytest.mark.usefixtures("socket_enabled")

DOCS = Path(__file__).parents[2] / "docs" / "operations.md"


@dataclass(slots=True)
class Watched:
    """A process that is watched, and its clock, which stands still unless it is put forward."""

    database: Database
    address: str = ""
    at: float = 0.0
    metrics: Metrics = field(default_factory=lambda: Metrics(lambda: NOON))
    health: Health = field(init=False)

    def __post_init__(self) -> None:
        self.health = Health(self.metrics, self.database, lambda: NOON, lambda: self.at)

    async def get(self, path: str) -> tuple[int, str]:
        async with ClientSession() as client, client.get(self.address + path) as answer:
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, dict[str, Any]]:
        async with ClientSession() as client, client.get(f"{self.address}/readyz") as answer:
            return answer.status, (await answer.json())["parts"]

    async def numbers(self) -> dict[str, float]:
        _, told = await self.get("/metrics")
        lines = [line.rpartition(" ") for line in told.splitlines() if not line.startswith("#")]
        return {name: float(number) for name, _, number in lines}


async def numbers_of(metrics: Metrics, database: Database) -> dict[str, float]:
    """What monitoring is told of them."""
    one = Watched(database, metrics=metrics)
    async with serving(one.health.routes(), "127.0.0.1", 0) as one.address:
        return await one.numbers()


@asynccontextmanager
async def a_watched_process(folder: Path) -> AsyncGenerator[Watched]:
    with open_database(f"sqlite:///{folder / 'standfirst.db'}") as database:
        one = Watched(database)
        async with serving(one.health.routes(), "127.0.0.1", 0) as one.address:
            yield one


async def test_a_process_whose_loop_turns_lives_whatever_else_is_wrong(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        one.health.lost("Slack", "It is away.")
        assert (await one.get("/healthz"))[0] == 200


async def test_a_process_is_ready_when_each_of_its_parts_is(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        one.health.expect(["Slack"])
        status, parts = await one.ready()
        assert status == 503
        assert parts["clock"] == {"ready": False, "why": "It has not ticked yet."}
        assert parts["Slack"] == {"ready": False, "why": "It is not connected yet."}
        await one.health.ticked()
        one.health.reached("Slack")
        status, parts = await one.ready()
        assert status == 200
        assert parts == {"database": {"ready": True}, "clock": {"ready": True}, "Slack": {"ready": True}}


async def test_a_platform_that_is_lost_is_named_with_the_reason(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        await one.health.ticked()
        one.health.reached("Slack")
        one.health.lost("Slack", "Slack does not take the token.")
        status, parts = await one.ready()
        assert (status, parts["Slack"]["why"]) == (503, "Slack does not take the token.")


async def test_a_clock_that_stands_still_is_noticed(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        await one.health.ticked()
        one.at = STILL_SECONDS
        assert (await one.ready())[0] == 200
        one.at += 1
        status, parts = await one.ready()
        assert (status, parts["clock"]["why"]) == (503, "It has not ticked for 61 s.")


async def test_a_database_that_cannot_be_read_is_told_and_its_old_numbers_are_not(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        await one.health.ticked()
        assert (await one.numbers())["standfirst_database_answers"] == 1
        with one.database.writing() as connection:
            connection.execute(text("DROP TABLE deliveries"))
        status, parts = await one.ready()
        assert status == 503
        assert parts["database"]["why"]
        numbers = await one.numbers()
        assert numbers["standfirst_database_answers"] == 0
        assert 'standfirst_deliveries{state="posted"}' not in numbers


async def test_the_numbers_say_what_the_ledger_says(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        db, hour = one.database, timedelta(hours=1)
        there = Channel("slack", "T1", "C1")
        ident = keep(
            db, Subscription(there, "Morning", parse("daily 09:00 UTC"), ("https://a.example/f",), "U1", NOON)
        ).ident
        order(db, ident, NOON - 2 * hour, NOON - 2 * hour)
        (taken,) = claim(db, Look("slack", 10), NOON - 2 * hour)
        give_up(db, taken, Ending("unknown", "Nobody can tell."), NOON - hour)
        order(db, ident, NOON - hour, NOON - hour)
        accept(db, Errand("one", "slack", {}), NOON)
        accept(db, Errand("two", "slack", {}), NOON)
        finish(db, "two", NOON)
        spend(db, Spent("slack T1", NOON.date(), "small", 2, 300, 40))
        spend(db, Spent("slack T2", NOON.date(), "small", 1, 100, 10))
        spend(db, Spent("slack T2", NOON.date() - timedelta(days=1), "small", 1, 7, 7))
        with db.writing() as connection:
            row = {"url": "https://a.example/f", "next_poll": NOON, "failures": 2}
            connection.execute(insert(followed).values(url_sha256="a" * 64, **row))
        numbers = await one.numbers()
        assert numbers['standfirst_deliveries{state="unknown"}'] == 1
        assert numbers['standfirst_deliveries{state="ready"}'] == 1
        assert numbers['standfirst_deliveries{state="posted"}'] == 0
        assert numbers["standfirst_deliveries_due"] == 1
        assert numbers["standfirst_errands_open"] == 1
        assert numbers['standfirst_feeds{state="failing"}'] == 1
        assert numbers['standfirst_model_calls_today{model="small"}'] == 3
        assert numbers['standfirst_model_tokens_today{direction="prompt",model="small"}'] == 400
        assert numbers['standfirst_model_tokens_today{direction="completion",model="small"}'] == 50


async def test_what_happens_here_is_counted_here(tmp_path: Path) -> None:
    async with a_watched_process(tmp_path) as one:
        one.metrics.posted("slack", NOON - timedelta(seconds=20))
        one.metrics.errand("discord", 0.3, done=True)
        one.metrics.link("read")
        numbers = await one.numbers()
        assert numbers['standfirst_digest_lateness_seconds_sum{platform="slack"}'] == 20
        assert numbers['standfirst_errand_seconds_count{outcome="done",platform="discord"}'] == 1
        assert numbers['standfirst_links_total{outcome="read"}'] == 1


def test_each_number_stands_in_the_manual_and_the_manual_names_no_other() -> None:
    told = set(re.findall(r"^\| `(standfirst_\w+)`", DOCS.read_text(), re.MULTILINE))
    assert told == set(Metrics().names())
