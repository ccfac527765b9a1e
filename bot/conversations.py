"""What people write in threads of ours: questions are answered from the articles behind the thread, requests are met.

Which articles those are, and what was asked before, stands in the records, not in the platform's history.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from bot.answering import compose
from bot.commands import Brief
from bot.errors import (
    AskedInAnotherLanguage,
    Forgotten,
    NothingAsked,
    NothingToAskAbout,
    NoTranslator,
    StandfirstError,
    WhichStory,
)
from bot.follow_ups import (
    Again,
    AllQuotes,
    Ask,
    HowChecked,
    InLanguage,
    TheLink,
    WhatsNew,
    WhyHere,
    parse_follow_up,
)
from bot.model import Linked, Notice, Quoted, Thread
from bot.newsdesk import telling
from bot.quoting import named_in, quoted_of
from summariser.asked_in import asked_in
from summariser.languages import LANGUAGES
from summariser.model import Briefing, Checks, Exchange
from summariser.reading import Reading
from summariser.speakers import attribute
from summariser.stories import points_that_are_new

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.copywriting import Copywriter
    from bot.editing import Editor
    from bot.model import Post
    from bot.newsdesk import Asker
    from bot.ports import Apart, Articles, Outlet, Records
    from summariser.model import Answer, Article

MOST_HEARD = 3
"""Earlier questions of a thread that the next may lean on."""

MOST_QUOTED = 3
"""Articles of one thread whose quotations are posted at once."""

MOST_READ_AGAIN = 5
"""Articles of one thread that are read again to see what is new."""

NOT_ON_RECORD = (
    "What was checked of it is not on record here; ask in reply to the briefing itself, or type longer for a new one."
)

_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Talk:
    """What a message is about: the articles, and the thread they were found by, if it was one."""

    articles: tuple[Article, ...]
    thread: Thread | None
    heard: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Conversations:
    """Answers what is written in threads. Whatever goes wrong is told to whoever asked."""

    articles: Articles
    apart: Apart
    records: Records
    editor: Editor
    copywriter: Copywriter

    async def reply(self, text: str, about: str | Thread, by: Asker, outlet: Outlet) -> None:
        """Do what ``text`` asks of an article on file, by its fingerprint, or of those of a thread.

        In a channel that is not threaded, a thread without a name, it is about the latest post there.

        Raises:
            Undelivered: if the answer is not there, or nobody can tell.
        """
        async with telling(outlet):
            if not _WORD.search(text):
                raise NothingAsked
            talk = await self._talk(about)
            asked = parse_follow_up(text)
            match asked:
                case Ask():
                    await self._answer(text, talk, by, outlet)
                case AllQuotes(who):
                    await self._quotes(who, talk, outlet)
                case Again(points, story):
                    await self._again(Brief(points), _one_of(talk, story), by, outlet)
                case InLanguage(language, story):
                    await self._again(Brief(), _one_of(talk, story), by, outlet, language)
                case TheLink():
                    await outlet.post(await self._links(talk))
                case WhyHere():
                    await outlet.post(Notice(await self._why(talk)))
                case WhatsNew():
                    await self._whats_new(talk, by, outlet)
                case HowChecked(story):
                    await outlet.post(Notice(await self._how_checked(_one_of(talk, story), talk.thread)))
                case _:
                    assert_never(asked)

    async def _talk(self, about: str | Thread) -> Talk:
        if isinstance(about, str):
            article = await self.records.filed(about)
            if article is None:
                raise Forgotten
            return Talk((article,), None, ())
        thread = about if about.ident else await self.records.latest(about.channel) or about
        articles = _latest(await self.records.recall(thread))
        if not articles:
            told = await self.records.told_in(thread)
            if told:
                raise Forgotten(next((each.url for each in told if each.url), None))
            raise NothingToAskAbout
        return Talk(articles, thread, tuple(await self.records.heard(thread, MOST_HEARD)))

    async def _answer(self, text: str, talk: Talk, by: Asker, outlet: Outlet) -> None:
        await outlet.progress("Looking in the article …" if len(talk.articles) == 1 else "Looking in the articles …")
        before = tuple(each for each in talk.heard if each.question != text)  # this may be a second try
        found = await self.copywriter.answer(text, talk.articles, before, by.payer)
        _refuse_foreign(found, talk.articles)
        thread = await outlet.post(found)
        exchange = Exchange(text, found.passages)
        if talk.thread is not None and text not in (each.question for each in talk.heard[-1:]):
            await self.records.hear(talk.thread, exchange)
        if thread is not None and thread != talk.thread:
            await self._can_be_asked(thread, talk, [*before[1 - MOST_HEARD :], exchange])

    async def _can_be_asked(self, thread: Thread, talk: Talk, heard: Sequence[Exchange]) -> None:
        """Where an answer is no part of the thread it answers in, people may go on from it all the same."""
        for article in talk.articles:
            checks = await self.records.checks(talk.thread, article) if talk.thread else None
            await self.records.remember(thread, article, "", "", checks)
        for exchange in heard:
            await self.records.hear(thread, exchange)

    async def _quotes(self, who: str, talk: Talk, outlet: Outlet) -> None:
        every = [Quoted(each, await self.apart.run(partial(attribute, each))) for each in talk.articles]
        found = quoted_of(every, who, talk.heard)
        for post in found[:MOST_QUOTED]:
            await self._post(post, post.article, "", "", outlet)
        if left := found[MOST_QUOTED:]:
            name = next((named for each in left if (named := named_in(each))), "")
            how = f"; to see somebody's, name them, like: quotes by {name}." if name and not who else "."
            await outlet.post(Notice(f"Quotes from {_counted(len(left), 'more article')} are left out{how}"))

    async def _again(
        self, command: Brief, article: Article, by: Asker, outlet: Outlet, language: str | None = None
    ) -> None:
        """The briefing once more; in ``language``, which only a language model can do."""
        if language is not None and self.copywriter.model is None and language != article.language:
            raise NoTranslator
        language = language or await self.records.language_of(by.channel)
        post = await self.copywriter.brief(Reading(article), command, by.payer, language)
        await self._post(post, article, post.headline, by.person, outlet)

    async def _post(
        self, post: Briefing | Quoted, article: Article, headline: str, person: str, outlet: Outlet
    ) -> None:
        thread = await outlet.post(post)
        if thread is not None:
            checks = post.checks if isinstance(post, Briefing) else None
            await self.records.remember(thread, article, headline, person, checks)

    async def _links(self, talk: Talk) -> Post:
        told = await self.records.told_in(talk.thread) if talk.thread else ()
        titles = {each.url: each.headline for each in told if each.headline}
        links = tuple(
            (titles.get(each.url) or each.title or each.site or "", each.url) for each in talk.articles if each.url
        )
        return Linked(links) if links else Notice("It was pasted here, so there is no link to it.")

    async def _why(self, talk: Talk) -> str:
        linked = [(each.title or each.url, each.url) for each in talk.articles if each.url]
        if talk.thread is None or not linked:
            return "It came in no digest: somebody asked for it."
        said = [(name, await self.editor.why(url, talk.thread.channel)) for name, url in linked]
        return "\n".join(f"“{name}”: {what}" if len(said) > 1 else what for name, what in said)

    async def _whats_new(self, talk: Talk, by: Asker, outlet: Outlet) -> None:
        """Read the articles again, and tell what they say now that they didn't."""
        linked = [each for each in talk.articles if each.url][:MOST_READ_AGAIN]
        if not linked:
            await outlet.post(Notice("It was pasted here, so I can't see whether there is more by now."))
            return
        await outlet.progress("Reading again …")
        told, unread = False, list[str]()
        for article in linked:
            try:
                reading = await self.articles.read(article.url or "")
            except StandfirstError as error:
                unread.append(f"I could not read {article.title or article.url} again: {error}")
                continue
            same = reading.article.text == article.text
            if not same and (post := await self.apart.run(partial(_news, reading, article))):
                told = True
                await self._post(post, reading.article, post.headline, by.person, outlet)
        if not told and len(unread) < len(linked):
            says = "article says" if len(linked) == 1 else "articles say"
            unread.insert(0, f"Nothing: the {says} what I read before.")
        if unread:
            await outlet.post(Notice("\n".join(unread)))

    async def _how_checked(self, article: Article, thread: Thread | None) -> str:
        checks = await self.records.checks(thread, article) if thread else None
        return how_checked(checks) if checks else NOT_ON_RECORD


def how_checked(checks: Checks) -> str:
    """What was looked at before a briefing was let out, and what came of it, for whoever asks."""
    points, quotes = _counted(checks.points, "point"), _counted(checks.quotes, "quote")
    failed = f" What was found: {' '.join(checks.failures)}" if checks.failures else " Nothing was found."
    said = (
        f"Before it was posted: {points} compared with the article's own sentences, word for word; {quotes} cut from "
        f"between the quotation marks there, and the speaker named only where the words around say so; the headline's "
        f"names and numbers looked up."
    )
    if checks.written or checks.repaired or checks.replaced:
        said = (
            "A language model wrote the points; each was compared with the sentences it names: names, numbers, dates, "
            f"negations, who says what. {checks.written} passed at once, {checks.repaired} after a repair, and "
            f"{checks.replaced} gave way to the article's own sentences. {quotes} cut from between the quotation "
            "marks: a model can only choose them."
        )
    if checks.unread:
        said += f" The article is too long for the model, which saw {checks.seen}% of it."
    return said + failed


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _latest(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Each article once, as it was read last; ``articles`` are in the order they were posted."""
    return tuple({each.url or each.fingerprint: each for each in articles}.values())


def _one_of(talk: Talk, story: int) -> Article:
    """The article that is meant: the only one, that of the number ``story``, or the one that was asked about last.

    Raises:
        WhichStory: if that is open.
    """
    if len(talk.articles) == 1:
        return talk.articles[0]
    if 0 < story <= len(talk.articles):
        return talk.articles[story - 1]
    shown = (exchange.passages[0].article for exchange in reversed(talk.heard) if exchange.passages)
    if not story and (article := next(shown, None)):
        return article
    raise WhichStory([each.title or each.text[:60] for each in talk.articles])


def _news(reading: Reading, earlier: Article) -> Briefing | None:
    """What an article says now and did not earlier."""
    post = compose(Brief(), reading)
    if not isinstance(post, Briefing):
        return None
    points = points_that_are_new(post, [earlier.text])
    return replace(post, points=points, quotes=(), checks=Checks(len(points), 0)) if points else None


def _refuse_foreign(found: Answer, articles: Sequence[Article]) -> None:
    if found.answered:
        return
    language = asked_in(found.question)
    written = [each.language for each in articles if each.language]
    if language and written and language not in written:
        raise AskedInAnotherLanguage(LANGUAGES[language], LANGUAGES.get(written[0], written[0]))
