"""Every test here that needs a database runs on an SQLite file and on a real PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.database.opening import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def db(url: str) -> Iterator[Database]:
    """An open database with our tables, empty."""
    with open_database(url) as opened:
        yield opened
