"""Who listens to what in Discord. Each acknowledges first, then puts what was asked for on record and lets it be done.

Nothing before an acknowledgement waits for anything but memory, except for the form that changes a digest: it shows
what the digest says now, and opening it is the acknowledgement.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import discord

from adapters.discord import forms
from adapters.discord.asked import PLATFORM, Asked, personal
from adapters.discord.calls import ANSWERED_ALREADY, call
from adapters.discord.inbound import (
    filled_in,
    from_brief,
    from_interaction,
    from_message,
    is_said_to_us,
    replied_to,
    spoken_in,
)
from adapters.discord.posting import NO_MENTIONS, Place, Poster
from adapters.discord.rendering.layouts import sent
from adapters.discord.rendering.posts import messages
from adapters.discord.threads import open_thread
from bot.editing import Editing
from bot.errors import Refused, StandfirstError, Undelivered
from bot.front_desk import tell
from bot.model import Notice, Verdict

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from adapters.discord.carrying import Carrier
    from adapters.discord.inbound import Interaction
    from bot.edits import Create
    from bot.errands import Errands
    from bot.follow_ups import Threads
    from bot.front_desk import Kind
    from bot.ports import Records

NOTED = "Thank you; that is on record."
IN_THE_THREAD = "Ask about the article here: name me, or type /ask."

_FROM_PEOPLE = frozenset({discord.MessageType.default, discord.MessageType.reply})

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listeners:
    """What happens when something comes in from Discord; ``threads`` is what is answered in threads of ours."""

    errands: Errands
    carrier: Carrier
    records: Records
    threads: Threads = "questions"
    _running: set[asyncio.Task[Any]] = field(default_factory=set["asyncio.Task[Any]"])

    async def settle(self, seconds: float) -> None:
        """Wait until what was acknowledged is on record: in between it is known to nobody else."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    async def ask_for(self, asked: Asked, interaction: Interaction) -> None:
        """Acknowledge it, and have it done."""
        with self._counted():
            try:
                with self._acknowledging():
                    await call(interaction.response.defer(ephemeral=bool(asked.private), thinking=True))
            except Refused as error:
                if error.reason == ANSWERED_ALREADY:
                    return
                _log.warning("A %s could not be acknowledged: %s", asked.kind, error.reason)
                asked = replace(asked, token="")  # the answer goes where it would go after a quarter of an hour
            except Undelivered:
                _log.warning("Nobody can tell whether a %s was acknowledged", asked.kind)
            await self._begin(asked)

    async def brief(self, interaction: Interaction, link: str, text: str, *, private: bool) -> None:
        """``/brief``, with something behind it or nothing; or its form."""
        asked = from_brief(interaction, link, text, private=private)
        if isinstance(asked, Asked):
            await self.ask_for(asked, interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self.say(interaction, "Give a link, or paste the article's text.")
        else:
            await self.open(interaction, forms.brief_form())

    async def digest(self, interaction: Interaction, text: str) -> None:
        """``/digest`` and ``/sources``, as they would be typed."""
        await self.ask_for(from_interaction(interaction, "digest", text, private=True), interaction)

    async def set_up(self, interaction: Interaction, wanted: Create) -> None:
        """A digest that is described in whole; without sources or a time the form asks for them.

        A form that was sent can't be shown again with what is wrong in it, so what was typed is given back.
        """
        if interaction.type is discord.InteractionType.modal_submit and (wrong := forms.mistake(wanted)):
            typed = " · ".join(filter(None, (wanted.name, wanted.schedule, wanted.words, *wanted.sources)))
            await self.say(interaction, f"{wrong} What you typed: {typed}")
        elif wanted.schedule and wanted.sources:
            asked = from_interaction(interaction, "digest_form", wanted.written(), private=True)
            await self.ask_for(asked, interaction)
        else:
            await self.open(interaction, forms.digest_form(typed=wanted))

    async def edit(self, interaction: Interaction, number: int) -> None:
        """``/digest edit``: the form, with what the digest says now."""
        asked = from_interaction(interaction, "digest", private=True)
        by = Editing(asked.digests_here().channel, asked.person, bool(asked.any_digest))
        began = time.monotonic()
        try:
            one = await self.carrier.front_desk.editor.changeable(number, by)
        except StandfirstError as error:
            await self.say(interaction, str(error), began)
        else:
            await self.open(interaction, forms.digest_form(one), began)

    async def form_sent(self, interaction: Interaction) -> None:
        """A form, perhaps one that was opened before a restart."""
        data: Any = interaction.data or {}
        name = forms.NAME.fullmatch(str(data.get("custom_id", "")))
        fields = filled_in(interaction)
        match name["form"] if name else "":
            case forms.BRIEF:
                alone = fields.get("who") == forms.ALONE
                await self.brief(interaction, fields.get("link", ""), fields.get("text", ""), private=alone)
            case forms.QUESTION if name:
                asked = from_interaction(interaction, "ask", fields.get("question", ""), private=bool(name["more"]))
                await self.ask_for(replace(asked, article=name["about"]), interaction)
            case forms.DIGEST if name:
                await self.set_up(interaction, forms.created(fields, name["about"], name["more"]))
            case _:
                await self.say(interaction, "That form is from an earlier version of me; open it again.")

    async def pressed(self, interaction: Interaction, verb: str, article: str) -> None:
        """A button, under a post of whatever age."""
        hidden = bool(interaction.message and interaction.message.flags.ephemeral)
        match verb:
            case "quotes" | "more":
                await self._about(interaction, "quotes" if verb == "quotes" else "brief_filed", article, private=True)
            case "share":
                await self._about(interaction, "brief_filed", article, private=False)
            case "ask":
                await self.open(interaction, forms.question_form(article, private=hidden))
            case "thread":
                await self._open_thread(interaction, article)
            case "good" | "bad":
                await self.say(interaction, NOTED)
                asked = from_interaction(interaction, "help")
                verdict = Verdict(asked.about(), article, asked.person, good=verb == "good")
                await self.records.judge(verdict)
            case _:
                await self.say(interaction, "That button is from an earlier version of me; brief the article again.")

    async def message(self, message: discord.Message, me: int) -> None:
        """A message to the bot, one that names it, or one in a conversation of ours; no other is read any further.

        Whoever replies to the bot names it only by what they type: that Discord tells us of the reply says nothing.
        """
        if message.author.bot or message.type not in _FROM_PEOPLE:
            return
        named = message.guild is None or re.search(rf"<@!?{me}>", message.content) is not None
        threaded = isinstance(message.channel, discord.Thread)
        heard = self.threads == "questions" and message.content and (threaded or replied_to(message))
        if not (named or heard) or not is_said_to_us(message, named=named):
            return
        with self._counted():
            parent = "" if message.guild is None else await self.carrier.line.parent_of(str(message.channel.id))
            where, *others = spoken_in(message, parent)
            try:
                ours = await self._ours([where, *others])
            except StandfirstError as error:
                _log.error("Nobody can tell whether a message is in a conversation of ours: %s", error)
                if named:
                    await tell(self.carrier.outlet(where), str(error))
                return
            if named or ours:
                await self._begin(from_message(message, ours or where, named=named, ours=ours is not None))

    async def removed(self, server: int) -> None:
        """A server removed the bot: its digests wait until it is back."""
        editor = self.carrier.front_desk.editor
        for one in await editor.subscriptions.of_workspace(PLATFORM, str(server)):
            await editor.subscriptions.keep(replace(one, paused=True))

    async def added(self, server: int, name: str) -> None:
        """A server added the bot; those whose digests have waited are told how they go on."""
        every = await self.carrier.front_desk.editor.subscriptions.of_workspace(PLATFORM, str(server))
        waiting = [one for one in every if one.paused]
        poster = Poster(self.carrier.line)
        for manager in dict.fromkeys(one.manager for one in waiting):
            theirs = "; ".join(
                f"{one.name} (to go on: /digest resume {one.ident})" for one in waiting if one.manager == manager
            )
            told = Notice(f"I am back in {name}. Paused there is still: {theirs}.")
            for number, part in enumerate(messages(told)):
                try:
                    await poster.post(Place(personal(manager)), part, f"back {server} {number} {theirs}")
                except Undelivered as error:
                    _log.warning("A manager could not be told that I am back: %s", error)

    async def say(self, interaction: Interaction, text: str, began: float | None = None) -> None:
        """Answer at once, to the asker alone; ``began`` is when it came in, by a clock that only grows, if not now."""
        parts: list[Any] = [sent(part, None, embeds=self.carrier.line.embeds) for part in messages(Notice(text))]
        try:
            with self._acknowledging(began):
                await call(interaction.response.send_message(**parts[0], ephemeral=True, allowed_mentions=NO_MENTIONS))
            more: discord.Webhook = interaction.followup
            for part in parts[1:]:
                await call(more.send(**part, ephemeral=True, wait=True, allowed_mentions=NO_MENTIONS))
        except Undelivered as error:
            _log.warning("An interaction was not answered: %s", error)

    async def open(self, interaction: Interaction, form: discord.ui.Modal, began: float | None = None) -> None:
        """Open a form, which also acknowledges; one that doesn't open is tried again by whoever wants it."""
        try:
            with self._acknowledging(began):
                await call(interaction.response.send_modal(form))
        except Undelivered as error:
            _log.warning("A form did not open: %s", error)

    async def _about(self, interaction: Interaction, kind: Kind, article: str, *, private: bool) -> None:
        asked = from_interaction(interaction, kind, private=private)
        await self.ask_for(replace(asked, article=article), interaction)

    async def _open_thread(self, interaction: Interaction, article: str) -> None:
        """At the post whose button was pressed; whoever presses it second is shown the one that is there."""
        asked = from_interaction(interaction, "help")
        try:
            with self._acknowledging():
                await call(interaction.response.defer(ephemeral=True, thinking=True))
            known = await self.records.filed(article)
            thread = await open_thread(
                self.carrier.line, asked.channel, asked.referenced, (known.title if known else None) or "Briefing"
            )
            (note, *_) = messages(Notice(IN_THE_THREAD))
            await Poster(self.carrier.line).post(Place(thread), note, f"thread {thread}", sought=True)
            await call(interaction.edit_original_response(content=f"It is open: <#{thread}>"))
        except StandfirstError as error:
            await tell(self.carrier.outlet(replace(asked, private="yes")), str(error))

    async def _ours(self, places: Sequence[Asked]) -> Asked | None:
        """The first of them in which we posted.

        Raises:
            StoreUnusable: if it cannot be looked up.
        """
        for each in places:
            if await self.records.told_in(each.about()):
                return each
        return None

    async def _begin(self, asked: Asked) -> None:
        try:
            await self.errands.accept(asked.errand())
        except StandfirstError as error:
            await tell(self.carrier.outlet(asked), str(error))

    @contextmanager
    def _acknowledging(self, began: float | None = None) -> Generator[None]:
        """What is done inside acknowledges something; how long that took is counted, unless it fails."""
        since = time.monotonic() if began is None else began
        yield
        self.errands.watch.acknowledged(PLATFORM, time.monotonic() - since)

    @contextmanager
    def _counted(self) -> Generator[None]:
        """Known to be running meanwhile."""
        task = asyncio.current_task()
        if task is None:
            raise TypeError(task)
        self._running.add(task)
        try:
            yield
        finally:
            self._running.discard(task)
