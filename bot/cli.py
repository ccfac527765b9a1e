"""The commands: what may be typed, and which piece of work it starts.

The work itself is imported by the command that needs it, so that ``--help`` and mistakes answer at once.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.commands import MOST_POINTS, Brief, Quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.commands import Command

INTERRUPTED = 130
"""What a shell reports for a program that was ended with Ctrl-C: 128 + SIGINT."""

WHAT_EXISTS = "Slack and Discord come later; so far Standfirst briefs articles in the terminal. Try: standfirst demo"


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0, 2 for input that cannot be briefed, 1 for a fault."""
    try:
        code: object = standfirst.main(args=args, prog_name="standfirst", standalone_mode=False)
    except click.ClickException as error:
        error.show()
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
        click.echo(WHAT_EXISTS)


def _asking(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument and options that every command about articles takes."""
    for parameter in (
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            default=_cores,
            show_default="all cores",
            metavar="N",
            help="How many processes work on many articles.",
        ),
        click.option("--raw", is_flag=True, help="Take nothing off, so that offsets index the input."),
        click.option(
            "--jsonl",
            metavar="FILE",
            help='Stream: {"id", "text"} a line in, one answer with its id a line out, in order; - is standard input.',
        ),
        click.option("--json", "as_json", is_flag=True, help="One JSON document a file, each on a line of its own."),
        click.argument("names", metavar="FILE...", nargs=-1),
    ):
        command = parameter(command)
    return command


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))  # those we may use, not those the machine has
    return os.cpu_count() or 1


@standfirst.command(
    epilog="""\b
Examples:
  standfirst brief article.txt
  pbpaste | standfirst brief --points 2 -
  standfirst brief --json *.txt | jq -r .headline
  standfirst brief --jsonl articles.jsonl > briefings.jsonl"""
)
@click.option(
    "--points",
    type=click.IntRange(1, MOST_POINTS),
    default=3,
    show_default=True,
    metavar="N",
    help="How many points.",
)
@_asking
def brief(points: int, names: tuple[str, ...], **options: Any) -> int:
    """Brief each FILE: a headline, the points, and the key quotes with their speakers.

    A FILE is plain text, UTF-8 or UTF-16 with a byte order mark; - is standard input.
    """
    return _answer(Brief(points=points, raw=options["raw"]), names, **options)


@standfirst.command(
    epilog="""\b
Examples:
  standfirst quotes article.txt
  standfirst quotes --json --raw article.txt | jq '.quotes[].spans'"""
)
@_asking
def quotes(names: tuple[str, ...], **options: Any) -> int:
    """List every quotation in each FILE, in order, with its speaker where that is sure.

    A FILE is plain text, UTF-8 or UTF-16 with a byte order mark; - is standard input.
    """
    return _answer(Quotes(raw=options["raw"]), names, **options)


@standfirst.command()
def demo() -> int:
    """Brief the articles that come with Standfirst."""
    from bot import wiring

    return wiring.show_demo()


def _answer(command: Command, names: tuple[str, ...], *, raw: bool, as_json: bool, jsonl: str | None, jobs: int) -> int:
    del raw  # the command has it
    if jsonl is not None and names:
        raise click.UsageError("Give files, or --jsonl with one file of many articles, not both.")
    if jsonl is None and not names:
        raise click.UsageError("Give a file to read, or - for standard input.")
    from bot import wiring

    if jsonl is not None:
        return wiring.answer_stream(command, jsonl, jobs=jobs)
    return wiring.answer_files(command, names, as_json=as_json, jobs=jobs)
