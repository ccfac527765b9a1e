"""Three stories, told by a paper and by a radio; what digests are tested with."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.model import Headline, Headlines
from summariser.model import Article

if TYPE_CHECKING:
    from datetime import datetime

FEED, RADIO = "https://paper.example/feed", "https://radio.example/feed"

STORIES = {
    "harbour": "Harbour to close for a month\n\nThe harbour at Sandmouth will close for a month from Monday, the town "
    "council decided. Anna Berg, the mayor, told reporters: “We can't wait for the wall to fall into the sea.”",
    "crows": "Crows can count, biologists say\n\nCrows can call a given number of times on command, biologists at the "
    "University of Lindau report. Three birds learned to caw one to four times when shown a sign.",
    "cup": "Rovers reach cup final\n\nNorthwick Rovers are in the cup final after a late header by Tunde Okoro on "
    "Saturday night. “I closed my eyes,” Okoro told the radio after the match against Hale Town.",
}


def feed(now: datetime, *names: str, site: str = "paper") -> Headlines:
    """A site's feed at that time, its first headline the newest."""
    found = tuple(
        Headline(
            STORIES[name].split("\n")[0],
            f"{site} {name}",
            link=f"https://{site}.example/{name}",
            published=now - timedelta(hours=number),
            summary=STORIES[name].split("\n\n")[1].split(". ")[0],
        )
        for number, name in enumerate(names)
    )
    return Headlines("The Paper", f"https://{site}.example", f"https://{site}.example/feed", "en", found)


def shelf() -> dict[str, Article]:
    """Their articles, by link."""
    return {
        (link := f"https://{site}.example/{name}"): Article(text, url=link, site=f"The {site.title()}")
        for name, text in STORIES.items()
        for site in ("paper", "radio")
    }
