"""A question, the articles, and the passages that answer it; nothing else is ever said.

Each sentence is weighed against the question (`summariser.relevance`), and the likeliest is judged whether it answers
(`summariser.answerability`). If hardly, the nearest there is may be shown, as that. A question that leans on the one
before it (*and the year before?*, *what does he say?*) is read with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from summariser.answerability import confidence
from summariser.kinds_of_answer import tells_what_led_to_it
from summariser.known_as import is_somebody
from summariser.model import Answer, Passage, Span
from summariser.openings import leans
from summariser.relevance import measured
from summariser.reranking import reread
from summariser.short_answers import short_answer
from summariser.testimony import as_words, testimonies
from summariser.translation import understood
from summariser.verbatim import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.model import Article, Exchange
    from summariser.questions import Question
    from summariser.relevance import Measures
    from summariser.testimony import Testimony

ENOUGH = 0.55
"""Confidence from which the passages are an answer: above even odds, for a wrong answer is worse than none."""

NEAREST = 0.3
"""Share of the question's words from which a sentence is shown as the nearest there is."""

MOST_PASSAGES = 3

CLOSE = 5.0
"""How far below the best, in log odds, a further passage may be."""

THE_SAME = 0.8
"""Share of their words from which two sentences say the same. An estimate."""

REACH = 8
"""Sentences back in which whoever is spoken of is looked for."""

HELD = 0.5
"""How much of whoever speaks, or of the words they speak in, a sentence must have. An estimate."""

LIKELY = 0.6
"""Confidence of whom somebody speaks of. An estimate."""

SURE = 0.95
"""Confidence of who said what the question gives word for word. An estimate."""

MOST_BEFORE = 3
"""Earlier questions that one may lean on, each on the one before it."""

LONGEST_QUESTION = 600
"""Characters of a question that are read. Nobody asks in more; what is pasted behind a question is not one."""

LONGEST_PASSAGE = 60
"""Words of a passage to which the sentence before it is added, where it leans on that."""

_LEANING = re.compile(
    r"\A\s*(?:and|but|or|so|also|what\s+about|how\s+about|und|aber|was\s+ist\s+mit|et|mais|y|pero|qué\s+hay|e|ma|mas|en|maar)\b"
    r"|\b(?:he|she|him|her|his|hers|they|them|their|it|its|that|this|those|these|there|er|sie|ihn|ihm|ihr|il|elle|lui|él|ella|"
    r"lui|lei|ele|ela|hij|zij|hem|haar)\b",
    re.IGNORECASE,
)
_FEW = 3  # words of a question that could stand alone


@dataclass(frozen=True, slots=True)
class _Ranked:
    told: Testimony
    measures: Measures


def answer(question: str, articles: Sequence[Article], before: Sequence[Exchange] = ()) -> Answer:
    """What ``articles`` say to ``question``, in their own sentences; ``before`` is what was asked earlier, latest last.

    Articles may be of several languages. Anything that can be typed gets some answer.
    """
    told = [each for article in articles for each in testimonies(article)]
    alone, completed = _asked(question, told, before)
    asked = [*alone, *completed]
    if asked and asked[0].of_whom:
        return replace(_of_whom(asked[0], told, before), question=question)
    theirs = cited(alone[0], told) if alone else None
    if theirs:
        short = short_answer(alone[0], theirs[0])
        return Answer(question, _merged(theirs, told), answered=True, short=short, confidence=SURE)
    tries = [measured(each, told) for each in asked]
    if not any(tries):
        return Answer(question, (), answered=False)
    at = max(range(len(tries)), key=lambda number: _best(tries[number]))
    read, measures = asked[at], tries[at]
    whole = at < len(alone) and not (completed and len(read.words) < _FEW)  # *and in 2023?* doesn't say all it asks
    named = read.kind == "who" and is_somebody(read.words, told)  # who somebody is, whoever names them says
    if whole and read.words and not named:
        measures = reread(read, told, measures)
    best = _ordered(told, measures)
    first = best[0].measures
    sure = confidence(read, first) if theirs is None else 1 - SURE  # words in quotation marks that nobody says
    if sure < ENOUGH:
        near = (each for each in best[:MOST_PASSAGES] if each.measures.cover >= NEAREST)
        shown = tuple(_passage(each.told, told) for each in islice(near, 1))
        return Answer(question, shown, answered=False, confidence=sure)
    chosen = _distinct(each.told for each in best if each.measures.score >= first.score - CLOSE)
    if read.kind == "why":
        chosen = _with_reason(chosen, told)
    short = short_answer(read, chosen[0], first.words)
    return Answer(question, _merged(chosen, told), answered=True, short=short, confidence=sure)


def _distinct(told: Iterable[Testimony]) -> list[Testimony]:
    """The first of them, but for what was told before in the same words: an agency's text has many printers."""
    found: list[Testimony] = []
    for each in told:
        if not any(_alike({*each.stems}, {*other.stems}) for other in found):
            found.append(each)
        if len(found) == MOST_PASSAGES:
            break
    return found


def _with_reason(chosen: list[Testimony], told: Sequence[Testimony]) -> list[Testimony]:
    """Those chosen, with the sentence behind the first where that gives no reason itself: news tells it next."""
    first = chosen[0]
    behind = _at(first, told) + 1
    if tells_what_led_to_it(first) or behind == len(told) or told[behind].article is not first.article:
        return chosen
    rest = [each for each in chosen[1:] if each is not told[behind]]
    return [first, told[behind], *rest][:MOST_PASSAGES]


def _at(here: Testimony, told: Sequence[Testimony]) -> int:
    """The place of a sentence among all."""
    return next(at for at, each in enumerate(told) if each is here)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= THE_SAME * max(1, len(one | other))


def _asked(
    question: str, told: Sequence[Testimony], before: Sequence[Exchange]
) -> tuple[list[Question], list[Question]]:
    """The question as it stands, in the languages of the articles, and as it would be without leaning.

    *And in 2023?* is nothing as it stands.
    """
    text = question[:LONGEST_QUESTION]
    languages = dict.fromkeys(each.article.language for each in told)
    alone = [understood(text, language, told) for language in languages]
    if not before or not _leans(text, alone):
        return alone, []
    completed = [
        _completed(each, _earlier(before, language, told)) for each, language in zip(alone, languages, strict=True)
    ]
    nothing = all(word.isdecimal() for each in alone for word in each.words)
    return ([], completed) if nothing and not any(each.of_whom or each.voice for each in alone) else (alone, completed)


def _earlier(before: Sequence[Exchange], language: str | None, told: Sequence[Testimony]) -> Question:
    """The last question that was asked, with what it leant on itself."""
    *earlier, last = before[-MOST_BEFORE:]
    text = last.question[:LONGEST_QUESTION]
    read = understood(text, language, told)
    return _completed(read, _earlier(earlier, language, told)) if earlier and _leans(text, [read]) else read


def _of_whom(question: Question, told: Sequence[Testimony], before: Sequence[Exchange]) -> Answer:
    """Whom somebody speaks of: in the words the question gives, or in what was shown last, the one named nearest.

    Whoever is asked to have spoken has to speak there.
    """
    measures = measured(question, told)
    shown = before[-1].passages[0] if before and before[-1].passages else None
    if measures:
        at = max(range(len(told)), key=lambda number: measures[number].score)
        if (measures[at].voice if question.voice else measures[at].cover) < HELD:
            return Answer(question.text, (), answered=False)
    else:
        overlapping = [
            number for number, each in enumerate(told)
            if shown and each.article == shown.article and each.span.overlaps(shown.span)
        ]  # fmt: skip
        quoted = [number for number, each in enumerate(told) if each.speakers and _spoken_of(each, each)]
        speaking = [number for number in overlapping if told[number].speakers]
        at = next(iter(speaking or overlapping or quoted), -1)
    themselves = {*question.voice}
    for number in range(at, max(-1, at - REACH), -1):
        here = told[number]
        others = _spoken_of(here, told[at])
        meant = {who: place for who in others if not themselves & {*who.split()} and (place := _place(here, who))}
        if here.article == told[at].article and meant:
            short = max(meant.values())
            return Answer(question.text, (_passage(here, told),), answered=True, short=short, confidence=LIKELY)
    return Answer(question.text, (), answered=False)


def _spoken_of(here: Testimony, spoken: Testimony) -> frozenset[str]:
    """Whom a sentence names, but for its own speaker and those of the sentence that is asked about."""
    own = {here.quote.speaker.name} if here.quote and here.quote.speaker else set[str]()
    return here.named - own - spoken.speakers


def _place(told: Testimony, name: str) -> Span | None:
    """Where the sentence has a name last."""
    found = as_words(name).finditer(told.article.text, told.span.start, told.span.end)
    return max((Span(*each.span()) for each in found), default=None)


def _leans(text: str, read: Sequence[Question]) -> bool:
    return _LEANING.search(text) is not None or any(len(each.words) < _FEW for each in read)


def _completed(question: Question, earlier: Question) -> Question:
    """A question with what the one before it was about; what it asks for is its own, if it says so."""
    kind = earlier.kind if question.kind == "other" and not question.voice else question.kind
    another = any(word.isdecimal() for word in question.words)  # and in 2023?
    kept = (word for word in earlier.words if not (another and word.isdecimal()))
    about = tuple(dict.fromkeys((*question.words, *kept)))
    voice = question.voice or earlier.voice
    return replace(question, kind=kind, words=about, names=question.names | earlier.names, voice=voice)


def _ordered(told: Sequence[Testimony], measures: Sequence[Measures]) -> list[_Ranked]:
    """The sentences, the likeliest first; of two alike the one that stands first."""
    return sorted(map(_Ranked, told, measures), key=lambda each: -each.measures.score)


def _best(measures: Sequence[Measures]) -> float:
    return max((each.score for each in measures), default=float("-inf"))


def _merged(chosen: Sequence[Testimony], told: Sequence[Testimony]) -> tuple[Passage, ...]:
    """The chosen sentences as passages, the best first; what stands side by side is one."""
    passages = list[Passage]()
    for each in chosen:
        passage = _passage(each, told)
        beside = next((at for at, other in enumerate(passages) if _touch(other, passage)), None)
        if beside is None:
            passages.append(passage)
        else:
            other = passages[beside]
            span = Span(min(other.span.start, passage.span.start), max(other.span.end, passage.span.end))
            passages[beside] = replace(other, span=span)
    return tuple(passages)


def _touch(one: Passage, other: Passage) -> bool:
    """Whether nothing but white space is between the two, they stand in one paragraph, and are the same voice's."""
    if one.article is not other.article or (one.quoted, one.speaker) != (other.quoted, other.speaker):
        return False
    first, second = sorted((one.span, other.span))
    between = one.article.text[first.end : second.start]
    return first.overlaps(second) or (not between.strip() and "\n" not in between)


def _passage(here: Testimony, told: Sequence[Testimony]) -> Passage:
    """The sentence, with the one before it where it can't be understood without."""
    if here.quote is not None:
        return here.passage
    text, language = here.article.text, here.article.language
    at = _at(here, told)
    before = told[at - 1] if at else None
    if before is None or before.article is not here.article or before.paragraph != here.paragraph or before.quote:
        return Passage(here.article, here.span)
    both = Span(before.span.start, here.span.end)
    joined = leans(here.text, language) and len(both.cut(text).split()) <= LONGEST_PASSAGE
    return Passage(here.article, both if joined else here.span)
