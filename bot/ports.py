"""What the bot asks of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summariser.reading import Reading


class Articles(Protocol):
    """Articles behind links."""

    async def read(self, link: str, *, raw: bool = False) -> Reading:
        """The article behind ``link``; with ``raw`` nothing is taken off its text.

        Raises:
            Unread: if there is none to be had; the class says why.
        """
        ...
