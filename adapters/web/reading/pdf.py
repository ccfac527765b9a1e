"""A PDF -> an article: the text of its pages, put together again to paragraphs."""

from __future__ import annotations

import re
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # has no types; wrapped here

from adapters.web.reading.dates import parsed
from bot.errors import Forbidden, Garbled, NoArticle
from summariser.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 60
"""Pages that are read; a long report's summary stands in its first ones."""

MOST_TEXT = 500_000
"""Characters that are kept, about 80,000 words: a book. A bomb in a compressed stream ends here, or with its worker."""

FULL_LINE = 0.75
"""Of the usual length of a line: one that is shorter, and ends a sentence, ends its paragraph."""

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\ufffe\u2010]$")
_SENTENCE_END = re.compile(r"[.!?:…]['\"”’»)]*$")
_PAGE_NUMBER = re.compile(r"(?i)^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?\W*$")
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(r"(?i)^(?:untitled|microsoft word|document\d*|print|.*\.(?:docx?|pdf|indd|qxd|tex|pptx?|odt))")
_PASSWORD = 4
"""``FPDF_ERR_PASSWORD`` in fpdfview.h."""


def article(raw: bytes, url: str | None, site: str = "") -> Article:
    """The article in a PDF; title, author and date from its metadata where they can be such.

    Raises:
        Forbidden: if it asks for a password.
        Garbled: if it cannot be opened.
        NoArticle: if there is no text in it, only pictures.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise Forbidden(site) from error
        raise Garbled(site) from error
    try:
        text = "\n\n".join(_paragraphs(_lines(document)))
        said = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not text:
        raise NoArticle(site)
    title = " ".join(said.get("Title", "").split())
    author = " ".join(said.get("Author", "").split())
    created = _CREATED.match(said.get("CreationDate", ""))
    return Article(
        text=text,
        title=title if title and not _NO_TITLE.match(title) else None,
        byline=author if len(author.split()) > 1 else None,
        url=url,
        published=parsed("-".join(created.groups())) if created else None,
    )


def _lines(document: pypdfium2.PdfDocument) -> Iterator[str | None]:
    """The lines of its pages, without the numbers of the pages, and ``None`` for an empty one."""
    room = MOST_TEXT
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number].get_textpage()
            text = page.get_text_range(0, min(page.count_chars(), room)) if page.count_chars() else ""
        except pypdfium2.PdfiumError:  # one broken page; the others are read
            continue
        for line in text.replace("\ufffe", "").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            bare = " ".join(line.split())
            if not _PAGE_NUMBER.match(bare):
                yield bare or None
        room -= len(text)
        if room <= 0:
            return


def _paragraphs(lines: Iterator[str | None]) -> Iterator[str]:
    held = list(islice(lines, MOST_TEXT))
    usual = median([len(line) for line in held if line] or [0])
    current = ""
    for line in held:
        if line is None:
            if current and _SENTENCE_END.search(current):
                yield current
                current = ""
            continue
        broken = _HYPHEN.search(current) and line[:1].islower()
        current = current[:-1] + line if broken else f"{current} {line}".strip()
        if len(line) < FULL_LINE * usual and _SENTENCE_END.search(line):
            yield current
            current = ""
    if current:
        yield current
