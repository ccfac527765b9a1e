"""The tables as they are now; ``migrations`` makes them, a step at a time, and a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
)

from adapters.database.columns import Instant, Printed, Verbatim

NAMES = {  # so that a later migration can name what it drops, whichever database named it
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)

_Sha256 = String(64)
"""Hexadecimal. What is found by an address is found by this: PostgreSQL indexes at most 2,704 bytes, addresses are
longer."""

fetches = Table(
    "fetches",
    metadata,
    Column("url_sha256", _Sha256, primary_key=True),
    Column("url", Verbatim, nullable=False),
    Column("final_url", Verbatim, nullable=False),
    Column("etag", Verbatim),
    Column("last_modified", Verbatim),
    Column("content_type", Verbatim),
    Column("body", LargeBinary, nullable=False),  # packed
    Column("body_bytes", Integer, nullable=False),  # unpacked
    Column("body_sha256", _Sha256, nullable=False),  # unpacked
    Column("fetched", Instant, nullable=False),  # when the body came
    Column("checked", Instant, nullable=False),  # when the site last said that it still stands
    Index(None, "checked"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("link_sha256", _Sha256, nullable=False),
    Column("link", Verbatim, nullable=False),
    Column("text_sha256", _Sha256, nullable=False),
    Column("body_sha256", _Sha256),  # of the bytes it was read from
    Column("text", Verbatim, nullable=False),
    Column("title", Verbatim),
    Column("byline", Verbatim),
    Column("site", Verbatim),
    Column("url", Verbatim),
    Column("published", Printed),
    Column("updated", Printed),
    Column("language", Verbatim),
    Column("paywall", Boolean),
    Column("first_read", Instant, nullable=False),
    Column("last_read", Instant, nullable=False),
    UniqueConstraint("link_sha256", "text_sha256"),
    Index(None, "text_sha256"),
    Index(None, "last_read"),
)

sheets = Table(
    "sheets",
    metadata,
    Column("host", String(255), primary_key=True),
    Column("article_sha256", _Sha256, primary_key=True),
    Column("lines", LargeBinary, nullable=False),  # 64-bit hashes, packed end to end
    Column("words", Integer, nullable=False),  # in those lines
    Column("noted", Instant, nullable=False),
    Index(None, "noted"),
)
"""The lines of an article, as hashes, to be compared with those of others on its host."""

errands = Table(
    "errands",
    metadata,
    Column("key", String(255), primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("details", Verbatim),  # until it is done: it may hold what a person typed
    Column("tries", Integer, nullable=False),
    Column("accepted", Instant, nullable=False),
    Column("until", Instant, nullable=False),  # whoever has it has it till then
    Column("done", Instant),
    Index(None, "until"),
)


def _thread_columns() -> list[Column[str]]:
    """A thread by its platform's names for it; none of them is longer than 32 characters today."""
    return [
        Column("platform", String(16), primary_key=True),
        Column("workspace", String(64), primary_key=True),
        Column("channel", String(64), primary_key=True),
        Column("thread", String(64), primary_key=True),
    ]


threads = Table(
    "threads",
    metadata,
    *_thread_columns(),
    Column("text_sha256", _Sha256, primary_key=True),
    Column("headline", Verbatim, nullable=False),
    Column("url", Verbatim),
    Column("person", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("checks", Verbatim),  # JSON: what was checked before it was posted
    Index(None, "person"),
    Index(None, "at"),
)
"""What each thread of ours is about; one that is about several articles has a row for each."""

channels = Table(
    "channels",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("language", String(8)),  # ISO 639-1; none: each briefing in its article's own
)
"""What is set for a channel, for whatever is posted there."""

exchanges = Table(
    "exchanges",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("workspace", String(64), nullable=False),
    Column("channel", String(64), nullable=False),
    Column("thread", String(64), nullable=False),
    Column("question", Verbatim, nullable=False),
    Column("passages", Verbatim, nullable=False),  # JSON: the article's fingerprint, start and end of each
    Column("at", Instant, nullable=False),
    Index(None, "thread", "at"),
    Index(None, "at"),
)
"""What was asked in each thread, and the passages that were shown for it."""

verdicts = Table(
    "verdicts",
    metadata,
    *_thread_columns(),
    Column("person", String(64), primary_key=True),
    Column("text_sha256", _Sha256, nullable=False),
    Column("good", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "at"),
)
"""What people think of briefings."""

_Key = BigInteger().with_variant(Integer, "sqlite")

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("workspace", String(64), nullable=False),
    Column("channel", String(64), nullable=False),
    Column("name", Verbatim, nullable=False),
    Column("schedule", Verbatim, nullable=False),  # as bot.schedule.parse takes it
    Column("sources", Verbatim, nullable=False),  # JSON: a list of addresses
    Column("words", Verbatim, nullable=False),
    Column("manager", String(64), nullable=False),
    Column("stories", Integer, nullable=False),
    Column("points", Integer, nullable=False, server_default="3"),  # of each story's briefing
    Column("paused", Boolean, nullable=False),
    Column("says_so", Boolean, nullable=False),
    Column("planned", Instant, nullable=False),
    Column("due", Instant),  # the first slot after "planned"; none while it is paused
    Column("silent", Integer, nullable=False),  # slots in a row without a post
    Column("warned", Boolean, nullable=False, server_default=false()),  # whether its manager was told of that
    Index(None, "due"),
    Index(None, "workspace", "channel"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("subscription_id", _Key, ForeignKey("subscriptions.id", ondelete="CASCADE"), nullable=False),
    Column("slot", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("until", Instant, nullable=False),  # ready: not before; claimed and posting: whoever has it has it till then
    Column("reason", Verbatim),
    Column("thread", String(64)),
    Column("told", Verbatim),  # JSON: the headlines in it, from when it is posted
    Column("updated", Instant, nullable=False),
    Column("offered", Instant),  # when workers were last told of it, where there are any
    Column("reported", Instant),  # when its manager was told how it ended, or nobody had to be
    UniqueConstraint("subscription_id", "slot"),
    Index(None, "state", "until"),
)

followed = Table(
    "followed",
    metadata,
    Column("url_sha256", _Sha256, primary_key=True),
    Column("url", Verbatim, nullable=False),
    Column("title", Verbatim),
    Column("language", Verbatim),  # as the feed says
    Column("next_poll", Instant, nullable=False),
    Column("failures", Integer, nullable=False),  # in a row
    Column("reason", Verbatim),
    Index(None, "next_poll"),
)
"""The feeds that subscriptions follow: each is polled once, however many follow it."""

headlines = Table(
    "headlines",
    metadata,
    Column("feed_sha256", _Sha256, primary_key=True),
    Column("ident_sha256", _Sha256, primary_key=True),
    Column("link", Verbatim),
    Column("title", Verbatim, nullable=False),
    Column("summary", Verbatim, nullable=False),
    Column("text", Verbatim),
    Column("published", Instant),
    Column("seen", Instant, nullable=False),
    Index(None, "feed_sha256", "seen"),
    Index(None, "seen"),
)

told_headlines = Table(
    "told_headlines",
    metadata,
    Column("subscription_id", _Key, ForeignKey("subscriptions.id", ondelete="CASCADE"), primary_key=True),
    Column("ident_sha256", _Sha256, primary_key=True),
    Column("slot", Instant, nullable=False),
    Index(None, "slot"),
)
"""What each subscription has been told, so that nothing is told twice."""

fates = Table(
    "fates",
    metadata,
    Column("subscription_id", _Key, ForeignKey("subscriptions.id", ondelete="CASCADE"), primary_key=True),
    Column("ident_sha256", _Sha256, primary_key=True),
    Column("link_sha256", _Sha256),  # of the link as adapters.database.fates compares links
    Column("title", Verbatim, nullable=False),
    Column("slot", Instant, nullable=False),
    Column("step", String(16), nullable=False),  # as bot.model.Step has them
    Column("detail", Verbatim, nullable=False),
    Index(None, "link_sha256"),
    Index(None, "slot"),
)
"""What became of each headline that a subscription looked at, the last time that it did."""

replies = Table(
    "replies",
    metadata,
    Column("key", _Sha256, primary_key=True),
    Column("fields", Verbatim, nullable=False),  # JSON
    Column("model", Verbatim, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "at"),
)
"""What language models answered, by all that they were asked."""

spending = Table(
    "spending",
    metadata,
    Column("workspace", String(96), primary_key=True),  # with its platform
    Column("day", String(10), primary_key=True),  # of UTC, as ISO 8601 has it
    Column("model", String(128), primary_key=True),
    Column("calls", BigInteger, nullable=False),
    Column("tokens_in", BigInteger, nullable=False),
    Column("tokens_out", BigInteger, nullable=False),
)
"""What each workspace used of language models."""
