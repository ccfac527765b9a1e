"""Pages that come whole and in time, and are too much to read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

STORY = "The ferry to Sandmouth runs again from Monday, its captain said. “We waited long enough,” Anna Berg said. "


@dataclass(frozen=True, slots=True)
class Page:
    """What is sent, and as what."""

    body: bytes
    kind: str = "text/html; charset=utf-8"


def page_bombs() -> dict[str, Page]:
    """By name."""
    return {**_trees(), **_tags(), **_texts(), **_data(), **_charsets(), **_xml()}


def _html(body: str, head: str = "") -> Page:
    page = f"<!DOCTYPE html><html lang=en><head><title>Ferry</title>{head}</head><body>{body}</body></html>"
    return Page(page.encode("utf-8", "surrogatepass"))


def _trees() -> dict[str, Page]:
    deep = {
        f"<{tag}> 20,000 deep": _html(f"<{tag}>" * 20_000 + STORY * 5)
        for tag in ("div", "b", "table", "font", "blockquote", "p", "ul", "span", "a", "svg", "template", "form", "q")
    }
    return {
        **deep,
        "<table><tr><td> 20,000 deep": _html("<table><tr><td>" * 20_000 + STORY),
        "<ul><li> 20,000 deep, closed": _html("<ul><li>" * 20_000 + STORY + "</li></ul>" * 20_000),
        "<a><b><i> never closed, before 5,000 <p>": _html("<a><b><i><u>" * 500 + "<p>x" * 5_000),
        "<div> a million deep": _html("<div>" * 1_000_000),
        "200,000 <p>": _html("<p>word" * 200_000),
        "200,000 <p> with a sentence": _html("<p>The ferry ran." * 200_000),
        "20,000 <p> of a story": _html(f"<article>{''.join(f'<p>{number} {STORY}</p>' for number in range(20_000))}"),
        "500,000 <br>": _html("word<br>" * 500_000),
        "200,000 links": _html("<a href=/a>Read the story</a> " * 200_000),
        "200,000 <li>": _html("<ul>" + "<li>word" * 200_000),
        "a table of 300,000 cells": _html("<table>" + ("<tr>" + "<td>1" * 1_000) * 300),
        "100,000 headings": _html("<h1>Ferry</h1>" * 100_000),
        "100,000 pictures": _html("<figure><img src=a><figcaption>Ferry</figcaption></figure>" * 60_000),
        "50,000 classes named like an article": _html(
            "".join(f'<div class="article-body c{number}">x</div>' for number in range(50_000))
        ),
    }


def _tags() -> dict[str, Page]:
    return {
        "100,000 attributes": _html("<p " + " ".join(f"a{number}=b" for number in range(100_000)) + f">{STORY}"),
        "an attribute of 5 MB": _html(f'<p class="{"a " * 2_500_000}">{STORY}'),
        "a style of 5 MB on each of nothing": _html(f'<p style="{"color:red;" * 500_000}">{STORY}'),
        "a title of 20 MB": Page(b"<!DOCTYPE html><title>" + b"Ferry " * 3_500_000 + b"</title><p>x"),
        "a title of 3 MB": Page(b"<!DOCTYPE html><title>" + b"Ferry | " * 350_000 + b"</title>" + STORY.encode()),
        "a style sheet of 8 MB": _html(STORY * 3, f"<style>{'.a{display:none}' * 500_000}</style>"),
        "a style sheet of 200,000 hidden classes": _html(
            STORY * 3, "<style>" + "".join(f".c{number}{{display:none}}" for number in range(100_000)) + "</style>"
        ),
        "a style sheet of open brackets": _html(STORY * 3, f"<style>{'{' * 2_000_000}</style>"),
        "a style sheet of comments": _html(STORY * 3, f"<style>{'/*' * 1_000_000}</style>"),
        "a script of 8 MB": _html(STORY * 3, f"<script>{'var a=1;' * 1_000_000}</script>"),
        "100,000 scripts": _html("<script>a</script>" * 100_000 + STORY * 3),
        "a comment that never ends": _html("<!--" + "-" * 5_000_000),
        "500,000 comments": _html("<!--->" * 500_000 + STORY * 3),
        "a tag that never ends": _html("<p " + "a" * 5_000_000),
        "3 MB of <": _html("<" * 3_000_000),
        "3 MB of </": _html("</" * 1_500_000),
        "3 MB of &": _html("&" * 3_000_000),
        "a million references": _html("&amp;" * 1_000_000),
        "references to nothing": _html("&#0;&#xD800;&#x110000;&#99999999999999999999;&#-1;&#x;" * 50_000),
        "an <?xml that never ends": Page(b"<?xml " + b"a" * 5_000_000),
        "a doctype that never ends": Page(b"<!DOCTYPE html " + b"[" * 5_000_000),
        "CDATA that never ends": _html("<svg><![CDATA[" + "]" * 3_000_000),
        "100,000 meta": _html(STORY * 3, '<meta property="article:author" content="Anna Berg">' * 100_000),
        "100,000 other addresses": _html("", '<link rel=amphtml href="http://127.0.0.1:1/a">' * 50_000),
        "a base of 1 MB": _html(f"<a href=x>{STORY * 3}</a>", f'<base href="http://a.example/{"a/" * 500_000}">'),
    }


def _texts() -> dict[str, Page]:
    def text(words: str) -> Page:
        return _html(f"<article><h1>Ferry</h1><p>{STORY * 3}</p><p>{words}</p></article>")

    return {
        "a word of 2 MB": text("a" * 2_000_000),
        "2 MB of blanks": text("\xa0 \t" * 600_000),
        "2 MB of line ends": text("\n" * 2_000_000),
        "500,000 quotation marks": text("“" * 500_000),
        "250,000 quotation marks of each side": text("“a” " * 250_000),
        "500,000 straight quotation marks": text('"' * 500_000),
        "500,000 apostrophes": text("'a" * 500_000),
        "200,000 brackets": text("(" * 200_000),
        "a sentence of 1 MB": text("and the ferry ran " * 60_000),
        "200,000 names": text("Anna Berg Carla Diaz " * 100_000),
        "a name of 100,000 names": text("Anna " * 100_000),
        "200,000 capitals": text("A. B. C. " * 70_000),
        "200,000 verbs of saying": text("she said, he said. " * 100_000),
        "1 MB of the same quotation": text("“We waited long enough,” Anna Berg said. " * 25_000),
        "1 MB of dates": text("2 February 2026, 10:30 GMT " * 40_000),
        "a number of 1 MB": text("9" * 1_000_000),
        "1 MB of full stops": text("." * 1_000_000),
        "1 MB of dashes": text("—" * 300_000),
        "1 MB of @": text("a@" * 500_000),
        "1 MB of addresses": text("https://a.example/b " * 50_000),
        "500,000 combining marks": text("e" + "\u0301" * 500_000),
        "500,000 marks without width": text("\u200b\u200e\u202e\ufeff" * 125_000),
        "500,000 emoji in one": text("👩\u200d" * 250_000),
        "500,000 letters of Chinese": text("船" * 500_000),
        "appeals 20,000 times": text("</p><p>Support our journalism. Subscribe now.</p><p>" * 20_000),
        "lone surrogates": _html(f"<p>{STORY * 3}\ud800\udfff\udc00</p>"),
        "2 MB of NUL": Page(b"<!DOCTYPE html><title>Ferry</title><p>" + bytes(2_000_000) + STORY.encode()),
        "NUL between all letters": Page(b"<!DOCTYPE html><title>a</title><p>" + b"\0".join([b"a"] * 500_000)),
        "5 MB of plain text": Page((STORY * 45_000).encode(), "text/plain"),
        "5 MB of plain text on a line": Page(b"a" * 5_000_000, "text/plain"),
        "9 MB of noise": Page(bytes(range(128, 256)) * 70_000),
        "9 MB of noise as text": Page(bytes(range(1, 256)) * 35_000, "text/plain"),
    }


def _data() -> dict[str, Page]:
    def linked(data: str) -> Page:
        return _html(STORY * 5, f"<script type=application/ld+json>{data}</script>")

    article = '{"@type":"NewsArticle","headline":"Ferry","articleBody":'
    return {
        "linked data, arrays 100,000 deep": linked("[" * 100_000 + "]" * 100_000),
        "linked data, 5 MB deep": linked('{"@graph":[' * 450_000),
        "linked data, 900 deep": linked('{"@graph":[' * 450 + "]}" * 450),
        "linked data, 5 MB of items": linked("[" + ",".join([article + '"a"}'] * 80_000) + "]"),
        "linked data, a body of 5 MB": linked(article + '"' + "word " * 1_000_000 + '"}'),
        "linked data, 100,000 authors": linked(
            '{"@type":"NewsArticle","author":[' + ",".join(['{"name":"Anna Berg"}'] * 100_000) + "]}"
        ),
        "linked data, a number of 100,000 digits": linked('{"@type":"NewsArticle","x":' + "9" * 100_000 + "}"),
        "linked data, no numbers at all": linked('{"@type":"NewsArticle","x":[NaN,Infinity,-Infinity,1e999]}'),
        "linked data, surrogates": linked('{"@type":"NewsArticle","headline":"\\ud800 \\udfff"}'),
        "linked data, the wrong types": linked(
            '{"@type":[null,{}],"headline":[{}],"author":{"name":{"name":[1]}},"datePublished":[],"url":{"@id":7}}'
        ),
        "linked data, dates that are none": linked(
            '{"@type":"NewsArticle","headline":"a","datePublished":"99999-99-99T99:99:99+99:99",'
            '"dateModified":"0000-00-00T00:00:00Z"}'
        ),
        "linked data, the first and the last day there is": linked(
            '{"@type":"NewsArticle","headline":"a","datePublished":"0001-01-01T00:00:00+14:00",'
            '"dateModified":"9999-12-31T23:59:59-12:00"}'
        ),
        "20,000 pieces of linked data": _html(
            STORY * 5, '<script type=application/ld+json>{"@type":"NewsArticle"}</script>' * 20_000
        ),
    }


def _charsets() -> dict[str, Page]:
    names = (
        "utf-7", "utf-16", "utf-32", "idna", "punycode", "rot13", "hex", "zip", "bz2", "base64", "undefined", "mbcs",
        "unicode_escape", "raw_unicode_escape", "x-user-defined", "replacement", "iso-2022-kr", "hz-gb-2312", "none",
        "a" * 10_000, "utf-8\0", "../../etc/passwd", "\xff",
    )  # fmt: skip
    marked = {
        f"the encoding {name[:20]!r}": Page(
            f'<!DOCTYPE html><meta charset="{name}"><title>Ferry</title><p>{STORY * 3}'.encode(),
            f"text/html; charset={name if name.isascii() and name.isprintable() else 'utf-8'}",
        )
        for name in names
    }
    return {
        **marked,
        "one encoding named, another marked, a third used": Page(
            codecs.BOM_UTF16_LE + f'<meta charset="big5"><p>{STORY * 3}'.encode(), "text/html; charset=koi8-r"
        ),
        "100,000 encodings": _html(STORY * 3, "<meta charset=koi8-r>" * 100_000),
        "nothing but a mark of order": Page(codecs.BOM_UTF8),
        "nothing": Page(b""),
    }


def _xml() -> dict[str, Page]:
    laughs = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    billion = f'<?xml version="1.0"?><!DOCTYPE ROOT [<!ENTITY l0 "ha">{laughs}]>'
    quadratic = f'<?xml version="1.0"?><!DOCTYPE ROOT [<!ENTITY l9 "{"ha" * 50_000}">]>'
    outside = '<?xml version="1.0"?><!DOCTYPE ROOT [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
    parameter = '<?xml version="1.0"?><!DOCTYPE ROOT [<!ENTITY % l9 SYSTEM "http://127.0.0.1:1/a.dtd"> %l9;]>'
    documents = {
        "XHTML": ("application/xhtml+xml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"),
        "RSS": ("application/rss+xml", "<rss version='2.0'><channel><title>{}</title></channel></rss>"),
        "Atom": ("application/atom+xml", "<feed xmlns='http://www.w3.org/2005/Atom'><title>{}</title></feed>"),
        "HTML": ("text/html", "<html><body><p>{}</p></body></html>"),
        "SVG": ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><text>{}</text></svg>"),
    }
    entities = {"a billion laughs": billion, "5 GB of laughs": quadratic, "a file": outside, "another site": parameter}
    return {
        f"{name} with {what}": Page(
            (
                prologue.replace("ROOT", shape[1:].partition(" ")[0].rstrip(">"))
                + shape.format("&l9;" * (50_000 if what.startswith("5") else 1) + STORY)
            ).encode(),
            kind,
        )
        for name, (kind, shape) in documents.items()
        for what, prologue in entities.items()
    }
