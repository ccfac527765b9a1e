"""Boxes in a story in which the page asks its reader for something.

Their class names say nothing, by design. What gives a box away is that it is not made or placed as the story's
paragraphs are; then fewer words are needed to tell what it is than in running text.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from summariser.cleaning.signals import Signal, reports, signals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

SHORTEST_BLOCK = 20
"""Characters of a block that is compared with the others."""

MOST_ODD = 0.15
"""Of a page's prose. What more of it looks like may be its story."""

LONGEST_PLEA = 600
"""Characters of an appeal; the longest ones that papers print are about that."""

SHORTEST_PROSE = 60
"""Bytes of a block that, ending as sentences do, is taken for a paragraph and not for a label or a teaser.

A Chinese character tells as much as three letters, and takes as many bytes.
"""

STEPS = 2
"""How far out a paragraph's surroundings are looked at."""

STOPS = (".", "!", "?", "…", ".”", ".’", '."', ".»", "”", "»", "。", "」")
"""What a sentence ends with."""

_Shape = tuple[tuple[str, str | None], ...]
_BLOCKS = ("p", "li", "div", "h2", "h3", "h4", "blockquote")

# Enough alone, in a box: what papers ask for, in the languages they are read in.
_ASKS = re.compile(
    r"(?i)\bnewsletters?\b|\bsubscri(?:be|ption)\b|\bsign (?:up|in)\b"
    r"|\byour inbox\b|\b(?:donate|chip in|become a member|support us)\b|\bemail \S+@\S+"
    r"|\babonn(?:ieren|ement|ez|era|er|é)|\bsuscr[ií]b|\bhazte soci|\biscriviti\b|\babbonat|\binscr(?:ivez|eva)\b"
    r"|\bassin(?:e|atura)\b|\bspenden sie\b|\bfaites un don\b|\bword lid\b|\bunterstützen sie\b|\bsoutenez\b"
    r"|\bprenumer|\bstöd oss|\bstøtt|\bbliv medlem|\btilaa\b|\bpředpla|\bpredpla|\bpodpořte|\bwesprzyj|\belőfizet"
    r"|\babon(?:ează|ați|e ol)|\bdestek ol|подпиш|подписк|поддержи|підпиш|підтрим|συνδρομ|εγγραφ"
    r"|اشترك|اشتراك|ادعم|تبرع|מנוי|הירשמו|सदस्यता|구독|후원|購読|会員|登録はこちら|订阅|訂閱|关注.{0,20}公众号|扫码|掃碼"
)

_OF_ITSELF = Signal.SELF | Signal.SITE
_WANTS = Signal.GIVE | Signal.GIFT | Signal.EASE | Signal.INBOX


def pleas(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks of ``tree`` that ask readers for something, and are not made or placed as the story's paragraphs."""
    blocks: list[tuple[HtmlElement, _Shape, str]] = []
    weights: Counter[_Shape] = Counter()
    for each in tree.iter("p", "div", "section", "td"):
        whole = not any(child.tag in _BLOCKS for child in each.iterdescendants())
        text = each.text_content() if whole else _own_text(each)
        shape = _shape(each)
        if whole and SHORTEST_BLOCK <= len(text) <= LONGEST_PLEA:
            blocks.append((each, shape, text))
        if _is_prose(text):
            weights[shape] += len(text)
    for each, shape, text in blocks:
        if weights[shape] < MOST_ODD * weights.total() and (_ASKS.search(text) or _speaks_for_itself(text)):
            yield each


def _own_text(element: HtmlElement) -> str:
    """The text that stands in it beside its boxes: pages that set their story without paragraphs have it there."""
    return "".join((element.text or "", *(child.tail or "" for child in element)))


def _shape(block: HtmlElement) -> _Shape:
    """What it is made of and stands in, by tags and classes: the paragraphs of one story have this in common."""
    around = (block, *islice(block.iterancestors(), STEPS))
    return tuple((str(each.tag), each.get("class")) for each in around)


def _is_prose(text: str) -> bool:
    return len(text.encode()) >= SHORTEST_PROSE and text.rstrip().endswith(STOPS)


def _speaks_for_itself(text: str) -> bool:
    """Whether the page speaks of itself, to its reader, about what readers give, and reports nobody's words."""
    low = text.lower().replace("’", "'").strip()
    found = signals(text, low)
    return bool(found & _OF_ITSELF and found & Signal.YOU and found & _WANTS) and not reports(low)
