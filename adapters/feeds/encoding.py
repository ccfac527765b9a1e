"""Feed bytes in any encoding -> the same feed in UTF-8, without what stood before it.

The order of belief is RFC 7303's (byte order mark, header, declaration), but bytes that are valid UTF-8 are UTF-8
whatever they are called: text in another encoding practically never is by chance.
"""

from __future__ import annotations

import codecs
import re

import webencodings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["']?\s*([\w.:-]+)\s*["']?""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BEGINNING = re.compile(rb"<\?xml|<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_PAGE = re.compile(rb"<!doctype\s+html|<html\b", re.IGNORECASE)
_HEAD = 8_192
"""Bytes in which a feed has to begin. What comes before it is a warning of the server's, or a blank line."""

_FALLBACK = "standfirst-windows-1252"


def as_utf8(body: bytes, content_type: str | None) -> bytes:
    """The feed in UTF-8 from its first element or declaration on; bytes that are no encoding's are shown as such."""
    body = _unmarked(body, content_type)
    if body.startswith((b"<?xml ", b"<rss", b"<feed")):
        return body
    body = body.lstrip(b"\x00\t\n\v\f\r \xef\xbb\xbf")
    beginning, page = _BEGINNING.search(body, 0, _HEAD), _PAGE.search(body, 0, _HEAD)
    if beginning and not (page and page.start() < beginning.start()):
        return body[beginning.start() :]
    return body


def _unmarked(body: bytes, content_type: str | None) -> bytes:
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _undeclared(body[len(mark) :].decode(encoding, "replace").encode())
    declared = _DECLARED.match(body[:_HEAD].lstrip())
    if not declared and (guess := next((name for start, name in _UNMARKED if body.startswith(start)), None)):
        return _undeclared(body.decode(guess, "replace").encode())
    named = declared[2].decode("ascii", "replace") if declared else _charset(content_type)
    label = named.lower()
    if not label.startswith("iso-2022") and _is_utf8(body):  # that one writes Japanese in the bytes of ASCII
        return body if label in {"utf-8", ""} else _undeclared(body)
    for name in (_charset(content_type), named):
        text = _decoded(body, name)
        if text is not None:
            return _undeclared(text.encode())
    return _undeclared(body.decode("utf-8", _FALLBACK).encode())  # called UTF-8, or nothing that we know


def _charset(content_type: str | None) -> str:
    found = _CHARSET.search(content_type or "")
    return found[1] if found else ""


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded(body: bytes, name: str) -> str | None:
    """The text, if browsers know that encoding and the bytes keep to it."""
    encoding = webencodings.lookup(name) if name else None
    if encoding is None or encoding.name == "x-user-defined":
        return None
    try:
        return encoding.codec_info.decode(body, "strict")[0]
    except (UnicodeDecodeError, LookupError):
        return None


def _undeclared(body: bytes) -> bytes:
    """Without the declaration of an encoding that it no longer has."""
    return _DECLARED.sub(rb"\1", body[:_HEAD], count=1) + body[_HEAD:]


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8 are read as what they nearly always are, one by one (WHATWG Encoding, windows-1252)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "replace") for byte in wrong), error.end


codecs.register_error(_FALLBACK, _as_windows_1252)
