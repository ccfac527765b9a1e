"""Briefings: by a language model where one is set up and of use, by the article's own sentences everywhere else."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.answering import compose
from bot.errors import BudgetSpent, ModelError, ModelTooSlow, ModelUnusable, NoModelAnswer, StandfirstError
from bot.watching import Unwatched
from summariser.answers import answer
from summariser.generative import asked, briefed, drafted, mended, repair_of, reviewed, translated
from summariser.languages import LANGUAGES
from summariser.model import Briefing
from summariser.numbering import numbered
from summariser.prompts import translating
from summariser.prompts.fencing import one_line
from summariser.questioning import answered, question_prompt
from summariser.skimming import parts, skimmed, unread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.commands import Brief
    from bot.ports import Apart
    from bot.watching import Watch
    from summariser.generative import Review
    from summariser.model import Answer, Article, Exchange
    from summariser.numbering import Numbered
    from summariser.ports import Prompt, Reply
    from summariser.reading import Reading
    from summariser.skimming import Part

_log = logging.getLogger(__name__)

LEAST_LEFT = 0.2
"""Share of the time for a briefing that must be left for a repair or a translation to be begun."""


class Writing(Protocol):
    """A language model, as far as a workspace may use it."""

    @property
    def name(self) -> str:
        """What it is called, beside what it wrote."""
        ...

    @property
    def deadline(self) -> float:
        """Seconds that all it is asked for one briefing may take."""
        ...

    async def complete(self, prompt: Prompt, workspace: str) -> Reply:
        """The object it answers with; the same prompt is asked once.

        Raises:
            ModelError: if there is none to be had in time, or the workspace has used up what it may.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A language model for one briefing: whose share it is taken from, and until when, in seconds of ``ticks``."""

    model: Writing
    workspace: str
    until: float
    ticks: Callable[[], float]

    @property
    def short(self) -> bool:
        """Whether too little time is left for what the briefing can do without."""
        return self.until - self.ticks() < LEAST_LEFT * self.model.deadline

    async def complete(self, prompt: Prompt) -> Reply:
        """The object it answers with.

        Raises:
            ModelError: if there is none to be had in time, or the workspace has used up what it may.
        """
        left = self.until - self.ticks()
        if left <= 0:
            raise ModelTooSlow
        try:
            async with asyncio.timeout(left):
                return await self.model.complete(prompt, self.workspace)
        except TimeoutError as error:
            raise ModelTooSlow from error


@dataclass(frozen=True, slots=True)
class Copywriter:
    """Writes briefings. Without a ``model``, or where it fails, of the article's own sentences.

    ``roomy`` is where sentences are weighed by the sense of their words, which takes more memory than a page may;
    ``apart``, where there is none. ``watch`` counts the work, and what the gate makes of a model's points. ``ticks``
    gives seconds.
    """

    apart: Apart
    model: Writing | None = None
    roomy: Apart | None = None
    watch: Watch = field(default_factory=Unwatched)
    ticks: Callable[[], float] = time.monotonic

    async def brief(
        self,
        reading: Reading,
        command: Brief,
        workspace: str,
        language: str | None = None,
        others: Sequence[Article] = (),
    ) -> Briefing:
        """The briefing of an article, in ``language`` if that is another than its own.

        ``others`` are other reports of its story: a model may take a point from them, which then says so. What
        goes wrong on a model's way is not raised.

        Raises:
            StandfirstError: whatever reading the article raises.
        """
        with self.watch.during("summarise"):
            if self.model is None or command.raw:
                return await self._own(reading, command)
            try:
                read = await self._weighing.run(partial(numbered, reading.article, others))
                sitting = _Sitting(self.model, workspace, self.ticks() + self.model.deadline, self.ticks)
                made = await self._written(sitting, read, command, language)
                return replace(made, dropped=reading.dropped)
            except Exception as error:  # noqa: BLE001 - a door: what comes of a model's answer costs no briefing
                _log.warning("A briefing was written without the language model: %s", type(error).__name__)
                return replace(await self._own(reading, command), instead=_briefly(error))

    async def answer(
        self, question: str, articles: Sequence[Article], heard: Sequence[Exchange], workspace: str
    ) -> Answer:
        """What the articles say to a question: in a model's words, under the gate, or in their own."""
        with self.watch.during("answer"):
            own = await self._weighing.run(partial(answer, question, articles, heard))
            if self.model is None:
                return own
            try:
                prompt = await self._weighing.run(partial(question_prompt, question, articles, heard))
                reply = await self.model.complete(prompt, workspace)
                return await self._weighing.run(partial(answered, question, articles, reply.fields, own))
            except Exception as error:  # noqa: BLE001 - a door, as above
                _log.warning("A question was answered without the language model: %s", type(error).__name__)
                return own

    @property
    def _weighing(self) -> Apart:
        return self.roomy or self.apart

    async def _own(self, reading: Reading, command: Brief) -> Briefing:
        post = await self.apart.run(partial(compose, command, reading))
        if not isinstance(post, Briefing):
            raise TypeError(post)
        return post

    async def _written(self, sitting: _Sitting, read: Numbered, command: Brief, language: str | None) -> Briefing:
        only, missed = await self._skimmed(sitting, read)
        prompt = asked(read, points=command.points, language=language, only=only)
        draft = drafted((await sitting.complete(prompt)).fields, command.points)
        review = await self._weighing.run(partial(reviewed, draft, read, language))
        before = len(review.failed)
        review = await self._repaired(sitting, review, read)
        repaired = before - len(review.failed)
        made = await self._weighing.run(partial(briefed, review, read, command.points, repaired=repaired))
        checks = replace(made.checks, unread=missed)
        self.watch.gated(written=checks.written, repaired=checks.repaired, replaced=checks.replaced)
        if not checks.written and not checks.repaired:
            return replace(made, instead="nothing that the language model wrote was borne out")
        made = replace(made, checks=checks, summariser=sitting.model.name)
        return await self._translated(sitting, made, language)

    async def _skimmed(self, sitting: _Sitting, read: Numbered) -> tuple[tuple[int, ...] | None, float]:
        """Of an article that is too long to be shown at once, the sentences that carry the story, if any do.

        Beside them the share of it that isn't seen even so, from 0 to 1.

        Raises:
            StandfirstError: if more than half of its parts failed.
        """
        asked_of = parts(read)
        if not asked_of:
            return None, 0.0
        found = await asyncio.gather(*(self._kept(sitting, each) for each in asked_of))
        failed = [each for each in found if isinstance(each, StandfirstError)]
        if len(failed) > len(found) / 2:
            raise failed[0]
        seen = {at: each for at, each in enumerate(found) if not isinstance(each, StandfirstError)}
        kept = tuple(number for each in seen.values() for number in each)
        return (kept, unread(read, (asked_of[at] for at in seen))) if kept else (None, unread(read, asked_of[:1]))

    async def _kept(self, sitting: _Sitting, part: Part) -> tuple[int, ...] | StandfirstError:
        try:
            return skimmed((await sitting.complete(part.prompt)).fields, part)
        except StandfirstError as error:
            return error

    async def _repaired(self, sitting: _Sitting, review: Review, read: Numbered) -> Review:
        """The review after one repair of what failed; as it was, if there is none to be had."""
        prompt = repair_of(review, read)
        if prompt is None or sitting.short:
            return review
        try:
            reply = await sitting.complete(prompt)
            better = await self._weighing.run(partial(mended, review, reply.fields, read))
        except StandfirstError as error:
            _log.info("A repair was not to be had: %s", type(error).__name__)
            return review
        return better if len(better.failed) < len(review.failed) else review

    async def _translated(self, sitting: _Sitting, made: Briefing, language: str | None) -> Briefing:
        """The briefing with its quotes in ``language`` beside them, where that isn't the article's."""
        if language is None or language == made.article.language:
            return made
        lines = [f"Q{number} {one_line(each.text)}" for number, each in enumerate(made.quotes, 1)]
        if not lines or sitting.short:
            return replace(made, language=language)
        try:
            reply = await sitting.complete(translating.prompt(lines, language=LANGUAGES[language]))
            said = await self._weighing.run(partial(translated, reply.fields, made.quotes, language))
        except StandfirstError:
            return replace(made, language=language)
        return replace(made, language=language, translations=said)


def _briefly(error: Exception) -> str:
    """Why a language model was of no use, in the words of a sentence that goes on."""
    match error:
        case BudgetSpent():
            return "today’s budget for the language model is used up"
        case ModelTooSlow():
            return "the language model was too slow"
        case ModelUnusable():
            return "the language model is not set up as it should be"
        case NoModelAnswer():
            return "the language model gave nothing of use"
        case ModelError():
            return "the language model did not answer"
        case _:
            return "the language model’s briefing could not be finished"
