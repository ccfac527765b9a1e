"""What became of the headlines that digests looked at, so that somebody who misses an article can be told why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from sqlalchemy import and_, or_, select

from adapters.database.fingerprint import fingerprint
from adapters.database.insertion import insert
from adapters.database.tables import deliveries, fates, headlines
from adapters.links import canonical
from bot.model import Ended, Fate, Headline, Step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from adapters.database.opening import Database


def note(connection: Connection, subscription: int, slot: datetime, every: Sequence[Fate]) -> None:
    """Note them, in place of what became of the same headlines before."""
    rows = {
        each.headline.ident: {
            "subscription_id": subscription,
            "ident_sha256": each.headline.ident,
            "link_sha256": _same(each.headline.link) if each.headline.link else None,
            "title": each.headline.title,
            "slot": slot,
            "step": each.step,
            "detail": each.detail,
        }
        for each in every
    }
    if not rows:
        return
    new = insert(connection, fates)
    changed: dict[str, Any] = {name: new.excluded[name] for name in ("link_sha256", "title", "slot", "step", "detail")}
    once = new.on_conflict_do_update(index_elements=[fates.c.subscription_id, fates.c.ident_sha256], set_=changed)
    connection.execute(once, [*rows.values()])


def ended(db: Database, subscription: int, link: str) -> Ended | None:
    """What became of the article behind ``link`` the last time that a digest looked at it; ``None`` if none has.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    of_slot = and_(deliveries.c.subscription_id == fates.c.subscription_id, deliveries.c.slot == fates.c.slot)
    theirs = (fates.c.subscription_id == subscription, fates.c.link_sha256 == _same(link))
    newest = (
        select(fates, deliveries.c.state, deliveries.c.reason)
        .join(deliveries, of_slot, isouter=True)
        .where(*theirs)
        .order_by(fates.c.slot.desc())
        .limit(1)
    )
    with db.reading() as connection:
        row = connection.execute(newest).one_or_none()
    if row is None or row.step not in get_args(Step):
        return None
    headline = Headline(row.title, row.ident_sha256, link=link)
    return Ended(Fate(headline, row.step, row.detail), row.slot, row.state or "posted", row.reason or "")


def brought(db: Database, urls: Sequence[str], link: str) -> datetime | None:
    """When one of these feeds first brought that link (UTC), if one has and it is still kept.

    Raises:
        StoreUnusable: if the database cannot be used.
    """
    feeds = headlines.c.feed_sha256.in_([fingerprint(url) for url in urls])
    host = canonical(link).partition("://")[2].partition("/")[0].removeprefix("www.")
    near = or_(
        headlines.c.ident_sha256 == fingerprint(canonical(link)), headlines.c.link.contains(host, autoescape=True)
    )
    with db.reading() as connection:
        rows = connection.execute(select(headlines.c.link, headlines.c.seen).where(feeds, near)).all()
    return min((row.seen for row in rows if row.link and _same(row.link) == _same(link)), default=None)


def _same(link: str) -> str:
    """The same for all links that lead to the same article, as far as the links alone tell."""
    return fingerprint(canonical(link).replace("https://www.", "https://", 1).rstrip("/"))
