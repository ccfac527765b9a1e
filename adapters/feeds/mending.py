"""XML that is not quite: mended in the bytes, so that a strict reader can take it.

Three faults account for nearly all feeds that are not well-formed: an ampersand that stands for itself, a reference
that only HTML knows (``&eacute;``), and a control character (XML 1.0, section 2.2). Inside CDATA an ampersand is no
fault, and nothing but controls is touched there.
"""

from __future__ import annotations

import re

from adapters.feeds.plain import known_reference

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_LOOSE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_NUMBER = re.compile(rb"&#(?:x([\da-fA-F]{1,6})|(\d{1,7}));")
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
_NEVER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WINDOWS = range(0x80, 0xA0)


def mended(xml: bytes) -> bytes:
    """The same document with those three put right."""
    first, *sections = xml.translate(None, _CONTROLS).split(_OPEN)
    pieces = [_outside(first)]
    for section in sections:
        inside, close, outside = section.partition(_CLOSE)
        pieces += (_OPEN, inside, close, _outside(outside))
    return b"".join(pieces)


def _outside(xml: bytes) -> bytes:
    return _NUMBER.sub(_allowed, _LOOSE.sub(_resolved, xml))


def _resolved(loose: re.Match[bytes]) -> bytes:
    name: bytes | None = loose[1]
    characters = known_reference(name.decode("ascii")) if name else None
    if characters is None or characters in "<>&":
        return b"&amp;" + loose[0][1:]
    return characters.encode()


def _allowed(number: re.Match[bytes]) -> bytes:
    """A character by its number, if XML has it; HTML reads those from 128 to 159 as windows-1252."""
    code = int(number[1], 16) if number[1] else int(number[2])
    if code in _WINDOWS:
        return bytes([code]).decode("cp1252", "ignore").encode()
    return b"" if code > 0x10FFFF or _NEVER.match(chr(code)) else number[0]  # noqa: PLR2004 - the last of Unicode
