"""`standfirst check` says what is missing and what to do."""

from __future__ import annotations

import pytest

from adapters.slack.checkup import findings
from adapters.slack.manifest import SCOPES
from bot.settings import SlackSettings
from tests.peers.slack.server import APP_TOKEN, ScriptedSlack


async def said(slack: ScriptedSlack, **settings: str) -> list[tuple[bool | None, str]]:
    chosen = SlackSettings(api_url=slack.api, **settings)
    return [(each.well, each.says) async for each in findings(chosen)]


async def test_what_is_well_is_said_to_be(slack: ScriptedSlack) -> None:
    slack.scopes = ",".join(SCOPES)
    assert await said(slack, bot_token="xoxb-T1", app_token=APP_TOKEN) == [
        (True, "SLACK_BOT_TOKEN belongs to T1."),
        (True, f"All {len(SCOPES)} scopes are there."),
        (True, "SLACK_APP_TOKEN opens Socket Mode."),
    ]


async def test_each_missing_scope_is_named_with_what_it_is_for(slack: ScriptedSlack) -> None:
    slack.scopes = ",".join(SCOPES.keys() - {"chat:write", "commands"})
    told = [says for well, says in await said(slack, bot_token="xoxb-T1") if not well]
    assert [says.split(";")[0] for says in told] == [
        "The scope chat:write is missing (briefings, answers and errors)",
        "The scope commands is missing (/brief, the other commands, and Brief this)",
    ]


@pytest.mark.parametrize(
    ("settings", "begins"),
    [
        ({"bot_token": "xoxb-old"}, "SLACK_BOT_TOKEN: Slack does not take it (invalid_auth); copy it again from"),
        ({"app_token": "xapp-old"}, "SLACK_APP_TOKEN: Slack does not take it (invalid_auth); copy it again from"),
    ],
)
async def test_a_token_that_is_refused_is_told_where_to_find(
    slack: ScriptedSlack, settings: dict[str, str], begins: str
) -> None:
    ((well, says),) = await said(slack, **settings)
    assert not well
    assert says.startswith(begins)


async def test_a_slack_that_cannot_be_reached_is_no_fault_of_the_token() -> None:
    away = ScriptedSlack()
    away.base = "http://127.0.0.1:9"
    ((well, says),) = await said(away, bot_token="xoxb-T1")
    assert not well
    assert says.startswith("SLACK_BOT_TOKEN: Slack could not be reached")


async def test_a_slack_that_answers_nothing_sensible_is_said_to(slack: ScriptedSlack) -> None:
    slack.faults["auth.test"].append("page")
    ((well, says),) = await said(slack, bot_token="xoxb-T1")
    assert (well, says) == (False, "SLACK_BOT_TOKEN: Slack gave no answer; check the network, and try again.")
