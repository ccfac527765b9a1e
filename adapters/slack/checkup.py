"""What is missing for Slack to work, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.checkup import Finding
from adapters.slack.client import call, call_with_headers, web_client
from adapters.slack.manifest import SCOPES
from bot.errors import Refused, Undelivered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import SlackSettings

_NEW_TOKEN = "copy it again from api.slack.com/apps, your app,"  # noqa: S105 - where a token is to be found


async def findings(settings: SlackSettings) -> AsyncIterator[Finding]:
    """What Slack says to each token, and which scopes are missing."""
    if settings.bot_token:
        async for each in _of_the_bot_token(settings):
            yield each
    if settings.app_token:
        yield await _of_the_app_token(settings)
    if settings.client_id:
        yield Finding(well=True, says="Other workspaces install the app at /slack/install of STANDFIRST_URL.")


async def _of_the_bot_token(settings: SlackSettings) -> AsyncIterator[Finding]:
    client = web_client(settings.bot_token, settings.api_url)
    try:
        known, headers = await call_with_headers(client, "auth.test")
    except Undelivered as error:
        yield _refused("SLACK_BOT_TOKEN", "OAuth & Permissions, Bot User OAuth Token", error)
        return
    yield Finding(well=True, says=f"SLACK_BOT_TOKEN belongs to {known.get('team') or known['team_id']}.")
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",") if scope.strip()}
    for scope in sorted(SCOPES.keys() - granted) if granted else ():
        yield Finding(
            well=False,
            says=f"The scope {scope} is missing ({SCOPES[scope]}); give your app the manifest that "
            "`standfirst slack manifest` prints, and install it again.",
        )
    if granted >= SCOPES.keys():
        yield Finding(well=True, says=f"All {len(SCOPES)} scopes are there.")


async def _of_the_app_token(settings: SlackSettings) -> Finding:
    try:
        await call(web_client(settings.app_token, settings.api_url), "apps.connections.open")
    except Undelivered as error:
        return _refused("SLACK_APP_TOKEN", "Basic Information, App-Level Tokens (scope connections:write)", error)
    return Finding(well=True, says="SLACK_APP_TOKEN opens Socket Mode.")


def _refused(name: str, place: str, error: Undelivered) -> Finding:
    if not isinstance(error, Refused):
        return Finding(well=False, says=f"{name}: Slack gave no answer; check the network, and try again.")
    if error.reason == "unreachable":
        return Finding(well=False, says=f"{name}: Slack could not be reached; check the network, and SLACK_API_URL.")
    return Finding(well=False, says=f"{name}: Slack does not take it ({error.reason}); {_NEW_TOKEN} {place}.")
