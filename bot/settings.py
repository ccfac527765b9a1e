"""Every setting, looked at together, so that all that is wrong is told at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import BadSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOST_AND_PORT = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5}")
_AGENT = re.compile(r"(?P<host>[\w.-]+)=(?P<agent>[ -~]+)")
_PRINTABLE = re.compile(r"[ -~]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may decide.

    ``allow_hosts`` are hosts, each ``host:port``, that links may lead to although they are not public: for the demo
    and for tests. ``contact`` tells sites how to reach whoever runs the bot; ``user_agents`` is what single hosts see
    instead of our usual name. ``database`` is an SQLAlchemy address, or ``None`` for a file of the user's own; it may
    hold a password, so it is never shown.
    """

    allow_hosts: frozenset[str] = frozenset()
    contact: str | None = None
    user_agents: Mapping[str, str] = field(default_factory=dict[str, str])
    database: str | None = field(default=None, repr=False)


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings in ``environment``.

    Raises:
        BadSettings: with a sentence for each that cannot be.
    """
    problems = list[str]()
    hosts = _listed(environment.get("STANDFIRST_ALLOW_HOSTS", ""), ",")
    problems += [
        f"STANDFIRST_ALLOW_HOSTS: {host!r} is no host with its port; write it like 127.0.0.1:8000."
        for host in hosts
        if not _HOST_AND_PORT.fullmatch(host)
    ]
    contact = environment.get("STANDFIRST_CONTACT", "").strip()
    if contact and not _PRINTABLE.fullmatch(contact):
        problems.append("STANDFIRST_CONTACT: give a web or mail address in plain ASCII.")
    agents = _listed(environment.get("STANDFIRST_USER_AGENTS", ""), ";")
    named = {agent: _AGENT.fullmatch(agent) for agent in agents}
    problems += [
        f"STANDFIRST_USER_AGENTS: {agent!r} is no host with its name; write it like example.org=OurReader/1.0."
        for agent, found in named.items()
        if not found
    ]
    if problems:
        raise BadSettings(problems)
    return Settings(
        allow_hosts=frozenset(hosts),
        contact=contact or None,
        user_agents={found["host"].lower(): found["agent"] for found in named.values() if found},
        database=environment.get("DATABASE_URL", "").strip() or None,
    )


def _listed(value: str, separator: str) -> list[str]:
    return [each.strip() for each in value.split(separator) if each.strip()]
