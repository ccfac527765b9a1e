"""What was asked for in Discord is done by the front desk, and the answer goes where it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.discord.asked import asked_again
from adapters.discord.outlet import DiscordOutlet

if TYPE_CHECKING:
    from adapters.discord.asked import Asked
    from adapters.discord.line import Line
    from bot.errands import Errand
    from bot.front_desk import FrontDesk


@dataclass(frozen=True, slots=True)
class Carrier:
    """Does one errand after the other, any number at a time."""

    front_desk: FrontDesk
    line: Line

    async def carry_out(self, errand: Errand) -> None:
        """Do it; what goes wrong is told to the asker, and where even that is impossible it stands in the log.

        Raises:
            StoreUnusable: if what is needed cannot be looked up now.
        """
        asked = asked_again(errand.details)
        outlet = DiscordOutlet(asked, errand.key, self.line, again=errand.again)
        await self.front_desk.carry_out(errand, asked.request(), outlet)

    def outlet(self, asked: Asked) -> DiscordOutlet:
        """Where to say at once what went wrong with a request before it was on record."""
        return DiscordOutlet(asked, asked.errand().key, self.line)
