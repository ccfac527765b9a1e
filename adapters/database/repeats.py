"""Lines that a site prints under every article: appeals, sign-ups, "read more". They are not the story.

A line that stands in several articles of one host is none of the story's, unless those are the same article again:
at another address, or brought up to date. So of articles that share most of their words only the last is remembered,
and none that shares most of its words with the one that is asked about is counted.
"""

from __future__ import annotations

import struct
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, select

from adapters.database.insertion import insert
from adapters.database.tables import sheets
from adapters.database.turns import take_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Row, Select
    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database

FEWEST_WORDS, MOST_WORDS = 2, 80
"""A line of one word may well stand in two stories; one of more than 80 is a paragraph of its own story."""

LINES = 200
"""Lines of an article that are noted: half from its start, half from its end, where what repeats stands."""

ARTICLES = 50
"""Articles of a host that are remembered, the newest; what it prints everywhere stands in as few."""


class _Sheet(NamedTuple):
    """The lines of one article, as hashes, and how many words stand in them."""

    article_sha256: str
    lines: frozenset[int]
    words: int


def note_lines(db: Database, host: str, article_sha256: str, lines: Iterable[str], at: datetime) -> None:
    """Remember the lines of an article that ``host`` printed, in place of the same article's earlier forms.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    words = _words_by_line(lines)
    ours = _sheet(article_sha256, words)
    if not ours.lines:
        return
    with db.writing() as connection:
        take_turn(connection, f"sheets of {host}")  # two that delete each other's would wait for ever
        others = _others(connection.execute(_printed_by(host)), ours)
        stale = [other.article_sha256 for other in others if _is_same_article(ours, other, words)]
        kept = [other.article_sha256 for other in others if other.article_sha256 not in stale]
        _forget(connection, host, [*stale, *kept[ARTICLES - 1 :]])
        new = insert(connection, sheets).values(
            host=host,
            article_sha256=article_sha256,
            lines=struct.pack(f"<{len(ours.lines)}q", *ours.lines),
            words=ours.words,
            noted=at,
        )
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[sheets.c.host, sheets.c.article_sha256],
                set_={name: new.excluded[name] for name in ("lines", "words", "noted")},
            )
        )


def repeated(db: Database, host: str, lines: Iterable[str], *, article_sha256: str, fewest: int = 2) -> frozenset[str]:
    """Those of an article's ``lines`` that ``host`` printed in at least ``fewest`` other articles too.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    lines = tuple(lines)
    words = _words_by_line(lines)
    ours = _sheet(article_sha256, words)
    with db.reading() as connection:
        rows = connection.execute(_printed_by(host)).all()
    others = [other for other in _others(rows, ours) if not _is_same_article(ours, other, words)]
    often = {line for line in words if sum(line in other.lines for other in others) >= fewest}
    return frozenset(line for line in lines if _hash(_normal(line)) in often)


def _words_by_line(lines: Iterable[str]) -> dict[int, int]:
    """The hash of each line that counts, in order, and how many words it has."""
    normal = map(_normal, lines)
    return {_hash(words): len(words) for words in normal if FEWEST_WORDS <= len(words) <= MOST_WORDS}


def _normal(line: str) -> tuple[str, ...]:
    return tuple(line.casefold().split())


def _hash(words: tuple[str, ...]) -> int:
    """Sixty-four bits: among the 10,000 lines of a host, two that differ meet once in 300 billion hosts."""
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _sheet(article_sha256: str, words: Mapping[int, int]) -> _Sheet:
    lines = tuple(words)
    ends = frozenset(lines if len(lines) <= LINES else lines[: LINES // 2] + lines[-LINES // 2 :])
    return _Sheet(article_sha256, ends, sum(words[line] for line in ends))


def _is_same_article(ours: _Sheet, other: _Sheet, words: Mapping[int, int]) -> bool:
    """Whether the shorter has more than half of its words in lines that stand in the other too.

    Words, not lines: what a site prints everywhere is many lines, but short ones.
    """
    shared = sum(words[line] for line in ours.lines & other.lines)
    return 2 * shared > min(ours.words, other.words)


def _printed_by(host: str) -> Select[str, bytes, int, datetime]:
    return select(sheets.c.article_sha256, sheets.c.lines, sheets.c.words, sheets.c.noted).where(sheets.c.host == host)


def _others(rows: Iterable[Row[str, bytes, int, datetime]], ours: _Sheet) -> tuple[_Sheet, ...]:
    """Those that are not of this very article, the newest first."""
    newest_first = sorted(rows, key=lambda row: row.noted, reverse=True)
    return tuple(
        _Sheet(row.article_sha256, frozenset(struct.unpack(f"<{len(row.lines) // 8}q", row.lines)), row.words)
        for row in newest_first
        if row.article_sha256 != ours.article_sha256
    )


def _forget(connection: Connection, host: str, articles: list[str]) -> None:
    if articles:
        connection.execute(delete(sheets).where(sheets.c.host == host, sheets.c.article_sha256.in_(articles)))
