"""What the bot asks of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model import Headlines
    from summariser.reading import Reading


Answer = TypeVar("Answer")


class Articles(Protocol):
    """Articles behind links."""

    async def read(self, link: str, *, raw: bool = False) -> Reading:
        """The article behind ``link``; with ``raw`` nothing is taken off its text.

        Raises:
            Unread: if there is none to be had; the class says why.
        """
        ...


class Feeds(Protocol):
    """Feeds behind links."""

    async def read(self, link: str) -> Headlines:
        """The headlines of the feed at ``link``, or of the one that the site there names.

        Raises:
            Unread: if nothing is to be had there; the class says why.
            NotAFeed: if there are no headlines in it.
        """
        ...


class Apart(Protocol):
    """Somewhere to think, so that whoever types next is answered at once."""

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """What ``work`` gives; it must be picklable, and so must its answer.

        Raises:
            StandfirstError: whatever ``work`` raises of it, or that it took too long or too much.
        """
        ...
