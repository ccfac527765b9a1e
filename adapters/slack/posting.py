"""A message is posted once: what was sent and never answered is looked for before it is sent again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from adapters.slack.client import call, look_up, only_while
from bot.errors import Late, Undelivered, Unknown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Mapping
    from datetime import datetime

    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.pace import Pace
    from adapters.slack.client import Answered
    from adapters.slack.rendering.posts import Message

EVENT_TYPE = "standfirst_post"
"""What our messages carry, seen by apps only, so that they are known again."""

MOST_TRIES = 3
"""Times a message is sent, each after it was looked for in vain."""

LOOK_BACK_SECONDS = 300
"""How far before now, by our clock, a message is looked for that was sent just now."""

LOOK_FAR_BACK_SECONDS = 24 * 3_600
"""The same for one that another process may have sent: it may have been down for as long as a digest is still posted,
six hours, and what people asked for waits longer."""

PAGE = 15
"""Messages in one look: all that apps outside Slack's own directory get at once."""

MOST_PAGES = 40
"""Looks for one message. Where so much was said meanwhile, nobody can tell whether it is there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a workspace: a channel, and in it a thread or none."""

    channel: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """Posts in one workspace. ``now`` gives an aware UTC time; ``pause`` is how long a look waits, in seconds.

    Slack takes about a message a second in one channel; ``pace`` is shared by all who post in the workspace.
    """

    client: AsyncWebClient
    now: Callable[[], datetime]
    pace: Pace
    pause: float = 2.0

    async def post(
        self, place: Place, message: Message, key: str, *, sought: bool = False, until: datetime | None = None
    ) -> str:
        """Post it; the timestamp Slack gave it. With ``sought`` it may be there already, and is looked for first.

        A process can be stopped in the moment between its look at the clock and its bytes. What it has sent when it
        wakes is taken back, if somebody else has posted the same meanwhile.

        Raises:
            Late: if it is later than ``until``; then nothing is sent, or it was taken back.
            Refused: if Slack said no.
            Unknown: if it is not known whether it is there, and can't be found out.
        """
        sender = uuid4().hex
        async with self.pace.turn(place.channel):
            if sought and (found := await self._look(place, key, LOOK_FAR_BACK_SECONDS)):
                return found
            for _ in range(MOST_TRIES):
                await self.pace.wait(place.channel)
                try:
                    stamp = await self._send(place, message, {"key": key, "sender": sender}, until)
                except Unknown:
                    stamp = None
                    await asyncio.sleep(self.pause)
                finally:
                    self.pace.sent(place.channel)
                if until is not None and self.now() > until:
                    await self._withdraw_if_double(place, key, sender)
                if stamp is not None:
                    return stamp
                if found := await self._look(place, key, LOOK_BACK_SECONDS):
                    return found
            raise Unknown

    async def lost(self, place: Place, stamp: str, message: Message) -> str | None:
        """What of a message Slack did not keep; ``None`` if all is there, or Slack doesn't let us look."""
        try:
            answer = await self._history(place, LOOK_BACK_SECONDS)
        except Undelivered:
            return None
        for kept in answer.get("messages") or ():
            if kept.get("ts") == stamp:
                blocks = len(kept.get("blocks") or ())
                return None if blocks == len(message.blocks) else f"{blocks} of {len(message.blocks)} blocks"
        return "it is not there"

    async def _send(self, place: Place, message: Message, known: Mapping[str, str], until: datetime | None) -> str:
        async with only_while(lambda: until is None or self.now() <= until, self.client) as client:
            answer = await call(
                client,
                "chat.postMessage",
                channel=place.channel,
                thread_ts=place.thread or None,
                text=message.text,
                blocks=list(message.blocks),
                metadata={"event_type": EVENT_TYPE, "event_payload": dict(known)},
                unfurl_links=False,
                unfurl_media=False,
            )
        return str(answer["ts"])

    async def _withdraw_if_double(self, place: Place, key: str, sender: str) -> None:
        """Delete what was sent too late, where another process has posted the same; its own is the one on record.

        Whose a message is stands in it: of one that was sent and never answered nothing else is known.

        Raises:
            Late: if it was deleted.
            Undelivered: if Slack doesn't let us look, or delete.
        """
        await asyncio.sleep(self.pause)
        there = [each async for each in self._with_key(place, key, LOOK_BACK_SECONDS)]
        if all(by == sender for _, by in there):
            return
        for stamp, by in there:
            if by == sender:
                await call(self.client, "chat.delete", channel=place.channel, ts=stamp)
        raise Late

    async def _look(self, place: Place, key: str, back: int) -> str | None:
        """The timestamp of the message with that key, sent at most ``back`` seconds ago.

        Raises:
            Unknown: if Slack doesn't let us look, or there is too much to look through.
        """
        async for stamp, _ in self._with_key(place, key, back):
            return stamp
        return None

    async def _with_key(self, place: Place, key: str, back: int) -> AsyncGenerator[tuple[str, str]]:
        """The timestamps of the messages with that key and who sent each, the latest first."""
        cursor = ""
        for _ in range(MOST_PAGES):
            try:
                answer = await self._history(place, back, cursor)
            except Undelivered as error:
                raise Unknown from error
            for message in answer.get("messages") or ():
                metadata: dict[str, Any] = message.get("metadata") or {}
                payload: dict[str, Any] = metadata.get("event_payload") or {}
                if metadata.get("event_type") == EVENT_TYPE and payload.get("key") == key:
                    yield str(message["ts"]), str(payload.get("sender") or "")
            following: dict[str, Any] = answer.get("response_metadata") or {}
            cursor = str(following.get("next_cursor") or "")
            if not cursor:
                return
        raise Unknown

    async def _history(self, place: Place, back: int, cursor: str = "") -> Answered:
        oldest = f"{self.now().timestamp() - back:.6f}"
        method = "conversations.replies" if place.thread else "conversations.history"
        of = {"channel": place.channel} | ({"ts": place.thread} if place.thread else {})
        of |= {"cursor": cursor} if cursor else {}
        return await look_up(self.client, method, **of, oldest=oldest, limit=PAGE, include_all_metadata="true")
