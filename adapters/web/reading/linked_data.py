"""What a page says of itself as JSON-LD, in the vocabulary of schema.org. Broken JSON is mended where it can be."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
Value = TypeVar("Value")

MOST_NODES = 2_000
"""Objects that are looked at in a page; a live blog of a day has several hundred."""

_ARTICLES = frozenset({
    "newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle",
    "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle",
    "advertisercontentarticle", "satiricalarticle",
    "liveblogposting", "blogposting", "socialmediaposting", "techarticle", "scholarlyarticle", "report", "review",
    "medicalscholarlyarticle", "criticreview", "interview", "recipe",
})  # fmt: skip
_PAGES = frozenset({"webpage", "itempage", "aboutpage", "medicalwebpage"})
_LISTS = frozenset({"collectionpage", "searchresultspage", "itemlist", "profilepage"})
_PERSON = "person"

_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*\Z"
)
_TRAILING = re.compile(r",(?=\s*[}\]])")
_COMMENT = re.compile(r"(?m)^\s*//[^\n]*$|/\*[^*]*\*/")
_BROKEN_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_TAG = re.compile(r"<[^<>]{0,500}>")
_BREAK = re.compile(r"(?i)<\s*(?:/p|br\s*/?|/div|/li|/h\d)\s*>")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What is said of the article. ``people`` are authors that are persons, ``authors`` all of them as they are given.

    ``body`` is the article's text, its paragraphs perhaps run together. ``free`` is ``isAccessibleForFree``.
    ``lists`` says that the page calls itself a list. Dates are as written.
    """

    article: bool = False
    lists: bool = False
    title: str | None = None
    people: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    free: bool | None = None
    body: str | None = None


def linked_data(texts: Iterable[str], h1: str | None = None) -> LinkedData:
    """What the JSON-LD in ``texts`` says of the page's article: of several, of the one that its ``h1`` names."""
    nodes = list(_nodes(value for text in texts for value in _values(text)))
    by_id = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _types(node) & _ARTICLES]
    lists = any(_types(node) & _LISTS for node in nodes)
    pages = [node for node in nodes if _types(node) & _PAGES]
    node = _chosen(articles, h1) or next(iter(pages), None)
    if node is None:
        return LinkedData(lists=lists)
    people, authors = _authors(_follow(node.get("author") or node.get("creator"), by_id), by_id)
    publisher = next(iter(_follow(node.get("publisher"), by_id)), None)
    return LinkedData(
        article=bool(articles),
        lists=lists,
        title=_text(node.get("headline")) or (_text(node.get("name")) if articles else None),
        people=people,
        authors=authors,
        site=_text(publisher.get("name")) if isinstance(publisher, dict) else _text(publisher),
        published=_first(_text(each.get("datePublished")) for each in (node, *pages)),
        updated=_first(_text(each.get("dateModified")) for each in (node, *pages)),
        language=_language(node.get("inLanguage")),
        url=_address(node.get("mainEntityOfPage")) or _address(node.get("url")),
        free=_first(_truth(each.get("isAccessibleForFree")) for each in (node, *pages)),
        body=_body(node),
    )


def _values(text: str) -> Iterator[Json]:
    """The JSON values in a script: one, several in a row, or what is left of a broken one."""
    text = _WRAPPING.sub("", text.strip()).strip()
    mended = _BROKEN_ESCAPE.sub("", _TRAILING.sub("", _COMMENT.sub("", text)))
    for attempt in (text, mended, html.unescape(mended)):
        found = list(_in_a_row(attempt.rstrip(";, \n")))
        if found:
            yield from found
            return


def _in_a_row(text: str) -> Iterator[Json]:
    decoder = json.JSONDecoder(strict=False)  # line ends inside strings are common
    at = 0
    while at < len(text):
        try:
            value, at = cast("tuple[Json, int]", decoder.raw_decode(text, at))
        except (ValueError, RecursionError):
            return
        yield value
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1


def _nodes(values: Iterable[Json]) -> Iterator[dict[str, Json]]:
    """Every object, outer ones first; those inside ``mainEntity``, ``@graph`` and the like are nodes too."""
    waiting = list(values)
    for _ in range(MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:MOST_NODES]
        elif isinstance(value, dict):
            yield value
            waiting += [
                value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed") if key in value
            ]


def _types(node: dict[str, Json]) -> set[str]:
    said = node.get("@type")
    listed = said if isinstance(said, list) else [said]
    return {each.rpartition("/")[2].lower() for each in listed if isinstance(each, str)}


def _chosen(articles: list[dict[str, Json]], h1: str | None) -> dict[str, Json] | None:
    wanted = " ".join((h1 or "").lower().split())
    for node in articles:
        title = _text(node.get("headline")) or ""
        if wanted and " ".join(title.lower().split()) == wanted:
            return node
    return max(articles, key=lambda node: ("headline" in node) + ("datePublished" in node), default=None)


def _follow(value: Json, by_id: dict[str, dict[str, Json]]) -> list[Json]:
    """The items of a value that may be one or a list, each looked up where it is only a reference."""
    return [_looked_up(item, by_id) for item in (value if isinstance(value, list) else [value]) if item]


def _looked_up(item: Json, by_id: dict[str, dict[str, Json]]) -> Json:
    name = item.get("@id") if isinstance(item, dict) and "name" not in item else None
    return by_id.get(name, item) if isinstance(name, str) else item


def _authors(items: list[Json], by_id: dict[str, dict[str, Json]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    people: list[str] = []
    everyone: list[str] = []
    for item in items:
        if isinstance(item, dict):
            names = [name for each in _follow(item.get("name"), by_id) if (name := _text(each))]
            everyone += names
            if _PERSON in _types(item):
                people += names
        elif name := _text(item):
            everyone.append(name)
            people.append(name)
    return tuple(people), tuple(everyone)


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)


def _text(value: Json) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(_TAG.sub("", html.unescape(value)).split()) or None


def _language(value: Json) -> str | None:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _text(value)


def _address(value: Json) -> str | None:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else _text(value)


def _truth(value: Json) -> bool | None:
    said = str(value).strip().rpartition("/")[2].lower()
    return {"true": True, "false": False, "yes": True, "no": False}.get(said)


def _body(node: dict[str, Json]) -> str | None:
    """Its text; of a live blog, that of its posts."""
    text = node.get("articleBody")
    if isinstance(text, str) and text.strip():
        return _paragraphs(text)
    updates = node.get("liveBlogUpdate")
    posts = [
        text
        for post in (updates if isinstance(updates, list) else [])
        if isinstance(post, dict) and isinstance(text := post.get("articleBody"), str)
    ]
    return _paragraphs("\n".join(posts)) or None


def _paragraphs(text: str) -> str:
    plain = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", html.unescape(text))))
    return "\n\n".join(" ".join(line.split()) for line in plain.split("\n") if line.strip())
