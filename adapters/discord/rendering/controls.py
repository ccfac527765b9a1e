"""The buttons of posts. What they are about stands in their identifiers, so that they work after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from adapters.discord.rendering.escaping import LONGEST_BUTTON_LINK, safe_link

if TYPE_CHECKING:
    from summariser.model import Briefing

Verb = Literal["quotes", "ask", "thread", "share", "good", "bad", "more"]

PATTERN = r"standfirst:(?P<verb>[a-z]+):(?P<article>[0-9a-f]{64})(?::\d+)?"
"""What the identifier of a button looks like: what it does, the fingerprint of the article it is about, and a number
where a message may have two buttons for the same text: Discord refuses one whose identifiers are not all different."""

MOST_TEXT, MOST_COMPONENTS = 100, 8
"""Characters and components that the buttons below a message take at most: a row of five, the row, and the frame."""


@dataclass(frozen=True, slots=True)
class Button:
    """``opens`` is an address of the web, or the button does ``verb``."""

    label: str
    verb: Verb | Literal[""] = ""
    article: str = ""
    opens: str = ""
    number: int = 0

    @property
    def ident(self) -> str:
        """What Discord calls it when it is pressed (``custom_id``)."""
        return f"standfirst:{self.verb}:{self.article}" + (f":{self.number}" if self.number else "")


def under_briefing(briefing: Briefing, *, private: bool, threads: bool) -> tuple[Button, ...]:
    """Buttons to go on from a briefing; one that only the asker sees can be shared, and can't be judged."""
    article = briefing.article.fingerprint
    more = (Button(f"More quotes ({briefing.further})", "quotes", article),) if briefing.further else ()
    ask = Button("Ask", "ask", article)
    if private:
        return (*more, ask, Button("Share with the channel", "share", article))
    thread = (Button("Open a thread", "thread", article),) if threads else ()
    return (*more, ask, *thread, Button("Good", "good", article), Button("Bad", "bad", article))


def reads(url: str | None) -> Button | None:
    """The button that leads to an article, where its address can stand behind one."""
    safe = safe_link(url, LONGEST_BUTTON_LINK)
    return Button("Read", opens=safe) if safe else None


def more_on(number: int, article: str) -> Button:
    """The button beside a story of a digest: its briefing, for whoever presses it."""
    return Button(f"More on {number}", "more", article, number=number)
