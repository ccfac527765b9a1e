"""What was asked for in Slack is done at the newsdesk, and the answer goes where it was asked."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack.asked import asked_again
from adapters.slack.outlet import SlackOutlet
from bot.errors import Undelivered

if TYPE_CHECKING:
    from adapters.slack.workspaces import Workspaces
    from bot.errands import Errand
    from bot.front_desk import FrontDesk

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Does one errand after the other, any number at a time."""

    front_desk: FrontDesk
    workspaces: Workspaces

    async def carry_out(self, errand: Errand) -> None:
        """Do it; what goes wrong is told to the asker, and where even that is impossible it stands in the log.

        Raises:
            StoreUnusable: if what is needed cannot be looked up now.
        """
        asked = asked_again(errand.details)
        try:
            outlet = SlackOutlet(asked, errand.key, await self.workspaces.poster(asked.workspace), again=errand.again)
        except Undelivered as error:
            _log.error("A %s could not be answered: %s", asked.kind, error)
            return
        await self.front_desk.carry_out(errand, asked.request(), outlet)
