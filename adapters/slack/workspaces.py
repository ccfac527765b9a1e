"""The workspaces the bot is installed in: a token for each, and a poster that knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from slack_bolt.authorization import AuthorizeResult

from adapters.pace import Pace
from adapters.slack.client import OFFICIAL, TIMEOUT_SECONDS, call, web_client
from adapters.slack.posting import Poster
from bot.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Installed:
    """The bot in one workspace. The token is a secret, and not shown."""

    workspace: str
    token: str = field(repr=False)
    bot_user: str
    bot: str | None = None


class Installs(Protocol):
    """Where the bot is installed."""

    async def find(self, workspace: str) -> Installed | None:
        """How it is installed in that workspace, if it is."""
        ...


@dataclass(frozen=True, slots=True)
class OneInstall:
    """The bot in the one workspace whose token was set."""

    installed: Installed

    async def find(self, workspace: str) -> Installed | None:
        """It, if it is the one that is asked for: what another workspace says is none of its business."""
        return self.installed if workspace == self.installed.workspace else None


async def only_install(token: str, base_url: str = OFFICIAL) -> OneInstall:
    """The workspace that ``token`` belongs to.

    Raises:
        Refused: if Slack doesn't take the token.
        Unknown: if Slack can't be asked now.
    """
    client = web_client(token, base_url)
    known = await call(client, "auth.test")
    return OneInstall(Installed(known["team_id"], token, known["user_id"], known.get("bot_id")))


@dataclass(slots=True)
class Workspaces:
    """Posters for every workspace the bot is installed in. ``now`` gives an aware UTC time."""

    installs: Installs
    now: Callable[[], datetime]
    base_url: str = OFFICIAL
    pause: float = 2.0
    spacing: float = 1.0
    timeout: int = TIMEOUT_SECONDS
    _paces: dict[str, Pace] = field(default_factory=dict[str, Pace])

    async def poster(self, workspace: str) -> Poster:
        """Who posts there.

        Raises:
            Refused: if the bot isn't installed there any more.
        """
        found = await self.installs.find(workspace)
        if found is None:
            reason = "not_installed"
            raise Refused(reason, "I am not installed in that workspace any more.")
        pace = self._paces.setdefault(workspace, Pace(self.spacing))
        return Poster(web_client(found.token, self.base_url, self.timeout), self.now, pace, self.pause)

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """For bolt, which calls it by these names before each listener: from what is known, so that no ack waits."""
        found = await self.installs.find(team_id or enterprise_id or "")
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=found.token,
            bot_user_id=found.bot_user,
            bot_id=found.bot,
        )
