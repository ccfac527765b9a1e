"""Every setting, looked at together, so that all that is wrong is told at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args

from bot.errors import BadSettings
from bot.follow_ups import Threads

if TYPE_CHECKING:
    from collections.abc import Mapping

SLACK_API = "https://slack.com/api/"
LISTEN = ("127.0.0.1", 8080)
"""Reached from this machine only, unless somebody decides otherwise."""

OPENAI_API = "https://api.openai.com/v1"
MODEL_DEADLINE = 20.0
"""Seconds. A briefing with a language model is worth a wait, but somebody in a chat is waiting."""

KEEP_DAYS = 30
"""So long a thread can be asked about, and a quote be proven."""

Engine = Literal["local", "procrastinate"]
OnUnknown = Literal["skip", "repeat"]

_HOST_AND_PORT = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5}")
_AGENT = re.compile(r"(?P<host>[\w.-]+)=(?P<agent>[ -~]+)")
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_SOCKET = re.compile(r"wss?://[^\s/]+(?:/\S*)?")
_MODEL_SERVER = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::(?P<port>\d{1,5}))?(?:/[^\s?#@]*)?")
_PORTS = range(1, 65_536)
_KEY = re.compile(r"[!-~]+")
_SECONDS = re.compile(r"(?=.*[1-9])\d{1,3}(?:\.\d{1,3})?")
_WHOLE = re.compile(r"[1-9]\d{0,14}")
_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_DOTS_IN_A_TOKEN = 2
_YES, _NO = frozenset({"yes", "true", "1", "on"}), frozenset({"no", "false", "0", "off"})
_PRINTABLE = re.compile(r"[ -~]+")


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How Slack is reached, and how it reaches us; what is secret is not shown.

    With an ``app_token`` events come over sockets that we open; without, over HTTP, believed by the ``signing_secret``.
    The ``bot_token`` is for one workspace; ``client_id`` and ``client_secret`` let any workspace install the app.
    """

    bot_token: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    api_url: str = SLACK_API

    @property
    def over_http(self) -> bool:
        """Whether a web server of ours is needed."""
        return self.app_token is None or self.client_id is not None


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How Discord is reached. The ``token`` is secret, and not shown.

    ``api_url`` and ``gateway_url`` lead to another server than Discord's, where they are set. With ``embeds`` posts
    are embeds, for servers whose people prefer those; without, they are made of Components V2.
    """

    token: str = field(repr=False)
    api_url: str | None = None
    gateway_url: str | None = None
    embeds: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, of what is asked and of what is answered, in one currency, whichever it is."""

    tokens_in: Decimal
    tokens_out: Decimal


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which language model is asked, where, and how much of it; the ``key`` is secret, and not shown.

    ``name`` is the server's name of it, or nothing while none is chosen. A server of one's own may want no key. The
    ``deadline`` is in seconds, for one answer with all attempts at it. ``tokens_per_day`` and ``money`` a day are not
    to be passed, where they are set; what is spent is worked out by ``price``.
    """

    name: str = ""
    base_url: str = OPENAI_API
    key: str | None = field(default=None, repr=False)
    deadline: float = MODEL_DEADLINE
    tokens_per_day: int | None = None
    money: Decimal | None = None
    price: Price | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may decide.

    ``allow_hosts`` are hosts, each ``host:port``, that links may lead to although they are not public: for the demo
    and for tests. ``contact`` tells sites how to reach whoever runs the bot; ``user_agents`` is what single hosts see
    instead of our usual name. ``database`` is an SQLAlchemy address, or ``None`` for a file of the user's own; it may
    hold a password, so it is never shown. ``url`` is where others reach our web server, which listens at ``listen``, a
    host and a port. What was read and told is kept for ``keep_days``. ``engine`` is who delivers digests: this process,
    or workers on PostgreSQL; ``on_unknown`` is what is done about one of which nobody can tell whether it was posted.
    ``threads`` is what is answered in threads of ours: every question, or only what names the bot. ``slack`` is
    ``None`` where Slack isn't wanted, ``discord`` where Discord isn't, ``model`` where no language model is.
    """

    allow_hosts: frozenset[str] = frozenset()
    contact: str | None = None
    user_agents: Mapping[str, str] = field(default_factory=dict[str, str])
    database: str | None = field(default=None, repr=False)
    url: str | None = None
    listen: tuple[str, int] = LISTEN
    keep_days: int = KEEP_DAYS
    engine: Engine = "local"
    on_unknown: OnUnknown = "skip"
    threads: Threads = "questions"
    slack: SlackSettings | None = None
    discord: DiscordSettings | None = None
    model: ModelSettings | None = None


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings in ``environment``.

    Raises:
        BadSettings: with a sentence for each that cannot be.
    """
    problems = list[str]()
    hosts = _listed(environment.get("STANDFIRST_ALLOW_HOSTS", ""), ",")
    problems += [
        f"STANDFIRST_ALLOW_HOSTS: {host!r} is no host with its port; write it like 127.0.0.1:8000."
        for host in hosts
        if not _HOST_AND_PORT.fullmatch(host)
    ]
    contact = environment.get("STANDFIRST_CONTACT", "").strip()
    if contact and not _PRINTABLE.fullmatch(contact):
        problems.append("STANDFIRST_CONTACT: give a web or mail address in plain ASCII.")
    agents = _listed(environment.get("STANDFIRST_USER_AGENTS", ""), ";")
    named = {agent: _AGENT.fullmatch(agent) for agent in agents}
    problems += [
        f"STANDFIRST_USER_AGENTS: {agent!r} is no host with its name; write it like example.org=OurReader/1.0."
        for agent, found in named.items()
        if not found
    ]
    slack = _slack(environment, problems)
    discord = _discord(environment, problems)
    model = _model(environment, problems)
    listen = environment.get("STANDFIRST_LISTEN", "").strip()
    if listen and not _HOST_AND_PORT.fullmatch(listen):
        problems.append(f"STANDFIRST_LISTEN: {listen!r} is no host with its port; write it like 0.0.0.0:8080.")
    days = environment.get("STANDFIRST_KEEP_DAYS", "").strip()
    if days and not re.fullmatch(r"[1-9]\d{0,3}", days):
        problems.append(f"STANDFIRST_KEEP_DAYS: {days!r} is no number of days; write it like 30.")
    database = environment.get("DATABASE_URL", "").strip()
    engine = _one_of(Engine, "STANDFIRST_ENGINE", environment, problems)
    if engine == "procrastinate" and not database.startswith("postgresql"):
        problems.append("STANDFIRST_ENGINE: procrastinate needs PostgreSQL; set DATABASE_URL to postgresql://…")
    on_unknown = _one_of(OnUnknown, "STANDFIRST_ON_UNKNOWN", environment, problems)
    threads = _one_of(Threads, "STANDFIRST_THREADS", environment, problems)
    if problems:
        raise BadSettings(problems)
    return Settings(
        allow_hosts=frozenset(hosts),
        contact=contact or None,
        user_agents={found["host"].lower(): found["agent"] for found in named.values() if found},
        database=database or None,
        url=_url(environment, "STANDFIRST_URL"),
        listen=_listen(listen) if listen else LISTEN,
        keep_days=int(days or KEEP_DAYS),
        engine=engine,
        on_unknown=on_unknown,
        threads=threads,
        slack=slack,
        discord=discord,
        model=model,
    )


def _slack(environment: Mapping[str, str], problems: list[str]) -> SlackSettings | None:
    """Slack's settings, if any of them is set; what cannot be is added to ``problems``."""
    names = ("bot_token", "app_token", "signing_secret", "client_id", "client_secret")
    given = {name: environment.get(f"SLACK_{name.upper()}", "").strip() or None for name in names}
    if not any(given.values()):
        return None
    for name, prefix in (("bot_token", "xoxb-"), ("app_token", "xapp-")):
        token = given[name]
        if token and not token.startswith(prefix):
            problems.append(f"SLACK_{name.upper()}: it should begin with {prefix}; you may have taken another token.")
    if not (given["bot_token"] or given["client_id"]):
        problems.append("SLACK_BOT_TOKEN is not set; your app's page has it under OAuth & Permissions.")
    if given["bot_token"] and given["client_id"]:
        problems.append("SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many; set one of them.")
    if bool(given["client_id"]) != bool(given["client_secret"]):
        problems.append("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET go together; set both.")
    if not (given["app_token"] or given["signing_secret"]):
        problems.append("Set SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET (HTTP).")
    url = environment.get("SLACK_API_URL", "").strip()
    if url and not _WEB.fullmatch(url):
        problems.append("SLACK_API_URL: give an address like https://slack.com/api/.")
    api_url = f"{url.rstrip('/')}/" if url else SLACK_API
    return SlackSettings(**given, api_url=api_url)


def _discord(environment: Mapping[str, str], problems: list[str]) -> DiscordSettings | None:
    """Discord's settings, if there is a token; what cannot be is added to ``problems``."""
    names = ("DISCORD_TOKEN", "DISCORD_API_URL", "DISCORD_GATEWAY_URL", "DISCORD_EMBEDS")
    token, api, gateway, embeds = (environment.get(name, "").strip() for name in names)
    if not token:
        return None
    if token.count(".") != _DOTS_IN_A_TOKEN or token.startswith("Bot "):
        problems.append("DISCORD_TOKEN: a bot's token has three parts, with dots between; reset and copy it under Bot.")
    if api and not _WEB.fullmatch(api):
        problems.append("DISCORD_API_URL: give an address like https://discord.com/api/v10.")
    if gateway and not _SOCKET.fullmatch(gateway):
        problems.append("DISCORD_GATEWAY_URL: give an address like wss://gateway.discord.gg/.")
    if embeds.lower() not in {"", *_YES, *_NO}:
        problems.append(f"DISCORD_EMBEDS: {embeds!r} is neither yes nor no.")
    return DiscordSettings(token, api.rstrip("/") or None, gateway or None, embeds.lower() in _YES)


def _model(environment: Mapping[str, str], problems: list[str]) -> ModelSettings | None:
    """The language model's settings, if there is a key or a server of one's own."""
    key, url, name = (
        environment.get(each, "").strip() for each in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "STANDFIRST_MODEL")
    )
    if not (key or url):
        return None
    if key and not _KEY.fullmatch(key):
        problems.append("OPENAI_API_KEY: a key has no spaces and is plain ASCII; copy it again.")
    if url and not _is_a_model_server(url):
        problems.append(f"OPENAI_BASE_URL: give an address like {OPENAI_API}, without a key or a question mark in it.")
    if name and not _PRINTABLE.fullmatch(name):
        problems.append("STANDFIRST_MODEL: give the name as `standfirst models` lists it.")
    given = {
        each: environment.get(f"STANDFIRST_MODEL_{each}", "").strip()
        for each in ("DEADLINE", "TOKENS_PER_DAY", "MONEY", "PRICE")
    }
    problems += _problems_of_amounts(given)
    if problems:
        return None
    amount_in, _, amount_out = given["PRICE"].partition("/")
    return ModelSettings(
        name=name,
        base_url=url.rstrip("/") or OPENAI_API,
        key=key or None,
        deadline=float(given["DEADLINE"] or MODEL_DEADLINE),
        tokens_per_day=int(given["TOKENS_PER_DAY"]) if given["TOKENS_PER_DAY"] else None,
        money=Decimal(given["MONEY"]) if given["MONEY"] else None,
        price=Price(Decimal(amount_in.strip()), Decimal(amount_out.strip())) if given["PRICE"] else None,
    )


def _is_a_model_server(url: str) -> bool:
    found = _MODEL_SERVER.fullmatch(url)
    return found is not None and int(found["port"] or 1) in _PORTS


def _problems_of_amounts(given: Mapping[str, str]) -> list[str]:
    """What cannot be among the numbers of the language model's settings, each under the end of its name."""
    deadline, tokens, money, price = (given[each] for each in ("DEADLINE", "TOKENS_PER_DAY", "MONEY", "PRICE"))
    both = [each.strip() for each in price.split("/")]
    wrong = {
        f"STANDFIRST_MODEL_DEADLINE: {deadline!r} is no number of seconds; write it like 20.": (
            deadline and not _SECONDS.fullmatch(deadline)
        ),
        f"STANDFIRST_MODEL_TOKENS_PER_DAY: {tokens!r} is no number of tokens; write it like 2000000.": (
            tokens and not _WHOLE.fullmatch(tokens)
        ),
        f"STANDFIRST_MODEL_MONEY: {money!r} is no amount; write it like 2.50.": money and not _AMOUNT.fullmatch(money),
        f"STANDFIRST_MODEL_PRICE: {price!r} is not two prices; write what a million tokens cost, in and out, like "
        "0.15/0.60.": price and not (len(both) == len(("in", "out")) and all(map(_AMOUNT.fullmatch, both))),
        "STANDFIRST_MODEL_MONEY needs STANDFIRST_MODEL_PRICE; set what a million tokens cost, in and out, like "
        "0.15/0.60.": money and not price,
    }
    return [problem for problem, is_so in wrong.items() if is_so]


def _one_of(choices: Any, name: str, environment: Mapping[str, str], problems: list[str]) -> Any:  # noqa: ANN401 - a Literal
    """What is set, if it is one of the choices; the first of them if nothing is."""
    every: tuple[str, ...] = get_args(choices)
    value = environment.get(name, "").strip().lower() or every[0]
    if value not in every:
        problems.append(f"{name}: {value!r} is none of {', '.join(every)}.")
    return value


def _url(environment: Mapping[str, str], name: str) -> str | None:
    return environment.get(name, "").strip().rstrip("/") or None


def _listen(value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    return host.strip("[]"), int(port)


def _listed(value: str, separator: str) -> list[str]:
    return [each.strip() for each in value.split(separator) if each.strip()]
