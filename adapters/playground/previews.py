"""A post as Slack and Discord would get it: the very payloads, made by what posts there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from adapters.discord.rendering.layouts import sent
from adapters.discord.rendering.posts import messages as discord_messages
from adapters.slack.rendering.posts import messages as slack_messages

if TYPE_CHECKING:
    from bot.model import Post

View = Literal["here", "slack", "discord", "payload"]

COMPONENTS_V2 = 1 << 15
"""The flag of a message made of components (docs.discord.com, message resource: message flags)."""

Payload = dict[str, Any]


def slack_payloads(post: Post) -> list[Payload]:
    """What ``chat.postMessage`` gets for each message, without channel and thread."""
    return [{"text": each.text, "blocks": list(each.blocks)} for each in slack_messages(post)]


def discord_payloads(post: Post) -> list[Payload]:
    """What Discord gets for each message; to be called in an event loop."""
    return [
        {"flags": COMPONENTS_V2, "components": sent(each, None, embeds=False)["view"].to_components()}
        for each in discord_messages(post)
    ]
