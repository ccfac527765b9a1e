r"""Foreign text made safe for Discord: nothing in it is formatting, a link, an invite or a mention.

Discord's markdown takes a backslash before any character that is no letter, digit or blank as "this one, literally"
(docs.discord.com, reference: message formatting). So whatever could begin something gets one: also the colon and the
slashes of an address, without which neither a client nor the search for invites sees an address in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from adapters import plain as text_of
from adapters.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_BUTTON_LINK = 512
"""Characters of the address behind a button (docs.discord.com, components reference: button)."""

LONGEST_LINK = 1_000
"""Characters of an address in a text; Discord counts them like any others."""

_MEANING = re.compile(r"[\\`*_~|<>\[\]()#@:/]")
_LIST = re.compile(r"^(\s*)([-+]|\d{1,9}\.)(?=\s)", re.MULTILINE)
_INVITE = re.compile(r"(?i)(?<=discord)\.(?=gg|com|media|new)|(?<=discordapp)\.(?=com)|(?<=dsc)\.(?=gg)")


def escaped(text: str) -> str:
    """``text`` as it may stand in any text of Discord's; it is shown as it is."""
    safe = _MEANING.sub(r"\\\g<0>", plain(text))
    safe = _INVITE.sub(r"\\.", safe)
    return _LIST.sub(_without_list, safe)


def safe_link(url: str | None, longest: int = LONGEST_LINK) -> str | None:
    """``url`` as it may stand between ``(<`` and ``>)`` or behind a button; else ``None``: the text goes unlinked."""
    safe = text_of.safe_link(url, longest)
    if safe is None:
        return None
    safe = safe.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    return safe if len(safe) <= longest else None


def heading(text: str) -> str:
    """A line as a small heading."""
    return f"### {_in_a_line(text)}"


def linked(text: str, url: str | None) -> str:
    """A line that leads to ``url``, where that is an address of the web."""
    safe = safe_link(url)
    return f"[{_in_a_line(text)}](<{safe}>)" if safe else _in_a_line(text)


def bold(text: str) -> str:
    """Markdown, in bold."""
    return f"**{text}**"


def note(text: str) -> str:
    """A small grey line."""
    return "\n".join(f"-# {escaped(line)}" for line in _lines(text))


def quotation(text: str) -> str:
    """Text set off as somebody's own words."""
    return "\n".join(f"> {escaped(line)}" for line in _lines(text))


def bullets(texts: Iterable[str]) -> str:
    """A list with bullets."""
    return "\n".join(f"- {_in_a_line(text)}" for text in texts)


def _in_a_line(text: str) -> str:
    return " ".join(escaped(line) for line in _lines(text))


def _lines(text: str) -> list[str]:
    return [line for line in plain(text).split("\n") if line.strip()] or [" "]


def _without_list(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}"
