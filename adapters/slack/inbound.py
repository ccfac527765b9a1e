"""What Slack sends when somebody types, clicks or picks something -> what they ask for. Pure.

Sources: docs.slack.dev, interactivity (slash commands, shortcuts, payloads) and reference/events.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any, Literal

from adapters.slack.asked import Asked
from bot.edits import Create
from bot.errors import StandfirstError
from bot.filters import wanted
from bot.front_desk import kind_of
from bot.overheard import is_asked_of_us
from bot.schedule import parse as parse_schedule
from bot.typed import Link, Nothing, first_link, parse

if TYPE_CHECKING:
    from bot.front_desk import Kind
    from bot.typed import Typed

Payload = Mapping[str, Any]

_MARKUP = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_MENTION = re.compile(r"<@[A-Z0-9]+(?:\|[^<>]*)?>")
_EMOJI = re.compile(r"(?<!\w):(?:[+-]1|\d{3,4}|(?=[^:\s]*[^\W\d_])[\w+'-]+):(?!\w)")
_PAGES = re.compile(r"https?://", re.IGNORECASE)


def typed(text: str) -> str:
    """What a person typed, from what Slack made of it: links bare, mentions and emoji gone, escapes undone."""
    return unescape_three(_MARKUP.sub(_as_typed, _EMOJI.sub(" ", text))).strip()


def unescape_three(text: str) -> str:
    """Undo Slack's three escapes and no others: an article may well write ``&euro;``."""
    return re.sub(r"&(?:amp|lt|gt);", lambda found: unescape(found[0]), text)


def from_command(body: Payload) -> Asked | Nothing:
    """What ``/brief`` with something behind it asks for."""
    what = parse(typed(body.get("text") or ""))
    return what if isinstance(what, Nothing) else wants(help_from_command(body), what, question="brief_text")


def help_from_command(body: Payload) -> Asked:
    """That somebody who typed a command wants to know what can be typed."""
    return Asked(
        "help",
        body["team_id"],
        body["channel_id"],
        body["user_id"],
        answer_url=body.get("response_url", ""),
        direct="yes" if is_direct(body["channel_id"]) else "",
    )


def from_shortcut(body: Payload) -> Asked:
    """What "Brief this" on a message asks for: its first link, else its text; the answer goes to its thread."""
    message, channel = body["message"], body["channel"]["id"]
    where = Asked(
        "brief_text",
        _team(body),
        channel,
        body["user"]["id"],
        thread=message.get("thread_ts") or message["ts"],
        answer_url=body.get("response_url", ""),
        direct="yes" if is_direct(channel) else "",
    )
    text = typed(message.get("text") or "")
    link = first_link(text) or _attached_link(message)
    if link and _PAGES.match(link):
        return replace(where, kind="brief_link", text=link)
    return replace(where, text=text or _attached_text(message))


def spoken_in(event: Payload, workspace: str) -> Asked:
    """Where a message is written, and by whom; nothing of it is read."""
    return Asked(
        "help",
        workspace,
        event["channel"],
        event["user"],
        thread=event.get("thread_ts") or event["ts"],
        direct="yes" if is_direct(event["channel"]) else "",
    )


def from_message(event: Payload, workspace: str, *, ours: bool) -> Asked:
    """What a message asks for that names the bot, or is written to it; the answer goes to its thread.

    ``ours`` is whether we posted in that thread.
    """
    where = spoken_in(event, workspace)
    return wants(where, parse(typed(event.get("text") or ""), in_thread=ours), question="ask")


def from_reply(event: Payload, workspace: str) -> Asked | None:
    """What a message in a thread of ours asks for, without naming the bot; ``None`` if it is said to others."""
    if _MENTION.search(event.get("text") or ""):
        return None
    text = typed(event.get("text") or "")
    return replace(spoken_in(event, workspace), kind="ask", text=text) if is_asked_of_us(text) else None


def from_button(body: Payload, kind: Kind) -> Asked:
    """What a button under a briefing asks for; in the thread of that briefing, or privately where it was private."""
    at, channel = body["container"], body["channel"]["id"]
    hidden = bool(at.get("is_ephemeral"))
    return Asked(
        kind,
        _team(body),
        channel,
        body["user"]["id"],
        thread="" if hidden else at.get("thread_ts") or at["message_ts"],
        article=body["actions"][0].get("value", ""),
        answer_url=body.get("response_url", ""),
        private="yes" if hidden and kind != "brief_filed" else "",
        direct="yes" if is_direct(channel) else "",
    )


def from_form(body: Payload) -> Asked | Mapping[str, str]:
    """What the form asks for; or what is wrong with it, by the block it is wrong in."""
    state = body["view"]["state"]["values"]
    link = typed((state["link"]["link"].get("value") or "").strip())
    text = (state["text"]["text"].get("value") or "").strip()
    privately = state["who"]["who"]["selected_option"]["value"] == "me"
    where = _kept(body)
    where = replace(where, private="yes" if privately else "")
    if link and text:
        return {"text": "Give a link or a text, not both."}
    if not link and not text:
        return {"link": "Give a link here, or paste the text below."}
    if text:
        return replace(where, kind="brief_text", text=text)
    what = parse(link)
    if not isinstance(what, Link):
        return {"link": "That is no link; it should begin with https://."}
    return replace(where, kind="brief_link", text=what.url)


def from_question(body: Payload) -> Asked:
    """What the form for a question asks."""
    state = body["view"]["state"]["values"]
    return replace(_kept(body), kind="ask", text=(state["question"]["question"].get("value") or "").strip())


def from_digest_command(body: Payload) -> Asked:
    """What ``/digest`` and what is behind it asks for; only the asker sees the answer."""
    return replace(help_from_command(body), kind="digest", text=typed(body.get("text") or ""), private="yes")


def from_forget_command(body: Payload) -> Asked:
    """What ``/forget`` and what is behind it asks for; only the asker sees the answer."""
    return replace(help_from_command(body), kind="forget", text=typed(body.get("text") or ""), private="yes")


def from_digest_button(body: Payload, verb: str) -> Asked:
    """What a button beside a digest on the home tab asks for; the answer goes to the asker."""
    text = f"{verb} {body['actions'][0]['value']}"
    return Asked("digest", _team(body), "", body["user"]["id"], text=text, private="yes")


def from_digest_form(body: Payload) -> Asked | Mapping[str, str]:
    """What the form of a digest asks for; or what is wrong with it, by the block it is wrong in."""
    state = body["view"]["state"]["values"]
    typed_in = {
        name: (state[name][name].get("value") or "").strip() for name in ("name", "schedule", "sources", "words")
    }
    wrong: dict[str, str] = {}
    try:
        parse_schedule(typed_in["schedule"])
    except StandfirstError as error:
        wrong["schedule"] = str(error)
    try:
        wanted(typed_in["words"])
    except StandfirstError as error:
        wrong["words"] = str(error)
    if not typed_in["sources"]:
        wrong["sources"] = "Give at least one source: the address of a site or of its feed."
    if wrong:
        return wrong
    where = _kept(body)
    chosen = str(state["channel"]["channel"].get("selected_conversation") or "") if "channel" in state else ""
    where = replace(where, channel=where.channel or chosen)
    form = Create(
        schedule=typed_in["schedule"],
        sources=tuple(typed(typed_in["sources"]).split()),
        name=typed_in["name"],
        words=typed_in["words"],
        stories=int(state["stories"]["stories"]["selected_option"]["value"]),
        says_so=bool(state["says_so"]["says_so"].get("selected_options")),
        changes=int(where.article or 0),
    )
    return replace(where, kind="digest_form", article="", text=form.written(), private="yes")


def kept(asked: Asked) -> str:
    """What a form must give back when it is sent, in the 3,000 characters there are for it."""
    names = ("workspace", "channel", "thread", "article", "answer_url", "private", "direct")
    return json.dumps({name: value for name in names if (value := getattr(asked, name))})


def wants(where: Asked, what: Typed, *, question: Kind) -> Asked:
    """What is asked for by typing ``what``; ``question`` is what something short without a link is there."""
    kind, text = kind_of(what, question=question)
    return replace(where, kind=kind, text=text)


def is_direct(channel: str) -> bool:
    """Whether a channel is a direct message, by the first letter of its name."""
    return channel.startswith("D")


def _kept(body: Payload) -> Asked:
    said: dict[str, str] = json.loads(body["view"].get("private_metadata") or "{}")
    private: Literal["", "yes"] = "yes" if said.get("private") else ""
    direct: Literal["", "yes"] = "yes" if said.get("direct") else ""
    return Asked(
        "help",
        said.get("workspace") or _team(body),
        said.get("channel", ""),
        body["user"]["id"],
        thread=said.get("thread", ""),
        article=said.get("article", ""),
        answer_url=said.get("answer_url", ""),
        private=private,
        direct=direct,
    )


def _team(body: Payload) -> str:
    team: Payload | None = body.get("team")
    return str(team["id"] if team else body["user"]["team_id"])


def _as_typed(found: re.Match[str]) -> str:
    sigil, target, label = found[1], found[2], found[3]
    if sigil == "#":
        return f"#{label}" if label else ""
    return "" if sigil else target.removeprefix("mailto:")


def _attached_link(message: Payload) -> str | None:
    for each in message.get("attachments") or ():
        for name in ("from_url", "title_link", "original_url"):
            if each.get(name):
                return str(each[name])
    return None


def _attached_text(message: Payload) -> str:
    """What other bots say stands in attachments and blocks."""
    said = [
        str(each[name]) for each in message.get("attachments") or () for name in ("title", "text") if each.get(name)
    ]
    shown: list[Payload | None] = [each.get("text") for each in message.get("blocks") or ()]
    said += [str(text["text"]) for text in shown if text]
    return typed("\n\n".join(said))
