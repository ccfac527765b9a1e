"""Whether everything is set up and well, told from end to end without changing anything."""
# ruff: noqa: PLC0415 - what looks at one part takes longer to load than another part takes to be told

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from adapters import console, documents, files
from adapters.checkup import Finding
from bot.errors import BadSettings, IsOpml, StandfirstError
from bot.settings import from_environment
from bot.wiring.world import world

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from bot.ports import Feeds
    from bot.settings import Settings

MOST_AT_ONCE = 8
"""Feeds that are read beside each other."""

_LOOPBACK = ("127.", "::1", "localhost")


def check(*, as_json: bool) -> int:
    """Look at everything, and tell what is found; the exit code: 0 if all is well, 1 if not, 2 for settings."""
    try:
        settings = from_environment(os.environ)
    except BadSettings as error:
        for problem in error.problems:
            _tell("Settings", Finding(well=False, says=problem), as_json=as_json)
        return error.exit_code
    return asyncio.run(_check(settings, as_json=as_json))


async def told(subject: str, findings: AsyncIterator[Finding], *, as_json: bool = False) -> int:
    """Tell what was found, while it is being found; 0 if all is well."""
    code = 0
    async for finding in findings:
        _tell(subject, finding, as_json=as_json)
        code = 1 if finding.well is False else code
    return code


async def _check(settings: Settings, *, as_json: bool) -> int:
    from adapters.database.checkup import look
    from adapters.timekeeping import zones

    looked = await asyncio.to_thread(look, settings.database or files.own_database())
    every = {
        "Settings": _one_by_one([Finding(well=True, says="All can be.")]),
        "Slack": _slack(settings),
        "Discord": _discord(settings),
        "Pages": _one_by_one(_pages(settings)),
        "Language model": _model(settings),
        "Database": _one_by_one(looked.database),
        "Disk": _one_by_one(looked.disk),
        "Feeds": _feeds(settings, looked.feeds),
        "Traces": _traces(),
        "Clock": _clock(settings),
        "Time zones": _one_by_one([*zones(looked.schedules, datetime.now(UTC).year)]),
    }
    return max([await told(subject, findings, as_json=as_json) for subject, findings in every.items()])


async def _slack(settings: Settings) -> AsyncIterator[Finding]:
    if settings.slack is None:
        yield Finding(None, "It is not set up; README.md has five steps.")
        return
    from adapters.slack.checkup import findings

    async for each in findings(settings.slack):
        yield each


async def _discord(settings: Settings) -> AsyncIterator[Finding]:
    if settings.discord is None:
        yield Finding(None, "It is not set up; README.md has five steps.")
        return
    from adapters.discord.checkup import findings

    async for each in findings(settings.discord):
        yield each


async def _model(settings: Settings) -> AsyncIterator[Finding]:
    if settings.model is None:
        yield Finding(None, "None is set up: briefings are the articles' own sentences.")
        return
    from adapters.openai_model.checkup import findings

    async for each in findings(settings.model):
        yield each


def _pages(settings: Settings) -> Iterator[Finding]:
    """The playground, and whether others get in."""
    host, port = settings.listen
    if settings.playground or (settings.slack is None and settings.discord is None):
        yield Finding(well=True, says=f"`standfirst run` serves the playground at http://{host}:{port}/.")
    else:
        yield Finding(None, "The playground is not set up; STANDFIRST_PLAYGROUND=yes serves it beside the platforms.")
    if not host.startswith(_LOOPBACK) and settings.password is None:
        says = f"Others reach the web server at {host}; its pages they see once STANDFIRST_PASSWORD is set."
        yield Finding(None, says)


async def _feeds(settings: Settings, followed: Sequence[tuple[str, str]]) -> AsyncIterator[Finding]:
    """Each that a digest follows: whether it can be read now."""
    if not followed:
        yield Finding(None, "No digest follows any.")
        return
    turns = asyncio.Semaphore(MOST_AT_ONCE)
    async with world(settings, jobs=1, keep=False) as outside:
        looks = [asyncio.create_task(_feed(outside.feeds, url, before, turns)) for url, before in followed]
        for each in looks:
            yield await each


async def _feed(feeds: Feeds, url: str, before: str, turns: asyncio.Semaphore) -> Finding:
    async with turns:
        try:
            found = await feeds.read(url)
        except IsOpml:
            return Finding(well=False, says=f"{url} is a list of feeds now; follow the feeds in it.")
        except StandfirstError as error:
            return Finding(well=False, says=f"{url}: {error}")
    earlier = f" The last time it failed: {before}" if before else ""
    return Finding(well=True, says=f"{url} can be read: {len(found.headlines)} headlines.{earlier}")


async def _traces() -> AsyncIterator[Finding]:
    from adapters.tracing.wanted import NOT_INSTALLED, wanted

    if not wanted(os.environ):
        yield Finding(None, "They are not asked for; OTEL_EXPORTER_OTLP_ENDPOINT says where to send them.")
        return
    try:
        from adapters.tracing.checkup import findings
    except ModuleNotFoundError:
        yield Finding(well=False, says=NOT_INSTALLED)
        return
    async for each in findings():
        yield each


async def _clock(settings: Settings) -> AsyncIterator[Finding]:
    """By the clock of a server that the bot talks to anyway."""
    from adapters.timekeeping import drift

    if settings.slack is not None:
        yield await drift(settings.slack.api_url)
    elif settings.discord is not None:
        yield await drift(settings.discord.api_url or "https://discord.com/api/v10/gateway")
    elif settings.model is not None:
        yield await drift(settings.model.base_url)
    else:
        yield Finding(None, "There is no server to compare it with: neither platform nor language model is set up.")


async def _one_by_one(findings: Sequence[Finding] | Iterator[Finding]) -> AsyncIterator[Finding]:
    for each in findings:
        yield each


def _tell(subject: str, finding: Finding, *, as_json: bool) -> None:
    if as_json:
        console.write(documents.line({"subject": subject, "well": finding.well, "says": finding.says}))
    else:
        how = {True: "ok", False: "FAILS", None: "note"}[finding.well]
        console.tell(f"{subject}: {how}: {finding.says}")
