"""Foreign text made safe for Slack: nothing in it is obeyed, nobody in it is called."""

from __future__ import annotations

from adapters import plain as text_of
from adapters.plain import plain

LONGEST_LINK = 3_000
"""Characters of an address in a block (docs.slack.dev, reference/block-kit/blocks: urls)."""


def escaped(text: str) -> str:
    """``text`` as it may stand in mrkdwn (docs.slack.dev, messaging/formatting-message-text: escaping text).

    With its three control characters escaped, nothing in it mentions a person, a channel or everybody, or is a link.
    """
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def safe_link(url: str | None) -> str | None:
    """``url`` if it is an address of the web that Slack takes as it stands; else ``None``: the text goes unlinked."""
    return text_of.safe_link(url, LONGEST_LINK)
