"""Types of columns that hold the same on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_UNSTORABLE = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(?:\\|u([0-9a-f]{4}))")


class Instant(TypeDecorator[datetime]):
    """A moment, to the microsecond: aware on its way in, aware and in UTC on its way out.

    SQLite has no such type: it gets UTC as text of one width, which sorts as time does.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy\'s
        """The same in UTC.

        Raises:
            ValueError: if it has no time zone. SQLAlchemy wraps it as a ``StatementError``.
        """
        if value is not None and value.tzinfo is None:
            msg = "a moment needs its time zone"
            raise ValueError(msg)
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy\'s
        """The same in UTC: PostgreSQL gives it in the session's zone, SQLite without any."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Verbatim(TypeDecorator[str]):
    r"""Text of any code points, given back exactly.

    PostgreSQL takes no NUL and neither takes half of a surrogate pair, yet pages have both: they are written as
    ``\uXXXX``, and a backslash as two.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy\'s
        """The text with what cannot be stored escaped."""
        return value and _UNSTORABLE.sub(_escape, value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy\'s
        """The text as it was given."""
        return value and _ESCAPED.sub(_unescape, value)


def _escape(match: re.Match[str]) -> str:
    return r"\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}"


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "\\"
