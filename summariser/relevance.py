"""How likely a sentence is to answer a question: what of the question it has, in its words, its people, its sense.

Each word of the question weighs the more, the fewer sentences have it. A sentence has a word if one of its own has the
same stem; nearly, if it speaks of somebody who has (a pronoun, a role, whoever is quoted); and the less, the further
the nearest of its words is in meaning (word vectors, `summariser.embedding`). Who asks what somebody said wants a
sentence in which they say something. A sum of the measures orders the sentences. Its weights were set by hand on the
*first* of the questions in seeds/questions, and on XQuAD; weights that were learnt order no better (docs/questions.md).
Whether the first of them answers is judged elsewhere (`summariser.answerability`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from summariser.crossencoder.tokens import is_word
from summariser.embedding import text_vectors, word_vectors
from summariser.kind_words import YEAR
from summariser.kindred import kindred
from summariser.kinds_of_answer import gives_reason, has_kind, is_in_other_money
from summariser.known_as import is_somebody, known_as
from summariser.lexicon import lexicon
from summariser.stems import POSSESSIVE, stem, stems
from summariser.words import small_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from summariser.model import Span
    from summariser.questions import Question
    from summariser.testimony import Testimony

MEANT = 0.9
"""How much of a word a sentence has that speaks of whoever has it."""

NEAR, FAR, LIKE = 0.95, 0.45, 0.7
"""Cosines from which two words are as good as the same, and below which they have nothing to do with each other; and
how much of a word one of about the same meaning is."""

LEANING = 0.9
"""How much of the question's words a sentence has that leans on its neighbours, as against them and itself."""

BESIDE = 0.7
"""How much of a word a sentence has whose neighbour has it, or the article's title."""

KIN = 0.85
"""How much of a word one is that begins alike (*prosecuting*, *prosecutor*), or means about the same."""

ALL_THE_SAME, FEWER = 12, 0.13
"""Sentences from which it doesn't matter how many there are, and how much each fewer counts for, in log odds."""

NOTHING_OF_THE_KIND = 1.5
"""How much it counts against a sentence, in log odds, that it has no number where a number is asked for."""

UNLIKE = 0.3
"""How much of a word some sentence must have for it to be anywhere in the articles."""

HALF = 0.5

SPOKEN_OF = 0.8
"""How much of somebody's voice is in a sentence that speaks of them, where no sentence is known to be theirs."""

RETOLD = 0.9
"""How good a sentence is that tells what somebody said in other words, where anything is asked for that they said."""

HEAD = 2.0
"""How often the head of a description counts: who is no spokesman is not the ministry's spokesman."""

LATER = 0.85
"""How well a sentence tells who somebody is, if it isn't the first that names them."""

LIGHT = 0.35
"""How much a verb weighs that says little: *going*, *take*."""

BY_WORDS = 0.2
"""What its words count for a sentence that was read: the judgement of who read it counts as it is."""

_IN_FULL = {
    "pm": "prime minister", "govt": "government", "gov": "government", "ceo": "chief executive", "boss": "chief",
    "da": "district attorney", "ag": "attorney general", "mum": "mother", "mom": "mother", "dad": "father",
    "cops": "police", "dept": "department",
}  # fmt: skip
_LIGHT_WORDS = (
    "go goes going gone went get gets got getting do doing done make makes made making take takes took taken taking "
    "come comes came coming have having let lets put puts keep kept become happen work give given use used want "
    "wanted need needed new first last next now still far yet ever begin begins start starts actually really"
)
_LIGHT_VERBS = frozenset(_LIGHT_WORDS.split())
_LED_ON = re.compile(r"\A\s+(?:of|who|whose|that|from|for|in|at|von|de|du|del|di|do|da|van)\b", re.IGNORECASE)
_KIN_LETTERS, _KIN_ENDING = 5, 4
_TYPO_LETTERS, _TYPO_LIKE = 4, 0.8


@dataclass(frozen=True, slots=True)
class Measures:
    """What a sentence has of a question, each from 0 to 1.

    ``cover`` is the share of its words, ``near`` the same with the neighbours' counted, ``sense`` the cosine of both,
    ``fits`` how well it has the kind of thing that is asked for, ``voice`` how much of whoever is asked to have said
    it, ``absent`` the share of words that nothing in the articles comes near, ``least`` how much it has of the word it
    has least of. ``crowd`` is how many sentences there are: of few, none has much by chance; ``stranger`` is whether
    one of the names in the question, or the office of whom it asks for, comes near nothing in the articles; ``heard``
    is whether somebody says something in it. ``read`` are the log odds that it answers, as judged by
    reading both, and ``words`` where the article has those that likeliest do; none where no sentence was read
    (`summariser.reranking`).
    """

    cover: float
    near: float
    sense: float
    fits: float
    voice: float
    absent: float
    least: float = 0.0
    crowd: int = ALL_THE_SAME
    stranger: bool = False
    heard: bool = False
    read: float | None = None
    words: Span | None = None

    @property
    def score(self) -> float:
        """By which sentences are ordered, in log odds."""
        return self.by_words if self.read is None else BY_WORDS * self.by_words + self.read

    @property
    def by_words(self) -> float:
        """The same before any is read."""
        return (
            -11.5
            + FEWER * max(0, ALL_THE_SAME - self.crowd)
            + 3.5 * self.cover
            + 3.0 * self.near
            + 1.5 * self.sense
            + 3.5 * self.fits
            - (NOTHING_OF_THE_KIND if not self.fits else 0)
            + 5.0 * self.voice
            - self.absent
        )


def measured(question: Question, told: Sequence[Testimony]) -> list[Measures]:
    """What each of the sentences has of a question, in their order."""
    if not told or not (question.words or question.voice):
        return []
    asked = _spelt(question.words, told)
    columns = [_Column(told, word, like) for word, like in zip(asked, _likenesses(asked, told), strict=True)]
    _halve_what_is_half(columns, question.text)
    total = sum(column.weight for column in columns) or 1.0
    voices = _voices(question, told)
    if not columns:
        fits = [1.0 if each.speakers else RETOLD for each in told]
        return [Measures(1.0, 1.0, 0.5, fit, voice, 0.0, 1.0) for fit, voice in zip(fits, voices, strict=True)]
    senses = (text_vectors([each.text for each in told]) @ text_vectors([" ".join(question.words)])[0]).tolist()
    absent = sum(column.weight for column in columns if column.absent) / total
    roles = lexicon(told[0].article.language).roles if question.kind == "who" else frozenset[str]()
    named = any(column.absent and (column.word in question.names or column.word in roles) for column in columns)
    stranger = named and told[0].article.language != "de"  # where every noun has a capital
    years = {word for word in question.words if YEAR.fullmatch(word)}
    unfit = [_is_of_another(years, each) or is_in_other_money(question, each) for each in told]
    fits = [0.0 if other else has_kind(question, each) for each, other in zip(told, unfit, strict=True)]
    if question.kind in {"who", "other"} and is_somebody(question.words, told):
        first = next((number for number in range(len(told)) if all(each.has[number] == 1 for each in columns)), -1)
        fits = [each if number == first else LATER * each for number, each in enumerate(fits)]
    near = [sum(column.weight * column.beside[number] for column in columns) / total for number in range(len(told))]
    cover = [sum(column.weight * column.has[number] for column in columns) / total for number in range(len(told))]
    return [
        Measures(
            cover=max(cover[number], LEANING * near[number]) if _leans(question, told[number]) else cover[number],
            near=near[number],
            sense=max(0.0, senses[number]),
            fits=fits[number],
            voice=voices[number],
            absent=absent,
            least=min(column.has[number] for column in columns),
            crowd=len(told),
            stranger=stranger,
            heard=bool(told[number].speakers or told[number].voices),
        )
        for number in range(len(told))
    ]


def _is_of_another(years: AbstractSet[str], told: Testimony) -> bool:
    """Whether a sentence gives years, but none of those that are asked about."""
    given = {*YEAR.findall(told.text)}
    return bool(years and given) and given.isdisjoint(years)


def _leans(question: Question, told: Testimony) -> bool:
    """Whether a sentence may say in the one before what it is about: a remark on it, a reason for it."""
    return bool(question.voice) or (question.kind == "why" and gives_reason(told))


def _halve_what_is_half(columns: Sequence[_Column], text: str) -> None:
    """Two words side by side mean one thing (*poll lead*): where nothing has the first, the second is half as good."""
    for one, other in pairwise(columns):
        if one.absent and re.search(rf"(?<!\w){re.escape(one.word)}\s{re.escape(other.word)}(?!\w)", text):
            other.halve()


class _Column:
    """One word of a question: its weight, and how much of it each sentence has."""

    def __init__(self, told: Sequence[Testimony], word: str, like: Sequence[float]) -> None:
        self.word = word
        own = [_held(_stem(word, each), each.stems, each.article.language) for each in told]
        meant = [_held(_stem(word, each), each.meant, None) for each in told]
        self.has = [max(a, MEANT * b, near) for a, b, near in zip(own, meant, like, strict=True)]
        self.beside = [self._near(number, told) for number in range(len(told))]
        often = sum(max(a, b) >= KIN for a, b in zip(own, meant, strict=True))
        self.absent = max(self.has) < UNLIKE
        self.weight = log(1 + len(told) / max(1, often)) * (LIGHT if word.lower() in _LIGHT_VERBS else 1.0)

    def halve(self) -> None:
        """Every sentence has half as much of it."""
        self.has = [HALF * each for each in self.has]
        self.beside = [HALF * each for each in self.beside]

    def _near(self, number: int, told: Sequence[Testimony]) -> float:
        here = told[number]
        best = self.has[number]
        for other in (number - 1, number + 1):
            if 0 <= other < len(told) and told[other].article is here.article:
                same = told[other].paragraph == here.paragraph
                best = max(best, (BESIDE if same or other < number else 0.0) * self.has[other])
        title = here.article.title or ""
        if best < BESIDE and title and _stem(self.word, here) in stems(title, here.article.language):
            best = BESIDE
        return best


def _held(stem_of: str, among: Sequence[str] | frozenset[str], language: str | None) -> float:
    """How much of a stem there is among others: the same, one that begins alike, or one that means the same."""
    if stem_of in among:
        return 1.0
    if stem_of[:1].isdecimal():
        return 0.0
    alike = kindred(stem_of, language)
    kin = any(each in alike or _kin(stem_of, each) for each in among)
    return KIN if kin else 0.0


def _kin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _KIN_LETTERS and long.startswith(short) and len(long) - len(short) <= _KIN_ENDING


def _voices(question: Question, told: Sequence[Testimony]) -> list[float]:
    """How much of whoever is asked to have said it is among those who say something in each sentence."""
    asked = _spelt(question.voice, told)
    if not asked:  # nobody's, or that of a small word spelt wrong: what did *thay* say?
        return [1.0] * len(told)
    held = {word: [_held(_stem(word, each), each.voices, each.article.language) for each in told] for word in asked}
    heard = {word: row for word, row in held.items() if max(row) or _is_known(word, told)}
    voices = _weighed(heard or held, question.text, len(told))
    if names := [{*stems(name, told[0].article.language)} for name in known_as(asked, told)]:
        voices = [
            1.0 if any(name <= each.voices for name in names) else voice
            for each, voice in zip(told, voices, strict=True)
        ]
    if max(voices) >= HALF:
        return voices
    spoken_of = {word: [_held(_stem(word, each), each.meant | {*each.stems}, None) for each in told] for word in asked}
    return [
        SPOKEN_OF * (1.0 if each.voices else HALF) * share
        for each, share in zip(told, _weighed(spoken_of, question.text, len(told)), strict=True)
    ]


def _weighed(rows: Mapping[str, Sequence[float]], text: str, count: int) -> list[float]:
    """How much each sentence has of some words, of which the head counts double: a *spokesman* of the ministry's."""
    head = next((word for word in rows if _LED_ON.search(text[text.find(word) + len(word) :])), [*rows][-1])
    weights = {word: HEAD if word == head else 1.0 for word in rows}
    total = sum(weights.values())
    return [sum(weights[word] * row[number] for word, row in rows.items()) / total for number in range(count)]


def _is_known(word: str, told: Sequence[Testimony]) -> bool:
    return any(_stem(word, each) in each.stems for each in told)


def _spelt(asked: Sequence[str], told: Sequence[Testimony]) -> list[str]:
    """The words of a question; those that are none, as the article spells what is nearest to them.

    What is nearest to a small word was one. *Iceland* is a word, and no *Ireland* spelt wrong.
    """
    known = {each.lower(): each for one in told for each in one.words} | dict.fromkeys(_small(told), "")
    spelt = list[str]()
    for word in (part for each in asked for part in _in_full(each).split()):
        close = (
            get_close_matches(word.lower(), known, 1, _TYPO_LIKE)
            if len(word) >= _TYPO_LETTERS and word.isalpha() and word.lower() not in known and not is_word(word)
            else []
        )
        meant = known[close[0]] if close and abs(len(close[0]) - len(word)) <= 1 else word
        spelt.append(meant)
    return list(dict.fromkeys(filter(None, spelt)))


def _in_full(word: str) -> str:
    return _IN_FULL.get(POSSESSIVE.sub("", word).lower(), word)


def _small(told: Sequence[Testimony]) -> frozenset[str]:
    return small_words("en").union(*(small_words(language) for language in {one.article.language for one in told}))


def _stem(word: str, told: Testimony) -> str:
    return stem(word, told.article.language)


def _likenesses(asked: Sequence[str], told: Sequence[Testimony]) -> list[list[float]]:
    """How near the nearest word of each sentence comes to each of the words asked about."""
    known = list(dict.fromkeys(each for one in told for each in one.words))
    if not known or not asked:
        return [[0.0] * len(told) for _ in asked]
    places = {word: number for number, word in enumerate(known)}
    within = [[places[each] for each in one.words] for one in told]
    cosines = word_vectors(list(asked)) @ word_vectors(known).T
    return [[LIKE * _scaled(float(row[each].max()) if each else 0.0) for each in within] for row in cosines]


def _scaled(cosine: float) -> float:
    return max(0.0, min(1.0, (cosine - FAR) / (NEAR - FAR)))
