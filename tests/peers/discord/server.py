"""A scripted Discord on loopback: REST and gateway, over real sockets.

It keeps what was posted, writes down every request and answer, checks each payload as Discord's own specification and
bounds would, and does wrong what a test tells it to do wrong. Source of how it behaves: docs.discord.com, gateway and
reference.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.peers.discord.checks import problems

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from tests.peers.discord.checks import Kind

Json = dict[str, Any]

PATIENCE = 20.0
"""Seconds until a test that waits for something gives up; nothing waits this long unless it is broken."""

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMQ.secret.token"
APP, BOT, GUILD, CHANNEL, ANNA = (str(1_000_000_000_000_000_001 + number) for number in range(5))
"""The numbers of the app, the bot, its server, a channel of that, and somebody who writes there."""

EPOCH = 1_420_070_400_000
LOADING, EPHEMERAL, COMPONENTS_V2 = 1 << 7, 1 << 6, 1 << 15
CONTENT_INTENT, CONTENT_LIMITED = 1 << 15, 1 << 19
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
ALL_PERMISSIONS = "8866461766385655"

PAYLOADS: dict[str, Kind] = {"message": "message", "original": "webhook_edit", "follow-up": "webhook"}


@dataclass(frozen=True, slots=True)
class Call:
    """A request, what it was about, and how it was answered."""

    name: str
    at: float
    body: Any
    answer: str


@dataclass(slots=True)
class Socket:
    """A connection of the gateway's, from hello to its end."""

    web: web.WebSocketResponse
    abort: Callable[[], None]
    session: str = ""
    sequence: int = 0


@dataclass(slots=True)
class Interaction:
    """One interaction: when it was told, how it was answered, and when."""

    token: str
    channel: str
    told: float
    kind: int = 0
    answered: float = 0.0
    message: str = ""
    modal: Any = None


class ScriptedDiscord:
    """Discord, as far as a bot sees it."""

    def __init__(self) -> None:
        self.base = ""
        self.calls: list[Call] = []
        self.problems: list[str] = []
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.messages: dict[str, Json] = {}
        self.commands: list[Json] = []
        self.interactions: dict[str, Interaction] = {}
        self.flags = 0
        self.endpoint: str | None = None
        self.knows_nonces = True
        self.starts_left, self.reset_after_ms = 1_000, 300
        self.identified: list[Json] = []
        self.resumed = 0
        self.frozen = False
        self.refuse_sockets = 0
        self.invalid_sessions: deque[bool] = deque()
        self.heartbeat_ms = 41_250
        self.closing = asyncio.Event()
        self.handlers = 0
        self._sockets: list[Socket] = []
        self._nonces: dict[tuple[str, str], str] = {}
        self._numbers = itertools.count(1)
        self._changed = asyncio.Event()

    @property
    def api(self) -> str:
        """What a client is told in place of Discord's own address."""
        return f"{self.base}/api/v10"

    @property
    def gateway(self) -> str:
        """The same for the gateway."""
        return f"{self.base.replace('http', 'ws')}/gateway"

    @property
    def connected(self) -> bool:
        """Whether the bot has begun or resumed a session that is still open."""
        return any(each.session for each in self._sockets)

    def posts(self, channel: str = CHANNEL) -> list[Json]:
        """What the bot has posted there, and everyone sees."""
        return [
            each
            for each in self.messages.values()
            if each["channel_id"] == channel
            and each["author"]["id"] == BOT
            and not each["flags"] & (EPHEMERAL | LOADING)
        ]

    def hidden(self, channel: str = CHANNEL) -> list[Json]:
        """What the asker alone sees there."""
        return [each for each in self.messages.values() if each["channel_id"] == channel and each["flags"] & EPHEMERAL]

    def wire(self, *names: str) -> str:
        """The log: a word a request, with how it was answered."""
        return " → ".join(f"{each.name} {each.answer}" for each in self.calls if not names or each.name in names)

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until that is so."""
        async with asyncio.timeout(PATIENCE):
            while not happened():
                self._changed.clear()
                await self._changed.wait()

    # what people do, as Discord tells of it

    async def command(self, name: str, *, channel: str = CHANNEL, **options: str) -> Interaction:
        """Somebody types a slash command."""
        known = next((each for each in self.commands if each["name"] == name), {"id": "1"})
        data = {
            "id": known["id"],
            "name": name,
            "type": 1,
            "options": [{"name": option, "type": 3, "value": value} for option, value in options.items()],
        }
        return await self.interact(2, data, channel=channel)

    async def press(self, message: Json, label: str) -> Interaction:
        """Somebody presses a button."""
        (button,) = [each for each in inside(message["components"]) if each.get("label") == label]
        data = {"component_type": 2, "custom_id": button["custom_id"]}
        return await self.interact(3, data, channel=message["channel_id"], message=message)

    async def interact(self, kind: int, data: Json, *, channel: str = CHANNEL, **more: Any) -> Interaction:  # noqa: ANN401 - JSON
        """Somebody does something that the bot has to answer within three seconds."""
        ident = self.number()
        known = self.interactions[ident] = Interaction(f"token-{ident}", channel, time.monotonic())
        payload = {
            "id": ident,
            "application_id": APP,
            "type": kind,
            "token": known.token,
            "version": 1,
            "data": data,
            "guild_id": GUILD,
            "channel_id": channel,
            "channel": self.channel(channel),
            "member": self._member(),
            "locale": "en-US",
            "guild_locale": "en-US",
            "app_permissions": ALL_PERMISSIONS,
            "entitlements": [],
            "authorizing_integration_owners": {"0": GUILD},
            "context": 0,
            "attachment_size_limit": 1,
        }
        await self.tell("INTERACTION_CREATE", payload | more)
        return known

    async def write(self, content: str, *, channel: str = CHANNEL, ident: str = "", **more: Any) -> Json:  # noqa: ANN401 - JSON
        """Somebody writes a message."""
        message = self._message(channel, {"content": content}, author=self._user(ANNA, "anna"), ident=ident) | more
        self.messages[message["id"]] = message
        await self.tell("MESSAGE_CREATE", message | {"guild_id": GUILD, "member": self._member()})
        return message

    async def tell(self, event: str, payload: Json) -> None:
        """Tell the bot over its session."""
        await self.until(lambda: self.connected)
        socket = next(each for each in self._sockets if each.session)
        socket.sequence += 1
        await socket.web.send_json({"op": DISPATCH, "t": event, "s": socket.sequence, "d": payload})

    async def cut(self) -> None:
        """Break every connection of the gateway without a word."""
        for socket in self._sockets:
            socket.abort()

    async def ask_to_reconnect(self) -> None:
        """As before maintenance."""
        for socket in self._sockets:
            await socket.web.send_json({"op": RECONNECT, "d": None, "s": None, "t": None})

    # the gateway

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """A connection of the gateway's."""
        if self.refuse_sockets:
            self.refuse_sockets -= 1
            self._note("gateway", None, "503")
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        transport = request.transport
        known = Socket(socket, transport.abort if transport else lambda: None)
        self._sockets.append(known)
        self._note("gateway", None, "open")
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms}, "s": None, "t": None})
        try:
            async for message in socket:
                if message.type == WSMsgType.TEXT and not self.frozen:
                    await self._told(known, json.loads(message.data))
        finally:
            self._sockets.remove(known)
            self._changed.set()
        return socket

    async def _told(self, socket: Socket, said: Json) -> None:
        match said["op"]:
            case 1:
                await socket.web.send_json({"op": ACK, "d": None, "s": None, "t": None})
            case 2 | 6 if self.invalid_sessions:
                can_go_on = self.invalid_sessions.popleft()
                self._note("session", None, "invalid")
                await socket.web.send_json({"op": INVALID_SESSION, "d": can_go_on, "s": None, "t": None})
            case 2:
                if said["d"]["token"] != TOKEN:
                    await socket.web.close(code=4004)
                    return
                self.identified.append(said["d"])
                self.starts_left -= 1
                await self._ready(socket)
            case 6:
                self.resumed += 1
                self._note("session", None, "resumed")
                socket.sequence = said["d"]["seq"] or 0
                await self._dispatch(socket, "RESUMED", {})
                socket.session = said["d"]["session_id"]
                self._changed.set()
            case _:
                pass

    async def _ready(self, socket: Socket) -> None:
        self._note("session", None, "new")
        session = f"session-{next(self._numbers)}"
        ready = {
            "v": 10,
            "user": self._user(BOT, "standfirst", bot=True),
            "guilds": [{"id": GUILD, "unavailable": True}],
            "session_id": session,
            "resume_gateway_url": self.gateway,
            "application": {"id": APP, "flags": self.flags},
            "shard": [0, 1],
        }
        await self._dispatch(socket, "READY", ready)
        await self._dispatch(socket, "GUILD_CREATE", self.guild())
        socket.session = session
        self._changed.set()

    async def _dispatch(self, socket: Socket, event: str, payload: Json) -> None:
        socket.sequence += 1
        await socket.web.send_json({"op": DISPATCH, "t": event, "s": socket.sequence, "d": payload})

    # what the bot asks for

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """A request of the API."""
        path = request.match_info["path"]
        text = await request.text()
        body = json.loads(text) if text else {}
        name, do = self._meant(request.method, path.split("/"), body, request)
        fault = self.faults[name].popleft() if self.faults[name] else ""
        if fault.startswith("429"):
            self._note(name, body, fault)
            seconds, _, bare = fault[4:].partition(" ")
            headers = {"Retry-After": seconds} | ({} if bare else {"Via": "1.1 google"})
            told = {"message": "You are being rate limited.", "retry_after": float(seconds), "global": bare == "global"}
            return _json(told, 429, headers)
        if fault in {"500", "502", "503"}:
            self._note(name, body, fault)
            return web.Response(status=int(fault), text="upstream connect error")
        if fault == "lost":
            self._note(name, body, "lost")
            return _cut_off(request)
        if request.headers.get("Authorization") not in {f"Bot {TOKEN}", None} or (
            "Authorization" not in request.headers and name in {"me", "message"}
        ):
            self._note(name, body, "401")
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        kind = PAYLOADS.get(name)
        self.problems += [f"{name}: {problem}" for problem in (problems(kind, body) if kind else ())]
        if fault.startswith("error "):
            self._note(name, body, fault)
            return _refused(int(fault[6:]))
        answer = do()
        self._note(name, body, fault or ("ok" if not isinstance(answer, int) else f"error {answer}"))
        if isinstance(answer, int):
            return _refused(answer)
        return await self._send(request, answer, fault)

    def _meant(  # noqa: C901, PLR0911, PLR0912 - a table of routes
        self,
        method: str,
        path: list[str],
        body: Any,  # noqa: ANN401 - JSON
        request: web.Request,
    ) -> tuple[str, Callable[[], Any]]:
        """What a request is called here, and what it does."""
        match [method, *path]:
            case ["GET", "users", "@me"]:
                return "me", lambda: self._user(BOT, "standfirst", bot=True)
            case ["GET", *rest] if rest in (["oauth2", "applications", "@me"], ["applications", "@me"]):
                return "application", self._application
            case ["GET", "gateway", "bot"]:
                return "gateway address", self._address
            case ["GET", "applications", _, "commands"]:
                return "commands", lambda: self.commands
            case ["PUT", "applications", _, "commands"]:
                return "sync", lambda: self._sync(body)
            case ["POST", "interactions", ident, _, "callback"]:
                return "callback", lambda: self._callback(ident, body)
            case ["PATCH", "webhooks", _, token, "messages", "@original"]:
                return "original", lambda: self._edit(token, body)
            case ["DELETE", "webhooks", _, token, "messages", "@original"]:
                return "take away", lambda: self._take_away(token)
            case ["POST", "webhooks", _, token]:
                return "follow-up", lambda: self._follow_up(token, body)
            case ["POST", "channels", channel, "messages"]:
                return "message", lambda: self._post(channel, body)
            case ["GET", "channels", channel, "messages"]:
                return "history", lambda: self._history(channel, request)
            case ["POST", "channels", _, "typing"]:
                return "typing", dict
            case ["POST", "channels", _, "messages", message, "threads"]:
                return "thread", lambda: self._thread(message, body)
            case ["GET", "channels", channel]:
                return "channel", lambda: self.channel(channel)
            case ["POST", "users", "@me", "channels"]:
                return "dm", lambda: {"id": f"9{body['recipient_id']}"[:19], "type": 1, "recipients": []}
            case _:
                self.problems.append(f"nothing is known of {method} {'/'.join(path)}")
                return "unknown", lambda: 0

    def _application(self) -> Json:
        return {
            "id": APP,
            "name": "Standfirst",
            "icon": None,
            "description": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "",
            "flags": self.flags,
            "interactions_endpoint_url": self.endpoint,
            "team": None,
            "owner": self._user(ANNA, "anna"),
            "summary": "",
        }

    def _address(self) -> Json:
        limits = {
            "total": 1_000,
            "remaining": self.starts_left,
            "reset_after": self.reset_after_ms,
            "max_concurrency": 1,
        }
        return {"url": self.gateway, "shards": 1, "session_start_limit": limits}

    def _sync(self, body: Any) -> list[Json]:  # noqa: ANN401 - JSON
        self.problems += [problem for each in body for problem in problems("command", each)]
        self.commands = [
            {"id": self.number(), "application_id": APP, "version": "1", "description": "", "options": []}
            | each
            | {"default_member_permissions": _as_text(each.get("default_member_permissions"))}
            for each in body
        ]
        return self.commands

    def _callback(self, ident: str, body: Json) -> Any:  # noqa: ANN401 - JSON
        known = self.interactions[ident]
        if known.kind:
            return 40060
        known.kind, known.answered = body["type"], time.monotonic()
        if body["type"] == 9:
            self.problems += [f"callback: {problem}" for problem in problems("callback_modal", body)]
            known.modal = body["data"]
            return {"interaction": {"id": ident, "type": 2}}
        data = body.get("data") or {}
        flags = (LOADING if body["type"] == 5 else 0) | int(data.get("flags") or 0)
        message = self._message(known.channel, data | {"flags": flags})
        self.messages[message["id"]] = message
        known.message = message["id"]
        return {"interaction": {"id": ident, "type": 2}, "resource": {"type": body["type"], "message": message}}

    def _by_token(self, token: str) -> Interaction | None:
        return next((each for each in self.interactions.values() if each.token == token), None)

    def _edit(self, token: str, body: Json) -> Any:  # noqa: ANN401 - JSON
        known = self._by_token(token)
        message = self.messages.get(known.message) if known else None
        if message is None:
            return 10008
        message.update({name: each for name, each in body.items() if name != "flags"})
        message["flags"] = (message["flags"] & EPHEMERAL) | int(body.get("flags") or 0)
        return message

    def _take_away(self, token: str) -> Any:  # noqa: ANN401 - JSON
        known = self._by_token(token)
        return {} if known and self.messages.pop(known.message, None) else 10008

    def _follow_up(self, token: str, body: Json) -> Any:  # noqa: ANN401 - JSON
        known = self._by_token(token)
        if known is None:
            return 10015
        waiting = self.messages.get(known.message)
        if waiting and waiting["flags"] & LOADING:  # the first follow-up takes its place, seen by whoever saw that
            return self._edit(token, body)
        message = self._message(known.channel, body)
        self.messages[message["id"]] = message
        return message

    def _post(self, channel: str, body: Json) -> Json:
        nonce = str(body.get("nonce") or "")
        if self.knows_nonces and body.get("enforce_nonce") and (channel, nonce) in self._nonces:
            return self.messages[self._nonces[channel, nonce]]
        message = self._message(channel, body)
        self.messages[message["id"]] = message
        self._nonces[channel, nonce] = message["id"]
        return message

    def _history(self, channel: str, request: web.Request) -> list[Json]:
        before, after = int(request.query.get("before") or 1 << 63), int(request.query.get("after") or 0)
        found = [
            each
            for each in self.messages.values()
            if each["channel_id"] == channel and after < int(each["id"]) < before
        ]
        newest = sorted(found, key=lambda each: -int(each["id"]))
        return newest[: int(request.query.get("limit") or 50)]

    def _thread(self, message: str, body: Json) -> Any:  # noqa: ANN401 - JSON
        if message not in self.messages:
            return 10008
        if len(body["name"]) > 100:
            self.problems.append(f"a thread's name of {len(body['name'])} characters")
        if "thread" in self.messages[message]:
            return 160004
        self.messages[message]["thread"] = {"id": message}
        return {"id": message, "type": 11, "name": body["name"], "parent_id": self.messages[message]["channel_id"]}

    async def _send(self, request: web.Request, answer: Any, fault: str) -> web.StreamResponse:  # noqa: ANN401 - JSON
        text = json.dumps(answer)
        if fault == "drop":
            return _cut_off(request)
        if fault == "hang":
            await self.closing.wait()
        if fault == "truncated":
            return web.Response(text=text[: len(text) // 2], content_type="application/json", charset=None)
        if fault == "page":
            return web.Response(text="<html>Be right back", content_type="text/html")
        return _json(answer)

    # what things look like

    def guild(self) -> Json:
        """The server, with its channel."""
        role = {"id": GUILD, "name": "@everyone", "permissions": ALL_PERMISSIONS, "position": 0, "color": 0}
        role |= {"hoist": False, "managed": False, "mentionable": False, "flags": 0, "colors": {"primary_color": 0}}
        return {
            "id": GUILD,
            "name": "Newsroom",
            "owner_id": ANNA,
            "roles": [role],
            "emojis": [],
            "features": [],
            "channels": [self.channel(CHANNEL)],
            "threads": [],
            "members": [{"user": self._user(BOT, "standfirst", bot=True), "roles": [], "joined_at": _NOW, "flags": 0}],
            "member_count": 2,
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "large": False,
            "unavailable": False,
        }

    def channel(self, ident: str) -> Json:
        """A channel of the server's."""
        return {"id": ident, "type": 0, "guild_id": GUILD, "name": "news", "position": 0, "permission_overwrites": []}

    def number(self) -> str:
        """A number that nothing else has, from which the time can be read."""
        return str(((int(time.time() * 1_000) - EPOCH) << 22) | next(self._numbers) % (1 << 12))

    def _message(self, channel: str, body: Json, *, author: Json | None = None, ident: str = "") -> Json:
        base: Json = {
            "id": ident or self.number(),
            "type": 0,
            "channel_id": channel,
            "author": author or self._user(BOT, "standfirst", bot=True),
            "content": "",
            "timestamp": _NOW,
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": False,
            "flags": 0,
        }
        known = {
            name: each for name, each in body.items() if name in {"content", "components", "embeds", "flags", "nonce"}
        }
        return base | {name: each for name, each in known.items() if each is not None}

    def _user(self, ident: str, name: str, *, bot: bool = False) -> Json:
        return {"id": ident, "username": name, "discriminator": "0", "avatar": None, "bot": bot, "global_name": name}

    def _member(self) -> Json:
        user = self._user(ANNA, "anna")
        return {
            "user": user,
            "roles": [],
            "joined_at": _NOW,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": "0",
        }

    def _note(self, name: str, body: Any, answer: str) -> None:  # noqa: ANN401 - JSON
        self.calls.append(Call(name, time.monotonic(), body, answer))
        self._changed.set()


_NOW = "2026-11-23T08:30:00.000000+00:00"


def inside(components: list[Json]) -> list[Json]:
    """Components, and those inside them."""
    found = list[Json]()
    for each in components:
        found += [each, *inside(each.get("components") or [])]
        found += inside([each["accessory"]]) if each.get("accessory") else []
    return found


def said(message: Json) -> str:
    """All that a message says, as markdown."""
    texts = [each["content"] for each in inside(message["components"]) if each["type"] == 10]
    return "\n".join([message["content"], *texts]).strip()


@asynccontextmanager
async def scripted_discord() -> AsyncGenerator[ScriptedDiscord]:
    """One on a port of its own."""
    peer = ScriptedDiscord()
    app = web.Application()
    app.router.add_route("*", "/api/v10/{path:.*}", peer.answer)
    app.router.add_get("/gateway{rest:/?}", peer.connect)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        peer.base = f"http://{host}:{port}"
        yield peer
    finally:
        peer.closing.set()
        await peer.cut()
        await runner.cleanup()


def _json(answer: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:  # noqa: ANN401 - JSON
    """discord.py reads no answer whose type is anything but this, to the letter."""
    typed = {"Content-Type": "application/json"} | (headers or {})
    return web.Response(body=json.dumps(answer).encode(), status=status, headers=typed)


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)


def _refused(code: int) -> web.Response:
    status = {10: 404, 50: 403, 40: 400, 16: 400}.get(int(str(code)[:2]), 400)
    status = 400 if code in {50035, 50024} else status
    return _json({"message": "refused", "code": code}, status)


def _cut_off(request: web.Request) -> web.StreamResponse:
    """The connection breaks before there is an answer."""
    if request.transport:
        request.transport.abort()
    return web.Response()
