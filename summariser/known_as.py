"""Whom an article means by a description: *the council leader* is *the leader of the council, Giles Thorold*."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summariser.attribution.tags import Tag, tag
from summariser.lexicon import lexicon
from summariser.stems import stem, stems
from summariser.testimony import as_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.testimony import Testimony

BEFORE, BEHIND = 6, 12
"""Words before a name, and behind it and a comma, that may say who they are."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[,.;:()—–]")
_MARKS = frozenset(".;:()—–")


def is_somebody(words: Sequence[str], told: Sequence[Testimony]) -> bool:
    """Whether all the words are of one name that ``told`` have, in whatever case: *who is nigel farage*."""
    language = told[0].article.language if told else None
    asked = {stem(word, language) for word in words}
    return bool(asked) and any(asked <= {*stems(name, language)} for each in told for name in each.people)


def known_as(description: Sequence[str], told: Sequence[Testimony]) -> frozenset[str]:
    """The names of those whom ``told`` describe in all these words, which have to say what somebody does."""
    language = told[0].article.language if told else None
    asked = {stem(word, language) for word in description}
    if not any(word.lower() in lexicon(language).roles for word in description):
        return frozenset()
    return frozenset(name for each in told for name in each.named | each.speakers if asked <= _described(each, name))


def _described(told: Testimony, name: str) -> set[str]:
    """The stems of what stands beside a name in a sentence, and may be said of it."""
    found = set[str]()
    text, language = told.text, told.article.language
    for place in as_words(name).finditer(text):
        before = reversed(_WORD.findall(text[: place.start()]))
        found.update(islice(_up_to_a_verb(before, language), BEFORE))
        behind = _WORD.findall(text[place.end() :])
        if behind[:1] == [","]:
            found.update(islice(_up_to_a_verb(iter(behind[1:]), language, comma=True), BEHIND))
    return found


def _up_to_a_verb(words: Iterator[str], language: str | None, *, comma: bool = False) -> Iterator[str]:
    """The stems of words until one says something, or a mark parts them; until a comma, where that is the end."""
    for word in words:
        if word in _MARKS or (comma and word == ","):
            return
        tags = tag(word, word.lower(), lexicon(language))
        if tags & (Tag.CUE | Tag.AUXILIARY | Tag.RELATIVE | Tag.SUBORDINATOR) and not tags & Tag.ROLE:
            return
        yield stem(word, language)
