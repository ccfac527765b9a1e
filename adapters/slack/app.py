"""The bolt app: what comes in, verified and handed to the listeners, whichever way it came."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization.async_authorize import AsyncAuthorize

from adapters.slack.asked import PLATFORM
from adapters.slack.client import web_client

if TYPE_CHECKING:
    from slack_bolt.authorization import AuthorizeResult
    from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
    from slack_bolt.request.async_request import AsyncBoltRequest
    from slack_bolt.response import BoltResponse

    from adapters.slack.listeners import Listeners
    from adapters.slack.workspaces import Workspaces
    from bot.watching import Watch


_OK = 200


def bolt_app(listeners: Listeners, *, signing_secret: str = "", oauth: AsyncOAuthSettings | None = None) -> AsyncApp:
    """The app with its listeners. Requests over HTTP need the ``signing_secret`` to be believed."""
    workspaces = listeners.carrier.workspaces
    logging.getLogger("slack_bolt").addFilter(_is_news)
    logging.getLogger("slack_bolt.AsyncApp").addFilter(_is_news)
    app = _Timed(
        name="standfirst",
        client=web_client(None, workspaces.base_url),
        signing_secret=signing_secret,
        authorize=_Known(workspaces),  # type: ignore[arg-type]  # bolt takes its own class here too
        oauth_settings=oauth,
    )
    app.watch = listeners.errands.watch
    listeners.listen(app)
    return app


class _Timed(AsyncApp):
    """Bolt's app, and how long each acknowledgement took: from what came in, by a socket or HTTP, to its answer."""

    watch: Watch

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """What is answered to ``req`` at once."""
        began = time.monotonic()
        answer = await super().async_dispatch(req)
        if answer.status == _OK:
            self.watch.acknowledged(PLATFORM, time.monotonic() - began)
        return answer


def _is_news(record: logging.LogRecord) -> bool:
    """Bolt finds the token among the settings by itself, and says each time that it will not use it."""
    return "`token` will be unused" not in record.getMessage()


class _Known(AsyncAuthorize):
    """Whose token it is, from what is known: bolt's own asks Slack each time, and every ack would wait for that."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def __call__(
        self, *, enterprise_id: str | None, team_id: str | None, **_more: object
    ) -> AuthorizeResult | None:
        return await self._workspaces.authorize(enterprise_id, team_id)
