"""What passes between fetching a page and reading it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as they came, unpacked, and what came with them.

    ``url`` is where they were found in the end, after all redirects; the others are the headers of that name as they
    were sent, or ``None`` for a file. ``etag`` and ``last_modified`` let us ask later whether anything has changed.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A page with next to no text of its own that names other addresses of the same article: AMP, print."""

    addresses: tuple[str, ...]
