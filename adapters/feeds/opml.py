"""Lists of feeds as other readers write and take them: OPML 2.0 (opml.org/spec2.opml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from lxml import etree

from adapters.feeds.encoding import as_utf8
from adapters.feeds.items import absolute
from adapters.feeds.mending import mended
from adapters.feeds.plain import line
from bot.errors import NotOpml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name for it

_NEVER = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in such a list; ``folders`` from the outermost in."""

    title: str
    feed: str
    site: str | None = None
    folders: tuple[str, ...] = ()


def read_opml(body: bytes) -> tuple[Outline, ...]:
    """The feeds of the list in their order, each once; the first place of a feed counts.

    Raises:
        NotOpml: if it is something else.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = cast(
            "Element | None", etree.fromstring(mended(as_utf8(body, None)), parser)
        )  # none, when it recovers nothing
    except etree.XMLSyntaxError as error:
        raise NotOpml from error
    if root is None or str(root.tag).rpartition("}")[2].lower() != "opml":
        raise NotOpml
    found: dict[str, Outline] = {}
    for outline in _outlines(root):
        found.setdefault(outline.feed, outline)
    return tuple(found.values())


def _outlines(root: Element) -> Iterator[Outline]:
    """Without recursion: a list may be nested as deep as somebody pleases."""
    folders: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if str(element.tag).lower() != "outline":
            continue
        given = {str(name).lower(): str(value).strip() for name, value in element.attrib.items()}
        name = line(given.get("title") or given.get("text") or "")
        address = absolute(given.get("xmlurl"), None)
        if event == "start" and address:
            site = absolute(given.get("htmlurl"), address)
            yield Outline(name or address, address, site, tuple(folder for folder in folders if folder))
        if event == "start":
            folders.append("" if address else name)
        else:
            folders.pop()


def write_opml(outlines: Sequence[Outline], title: str) -> bytes:
    """The list as OPML 2.0; folders with the same name in the same place are one."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title.translate(_NEVER)
    body = etree.SubElement(root, "body")
    opened: dict[tuple[str, ...], Element] = {(): body}
    for outline in outlines:
        for depth in range(1, len(outline.folders) + 1):
            path = outline.folders[:depth]
            if path not in opened:
                name = path[-1].translate(_NEVER)
                opened[path] = etree.SubElement(opened[path[:-1]], "outline", text=name, title=name)
        given = {"type": "rss", "text": outline.title, "title": outline.title, "xmlUrl": outline.feed}
        if outline.site:
            given["htmlUrl"] = outline.site
        etree.SubElement(
            opened[outline.folders], "outline", {name: value.translate(_NEVER) for name, value in given.items()}
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
