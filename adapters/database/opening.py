"""Opens a database: makes the file, brings the tables up to date, or says in one sentence why it cannot be used."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import create_engine, event, exc, make_url

from adapters.database import schema
from adapters.database.refusals import refusals
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy.engine import URL, Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

BUSY_SECONDS = 30
"""How long a writer waits for another: SQLite lets one write at a time, and each takes milliseconds."""

CONNECT_SECONDS = 10
"""How long a PostgreSQL server may take to answer at first. libpq's own default is for ever."""

_FORMS = "give sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME."


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; any number of threads may share it. Its address, which may hold a password, is not shown."""

    engine: Engine = field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A connection that sees one state of the database.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        with refusals(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """A connection whose changes are made when the block ends, all of them, or none if it raises.

        Raises:
            StoreUnusable: if the database cannot be used.
        """
        with refusals(), self.engine.connect() as connection, connection.execution_options(writes=True).begin():
            yield connection


def open_database(url: str) -> Database:
    """The database at ``url``, ``sqlite:///PATH`` or ``postgresql://…``, with its tables up to date.

    A file that doesn't exist is made, with its folder, for this user alone. Two that open it at once may both do so.

    Raises:
        StoreUnusable: if ``url`` is no such address, nobody answers there or lets us in, the file is damaged or
            not ours, the disk is full or only to be read, or a newer version of this program made the tables.
    """
    address = _address(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    if is_sqlite:
        _make(Path(address.database or ""))
    engine = _sqlite(address) if is_sqlite else _postgresql(address)
    try:
        with refusals():
            schema.bring_up_to_date(engine)
            if is_sqlite:
                _write_ahead(engine)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine)


def _address(url: str) -> URL:
    """The parts of ``url``. What is raised has no cause: it would show a password that was put in the wrong place.

    Raises:
        StoreUnusable: if it is no address of a database of ours.
    """
    try:
        address = make_url(url)
    except (exc.ArgumentError, ValueError):
        problem = f"its address is none; {_FORMS}"
        raise StoreUnusable(problem) from None
    backend = address.drivername.partition("+")[0]
    if backend == "sqlite":
        if not address.database or address.database.startswith((":", "file:")):
            problem = f"its address names no file; {_FORMS}"
            raise StoreUnusable(problem)
        return address.set(drivername="sqlite", query={})
    if backend in {"postgresql", "postgres"}:  # some hosts still hand out the old name
        return address.set(drivername="postgresql+psycopg")
    problem = f"it is neither SQLite nor PostgreSQL; {_FORMS}"
    raise StoreUnusable(problem)


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no name for a file"
        problem = f"the file cannot be made ({reason}); check its path and the permissions of its folder."
        raise StoreUnusable(problem) from error


def _sqlite(address: URL) -> Engine:
    """Python's sqlite3 begins transactions by guessing from the statement; switched off, they are ours to begin."""
    engine = create_engine(
        address, connect_args={"isolation_level": None, "timeout": BUSY_SECONDS}, hide_parameters=True
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")  # safe with a write-ahead log: https://www.sqlite.org/wal.html
    cursor.close()


def _begin(connection: Connection) -> None:
    """Who will write says so at once: a reader that turns writer is refused if another writes, without waiting.

    https://www.sqlite.org/lang_transaction.html
    """
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_ahead(engine: Engine) -> None:
    """Let readers and a writer go on beside each other, from now on: the file remembers it.

    SQLite doesn't wait for others in this one case, so that they don't wait for each other; so this does.
    """
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                break
        cursor.close()


def _postgresql(address: URL) -> Engine:
    ours = {"connect_timeout": CONNECT_SECONDS, "application_name": "standfirst"}
    try:
        return create_engine(
            address,
            connect_args={name: value for name, value in ours.items() if name not in address.query},
            hide_parameters=True,
            pool_pre_ping=True,  # the server may have been restarted
        )
    except ImportError as error:
        problem = "PostgreSQL needs a package more; install it with: pip install 'psycopg[binary]'."
        raise StoreUnusable(problem) from error
