"""Whether two links lead to the same article."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PLAIN = re.compile(r"(https://[a-z0-9.-]+/[^?#;\s]*)(?:\?(?:(?:utm_|at_)\w+=[^&#\s]*(?:&|\Z))+)?").fullmatch
_TRACKING = re.compile(
    r"(?:utm_|at_|ns_|mtm_|pk_|piwik_|hsa_|wt\.|_hs)\w*"
    r"|[a-z]{1,2}clid|[gw]braid|msclkid|igshid?|mc_[ce]id|mkt_tok|cmpi?d?|ocid|ncid|smid|smtyp|ftag|ito|xtor|sr_share"
    r"|ref|ref_src|ref_url|referrer|source|rss|guccounter|_g[al]|spm|wt_?mc|from_?rss|traffic_source"
    r"|jsessionid|phpsessid|session_?id",
    re.IGNORECASE,
).fullmatch
"""Names of parameters that only tell where a reader came from. Short names that some sites use for the number of the
article (``id``, ``sid``, ``cid``, ``p``) are not among them."""

_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def canonical(link: str) -> str:
    """The address without tracking, fragment, default port and letter case of the host; http is https."""
    if plain := _PLAIN(link):
        return plain[1]
    try:
        parts = urlsplit(link.strip())
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:  # brackets that hold no IPv6 address, a port that is no number
        return link
    if parts.scheme not in _PORTS or not host:
        return link
    shown = f"[{host}]" if ":" in host else host
    at = shown if port in {None, _PORTS[parts.scheme]} else f"{shown}:{port}"
    kept = "&".join(part for part in parts.query.split("&") if part and not _TRACKING(part.partition("=")[0]))
    path = _SESSION.sub("", parts.path) or "/"
    return f"https://{at}{path}" + (f"?{kept}" if kept else "")
