"""What was sent too late is taken back where somebody else has posted the same; else it stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.pace import Pace
from adapters.slack.client import web_client
from adapters.slack.posting import EVENT_TYPE, Place, Poster
from adapters.slack.rendering.posts import messages
from bot.errors import Late
from bot.model import Notice
from tests.peers.slack.server import scripted_slack

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.peers.slack.server import ScriptedSlack

KEY = "digest 1 2026-11-27T08:30:00Z 0"
(MESSAGE,) = messages(Notice("Harbour to close."))

pytestmark = pytest.mark.usefixtures("socket_enabled")


@pytest.fixture
async def slack() -> AsyncGenerator[ScriptedSlack]:
    async with scripted_slack() as peer:
        yield peer


def stopped_after_its_look(slack: ScriptedSlack) -> tuple[Poster, datetime]:
    """A poster whose process is stopped between its look at the clock and its bytes; and when its time is over."""
    until = datetime.now(UTC)

    def now() -> datetime:
        sent = any(call.method == "chat.postMessage" for call in slack.calls)
        return until + timedelta(seconds=2 if sent else -1)

    return Poster(web_client("xoxb-T1", slack.api), now, Pace(0), pause=0), until


async def test_what_somebody_else_has_posted_meanwhile_is_taken_back(slack: ScriptedSlack) -> None:
    theirs = slack.written("Harbour to close.")
    slack.posts()[0]["metadata"] = {"event_type": EVENT_TYPE, "event_payload": {"key": KEY}}
    poster, until = stopped_after_its_look(slack)
    with pytest.raises(Late):
        await poster.post(Place("C1"), MESSAGE, KEY, until=until)
    assert [each["ts"] for each in slack.posts()] == [theirs["ts"]]


@pytest.mark.parametrize("fault", ["drop", "truncated", "page"])
async def test_so_it_is_where_its_answer_was_lost(slack: ScriptedSlack, fault: str) -> None:
    theirs = slack.written("Harbour to close.")
    slack.posts()[0]["metadata"] = {"event_type": EVENT_TYPE, "event_payload": {"key": KEY, "sender": "somebody else"}}
    slack.faults["chat.postMessage"].append(fault)
    poster, until = stopped_after_its_look(slack)
    with pytest.raises(Late):
        await poster.post(Place("C1"), MESSAGE, KEY, until=until)
    assert [each["ts"] for each in slack.posts()] == [theirs["ts"]]


async def test_what_nobody_else_has_posted_stays(slack: ScriptedSlack) -> None:
    poster, until = stopped_after_its_look(slack)
    stamp = await poster.post(Place("C1"), MESSAGE, KEY, until=until)
    assert [each["ts"] for each in slack.posts()] == [stamp]


async def test_what_is_late_already_is_not_sent(slack: ScriptedSlack) -> None:
    poster, until = stopped_after_its_look(slack)
    with pytest.raises(Late):
        await poster.post(Place("C1"), MESSAGE, KEY, until=until - timedelta(seconds=60))
    assert slack.posts() == []
