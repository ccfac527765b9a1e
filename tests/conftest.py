"""What every test shares: how hypothesis runs, an article to ask about, and databases of either kind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.postgres import Postgres

# No deadline: the machine is shared, and a slow example is not a wrong one. CI repeats the same examples.
settings.register_profile(
    "standfirst",
    deadline=None,
    derandomize="CI" in os.environ,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("standfirst")

STORY = """Harbour will close for a month, mayor says

The harbour at Sandmouth will close for a month from Monday, the town council decided last night.

Anna Berg, the mayor, told reporters: “We can't wait for the wall to fall into the sea. The repair has to be done now.”

Fishermen had asked the council to wait until the end of the season in October.
"""


@pytest.fixture
def story() -> str:
    """A short article with one quotation by the mayor."""
    return STORY


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for all tests."""
    from tests.postgres import running_postgres  # noqa: PLC0415 - most tests do without

    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'standfirst.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh(f"test_{uuid4().hex}")
