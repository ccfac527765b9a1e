"""What was asked for in Slack is done at the newsdesk, and the answer goes where it was asked."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack.asked import asked_again
from adapters.slack.client import call
from adapters.slack.outlet import SlackOutlet
from bot.errors import Refused, Undelivered
from bot.front_desk import tell
from bot.typed import parse_forget

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.asked import Asked
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
            poster = await self.workspaces.poster(asked.workspace)
        except Undelivered as error:
            _log.error("A %s could not be answered: %s", asked.kind, error)
            return
        outlet = SlackOutlet(asked, errand.key, poster, again=errand.again)
        try:
            manages = await _manages(asked, poster.client)
        except Undelivered as error:
            await tell(outlet, str(error))
            return
        await self.front_desk.carry_out(errand, asked.request(manages=manages), outlet)


async def _manages(asked: Asked, client: AsyncWebClient) -> bool:
    """Whether the asker is an administrator or an owner of the workspace, where that matters for what they ask.

    Source: docs.slack.dev, methods: users.info. Where Slack won't say, they may still have forgotten what is theirs.

    Raises:
        Undelivered: if Slack doesn't say, and without that nothing can be done.
    """
    wish = parse_forget(asked.text) if asked.kind == "forget" else None
    if wish is None or wish.what == "me":
        return False
    try:
        known = (await call(client, "users.info", user=asked.person))["user"]
    except Refused:
        if wish.what == "workspace":
            raise
        return False
    return bool(known.get("is_admin") or known.get("is_owner"))
