"""An engine for each kind of database, set up so that the same statements do the same on both."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event, exc, make_url

from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy.engine import URL, Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

BUSY_SECONDS = 30
"""How long a writer waits for another: SQLite lets one write at a time, and each takes milliseconds."""

CONNECT_SECONDS = 10
"""How long a PostgreSQL server may take to answer at first. libpq's own default is for ever."""

_FORMS = "give sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME."


def engine_for(url: str) -> Engine:
    """The engine for ``url``; an SQLite file that doesn't exist is made, and no server is asked yet.

    Raises:
        StoreUnusable: if ``url`` is no address of ours, the file cannot be made, or psycopg is not installed.
    """
    address = address_of(url)
    return _sqlite(address) if address.get_backend_name() == "sqlite" else _postgresql(address)


def write_ahead(engine: Engine) -> None:
    """On SQLite, let readers and a writer go on beside each other, from now on: the file remembers it.

    Of those that ask for it at once SQLite refuses all but one, whatever it was told about waiting; so this waits.
    """
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + BUSY_SECONDS
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        while True:
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                cursor.close()
                return


def address_of(url: str) -> URL:
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
        return _with_password_in_its_place(address.set(drivername="postgresql+psycopg"))
    problem = f"it is neither SQLite nor PostgreSQL; {_FORMS}"
    raise StoreUnusable(problem)


def _with_password_in_its_place(address: URL) -> URL:
    """Not among the parameters, where SQLAlchemy would show it."""
    password = address.query.get("password")
    if not isinstance(password, str):
        return address
    return address.difference_update_query(["password"]).set(password=password)


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
    _make(Path(address.database or ""))
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
