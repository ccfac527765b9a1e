"""Traces of real processes, read by a receiver on loopback: each step is there, and nothing that is not for others."""

from __future__ import annotations

import asyncio
import json
import signal
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from aiohttp.test_utils import unused_port
from sqlalchemy import update

from adapters import files
from adapters.database.opening import open_database
from adapters.database.tables import subscriptions
from adapters.demo_site import demo_site
from adapters.tracing.wanted import problem, wanted
from tests.bot.test_run import a_paper, line_with, running
from tests.command_line import typed
from tests.peers.otlp import a_receiver
from tests.peers.slack.server import scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from tests.peers.slack.server import ScriptedSlack

pytestmark = pytest.mark.usefixtures("socket_enabled")

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
SECONDS = 10
"""What an operator gives a process that is to stop (issue 9)."""


@asynccontextmanager
async def traced(
    slack: ScriptedSlack, folder: Path, receiver: str, host: str, **more: str
) -> AsyncGenerator[asyncio.subprocess.Process]:
    """The bot, its traces sent soon."""
    given = {ENDPOINT: receiver, "OTEL_BSP_SCHEDULE_DELAY": "50", "STANDFIRST_ALLOW_HOSTS": host, **more}
    async with running(slack, folder, **given) as process:
        await line_with(process, "ready")
        yield process


async def stopped(process: asyncio.subprocess.Process) -> int:
    process.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(process.wait(), SECONDS)


async def test_a_command_is_a_span_with_its_steps_inside_and_the_name_that_the_log_has(tmp_path: Path) -> None:
    async with a_receiver() as receiver, scripted_slack() as slack, demo_site(files.bundled()) as site:
        async with traced(
            slack, tmp_path, receiver.address, site.host, STANDFIRST_LOG="json", OTEL_SERVICE_NAME="newsroom"
        ) as process:
            await slack.command(f"{site.articles[0]}?key=sesame")
            logged = json.loads(await line_with(process, "An errand is done"))
            assert await stopped(process) == 0
        (root,) = receiver.named("command")
        assert root.about["standfirst.request"] == logged["request"]
        assert (root.about["standfirst.platform"], root.about["standfirst.kind"]) == ("slack", "brief_link")
        steps = receiver.inside(root)
        assert {each.name for each in steps} == {"fetch", "extract", "summarise", "post"}
        assert {each.trace for each in steps} == {root.trace}
        assert {each.about["standfirst.request"] for each in steps} == {logged["request"]}
        assert {each.about["server.address"] for each in steps if each.name == "fetch"} == {"127.0.0.1"}
        assert receiver.service["service.name"] == "newsroom"
        assert not any(each.failed for each in receiver.spans)
        for secret in (
            "sesame",
            site.articles[0].rpartition("/")[2],
            "xoxb",
            "key",
            *slack.posts()[0]["text"].split("\n"),
        ):
            assert secret.encode() not in receiver.wire


async def test_of_a_failure_the_class_is_told_and_never_its_message(tmp_path: Path) -> None:
    async with a_receiver() as receiver, scripted_slack() as slack, demo_site(files.bundled()) as site:
        async with traced(slack, tmp_path, receiver.address, site.host) as process:
            await slack.command(f"http://{site.host}/no-such-page")
            await slack.until(lambda: "has no page" in str(slack.responses()))
            assert await stopped(process) == 0
        (fetch,) = receiver.named("fetch")
        assert (fetch.failed, fetch.about["error.type"], fetch.events) == (True, "NotFound", 0)
        (root,) = receiver.named("command")
        assert not root.failed, "the asker was told, so the command is done"
        assert b"no-such-page" not in receiver.wire
        assert b"has no page" not in receiver.wire


@pytest.mark.slow
async def test_a_digest_is_a_trace_of_its_own_and_so_is_a_question_about_it(tmp_path: Path) -> None:
    async with a_receiver() as receiver, scripted_slack() as slack, a_paper() as host:
        async with traced(slack, tmp_path, receiver.address, host) as process:
            slot = datetime.now(UTC).replace(second=0, microsecond=0)
            await slack.command(f"daily {slot:%H:%M} UTC http://{host}/feed.xml", command="/digest")
            await slack.until(lambda: "is set up" in str(slack.responses()))
            with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database, database.writing() as connection:
                connection.execute(update(subscriptions).values(planned=slot - timedelta(minutes=1), due=slot))
            await receiver.until(lambda: receiver.named("delivery"))
            await slack.message("Who is the finance director?", thread_ts=slack.posts()[0]["ts"])
            await receiver.until(lambda: receiver.named("question"))
            assert await stopped(process) == 0
        (delivery,) = receiver.named("delivery")
        assert delivery.parent == b""
        assert delivery.about["standfirst.request"].startswith("digest 1 ")
        (compose,) = [each for each in receiver.spans if each.parent == delivery.ident and each.name == "compose"]
        assert {each.name for each in receiver.inside(compose)} == {"fetch", "extract", "summarise"}
        assert [each.name for each in receiver.spans if each.parent == delivery.ident].count("post") == 1
        (question,) = receiver.named("question")
        assert {each.name for each in receiver.inside(question)} == {"answer", "post"}
        assert b"finance director" not in receiver.wire


@pytest.mark.parametrize(
    "how", ["silent", pytest.param("down", marks=pytest.mark.slow), pytest.param("failing", marks=pytest.mark.slow)]
)
async def test_a_receiver_that_takes_nothing_delays_nothing_not_even_a_stop(tmp_path: Path, how: str) -> None:
    async with a_receiver() as receiver, scripted_slack() as slack, demo_site(files.bundled()) as site:
        receiver.status = 503 if how == "failing" else 200
        receiver.held = asyncio.Event() if how == "silent" else None
        address = f"http://127.0.0.1:{unused_port()}/sesame" if how == "down" else receiver.address
        async with traced(slack, tmp_path, address, site.host, OTEL_EXPORTER_OTLP_TIMEOUT="30") as process:
            for link in site.articles[:2]:
                await slack.command(link)
            await slack.until(lambda: len(slack.posts()) == 2)
            if how != "down":
                await receiver.until(lambda: receiver.spans)
            assert await stopped(process) == 0
            assert process.stderr
            assert "sesame" not in (await process.stderr.read()).decode()


@pytest.mark.slow
async def test_that_traces_are_lost_is_said_once(tmp_path: Path) -> None:
    async with a_receiver() as receiver, scripted_slack() as slack, demo_site(files.bundled()) as site:
        receiver.status = 500
        async with traced(slack, tmp_path, f"{receiver.address}/", site.host) as process:
            await slack.command(site.articles[0])
            assert "Traces are lost" in await line_with(process, "races")
            await slack.command(site.articles[1])
            await receiver.until(lambda: len(receiver.named("command")) == 2)
            process.send_signal(signal.SIGTERM)
            assert process.stderr
            rest = (await asyncio.wait_for(process.stderr.read(), SECONDS)).decode()
        assert "races" not in rest


async def test_without_the_library_it_is_said_what_to_install_and_the_bot_goes_on(tmp_path: Path) -> None:
    (tmp_path / "opentelemetry").mkdir()
    (tmp_path / "opentelemetry" / "__init__.py").touch()  # found before the library, and empty
    without = {"PYTHONPATH": str(tmp_path), ENDPOINT: "http://127.0.0.1:4318"}
    async with scripted_slack() as slack, running(slack, tmp_path, **without) as process:
        told = await line_with(process, "Traces")
        assert "pip install 'standfirst[opentelemetry]'" in told
        await line_with(process, "ready")
        assert await stopped(process) == 0
    looked = await typed("check", settings={"DATABASE_URL": f"sqlite:///{tmp_path / 'standfirst.db'}", **without})
    assert looked.code == 1
    assert "Traces: FAILS: OTEL_EXPORTER_OTLP_ENDPOINT is set, and OpenTelemetry is not installed" in looked.told


@pytest.mark.slow
async def test_a_variable_that_cannot_be_is_told_and_the_bot_goes_on(tmp_path: Path) -> None:
    for wrong in ({"OTEL_BSP_MAX_QUEUE_SIZE": "-1"}, {"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}):
        async with (
            scripted_slack() as slack,
            running(slack, tmp_path, **{ENDPOINT: "http://127.0.0.1:1"}, **wrong) as process,
        ):
            assert "OTEL_" in await line_with(process, "Traces: ")
            await line_with(process, "ready")
            assert await stopped(process) == 0


async def test_check_asks_the_receiver(tmp_path: Path) -> None:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path / 'standfirst.db'}"}
    async with a_receiver() as receiver:
        well = await typed("check", settings={**settings, ENDPOINT: receiver.address})
        receiver.status = 404
        ill = await typed("check", settings={**settings, ENDPOINT: receiver.address})
        off = await typed("check", settings={**settings, ENDPOINT: receiver.address, "OTEL_SDK_DISABLED": "true"})
    assert (well.code, ill.code, off.code) == (0, 1, 0)
    assert "Traces: ok: " in well.told
    assert "Traces: FAILS: Their receiver does not take them" in ill.told
    assert "Traces: note: They are not asked for" in off.told
    assert receiver.spans == []


def test_traces_are_asked_for_by_an_address_and_by_nothing_else() -> None:
    address = {ENDPOINT: "http://localhost:4318"}
    assert wanted(address)
    assert wanted({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://localhost:4318/v1/traces"})
    assert not wanted({})
    assert not wanted({ENDPOINT: ""})
    assert not wanted({"OTEL_SERVICE_NAME": "newsroom"})
    assert not wanted(address | {"OTEL_SDK_DISABLED": "True"})
    assert not wanted(address | {"OTEL_TRACES_EXPORTER": "none"})
    assert wanted(address | {"OTEL_SDK_DISABLED": "false", "OTEL_TRACES_EXPORTER": "otlp"})


def test_another_protocol_than_the_one_we_speak_is_a_problem_that_names_its_variable() -> None:
    assert problem({}) == problem({"OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf"}) == ""
    for_all = {"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}
    assert problem(for_all).startswith("OTEL_EXPORTER_OTLP_PROTOCOL ")
    assert problem(for_all | {"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "http/protobuf"}) == ""
