"""`standfirst check`: everything is looked at, and what is to be mended is told."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from sqlalchemy import update

from adapters.database.followed import failed, follow
from adapters.database.migrations import HEAD
from adapters.database.opening import open_database
from adapters.database.subscriptions import keep
from adapters.database.tables import subscriptions
from adapters.slack.manifest import SCOPES
from adapters.timekeeping import drift, zones
from bot.model import Channel, Subscription
from bot.schedule import parse
from tests.adapters.web.site import serving
from tests.command_line import spoil_the_last_page, typed
from tests.peers.slack.server import APP_TOKEN, scripted_slack

if TYPE_CHECKING:
    from pathlib import Path

    from tests.command_line import Typed
    from tests.postgres import Postgres

pytestmark = pytest.mark.usefixtures("socket_enabled")

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>
<item><title>Harbour will close</title><link>/story</link></item></channel></rss>"""


def said(answer: Typed) -> dict[str, list[tuple[bool | None, str]]]:
    """What was found, by subject."""
    found = dict[str, list[tuple[bool | None, str]]]()
    for each in map(json.loads, answer.out.splitlines()):
        found.setdefault(each["subject"], []).append((each["well"], each["says"]))
    return found


def digest(url: str, *feeds: str) -> None:
    now = datetime.now(UTC)
    with open_database(url) as database:
        follow(database, feeds, now)
        keep(
            database, Subscription(Channel("slack", "T1", "C1"), "Briefing", parse("daily 08:30 UTC"), feeds, "U1", now)
        )


async def test_without_any_token_it_says_what_is_not_set_up_and_that_nothing_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "standfirst.db"
    answer = await typed("check", "--json", settings={"DATABASE_URL": f"sqlite:///{file}"})
    found = said(answer)
    assert answer.code == 0
    assert found["Slack"] == found["Discord"] == [(None, "It is not set up; README.md has five steps.")]
    assert found["Pages"] == [(True, "`standfirst run` serves the playground at http://127.0.0.1:8080/.")]
    assert found["Database"] == [(None, "There is no file yet; it is made at the first start.")]
    assert found["Time zones"][0][0]
    assert not file.exists(), "looking makes nothing"


async def test_all_settings_that_cannot_be_are_told_at_once(tmp_path: Path) -> None:
    wrong = {"STANDFIRST_LISTN": "0.0.0.0:80", "STANDFIRST_KEEP_DAYS": "x", "SLACK_BOT_TOKEN": "xoxp-1"}
    answer = await typed("check", settings={"HOME": str(tmp_path)} | wrong)
    assert answer.code == 2
    assert [line.split(": ")[3].split(" ")[0] for line in answer.told.splitlines()] == [
        "STANDFIRST_LISTN",
        "STANDFIRST_KEEP_DAYS",
        "SLACK_BOT_TOKEN",
        "Set",
    ]


async def test_tokens_feeds_clock_and_database_are_looked_at_together(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'standfirst.db'}"
    async with scripted_slack() as slack, serving({"/rss.xml": RSS}) as site:
        digest(url, site.url("/rss.xml"), site.url("/gone.xml"))
        with open_database(url) as database:
            failed(database, site.url("/rss.xml"), "127.0.0.1 took too long.", datetime.now(UTC))
        slack.scopes = ",".join(SCOPES)
        slack_there = {"SLACK_BOT_TOKEN": "xoxb-T1", "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.api}
        there = {"DATABASE_URL": url, "STANDFIRST_ALLOW_HOSTS": site.host}
        answer = await typed("check", "--json", settings=slack_there | there)
    found = said(answer)
    assert answer.code == 1, "one feed is gone"
    assert all(well for well, _ in found["Slack"])
    assert found["Database"][0][1].endswith(f"and is whole; its tables are at version {HEAD}, the newest.")
    assert found["Disk"][0][0]
    assert found["Clock"] == [(True, "It is right.")]
    (read, says), (gone, why) = found["Feeds"]
    assert (read, gone) == (True, False)
    assert says.endswith("/rss.xml can be read: 1 headlines. The last time it failed: 127.0.0.1 took too long.")
    assert "has no page at that address" in why


async def test_a_zone_that_is_not_known_any_more_is_told_with_its_digest(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'standfirst.db'}"
    digest(url, "http://127.0.0.1:9/")
    with open_database(url) as database, database.writing() as connection:
        connection.execute(update(subscriptions).values(schedule="daily 08:30 Mars/Olympus"))
    answer = await typed("check", "--json", settings={"DATABASE_URL": url})
    _, (well, says) = said(answer)["Time zones"]
    assert well is False
    assert says.startswith("Digest 1 can't come: I know no time zone Mars/Olympus; did you mean")


@pytest.mark.parametrize(
    ("version", "well", "says"),
    [
        ("0004", None, f"its tables are at version 0004, and the next start, or standfirst migrate, brings {HEAD}."),
        ("9999", False, "update Standfirst, or give another database."),
    ],
)
async def test_tables_of_another_version_are_told_and_left_alone(
    tmp_path: Path, version: str, well: bool | None, says: str
) -> None:
    file = tmp_path / "standfirst.db"
    open_database(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE standfirst_version SET version_num = ?", [version])
    answer = await typed("check", "--json", settings={"DATABASE_URL": f"sqlite:///{file}"})
    ((is_well, told),) = said(answer)["Database"]
    assert is_well is well
    assert told.endswith(says)
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT version_num FROM standfirst_version").fetchone() == (version,)


async def test_damage_that_nobody_has_met_yet_is_found(tmp_path: Path) -> None:
    file = tmp_path / "standfirst.db"
    open_database(f"sqlite:///{file}").close()
    spoil_the_last_page(file)
    answer = await typed("check", "--json", settings={"DATABASE_URL": f"sqlite:///{file}"})
    ((well, told),) = said(answer)["Database"]
    assert (answer.code, well) == (1, False)
    assert "it is damaged; restore it from a backup" in told


async def test_a_postgresql_that_does_not_let_us_in_is_told(postgres: Postgres) -> None:
    url = postgres.url("nowhere")
    answer = await typed("check", "--json", settings={"DATABASE_URL": url})
    ((well, told),) = said(answer)["Database"]
    assert (answer.code, well) == (1, False)
    assert 'database "nowhere" does not exist' in told


@pytest.mark.parametrize(
    ("off", "says"),
    [
        (-90, "It is 9[0-9] seconds fast; let the machine set it by NTP."),
        (3_600, "It is 3,[56][0-9]{2} seconds slow; let the machine set it by NTP."),
    ],
)
async def test_a_clock_that_is_off_is_told_by_how_much(off: int, says: str) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(headers={"Date": format_datetime(datetime.now(UTC) + timedelta(seconds=off), usegmt=True)})

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found = await drift(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    await runner.cleanup()
    assert found.well is False
    assert re.fullmatch(says, found.says)


async def test_a_server_that_is_away_says_nothing_of_the_clock() -> None:
    assert (await drift("http://127.0.0.1:9/")).well is None


def test_time_zone_data_of_long_ago_is_told() -> None:
    (found,) = zones([], 2099)
    assert found.well is False
    assert found.says.endswith("; update tzdata.")
