"""Foreign text made safe for Slack: nothing in it is obeyed, nobody in it is called."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

LONGEST_LINK = 3_000
"""Characters of an address in a block (docs.slack.dev, reference/block-kit/blocks: urls)."""

_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # bidirectional embeddings, overrides and isolates
_OUTSIDE_A_LINK = re.compile(r"[\s<>|\x00-\x1f\x7f]")


def plain(text: str) -> str:
    """``text`` as it may stand in a rich text or plain text element, which Slack takes literally."""
    text = _STEERING.sub("", _BREAKS.sub("\n", text))
    return "".join(char if char in "\n\t" or _is_shown(char) else "\ufffd" for char in text)


def escaped(text: str) -> str:
    """``text`` as it may stand in mrkdwn (docs.slack.dev, messaging/formatting-message-text: escaping text).

    With its three control characters escaped, nothing in it mentions a person, a channel or everybody, or is a link.
    """
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def safe_link(url: str | None) -> str | None:
    """``url`` if it is an address of the web that Slack takes as it stands; else ``None``: the text goes unlinked."""
    if not url or len(url) > LONGEST_LINK or _OUTSIDE_A_LINK.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"}
