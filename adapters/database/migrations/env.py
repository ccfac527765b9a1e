"""Alembic runs this for every command: it takes the connection, and the transaction, that ``schema`` has begun."""

from __future__ import annotations

from alembic import context

from adapters.database.migrations import VERSION_TABLE
from adapters.database.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
context.run_migrations()
