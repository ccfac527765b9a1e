"""The forms and the home tab. Limits: docs.slack.dev, reference/views (100 blocks; titles of 24 characters)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.slack.rendering import controls, rich
from adapters.slack.rendering.controls import open_form, plain_text
from adapters.wording import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.rendering.limits import Block
    from bot.model import Subscription, Told

BRIEF_FORM, QUESTION_FORM, DIGEST_FORM = "brief_form", "question_form", "digest_form"
"""What Slack calls them when they are sent (``callback_id``)."""

LONGEST_INPUT = 3_000
"""Characters of a text field. The most that Slack lets a field take (reference/block-kit: plain_text_input)."""

LONGEST_TITLE = 200
"""Characters of a headline in the list of those that were asked for."""

MOST_DIGESTS_SHOWN = 20
"""On the home tab, three blocks each; a tab has 100, and the briefings have twenty."""

LONGEST_LINE = 300
"""Characters of what is said about a digest there."""

_LINE: dict[str, Any] = {"type": "divider"}

HOW = (
    ("/brief LINK", "briefs an article, here in the channel"),
    ("/brief", "opens a form: a link or a text, for the channel or for you alone"),
    ("/brief language German", "has briefings here in another language, quotes beside their translation"),
    ("Brief this", "in a message's menu: briefs its link, or its text, in its thread"),
    ("@Standfirst LINK", "the same as a message"),
    ("A reply in a briefing's thread", "asks about its article; end with a question mark"),
    ("A direct message to me", "a link, a text, or in its thread a question"),
    ("/digest", "sets up a daily digest here; /digest help says what else can be typed"),
    ("/forget", "deletes what I know of a thread, an article, of you or of this workspace"),
)

HELP = "\n".join(f"{what}: {does}" for what, does in HOW)


def brief_form(kept: str, *, anywhere: bool = True) -> dict[str, Any]:
    """The form of ``/brief``; ``anywhere`` is false where there is no channel to post in."""
    channel, alone = _option("Everyone in the channel", "channel"), _option("Only me", "me")
    options = [channel, alone] if anywhere else [alone]
    return {
        "type": "modal",
        "callback_id": BRIEF_FORM,
        "private_metadata": kept,
        "title": plain_text("Brief an article"),
        "submit": plain_text("Brief"),
        "close": plain_text("Cancel"),
        "blocks": [
            _input("link", "Link", {"type": "url_text_input"}, hint="https://…"),
            _input(
                "text",
                "Or its text",
                {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_INPUT},
                hint="For more than 3,000 characters, paste it behind /brief, or send it to me as a direct message.",
            ),
            {
                "type": "input",
                "block_id": "who",
                "label": plain_text("Who sees it"),
                "element": {
                    "type": "radio_buttons",
                    "action_id": "who",
                    "options": options,
                    "initial_option": options[0],
                },
            },
        ],
    }


def question_form(kept: str) -> dict[str, Any]:
    """The form behind "Ask"."""
    field = {"type": "plain_text_input", "max_length": 300, "focus_on_load": True}
    return {
        "type": "modal",
        "callback_id": QUESTION_FORM,
        "private_metadata": kept,
        "title": plain_text("Ask the article"),
        "submit": plain_text("Ask"),
        "close": plain_text("Cancel"),
        "blocks": [_input("question", "Your question", field, needed=True)],
    }


def digest_form(kept: str, one: Subscription | None = None, *, asks_where: bool = False) -> dict[str, Any]:
    """The form of ``/digest``, for a new one or for ``one`` that is to be changed; it may ask for the channel too."""
    text: Block = {"type": "plain_text_input"}
    name, schedule = (one.name, str(one.schedule)) if one else ("Morning briefing", "weekdays 08:30 Europe/London")
    channels: Block = {"type": "conversations_select", "filter": {"include": ["public", "private"]}}
    fields = [
        *([_input("channel", "Channel", channels, needed=True)] if asks_where else []),
        _input("name", "Name", text | {"initial_value": name, "max_length": 80}, needed=True),
        _input(
            "schedule",
            "When",
            text | {"initial_value": schedule, "max_length": 200},
            hint="daily, weekdays, weekends, or mon,thu; one time or several; a time zone",
            needed=True,
        ),
        _input(
            "sources",
            "Sources",
            text | {"multiline": True, "max_length": LONGEST_INPUT} | _initial(" \n".join(one.sources) if one else ""),
            hint="Addresses of sites or of their feeds, one a line",
            needed=True,
        ),
        _input(
            "words",
            "Only stories with these words",
            text | {"max_length": 300} | _initial(one.words if one else ""),
            hint='harbour AND (storm OR "sea wall") NOT football',
        ),
        _choice("stories", "Stories at most", [str(number) for number in range(3, 11)], str(one.stories if one else 7)),
        _tick("says_so", "Without news", "Post a line that there is nothing new", ticked=bool(one and one.says_so)),
    ]
    return {
        "type": "modal",
        "callback_id": DIGEST_FORM,
        "private_metadata": kept,
        "title": plain_text("Change a digest" if one else "Set up a digest"),
        "submit": plain_text("Save"),
        "close": plain_text("Cancel"),
        "blocks": fields,
    }


def home(told: Sequence[Told], digests: Sequence[tuple[Subscription, str]] = ()) -> dict[str, Any]:
    """The home tab of somebody who asked for those briefings; each of the workspace's digests comes with a line."""
    shown = digests[:MOST_DIGESTS_SHOWN]
    return {"type": "home", "blocks": [*_how(), _LINE, *_digests(shown, len(digests)), _LINE, *_told(told)]}


def _how() -> list[Block]:
    lines = [rich.line(rich.words(what, bold=True), rich.words(f" {does}")) for what, does in HOW]
    return [
        {"type": "header", "text": plain_text("Standfirst")},
        rich.block(rich.line(rich.words("News in short, with the key quotes word for word."))),
        rich.block(rich.bullets(lines)),
        open_form(),
    ]


def _digests(digests: Sequence[tuple[Subscription, str]], number: int) -> list[Block]:
    title: Block = {"type": "header", "text": plain_text("Digests")}
    if not digests:
        return [title, rich.block(rich.line(rich.words("None yet. Type /digest in a channel to set one up.")))]
    shown: list[Block] = [title]
    for one, line in digests:
        shown += [
            rich.block(rich.line(rich.words(line[:LONGEST_LINE]))),
            rich.note(f"Sources: {', '.join(map(_host, one.sources))}"[:LONGEST_LINE]),
            controls.of_digest(one.ident, paused=one.paused),
        ]
    left_out = number - len(digests)
    return [*shown, *([rich.note(f"{left_out} more: /digest list")] if left_out else [])]


def _told(told: Sequence[Told]) -> list[Block]:
    title: Block = {"type": "header", "text": plain_text("Your briefings")}
    if not told:
        return [title, rich.block(rich.line(rich.words("None yet. Give me a link.")))]
    return [title, *(rich.block(rich.bullets([_line(each)])) for each in told)]


def _line(told: Told) -> Block:
    headline = told.headline[:LONGEST_TITLE] or "A briefing"
    return rich.line(rich.link(headline, told.url), rich.words(f" · {day(told.at)}"))


def _input(name: str, label: str, element: Block, *, hint: str = "", needed: bool = False) -> Block:
    block: Block = {
        "type": "input",
        "block_id": name,
        "optional": not needed,
        "label": plain_text(label),
        "element": element | {"action_id": name},
    }
    return block | {"hint": plain_text(hint)} if hint else block


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0] or url


def _initial(value: str) -> Block:
    return {"initial_value": value[:LONGEST_INPUT]} if value else {}


def _choice(name: str, label: str, values: Sequence[str], chosen: str) -> Block:
    options = [_option(value, value) for value in values]
    element: Block = {"type": "static_select", "options": options, "initial_option": _option(chosen, chosen)}
    return _input(name, label, element, needed=True)


def _tick(name: str, label: str, text: str, *, ticked: bool) -> Block:
    options = [_option(text, "yes")]
    element: Block = {"type": "checkboxes", "options": options} | ({"initial_options": options} if ticked else {})
    return _input(name, label, element)


def _option(text: str, value: str) -> Block:
    return {"text": plain_text(text), "value": value}
