"""What talking to people needs: what they asked for, which threads are about what, and what they think of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "errands",
        sa.Column("key", sa.String(255), primary_key=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("details", sa.Text),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("accepted", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_errands_until", "errands", ["until"])
    op.create_table(
        "threads",
        *_thread(),
        sa.Column("text_sha256", sa.String(64), primary_key=True),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_threads_person", "threads", ["person"])
    op.create_index("ix_threads_at", "threads", ["at"])
    op.create_table(
        "verdicts",
        *_thread(),
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_verdicts_at", "verdicts", ["at"])


def _thread() -> list[sa.Column[str]]:
    return [
        sa.Column("platform", sa.String(16), primary_key=True),
        sa.Column("workspace", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(64), primary_key=True),
        sa.Column("thread", sa.String(64), primary_key=True),
    ]
