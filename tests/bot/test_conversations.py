"""What is written in threads of ours: answered from the articles behind the thread, and from nothing else."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest

from adapters.database.opening import open_database
from adapters.database.records import Keeper, Records
from bot.conversations import NOT_ON_RECORD, Conversations
from bot.copywriting import Copywriter
from bot.errors import NotFound
from bot.model import Channel, Linked, Notice, Quoted, Thread
from bot.newsdesk import Asker
from summariser.model import Answer, Article, Briefing
from summariser.reading import read_article
from tests.fakes import FakeArticles, Inline
from tests.newsroom import shelf

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from bot.editing import Editor
    from bot.model import Post

HERE = Channel("slack", "T1", "C1")
THREAD, OTHER = Thread(HERE, "1.1"), Thread(HERE, "2.2")
HARBOUR, CUP, CROWS = (f"https://paper.example/{name}" for name in ("harbour", "cup", "crows"))
ADDED = "The county will send two engineers from Hale to look at the cracks on Tuesday morning."
TALKS = (
    "Talks about the fund broke down in December because the price was too high, the ministry said. Britain paid 4 "
    "million pounds in 2024 and 7 million pounds in 2025.\n\n“It was a bad deal,” said Ruth Ellacott, the minister. “I "
    "would not sign it.”\n\n“We were ready,” Colin Stott, the envoy, told reporters."
)


@dataclass(slots=True)
class Screen:
    """An outlet that keeps what it is given; answers belong to the thread they are given in."""

    thread: Thread | None = THREAD
    posts: list[Post] = field(default_factory=list["Post"])
    told: list[str] = field(default_factory=list[str])

    async def progress(self, doing: str) -> None:
        del doing

    async def post(self, post: Post) -> Thread | None:
        self.posts.append(post)
        return self.thread

    async def tell(self, notice: Notice) -> None:
        self.told.append(notice.text)


class Editing:
    """Only what a conversation asks of the editor."""

    async def why(self, link: str, channel: Channel, number: int = 0) -> str:
        del channel, number
        return f"told: {link}"


@dataclass(slots=True)
class Newsroom:
    """Conversations over a database on disk, and the clock they are held by."""

    path: Path
    articles: FakeArticles
    clock: datetime = datetime(2026, 11, 27, 8, tzinfo=UTC)

    @contextmanager
    def open(self) -> Generator[tuple[Conversations, Records]]:
        with open_database(f"sqlite:///{self.path}") as database:
            records = Records(database, lambda: self.clock)
            yield (
                Conversations(self.articles, Inline(), records, cast("Editor", Editing()), Copywriter(Inline())),
                records,
            )

    async def told(self, thread: Thread, *articles: Article) -> None:
        """These articles were briefed in that thread."""
        with self.open() as (_, records):
            for article in articles:
                self.clock += timedelta(seconds=1)
                await records.file(article)
                await records.remember(thread, article, article.title or "", "U1")

    async def changes(self, before: Article, added: str) -> None:
        """An hour later its page says more; what is read is filed."""
        self.clock += timedelta(hours=1)
        after = replace(before, text=f"{before.text}\n\n{added}")
        self.articles.shelf[before.url or ""] = after
        with self.open() as (_, records):
            await records.file(read_article(after).article)

    async def asked(self, text: str, thread: Thread = THREAD, answered: Thread | None = None) -> Screen:
        """What comes of writing that there; each time in a process of its own."""
        screen = Screen(answered or thread)
        with self.open() as (conversations, _):
            await conversations.reply(text, thread, Asker("U1", thread.channel), screen)
        return screen

    async def purged(self) -> None:
        with open_database(f"sqlite:///{self.path}") as database:
            await Keeper(database, lambda: self.clock, timedelta(days=30)).purge()


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "a.db", FakeArticles(dict(shelf())))


def article(text: str, **known: Any) -> Article:  # noqa: ANN401 - of any type
    return Article(text, language="en", **known)


def answer_of(screen: Screen) -> Answer:
    (post,) = screen.posts
    assert isinstance(post, Answer)
    return post


async def test_a_question_is_answered_from_the_articles_behind_its_thread(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR])
    found = answer_of(await room.asked("How long will the harbour close?"))
    assert (found.answered, found.said) == (True, "a month")


async def test_never_from_another_threads(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR])
    await room.told(OTHER, shelf()[CUP])
    assert not answer_of(await room.asked("Who scored the late header?")).answered


async def test_of_a_digest_from_whichever_story_says_it(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR], shelf()[CROWS], shelf()[CUP])
    found = answer_of(await room.asked("Who scored the late header?"))
    assert found.passages[0].article.url == CUP


async def test_a_restart_between_briefing_and_question_changes_nothing(room: Newsroom) -> None:
    """Each question here is asked in a process that knows nothing but the database."""
    await room.told(THREAD, article(TALKS))
    first = answer_of(await room.asked("How much did Britain pay in 2024?"))
    assert "4 million pounds" in first.passages[0].text
    assert answer_of(await room.asked("And who said it was a bad deal?")).answered


async def test_a_question_leans_on_the_one_before_it_in_its_thread(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    await room.asked("Why did the talks break down?")
    found = answer_of(await room.asked("and when?"))
    assert found.said == "in December"


async def test_but_not_on_one_in_another_thread(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    await room.told(OTHER, article(TALKS))
    await room.asked("Why did the talks break down?", OTHER)
    assert not answer_of(await room.asked("and when?")).answered


async def test_a_thread_that_is_not_ours_has_nothing_to_ask_about(room: Newsroom) -> None:
    assert (await room.asked("How long?")).told == [
        "I know no article to answer from here; give me a link first, or ask in a briefing's thread."
    ]


async def test_of_articles_that_were_purged_it_says_so_and_how_to_have_them_again(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR])
    room.clock += timedelta(days=40)
    await room.purged()
    screen = await room.asked("How long will the harbour close?")
    assert screen.told == [f"I no longer have that article; to read it again: /brief {HARBOUR}"]
    assert screen.posts == []


async def test_what_was_asked_goes_with_the_articles(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    await room.asked("Why did the talks break down?")
    room.clock += timedelta(days=40)
    await room.purged()
    with room.open() as (_, records):
        assert await records.heard(THREAD, 3) == ()


@pytest.mark.parametrize("text", ["", "👍", "???", " \n "])
async def test_a_message_without_a_word_is_told_what_can_be_asked(room: Newsroom, text: str) -> None:
    await room.told(THREAD, article(TALKS))
    assert (await room.asked(text)).told == [
        "Ask something about the article, for example: Who said that? Or: all quotes, longer, the link."
    ]


async def test_ten_thousand_characters_are_a_question_like_any_other(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    found = answer_of(await room.asked("Why did the talks break down? " + "please " * 1_400))
    assert found.answered


async def test_all_quotes_are_those_of_the_article(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    (post,) = (await room.asked("all quotes please")).posts
    assert isinstance(post, Quoted)
    assert [each.text for each in post.quotes] == ["It was a bad deal,", "I would not sign it.", "We were ready,"]


@pytest.mark.parametrize(
    "text", ["all quotes by Ruth Ellacott", "show me all of Ellacott's quotes", "the minister's quotes"]
)
async def test_all_quotes_of_somebody_are_theirs_alone(room: Newsroom, text: str) -> None:
    await room.told(THREAD, article(TALKS))
    (post,) = (await room.asked(text if text.startswith(("all", "show")) else f"all {text}")).posts
    assert isinstance(post, Quoted)
    assert [each.text for each in post.quotes] == ["It was a bad deal,", "I would not sign it."]


async def test_his_quotes_are_those_of_whoever_was_quoted_last(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    await room.asked("What did Colin Stott say?")
    (post,) = (await room.asked("Give me all his quotes")).posts
    assert isinstance(post, Quoted)
    assert [each.text for each in post.quotes] == ["We were ready,"]


async def test_of_somebody_who_is_not_quoted_it_says_who_is(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    assert (await room.asked("all quotes by Farage")).told == [
        "The article quotes nobody called Farage; quoted are: Ruth Ellacott, Colin Stott."
    ]


async def test_a_briefing_can_be_had_longer_or_shorter(room: Newsroom) -> None:
    places = ("Hale", "Northwick", "Aldmoor", "Sandmouth", "Lindau", "Redport", "Ostend", "Penmoor")
    text = " ".join(
        f"The council of {each} will spend {n} million pounds on its harbour." for n, each in enumerate(places, 2)
    )
    await room.told(THREAD, article(text))
    points = list[int]()
    for wish in ("longer", "shorter please", "tl;dr"):
        (post,) = (await room.asked(wish)).posts
        assert isinstance(post, Briefing)
        points.append(len(post.points))
    assert points == [6, 1, 1]


async def test_of_several_stories_the_one_that_was_asked_about_is_told_longer(room: Newsroom) -> None:
    stories = [replace(shelf()[link], title=link) for link in (HARBOUR, CUP)]
    await room.told(THREAD, *stories)
    assert (await room.asked("longer")).told == [
        f"Several stories stand here; put the number of one behind it, like: longer 2. 1 {HARBOUR}; 2 {CUP}."
    ]
    await room.asked("Who scored the late header?")
    (post,) = (await room.asked("longer")).posts
    assert isinstance(post, Briefing)
    assert post.article.url == CUP


async def test_the_link_is_given(room: Newsroom) -> None:
    await room.told(THREAD, replace(shelf()[HARBOUR], title="Harbour to close"))
    (post,) = (await room.asked("what's the link?")).posts
    assert post == Linked((("Harbour to close", HARBOUR),))


async def test_of_a_pasted_text_there_is_no_link(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    (post,) = (await room.asked("link?")).posts
    assert post == Notice("It was pasted here, so there is no link to it.")


async def test_another_language_needs_a_language_model(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    assert (await room.asked("auf Deutsch bitte")).told[0].startswith("Translating needs a language model")


async def test_why_it_is_in_the_digest_is_told(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR])
    (post,) = (await room.asked("why is this in my digest?")).posts
    assert post == Notice(f"told: {HARBOUR}")


async def test_of_several_stories_each_is_told_by_its_headline(room: Newsroom) -> None:
    await room.told(THREAD, replace(shelf()[HARBOUR], title="Harbour to close"), replace(shelf()[CUP], title=None))
    (post,) = (await room.asked("why is this in my digest?")).posts
    assert isinstance(post, Notice)
    assert {*post.text.split("\n")} == {f"“Harbour to close”: told: {HARBOUR}", f"“{CUP}”: told: {CUP}"}


async def test_what_is_new_is_what_the_page_says_now_and_did_not(room: Newsroom) -> None:
    before = shelf()[HARBOUR]
    await room.told(THREAD, before)
    assert (await room.asked("What's new since yesterday?")).posts == [
        Notice("Nothing: the article says what I read before.")
    ]
    added = "The county will send two engineers from Hale to look at the cracks on Tuesday morning."
    room.articles.shelf[HARBOUR] = replace(before, text=f"{before.text}\n\n{added}")
    (post,) = (await room.asked("anything new?")).posts
    assert isinstance(post, Briefing)
    assert [each.text for each in post.points] == [added]


async def test_how_it_was_checked_is_told_of_what_was_posted_last(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    assert (await room.asked("How was this checked?")).posts == [Notice(NOT_ON_RECORD)]
    await room.asked("shorter")
    (post,) = (await room.asked("How was this checked?")).posts
    assert isinstance(post, Notice)
    assert "Before it was posted: 1 point compared" in post.text
    assert post.text.endswith("Nothing was found.")


async def test_what_is_new_twice_is_told_once_and_stays_one_story(room: Newsroom) -> None:
    before = shelf()[HARBOUR]
    await room.told(THREAD, before)
    await room.changes(before, ADDED)
    await room.asked("what's new?")
    assert (await room.asked("what's new?")).posts == [Notice("Nothing: the article says what I read before.")]
    (post,) = (await room.asked("shorter")).posts
    assert isinstance(post, Briefing)
    assert post.article.text.endswith(ADDED)
    assert len((await room.asked("the link")).posts) == 1


async def test_a_briefing_of_what_is_new_counts_as_checked_only_what_it_shows(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR])
    await room.changes(shelf()[HARBOUR], ADDED)
    (post,) = (await room.asked("what's new?")).posts
    assert isinstance(post, Briefing)
    assert (post.checks.points, post.checks.quotes) == (len(post.points), 0)


async def test_a_page_that_is_gone_does_not_keep_what_is_new_in_another_from_being_told(room: Newsroom) -> None:
    await room.told(THREAD, replace(shelf()[HARBOUR], title="Harbour to close"), shelf()[CUP])
    room.articles.shelf[HARBOUR] = NotFound("paper.example")
    await room.changes(shelf()[CUP], "The final will be played in Redport on 12 May, the county said on Monday.")
    news, unread = (await room.asked("what's new?")).posts
    assert isinstance(news, Briefing)
    assert unread == Notice(f"I could not read Harbour to close again: {NotFound('paper.example')}")


async def test_where_no_page_can_be_read_it_is_not_said_that_nothing_is_new(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR])
    room.articles.shelf[HARBOUR] = NotFound("paper.example")
    (post,) = (await room.asked("what's new?")).posts
    assert isinstance(post, Notice)
    assert "Nothing" not in post.text


async def test_a_story_can_be_chosen_by_its_number(room: Newsroom) -> None:
    await room.told(THREAD, shelf()[HARBOUR], shelf()[CUP])
    (post,) = (await room.asked("longer 2")).posts
    assert isinstance(post, Briefing)
    assert post.article.url == CUP
    assert (await room.asked("longer 3")).told[0].startswith("Several stories stand here")


A, B = (
    Article(
        "The cup was won.\n\n“We were ready,” said Colin Stott, the captain.\n\n“It was great,” said Colin Stott.",
        url="https://b.example/1",
        language="en",
    ),
    Article(
        "The minister spoke on Monday.\n\n“I would not sign it,” said Ruth Ellacott, the minister.",
        url="https://a.example/1",
        language="en",
    ),
)


async def test_her_quotes_are_nobody_elses_in_other_articles(room: Newsroom) -> None:
    await room.told(THREAD, A, B)
    await room.asked("What did Ruth Ellacott say?")
    (post,) = (await room.asked("all her quotes")).posts
    assert isinstance(post, Quoted)
    assert [each.text for each in post.quotes] == ["I would not sign it,"]


async def test_where_her_may_be_several_it_asks_whose(room: Newsroom) -> None:
    await room.told(THREAD, A, B)
    assert (await room.asked("all her quotes")).told == [
        "Say whose quotes you want; quoted are: Colin Stott, Ruth Ellacott."
    ]


async def test_in_one_article_his_are_those_of_whoever_is_by_far_quoted_most(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    (post,) = (await room.asked("his quotes")).posts
    assert isinstance(post, Quoted)
    assert len(post.quotes) == 2


async def test_quotes_of_two_people_are_those_of_both(room: Newsroom) -> None:
    await room.told(THREAD, A, B)
    assert len((await room.asked("quotes by Stott and Ellacott")).posts) == 2


async def test_an_article_without_quotes_is_said_to_have_none(room: Newsroom) -> None:
    await room.told(THREAD, article("The bridge was shut on Monday. It will open again in May, the county said."))
    assert (await room.asked("all quotes")).told == ["There are no quotes here."]


async def test_of_many_articles_it_is_said_how_many_have_quotes_that_are_left_out(room: Newsroom) -> None:
    every = [
        article(
            f"Day {n} of it.\n\n“We would not sign it,” said Ruth Number{name}, the minister.",
            url=f"https://a.example/{n}",
        )
        for n, name in enumerate(("ham", "sey", "wick", "ton", "by"))
    ]
    await room.told(THREAD, *every)
    posts = (await room.asked("all quotes")).posts
    assert len(posts) == 4
    assert posts[-1] == Notice(
        "Quotes from 2 more articles are left out; to see somebody's, name them, like: quotes by Ruth Numberton."
    )


async def test_where_an_answer_begins_a_conversation_one_can_go_on_from_it(room: Newsroom) -> None:
    """In a channel without threads each answer does."""
    await room.told(THREAD, article(TALKS))
    await room.asked("Why did the talks break down?", THREAD, OTHER)
    found = answer_of(await room.asked("and when?", OTHER))
    assert found.said == "in December"


async def test_a_question_that_is_tried_again_does_not_lean_on_itself(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    await room.asked("Why did the talks break down?")
    first = answer_of(await room.asked("and when?"))
    assert answer_of(await room.asked("and when?")) == first
    with room.open() as (_, records):
        assert [each.question for each in await records.heard(THREAD, 5)] == [
            "Why did the talks break down?",
            "and when?",
        ]


async def test_a_question_in_another_language_is_told_which_one_will_do(room: Newsroom) -> None:
    await room.told(THREAD, article(TALKS))
    assert (await room.asked("Wie viele Menschen leben in der Stadt und warum?")).told == [
        (
            "The article is in English and your question in German, and I found no answer across the two; "
            "ask in English, or by names and numbers."
        )
    ]
