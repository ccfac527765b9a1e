"""Briefings: by a language model where one is set up and of use, by the article's own sentences everywhere else."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.answering import compose
from bot.errors import BudgetSpent, ModelError, ModelTooSlow, ModelUnusable, NoModelAnswer, StandfirstError
from bot.watching import Unwatched
from summariser.answers import answer
from summariser.generative import (
    asked,
    briefed,
    drafted,
    mended,
    parts,
    repair_of,
    reviewed,
    skimmed,
    translated,
)
from summariser.languages import LANGUAGES
from summariser.model import Briefing
from summariser.numbering import numbered
from summariser.prompts import translating
from summariser.prompts.fencing import one_line
from summariser.questioning import answered, question_prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.commands import Brief
    from bot.ports import Apart
    from bot.watching import Watch
    from summariser.generative import Part, Review
    from summariser.model import Answer, Article, Exchange
    from summariser.numbering import Numbered
    from summariser.ports import Prompt, Reply
    from summariser.reading import Reading

_log = logging.getLogger(__name__)


class Writing(Protocol):
    """A language model, as far as a workspace may use it."""

    @property
    def name(self) -> str:
        """What it is called, beside what it wrote."""
        ...

    async def complete(self, prompt: Prompt, workspace: str) -> Reply:
        """The object it answers with; the same prompt is asked once.

        Raises:
            ModelError: if there is none to be had in time, or the workspace has used up what it may.
        """
        ...


@dataclass(frozen=True, slots=True)
class Copywriter:
    """Writes briefings. Without a ``model``, or where it fails, of the article's own sentences.

    ``roomy`` is where sentences are weighed by the sense of their words, which takes more memory than a page may;
    ``apart``, where there is none. ``watch`` counts the work, and what the gate makes of a model's points.
    """

    apart: Apart
    model: Writing | None = None
    roomy: Apart | None = None
    watch: Watch = field(default_factory=Unwatched)

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
                made = await self._written(self.model, read, command, workspace, language)
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

    async def _written(
        self, model: Writing, read: Numbered, command: Brief, workspace: str, language: str | None
    ) -> Briefing:
        only = await self._skimmed(model, read, workspace)
        prompt = asked(read, points=command.points, language=language, only=only)
        draft = drafted((await model.complete(prompt, workspace)).fields, command.points)
        review = await self._weighing.run(partial(reviewed, draft, read, language))
        before = len(review.failed)
        review = await self._repaired(model, review, read, workspace)
        repaired = before - len(review.failed)
        made = await self._weighing.run(partial(briefed, review, read, command.points, repaired=repaired))
        checks = made.checks
        self.watch.gated(written=checks.written, repaired=checks.repaired, replaced=checks.replaced)
        if not made.checks.written and not made.checks.repaired:
            return replace(made, instead="nothing that the language model wrote was borne out")
        made = replace(made, summariser=model.name)
        return await self._translated(model, made, workspace, language)

    async def _skimmed(self, model: Writing, read: Numbered, workspace: str) -> tuple[int, ...] | None:
        """Of an article that is too long to be shown at once, the sentences that carry the story, if any do.

        Raises:
            StandfirstError: if more than half of its parts failed.
        """
        found = await asyncio.gather(*(self._kept(model, each, workspace) for each in parts(read)))
        failed = [each for each in found if isinstance(each, StandfirstError)]
        if len(failed) > len(found) / 2:
            raise failed[0]
        return tuple(number for each in found if not isinstance(each, StandfirstError) for number in each) or None

    async def _kept(self, model: Writing, part: Part, workspace: str) -> tuple[int, ...] | StandfirstError:
        try:
            return skimmed((await model.complete(part.prompt, workspace)).fields, part)
        except StandfirstError as error:
            return error

    async def _repaired(self, model: Writing, review: Review, read: Numbered, workspace: str) -> Review:
        """The review after one repair of what failed; as it was, if there is none to be had."""
        prompt = repair_of(review, read)
        if prompt is None:
            return review
        try:
            reply = await model.complete(prompt, workspace)
            better = await self._weighing.run(partial(mended, review, reply.fields, read))
        except StandfirstError as error:
            _log.info("A repair was not to be had: %s", type(error).__name__)
            return review
        return better if len(better.failed) < len(review.failed) else review

    async def _translated(self, model: Writing, made: Briefing, workspace: str, language: str | None) -> Briefing:
        """The briefing with its quotes in ``language`` beside them, where that isn't the article's."""
        if language is None or language == made.article.language:
            return made
        lines = [f"Q{number} {one_line(each.text)}" for number, each in enumerate(made.quotes, 1)]
        if not lines:
            return replace(made, language=language)
        try:
            reply = await model.complete(translating.prompt(lines, language=LANGUAGES[language]), workspace)
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
