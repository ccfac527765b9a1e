"""The workspaces that installed the app, in slack_sdk's tables in our database.

slack_sdk has an asynchronous store too, but for SQLAlchemy's asynchronous engines alone; so the plain one is used, in
threads, as everything else of the database is.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore

from adapters.slack.workspaces import Installed

if TYPE_CHECKING:
    from slack_sdk.oauth.installation_store import Bot, Installation
    from sqlalchemy import Engine

STATE_SECONDS = 600
"""How long whoever begins to install the app may take."""


class KeptInstalls(AsyncInstallationStore):
    """Installs in the database. A workspace's identifier is its own, so the enterprise's is not asked for."""

    def __init__(self, client_id: str, engine: Engine) -> None:
        writing = engine.execution_options(writes=True)
        self._store = SQLAlchemyInstallationStore(client_id, writing)
        self._store.create_tables()  # type: ignore[no-untyped-call]  # slack_sdk gives it no types

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk complains."""
        return logging.getLogger(__name__)

    async def find(self, workspace: str) -> Installed | None:
        """How the bot is installed in that workspace, if it is."""
        bot = await self.async_find_bot(enterprise_id=None, team_id=workspace)
        if bot is None:
            return None
        return Installed(workspace, bot.bot_token, bot.bot_user_id, bot.bot_id)

    async def async_save(self, installation: Installation) -> None:
        """Keep it, in place of an earlier one."""
        installation.enterprise_id = None
        await asyncio.to_thread(self._store.save, installation)

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002 - the signature is slack_sdk's
        team_id: str | None,
        is_enterprise_install: bool | None = False,  # noqa: ARG002 - the same
    ) -> Bot | None:
        """The bot in that workspace."""
        return await asyncio.to_thread(self._store.find_bot, enterprise_id=None, team_id=team_id)

    async def async_delete_installation(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002 - the signature is slack_sdk's
        team_id: str | None,
        user_id: str | None = None,
    ) -> None:
        """Forget who installed it there."""
        await asyncio.to_thread(self._store.delete_installation, enterprise_id=None, team_id=team_id, user_id=user_id)

    async def async_delete_bot(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002 - the signature is slack_sdk's
        team_id: str | None,
    ) -> None:
        """Forget the bot's token there."""
        await asyncio.to_thread(self._store.delete_bot, enterprise_id=None, team_id=team_id)


class KeptStates(AsyncOAuthStateStore):
    """What was sent along with somebody who went to Slack to install the app, to be found again when they return."""

    def __init__(self, engine: Engine) -> None:
        self._store = SQLAlchemyOAuthStateStore(STATE_SECONDS, engine.execution_options(writes=True))
        self._store.create_tables()  # type: ignore[no-untyped-call]  # slack_sdk gives it no types

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk complains."""
        return logging.getLogger(__name__)

    async def async_issue(self, *_args: object, **_more: object) -> str:
        """A new one."""
        return await asyncio.to_thread(self._store.issue)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - slack_sdk gives it no types

    async def async_consume(self, state: str) -> bool:
        """Whether it is one of ours and not used yet; now it is used."""
        return await asyncio.to_thread(self._store.consume, state)
