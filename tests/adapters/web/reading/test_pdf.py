"""Articles that are published as PDF."""

from __future__ import annotations

from datetime import date

import pytest

from adapters.web.model import Document
from adapters.web.read import read
from bot.errors import Garbled, NoArticle
from summariser.reading import Reading

LINES = (
    "The ferry between Sandmouth and Gull Island will sail again on Satur-",
    "day, the harbour board said on Monday after a long night at the quay.",
    "Nobody could say who would pay.",
    "The repairs cost 214,000 crowns, a third more than the board had plan-",
    "ned, and the engine knocks no more.",
)


def _pdf(lines: tuple[str, ...], *, info: str = "") -> bytes:
    """A page of ``lines``, written as PDF 1.4 has it; the table of offsets is right."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 12 TL 40 780 Td {shown} ET"
    fonts = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {fonts} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        f"<< {info} >>",
    )
    out = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    tail = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\n"
    tail += f"startxref\n{len(out)}\n%%EOF"
    return out + tail.encode()


def test_lines_are_put_together_to_paragraphs_and_words_across_lines() -> None:
    found = read(Document(_pdf((*LINES, "12")), "https://courier.example/a.pdf", "application/pdf"))
    assert isinstance(found, Reading)
    assert found.article.text == (
        "The ferry between Sandmouth and Gull Island will sail again on Saturday, the harbour board said on Monday "
        "after a long night at the quay. Nobody could say who would pay.\n\n"
        "The repairs cost 214,000 crowns, a third more than the board had planned, and the engine knocks no more."
    )


def test_its_title_author_and_date_are_taken_where_they_can_be_such() -> None:
    info = "/Title (Ferry to sail again) /Author (Ann Lee) /CreationDate (D:20260203061422Z)"
    found = read(Document(_pdf(LINES, info=info)))
    assert isinstance(found, Reading)
    assert (found.article.title, found.article.byline) == ("Ferry to sail again", "Ann Lee")
    assert found.article.published == date(2026, 2, 3)


def test_the_name_of_a_file_is_no_title() -> None:
    found = read(Document(_pdf(LINES, info="/Title (Microsoft Word - ferry_v3.docx) /Author (alee)")))
    assert isinstance(found, Reading)
    assert (found.article.title, found.article.byline) == (None, None)


def test_a_damaged_file_is_told_from_one_without_text() -> None:
    with pytest.raises(Garbled):
        read(Document(b"%PDF-1.4\nnothing that follows is one"))
    with pytest.raises(NoArticle):
        read(Document(_pdf(())))
