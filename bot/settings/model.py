"""The table of settings: what an operator may decide, section by section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.follow_ups import Threads
from bot.settings import kinds
from bot.settings.entries import needed, optional, setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from bot.settings.kinds import Price

Engine = Literal["local", "procrastinate"]
Log = Literal["text", "json"]
OnUnknown = Literal["skip", "repeat"]


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How Slack is reached, and how it reaches us.

    With an ``app_token`` events come over sockets that we open; without, over HTTP, believed by the ``signing_secret``.
    The ``bot_token`` is for one workspace; ``client_id`` and ``client_secret`` let any workspace install the app.
    """

    bot_token: str | None = optional(
        "SLACK_BOT_TOKEN",
        kinds.beginning_with("xoxb-"),
        "The app in one workspace; its page has it under OAuth & Permissions.",
        example="xoxb-…",
        secret=True,
    )
    app_token: str | None = optional(
        "SLACK_APP_TOKEN",
        kinds.beginning_with("xapp-"),
        "Slack is reached over a socket that the bot opens (Socket Mode); Basic Information has it.",
        example="xapp-…",
        unset="Slack calls over HTTP",
        secret=True,
    )
    signing_secret: str | None = optional(
        "SLACK_SIGNING_SECRET",
        kinds.TEXT,
        "Shows that what comes over HTTP is Slack's; Basic Information has it.",
        example="8f74…",
        secret=True,
    )
    client_id: str | None = optional(
        "SLACK_CLIENT_ID",
        kinds.TEXT,
        "Any workspace may install the app, in place of SLACK_BOT_TOKEN; Basic Information has it.",
        example="1234567890.1234567890",
    )
    client_secret: str | None = optional(
        "SLACK_CLIENT_SECRET", kinds.TEXT, "Goes with SLACK_CLIENT_ID.", example="2b39…", secret=True
    )
    api_url: str = setting(
        "SLACK_API_URL",
        kinds.SLACK_API,
        "https://slack.com/api/",
        "Another server than Slack's, for tests.",
        example="http://127.0.0.1:8000/api/",
    )

    @property
    def over_http(self) -> bool:
        """Whether a web server of ours is needed."""
        return self.app_token is None or self.client_id is not None


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How Discord is reached, and what posts there are made of."""

    token: str = needed(
        "DISCORD_TOKEN",
        kinds.DISCORD_TOKEN,
        "The bot in every server that adds it; the app's page has it under Bot.",
        example="MTAw….….…",
        secret=True,
    )
    api_url: str | None = optional(
        "DISCORD_API_URL",
        kinds.DISCORD_API,
        "Another server than Discord's, for tests.",
        example="http://127.0.0.1:8000/api/v10",
        unset="Discord's",
    )
    gateway_url: str | None = optional(
        "DISCORD_GATEWAY_URL",
        kinds.DISCORD_GATEWAY,
        "The same for its gateway.",
        example="ws://127.0.0.1:8001/",
        unset="as Discord says",
    )
    embeds: bool = setting(
        "DISCORD_EMBEDS",
        kinds.YES_OR_NO,
        "no",
        "Posts are embeds, as bots made them for years, instead of Components V2.",
        example="yes",
    )


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which language model is asked, where, and how much of it: wanted where there is a key or a server.

    The bounds on a day hold for each workspace.
    """

    name: str = setting(
        "STANDFIRST_MODEL",
        kinds.MODEL_NAME,
        "",
        "Its name, as `standfirst models` lists it; without one none is asked.",
        example="llama3.2",
    )
    base_url: str = setting(
        "OPENAI_BASE_URL",
        kinds.MODEL_SERVER,
        kinds.OPENAI_API,
        "Where it is asked: any server that speaks OpenAI's protocol. One of your own may want no key.",
        example="http://localhost:11434/v1",
    )
    key: str | None = optional(
        "OPENAI_API_KEY", kinds.KEY, "The key to that server.", example="sk-…", unset="no key is sent", secret=True
    )
    deadline: float = setting(
        "STANDFIRST_MODEL_DEADLINE",
        kinds.SECONDS,
        "20",  # a briefing with a language model is worth a wait, but somebody in a chat is waiting
        "How long it has for a briefing or an answer, with all that it is asked for one and all attempts.",
        example="7.5",
    )
    tokens_per_day: int | None = optional(
        "STANDFIRST_MODEL_TOKENS_PER_DAY",
        kinds.TOKENS,
        "The most that a workspace may use a day.",
        example="2000000",
        unset="no bound",
    )
    money: Decimal | None = optional(
        "STANDFIRST_MODEL_MONEY",
        kinds.AMOUNT,
        "The most that a workspace may spend a day, by STANDFIRST_MODEL_PRICE.",
        example="2.50",
        unset="no bound",
    )
    price: Price | None = optional(
        "STANDFIRST_MODEL_PRICE",
        kinds.PRICE,
        "What a million tokens cost, of what is asked and of what is answered.",
        example="0.15/0.60",
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may decide. ``slack``, ``discord`` and ``model`` are ``None`` where they aren't wanted."""

    database: str | None = optional(
        "DATABASE_URL",
        kinds.TEXT,
        "Where everything is kept: sqlite:///PATH, or postgresql://USER:PASSWORD@HOST/NAME.",
        example="postgresql://standfirst:…@db/standfirst",
        unset="an SQLite file of the user's own",
        secret=True,  # it may hold a password
    )
    listen: tuple[str, int] = setting(
        "STANDFIRST_LISTEN",
        kinds.HOST_AND_PORT,
        "127.0.0.1:8080",  # reached from this machine only, unless somebody decides otherwise
        "Where the bot's web server listens.",
        example="0.0.0.0:8080",
    )
    url: str | None = optional(
        "STANDFIRST_URL",
        kinds.WEB,
        "Where others reach that web server.",
        example="https://bot.example.org",
    )
    password: str | None = optional(
        "STANDFIRST_PASSWORD",
        kinds.PASSWORD,
        "What the playground and the operator's page ask for.",
        example="four words or more",
        unset="they stay closed where others could reach them",
        secret=True,
    )
    playground: bool = setting(
        "STANDFIRST_PLAYGROUND",
        kinds.YES_OR_NO,
        "no",
        "The playground beside the platforms; where none is set up, it is there anyway.",
        example="yes",
    )
    log: Log = setting(
        "STANDFIRST_LOG",
        kinds.one_of(Log),
        "text",
        "How the log is written: for people, or for programs.",
        example="json",
    )
    engine: Engine = setting(
        "STANDFIRST_ENGINE",
        kinds.one_of(Engine),
        "local",
        "Who delivers digests: this process, or workers that share PostgreSQL (`standfirst worker`).",
        example="procrastinate",
    )
    on_unknown: OnUnknown = setting(
        "STANDFIRST_ON_UNKNOWN",
        kinds.one_of(OnUnknown),
        "skip",
        "A digest of which nobody can tell whether it was posted: its manager is told, or it is posted again.",
        example="repeat",
    )
    threads: Threads = setting(
        "STANDFIRST_THREADS",
        kinds.one_of(Threads),
        "questions",
        "What is answered in threads of ours: every question, or only what names the bot.",
        example="mentions",
    )
    keep_days: int = setting(
        "STANDFIRST_KEEP_DAYS",
        kinds.DAYS,
        "30",
        "So long what was read and told is kept: a thread can be asked about, and a quote be proven.",
        example="7",
    )
    contact: str | None = optional(
        "STANDFIRST_CONTACT",
        kinds.CONTACT,
        "A web or mail address that sites are told, so that they can reach whoever runs the bot.",
        example="news@example.org",
    )
    user_agents: Mapping[str, str] = setting(
        "STANDFIRST_USER_AGENTS",
        kinds.AGENTS,
        "",
        "What single hosts see instead of the bot's usual name.",
        example="example.org=OurReader/1.0; example.net=Other/2",
    )
    allow_hosts: frozenset[str] = setting(
        "STANDFIRST_ALLOW_HOSTS",
        kinds.HOSTS,
        "",
        "Hosts that links may lead to although they are not public: for tests, and for sites of your own.",
        example="127.0.0.1:8000, intranet.example.org:443",
    )
    slack: SlackSettings | None = None
    discord: DiscordSettings | None = None
    model: ModelSettings | None = None


SECTIONS = {
    "Standfirst": Settings,
    "Slack": SlackSettings,
    "Discord": DiscordSettings,
    "A language model": ModelSettings,
}
"""Each part of the table with its heading."""
