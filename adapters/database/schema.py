"""Brings a database's tables to the version this program knows, whoever else opens it at the same moment."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import String, column, inspect, select, table, text, update

from adapters.database.migrations import HEAD, VERSION_TABLE
from adapters.database.turns import take_turn
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy.engine import Connection, Engine

_FOLDER = Path(__file__).parent / "migrations"

_alembic = Lock()  # Alembic keeps the migration that runs in a module's global


def bring_up_to_date(engine: Engine) -> str | None:
    """Take the steps that are missing, all or none; look and step under one lock, so that only one process does.

    The version that was found; ``None`` where there were no tables.

    Raises:
        StoreUnusable: if a newer version of this program made it, or another program.
    """
    with _alone(engine) as connection:
        version = version_of(connection)
        if version == HEAD:
            write_nothing_new(connection)
            return version
        if version is not None and version > HEAD:
            problem = (
                f"a newer version of Standfirst made it (its tables are at {version}, this version knows {HEAD}); "
                "update Standfirst, or give another database."
            )
            raise StoreUnusable(problem)
        if version is None and connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
            problem = "the file is another program's database; give another path."
            raise StoreUnusable(problem)
        _migrate(connection)
        return version


@contextmanager
def _alone(engine: Engine) -> Generator[Connection]:
    """A transaction that no other opening can begin before it ends."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            with _unlinked(connection), connection.execution_options(writes=True).begin():
                yield connection
        else:
            with connection.begin():
                connection.execute(text("SET LOCAL lock_timeout = '60s'"))
                take_turn(connection, "schema")
                yield connection


@contextmanager
def _unlinked(connection: Connection) -> Generator[None]:
    """No foreign keys meanwhile: SQLite alters a table by dropping it, which would delete what refers to it.

    It can be switched only outside a transaction: https://www.sqlite.org/foreignkeys.html#fk_enable
    """
    sqlite = connection.connection.cursor()
    sqlite.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        sqlite.execute("PRAGMA foreign_keys = ON")
        sqlite.close()


def version_of(connection: Connection) -> str | None:
    """The version of its tables; ``None`` if they are not there."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.scalar(select(column("version_num", String)).select_from(table(VERSION_TABLE)))


def write_nothing_new(connection: Connection) -> None:
    """What is only to be read is found out now: a lock alone is given to those who may not write too."""
    version = column("version_num", String)
    connection.execute(update(table(VERSION_TABLE, version)).values(version_num=version))


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - 0.3 seconds, for what is seldom needed
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with _alembic:
        command.upgrade(config, "head")
