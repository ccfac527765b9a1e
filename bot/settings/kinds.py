"""What can be written for a setting, kind by kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from bot.settings.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

PASSWORD_LEAST = 8
"""Characters: the least for what a person chooses, by NIST SP 800-63B, section 5.1.1.2."""

OPENAI_API = "https://api.openai.com/v1"

_HOST_AND_PORT = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5}")
_AGENT = re.compile(r"(?P<host>[\w.-]+)=(?P<agent>[ -~]+)")
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_SOCKET = re.compile(r"wss?://[^\s/]+(?:/\S*)?")
_MODEL_SERVER = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::(?P<port>\d{1,5}))?(?:/[^\s?#@]*)?")
_PORTS = range(65_536)
_KEY = re.compile(r"[!-~]+")
_DAYS = re.compile(r"[1-9]\d{0,3}")
_SECONDS = re.compile(r"(?=.*[1-9])\d{1,3}(?:\.\d{1,3})?")
_WHOLE = re.compile(r"[1-9]\d{0,14}")
_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_DOTS_IN_A_TOKEN = 2
_YES, _NO = frozenset({"yes", "true", "1", "on"}), frozenset({"no", "false", "0", "off"})
_PRINTABLE = re.compile(r"[ -~]*")


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, of what is asked and of what is answered, in one currency, whichever it is."""

    tokens_in: Decimal
    tokens_out: Decimal


def _hosts(text: str) -> frozenset[str]:
    every = _listed(text, ",")
    wrong = [each for each in every if not _HOST_AND_PORT.fullmatch(each)]
    if wrong:
        raise ValueError(*(f"{each!r} is no host with its port; write it like 127.0.0.1:8000." for each in wrong))
    return frozenset(every)


def _agents(text: str) -> Mapping[str, str]:
    every = {each: _AGENT.fullmatch(each) for each in _listed(text, ";")}
    wrong = [each for each, found in every.items() if not found]
    if wrong:
        raise ValueError(
            *(f"{each!r} is no host with its name; write it like example.org=OurReader/1.0." for each in wrong)
        )
    return {found["host"].lower(): found["agent"] for found in every.values() if found}


def _contact(text: str) -> str:
    return _matching(_PRINTABLE, text, "give a web or mail address in plain ASCII.")


def _web(text: str) -> str:
    return _matching(_WEB, text, "give an address like https://bot.example.org.").rstrip("/")


def _slack_api(text: str) -> str:
    return f"{_matching(_WEB, text, 'give an address like https://slack.com/api/.').rstrip('/')}/"


def _discord_api(text: str) -> str:
    return _matching(_WEB, text, "give an address like https://discord.com/api/v10.").rstrip("/")


def _discord_gateway(text: str) -> str:
    return _matching(_SOCKET, text, "give an address like wss://gateway.discord.gg/.")


def _discord_token(text: str) -> str:
    if text.count(".") != _DOTS_IN_A_TOKEN or text.startswith("Bot "):
        problem = "a bot's token has three parts, with dots between; reset and copy it under Bot."
        raise ValueError(problem)
    return text


def _model_server(text: str) -> str:
    problem = f"give an address like {OPENAI_API}, without a key or a question mark in it."
    found = _MODEL_SERVER.fullmatch(text)
    if found is None or int(found["port"] or 443) not in _PORTS:
        raise ValueError(problem)
    return text.rstrip("/")


def _key(text: str) -> str:
    return _matching(_KEY, text, "a key has no spaces and is plain ASCII; copy it again.")


def _model_name(text: str) -> str:
    return _matching(_PRINTABLE, text, "give the name as `standfirst models` lists it.")


def _password(text: str) -> str:
    if len(text) < PASSWORD_LEAST or not text.isprintable():
        problem = f"give at least {PASSWORD_LEAST} characters that can be typed."
        raise ValueError(problem)
    return text


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not _HOST_AND_PORT.fullmatch(text) or int(port) not in _PORTS:
        problem = f"{text!r} is no host with its port; write it like 0.0.0.0:8080."
        raise ValueError(problem)
    return host.strip("[]"), int(port)


def _yes_or_no(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        problem = f"{text!r} is neither yes nor no."
        raise ValueError(problem)
    return text.lower() in _YES


def _days(text: str) -> int:
    return int(_matching(_DAYS, text, f"{text!r} is no number of days; write it like 30."))


def _seconds(text: str) -> float:
    return float(_matching(_SECONDS, text, f"{text!r} is no number of seconds; write it like 20."))


def _tokens(text: str) -> int:
    return int(_matching(_WHOLE, text, f"{text!r} is no number of tokens; write it like 2000000."))


def _amount(text: str) -> Decimal:
    return Decimal(_matching(_AMOUNT, text, f"{text!r} is no amount; write it like 2.50."))


def _price(text: str) -> Price:
    amount_in, _, amount_out = (each.strip() for each in text.partition("/"))
    if not (_AMOUNT.fullmatch(amount_in) and _AMOUNT.fullmatch(amount_out)):
        problem = f"{text!r} is not two prices; write what a million tokens cost, in and out, like 0.15/0.60."
        raise ValueError(problem)
    return Price(Decimal(amount_in), Decimal(amount_out))


def _matching(pattern: re.Pattern[str], text: str, problem: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(problem)
    return text


def _listed(text: str, separator: str) -> list[str]:
    return [each.strip() for each in text.split(separator) if each.strip()]


def one_of(choices: Any) -> Kind[Any]:  # noqa: ANN401 - a Literal
    """One of the words of a ``Literal``, in upper or lower case."""
    every: tuple[str, ...] = get_args(choices)

    def read(text: str) -> str:
        if text.lower() not in every:
            problem = f"{text!r} is none of {', '.join(every)}."
            raise ValueError(problem)
        return text.lower()

    return Kind(" or ".join(every), read)


def beginning_with(prefix: str) -> Kind[str]:
    """A token, which shows by its beginning what it is for."""

    def read(text: str) -> str:
        if not text.startswith(prefix):
            problem = f"it should begin with {prefix}; you may have taken another token."
            raise ValueError(problem)
        return text

    return Kind(f"token, {prefix}…", read)


TEXT = Kind("text", str)
HOSTS = Kind("host:port, with commas between", _hosts)
AGENTS = Kind("host=name, with semicolons between", _agents)
CONTACT = Kind("plain ASCII", _contact)
WEB = Kind("http or https address", _web)
SLACK_API = Kind("http or https address", _slack_api)
DISCORD_API = Kind("http or https address", _discord_api)
DISCORD_GATEWAY = Kind("ws or wss address", _discord_gateway)
DISCORD_TOKEN = Kind("token, three parts", _discord_token)
MODEL_SERVER = Kind("http or https address", _model_server)
KEY = Kind("key, plain ASCII", _key)
MODEL_NAME = Kind("plain ASCII", _model_name)
PASSWORD = Kind(f"text, {PASSWORD_LEAST} characters or more", _password)
HOST_AND_PORT = Kind("host:port", _host_and_port)
YES_OR_NO = Kind("yes or no", _yes_or_no)
DAYS = Kind("days", _days)
SECONDS = Kind("seconds", _seconds)
TOKENS = Kind("tokens", _tokens)
AMOUNT = Kind("money, in the currency of the price", _amount)
PRICE = Kind("two amounts, with a / between", _price)
