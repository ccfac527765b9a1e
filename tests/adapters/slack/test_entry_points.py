"""Each way to ask in Slack, over real sockets, from what Slack sends to what it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.adapters.slack.conftest import LINK

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Bot

HEADLINE = "Harbour will close for a month, mayor says"


def headline(message: dict[str, Any]) -> str:
    text: str = message["blocks"][0]["elements"][0]["elements"][0]["text"]
    return text


async def test_a_link_behind_the_command_is_briefed_in_the_channel(bot: Bot) -> None:
    slack = bot.slack
    ack = await slack.command(LINK)
    assert ack.payload is None
    await slack.until(slack.posts)
    await bot.errands.idle()
    (post,) = slack.posts()
    assert headline(post) == HEADLINE
    assert "thread_ts" not in post
    assert post["unfurl_links"] is False
    assert [each["text"] for each in slack.responses()] == ["Reading paper.example …"]
