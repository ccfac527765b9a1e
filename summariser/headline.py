"""The headline: the article's own, or its first sentence cut where a clause ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.sentences import sentences
from summariser.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.model import Article, Point

LONGEST = 90
_SHORTEST = 30
_LOOSE_SHORTEST = 45

# After a comma, these begin something that can go. Never "but", "if", "unless", "although": they turn the sense.
_AFTER_COMMA = re.compile(
    r", (?=(?:(?:just |only )?(?:days|hours|weeks|months|minutes) (?:before|after)|as|when|which|who|whose|where|after|"
    r"while|because|following|with|amid|including|in a|\w+ing|"
    r"weil|nachdem|während|wobei|sodass|um|wie|"
    r"alors que|tandis que|après|qui|où|dont|selon|"
    r"mientras|después|tras|cuando|que|quien|porque|según|"
    r"mentre|dopo|quando|perché|secondo|"
    r"enquanto|após|depois|porque|"
    r"terwijl|nadat|omdat|waarbij|volgens)\b)"
)
_BARE = re.compile(r" (?=(?:after|when|while|because|following|amid|despite|during|by \w+ing|as (?:he|she|it|they))\b)")
_LOOSE = re.compile(r" (?=(?:over|with|by|on|under)\b)")
_SOURCE = re.compile(
    r", ((?:[^,]{2,50} (?:said|says|told|heard|announced|confirmed|reported|reports|warned|claimed|claims)"
    r"|according to [^,]{2,60}?|selon [^,]{2,60}|según [^,]{2,60}|secondo [^,]{2,60}|segundo [^,]{2,60}"
    r"|volgens [^,]{2,60})(?: (?:on|in|at|this|last|late|early) [^,]{2,30}| today| yesterday)?)\Z"
)
_ASIDE = re.compile(
    r"(?<=\w), (?:the|an?|who|which|whose|der|die|das|ein|eine|le|la|l[’']|un|une|el|il|lo|o|de|het|een)\b"
    r"[^,;:“”\"«»()]{3,160}, (?=[^\W\d_A-ZÀ-Þ])(?!and\b|or\b|und\b|et\b|y\b|e\b|en\b)"
)
_HEDGES = re.compile(
    r"\b(?:said|says|told|heard|accord\w+|alleg\w+|claim\w*|report\w*|denie[sd]|deny|not|n[o’']t|never|if|unless|may|might|"
    r"could|would|suspect\w*|accus\w+|laut|nicht|kein\w*|falls|selon|pas|si|según|no|secondo|non|se|segundo|não|"
    r"volgens|niet|als)\b",
    re.IGNORECASE,
)
# "voted on Monday to halt": the verb before it needs the purpose.
_HEDGES_OR_PURPOSE = re.compile(_HEDGES.pattern + r"|\bto [a-z]", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|whose|where)\b|(?<!ed )(?<!s )(?<!said )\bthat\b")
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("‘", "’"))
_DATELINE = re.compile(r"\A[A-ZÀ-Þ][^—–:]{0,50}?\s(?:--|—|–|-)\s+(?=[A-ZÀ-Þ“\"])")
_ENDING = re.compile(r"[\s.,;:–—-]+\Z")


def headline(article: Article, points: tuple[Point, ...]) -> str:
    """A line of at most 90 characters, without a full stop; empty if the article has no words.

    ``points`` are the briefing's, whose first in the order of the article is taken where there is no title.
    """
    if article.title and article.title.strip():
        return fitted(article.title)
    if not points:
        return fitted(article.text[:1000])
    first = min(points, key=lambda point: point.evidence).text
    return fitted(sentences(first, article.language)[0].span.cut(first))


def fitted(sentence: str) -> str:
    """``sentence`` without its full stop, and without as much of its end as makes it too long.

    What is cut at a clause reads on as a sentence; where no clause ends in time, an ellipsis shows the cut. A source
    that stands at the end ("police said") is kept or the cut is shown: without it the line would assert more.
    """
    said = _ENDING.sub("", " ".join(sentence.split())) if not sentence.rstrip().endswith("...") else sentence.strip()
    said = _DATELINE.sub("", said)
    if len(said) <= LONGEST:
        return said
    source = _SOURCE.search(said)
    kept = f", {source[1]}" if source else ""
    body = said[: source.start()] if source else said
    for whole in (body, _without_aside(body)):
        for head in _heads(whole, LONGEST - len(kept)):
            return head + kept
    return _broken(said)


def _without_aside(body: str) -> str:
    """The sentence without what it says of its subject between commas: *Hester Lowrie, the singer who …, died*."""
    aside = _ASIDE.search(body)
    if aside is None or _HEDGES.search(aside[0]):
        return body
    return f"{body[: aside.start()]} {body[aside.end() :]}"


def _heads(body: str, room: int) -> Iterator[str]:
    """The ways to end ``body`` early, the best first."""
    if len(body) <= room:
        yield body
    clauses = [found.start() for found in _AFTER_COMMA.finditer(body, _SHORTEST)]
    if clauses and not _HEDGES.search(body[clauses[0] :]):
        body = body[: clauses[0]] if clauses[0] > room else body  # a clause too far along hides no shorter cut
    for cuts, shortest, ties in (
        (_AFTER_COMMA, _SHORTEST, _HEDGES),
        (_BARE, _SHORTEST, _HEDGES),
        (_LOOSE, _LOOSE_SHORTEST, _HEDGES_OR_PURPOSE),
    ):
        for cut in reversed([found.start() for found in cuts.finditer(body, 0, room + 12)]):
            head, tail = body[:cut], body[cut:]
            if shortest <= cut <= room and _whole(head) and "," not in tail[2:] and not ties.search(tail):
                yield head


def _whole(head: str) -> bool:
    """Whether a sentence that ends here leaves nothing open."""
    if head.count('"') % 2 or any(head.count(opening) > head.count(closing) for opening, closing in _MARKS[:-1]):
        return False
    return not _RELATIVE.search(head) and head.rsplit(" ", 1)[-1].lower() not in SMALL


def _broken(said: str) -> str:
    """The words that fit, and an ellipsis; never within a name or between a number and what it counts."""
    words = said[:LONGEST].split(" ")[:-1]
    rest = said[len(" ".join(words)) :].split()
    after = rest[0] if rest else ""
    while len(words) > 1 and (
        words[-1].lower().strip(",;:") in SMALL
        or (words[-1][-1:].isdecimal() and not after[:1].isdecimal())
        or (words[-1][:1].isupper() and after[:1].isupper() and words[-1][-1:].isalnum())
    ):
        after = words.pop()
    clause = max((at for at, word in enumerate(words) if word.endswith(",")), default=0)
    if len(words) - clause <= 3 and clause > 3:  # noqa: PLR2004 - a word or two of the next clause tell nothing
        words = words[: clause + 1]
    line = " ".join(words) if words and words[0] else said[: LONGEST - 1]
    return _ENDING.sub("", line)[: LONGEST - 1] + "…"
