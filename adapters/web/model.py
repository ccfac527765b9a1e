"""What passes between fetching a page and reading it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as they came, unpacked, and what came with them.

    ``url`` is where they were found in the end, after all redirects; ``content_type`` the header of that name as it
    was sent, or ``None`` for a file.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A page with next to no text of its own that names other addresses of the same article: AMP, print."""

    addresses: tuple[str, ...]
