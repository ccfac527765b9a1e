"""A message as discord.py sends it: Components V2, or an embed for servers whose people prefer those."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from adapters.discord.rendering.limits import LONGEST_LABEL, MOST_BUTTONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.rendering.controls import Button
    from adapters.discord.rendering.posts import Message

    Item = ui.Item[Any]

COLOUR = 0x3D7EBF
"""The stripe beside our posts: a blue that is seen on light and on dark."""

_FIRST_MARK = 1 << 30
"""Components that we don't number are numbered by Discord, from 1."""


def mark(key: str) -> int:
    """A number for whatever is posted under ``key``, by which the post is known again; Discord takes 31 bits."""
    return _FIRST_MARK | int.from_bytes(sha256(key.encode()).digest()[:4]) >> 2


def sent(message: Message, number: int | None, *, embeds: bool) -> dict[str, Any]:
    """What discord.py is to send; it must be called in an event loop.

    Buttons are known by their identifiers, so discord.py needs to keep nothing about them: the view is stopped.
    """
    if not embeds:
        layout = ui.LayoutView(timeout=None)
        layout.add_item(container(message, number))
        layout.stop()
        return {"view": layout}
    view = ui.View(timeout=None)
    for row, items in enumerate(buttons_below(message, number)):
        for item in items:
            item.row = row
            view.add_item(item)
    view.stop()
    return {"embed": embed(message)} | ({"view": view} if view.children else {})


def is_that(known: discord.Message, message: Message, number: int, *, embeds: bool) -> bool:
    """Whether a message that Discord has is that one, sent with that number."""
    if _numbered(known.components, number):
        return True
    return embeds and any(each.description == embed(message).description for each in known.embeds)


def container(message: Message, number: int | None = None) -> ui.Container[Any]:
    """The message as one container, which carries ``number``."""
    children: list[Item] = []
    for part in message.parts:
        if part.apart:
            children.append(ui.Separator())
        shown: Item = ui.TextDisplay(part.text)
        children.append(ui.Section(shown, accessory=_button(part.beside)) if part.beside else shown)
    children += [ui.ActionRow(*row) for row in _rows(message.buttons)]
    return ui.Container(*children, accent_colour=COLOUR, id=number)


def embed(message: Message) -> discord.Embed:
    """The same as an embed; its buttons stand below it."""
    return discord.Embed(description="\n\n".join(part.text for part in message.parts), colour=COLOUR)


def buttons_below(message: Message, number: int | None = None) -> list[list[Item]]:
    """Rows of all buttons of a message that is an embed; the first button carries ``number``."""
    beside = [part.beside for part in message.parts if part.beside]
    rows = [*_rows(beside), *_rows(message.buttons)]
    if rows:
        rows[0][0].id = number
    return rows


def _numbered(components: Sequence[discord.components.Component], number: int) -> bool:
    for each in components:
        inside: Sequence[discord.components.Component] = getattr(each, "children", ())
        if getattr(each, "id", None) == number or _numbered(inside, number):
            return True
    return False


def _rows(buttons: Sequence[Button]) -> list[list[Item]]:
    made = [_button(each) for each in buttons]
    return [made[first : first + MOST_BUTTONS] for first in range(0, len(made), MOST_BUTTONS)]


def _button(button: Button) -> Item:
    label = button.label[:LONGEST_LABEL]
    if button.opens:
        return ui.Button(label=label, url=button.opens)
    return ui.Button(label=label, custom_id=button.ident, style=discord.ButtonStyle.secondary)
