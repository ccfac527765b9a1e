"""The buttons under a briefing. What they are about stands in their values, so that they work after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.slack.rendering.limits import Block
    from summariser.model import Briefing

MORE_QUOTES, ASK, SHARE, FEEDBACK, OPEN_FORM = "more_quotes", "ask", "share", "feedback", "open_form"
"""What Slack calls them when they are pressed (``action_id``)."""

DIGEST = "digest_"
"""Before the verb, for buttons of digests: "digest_pause"; ``NEW`` opens the form for one more."""

NEW = f"{DIGEST}new"

GOOD, BAD = "good", "bad"


def under_briefing(briefing: Briefing, *, private: bool) -> list[Block]:
    """Buttons to go on from a briefing; one that only the asker sees can be shared, and can't be judged."""
    article = briefing.article.fingerprint
    buttons = [_button(f"More quotes ({briefing.further})", MORE_QUOTES, article)] if briefing.further else []
    buttons.append(_button("Ask", ASK, article))
    if private:
        return [{"type": "actions", "elements": [*buttons, _button("Share with the channel", SHARE, article)]}]
    return [{"type": "actions", "elements": buttons}, {"type": "context_actions", "elements": [_feedback(article)]}]


def of_digest(ident: int, *, paused: bool) -> Block:
    """Buttons for one digest on the home tab."""
    going = ("Resume", "resume") if paused else ("Pause", "pause")
    named = (("Preview", "preview"), ("Run now", "run"), ("Edit", "edit"), ("Skip next", "skip"), going)
    buttons = [_button(text, f"{DIGEST}{verb}", str(ident)) for text, verb in named]
    sure: Block = {
        "title": plain_text("Remove this digest?"),
        "text": plain_text("It is not posted any more. What it has posted stays."),
        "confirm": plain_text("Remove"),
        "deny": plain_text("Keep"),
    }
    removal = _button("Remove", f"{DIGEST}remove", str(ident)) | {"style": "danger", "confirm": sure}
    return {"type": "actions", "elements": [*buttons, removal]}


def open_form() -> Block:
    """Buttons that open the forms of ``/brief`` and ``/digest``."""
    brief = _button("Brief an article", OPEN_FORM, "form") | {"style": "primary"}
    return {"type": "actions", "elements": [brief, _button("Set up a digest", NEW, "0")]}


def _button(text: str, action: str, value: str) -> Block:
    return {"type": "button", "text": plain_text(text), "action_id": action, "value": value}


def _feedback(article: str) -> Block:
    return {
        "type": "feedback_buttons",
        "action_id": FEEDBACK,
        "positive_button": {
            "text": plain_text("Good"),
            "value": f"{GOOD} {article}",
            "accessibility_label": "This briefing is good",
        },
        "negative_button": {
            "text": plain_text("Bad"),
            "value": f"{BAD} {article}",
            "accessibility_label": "This briefing is bad",
        },
    }


def plain_text(text: str) -> Block:
    """A label; no character in it has a meaning."""
    return {"type": "plain_text", "text": text, "emoji": False}
