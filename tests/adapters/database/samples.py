"""What the tests of the database keep and file."""

from __future__ import annotations

from datetime import UTC, datetime

NOON = datetime(2026, 11, 2, 12, 0, 0, 250_000, tzinfo=UTC)
