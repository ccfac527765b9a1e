"""A question in another language than the article it is put to, in the words of that article.

No more than a glossary is needed for it: what is looked for are sentences that have the words, in whatever order. It is
in summariser/glossary: 3,300 common words of English news and of questions about it, and what other languages have for
them. Between two of those one goes by way of English.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from summariser.asked_in import asked_in
from summariser.glossary import GLOSSARIES, glossary
from summariser.questions import asks_in, read_question
from summariser.stems import stem
from summariser.words import LIGHT, small_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summariser.questions import Kind, Question
    from summariser.testimony import Testimony

_WORD = re.compile(r"[^\W\d_]+")

LANGUAGES = GLOSSARIES | {"en"}

COMPOUNDING = frozenset({"de", "nl"})
"""Languages that write several words as one: who asks of a *strike* may be answered with a *Warnstreik*."""

_OPENINGS: Mapping[Kind, str] = {
    "name": "What is the name of", "who": "Who", "when": "When", "where": "Where", "age": "How old",
    "length": "How long", "number": "How many", "money": "How much", "share": "What percentage", "size": "How much",
    "why": "Why", "other": "What",
}  # fmt: skip

FEWEST = 3
"""Words of a language by which a question is known to be in it, where its small words don't tell."""

ASKING = 2
"""Words that a question word counts for then."""

LETTERS = 5
"""Of a word that may be a part of another one, at least. An estimate."""


def understood(text: str, language: str | None, told: Sequence[Testimony]) -> Question:
    """What is asked of articles in ``language``: read in its own, if that is plain, in the words of those.

    ``told`` are the sentences of all articles. Of several words for one that which most of them have is taken. What
    the glossary doesn't know is a name, and left.
    """
    if language not in LANGUAGES:
        return read_question(text, language)
    own = asked_in(text)
    if own == language:
        return read_question(text, language)
    theirs = Counter(part for each in told if each.article.language == language for part in {*each.stems})
    own = own or _likely(text, language, theirs)
    if own == language or own not in LANGUAGES:
        return read_question(text, language)
    return _in_words(read_question(text, own), own, language, theirs)


def _likely(text: str, language: str, theirs: Counter[str]) -> str:
    """The language that most words of a question are of which no article has, if it is one; else the articles'."""
    strange = [word for word in map(str.lower, _WORD.findall(text)) if stem(word, language) not in theirs]
    asks = {each: ASKING * asks_in(text, each) for each in LANGUAGES}
    least = max(FEWEST, asks[language] + sum(word in small_words(language) for word in strange) + 1)
    if all(len(strange) + asks[each] < least for each in LANGUAGES if each != language):
        return language  # whatever they know: to read all glossaries takes a second, and *how long?* is asked often
    counted = {each: asks[each] + sum(stem(word, each) in _vocabulary(each) for word in strange) for each in LANGUAGES}
    best = max(counted, key=lambda each: counted[each])
    sure = counted[best] >= FEWEST and all(counted[best] > counted[each] for each in LANGUAGES if each != best)
    return best if sure else language


def _in_words(question: Question, spoken: str, language: str, theirs: Counter[str]) -> Question:
    capital = {word for word in (*question.words, *question.voice) if word[0].isupper()}
    names = {word for word in capital if spoken != "de" and not question.text.lstrip().startswith(word)}
    about = [word for word in question.words if spoken != "en" or word.lower() not in LIGHT]
    known = {
        word: word if word in names else _rendered(word, spoken, language, theirs) for word in (*about, *question.voice)
    }
    put = replace(
        question,
        words=_once(known[word] for word in about),
        counted=_once(_rendered(word, spoken, language, theirs) for word in question.counted),
        voice=_once(known[word] for word in question.voice),
        names=question.names & names,
    )  # every noun has a capital in German
    return replace(put, text=_in_english(put)) if language == "en" else put


def _in_english(question: Question) -> str:
    """A question whose words are English, more or less as one would ask it: enough to be read with a sentence."""
    about = " ".join(question.words)
    if question.voice:
        return f"What did {' '.join(question.voice)} say about {about}?"
    return f"{_OPENINGS[question.kind]} {about}?"


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _rendered(word: str, spoken: str, language: str, theirs: Counter[str]) -> str:
    """A word as the articles have it, by how many sentences have a stem; the likeliest where they have none of them."""
    possible = _renderings(word, spoken, language)
    if not possible:
        return word
    best = max(possible, key=lambda each: theirs[stem(each, language)])
    if stem(best, language) in theirs or language not in COMPOUNDING:
        return best
    within = (_compound(stem(each, language), theirs) for each in possible)
    return next(filter(None, within), best)


def _compound(part: str, theirs: Counter[str]) -> str | None:
    """A word that begins or ends with another."""
    if len(part) < LETTERS:
        return None
    return next((each for each in theirs if each.startswith(part) or each.endswith(part)), None)


def _renderings(word: str, spoken: str, language: str) -> tuple[str, ...]:
    """What one language has for a word of another, the likeliest first; nothing for a name."""
    english = (word,) if spoken == "en" else _in_english_words(word, spoken)
    if language == "en":
        return english
    known = _from_english(language)
    return _once(each for one in english for each in known.get(one.lower()) or known.get(stem(one, "en"), ()))


def _in_english_words(word: str, language: str) -> tuple[str, ...]:
    """First for the word as it is, then for those of its stem: *ferme* is a farm, and whoever closes something."""
    known = _into_english(language)
    return _once((*known.get(word.lower(), ()), *known.get(stem(word, language), ())))


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """The stems of the words of a language that are known."""
    known = glossary("de").keys() if language == "en" else chain(*glossary(language).values())
    return frozenset(stem(word, language) for word in (*small_words(language), *known))


@cache
def _from_english(language: str) -> Mapping[str, tuple[str, ...]]:
    """By English words and by their stems, what a language has for them: an *engine* is no *engineer*."""
    known = glossary(language)
    return {stem(english, "en"): words for english, words in known.items()} | dict(known)


@cache
def _into_english(language: str) -> Mapping[str, tuple[str, ...]]:
    """By a language's words and by their stems, the English ones they stand for; first whose likeliest they are."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for english, words in glossary(language).items():
        for rank, word in enumerate(words):
            for each in {word.lower(), stem(word, language)}:
                ranked.setdefault(each, []).append((rank, english))
    return {each: _once(english for _, english in sorted(found)) for each, found in ranked.items()}
