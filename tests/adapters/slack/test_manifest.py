"""The manifest is one that Slack takes, and asks for no more than is used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from adapters.slack import manifest as module
from adapters.slack.manifest import EVENTS, SCOPES, manifest
from bot import cli
from tests.peers.slack.checks import manifest_problems

METHOD = re.compile(r'"((?:chat|conversations|assistant|views|auth|apps|users|reactions)\.[\w.]+)"')
SLACK = Path(module.__file__).parent


def test_slack_would_take_it_in_both_modes() -> None:
    assert manifest_problems(manifest()) == []
    assert manifest_problems(manifest("https://bot.example.org/")) == []


def test_over_a_socket_no_address_is_named() -> None:
    made = manifest()
    assert made["settings"]["socket_mode_enabled"]
    assert "http" not in json.dumps(made)


def test_over_http_slack_is_told_where() -> None:
    made = manifest("https://bot.example.org/")
    assert not made["settings"]["socket_mode_enabled"]
    assert made["settings"]["interactivity"]["request_url"] == "https://bot.example.org/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == "https://bot.example.org/slack/events"
    assert {each["url"] for each in made["features"]["slash_commands"]} == {"https://bot.example.org/slack/events"}
    assert made["oauth_config"]["redirect_urls"] == ["https://bot.example.org/slack/oauth_redirect"]


def test_every_command_shortcut_and_event_is_listened_to() -> None:
    listeners = (SLACK / "listeners.py").read_text()
    for event in EVENTS:
        kind = event.partition(".")[0]
        assert f'"{kind}"' in listeners or kind in {"app_uninstalled", "tokens_revoked"}
    made = manifest()["features"]
    named = [each["command"] for each in made["slash_commands"]] + [each["callback_id"] for each in made["shortcuts"]]
    assert named == ["/brief", "/digest", "/forget", "/standfirst", "brief_this"]


def test_a_scope_that_nothing_needs_is_not_asked_for() -> None:
    """Each method that is called needs one of them (docs.slack.dev, reference/methods), and each event too."""
    needed = {
        "chat.delete": "chat:write",
        "chat.postMessage": "chat:write",
        "chat.postEphemeral": "chat:write",
        "conversations.history": "channels:history",
        "conversations.replies": "channels:history",
        "assistant.threads.setStatus": "assistant:write",
        "assistant.threads.setSuggestedPrompts": "assistant:write",
        "views.open": None,
        "views.publish": None,
        "auth.test": None,
        "users.info": "users:read",
        "apps.connections.open": None,
    }
    called = {
        method
        for path in SLACK.rglob("*.py")
        for method in re.findall(
            r'"((?:chat|conversations|assistant|views|auth|apps|users|reactions)\.[\w.]+)"', path.read_text()
        )
    }
    assert called == needed.keys()
    events = {"app_mentions:read", "channels:history", "groups:history", "im:history"}
    assert SCOPES.keys() == {scope for scope in needed.values() if scope} | events | {"commands"}


def test_the_command_line_prints_it(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["slack", "manifest", "--url", "https://bot.example.org"])
    assert left.value.code == 0
    assert json.loads(capsysbinary.readouterr().out) == manifest("https://bot.example.org")
