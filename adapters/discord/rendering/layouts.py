"""A message as discord.py sends it: Components V2, or an embed for servers whose people prefer those."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from adapters.discord.rendering.limits import LONGEST_LABEL, MOST_BUTTONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from adapters.discord.rendering.controls import Button
    from adapters.discord.rendering.posts import Message

    Item = ui.Item[Any]
    Pressable = Callable[[ui.Button[Any], Button], Item]

COLOUR = 0x1D3557
"""The stripe beside our posts; the same blue as the app's icon."""

_FIRST_MARK = 1 << 30
"""Components that we don't number are numbered by Discord, from 1."""


def mark(key: str) -> int:
    """A number for whatever is posted under ``key``, by which the post is known again; Discord takes 31 bits."""
    return _FIRST_MARK | int.from_bytes(sha256(key.encode()).digest()[:4]) >> 2


def container(message: Message, number: int | None = None, pressable: Pressable | None = None) -> ui.Container[Any]:
    """The message as one container, which carries ``number``; ``pressable`` makes buttons do something."""
    children: list[Item] = []
    for part in message.parts:
        if part.apart:
            children.append(ui.Separator())
        shown: Item = ui.TextDisplay(part.text)
        children.append(ui.Section(shown, accessory=_button(part.beside, pressable)) if part.beside else shown)
    children += [ui.ActionRow(*row) for row in _rows(message.buttons, pressable)]
    return ui.Container(*children, accent_colour=COLOUR, id=number)


def embed(message: Message) -> discord.Embed:
    """The same as an embed; its buttons stand below it."""
    return discord.Embed(description="\n\n".join(part.text for part in message.parts), colour=COLOUR)


def buttons_below(message: Message, number: int | None = None, pressable: Pressable | None = None) -> list[list[Item]]:
    """Rows of all buttons of a message that is an embed; the first button carries ``number``."""
    beside = [part.beside for part in message.parts if part.beside]
    rows = [*_rows(beside, pressable), *_rows(message.buttons, pressable)]
    if rows:
        rows[0][0].id = number
    return rows


def _rows(buttons: Sequence[Button], pressable: Pressable | None) -> list[list[Item]]:
    made = [_button(each, pressable) for each in buttons]
    return [made[first : first + MOST_BUTTONS] for first in range(0, len(made), MOST_BUTTONS)]


def _button(button: Button, pressable: Pressable | None) -> Item:
    label = button.label[:LONGEST_LABEL]
    if button.opens:
        return ui.Button(label=label, url=button.opens)
    plain: ui.Button[Any] = ui.Button(label=label, custom_id=button.ident, style=discord.ButtonStyle.secondary)
    return pressable(plain, button) if pressable else plain
