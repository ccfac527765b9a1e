"""Who listens to what in Slack. Each acknowledges first, then puts what was asked for on record and lets it be done.

Nothing before the acknowledgement waits for anything but memory, unless the bot is installed in many workspaces:
then one look into the database says whose token it is.
"""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import TYPE_CHECKING, Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext  # noqa: TC002 - bolt looks at the names of arguments, pyright at their types

from adapters.slack.asked import PLATFORM, Asked
from adapters.slack.client import call, web_client
from adapters.slack.inbound import (
    from_button,
    from_command,
    from_digest_button,
    from_digest_command,
    from_digest_form,
    from_forget_command,
    from_form,
    from_message,
    from_question,
    from_reply,
    from_shortcut,
    help_from_command,
    is_direct,
    kept,
    spoken_in,
)
from adapters.slack.outlet import SlackOutlet
from adapters.slack.rendering import controls, views
from bot.editing import Editing
from bot.edits import Act, Form, parse_edit
from bot.errors import StandfirstError, Undelivered
from bot.front_desk import tell
from bot.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.carrying import Carrier
    from bot.errands import Errands
    from bot.follow_ups import Threads
    from bot.front_desk import Kind
    from bot.ports import Records

    Payload = Mapping[str, Any]

BRIEF, DIGEST, FORGET, STANDFIRST = "/brief", "/digest", "/forget", "/standfirst"
BRIEF_THIS = "brief_this"
"""What is registered in the manifest: four commands, and a shortcut's ``callback_id``."""

PROMPTS = (("What can you do?", "help"),)
"""Suggested to whoever opens a conversation with the bot: what the button says, and what it types."""

_FROM_PEOPLE = frozenset({None, "file_share", "thread_broadcast"})
"""Subtypes of messages that somebody has just written; others tell of edits, deletions, people who joined."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listeners:
    """What happens when something comes in from Slack; ``threads`` is what is answered in threads of ours."""

    errands: Errands
    carrier: Carrier
    records: Records
    threads: Threads = "questions"
    _running: set[asyncio.Task[Any]] = field(default_factory=set["asyncio.Task[Any]"])

    def listen(self, app: AsyncApp) -> None:
        """Let ``app`` call them."""
        on: Any = app  # bolt says only in part what the methods that register a listener take
        on.command(BRIEF)(self._counted(self.brief))
        on.command(DIGEST)(self._counted(self.digest))
        on.command(FORGET)(self._counted(self.forget))
        on.command(STANDFIRST)(self._counted(self.standfirst))
        on.shortcut(BRIEF_THIS)(self._counted(self.brief_this))
        on.event("app_mention")(self._counted(self.mentioned))
        on.event("message")(self._counted(self.message))
        on.event("app_home_opened")(self._counted(self.opened))
        on.event(re.compile(".*"))(self.other)
        on.action(controls.MORE_QUOTES)(self._counted(self.more_quotes))
        on.action(controls.SHARE)(self._counted(self.share))
        on.action(controls.ASK)(self._counted(self.ask))
        on.action(controls.OPEN_FORM)(self._counted(self.open_form))
        on.action(controls.FEEDBACK)(self._counted(self.feedback))
        on.action(re.compile(f"{controls.DIGEST}.*"))(self._counted(self.digest_button))
        on.view(views.BRIEF_FORM)(self._counted(self.form_sent))
        on.view(views.DIGEST_FORM)(self._counted(self.digest_form_sent))
        on.view(views.QUESTION_FORM)(self._counted(self.question_sent))

    async def settle(self, seconds: float) -> None:
        """Wait until what was acknowledged is on record: in between it is known to nobody else."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    def _counted(self, listener: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        """The same, known to be running while it does. Bolt looks through ``wraps`` for the names of arguments."""

        @wraps(listener)
        async def run(**arguments: object) -> None:
            task = asyncio.current_task()
            if task is None:
                raise TypeError(listener)
            self._running.add(task)
            try:
                await listener(**arguments)
            finally:
                self._running.discard(task)

        return run

    async def brief(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """``/brief``, with something behind it or nothing."""
        await ack()
        asked = from_command(body)
        if isinstance(asked, Asked):
            await self._begin(asked, body["trigger_id"])
        else:
            await self._open_form(body, context, help_from_command(body))

    async def digest(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """``/digest``: alone, or to edit one, it opens a form; everything else is done by what is typed."""
        await ack()
        asked = from_digest_command(body)
        match parse_edit(asked.text):
            case Form():
                await self._open_digest_form(body, context, asked)
            case Act("edit", number):
                await self._open_digest_form(body, context, asked, number)
            case _:
                await self._begin(asked, body["trigger_id"])

    async def digest_button(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """A button beside a digest on the home tab."""
        await ack()
        verb = body["actions"][0]["action_id"].removeprefix(controls.DIGEST)
        asked = from_digest_button(body, verb)
        if verb in {"new", "edit"}:
            await self._open_digest_form(body, context, asked, int(body["actions"][0]["value"]))
        else:
            await self._begin(asked, body["trigger_id"])

    async def digest_form_sent(self, ack: AsyncAck, body: Payload) -> None:
        """The form of a digest; what is wrong with it is said in it, and nothing typed is lost."""
        asked = from_digest_form(body)
        if not isinstance(asked, Asked):
            await ack(response_action="errors", errors=dict(asked))
            return
        await ack()
        await self._begin(asked, body["view"]["id"])

    async def forget(self, ack: AsyncAck, body: Payload) -> None:
        """``/forget``, with something behind it or nothing."""
        await ack()
        await self._begin(from_forget_command(body), body["trigger_id"])

    async def standfirst(self, ack: AsyncAck, body: Payload) -> None:
        """``/standfirst``, whatever is behind it."""
        await ack()
        await self._begin(help_from_command(body), body["trigger_id"])

    async def brief_this(self, ack: AsyncAck, body: Payload) -> None:
        """What "Brief this" in a message's menu does."""
        await ack()
        await self._begin(from_shortcut(body), body["trigger_id"])

    async def mentioned(self, ack: AsyncAck, event: Payload, context: AsyncBoltContext) -> None:
        """A message that names the bot. It is told of twice, here and as a message: both have the same key."""
        await ack()
        if _by_a_person(event):
            await self._begin_said(event, _workspace(context))

    async def message(self, ack: AsyncAck, event: Payload, context: AsyncBoltContext) -> None:
        """A direct message, or one in a thread; where that isn't ours it is not read any further."""
        await ack()
        if not _by_a_person(event):
            return
        workspace = _workspace(context)
        if is_direct(event["channel"]):
            await self._begin_said(event, workspace)
            return
        heard = event.get("thread_ts") and self.threads == "questions"
        asked = from_reply(event, workspace) if heard else None
        if asked and await self._is_ours(asked):
            await self._begin(asked, _key(event))

    async def opened(self, ack: AsyncAck, event: Payload, context: AsyncBoltContext) -> None:
        """Somebody looks at the bot: its home tab, or the messages with it."""
        await ack()
        if event.get("tab") == "home":
            view = await self._home(_workspace(context), event["user"])
            await self._try(context, "views.publish", user_id=event["user"], view=view)
        else:
            prompts = [{"title": title, "message": message} for title, message in PROMPTS]
            await self._try(
                context, "assistant.threads.setSuggestedPrompts", channel_id=event["channel"], prompts=prompts
            )

    async def other(self, ack: AsyncAck) -> None:
        """What nobody asked for is acknowledged too, or Slack tells of it again and again."""
        await ack()

    async def more_quotes(self, ack: AsyncAck, body: Payload) -> None:
        """The button of that name."""
        await self._pressed(ack, body, "quotes")

    async def share(self, ack: AsyncAck, body: Payload) -> None:
        """The button that shows everyone what one person saw."""
        await self._pressed(ack, body, "brief_filed")

    async def ask(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """The button that opens the form for a question."""
        await ack()
        asked = from_button(body, "ask")
        await self._try(context, "views.open", trigger_id=body["trigger_id"], view=views.question_form(kept(asked)))

    async def open_form(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """The button on the home tab: there is no channel there, so the answer goes to the asker."""
        await ack()
        workspace = _workspace(context)
        nowhere = Asked("help", workspace, "", body["user"]["id"], private="yes")
        form = views.brief_form(kept(nowhere), anywhere=False)
        await self._try(context, "views.open", trigger_id=body["trigger_id"], view=form)

    async def feedback(self, ack: AsyncAck, body: Payload) -> None:
        """Good or bad."""
        await ack()
        pressed = from_button(body, "help")
        said, _, article = body["actions"][0]["value"].partition(" ")
        await self.records.judge(Verdict(pressed.about(), article, pressed.person, good=said == controls.GOOD))

    async def form_sent(self, ack: AsyncAck, body: Payload) -> None:
        """The form of ``/brief``; what is wrong with it is said in it, and nothing typed is lost."""
        asked = from_form(body)
        if not isinstance(asked, Asked):
            await ack(response_action="errors", errors=dict(asked))
            return
        await ack()
        await self._begin(asked, body["view"]["id"])

    async def question_sent(self, ack: AsyncAck, body: Payload) -> None:
        """The form for a question."""
        await ack()
        await self._begin(from_question(body), body["view"]["id"])

    async def _pressed(self, ack: AsyncAck, body: Payload, kind: Kind) -> None:
        await ack()
        await self._begin(from_button(body, kind), body["trigger_id"])

    async def _begin(self, asked: Asked, key: str) -> None:
        try:
            await self.errands.accept(asked.errand(key))
        except StandfirstError as error:
            await self._tell(asked, key, error)

    async def _tell(self, asked: Asked, key: str, error: StandfirstError) -> None:
        outlet = SlackOutlet(asked, key, await self.carrier.workspaces.poster(asked.workspace))
        await tell(outlet, str(error))

    async def _begin_said(self, event: Payload, workspace: str) -> None:
        """What is said to the bot; in a thread of ours it may be a long question, elsewhere that is an article."""
        where = spoken_in(event, workspace)
        try:
            ours = await self._is_ours(where)
        except StandfirstError as error:
            await self._tell(where, _key(event), error)
        else:
            await self._begin(from_message(event, workspace, ours=ours), _key(event))

    async def _is_ours(self, asked: Asked) -> bool:
        return bool(await self.records.told_in(asked.about()))

    async def _home(self, workspace: str, person: str) -> dict[str, Any]:
        editor = self.carrier.front_desk.editor
        every = await editor.subscriptions.of_workspace(PLATFORM, workspace)
        digests = [(one, await editor.line(one)) for one in every]
        return views.home(await self.records.told(PLATFORM, workspace, person), digests)

    async def _open_digest_form(self, body: Payload, context: AsyncBoltContext, asked: Asked, number: int = 0) -> None:
        outlet = SlackOutlet(asked, body["trigger_id"], await self.carrier.workspaces.poster(asked.workspace))
        one = None
        if number:
            try:
                by = Editing(asked.about().channel, asked.person)
                one = await self.carrier.front_desk.editor.changeable(number, by)
            except StandfirstError as error:
                await tell(outlet, str(error))
                return
        kept_there = kept(replace(asked, article=str(number or "")))
        form = views.digest_form(kept_there, one, asks_where=not number and not asked.channel)
        if not await self._try(context, "views.open", trigger_id=body["trigger_id"], view=form):
            await tell(outlet, "The form did not open; try again, or type /digest help.")

    async def _open_form(self, body: Payload, context: AsyncBoltContext, where: Asked) -> None:
        form = views.brief_form(kept(where))
        if not await self._try(context, "views.open", trigger_id=body["trigger_id"], view=form):
            poster = await self.carrier.workspaces.poster(where.workspace)
            outlet = SlackOutlet(where, body["trigger_id"], poster)
            await tell(outlet, "The form did not open; type /brief and a link behind it.")

    async def _try(self, context: AsyncBoltContext, method: str, **arguments: Any) -> bool:  # noqa: ANN401 - JSON
        """Whether Slack took it; a form or a tab that doesn't open is tried again by whoever wants it."""
        client = web_client(context.bot_token, self.carrier.workspaces.base_url)
        try:
            await call(client, method, **arguments)
        except Undelivered as error:
            _log.warning("%s failed: %s", method, error)
            return False
        return True


def _workspace(context: AsyncBoltContext) -> str:
    return context.team_id or context.enterprise_id or ""


def _by_a_person(event: Payload) -> bool:
    return event.get("subtype") in _FROM_PEOPLE and not event.get("bot_id") and bool(event.get("user"))


def _key(event: Payload) -> str:
    """A message has one place and time, however often and under whatever name Slack tells of it."""
    return f"{event['channel']} {event['ts']}"
