"""Every test here runs on an SQLite file and on a real PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from adapters.database.opening import Database, open_database
from tests.postgres import Postgres, running_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for all tests."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'standfirst.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh(f"test_{uuid4().hex}")


@pytest.fixture
def db(url: str) -> Iterator[Database]:
    """An open database with our tables, empty."""
    with open_database(url) as opened:
        yield opened
