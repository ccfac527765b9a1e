"""What is set for a channel, for whatever is posted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from adapters.database.insertion import insert
from adapters.database.tables import channels

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from adapters.database.opening import Database
    from bot.model import Channel


def language_of(db: Database, channel: Channel) -> str | None:
    """What its briefings are to be in (ISO 639-1), if that was ever set.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    with db.reading() as connection:
        return connection.execute(select(channels.c.language).where(*_is(channel))).scalar_one_or_none()


def speak(db: Database, channel: Channel, language: str | None) -> None:
    """Set it; ``None``: each in its article's own language.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    named = {"platform": channel.platform, "workspace": channel.workspace, "channel": channel.ident}
    with db.writing() as connection:
        row = insert(connection, channels).values(**named, language=language)
        connection.execute(row.on_conflict_do_update(index_elements=[*named], set_={"language": language}))


def _is(channel: Channel) -> tuple[ColumnElement[bool], ...]:
    return (
        channels.c.platform == channel.platform,
        channels.c.workspace == channel.workspace,
        channels.c.channel == channel.ident,
    )
