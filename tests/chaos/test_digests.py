"""The short form of the chaos runs; the long one is `make chaos`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.chaos.digests import run
from tests.postgres import Postgres, running_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """One server for all runs."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'chaos.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh(f"chaos_{uuid4().hex}")


@pytest.mark.usefixtures("socket_enabled")
@pytest.mark.parametrize("seed", [1, 2])
async def test_every_slot_is_posted_once_or_reported_through_kills_stops_and_faults(seed: int, url: str) -> None:
    outcome = await run(seed, url, channels=4, slots=3)
    assert outcome.problems == ()
    assert outcome.states.total() == 12
    assert outcome.states["posted"] >= 9
