"""The commands, and what is offered while one of their options is typed.

Names and descriptions are English here; ``locales`` has them in the other languages.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, get_args

import discord
from discord import app_commands
from discord.app_commands import AppCommandContext, AppInstallationType, Choice, Range

from adapters.discord.asked import PLATFORM
from adapters.discord.forms import ALONE, EVERYONE, LONGEST_LINE, LONGEST_QUESTION
from adapters.discord.inbound import from_interaction, from_menu
from bot.edits import Create, Part
from bot.errors import StandfirstError
from bot.schedule import zones_like

if TYPE_CHECKING:
    from collections.abc import Iterable

    from adapters.discord.listeners import Listeners
    from bot.model import Subscription

Interaction = discord.Interaction[discord.Client]

EVERYWHERE = AppCommandContext(guild=True, dm_channel=True, private_channel=True)
WITH_THE_BOT = AppCommandContext(guild=True, dm_channel=True, private_channel=False)
ANY_INSTALL = AppInstallationType(guild=True, user=True)

MANAGERS = discord.Permissions(manage_channels=True)
"""Who may manage digests in a server, unless its administrators decide otherwise; Discord sees to it."""

MOST_OFFERED, LONGEST_OFFER = 25, 100
"""Choices, and characters of one (docs.discord.com: application commands, autocomplete)."""

LONGEST_LINK = 2_000
LONGEST_TEXT = 6_000
"""Characters of an option; the most that Discord takes."""

HELP = """\
/brief with a link: briefs an article, here in the channel
/brief alone: opens a form: a link or a text, for the channel or for you alone
/brief text:language German: has briefings here in another language, quotes beside their translation
Brief this, in a message's menu under Apps: briefs its link, or its text
Name me with a link: the same as a message
A reply to a briefing that names me, or /ask: asks about its article
A direct message to me: a link, a text, or in reply to a briefing a question
/digest create: sets up a daily digest here; /digest list shows those there are
/digest why: what became of an article in the digests here
/sources: what a digest is made from
/forget: deletes what I know of a thread, an article, of you or of this server"""

_OUR_FAULT = "That failed, and the fault is mine; it is on record. Try again in a few minutes."

_log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[discord.Client]):
    """All commands; what goes wrong in one is told to whoever gave it."""

    def __init__(self, client: discord.Client, listeners: Listeners) -> None:
        super().__init__(client, allowed_contexts=EVERYWHERE, allowed_installs=ANY_INSTALL)
        self._listeners = listeners
        for each in (*_single(listeners), _digest(listeners), _sources(listeners)):
            self.add_command(each)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Only what none of ours expected comes here."""
        _log.error("A command failed in a way it should not", exc_info=error)
        if not interaction.response.is_done():
            await self._listeners.say(interaction, _OUR_FAULT)


def _single(listeners: Listeners) -> Iterable[Any]:
    @app_commands.command(description="Brief an article: its points and its key quotes, word for word")
    @app_commands.describe(
        link="The article's address",
        text="The article's text, if there is no link to it or a paywall before it",
        visibility="Who sees the briefing; everyone, unless you say so",
    )
    @app_commands.choices(
        visibility=[Choice(name="Everyone in the channel", value=EVERYONE), Choice(name="Only me", value=ALONE)]
    )
    async def brief(
        interaction: Interaction,
        link: Range[str, 1, LONGEST_LINK] = "",
        text: Range[str, 1, LONGEST_TEXT] = "",
        visibility: str = EVERYONE,
    ) -> None:
        await listeners.brief(interaction, link, text, private=visibility == ALONE)

    @app_commands.command(description="Ask about the article of this thread, or the latest one here")
    @app_commands.describe(question="What you want to know; the answer comes from the article alone")
    async def ask(interaction: Interaction, question: Range[str, 1, LONGEST_QUESTION]) -> None:
        await listeners.ask_for(from_interaction(interaction, "ask", question), interaction)

    @app_commands.command(description="Delete what I know of a thread, an article, of you or of this server")
    @app_commands.describe(what="thread, me, workspace, or an article's address; where I ask for it, yes behind it")
    async def forget(interaction: Interaction, what: Range[str, 1, LONGEST_LINK]) -> None:
        await listeners.ask_for(from_interaction(interaction, "forget", what, private=True), interaction)

    @app_commands.command(description="What I can do, and how to ask for it")
    async def standfirst(interaction: Interaction) -> None:
        await listeners.ask_for(from_interaction(interaction, "help", private=True), interaction)

    @app_commands.context_menu(name="Brief this")
    async def brief_this(interaction: Interaction, message: discord.Message) -> None:
        await listeners.ask_for(from_menu(interaction, message), interaction)

    every: list[Any] = [brief, ask, forget, standfirst, brief_this]
    return every


def _digest(listeners: Listeners) -> app_commands.Group:
    group = app_commands.Group(
        name="digest",
        description="The day's stories, at your own time, each told once",
        allowed_contexts=WITH_THE_BOT,
        default_permissions=MANAGERS,
    )

    @group.command(description="Set up a digest here; alone, it opens a form")
    @app_commands.describe(
        sources="Addresses of sites or of their feeds, with blanks between them",
        when="Days and times: weekdays 08:30, or mon,thu 7am and 6pm",
        zone="The time zone, for example Europe/London",
        name="What it is called",
        words='Only stories with these words: harbour AND (storm OR "sea wall") NOT football',
        stories="How many stories at most",
        without_news="Whether to post a line when there is nothing new",
    )
    @app_commands.autocomplete(zone=_zones)
    async def create(  # noqa: PLR0913, PLR0917 - the options of a command
        interaction: Interaction,
        sources: Range[str, 1, LONGEST_LINK] = "",
        when: Range[str, 1, LONGEST_LINE] = "",
        zone: Range[str, 1, LONGEST_OFFER] = "",
        name: Range[str, 1, 80] = "Briefing",
        words: Range[str, 1, LONGEST_LINE] = "",
        stories: Range[int, 1, 20] = 7,
        without_news: bool = False,  # noqa: FBT001, FBT002 - an option, which Discord gives by its name
    ) -> None:
        schedule = f"{when} {zone}".strip() if when else ""
        wanted = Create(schedule, tuple(sources.replace(",", " ").split()), name, words, stories, without_news)
        await listeners.set_up(interaction, wanted)

    @group.command(name="list", description="The digests there are, with their next and last times")
    async def every(interaction: Interaction) -> None:
        await listeners.digest(interaction, "list")

    @group.command(description="Change a digest, in a form")
    @app_commands.describe(digest="Which one")
    @app_commands.autocomplete(digest=_digests(listeners))
    async def edit(interaction: Interaction, digest: int) -> None:
        await listeners.edit(interaction, digest)

    for verb, description in _VERBS.items():
        group.add_command(_acting(listeners, verb, description))
    _looking(listeners, group)
    return group


def _looking(listeners: Listeners, group: app_commands.Group) -> None:
    @group.command(name="set", description="Change one part of a digest")
    @app_commands.describe(digest="Which one", part="What to change", value="What it is to be")
    @app_commands.autocomplete(digest=_digests(listeners))
    @app_commands.choices(part=[Choice(name=each, value=each) for each in get_args(Part)])
    async def change(interaction: Interaction, digest: int, part: str, value: Range[str, 0, LONGEST_LINE] = "") -> None:
        await listeners.digest(interaction, f"set {digest} {part} {value}")

    @group.command(description="What became of an article in the digests here")
    @app_commands.describe(link="The article's address", digest="Which one; all of this channel, unless you say so")
    @app_commands.autocomplete(digest=_digests(listeners))
    async def why(interaction: Interaction, link: Range[str, 1, LONGEST_LINK], digest: int = 0) -> None:
        await listeners.digest(interaction, f"why {digest} {link}" if digest else f"why {link}")


_VERBS = {
    "preview": "See a digest as it would be now, for you alone",
    "run": "Post a digest now",
    "retry": "Try again what failed",
    "pause": "Let a digest wait until it is resumed",
    "resume": "Let a paused digest go on",
    "skip": "Leave out a digest's next time",
    "remove": "Delete a digest",
}


def _acting(listeners: Listeners, verb: str, description: str) -> app_commands.Command[Any, Any, Any]:
    @app_commands.describe(digest="Which one")
    @app_commands.autocomplete(digest=_digests(listeners))
    async def act(interaction: Interaction, digest: int) -> None:
        await listeners.digest(interaction, f"{verb} {digest}")

    return app_commands.Command(name=verb, description=description, callback=act)


def _sources(listeners: Listeners) -> app_commands.Group:
    group = app_commands.Group(
        name="sources",
        description="What a digest is made from",
        allowed_contexts=WITH_THE_BOT,
        default_permissions=MANAGERS,
    )

    @group.command(name="list", description="The sources of a digest")
    @app_commands.describe(digest="Which one")
    @app_commands.autocomplete(digest=_digests(listeners))
    async def every(interaction: Interaction, digest: int) -> None:
        await listeners.digest(interaction, f"sources {digest}")

    @group.command(description="Add a source to a digest")
    @app_commands.describe(
        digest="Which one", source="The address of a site, of its feed, or of a list of feeds (OPML)"
    )
    @app_commands.autocomplete(digest=_digests(listeners))
    async def add(interaction: Interaction, digest: int, source: Range[str, 1, LONGEST_LINK]) -> None:
        await listeners.digest(interaction, f"add {digest} {source}")

    @group.command(description="The sources of a digest as OPML, for other readers")
    @app_commands.describe(digest="Which one")
    @app_commands.autocomplete(digest=_digests(listeners))
    async def export(interaction: Interaction, digest: int) -> None:
        await listeners.digest(interaction, f"export {digest}")

    @group.command(description="Take a source away from a digest")
    @app_commands.describe(digest="Which one", source="Which source")
    @app_commands.autocomplete(digest=_digests(listeners), source=_its_sources(listeners))
    async def remove(interaction: Interaction, digest: int, source: Range[str, 1, LONGEST_LINK]) -> None:
        await listeners.digest(interaction, f"drop {digest} {source}")

    return group


async def _zones(_: Interaction, typed: str) -> list[Choice[str]]:
    return [Choice(name=name, value=name) for name in zones_like(typed, MOST_OFFERED)]


def _digests(listeners: Listeners) -> Any:  # noqa: ANN401 - discord.py's own type for this can't be named
    async def offered(interaction: Interaction, typed: str) -> list[Choice[int]]:
        every = await _theirs(listeners, interaction)
        named = [(f"{one.ident}  {one.name}: {one.schedule}", one.ident) for one in every]
        return [
            Choice(name=name[:LONGEST_OFFER], value=ident)
            for name, ident in named
            if typed.casefold() in name.casefold()
        ][:MOST_OFFERED]

    return offered


def _its_sources(listeners: Listeners) -> Any:  # noqa: ANN401 - the same
    async def offered(interaction: Interaction, typed: str) -> list[Choice[str]]:
        chosen = getattr(interaction.namespace, "digest", None)
        sources = [url for one in await _theirs(listeners, interaction) if one.ident == chosen for url in one.sources]
        short = [url for url in sources if typed.casefold() in url.casefold() and len(url) <= LONGEST_OFFER]
        return [Choice(name=url, value=url) for url in short[:MOST_OFFERED]]

    return offered


async def _theirs(listeners: Listeners, interaction: Interaction) -> Iterable[Subscription]:
    """The digests of the place where somebody types; what can't be looked up is not offered."""
    workspace = from_interaction(interaction, "digest").workspace
    try:
        return await listeners.carrier.front_desk.editor.subscriptions.of_workspace(PLATFORM, workspace)
    except StandfirstError as error:
        _log.warning("Digests could not be offered: %s", error)
        return ()
