"""Every setting, looked at together, so that all that is wrong is told at once.

``model`` is the table: each setting's name, kind, default, meaning and example stand where its value is kept.
"""

from __future__ import annotations

from bot.settings.kinds import Price
from bot.settings.model import (
    DiscordSettings,
    Engine,
    Log,
    ModelSettings,
    OnUnknown,
    Settings,
    SlackSettings,
)
from bot.settings.reading import from_environment

__all__ = [
    "DiscordSettings",
    "Engine",
    "Log",
    "ModelSettings",
    "OnUnknown",
    "Price",
    "Settings",
    "SlackSettings",
    "from_environment",
]
