"""A workspace installs the app and is posted to, against `emulate`, a Slack that we did not write."""

from __future__ import annotations

import re
import signal
import socket
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import ClientSession

from adapters import files
from adapters.database.opening import open_database
from adapters.demo_site import demo_site
from adapters.slack.installs import KeptInstalls
from tests.bot.test_run import line_with, running
from tests.peers.npm_peers import emulated_slack, needs_peers
from tests.peers.slack.server import SECRET, ScriptedSlack

if TYPE_CHECKING:
    from pathlib import Path

CLIENT, CLIENT_SECRET = "12345.67890", "of an app that is none"


TEAM = "T000000001"
"""What `emulate` calls its only workspace."""

SEEDED = "xoxb-seeded"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@needs_peers
async def test_a_workspace_installs_the_app_asks_and_is_answered(tmp_path: Path) -> None:
    ours, theirs = free_port(), free_port()
    url = f"http://127.0.0.1:{ours}"
    app = {
        "client_id": CLIENT,
        "client_secret": CLIENT_SECRET,
        "app_id": "A1",
        "name": "Standfirst",
        "redirect_uris": [f"{url}/slack/oauth_redirect"],
    }
    seed = {
        "team": {"name": "The Paper", "domain": "paper"},
        "users": [{"name": "ann", "real_name": "Ann Lee", "email": "ann@paper.example"}],
        "channels": [{"name": "general"}],
        "oauth_apps": [app],
        "tokens": [{"token": SEEDED, "user": "ann", "scopes": ["channels:read", "channels:join"]}],
        "strict_scopes": True,
    }
    async with emulated_slack(theirs, {"slack": seed}) as emulated, demo_site(files.bundled()) as site:
        settings = {
            "SLACK_BOT_TOKEN": "",
            "SLACK_APP_TOKEN": "",
            "SLACK_CLIENT_ID": CLIENT,
            "SLACK_CLIENT_SECRET": CLIENT_SECRET,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": f"{emulated}/api/",
            "STANDFIRST_URL": url,
            "STANDFIRST_LISTEN": f"127.0.0.1:{ours}",
            "STANDFIRST_ALLOW_HOSTS": site.host,
        }
        async with running(ScriptedSlack(), tmp_path, **settings) as process, ClientSession() as browser:
            await line_with(process, "ready, over HTTP")
            await install(browser, url, emulated)
            with open_database(f"sqlite:///{tmp_path / 'standfirst.db'}") as database:
                installed = await KeptInstalls(CLIENT, database.engine).find(TEAM)
            assert installed
            channel = await channel_of(browser, emulated, SEEDED)

            body = ScriptedSlack()._who() | {
                "team_id": TEAM,
                "channel_id": channel,
                "command": "/brief",
                "text": site.articles[0],
                "trigger_id": "1.1",
                "response_url": "",
            }
            assert await ScriptedSlack().post_signed(f"{url}/slack/events", "slash_commands", body) == (200, "")
            process.send_signal(signal.SIGTERM)  # it finishes what it was asked for
            assert await process.wait() == 0
            posted = await messages_in(browser, emulated, installed.token, channel)
            assert [post["metadata"]["event_type"] for post in posted] == ["standfirst_post"]
            assert posted[0]["blocks"][0]["elements"][0]["elements"][0]["url"] == site.articles[0]


async def install(browser: ClientSession, url: str, emulated: str) -> None:
    """Go to our page, to Slack's, choose who one is, and come back."""
    page = await browser.get(f"{url}/slack/install")
    text = await page.text()
    state = page.headers["Set-Cookie"].split(";")[0]
    link = unescape(re.findall(r'href="([^"]*oauth/v2/authorize[^"]*)"', text)[0])
    assert link.startswith(emulated)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    choice = await (await browser.get(link)).text()
    person = re.findall(r'name="user_id" value="([^"]+)"', choice)[-1]
    back = await browser.post(
        f"{emulated}/oauth/v2/authorize/callback", data=asked | {"user_id": person}, allow_redirects=False
    )
    done = await browser.get(back.headers["Location"], headers={"Cookie": state})
    assert done.status == 200, await done.text()
    forged = await browser.get(back.headers["Location"].replace("state=", "state=x"), headers={"Cookie": state})
    assert forged.status != 200


async def channel_of(browser: ClientSession, emulated: str, token: str) -> str:
    """The first channel there is, with the bot in it."""
    headers = {"Authorization": f"Bearer {token}"}
    listed = await (await browser.post(f"{emulated}/api/conversations.list", headers=headers)).json()
    channel: str = listed["channels"][0]["id"]
    await browser.post(f"{emulated}/api/conversations.join", headers=headers, data={"channel": channel})
    return channel


async def messages_in(browser: ClientSession, emulated: str, token: str, channel: str) -> list[dict[str, Any]]:
    asked = {"channel": channel, "include_all_metadata": "true"}
    headers = {"Authorization": f"Bearer {token}"}
    answer = await (await browser.post(f"{emulated}/api/conversations.history", headers=headers, data=asked)).json()
    found: list[dict[str, Any]] = answer["messages"]
    return found
