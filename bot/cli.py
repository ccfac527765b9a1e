"""The commands: what may be typed, and which piece of work it starts.

The work itself is imported by the command that needs it, so that ``--help`` and mistakes answer at once.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from bot.commands import MOST_POINTS, Brief, Quotes, Read
from bot.errors import StandfirstError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.commands import Command

INTERRUPTED = 130
"""What a shell reports for a program that was ended with Ctrl-C: 128 + SIGINT."""

WHERE_TO_BEGIN = (
    "Try: standfirst demo, or: standfirst brief LINK. To run it in Slack: standfirst run. All: standfirst --help"
)

JSON = "One JSON document each, on a line of its own."
JSONL = 'Stream: {"id", "text"} a line in, one answer with its id a line out, in order; - is standard input.'
RAW = "Take nothing off, so that offsets index the input."
MODEL = "A language model that writes; without one it is the article's own sentences. Default: STANDFIRST_MODEL."
BASE_URL = "Any OpenAI-compatible server that has it. Default: OPENAI_BASE_URL, else OpenAI's with OPENAI_API_KEY."
JOBS = "How many processes work on pages, on a stream, or on very many files."

BOTH = "Give files and links, or --jsonl with one file of many articles, not both."
ASK_BOTH = "Give articles and a question, or --jsonl with a file of them, not both."
ASK_NEITHER = 'Give an article and a question, for example: standfirst ask article.txt "Who said that?"'
WHAT_TO_FORGET = "Give one of: thread, a link, me, workspace; and behind the last two yes, when you are sure."
NEITHER = "Give a file or a link to read, or - for standard input."


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0, 2 for input that cannot be briefed, 1 for a fault."""
    try:
        code: object = standfirst.main(args=args, prog_name="standfirst", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except StandfirstError as error:
        click.echo(f"standfirst: {error}", err=True)
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    sys.exit(code if isinstance(code, int) else 0)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="standfirst")
@click.pass_context
def standfirst(context: click.Context) -> None:
    """News briefings with the quotes that matter, word for word and credited to the right people."""
    if context.invoked_subcommand is None:
        click.echo(WHERE_TO_BEGIN)


def _about_articles(ask: Callable[..., Command]) -> Callable[..., int]:
    """A command about articles: ``ask`` says what is asked for; which articles, and how to answer, is shared."""

    @wraps(ask)
    def command(
        names: tuple[str, ...],
        *,
        as_json: bool,
        jsonl: str | None,
        jobs: int,
        model: dict[str, str] | None = None,
        **asked: bool | int,
    ) -> int:
        if (jsonl is None) == (not names):
            raise click.UsageError(BOTH if names else NEITHER)
        from bot.wiring import articles

        command = ask(**asked)
        if jsonl is None:
            return articles.answer_names(command, names, as_json=as_json, jobs=jobs, model=model)
        if isinstance(command, Read):
            return articles.read_pages(jsonl, jobs=jobs, raw=command.raw)
        return articles.answer_texts(command, jsonl, jobs=jobs)

    for parameter in (
        click.option(
            "--jobs", type=click.IntRange(min=1), metavar="N", default=_cores, show_default="all cores", help=JOBS
        ),
        click.option("--raw", is_flag=True, help=RAW),
        click.option("--jsonl", metavar="FILE", help=JSONL),
        click.option("--json", "as_json", is_flag=True, help=JSON),
        click.argument("names", metavar="FILE|LINK...", nargs=-1),
    ):
        command = parameter(command)
    return command


def _with_model(command: Callable[..., int]) -> Callable[..., int]:
    """A command that a language model may help with: which one, and where, unless the environment says so."""

    @wraps(command)
    def asked(*args: Any, model: str | None, base_url: str | None, **options: Any) -> int:  # noqa: ANN401 - click's
        given = {"STANDFIRST_MODEL": model, "OPENAI_BASE_URL": base_url}
        return command(*args, model={name: value for name, value in given.items() if value}, **options)

    for parameter in (
        click.option("--base-url", metavar="URL", help=BASE_URL),
        click.option("--model", metavar="NAME", help=MODEL),
    ):
        asked = parameter(asked)
    return asked


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))  # those we may use, not those the machine has
    return os.cpu_count() or 1


@standfirst.command(
    epilog="""\b
Examples:
  standfirst brief https://example.org/news/story
  standfirst brief article.txt
  pbpaste | standfirst brief --points 2 -
  standfirst brief --json *.txt | jq -r .headline
  standfirst brief --jsonl articles.jsonl > briefings.jsonl"""
)
@click.option(
    "--points", type=click.IntRange(1, MOST_POINTS), metavar="N", default=3, show_default=True, help="How many points."
)
@_with_model
@_about_articles
def brief(*, points: int, raw: bool) -> Command:
    """Brief each article: a headline, the points, and the key quotes with their speakers.

    A FILE is plain text (UTF-8, or UTF-16 with a byte order mark), a web page or a PDF; - is standard input.
    """
    return Brief(points=points, raw=raw)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst quotes article.txt
  standfirst quotes --json --raw article.txt | jq '.quotes[].spans'"""
)
@_about_articles
def quotes(*, raw: bool) -> Command:
    """List every quotation in each article, in order, with its speaker where that is sure.

    A FILE is plain text (UTF-8, or UTF-16 with a byte order mark), a web page or a PDF; - is standard input.
    """
    return Quotes(raw=raw)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst read https://example.org/news/story
  standfirst read --json page.html | jq -r .title
  standfirst read --jsonl pages.jsonl > articles.jsonl

With --jsonl, in:  {"id", "html", "url"}
             out: {"id", "title", "byline", "published", "language", "paywall", "text"}"""
)
@_about_articles
def read(*, raw: bool) -> Command:
    """Read each article off its page: what it says, and what is known about it.

    A FILE is a web page, a PDF or plain text; - is standard input.
    """
    return Read(raw=raw)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst ask https://example.org/news/story "What did the mayor say?"
  standfirst ask monday.txt tuesday.txt "How much will it cost?"
  standfirst ask --jsonl questions.jsonl > answers.jsonl

With --jsonl, in:  {"id", "text" or "texts", "question"}
             out: {"id", "answered", "answer", "passages": [{"text", "start", "end"}], "confidence"}"""
)
@click.option("--json", "as_json", is_flag=True, help=JSON)
@click.option(
    "--jsonl", metavar="FILE", help="Stream: a question a line in, an answer a line out; - is standard input."
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", default=_cores, show_default="all cores", help=JOBS)
@click.argument("given", metavar="FILE|LINK... QUESTION", nargs=-1)
@_with_model
def ask(given: tuple[str, ...], *, as_json: bool, jsonl: str | None, jobs: int, model: dict[str, str]) -> int:
    """Answer a question from articles, with the passages that show it, or say that they don't say.

    A FILE is plain text, a web page or a PDF; - is standard input. The question comes last.
    """
    if jsonl is not None and given:
        raise click.UsageError(ASK_BOTH)
    from bot.wiring import answers

    if jsonl is not None:
        return answers.ask_texts(jsonl, jobs=jobs)
    if len(given) < 2:  # noqa: PLR2004 - an article and a question
        raise click.UsageError(ASK_NEITHER)
    return answers.ask_names(given[:-1], given[-1], as_json=as_json, model=model)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst feed https://example.org/rss.xml
  standfirst feed https://example.org/
  standfirst feed --json feed.xml | jq -r '.headlines[].title'
  standfirst feed --opml https://example.org/ https://example.net/ > feeds.opml
  standfirst feed feeds.opml"""
)
@click.option("--json", "as_json", is_flag=True, help=JSON)
@click.option("--opml", "as_opml", is_flag=True, help="The feeds themselves, as a list that feed readers take.")
@click.argument("names", metavar="FILE|LINK...", nargs=-1)
def feed(names: tuple[str, ...], *, as_json: bool, as_opml: bool) -> int:
    """List the headlines of each feed, or of the feed that a site's page names.

    A FILE is a feed (RSS, Atom, RDF or JSON Feed), or a list of feeds (.opml); - is standard input.
    """
    if not names:
        raise click.UsageError(NEITHER)
    from bot.wiring import digests

    return digests.list_headlines(names, as_json=as_json, as_opml=as_opml)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst digest https://example.org/ https://example.net/feed.xml
  standfirst digest --at "weekdays 08:30" --zone Europe/London --words "harbour OR storm" feeds.opml"""
)
@click.option("--at", default="daily 08:30", show_default=True, help="When it would come; shown as the next time.")
@click.option("--zone", default="UTC", show_default=True, help="The time zone of --at and of the day above it.")
@click.option("--stories", type=click.IntRange(1, 20), default=7, show_default=True, help="How many at most.")
@click.option("--words", default="", help='Only headlines with these: harbour AND (storm OR "sea wall") NOT football.')
@click.option("--json", "as_json", is_flag=True, help=JSON)
@click.argument("names", metavar="FEED|SITE...", nargs=-1)
@_with_model
def digest(names: tuple[str, ...], *, at: str, zone: str, as_json: bool, **wanted: Any) -> int:  # noqa: ANN401 - click's
    """Compose a digest of what the feeds have now: each story once, however many tell it."""
    if not names:
        raise click.UsageError(NEITHER)
    from bot.schedule import parse, zone_named
    from bot.wiring import digests

    schedule = parse(at, zone_named(zone))
    return digests.compose_digest(names, schedule, as_json=as_json, **wanted)


@standfirst.command(
    epilog="""\b
Example:
  standfirst why https://example.org/news/harbour"""
)
@click.option("--digest", "number", type=int, default=0, help="The number of one digest; all, unless you say so.")
@click.argument("link")
def why(link: str, number: int) -> int:
    """Say what became of an article in the digests of this database (DATABASE_URL).

    Told, and when; left out, and by what; not brought by any source; or waiting for the next digest.
    """
    from bot.wiring import digests

    return digests.tell_why(link, number)


@standfirst.command(
    epilog="""\b
Example:
  standfirst cluster --jsonl articles.jsonl

In:  {"id", "title", "text", "published", "url"}
Out: {"id", "story"}, story being the id of its first article"""
)
@click.option("--jsonl", metavar="FILE", required=True, help="One article a line; - is standard input.")
def cluster(jsonl: str) -> int:
    """Put articles together that tell the same story."""
    from bot.wiring import digests

    return digests.cluster_texts(jsonl)


@standfirst.command(
    epilog="""\b
Set, for Slack:
  SLACK_BOT_TOKEN and SLACK_APP_TOKEN        one workspace, over a socket (README.md, Slack in five steps)
  SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET   one workspace, over HTTP
  SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET   any workspace may install it
For Discord:
  DISCORD_TOKEN                              the bot in any server that adds it (README.md, Discord in five steps)
For a language model, wherever it runs:
  OPENAI_API_KEY or OPENAI_BASE_URL, and STANDFIRST_MODEL   (standfirst models lists them; README.md)
All settings: standfirst settings"""
)
def run() -> int:
    """Run the bot on every platform that is set up, until stopped with Ctrl-C or SIGTERM.

    With none set up, or with STANDFIRST_PLAYGROUND=yes, there is a playground: the bot in a page of this machine.
    """
    from bot.wiring import running

    return running.run(_cores())


@standfirst.command(
    epilog="""\b
Set for every process, `standfirst run` and `standfirst worker` alike:
  DATABASE_URL=postgresql://…       the PostgreSQL that they share
  STANDFIRST_ENGINE=procrastinate   digests are left to workers; any number may run
and the tokens of the platforms, as for `standfirst run`."""
)
def worker() -> int:
    """Deliver digests for other processes, until stopped with Ctrl-C or SIGTERM."""
    from bot.wiring import running

    return running.work(_cores())


@standfirst.command(
    epilog="""\b
Example:
  standfirst chat
  > https://example.org/an-article
  > Who said that?
  > /digest weekdays 08:30 Europe/London example.org"""
)
def chat() -> int:
    """Talk with the bot in this terminal: the same commands as in Slack and Discord, without either."""
    from bot.wiring import running

    return running.chat()


@standfirst.command(
    epilog="""\b
Examples:
  standfirst check && standfirst run
  standfirst check --json | jq -r 'select(.well == false) | .says'

With --json, out: {"subject", "well", "says"}; "well" is null for what nobody has to mend"""
)
@click.option("--json", "as_json", is_flag=True, help=JSON)
def check(*, as_json: bool) -> int:
    """Look at settings, tokens, scopes, intents, the database, its disk, the model, feeds and the clock.

    Each is told with what to do about it. Nothing is changed. The exit code is 0 if all is well, 1 if something isn't,
    2 if settings cannot be.
    """
    from bot.wiring import checking

    return checking.check(as_json=as_json)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst forget https://example.org/news/story
  standfirst forget workspace yes                               what was talked about in `standfirst chat`
  standfirst forget --in slack:T0123456 --person U0123456 me    whatever somebody has asked you to delete
  standfirst forget --in discord:1234567890 workspace yes"""
)
@click.option("--in", "place", metavar="PLATFORM:WORKSPACE", default="terminal:", help="Where; this terminal's, else.")
@click.option("--person", metavar="NAME", default="you", help="For `me`: whose, by the platform's name for them.")
@click.argument("what", metavar="thread|LINK|me|workspace [yes]", nargs=-1, required=True)
def forget(what: tuple[str, ...], *, place: str, person: str) -> int:
    """Delete what is known of a thread, an article, a person or a workspace, for good."""
    from bot.typed import parse_forget
    from bot.wiring import keeping

    platform, _, workspace = place.partition(":")
    wish = parse_forget(" ".join(what))
    if wish is None:
        raise click.UsageError(WHAT_TO_FORGET)
    return keeping.forget(wish, platform, workspace, person)


@standfirst.command()
def migrate() -> int:
    """Bring the tables of the database (DATABASE_URL) up to date; safe to run from several machines at once.

    `standfirst run` does the same when it starts. Make a backup first.
    """
    from bot.wiring import keeping

    return keeping.migrate()


@standfirst.command(
    epilog="""\b
Example:
  standfirst backup /var/backups/standfirst-2026-11-27.db"""
)
@click.argument("file")
def backup(file: str) -> int:
    """Copy the SQLite database to FILE, whole, while others go on writing to it; what is there is not overwritten.

    To copy the file by other means loses what stands in the log beside it. For PostgreSQL use pg_dump.
    """
    from bot.wiring import keeping

    return keeping.back_up(file)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst restore /var/backups/standfirst-2026-11-27.db
  pg_restore --dbname postgresql://… standfirst.dump && standfirst restore"""
)
@click.argument("file", required=False)
def restore(file: str | None) -> int:
    """Put a backup back, and have digests looked for that may have been posted since it was made.

    Stop all processes first. FILE is what `standfirst backup` made; without it, pg_restore has done that part.
    """
    from bot.wiring import keeping

    return keeping.restore(file)


@standfirst.command()
def settings() -> int:
    """List all settings, as a page of Markdown: what each is for, what can be written, and what holds otherwise."""
    from bot.settings.page import page

    click.echo(page(), nl=False)
    return 0


@standfirst.command(
    epilog="""\b
Examples:
  OPENAI_API_KEY=sk-… standfirst models
  standfirst models --base-url http://localhost:11434/v1
  standfirst models --base-url http://localhost:11434/v1 --model llama3.2"""
)
@_with_model
def models(*, model: dict[str, str]) -> int:
    """Say which language models the server offers, and in which way the chosen one answers."""
    from bot.wiring import running

    return running.models(model)


@standfirst.group()
def slack() -> None:
    """What Slack needs from you."""


@slack.command(
    epilog="""\b
Examples:
  standfirst slack manifest
  standfirst slack manifest --url https://bot.example.org"""
)
@click.option("--url", metavar="URL", help="Where Slack reaches the bot over HTTP; without it, Socket Mode.")
def manifest(url: str | None) -> int:
    """Print the manifest of the Slack app, to be pasted at api.slack.com/apps, Create New App, From a manifest."""
    from bot.wiring import running

    return running.slack_manifest(url)


@standfirst.group()
def discord() -> None:
    """What Discord needs from you."""


@discord.command(
    epilog="""\b
Examples:
  standfirst discord invite
  standfirst discord invite --app 1234567890123456789"""
)
@click.option("--app", metavar="ID", type=click.IntRange(1), help="The Application ID; without it, DISCORD_TOKEN's.")
def invite(app: int | None) -> int:
    """Print the link by which a server adds the bot, with the least permissions it works with."""
    from bot.wiring import running

    return running.discord_invite(app)


@standfirst.command()
def demo() -> int:
    """Brief the articles that come with Standfirst."""
    from bot.wiring import articles

    return articles.show_demo()
