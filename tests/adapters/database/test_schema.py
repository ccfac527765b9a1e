"""What the migrations make is what the tables say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from adapters.database import migrations
from adapters.database.tables import metadata

if TYPE_CHECKING:
    from adapters.database.opening import Database

FOLDER = Path(migrations.__file__).parent


def test_the_migrations_make_exactly_the_tables(db: Database) -> None:
    with db.reading() as connection:
        made = MigrationContext.configure(connection, opts={"version_table": migrations.VERSION_TABLE})
        assert compare_metadata(made, metadata) == []


def test_every_constraint_and_index_has_the_name_the_tables_give_it(db: Database) -> None:
    """A later migration drops by name; SQLite forgets the names it was not told."""
    found = inspect(db.engine)
    for table in metadata.sorted_tables:
        assert found.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"
        named = {each["name"] for each in (*found.get_unique_constraints(table.name), *found.get_indexes(table.name))}
        assert all(name and re.match(rf"(uq|ix)_{table.name}_", name) for name in named)


def test_the_newest_step_is_the_head_that_opening_compares_with() -> None:
    steps = ScriptDirectory(str(FOLDER))
    assert steps.get_current_head() == migrations.HEAD
    assert len(steps.get_heads()) == 1


def test_the_steps_are_numbered_in_their_order() -> None:
    """Opening tells a newer database by comparing the numbers."""
    steps = [step.revision for step in ScriptDirectory(str(FOLDER)).walk_revisions()]
    assert steps == sorted(steps, reverse=True)
    assert all(len(step) == len(migrations.HEAD) for step in steps)
