"""What reading the web needs: pages as they were fetched, articles as they were read, the lines of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the three tables."""
    _fetches()
    _readings()
    _sheets()


def _fetches() -> None:
    op.create_table(
        "fetches",
        sa.Column("url_sha256", sa.String(64), primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("final_url", sa.Text, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("content_type", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("body_bytes", sa.Integer, nullable=False),
        sa.Column("body_sha256", sa.String(64), nullable=False),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_fetches_checked", "fetches", ["checked"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("link_sha256", sa.String(64), nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("body_sha256", sa.String(64)),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.String(32)),
        sa.Column("updated", sa.String(32)),
        sa.Column("language", sa.Text),
        sa.Column("paywall", sa.Boolean),
        sa.Column("first_read", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_read", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("link_sha256", "text_sha256"),
    )
    op.create_index("ix_readings_text_sha256", "readings", ["text_sha256"])
    op.create_index("ix_readings_last_read", "readings", ["last_read"])


def _sheets() -> None:
    op.create_table(
        "sheets",
        sa.Column("host", sa.String(255), primary_key=True),
        sa.Column("article_sha256", sa.String(64), primary_key=True),
        sa.Column("lines", sa.LargeBinary, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("noted", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_sheets_noted", "sheets", ["noted"])
