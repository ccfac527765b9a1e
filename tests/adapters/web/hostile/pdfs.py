"""PDFs that are small on the wire and large when they are read."""

from __future__ import annotations

import zlib

MEGABYTE = 1_000_000


def pdf_bombs() -> dict[str, bytes]:
    """By name."""
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    one_page = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"

    def with_content(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
        return _pdf(catalog, one_page, page, _stream(content, filters), font)

    words = b"BT /F 9 Tf 9 9 Td (The ferry runs again.) Tj ET\n"
    blank = _repeated(b" " * MEGABYTE, 500)
    drawn = _repeated(words * (MEGABYTE // len(words)), 60)
    nested = blank
    for _ in range(4):
        nested = zlib.compress(nested, 9)
    tree = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"
    itself = b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2/Parent 2 0 R>>"
    many = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * 100_000
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + len(many)))
    deep = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(3, 20_003)]
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>\n"
        b"stream\n/X Do /X Do \nendstream"
    )
    painted = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    self_read = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[4 0 R 4 0 R]>>"
    return {
        "PDF, 500 MB in a page": with_content(blank),
        "PDF, 60 MB of words in a page": with_content(drawn),
        "PDF, packed five times": with_content(nested, b"[" + b"/FlateDecode " * 5 + b"]"),
        "PDF, a thousand filters": with_content(blank[:10_000], b"[" + b"/FlateDecode " * 1_000 + b"]"),
        "PDF, 100,000 pages": _pdf(catalog, b"<</Type/Pages/Kids[" + kids + b"]/Count 100000>>", *many),
        "PDF, a page 100,000 times": _pdf(
            catalog, b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>", page, _stream(drawn), font
        ),
        "PDF, 2,147,483,647 pages, it says": _pdf(
            catalog, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", page, _stream(zlib.compress(words)), font
        ),
        "PDF, pages within themselves": _pdf(catalog, tree),
        "PDF, pages within themselves, and one": _pdf(catalog, itself, page, _stream(zlib.compress(words)), font),
        "PDF, 20,000 pages deep": _pdf(catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *deep),
        "PDF, a form that draws itself": _pdf(catalog, one_page, painted, _stream(zlib.compress(b"/X Do")), form),
        "PDF, contents within themselves": _pdf(catalog, one_page, self_read, b"[4 0 R 4 0 R]"),
        "PDF, an array 100,000 deep": _pdf(b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 100_000 + b"]" * 100_000 + b">>"),
        "PDF, a dictionary 100,000 deep": _pdf(b"<</X" * 100_000 + b" 1" + b">>" * 100_000),
        "PDF, its table at its table": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9>>\n"
        b"startxref\n9\n%%EOF",
        "PDF, a table of 2,000,000,000": b"%PDF-1.7\nxref\n0 2000000000\n0000000000 65535 f \ntrailer\n"
        b"<</Size 2000000000/Root 1 0 R>>\nstartxref\n9\n%%EOF",
        "PDF, a length that asks itself": _pdf(
            catalog, one_page, page, b"<</Length 4 0 R>>\nstream\nBT ET\nendstream", font
        ),
        "PDF, cut off": with_content(drawn)[:5_000],
        "PDF, nothing but its name": b"%PDF-1.7\n",
        "PDF, its name and 9 MB of zeros": b"%PDF-1.7\n" + bytes(9 * MEGABYTE),
        "PDF, its name and 9 MB of brackets": b"%PDF-1.7\n1 0 obj\n" + b"<<" * (4 * MEGABYTE),
    }


def _repeated(part: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(part) for _ in range(times)) + packer.flush()


def _stream(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<</Length %d/Filter %s>>\nstream\n%s\nendstream" % (len(content), filters, content)


def _pdf(*objects: bytes) -> bytes:
    """ISO 32000-1 7.5: header, objects, where they are, trailer."""
    body = bytearray(b"%PDF-1.7\n")
    table = bytearray(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for number, each in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return bytes(body + table + trailer)
