"""Bytes -> text, by the rules of browsers: WHATWG Encoding and HTML, "determining the character encoding"."""

from __future__ import annotations

import codecs
import re

import charset_normalizer
import webencodings

from bot.errors import Garbled

PRESCANNED = 1_024
"""Bytes in which a page says how it is written: HTML, 13.2.3.2. Browsers look no further."""

SAMPLED = 20_000
"""Bytes from which an encoding is guessed. More takes longer and is no surer."""

MOST_BROKEN = 0.1
"""Of the characters. A page has a few bad bytes in an advertisement; where a tenth is broken it is no text at all."""

RARE = 0.04
"""Of the bytes. Text with fewer letters beyond ASCII is western: browsers take windows-1252 for it (WHATWG HTML)."""

_ASCII = bytes(range(128))
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_IN_HEADER = re.compile(r"(?i)charset\s*=\s*[\"']?([^\s\"';,]+)")
_IN_META = re.compile(rb"(?i)<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)")
_IN_XML = re.compile(rb"(?i)^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]+)")
_BROKEN = re.compile("[\ufffd\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: bytes, content_type: str | None = None, site: str = "") -> str:
    """The text in ``raw``; bytes that are none in its encoding become U+FFFD.

    Raises:
        Garbled: if it is mostly that, or control characters.
    """
    for mark, label in _BOMS:
        if raw.startswith(mark):
            return _whole(_decoded(raw[len(mark) :], label), site)
    return _whole(_decoded(raw, _label(raw, content_type)), site)


def _label(raw: bytes, content_type: str | None) -> str:
    if wide := _wide(raw):
        return wide
    utf8 = _is_utf8(raw)
    if utf8 and not raw.isascii():
        return "utf-8"  # whatever it says: other text beyond ASCII is valid UTF-8 only by a freak
    for said in (_in_header(content_type), _in_page(raw)):
        if said is None or (said == "utf-8" and not utf8 and _broken(raw[:SAMPLED].decode("utf-8", "replace"))):
            continue
        return said
    return "utf-8" if utf8 else _guessed(raw)


def _in_header(content_type: str | None) -> str | None:
    found = _IN_HEADER.search(content_type or "")
    return _known(found[1]) if found else None


def _in_page(raw: bytes) -> str | None:
    head = raw[:PRESCANNED]
    found = _IN_META.search(head) or _IN_XML.search(head)
    said = _known(found[1].decode("ascii")) if found else None
    return "utf-8" if said in {"utf-16le", "utf-16be"} else said  # it could not be read here if it were: HTML, 13.2.3.3


def _known(label: str) -> str | None:
    encoding = webencodings.lookup(label)
    return None if encoding is None else encoding.name


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: a NUL beside nearly each letter of the markup."""
    head = raw[:PRESCANNED]
    if head.count(b"\x00") * 3 < len(head):
        return None
    return "utf-16be" if head[::2].count(b"\x00") > head[1::2].count(b"\x00") else "utf-16le"


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _broken(text: str) -> bool:
    """More than a stray byte: one in two hundred characters."""
    return text.count("\ufffd") * 200 > len(text)


def _guessed(raw: bytes) -> str:
    letters = next((at for at, byte in enumerate(raw) if byte > 0x7F), 0)  # noqa: PLR2004 - ASCII ends there
    start = max(0, letters - SAMPLED // 2)
    best = charset_normalizer.from_bytes(raw[start : start + SAMPLED]).best()
    label = None if best is None else _known(best.encoding.replace("_", "-"))
    rare = len(raw.translate(None, _ASCII)) < RARE * len(raw)
    return "windows-1252" if label is None or rare else label


def _decoded(raw: bytes, label: str) -> str:
    encoding = webencodings.lookup(label) or webencodings.UTF8
    text, _ = encoding.codec_info.decode(raw, "replace")
    return text


def _whole(text: str, site: str) -> str:
    if len(_BROKEN.findall(text)) > MOST_BROKEN * len(text):
        raise Garbled(site)
    return text
