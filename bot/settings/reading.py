"""From an environment to the settings in it, or to everything that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.errors import BadSettings
from bot.settings.entries import entries
from bot.settings.model import DiscordSettings, ModelSettings, Settings, SlackSettings
from bot.settings.near import near_misses

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class _Given:
    """What is set of one section, by field: as it is written, and what it means where it can be read."""

    written: Mapping[str, str]
    values: Mapping[str, Any]
    problems: tuple[str, ...]

    def has(self, *names: str) -> bool:
        """Whether any of these is set, be it right or wrong."""
        return any(name in self.written for name in names)


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings in ``environment``; a variable that is empty counts as not set.

    Raises:
        BadSettings: with a sentence for each that cannot be.
    """
    problems = near_misses(environment)
    ours = _given(Settings, environment)
    slack = _given(SlackSettings, environment)
    discord = _given(DiscordSettings, environment)
    model = _given(ModelSettings, environment)
    slack_wanted = slack.has("bot_token", "app_token", "signing_secret", "client_id", "client_secret")
    model_wanted = model.has("key", "base_url")
    problems += [*ours.problems, *_problems_of_the_engine(ours)]
    if slack_wanted:
        problems += [*slack.problems, *_problems_of_slack(slack)]
    if discord.has("token"):
        problems += discord.problems
    if model_wanted:
        problems += [*model.problems, *_problems_of_money(model)]
    if problems:
        raise BadSettings(problems)
    return replace(
        Settings(**ours.values),
        slack=SlackSettings(**slack.values) if slack_wanted else None,
        discord=DiscordSettings(**discord.values) if discord.has("token") else None,
        model=ModelSettings(**model.values) if model_wanted else None,
    )


def _given(section: type[Any], environment: Mapping[str, str]) -> _Given:
    written, values, problems = dict[str, str](), dict[str, Any](), list[str]()
    for field, entry in entries(section):
        text = environment.get(entry.name, "").strip()
        if not text:
            continue
        written[field] = text
        try:
            values[field] = entry.kind.read(text)
        except ValueError as error:
            problems += [f"{entry.name}: {problem}" for problem in error.args]
    return _Given(written, values, tuple(problems))


def _problems_of_the_engine(ours: _Given) -> list[str]:
    if ours.values.get("engine") == "procrastinate" and not ours.written.get("database", "").startswith("postgresql"):
        return ["STANDFIRST_ENGINE: procrastinate needs PostgreSQL; set DATABASE_URL to postgresql://…"]
    return []


def _problems_of_slack(slack: _Given) -> list[str]:
    """What does not go together."""
    problems = {
        "SLACK_BOT_TOKEN is not set; your app's page has it under OAuth & Permissions.": (
            not slack.has("bot_token", "client_id")
        ),
        "SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many; set one of them.": (
            slack.has("bot_token") and slack.has("client_id")
        ),
        "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET go together; set both.": (
            slack.has("client_id") != slack.has("client_secret")
        ),
        "Set SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET (HTTP).": (
            not slack.has("app_token", "signing_secret")
        ),
    }
    return [problem for problem, is_so in problems.items() if is_so]


def _problems_of_money(model: _Given) -> list[str]:
    if model.has("price") or not model.has("money"):
        return []
    example = "set what a million tokens cost, in and out, like 0.15/0.60."
    return [f"STANDFIRST_MODEL_MONEY needs STANDFIRST_MODEL_PRICE; {example}"]
