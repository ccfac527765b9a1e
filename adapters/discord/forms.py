"""The forms (modals). What they are about stands in their names, so that one that is open survives a restart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from adapters.discord.rendering.limits import LONGEST_THREAD_NAME
from bot.edits import Create
from bot.errors import StandfirstError
from bot.filters import wanted as wanted_words
from bot.schedule import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.model import Subscription

BRIEF, QUESTION, DIGEST = "brief", "question", "digest"

NAME = re.compile(r"standfirst:form:(?P<form>[a-z]+)(?::(?P<about>[0-9a-f]*):(?P<more>[a-z]*))?")
"""What forms are called (``custom_id``): which it is, what it is about, and one thing more to be kept."""

ALONE, EVERYONE = "me", "channel"

LONGEST_INPUT = 4_000
"""Characters of a text field (docs.discord.com, components reference: text input)."""

LONGEST_QUESTION, LONGEST_LINE = 300, 300

_FEWEST_STORIES, _MOST_STORIES = 3, 10


def brief_form() -> ui.Modal:
    """The form of ``/brief``."""
    return _form(
        "Brief an article",
        f"standfirst:form:{BRIEF}",
        ui.Label(text="Link", component=_line("link", needed=False, hint="https://…")),
        ui.Label(
            text="Or its text",
            description="For more than 4,000 characters, send it to me as direct messages, or paste it behind /brief.",
            component=ui.TextInput(
                custom_id="text", style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_INPUT
            ),
        ),
        ui.Label(
            text="Who sees it",
            component=_choice("who", [("Everyone in the channel", EVERYONE), ("Only me", ALONE)], EVERYONE),
        ),
    )


def question_form(article: str, *, private: bool) -> ui.Modal:
    """The form behind "Ask"; ``private`` is whether only the asker sees the answer."""
    field = ui.TextInput[Any](custom_id="question", max_length=LONGEST_QUESTION)
    return _form(
        "Ask the article",
        f"standfirst:form:{QUESTION}:{article}:{ALONE if private else ''}",
        ui.Label(text="Your question", component=field),
    )


def digest_form(one: Subscription | None = None, typed: Create | None = None) -> ui.Modal:
    """The form of ``/digest create`` and ``edit``, with what ``one`` says now, or what was ``typed`` already."""
    says_so = one.says_so if one else bool(typed and typed.says_so)
    name = one.name if one else typed.name if typed else "Morning briefing"
    schedule = str(one.schedule) if one else typed.schedule if typed else ""
    sources = one.sources if one else typed.sources if typed else ()
    words = one.words if one else typed.words if typed else ""
    stories = min(max((one or typed or _USUAL).stories, _FEWEST_STORIES), _MOST_STORIES)
    numbers = [(str(number), str(number)) for number in range(_FEWEST_STORIES, _MOST_STORIES + 1)]
    return _form(
        "Change a digest" if one else "Set up a digest",
        f"standfirst:form:{DIGEST}:{one.ident if one else 0:x}:{'says' if says_so else ''}",
        ui.Label(text="Name", component=_line("name", value=name, longest=LONGEST_THREAD_NAME - 20)),
        ui.Label(
            text="When",
            description="daily, weekdays, weekends, or mon,thu; one time or several; a time zone",
            component=_line("schedule", value=schedule or "weekdays 08:30 Europe/London", longest=200),
        ),
        ui.Label(
            text="Sources",
            description="Addresses of sites or of their feeds, one a line",
            component=ui.TextInput(
                custom_id="sources",
                style=discord.TextStyle.paragraph,
                max_length=LONGEST_INPUT,
                default="\n".join(sources)[:LONGEST_INPUT] or None,
            ),
        ),
        ui.Label(
            text="Only stories with these words",
            description='harbour AND (storm OR "sea wall") NOT football',
            component=_line("words", value=words, needed=False),
        ),
        ui.Label(text="Stories at most", component=_choice("stories", numbers, str(stories))),
    )


def created(fields: Mapping[str, str], about: str, more: str) -> Create:
    """What the form of a digest asks for."""
    return Create(
        schedule=fields.get("schedule", ""),
        sources=tuple(fields.get("sources", "").split()),
        name=fields.get("name", ""),
        words=fields.get("words", ""),
        stories=int(fields.get("stories") or _USUAL.stories),
        says_so=more == "says",
        changes=int(about or "0", 16),
    )


def mistake(wanted: Create) -> str:
    """What is wrong with a digest as it was typed, in a sentence; nothing if all of it can be."""
    try:
        parse(wanted.schedule)
        wanted_words(wanted.words)
    except StandfirstError as error:
        return str(error)
    return ""


_USUAL = Create("", ())


def _form(title: str, name: str, *fields: ui.Label[Any]) -> ui.Modal:
    """A form that discord.py keeps nothing about: what is sent is known by its name."""
    form = ui.Modal(title=title, custom_id=name, timeout=None)
    for field in fields:
        form.add_item(field)
    form.stop()
    return form


def _line(
    name: str, *, value: str = "", needed: bool = True, longest: int = LONGEST_LINE, hint: str = ""
) -> ui.TextInput[Any]:
    return ui.TextInput(
        custom_id=name, required=needed, default=value[:longest] or None, max_length=longest, placeholder=hint or None
    )


def _choice(name: str, options: list[tuple[str, str]], chosen: str) -> ui.Select[Any]:
    picks = [discord.SelectOption(label=label, value=value, default=value == chosen) for label, value in options]
    return ui.Select(custom_id=name, options=picks)
