"""What digests need: subscriptions, their deliveries, the feeds they follow, what was told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the five tables."""
    _subscriptions()
    _deliveries()
    _feeds()
    op.create_table(
        "told_headlines",
        _subscription(primary_key=True),
        sa.Column("ident_sha256", sa.String(64), primary_key=True),
        sa.Column("slot", _moment(), nullable=False),
    )
    op.create_index("ix_told_headlines_slot", "told_headlines", ["slot"])


def _subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", _key(), primary_key=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("workspace", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "schedule", "sources", "words")),
        sa.Column("manager", sa.String(64), nullable=False),
        sa.Column("stories", sa.Integer, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("says_so", sa.Boolean, nullable=False),
        sa.Column("planned", _moment(), nullable=False),
        sa.Column("due", _moment()),
        sa.Column("silent", sa.Integer, nullable=False),
    )
    op.create_index("ix_subscriptions_due", "subscriptions", ["due"])
    op.create_index("ix_subscriptions_workspace", "subscriptions", ["workspace"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", _key(), primary_key=True),
        _subscription(nullable=False),
        sa.Column("slot", _moment(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("until", _moment(), nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("thread", sa.String(64)),
        sa.Column("told", sa.Text),
        sa.Column("updated", _moment(), nullable=False),
        sa.UniqueConstraint("subscription_id", "slot"),
    )
    op.create_index("ix_deliveries_state_until", "deliveries", ["state", "until"])


def _feeds() -> None:
    op.create_table(
        "followed",
        sa.Column("url_sha256", sa.String(64), primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("next_poll", _moment(), nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
    )
    op.create_index("ix_followed_next_poll", "followed", ["next_poll"])
    op.create_table(
        "headlines",
        sa.Column("feed_sha256", sa.String(64), primary_key=True),
        sa.Column("ident_sha256", sa.String(64), primary_key=True),
        sa.Column("link", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("published", _moment()),
        sa.Column("seen", _moment(), nullable=False),
    )
    op.create_index("ix_headlines_feed_sha256_seen", "headlines", ["feed_sha256", "seen"])
    op.create_index("ix_headlines_seen", "headlines", ["seen"])


def _subscription(*, primary_key: bool = False, nullable: bool = False) -> sa.Column[int]:
    owner = sa.ForeignKey("subscriptions.id", ondelete="CASCADE")
    return sa.Column("subscription_id", _key(), owner, primary_key=primary_key, nullable=nullable)


def _key() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _moment() -> sa.DateTime:
    return sa.DateTime(timezone=True)
