"""The commands as Discord shows them: valid, in five languages, and sent only when they are new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from adapters.discord.client import Client
from adapters.discord.locales import LANGUAGES, WORDS, Words
from adapters.discord.syncing import payload, same
from bot.settings import DiscordSettings
from tests.peers.discord.checks import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]

EVERYWHERE, WITH_THE_BOT, MANAGE_CHANNELS = [0, 1, 2], [0, 1], 16


@pytest_asyncio.fixture
async def commands() -> list[Json]:
    """As they are sent."""
    nobody: Any = None
    client = Client(nobody, DiscordSettings("a.b.c"))
    await client.tree.set_translator(Words())
    return await payload(client.tree)


def parts(command: Json) -> Iterator[Json]:
    """A command, its subcommands, options and choices."""
    yield command
    for each in (*command.get("options", ()), *command.get("choices", ())):
        yield from parts(each)


async def test_discord_would_take_them(commands: list[Json]) -> None:
    assert [problem for each in commands for problem in problems("command", each)] == []


async def test_each_works_where_it_makes_sense(commands: list[Json]) -> None:
    where = {each["name"]: (sorted(each["contexts"]), sorted(each["integration_types"])) for each in commands}
    managed = {"digest", "sources"}
    assert where == {
        name: (WITH_THE_BOT if name in managed else EVERYWHERE, [0, 1])
        for name in ("brief", "ask", "forget", "standfirst", "Brief this", *managed)
    }
    assert {each["name"] for each in commands if each.get("default_member_permissions") == MANAGE_CHANNELS} == managed


async def test_every_name_and_description_is_there_in_every_language(commands: list[Json]) -> None:
    languages = {language.value for language in LANGUAGES}
    for command in commands:
        for part in parts(command):
            name = str(part["name"])
            assert set(part.get("name_localizations") or {}) == languages, name
            if part.get("description"):
                assert set(part.get("description_localizations") or {}) == languages, part["description"]


async def test_no_two_siblings_have_the_same_name_in_any_language(commands: list[Json]) -> None:
    def check(siblings: list[Json]) -> None:
        for language in ("", *(each.value for each in LANGUAGES)):
            names = [(one.get("name_localizations") or {}).get(language, one["name"]) for one in siblings]
            assert len(set(names)) == len(names), (language, names)
        for one in siblings:
            check(one.get("options") or [])

    check(commands)


async def test_nothing_is_translated_that_no_command_says(commands: list[Json]) -> None:
    used = {part[kind] for one in commands for part in parts(one) for kind in ("name", "description") if kind in part}
    assert set(WORDS) <= used


def test_what_discord_adds_is_no_difference() -> None:
    ours = [{"name": "brief", "type": 1, "description": "x", "options": [], "contexts": [1, 0], "nsfw": False}]
    theirs: Json = {"id": "1", "version": "2", "application_id": "3", "name": "brief", "description": "x"}
    assert same([theirs | {"type": 1, "contexts": [0, 1], "dm_permission": None}], ours)


@pytest.mark.parametrize(
    "change",
    [
        {"description": "y"},
        {"contexts": [0]},
        {"name_localizations": {"de": "kurz"}},
        {"default_member_permissions": "16"},
        {"options": [{"name": "link", "type": 3}]},
    ],
)
def test_what_is_different_is_sent(change: Json) -> None:
    ours: Json = {"name": "brief", "type": 1, "description": "x", "contexts": [0, 1]}
    assert not same([ours], [ours | change])
    assert not same([ours, ours | {"name": "old"}], [ours])
