"""The buttons under a briefing. What they are about stands in their values, so that they work after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.slack.rendering.limits import Block
    from summariser.model import Briefing

MORE_QUOTES, ASK, SHARE, FEEDBACK, OPEN_FORM = "more_quotes", "ask", "share", "feedback", "open_form"
"""What Slack calls them when they are pressed (``action_id``)."""

RUN, PREVIEW, PAUSE, RESUME, EDIT = "digest_run", "digest_preview", "digest_pause", "digest_resume", "digest_edit"
DIGEST_FORM = "digest_form"
"""The same for digests; ``DIGEST_FORM`` opens the form for a new one."""

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
    going = _button("Resume", RESUME, str(ident)) if paused else _button("Pause", PAUSE, str(ident))
    named = (("Preview", PREVIEW), ("Run now", RUN), ("Edit", EDIT))
    return {"type": "actions", "elements": [*(_button(text, action, str(ident)) for text, action in named), going]}


def open_form() -> Block:
    """A button that opens the form of ``/brief``."""
    return {"type": "actions", "elements": [_button("Brief an article", OPEN_FORM, "form") | {"style": "primary"}]}


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
