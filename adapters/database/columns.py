"""Types of columns that hold the same on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import DateTime, String, Text
from sqlalchemy.types import TypeDecorator

from adapters.database.refusals import DAMAGED
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_NO_ZONE = "a moment needs its time zone"
_UNSTORABLE = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


class _Reader(Protocol):
    def __call__(self, value: object) -> datetime | None: ...


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
            raise ValueError(_NO_ZONE)
        return value and value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> _Reader:
        """Reads it in UTC: PostgreSQL gives it in the session's zone, SQLite without any.

        The processor raises ``StoreUnusable`` if it is no moment any more.
        """
        parse = super().result_processor(dialect, coltype) or (lambda value: value)

        def read(value: object) -> datetime | None:
            try:
                moment: datetime | None = parse(value)
            except ValueError as error:
                raise StoreUnusable(DAMAGED) from error
            return moment and (moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC))

        return read


class Printed(TypeDecorator[date]):
    """A date as an article prints it, or a moment with the offset from UTC that stands there: ISO 8601."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """The same as text.

        Raises:
            ValueError: if it is a moment without a time zone. SQLAlchemy wraps it as a ``StatementError``.
        """
        if isinstance(value, datetime) and value.tzinfo is None:
            raise ValueError(_NO_ZONE)
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """The date, or the moment.

        Raises:
            StoreUnusable: if it is neither any more.
        """
        if value is None:
            return None
        try:
            return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        except ValueError as error:
            raise StoreUnusable(DAMAGED) from error


class Verbatim(TypeDecorator[str]):
    r"""Text of any code points, given back exactly.

    PostgreSQL takes no NUL and neither takes half of a surrogate pair, yet pages have both: they are written as
    ``\uXXXX``, and so is the backslash.
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
    return f"\\u{ord(match[0]):04x}"


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
