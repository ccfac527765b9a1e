"""A database that an earlier version of this program made opens, with all that was in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, DateTime, Integer, LargeBinary, MetaData, Table, insert, inspect, select

from adapters.database import migrations
from adapters.database.claims import Look, take_unreported
from adapters.database.engines import engine_for
from adapters.database.opening import open_database
from adapters.database.subscriptions import find
from tests.adapters.database.test_schema import FOLDER

if TYPE_CHECKING:
    from sqlalchemy import Engine

EARLIER = sorted(step.revision for step in ScriptDirectory(str(FOLDER)).walk_revisions())[:-1]
MOMENT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
WRITTEN = {
    "schedule": "weekdays 08:30 Europe/London",
    "sources": '["https://paper.example/feed"]',
    "words": 'harbour OR "sea wall"',
    "platform": "slack",
    "state": "failed",
    "day": "2026-11-23",
    "published": "2026-11-23T08:30:00+00:00",
    "updated": "2026-11-23T08:30:00+00:00",
}


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of each table, as they were written."""

    rows: dict[str, dict[str, Any]]


def made(engine: Engine, revision: str) -> Made:
    """The tables as they were at that step, each with a row that has a value in every column."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    metadata = MetaData()
    metadata.reflect(engine)
    rows = dict[str, dict[str, Any]]()
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table.name != migrations.VERSION_TABLE:
                rows[table.name] = {column.name: value_for(column) for column in table.columns}
                connection.execute(insert(table).values(rows[table.name]))
    return Made(rows)


def value_for(column: Any) -> object:  # noqa: ANN401 - reflected, of any type
    match column.type:
        case Boolean():
            return True
        case Integer():
            return 1
        case DateTime():
            return MOMENT
        case LargeBinary():
            return b"\x00\xff"
        case _:
            return WRITTEN.get(column.name, "x" * 16)


def kept(engine: Engine, table: str, columns: list[str]) -> dict[str, Any]:
    """The row of a table, as far as it was written."""
    found = Table(table, MetaData(), autoload_with=engine)
    with engine.connect() as connection:
        row = connection.execute(select(*(found.c[name] for name in columns))).one()
    return {
        name: value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
        for name, value in row._mapping.items()
    }


@pytest.mark.parametrize("revision", EARLIER)
def test_a_database_of_an_earlier_version_opens_with_all_its_data(url: str, revision: str) -> None:
    engine = engine_for(url)
    before = made(engine, revision)
    with open_database(url) as db:
        assert inspect(db.engine).get_table_names()
        for table, row in before.rows.items():
            assert kept(engine, table, [*row]) == row
        if "subscriptions" in before.rows:
            one = find(db, 1)
            assert one
            assert (str(one.schedule), one.sources) == (WRITTEN["schedule"], ("https://paper.example/feed",))
            assert take_unreported(db, Look("slack", 9), MOMENT + timedelta(days=1)) == (), (
                "what failed then was told then"
            )
    engine.dispose()


def test_every_step_but_the_last_is_tried() -> None:
    assert EARLIER == ["0001", "0002", "0003", "0004", "0005", "0006"]
