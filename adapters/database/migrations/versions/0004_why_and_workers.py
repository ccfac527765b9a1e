"""Why an article was told or not, how long stories are, who was told of what failed, and what workers were told of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add columns, a table, and the channel to an index; what had failed was told when it did."""
    op.drop_index("ix_subscriptions_workspace", "subscriptions")
    op.create_index("ix_subscriptions_workspace_channel", "subscriptions", ["workspace", "channel"])
    op.add_column("subscriptions", sa.Column("points", sa.Integer, nullable=False, server_default="3"))
    op.add_column("subscriptions", sa.Column("warned", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("followed", sa.Column("language", sa.Text))
    op.add_column("deliveries", sa.Column("offered", sa.DateTime(timezone=True)))
    op.add_column("deliveries", sa.Column("reported", sa.DateTime(timezone=True)))
    op.execute("UPDATE deliveries SET reported = updated WHERE state IN ('posted', 'empty', 'unknown', 'failed')")
    key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "fates",
        sa.Column("subscription_id", key, sa.ForeignKey("subscriptions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ident_sha256", sa.String(64), primary_key=True),
        sa.Column("link_sha256", sa.String(64)),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("slot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_index("ix_fates_link_sha256", "fates", ["link_sha256"])
    op.create_index("ix_fates_slot", "fates", ["slot"])
