"""The pages, drawn from templates that escape whatever stands in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeGuard

from jinja2 import Environment, PackageLoader, StrictUndefined

from adapters import wording
from adapters.plain import safe_link
from adapters.playground.markdown import lines
from adapters.playground.marking import runs, written
from adapters.playground.previews import discord_payloads, slack_payloads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.demo_site import DemoSite
    from adapters.playground.board import Board, Entry
    from adapters.playground.previews import View
    from summariser.model import Article, Briefing, Passage, Point, Quote, Span

LONGEST_LINK = 2_000

VIEWS: Mapping[View, str] = {"here": "Here", "slack": "Slack", "discord": "Discord", "payload": "Payload"}
"""The ways in which a post can be looked at, and what they are called."""


@dataclass(frozen=True, slots=True)
class Pages:
    """All of them. ``site`` has the bundled articles."""

    site: DemoSite

    def front(self, board: Board, theme: str) -> str:
        """The whole conversation."""
        samples = sorted(zip(self.site.articles, self.site.headlines, strict=True))  # as their files are numbered
        return _drawn("front.html", board=board, theme=theme, samples=samples)

    def feed(self, board: Board) -> str:
        """Only what has been said."""
        return _drawn("feed.html", board=board)

    def post(self, board: Board, entry: Entry, view: View, theme: str) -> str:
        """One post, in one of its ways."""
        return _drawn("post.html", board=board, entry=entry, view=view, theme=theme)

    def article(self, article: Article, marked: Sequence[Span], named: Sequence[Span], theme: str) -> str:
        """An article with what is shown for proof marked, and the words that say whose it is."""
        paragraphs = runs(article.text, marked, named)
        return _drawn("article.html", article=article, paragraphs=paragraphs, named=named, theme=theme)


def _drawn(template: str, **shown: Any) -> str:  # noqa: ANN401 - whatever the template shows
    return _TEMPLATES.get_template(template).render(**shown)


def _kind(thing: object) -> str:
    return type(thing).__name__


def _quote_proof(quote: Quote) -> str:
    """Where its words are marked, and underlined those that name its speaker."""
    named = f"&by={written(quote.evidence)}" if quote.evidence and quote.credited else ""
    return f"/article/{quote.article.fingerprint}?said={written(quote.spans)}{named}"


def _point_proof(article: Article, point: Point) -> str:
    return f"/article/{article.fingerprint}?said={written(point.evidence)}"


def _passage_proof(passage: Passage) -> str:
    return f"/article/{passage.article.fingerprint}?said={written([passage.span])}"


def _lead(briefing: Briefing) -> Point | None:
    """The point that ``wording.lead_point`` takes."""
    said = wording.lead_point(briefing)
    return next((each for each in briefing.points if each.text == said), None)


def _json(payloads: Sequence[Mapping[str, Any]]) -> str:
    return "\n\n".join(json.dumps(each, ensure_ascii=False, indent=2) for each in payloads)


def _is_web(url: str | None) -> TypeGuard[str]:
    return safe_link(url, LONGEST_LINK) is not None


_NAMES: dict[str, Any] = {
    "VIEWS": VIEWS,
    "as_discord": discord_payloads,
    "as_slack": slack_payloads,
    "is_web": _is_web,
    "json": _json,
    "kind": _kind,
    "lead": _lead,
    "markdown": lines,
    "point_proof": _point_proof,
    "quote_proof": _quote_proof,
    "passage_proof": _passage_proof,
    "speakers": set,
    "wording": wording,
}
"""What templates may use."""

_TEMPLATES = Environment(
    loader=PackageLoader("adapters.playground"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals.update(_NAMES)  # pyright: ignore[reportUnknownMemberType] - jinja2 types them as a bare dict
