"""What Discord sends when somebody types, presses or picks something -> what they ask for. Pure.

Source: docs.discord.com, interactions: receiving and responding; resources: message.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.asked import Asked, personal
from adapters.discord.line import NEEDED, lacking, missing_of
from bot.front_desk import kind_of
from bot.overheard import is_asked_of_us
from bot.typed import Nothing, Question, Speak, first_link, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.front_desk import Kind

    Interaction = discord.Interaction[Any]

_MENTION = re.compile(r"<@[!&]?\d+>")
_CHANNEL = re.compile(r"<#\d+>")
_EMOJI = re.compile(r"<a?:\w+:\d+>")
_TO_POST = {name: NEEDED[name] for name in ("view_channel", "send_messages", "send_messages_in_threads")}
_PAGES = re.compile(r"https?://", re.IGNORECASE)


def typed(content: str) -> str:
    """What a person typed, without whom it is said to, and without emoji that have names."""
    return _EMOJI.sub(" ", _CHANNEL.sub(" ", _MENTION.sub(" ", content))).strip()


def from_interaction(interaction: Interaction, kind: Kind, text: str = "", *, private: bool = False) -> Asked:
    """What somebody wants who typed a command, pressed a button, picked from a menu or sent a form."""
    person = str(interaction.user.id)
    at_home = interaction.guild_id is not None and not _is_a_guest(interaction)
    direct = interaction.guild_id is None and interaction.context.dm_channel
    channel = personal(person) if direct else str(interaction.channel_id)
    missing = () if direct else _missing(interaction)
    member = direct or (at_home and not missing)
    digest = kind in {"digest", "digest_form"}
    return Asked(
        kind,
        str(interaction.guild_id) if at_home else personal(person),
        channel,
        person,
        str(interaction.id),
        text=text,
        parent=_parent(interaction.channel),
        token=interaction.token,
        referenced=str(interaction.message.id) if interaction.message else "",
        member="yes" if member or (at_home and digest) else "",
        private="yes" if private else "",
        any_digest="yes" if digest and at_home else "",
        manages="yes" if not at_home or interaction.permissions.manage_guild else "",
        warning=lacking(missing) if kind == "digest_form" and at_home and missing else "",
    )


def from_brief(interaction: Interaction, link: str, text: str, *, private: bool) -> Asked | Nothing:
    """What ``/brief`` asks for, typed or by its form; a text counts more than its link, which may lead to a paywall."""
    pasted = text.strip()
    if pasted and not isinstance(parse(pasted), Speak):
        return from_interaction(interaction, "brief_text", pasted, private=private)
    what = parse(pasted or link)
    if isinstance(what, Nothing):
        return what
    kind, said = kind_of(what, question="brief_text")
    return from_interaction(interaction, kind, said, private=private)


def from_menu(interaction: Interaction, message: discord.Message) -> Asked:
    """What "Brief this" on a message asks for: its first link, else its text."""
    asked = from_interaction(interaction, "brief_text", _all_that_it_says(message))
    link = first_link(typed(message.content)) or next(_attached_links(message), None)
    if link and _PAGES.match(link):
        return replace(asked, kind="brief_link", text=link)
    return asked


def is_said_to_us(message: discord.Message, *, named: bool) -> bool:
    """Whether it is: if it is written to the bot, or ``named`` it; else only a question to nobody else is."""
    return named or (not _MENTION.search(message.content) and is_asked_of_us(typed(message.content)))


def spoken_in(message: discord.Message, parent: str) -> tuple[Asked, ...]:
    """Where it is written, and by whom, by each conversation it may belong to; nothing of it is read.

    The parts of a post behind the first reply to that, so who replies to one of them may be talking about the first.
    """
    person = str(message.author.id)
    where = Asked(
        "help",
        str(message.guild.id) if message.guild else personal(person),
        str(message.channel.id) if message.guild else personal(person),
        person,
        str(message.id),
        parent=parent,
        referenced=replied_to(message),
        member="yes",
        manages="yes" if _manages(message) else "",
    )
    at = message.reference.resolved if message.reference and where.referenced else None
    first = replied_to(at) if isinstance(at, discord.Message) and at.author.bot and not parent else ""
    return (where, replace(where, referenced=first)) if first else (where,)


def from_message(message: discord.Message, where: Asked, *, named: bool, ours: bool) -> Asked:
    """What a message asks for; ``ours`` is whether we posted in the conversation it is in."""
    text = typed(message.content)
    what = parse(text, in_thread=ours) if named else Question(text)
    if isinstance(what, Nothing) and (said := _replied_to(message)):
        what = parse(said)
    kind, asks = kind_of(what, question="ask")
    return replace(where, kind=kind, text=asks)


def replied_to(message: discord.Message) -> str:
    """The number of the message that it replies to; nothing where it replies to none."""
    at = message.reference
    return str(at.message_id) if at and at.message_id and at.type is discord.MessageReferenceType.reply else ""


def filled_in(interaction: Interaction) -> Mapping[str, str]:
    """What stands in the fields of a form that was sent, by their names."""
    sent: Any = interaction.data or {}
    return dict(_fields(sent.get("components") or ()))


def _fields(components: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    for each in components:
        inside = each.get("component")
        field = inside or each
        if "custom_id" in field:
            chosen = field.get("values")
            yield field["custom_id"], str(chosen[0] if chosen else field.get("value") or "").strip()
        yield from _fields(each.get("components") or ())


def _manages(message: discord.Message) -> bool:
    """Whether its author manages the server, or wrote where there is none."""
    author = message.author
    return not message.guild or (isinstance(author, discord.Member) and author.guild_permissions.manage_guild)


def _is_a_guest(interaction: Interaction) -> bool:
    """Whether the bot isn't in the server: the asker alone has added it, for themselves."""
    return interaction.is_user_integration() and not interaction.is_guild_integration()


def _missing(interaction: Interaction) -> tuple[str, ...]:
    return missing_of(
        interaction.app_permissions,
        thread=isinstance(interaction.channel, discord.Thread),
        needed=_TO_POST,
    )


def _parent(channel: object) -> str:
    return str(channel.parent_id) if isinstance(channel, discord.Thread) else ""


def _all_that_it_says(message: discord.Message) -> str:
    """Its own words; else those of the embeds that other bots write in."""
    own = typed(message.content)
    if own:
        return own
    said = [part for each in message.embeds for part in (each.title, each.description) if part]
    return "\n\n".join(said)


def _attached_links(message: discord.Message) -> Iterator[str]:
    yield from (each.url for each in message.embeds if each.url)


def _replied_to(message: discord.Message) -> str:
    """What the message says that somebody replied to, naming the bot and saying no more."""
    at = message.reference.resolved if message.reference else None
    return _all_that_it_says(at) if isinstance(at, discord.Message) and not at.author.bot else ""
