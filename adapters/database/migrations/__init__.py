"""The steps from one version of the tables to the next, each frozen once it has been released."""

from __future__ import annotations

HEAD = "0007"
"""The newest version. It stands here too so that a database that has it is opened without Alembic's 0.3 seconds."""

VERSION_TABLE = "standfirst_version"
"""Not Alembic's usual name: a PostgreSQL database may be shared with another program that uses Alembic."""
