"""The app's manifest: what Slack must know of us, and no permission more than that takes.

Source: docs.slack.dev, reference/app-manifest; what each scope is for stands beside it.
"""

from __future__ import annotations

from typing import Any

from adapters.slack.listeners import BRIEF, BRIEF_THIS, DIGEST, FORGET, PROMPTS, STANDFIRST

SCOPES = {
    "app_mentions:read": "messages that name the bot",
    "assistant:write": "the status while it works, and prompts in a conversation with it",
    "channels:history": "replies in its threads, and its own posts when it must make sure of them",
    "chat:write": "briefings, answers and errors",
    "commands": "/brief, the other commands, and Brief this",
    "groups:history": "the same as channels:history in private channels",
    "im:history": "direct messages to it",
    "users:read": "whether somebody manages the workspace who wants it forgotten",
}
"""Of the bot's token, each with what it is for."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.channels",
    "message.groups",
    "message.im",
    "tokens_revoked",
)

EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH = "/slack/events", "/slack/install", "/slack/oauth_redirect"
"""Where Slack, and whoever installs the app, reach us where we are reached over HTTP."""


def manifest(url: str | None = None) -> dict[str, Any]:
    """The manifest for Socket Mode; or, with the ``url`` at which Slack reaches us, for HTTP."""
    endpoint = {"url": url.rstrip("/") + EVENTS_PATH} if url else {}
    request = {"request_url": endpoint["url"]} if url else {}
    redirect = {"redirect_urls": [url.rstrip("/") + REDIRECT_PATH]} if url else {}
    return {
        "_metadata": {"major_version": 2},
        "display_information": {
            "name": "Standfirst",
            "description": "News in short, with the key quotes word for word",
            "background_color": "#1d3557",
        },
        "features": {
            "agent_view": {
                "agent_description": "Briefs a news article from its link or text, and answers questions about it.",
                "suggested_prompts": [{"title": title, "message": message} for title, message in PROMPTS],
            },
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Standfirst", "always_online": True},
            "shortcuts": [
                {
                    "name": "Brief this",
                    "type": "message",
                    "callback_id": BRIEF_THIS,
                    "description": "Brief the link in this message, or its text",
                }
            ],
            "slash_commands": [
                {
                    "command": BRIEF,
                    "description": "Brief an article",
                    "usage_hint": "link or text, or nothing for a form",
                    "should_escape": False,
                }
                | endpoint,
                {
                    "command": DIGEST,
                    "description": "Set up or look at this channel's digests",
                    "usage_hint": "nothing for a form, list, help",
                    "should_escape": False,
                }
                | endpoint,
                {
                    "command": FORGET,
                    "description": "Delete what I know of a thread, an article, you or this workspace",
                    "usage_hint": "thread, a link, me, or workspace",
                    "should_escape": False,
                }
                | endpoint,
                {"command": STANDFIRST, "description": "What can I type?", "usage_hint": "help", "should_escape": False}
                | endpoint,
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}} | redirect,
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS)} | request,
            "interactivity": {"is_enabled": True} | request,
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }
