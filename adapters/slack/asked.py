"""What somebody in Slack asked for, as it is kept on record until it is done."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Literal, get_args

from bot.errands import Errand
from bot.front_desk import Kind, Request
from bot.model import Channel, Thread

if TYPE_CHECKING:
    from collections.abc import Mapping

PLATFORM = "slack"


@dataclass(frozen=True, slots=True)
class Asked:
    """By whom, where, and for what, as ``bot.front_desk.Request`` has it; empty where there is none.

    ``thread`` is where the answer goes, by the timestamp of its first message; without one the answer begins one.
    ``article`` is the fingerprint of the article it is about. ``answer_url`` takes what only the asker sees, for half
    an hour. ``private`` is "yes" where only the asker sees the answer. ``direct`` is "yes" in a direct message.
    """

    kind: Kind
    workspace: str
    channel: str
    person: str
    text: str = ""
    thread: str = ""
    article: str = ""
    answer_url: str = ""
    private: Literal["", "yes"] = ""
    direct: Literal["", "yes"] = ""

    def errand(self, key: str) -> Errand:
        """It, to be put on record under ``key``, which must be the same each time Slack tells of it."""
        return Errand(f"{PLATFORM} {self.workspace} {key}"[:255], PLATFORM, asdict(self))

    def request(self, *, manages: bool = False) -> Request:
        """It, without what is Slack's own; ``manages`` is whether the asker manages the workspace."""
        return Request(self.kind, self.person, self.about(), self.text, self.article, manages=manages)

    def about(self) -> Thread:
        """The thread it was asked in."""
        return thread_of(self.workspace, self.channel, self.thread)


def asked_again(details: Mapping[str, str]) -> Asked:
    """What was put on record.

    Raises:
        ValueError: if that was not put there by ``Asked.errand``.
    """
    known = {field.name: details.get(field.name, "") for field in fields(Asked)}
    if known["kind"] not in get_args(Kind):
        msg = f"nothing of Slack's: {known['kind']}"
        raise ValueError(msg)
    return Asked(**known)  # type: ignore[arg-type]  # the literals are what was checked, or only read


def thread_of(workspace: str, channel: str, root: str) -> Thread:
    """The thread whose first message has the timestamp ``root``."""
    return Thread(Channel(PLATFORM, workspace, channel), root)
