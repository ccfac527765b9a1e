"""Small pages for the tests of the reader."""

from __future__ import annotations

from adapters.web.model import Document
from adapters.web.read import read
from summariser.reading import Reading

URL = "https://www.sandmouth-courier.example/news/2026/ferry-sails-again"
HEADLINE = "Ferry to sail again after a winter of repairs"
STORY = (
    "The ferry between Sandmouth and Gull Island will sail again on Saturday, the harbour board said after a night.",
    "Its engine was taken apart in November, when a fisherman heard it knock from the far side of the bay.",
    "“We have listened to it for a week, and it does not knock any more,” said Edda Quill, who chairs the board.",
    "Islanders had crossed in the mail boat, which takes eleven people and, on Tuesdays, the schoolteacher’s goat.",
    "The repairs cost 214,000 crowns, a third more than was planned, and nobody on the quay could say who would pay.",
)


def page(body: str = "", *, head: str = "", story: tuple[str, ...] = STORY, lang: str = "en") -> str:
    """An article of ``STORY`` with ``body`` after it."""
    paragraphs = "".join(f"<p>{text}</p>" for text in story)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{HEADLINE} | The Sandmouth Courier</title>{head}</head>'
        f"<body><main><article><h1>{HEADLINE}</h1>{paragraphs}{body}</article></main></body></html>"
    )


def document(
    html: str | bytes, content_type: str | None = "text/html; charset=utf-8", url: str | None = URL
) -> Document:
    """``html`` as it would be fetched."""
    return Document(html.encode() if isinstance(html, str) else html, url, content_type)


def reading(html: str | bytes, content_type: str | None = "text/html; charset=utf-8", url: str | None = URL) -> Reading:
    """What is read of it; it must be an article."""
    found = read(document(html, content_type, url))
    assert isinstance(found, Reading)
    return found
