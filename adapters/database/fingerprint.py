"""What long texts are found by."""

from __future__ import annotations

import hashlib


def fingerprint(text: str) -> str:
    """The SHA-256 of ``text`` in UTF-8, hexadecimal. Half of a surrogate pair, which UTF-8 lacks, is let pass."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
