"""A copy of an SQLite database while others write to it, through SQLite's own online backup.

To copy the file is a trap: what was written last stands in the log beside it, and a copy of both may not fit together
(https://www.sqlite.org/howtocorrupt.html, section 1.2).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from adapters.database.engines import BUSY_SECONDS, address_of
from adapters.database.refusals import refusals
from bot.errors import NotBackedUp, StoreUnusable

_NOT_WRITTEN = "it cannot be written ({reason}); check its path, its permissions and the room on its disk."


def back_up(url: str, to: Path) -> int:
    """Copy the database at ``url`` to the new file ``to``, readable by this user alone; its size in bytes.

    The copy is checked and whole, or isn't there. The database itself is opened as it is: no tables are brought up to
    date, so that this can be done before that.

    Raises:
        NotBackedUp: if ``to`` is there already or cannot be written, or the database is not SQLite's.
        StoreUnusable: if ``url`` is no address of ours, there is no such database, or it cannot be read.
    """
    address = address_of(url)
    if address.get_backend_name() != "sqlite" or address.database is None:
        problem = "only SQLite's databases are copied so; for PostgreSQL use pg_dump (docs/deployment.md)."
        raise NotBackedUp(problem)
    if to.exists():
        problem = "that file is there already; give the name of a new one."
        raise NotBackedUp(problem)
    _copy(Path(address.database), to)
    return to.stat().st_size


def put_back(copy: Path, url: str) -> None:
    """Copy the file ``copy``, a backup, to where ``url`` says that the database is.

    Raises:
        NotBackedUp: if a database, or the log of one, is there already, or it cannot be written.
        StoreUnusable: if ``url`` is no address of an SQLite file, there is no such backup, or it cannot be read.
    """
    address = address_of(url)
    if address.get_backend_name() != "sqlite" or address.database is None:
        problem = "only SQLite's databases are put back so; for PostgreSQL use pg_restore (docs/deployment.md)."
        raise NotBackedUp(problem)
    to = Path(address.database)
    if any(to.with_name(f"{to.name}{beside}").exists() for beside in ("", "-wal", "-shm")):
        problem = "a database is there already; move it away first, with the files -wal and -shm beside it."
        raise NotBackedUp(problem)
    _copy(copy, to)


def _copy(source: Path, to: Path) -> None:
    if not source.exists():
        problem = "there is no such file; check its path, or DATABASE_URL."
        raise StoreUnusable(problem)
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        try:
            _copy_pages(source, part)
            os.link(part, to)  # unlike a renaming this overwrites nothing, even if it came just now
        finally:
            part.unlink()
    except OSError as error:
        raise NotBackedUp(_NOT_WRITTEN.format(reason=error.strerror)) from error


def _copy_pages(source: Path, part: Path) -> None:
    with refusals(), closing(_opened(source)) as old, closing(sqlite3.connect(part, isolation_level=None)) as new:
        old.execute("SELECT count(*) FROM sqlite_master")  # whether it can be read at all, before the copy is blamed
        try:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # so that it is one file
            whole = new.execute("PRAGMA quick_check").fetchone() == ("ok",)
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT:
                raise
            raise NotBackedUp(_NOT_WRITTEN.format(reason=error)) from error
    if not whole:
        problem = "the database is damaged; restore it from an earlier backup."
        raise NotBackedUp(problem)


def _opened(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS)
