"""What somebody in Discord asked for, as it is kept on record until it is done."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Literal, get_args

from bot.errands import Errand
from bot.front_desk import Kind, Request
from bot.model import Channel, Thread

if TYPE_CHECKING:
    from collections.abc import Mapping

PLATFORM = "discord"


@dataclass(frozen=True, slots=True)
class Asked:
    """By whom, where, and for what, as ``bot.front_desk.Request`` has it; empty where there is none.

    ``workspace`` is a server's number, or whose own it is (``personal``). ``channel`` is where the answer goes: a
    channel or a thread, or, as their direct messages, a person; ``parent`` is the channel that a thread is in.
    ``source`` is the number of the message, or of the interaction, by which it was asked, and tells when that was.
    ``token`` answers an interaction for a quarter of an hour. ``referenced`` is the message it is about, ``article``
    the fingerprint of the article.

    The rest is "yes" or nothing. ``member``: whether the bot may post there by itself. ``private``: only the asker
    sees the answer. ``any_digest``: the server lets the asker change the digests of others. ``manages``: the asker
    manages the server, or it is their own place. ``warning`` is what the asker should know beside the answer.
    """

    kind: Kind
    workspace: str
    channel: str
    person: str
    source: str
    text: str = ""
    parent: str = ""
    token: str = ""
    referenced: str = ""
    article: str = ""
    member: Literal["", "yes"] = ""
    private: Literal["", "yes"] = ""
    any_digest: Literal["", "yes"] = ""
    manages: Literal["", "yes"] = ""
    warning: str = ""

    def errand(self) -> Errand:
        """It, to be put on record."""
        return Errand(f"{PLATFORM} {self.source}", PLATFORM, asdict(self))

    @property
    def direct(self) -> bool:
        """Whether it was asked in direct messages with the bot."""
        return self.channel == personal(self.person)

    def request(self) -> Request:
        """It, without what is Discord's own."""
        about = self.digests_here() if self.kind in {"digest", "digest_form"} else self.about()
        return Request(
            self.kind,
            self.person,
            about,
            self.text,
            self.article,
            any_digest=bool(self.any_digest),
            manages=bool(self.manages),
        )

    def about(self) -> Thread:
        """The conversation it was asked in: a thread, or what a message replied to; else it has no name."""
        return conversation(self.workspace, self.channel, self.parent, self.referenced)

    def digests_here(self) -> Thread:
        """Where a digest that is set up there goes: to the place itself, or to the person where the bot can't post."""
        here = self.channel if self.member else personal(self.person)
        return Thread(Channel(PLATFORM, self.workspace, here), "")


def personal(person: str) -> str:
    """The name for what is a person's own: their direct messages, and what they use without a server."""
    return f"@{person}"


def conversation(workspace: str, channel: str, parent: str, message: str) -> Thread:
    """The thread that ``channel`` is, in its ``parent``; in any other channel the one that ``message`` began."""
    if parent:
        return Thread(Channel(PLATFORM, workspace, parent), channel)
    return Thread(Channel(PLATFORM, workspace, channel), message)


def asked_again(details: Mapping[str, str]) -> Asked:
    """What was put on record.

    Raises:
        ValueError: if that was not put there by ``Asked.errand``.
    """
    known = {field.name: details.get(field.name, "") for field in fields(Asked)}
    if known["kind"] not in get_args(Kind):
        msg = f"nothing of Discord's: {known['kind']}"
        raise ValueError(msg)
    return Asked(**known)  # type: ignore[arg-type]  # the literals are what was checked, or only read
