"""What can go wrong, as a tree.

.. code-block:: text

    StandfirstError
    ├── BadInput                what was given cannot be briefed; exit code 2
    │   ├── CannotRead          the file could not be opened or read
    │   │   ├── NoSuchFile
    │   │   ├── IsADirectory
    │   │   └── SystemRefused   no permission, a broken disk
    │   ├── NotText             binary: a picture, a word processor's file
    │   ├── WrongEncoding       text, but neither UTF-8 nor marked as UTF-16 or UTF-32
    │   ├── TooLarge            more than one article can be
    │   ├── NotAnArticle        read, but refused by the summariser, whose words it repeats
    │   ├── Unread              a link that could not be read; ``kind`` names each in the metrics
    │   │   ├── BadAddress      no web address at all, or one with a part we don't take
    │   │   ├── AddressRefused  leads to a private network, or nowhere on the public one
    │   │   ├── NotFound        no such page, or no such site
    │   │   ├── Forbidden       the site wants a login
    │   │   ├── Blocked         the site turns programs away
    │   │   ├── RobotsRefused   its robots.txt asks programs not to read that page
    │   │   ├── Unreachable     the site is down, cut the connection, or can't prove who it is
    │   │   ├── TooSlow         longer than a person would wait
    │   │   ├── TooBig          more than an article can be
    │   │   ├── Astray          redirected too often, or in a circle
    │   │   ├── Garbled         what came is damaged
    │   │   ├── Paywalled       only subscribers see it
    │   │   └── NoArticle       read, but there is no article there
    │   │       ├── NotAPage    a picture, a video, a program
    │   │       ├── IsAFeed     a list of headlines for programs
    │   │       ├── IsAList     a front page, a section, search results
    │   │       └── NeedsBrowser  an empty shell that a browser fills
    │   ├── NotAFeed            read, but there are no headlines in it
    │   │   └── IsOpml          a list of feeds
    │   ├── BrokenFeed          a feed, and none of its articles has a title or a link
    │   ├── NotOpml             read, but it is no list of feeds
    │   ├── TooLong             pasted text, more than an article can be
    │   ├── NothingToAskAbout   a question, and no article it could be about
    │   ├── NothingAsked        a question without a word in it
    │   ├── AskedInAnotherLanguage  a question that no word of the article's language is in
    │   ├── NobodyQuoted        quotations of somebody who is not quoted there
    │   ├── WhoseQuotes         quotations of somebody, and it is open who that is
    │   ├── WhichStory          something to be done with one of several stories
    │   ├── NoTranslator        another language, and no language model
    │   ├── UnknownLanguage     one that no briefing can be in
    │   ├── Forgotten           an article that is not kept any more
    │   ├── BadSchedule         a schedule that cannot be
    │   ├── UnknownZone         a time zone nobody knows
    │   ├── BadFilter           words for a digest that cannot be read
    │   ├── BadSetting          a part of a digest that cannot be so
    │   ├── NoSuchDigest        a digest that this workspace doesn't have
    │   ├── NotYours            a digest that somebody else manages
    │   ├── MayNotForget        more than one's own, and somebody else manages the workspace
    │   ├── BadSources          none of the sources is a feed, or they are too many
    │   └── BadLine             a line of a stream that is not what the stream holds
    ├── BadSettings             settings that cannot be, all of them together; exit code 2
    ├── NothingToRun            no platform is set up; exit code 2
    ├── PortTaken               another program listens where our web server should
    ├── StoreUnusable           the database cannot be opened, or not written to
    ├── NotBackedUp             no copy of the database could be made
    ├── Undelivered             a post that a platform would not take
    │   ├── Refused             the platform said no, and why
    │   │   └── Gone            the place to post in isn't there any more
    │   ├── Unknown             nobody can tell whether it is there
    │   └── Late                not sent: somebody else may have taken it over meanwhile
    ├── ModelError              no answer of a language model's; ``kind`` names each in the metrics
    │   ├── ModelUnusable       somebody has to change a setting
    │   │   ├── ModelNotChosen  no name of a model is set
    │   │   ├── KeyRefused      the server does not take the key
    │   │   ├── NoSuchModel     the server has no model of that name
    │   │   ├── NotAModelServer  whatever answers there, it is no such server
    │   │   ├── OutOfQuota      nothing is left to pay with
    │   │   └── ModelsUnlisted  it does not say which models it has
    │   ├── ModelAway           the server fails, at least now
    │   │   ├── ModelUnreachable  no connection, or one that was cut
    │   │   ├── ModelFailing    the server says that something of its own broke
    │   │   ├── ModelLimited    it asks for a pause, longer than there is time
    │   │   ├── ModelTooSlow    longer than a person would wait
    │   │   ├── ModelUnsuited   it refuses each way of asking for a JSON object
    │   │   └── ModelResting    it failed so often that it is left alone for a while
    │   ├── BudgetSpent         the workspace has used up what it may today
    │   └── NoModelAnswer       the server is well, but this prompt got nothing that can be used
    │       ├── PromptTooLong   more than the model can read
    │       ├── AnswerCutOff    the answer has no end
    │       ├── AnswerDeclined  the model, or a filter beside it, would not answer
    │       ├── AnswerEmpty     an answer of no words
    │       └── AnswerMalformed  words, but not the one JSON object that was asked for
    └── Fault                   ours, not theirs
        ├── WorkerDied          the process that worked on it ended before it answered
        └── WorkerLate          it worked too long and was ended

``str(error)`` is what a person sees: one sentence that says what to do. It never names the file; whoever
shows it knows which one it was.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class StandfirstError(Exception):
    """Anything that is told to a person instead of a briefing."""

    exit_code = 1

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes as the sentence it is, without being made of its parts again."""
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[StandfirstError], args: tuple[Any, ...]) -> StandfirstError:
    error = kind.__new__(kind)
    error.args = args
    return error


class BadInput(StandfirstError):
    """What was given cannot be briefed."""

    exit_code = 2


class CannotRead(BadInput):
    """A file that cannot be opened or read."""


class NoSuchFile(CannotRead):
    """No file of that name."""

    def __init__(self) -> None:
        super().__init__("There is no such file; check the spelling, or give - to read standard input.")


class IsADirectory(CannotRead):
    """A directory where a file belongs."""

    def __init__(self) -> None:
        super().__init__("It is a directory; give the files in it, for example with DIRECTORY/*.txt.")


class SystemRefused(CannotRead):
    """The operating system would not give it. ``reason`` is the system's, in its words."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"It cannot be read ({reason}); check its permissions, or copy it and give the copy.")


class NotText(BadInput):
    """A binary file. ``kind`` names it where its first bytes tell."""

    def __init__(self, kind: str | None = None) -> None:
        it_is = f"It is {kind}" if kind else "It is binary"
        super().__init__(f"{it_is}, not plain text; save the article's text as UTF-8 and give that.")


class WrongEncoding(BadInput):
    """Text in an encoding nobody named. ``offset`` is the first byte that is not UTF-8, ``byte`` its value."""

    def __init__(self, offset: int, byte: int) -> None:
        super().__init__(
            f"It is not UTF-8 (byte {offset} is 0x{byte:02X}); convert it first, "
            "for example with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW."
        )


class TooLarge(BadInput):
    """More than one article can be. ``limit`` is in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"It is larger than {limit // 1_000_000} MB; give one article at a time, or many with --jsonl."
        )


class NotAnArticle(BadInput):
    """The summariser refused the text; the message is the summariser's own."""


class Unread(BadInput):
    """A link that could not be read. ``site`` is its host as a person knows it, without "www."."""

    kind: ClassVar[str] = "unread"
    says: ClassVar[str] = "{site} could not be read; try another link, or paste the text."

    def __init__(self, site: str = "") -> None:
        sentence = self.says.format(site=site.removeprefix("www.") or "the site")
        super().__init__(sentence if site else sentence[0].upper() + sentence[1:])


class BadAddress(Unread):
    """Not the address of a page on the web."""

    kind = "bad_address"
    says = "That is no web address I can open; give one that begins with https://, or paste the text."


class AddressRefused(Unread):
    """An address that is not on the public internet, or on a port where no site is."""

    kind = "address_refused"
    says = "{site} is not on the public internet, so I will not open it; give a public link, or paste the text."


class NotFound(Unread):
    """The page, or its site, doesn't exist."""

    kind = "not_found"
    says = "{site} has no page at that address; check the link, or paste the text."


class Forbidden(Unread):
    """Readers have to log in."""

    kind = "forbidden"
    says = (
        "{site} does not show that page to everyone, perhaps only after a login; try another link, or paste the text."
    )


class Blocked(Unread):
    """Programs are turned away, at least now."""

    kind = "blocked"
    says = "{site} turns programs like me away; try another link to the story, or paste the text."


class RobotsRefused(Unread):
    """The site's robots.txt asks programs not to read it."""

    kind = "robots_refused"
    says = "{site} asks programs not to read that page; try another link to the story, or paste the text."


class Unreachable(Unread):
    """No answer, a broken one, or one whose certificate is wrong."""

    kind = "unreachable"
    says = "{site} could not be reached; try again in a few minutes, or paste the text."


class TooSlow(Unread):
    """Longer than a person would wait."""

    kind = "too_slow"
    says = "{site} took too long to read; try again in a few minutes, or paste the text."


class TooBig(Unread):
    """More than an article can be."""

    kind = "too_big"
    says = "{site} sent more than an article can be; link to a single article, or paste the text."


class Astray(Unread):
    """Redirected from one address to the next."""

    kind = "astray"
    says = "{site} sends me from one address to the next without end; link to the page itself, or paste the text."


class Garbled(Unread):
    """Damaged on its way, or never right."""

    kind = "garbled"
    says = "What {site} sent is damaged; try again in a few minutes, or paste the text."


class Paywalled(Unread):
    """Only subscribers see it."""

    kind = "paywall"
    says = "{site} asks for a subscription, so I could only read its beginning; paste the text and I'll brief that."


class NoArticle(Unread):
    """Read, but there is no article there."""

    kind = "not_an_article"
    says = "I found no article on that page of {site}; link to a single article, or paste the text."


class NotAPage(NoArticle):
    """A picture, a video, a program."""

    kind = "not_a_page"
    says = "That link leads to a file without text on {site}; link to an article, or paste the text."


class IsAFeed(NoArticle):
    """A list of headlines for programs."""

    kind = "is_a_feed"
    says = "That is a feed of headlines from {site}, not an article; link to one of its articles, or follow the feed."


class IsAList(NoArticle):
    """A front page, a section, search results."""

    kind = "is_a_list"
    says = "That page of {site} is a list of articles; link to one of them, or paste the text."


class NeedsBrowser(NoArticle):
    """An empty shell that a browser fills."""

    kind = "needs_browser"
    says = "That page of {site} shows its text only in a browser; paste the text and I'll brief that."


class NotAFeed(BadInput):
    """Read, but there are no headlines in it. ``offered`` are addresses of feeds that its page names."""

    kind: ClassVar[str] = "not_a_feed"

    def __init__(self, offered: Sequence[str] = ()) -> None:
        instead = f"try {' or '.join(offered)}" if offered else "give the address of an RSS, Atom or JSON feed"
        super().__init__(f"That is no feed; {instead}.")
        self.offered = tuple(offered)


class IsOpml(NotAFeed):
    """A list of feeds, at the addresses that are offered."""

    kind = "list_of_feeds"


class BrokenFeed(BadInput):
    """A feed, and all of its articles are without a title, a text and a link, as where it is cut off in the first."""

    kind: ClassVar[str] = "broken_feed"

    def __init__(self) -> None:
        super().__init__("That feed is broken: none of its articles has a title or a link; tell whoever publishes it.")


class NotOpml(BadInput):
    """Read, but it is no list of feeds."""

    def __init__(self) -> None:
        super().__init__("That is no list of feeds; export one as OPML from your feed reader and give that.")


class TooLong(BadInput):
    """Pasted text that is more than an article can be. Both numbers are characters."""

    def __init__(self, characters: int, most: int) -> None:
        super().__init__(
            f"That is {characters:,} characters, and an article has at most {most:,}; give one article at a time."
        )


class NothingToAskAbout(BadInput):
    """A question, and no article it could be about."""

    def __init__(self) -> None:
        super().__init__("I know no article to answer from here; give me a link first, or ask in a briefing's thread.")


class NothingAsked(BadInput):
    """A question without a word in it."""

    def __init__(self) -> None:
        super().__init__(
            "Ask something about the article, for example: Who said that? Or: all quotes, longer, the link."
        )


class AskedInAnotherLanguage(BadInput):
    """A question that no word of the article's language is in; both by their English names."""

    def __init__(self, asked: str, written: str) -> None:
        super().__init__(
            f"The article is in {written} and your question in {asked}, and I found no answer across the two; "
            f"ask in {written}, or by names and numbers."
        )


class NobodyQuoted(BadInput):
    """Quotations of somebody who is not quoted there, or of anybody; ``others`` are quoted."""

    def __init__(self, who: str, others: Sequence[str]) -> None:
        quoted = f"quoted are: {', '.join(others)}" if others else "nobody is quoted by name"
        super().__init__(f"The article quotes nobody called {who}; {quoted}." if who else "There are no quotes here.")


class WhoseQuotes(BadInput):
    """Quotations of somebody, and it is open which of those who are quoted is meant."""

    def __init__(self, quoted: Sequence[str]) -> None:
        named = (
            f"quoted are: {', '.join(quoted)}" if quoted else "nobody is quoted by name; for all of them: all quotes"
        )
        super().__init__(f"Say whose quotes you want; {named}.")


class WhichStory(BadInput):
    """Something to be done with one of several stories, whose headlines are ``offered``."""

    def __init__(self, offered: Sequence[str]) -> None:
        numbered = "; ".join(f"{number} {each}" for number, each in enumerate(offered, 1))
        super().__init__(f"Several stories stand here; put the number of one behind it, like: longer 2. {numbered}.")


class NoTranslator(BadInput):
    """Another language than the article's, and no language model to translate it."""

    def __init__(self) -> None:
        super().__init__(
            "Translating needs a language model, and none is set up; whoever runs me can set OPENAI_API_KEY."
        )


class UnknownLanguage(BadInput):
    """A language that no briefing can be in; ``offered`` are those that it can."""

    def __init__(self, named: str, offered: Sequence[str]) -> None:
        several = f"{', '.join(offered[:-1])} or {offered[-1]}"
        super().__init__(f"I don't know {named!r} as a language; say {several}, or off for that of each article.")


class Forgotten(BadInput):
    """An article that is not kept any more; ``url`` is where it stood, if it stood anywhere."""

    def __init__(self, url: str | None = None) -> None:
        again = f"to read it again: /brief {url}" if url else "give me its link or its text again."
        super().__init__(f"I no longer have that article; {again}")


class BadSchedule(BadInput):
    """A schedule that cannot be. ``problem`` says what is missing, in the words of a sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"That is no schedule: {problem}. A whole one is: weekdays 08:30 Europe/London.")


class UnknownZone(BadInput):
    """A time zone nobody knows. ``near`` are IANA names that it may have meant."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        offered = f"did you mean {' or '.join(near)}?" if near else "give one like Europe/London."
        super().__init__(f"I know no time zone {name}; {offered}")
        self.near = tuple(near)


class BadFilter(BadInput):
    """Words for a digest that cannot be read. ``problem`` says where, in the words of a sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__(f'I can\'t read those words: {problem}. Write them like: harbour AND (storm OR "sea wall").')


class BadSetting(BadInput):
    """A part of a digest that cannot be so. ``problem`` says what it can be, in a sentence."""


class NoSuchDigest(BadInput):
    """A digest that this workspace doesn't have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no digest {name} here; /digest list shows those there are.")


class NotYours(BadInput):
    """A digest that somebody else manages."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Somebody else manages the digest {name}; ask whoever set it up, or set up one of your own.")


class MayNotForget(BadInput):
    """Everything of a workspace, for somebody who doesn't manage it."""

    def __init__(self) -> None:
        super().__init__(
            "Only those who manage this workspace may have all of it forgotten; ask one of them, or forget what is "
            "yours: /forget me."
        )


class BadSources(BadInput):
    """None of the sources is a feed, or they are too many. ``problem`` says so, a sentence each."""


class BadLine(BadInput):
    """A line of a stream that is not what a stream holds. ``problem`` ends the sentence "Line 3 …"."""

    def __init__(self, number: int, problem: str, field: str = "text") -> None:
        super().__init__(f'Line {number} {problem}; write one {{"id": …, "{field}": "…"}} a line.')


class BadSettings(StandfirstError):
    """Settings that cannot be. ``problems`` are sentences, each naming its setting."""

    exit_code = 2

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = tuple(problems)


class NothingToRun(StandfirstError):
    """No platform is set up."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "Nothing is set up to run. For Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN "
            "(README.md has five steps for each); to see what Standfirst does without any, run: standfirst demo."
        )


class PortTaken(StandfirstError):
    """Another program listens where our web server should."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"Port {port} of {host} is taken by another program; set STANDFIRST_LISTEN to another.")


class StoreUnusable(StandfirstError):
    """The database cannot be opened, or not written to. ``problem`` says what it is and what to do; no password."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The database cannot be used: {problem}")


class NotBackedUp(StandfirstError):
    """No copy of the database could be made. ``problem`` says why and what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"There is no backup now: {problem}")


class Undelivered(StandfirstError):
    """A post that a platform would not take."""


class Refused(Undelivered):
    """The platform said no. ``reason`` is its own short name for why, ``remedy`` what a person can do about it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(remedy)
        self.reason = reason


class Gone(Refused):
    """The channel, or the bot's membership in it, isn't there any more, and won't come back by waiting."""

    def __init__(self, remedy: str) -> None:
        super().__init__("gone", remedy)


class Unknown(Undelivered):
    """The connection was lost after a post was sent, and the platform would not say whether it is there."""

    def __init__(self) -> None:
        super().__init__(
            "I can't tell whether my answer was posted, so I did not post it again; ask once more if it isn't there."
        )


class Late(Undelivered):
    """Not sent: it took so long that somebody else may have taken it over."""

    def __init__(self) -> None:
        super().__init__("It took too long, so another process may have taken it over.")


class ModelError(StandfirstError):
    """No answer of a language model's. It never holds the key, or words of the prompt's or the answer's.

    ``requests``, ``tokens_in`` and ``tokens_out`` are what was spent all the same.
    """

    kind: ClassVar[str] = "model"
    says: ClassVar[str] = "The language model gave no answer; try again in a few minutes."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.says)
        self.requests = 0
        self.tokens_in = 0
        self.tokens_out = 0


class ModelUnusable(ModelError):
    """Waiting helps nothing: somebody has to change a setting."""

    kind = "model_unusable"
    says = "The language model cannot be used as it is set up; run: standfirst check."


class ModelNotChosen(ModelUnusable):
    """No name of a model is set."""

    kind = "model_not_chosen"
    says = "No language model is chosen; set STANDFIRST_MODEL to one that `standfirst models` lists."


class KeyRefused(ModelUnusable):
    """The server does not take the key, or not for that model, or wants one."""

    kind = "key_refused"
    says = (
        "The language model's server does not take the key, or not for this model; set OPENAI_API_KEY to one that it "
        "takes."
    )


class NoSuchModel(ModelUnusable):
    """The server has no model of that name."""

    kind = "no_such_model"
    says = (
        "The language model's server has no model of that name; set STANDFIRST_MODEL to one that `standfirst models` "
        "lists."
    )


class NotAModelServer(ModelUnusable):
    """Something answers there, but not as such a server would."""

    kind = "not_a_model_server"
    says = (
        "What answers at OPENAI_BASE_URL is not a server of language models; check the address, which usually ends "
        "in /v1."
    )


class OutOfQuota(ModelUnusable):
    """Nothing is left to pay with."""

    kind = "out_of_quota"
    says = (
        "The account at the language model's server has nothing left to spend; add credit there, or set OPENAI_API_KEY "
        "to another account's."
    )


class ModelsUnlisted(ModelUnusable):
    """The server does not say which models it has."""

    kind = "models_unlisted"
    says = (
        "The language model's server does not list its models; ask whoever runs it for a name and set "
        "STANDFIRST_MODEL, or check that OPENAI_BASE_URL is right."
    )


class ModelAway(ModelError):
    """The server fails, at least now."""

    kind = "model_away"
    says = "The language model cannot be had now; try again in a few minutes."


class ModelUnreachable(ModelAway):
    """No connection, or one that was cut."""

    kind = "model_unreachable"
    says = (
        "The language model's server could not be reached, or cut the connection; check the network and "
        "OPENAI_BASE_URL, and try again in a minute."
    )


class ModelFailing(ModelAway):
    """The server says that something of its own broke, or answers half."""

    kind = "model_failing"
    says = "The language model's server has trouble of its own; try again in a few minutes."


class ModelLimited(ModelAway):
    """It asks for a pause, longer than there is time. ``after`` is in seconds, where it says so."""

    kind = "model_limited"
    says = "The language model's server asks me to slow down; try again in a minute, or use a plan with higher limits."

    def __init__(self, after: float | None = None) -> None:
        super().__init__()
        self.after = after


class ModelTooSlow(ModelAway):
    """Longer than a person would wait."""

    kind = "model_too_slow"
    says = (
        "The language model took too long; try again in a few minutes, or set STANDFIRST_MODEL_DEADLINE to more "
        "seconds."
    )


class ModelUnsuited(ModelAway):
    """It refuses each way of asking for a JSON object."""

    kind = "model_unsuited"
    says = "The language model's server refuses every way of asking for JSON; set STANDFIRST_MODEL to another model."


class ModelResting(ModelAway):
    """It failed so often that it is left alone. ``seconds`` are left of that, ``because`` is the kind of failure."""

    kind = "model_resting"
    says = (
        "The language model failed and is left alone for {wait}; wait for that long, or run standfirst check to see "
        "what is wrong."
    )

    def __init__(self, seconds: float, because: str = "") -> None:
        whole = max(1, math.ceil(seconds))
        super().__init__(self.says.format(wait=f"{whole} second{'s' if whole > 1 else ''}"))
        self.seconds = seconds
        self.because = because


class BudgetSpent(ModelError):
    """The workspace has used up what it may today."""

    kind = "budget_spent"
    says = "Today's budget for the language model is used up; it is there again at midnight UTC."


class NoModelAnswer(ModelError):
    """The server is well, but this prompt got nothing that can be used."""

    kind = "no_model_answer"
    says = "The language model gave no answer that can be used; try again, or set STANDFIRST_MODEL to another model."


class PromptTooLong(NoModelAnswer):
    """More than the model can read."""

    kind = "prompt_too_long"
    says = (
        "That is more than the language model can read at once; give less, or set STANDFIRST_MODEL to a model that "
        "reads more."
    )


class AnswerCutOff(NoModelAnswer):
    """The answer has no end: it met the bound on its length, or the server does not say that it is whole."""

    kind = "answer_cut_off"
    says = (
        "The language model's answer broke off before its end; try again, or set STANDFIRST_MODEL to a model that is "
        "briefer."
    )


class AnswerDeclined(NoModelAnswer):
    """The model, or a filter beside it, would not answer."""

    kind = "answer_declined"
    says = "The language model would not work on this text; try another model with STANDFIRST_MODEL, or do without."


class AnswerEmpty(NoModelAnswer):
    """An answer of no words."""

    kind = "answer_empty"
    says = "The language model answered nothing; try again, or set STANDFIRST_MODEL to another model."


class AnswerMalformed(NoModelAnswer):
    """Words, but not the one JSON object that was asked for, with all its fields."""

    kind = "answer_malformed"
    says = (
        "The language model did not answer in the form it was asked for; try again, or set STANDFIRST_MODEL to a "
        "stronger model."
    )


class Fault(StandfirstError):
    """Something of ours broke. ``what`` is the name of what was raised, never the article's words."""

    kind: ClassVar[str] = "fault"

    def __init__(self, what: str) -> None:
        super().__init__(f"Standfirst failed on this text ({what}); please report it with the text.")


class WorkerDied(Fault):
    """A worker ended before it answered: out of memory, or killed."""

    def __init__(self) -> None:
        super().__init__("its worker process ended before it answered")


class WorkerLate(Fault):
    """A worker took longer than an item may take, and was ended."""

    def __init__(self) -> None:
        super().__init__("it took too long")
