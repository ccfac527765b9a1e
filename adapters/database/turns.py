"""One at a time, where rows alone could not say who goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from adapters.database.fingerprint import fingerprint

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


def take_turn(connection: Connection, subject: str) -> None:
    """Wait until nobody else has the turn for ``subject``, and have it until the transaction ends.

    On SQLite whoever writes has it already: there is one writer at a time. On PostgreSQL it is an advisory lock:
    https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
    """
    if connection.dialect.name == "sqlite":
        return
    sixty_four_bits = int(fingerprint(f"standfirst {subject}")[:16], 16) - 2**63
    connection.execute(select(func.pg_advisory_xact_lock(sixty_four_bits)))
