"""Opens a database: makes the file, brings the tables up to date, or says in one sentence why it cannot be used."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from adapters.database.engines import engine_for, write_ahead
from adapters.database.refusals import refusals
from adapters.database.schema import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy.engine import Connection, Engine


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; any number of threads may share it. Its address, which may hold a password, is not shown.

    ``found`` is the version its tables had when it was opened; ``None`` if it had none.
    """

    engine: Engine = field(repr=False)
    found: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A connection to look things up with.

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
    engine = engine_for(url)
    try:
        with refusals():
            found = bring_up_to_date(engine)
            write_ahead(engine)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, found)
