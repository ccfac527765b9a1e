"""What a document is, by what its server says and by its first bytes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Literal

from bot.errors import IsAFeed, NoArticle, NotAPage

if TYPE_CHECKING:
    from adapters.web.model import Document

Kind = Literal["html", "text", "pdf"]

SNIFFED = 2_048
"""Bytes that are looked at. WHATWG MIME Sniffing looks at 1,445; comments before the first tag can be longer."""

_FILES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM6", b"RIFF", b"\x00\x00\x01\x00", b"ID3", b"OggS", b"\x1aE\xdf\xa3",
    b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"MZ", b"\x7fELF", b"wOF",
)  # fmt: skip
_FEED = re.compile(
    rb"(?is)\A[\xef\xbb\xbf\s]*(?:<\?xml.*?\?>|<!--.*?-->|<\?xml-stylesheet.*?\?>"
    rb"|<!doctype\s+(?:rss|feed|rdf)\b[^>\[]*(?:\[[^\]]*\]\s*)?>|\s)*+<(?:rss|feed|rdf:RDF)\b"
)
_HTML = re.compile(
    rb"(?i)<(?:!doctype\s+html|html|head|body|script|style|title|meta|link|div|p|a|br|table|article|main|h[1-6])\b"
)
_PDF_WITHIN = 1_024
"""Bytes in which ``%PDF-`` may begin: PDF 1.7, implementation note 13."""


def kind(document: Document, site: str = "") -> Kind:
    """Which of those that can be read it is.

    Raises:
        NoArticle: if it is empty.
        IsAFeed: if it is RSS, RDF, Atom or a JSON Feed.
        NotAPage: if it is a file of another kind.
    """
    head = document.body[:SNIFFED].replace(b"\x00", b"")  # UTF-16 has a NUL beside each letter
    said = (document.content_type or "").partition(";")[0].strip().lower()
    if not head.strip():
        raise NoArticle(site)
    if b"%PDF-" in document.body[:_PDF_WITHIN]:
        return "pdf"
    if _FEED.match(head) or _is_json_feed(document.body):
        raise IsAFeed(site)
    if document.body.startswith(_FILES) or document.body[4:8] == b"ftyp":
        raise NotAPage(site)
    if _HTML.search(head) and said != "text/plain":
        return "html"
    if said.partition("/")[0] in {"image", "video", "audio", "font"} or _is_json(document.body):
        raise NotAPage(site)
    return "html" if "html" in said else "text"


def _is_json_feed(body: bytes) -> bool:
    """A JSON Feed names its version by an address: jsonfeed.org, "top-level"."""
    return body.lstrip()[:1] == b"{" and b"jsonfeed.org/version" in body[:SNIFFED]


def _is_json(body: bytes) -> bool:
    if body.lstrip()[:1] not in {b"{", b"["}:
        return False
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
