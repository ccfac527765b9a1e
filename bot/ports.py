"""What the bot asks of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

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


class Apart(Protocol):
    """Somewhere to think, so that whoever types next is answered at once."""

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """What ``work`` gives; it must be picklable, and so must its answer.

        Raises:
            StandfirstError: whatever ``work`` raises of it, or that it took too long or too much.
        """
        ...
