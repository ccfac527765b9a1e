"""What is behind a link is told by its first bytes before anyone tries to read it."""

from __future__ import annotations

import pytest

from adapters.web.model import Document
from adapters.web.reading.kinds import kind
from bot.errors import IsAFeed, NoArticle, NotAPage


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        (b"<!doctype html><p>x", None, "html"),
        (b"\n<!-- saved -->\n<p>x", "application/octet-stream", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "application/xhtml+xml", "html"),
        ("<html>".encode("utf-16-le"), None, "html"),
        (b"She wrote it down.", "text/html", "html"),
        (b"She wrote it down.", "text/plain", "text"),
        (b"She wrote <p> and nothing else.", "text/plain; charset=utf-8", "text"),
        (b"%PDF-1.7", "text/html", "pdf"),
        (b"\n\n%PDF-1.4", None, "pdf"),
    ],
)
def test_what_can_be_read_is_told_by_its_bytes_and_its_header(
    body: bytes, content_type: str | None, expected: str
) -> None:
    assert kind(Document(body, None, content_type)) == expected


@pytest.mark.parametrize(
    "body",
    [
        b'<?xml version="1.0"?><rss version="2.0">',
        b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><feed xmlns='http://www.w3.org/2005/Atom'>",
        b"<rdf:RDF>",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
    ],
)
def test_a_feed_is_called_one(body: bytes) -> None:
    with pytest.raises(IsAFeed):
        kind(Document(body, None, "text/html"))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\x89PNG\r\n", "image/png"),
        (b"PK\x03\x04", None),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (b'{"error": "none"}', "application/json"),
        (b"anything", "image/svg+xml"),
    ],
)
def test_a_file_of_another_kind_is_no_page(body: bytes, content_type: str | None) -> None:
    with pytest.raises(NotAPage):
        kind(Document(body, None, content_type))


def test_nothing_is_no_article() -> None:
    with pytest.raises(NoArticle):
        kind(Document(b" \n"))


def test_a_feed_may_begin_with_its_document_type() -> None:
    for start in (b'<!DOCTYPE rss SYSTEM "http://a.example/rss-0.91.dtd">', b'<!DOCTYPE rss [<!ENTITY a "b">]>'):
        with pytest.raises(IsAFeed):
            kind(Document(b'<?xml version="1.0"?>\n' + start + b'\n<rss version="0.91"><channel></channel></rss>'))


def test_many_comments_before_the_first_tag_are_passed_once() -> None:
    """Tried in every way they can be joined, they would take longer than anybody lives."""
    assert kind(Document(b"<!--a-->" * 200 + b"<html><p>Text")) == "html"
