"""The short form of the soak: what is counted, what is on record and what stands in Slack are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.soak.__main__ import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.usefixtures("socket_enabled")
async def test_slots_are_posted_once_and_counted_while_slack_fails(tmp_path: Path) -> None:
    made = await run(16, tmp_path, channels=10)
    assert made.problems == ()
    assert made.posted >= 10, "a slot is due every 15 seconds"
