"""What SQLite, PostgreSQL and the disk refuse, in our words, mapped here and nowhere else."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import exc

from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Generator

DAMAGED = "it is damaged; restore it from a backup, or move it away to start anew."
_ALTERED = "its tables are not as we made them; restore it from a backup, or give another database."
_FULL = "its disk is full; make room and try again."
_BUSY = "another program keeps it locked; wait until that is done, or end it, and try again."
_NOT_WRITABLE = "it cannot be written to; check the permissions of the file, its folder and its disk."

_SQLITE = {  # result codes: https://www.sqlite.org/rescode.html
    sqlite3.SQLITE_ERROR: _ALTERED,  # our statements are right, as tests show, for the tables they are meant for
    sqlite3.SQLITE_PERM: _NOT_WRITABLE,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: "its disk reports an error; check the disk, and restore the file from a backup if need be.",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: (
        "the file, or the log beside it, cannot be opened or created; check its path, the permissions of its folder, "
        "and whether its disk can be written to."
    ),
    sqlite3.SQLITE_NOTADB: "the file is no SQLite database; give another path, or move that file away.",
}
_POSTGRESQL = {  # SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    "08": "the connection to the PostgreSQL server was lost; check that it runs, and try again.",
    "25006": "the PostgreSQL server only lets us read; give the address of one that can be written to.",
    "42P01": _ALTERED,
    "42703": _ALTERED,
    "42501": "its user may not do that there; grant CREATE on the schema, and own the tables.",
    "53100": _FULL,
    "53": "the PostgreSQL server is out of connections or memory; raise its limits, or run fewer replicas.",
    "55P03": _BUSY,
    "57P": "the PostgreSQL server is shutting down or starting up; try again in a minute.",
    "58": "the PostgreSQL server's disk reports an error; see the server's log.",
    "XX001": DAMAGED,
    "XX002": "an index of it is damaged; rebuild it with REINDEX, or restore a backup.",
}
_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one: https://www.sqlite.org/rescode.html#pve"""


@contextmanager
def refusals() -> Generator[None]:
    """What goes on inside, with the database's refusals in our words; anything else that is raised passes.

    Raises:
        StoreUnusable: if the database, its server or its disk cannot be used.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # in the names of SQLite's tables
        raise StoreUnusable(DAMAGED) from error
    except exc.TimeoutError as error:  # all connections of the pool are taken
        raise StoreUnusable(_BUSY) from error
    except (exc.DBAPIError, sqlite3.Error) as error:
        problem = _problem(error.orig if isinstance(error, exc.DBAPIError) else error)
        if problem is None:
            raise
        raise StoreUnusable(problem) from (None if problem is DAMAGED else error)  # sqlite3 quotes what it can't read


def _problem(error: BaseException | None) -> str | None:
    if isinstance(error, sqlite3.Error):
        code: int | None = getattr(error, "sqlite_errorcode", None)
        if code is None:  # the module's own complaints: of text that isn't UTF-8, or of how we call it
            return DAMAGED if isinstance(error, sqlite3.OperationalError) else None
        return _SQLITE.get(code & _PRIMARY)
    sqlstate: str | None = getattr(error, "sqlstate", None)
    if sqlstate is not None:
        return next((problem for prefix, problem in _POSTGRESQL.items() if sqlstate.startswith(prefix)), None)
    return _not_connected(error) if type(error).__name__ == "OperationalError" else None


def _not_connected(error: BaseException | None) -> str:
    """Psycopg has no SQLSTATE for a connection that didn't come about, or broke; only the server's sentence.

    That names the user or the database, never the password.
    """
    attempt = getattr(error, "pgconn", None)
    _, refused, reason = str(error).rpartition("FATAL:")
    if refused:
        return (
            f"the PostgreSQL server refuses the connection ({reason.strip().splitlines()[0]}); "
            "mend that, or correct the user, password and name in its address."
        )
    if attempt is not None and attempt.needs_password:
        return "the PostgreSQL server asks for a password; put it in its address, or in ~/.pgpass."
    return "the PostgreSQL server cannot be reached; check that it runs, and the host and port in its address."
