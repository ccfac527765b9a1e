"""The pages, drawn from templates that escape whatever stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from adapters import wording
from adapters.database.standing import STATES
from adapters.plain import plain, safe_link
from bot.schedule import local

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

LONGEST_LINK = 2_000

SECTIONS: Mapping[str, str] = {
    "/operator": "Digests",
    "/operator/deliveries": "Deliveries",
    "/operator/sources": "Sources",
    "/operator/spend": "Spend",
    "/operator/why": "Why",
}
"""Where each page is, and what it is called."""


def drawn(section: str, **shown: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """The page at that address of ``SECTIONS``, with what its template asks for."""
    name = SECTIONS[section]
    return _TEMPLATES.get_template(f"{name.lower()}.html").render(section=section, **shown)


def _at(moment: datetime, zone: str = "UTC") -> str:
    """With its year, since what is on record may be old."""
    there = local(moment, zone)
    return f"{wording.day(there)} {there:%H:%M} {zone}"


def _inert(shown: object) -> object:
    """Without what turns text round or cannot be seen; markup of ours, no bare string, as it is."""
    return plain(shown) if type(shown) is str else shown


def _link(url: str) -> str | None:
    return safe_link(url, LONGEST_LINK)


_TEMPLATES = Environment(
    loader=PackageLoader("adapters.operator"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_inert,
)
_NAMES: dict[str, Any] = {"SECTIONS": SECTIONS, "STATES": STATES, "at": _at, "count": wording.count, "web_link": _link}
_TEMPLATES.globals.update(_NAMES)  # pyright: ignore[reportUnknownMemberType] - jinja2 types them as a bare dict
