"""The commands of whoever runs the bot: is all well, and what is to be done with the database and its settings.

The work itself is imported by the command that needs it, as in ``bot.cli``.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import click

WHAT_TO_FORGET = "Give one of: thread, a link, me, workspace; and behind the last two yes, when you are sure."


@click.command(
    epilog="""\b
Examples:
  standfirst check && standfirst run
  standfirst check --json | jq -r 'select(.well == false) | .says'

With --json, out: {"subject", "well", "says"}; "well" is null for what nobody has to mend"""
)
@click.option("--json", "as_json", is_flag=True, help="A JSON document a line, one for each finding.")
def check(*, as_json: bool) -> int:
    """Look at settings, tokens, scopes, intents, the database, its disk, the model, feeds and the clock.

    Each is told with what to do about it. Nothing is changed. The exit code is 0 if all is well, 1 if something isn't,
    2 if settings cannot be.
    """
    from bot.wiring import checking

    return checking.check(as_json=as_json)


@click.command(
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


@click.command()
def migrate() -> int:
    """Bring the tables of the database (DATABASE_URL) up to date; safe to run from several machines at once.

    `standfirst run` does the same when it starts. Make a backup first.
    """
    from bot.wiring import keeping

    return keeping.migrate()


@click.command(
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


@click.command(
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


@click.command()
def settings() -> int:
    """List all settings, as a page of Markdown: what each is for, what can be written, and what holds otherwise."""
    from bot.settings.page import page

    click.echo(page(), nl=False)
    return 0


COMMANDS = (check, forget, migrate, backup, restore, settings)
