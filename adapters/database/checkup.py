"""Whether a database can be used, looked at without making it or changing anything in it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select, text

from adapters.checkup import Finding
from adapters.database.engines import address_of, engine_for
from adapters.database.migrations import HEAD
from adapters.database.refusals import DAMAGED, refusals
from adapters.database.schema import version_of, write_nothing_new
from adapters.database.tables import followed, subscriptions
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

SPARE_BYTES = 100_000_000
"""Room on the disk beside a second copy of the file: a step from one version of the tables to the next may make one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found: of the database, and of its disk.

    ``schedules`` are those of digests, by number; ``feeds`` those that digests follow, each with its last failure.
    """

    database: tuple[Finding, ...]
    disk: tuple[Finding, ...] = ()
    schedules: tuple[tuple[int, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()


def look(url: str) -> Looked:
    """Look at the database at ``url``, and at its disk where that is this machine's."""
    disk: tuple[Finding, ...] = ()
    try:
        address = address_of(url)
        if address.get_backend_name() != "sqlite":
            return _look_inside(url, "The PostgreSQL server answers", disk)
        path = Path(address.database or "")
        disk = (_disk(path),)
        if not path.exists():
            return Looked((Finding(None, "There is no file yet; it is made at the first start."),), disk)
        return _look_inside(url, f"The file has {path.stat().st_size:,} bytes and is whole", disk)
    except StoreUnusable as error:
        return Looked((Finding(well=False, says=str(error)),), disk)


def _look_inside(url: str, well: str, disk: tuple[Finding, ...]) -> Looked:
    """What stands there; all that is written meanwhile is taken back.

    Raises:
        StoreUnusable: if it cannot be used.
    """
    engine = engine_for(url)
    try:
        with refusals(), engine.connect() as connection:
            _is_whole(connection)
            with connection.execution_options(writes=True).begin() as undone:
                found, ours = _tables(connection, well)
                schedules, feeds = _digests(connection) if ours else ((), ())
                looked = Looked((found,), disk, schedules, feeds)
                undone.rollback()
            return looked
    finally:
        engine.dispose()


def _is_whole(connection: Connection) -> None:
    """Let SQLite look through its file, which keeps no writer waiting.

    Raises:
        StoreUnusable: if it is damaged.
    """
    if connection.dialect.name != "sqlite":
        return
    with connection.begin():
        if connection.scalar(text("PRAGMA quick_check(1)")) != "ok":
            raise StoreUnusable(DAMAGED)


def _tables(connection: Connection, well: str) -> tuple[Finding, bool]:
    """What is to be said of them; and whether they are those of this version."""
    version = version_of(connection)
    if version is None:
        if connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
            return Finding(well=False, says="The file is another program's database; give another path."), False
        return Finding(None, f"{well}; the tables are made at the first start."), False
    write_nothing_new(connection)
    if version > HEAD:
        newer = f"A newer version of Standfirst made it (its tables are at {version}, this version knows {HEAD})"
        return Finding(well=False, says=f"{newer}; update Standfirst, or give another database."), False
    if version < HEAD:
        older = f"{well}; its tables are at version {version}"
        return Finding(None, f"{older}, and the next start, or standfirst migrate, brings {HEAD}."), False
    return Finding(well=True, says=f"{well}; its tables are at version {HEAD}, the newest."), True


def _digests(connection: Connection) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[str, str], ...]]:
    """The schedules of digests, and the feeds they follow."""
    rows = connection.execute(select(subscriptions).order_by(subscriptions.c.id)).all()
    urls = dict.fromkeys(url for row in rows for url in json.loads(row.sources))
    ill = select(followed.c.url, followed.c.reason).where(followed.c.failures > 0)
    reasons = {row.url: row.reason or "" for row in connection.execute(ill)}
    return tuple((row.id, row.schedule) for row in rows), tuple((url, reasons.get(url, "")) for url in urls)


def _disk(path: Path) -> Finding:
    """Whether there is room for what comes."""
    folder = next(each for each in path.absolute().parents if each.exists())
    free = shutil.disk_usage(folder).free
    needed = SPARE_BYTES + (path.stat().st_size if path.exists() else 0)
    if free < needed:
        return Finding(well=False, says=f"{free:,} bytes are free where the file is; make room for {needed:,}.")
    return Finding(well=True, says=f"{free:,} bytes are free where the file is.")
