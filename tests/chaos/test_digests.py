"""The short form of the chaos runs; the long one is `make chaos`."""

from __future__ import annotations

import pytest

from tests.chaos.digests import run


@pytest.mark.usefixtures("socket_enabled")
@pytest.mark.parametrize("seed", [1, 2])
async def test_every_slot_is_posted_once_or_reported_through_kills_stops_and_faults(seed: int, url: str) -> None:
    outcome = await run(seed, url, channels=4, slots=3)
    assert outcome.problems == ()
    assert outcome.states.total() == 12
    assert outcome.states["posted"] >= 9
