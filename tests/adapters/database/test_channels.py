"""What is set for a channel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.database.channels import language_of, speak
from bot.model import Channel

if TYPE_CHECKING:
    from adapters.database.opening import Database

HERE = Channel("slack", "T1", "C1")


def test_until_a_language_is_set_there_is_none(db: Database) -> None:
    assert language_of(db, HERE) is None


def test_the_language_that_was_set_last_counts_until_it_is_taken_back(db: Database) -> None:
    speak(db, HERE, "de")
    speak(db, HERE, "fr")
    assert language_of(db, HERE) == "fr"
    speak(db, HERE, None)
    assert language_of(db, HERE) is None


def test_each_channel_of_each_workspace_and_platform_has_its_own(db: Database) -> None:
    speak(db, HERE, "de")
    for other in (replace(HERE, ident="C2"), replace(HERE, workspace="T2"), replace(HERE, platform="discord")):
        assert language_of(db, other) is None
