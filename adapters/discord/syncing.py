"""The commands that Discord shows are sent to it only when they are not those it has: it takes 200 new ones a day."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, cast

from discord.http import Route

from adapters.discord.calls import call

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import discord
    from discord import app_commands

    Tree = app_commands.CommandTree[discord.Client]

_THEIRS = frozenset({
    "id", "application_id", "version", "guild_id", "default_permission", "name_localized", "description_localized",
    "handler", "global_popularity_rank",
})  # fmt: skip
"""What Discord adds to a command by itself."""

_WITHOUT_ORDER = frozenset({"contexts", "integration_types", "channel_types"})

_log = logging.getLogger(__name__)


async def sync(tree: Tree, client: discord.Client) -> bool:
    """Let Discord have the commands of ``tree``; false if it had them already.

    Raises:
        Undelivered: if Discord can't be asked, or doesn't take them.
    """
    # discord.py asks without the names in other languages, which Discord then leaves out.
    route = Route("GET", "/applications/{application_id}/commands", application_id=client.application_id or 0)
    known: Sequence[Mapping[str, Any]] = await call(client.http.request(route, params={"with_localizations": "true"}))
    if same(known, await payload(tree)):
        return False
    sent = await call(tree.sync())
    _log.info("%d commands are new or changed, and were sent to Discord", len(sent))
    return True


async def payload(tree: Tree) -> list[dict[str, Any]]:
    """The commands as they are sent."""
    every: list[Any] = tree.get_commands()
    translator = tree.translator
    return [await each.get_translated_payload(tree, translator) if translator else each.to_dict(tree) for each in every]


def same(known: Sequence[Mapping[str, Any]], ours: Sequence[Mapping[str, Any]]) -> bool:
    """Whether Discord has just these commands, as it would show them."""

    def named(commands: Sequence[Mapping[str, Any]]) -> dict[tuple[int, str], object]:
        return {(int(each.get("type") or 1), str(each["name"])): _bare(each) for each in commands}

    return named(known) == named(ours)


def _bare(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Without what Discord adds, what says nothing, and the order of what has none."""
    if isinstance(value, list):
        return [_bare(each) for each in value]  # pyright: ignore[reportUnknownVariableType] - JSON
    if not isinstance(value, dict):
        return value
    bare = {
        name: _bare(each)
        for name, each in cast("dict[str, Any]", value).items()
        if name not in _THEIRS and each not in (None, False, "", [], {})
    }
    for name in _WITHOUT_ORDER & bare.keys():
        bare[name] = sorted(bare[name])
    if "default_member_permissions" in bare:
        bare["default_member_permissions"] = str(bare["default_member_permissions"])
    return bare
