"""Which addresses belong to one publisher."""

from __future__ import annotations

from ipaddress import ip_address

from yarl import URL

_LABELS = 2
"""Of a host whose ending is on no list: the registrable name is taken to be its last two labels."""


def same_site(one: str, other: str) -> bool:
    """Whether two addresses share a registrable domain, by the Public Suffix List that ``tld`` carries."""
    try:
        return _registrable(one) == _registrable(other) != ""
    except ValueError:
        return False


def site_of(url: str | None) -> str:
    """The host of ``url``, or nothing."""
    try:
        return (URL(url).host or "") if url else ""
    except ValueError:
        return ""


def _registrable(url: str) -> str:
    host = (URL(url).host or "").rstrip(".").lower()
    try:
        ip_address(host)
    except ValueError:
        import tld  # noqa: PLC0415 - most who ask for a site need no list of suffixes

        known = tld.get_fld(f"https://{host}", fail_silently=True)  # pyright: ignore[reportUnknownMemberType] - typed in part
        return known or ".".join(host.split(".")[-_LABELS:])
    return host
