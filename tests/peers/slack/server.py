"""A scripted Slack on loopback: Web API, Socket Mode and signed HTTP, over real sockets.

It keeps what was posted, writes down every request and answer, checks each payload as Slack's own types and bounds
would, and does wrong what a test tells it to do wrong.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import ClientSession, WSMsgType, web

from tests.peers.slack.checks import problems

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    Json = dict[str, Any]

PATIENCE = 20.0
"""Seconds until a test that waits for something gives up; nothing waits this long unless it is broken."""

APP_TOKEN = "xapp-1-A1-1-secret"
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
APP = "A1"


@dataclass(slots=True)
class Workspace:
    """A workspace the bot is installed in. ``channels`` hold messages; the bot is a member of those it is in."""

    ident: str
    token: str
    bot_user: str
    member_of: set[str] = field(default_factory=lambda: {"C1", "C2"})
    channels: dict[str, list[Json]] = field(default_factory=lambda: defaultdict[str, "list[Json]"](list))


@dataclass(frozen=True, slots=True)
class Call:
    """A request to the Web API or to a response_url, and how it was answered."""

    method: str
    workspace: str
    body: Json
    answer: str


@dataclass(frozen=True, slots=True)
class Ack:
    """How an event was acknowledged: what with, and after how many seconds."""

    payload: Json | None
    seconds: float


class ScriptedSlack:
    """Slack, as far as a bot sees it."""

    def __init__(self) -> None:
        self.base = ""
        self.workspaces = {
            each.ident: each for each in (Workspace("T1", "xoxb-T1", "UBOT1"), Workspace("T2", "xoxb-T2", "UBOT2"))
        }
        self.calls: list[Call] = []
        self.arrivals: dict[str, list[float]] = defaultdict(list)  # of posts, by channel, as a monotonic clock has it
        self.problems: list[str] = []
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.scopes = "commands,chat:write"
        self.admins = {"U1"}
        self.frozen = False
        self.refuse_sockets = 0
        self.closing = asyncio.Event()
        self._sockets: list[web.WebSocketResponse] = []
        self._acks: dict[str, asyncio.Future[Json | None]] = {}
        self._numbers = itertools.count(1)
        self._changed = asyncio.Event()
        self._turn = itertools.count()

    @property
    def api(self) -> str:
        """What a client is told in place of Slack's own address."""
        return f"{self.base}/api/"

    @property
    def sockets(self) -> int:
        """Open connections of Socket Mode."""
        return len([each for each in self._sockets if not each.closed])

    def made(self, method: str) -> list[Json]:
        """The bodies of all calls of a method that were answered with ok."""
        return [call.body for call in self.calls if call.method == method and call.answer == "ok"]

    def posts(self, channel: str = "C1", workspace: str = "T1") -> list[Json]:
        """What stands in a channel and its threads, in order."""
        return self.workspaces[workspace].channels[channel]

    def responses(self, kind: str = "ephemeral") -> list[Json]:
        """What was sent to response_urls."""
        return [body for body in self.made("response_url") if body.get("response_type") == kind]

    def wire(self) -> str:
        """The log: a line a request, with how it was answered."""
        return "\n".join(
            f"{call.workspace:3} {call.method:28} {call.answer:24} {_short(call.body)}" for call in self.calls
        )

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until that is so."""
        async with asyncio.timeout(PATIENCE):
            while not happened():
                self._changed.clear()
                await self._changed.wait()

    # what people do, as Slack tells of it

    async def command(self, text: str, *, command: str = "/brief", **more: str) -> Ack:
        """Somebody types a slash command."""
        body = self._who(**more) | {"command": command, "text": text, "trigger_id": f"{self._number()}.trigger"} | more
        return await self.tell("slash_commands", body)

    async def event(self, event: Json, *, workspace: str = "T1", **envelope: Any) -> Ack:  # noqa: ANN401 - JSON
        """Something happened."""
        body = {
            "type": "event_callback",
            "team_id": workspace,
            "api_app_id": APP,
            "event_id": f"Ev{self._number()}",
            "event": event,
            "authorizations": [{"team_id": workspace, "user_id": self.workspaces[workspace].bot_user, "is_bot": True}],
        }
        return await self.tell("events_api", body | envelope)

    async def message(self, text: str, *, channel: str = "C1", workspace: str = "T1", **more: Any) -> Ack:  # noqa: ANN401 - JSON
        """Somebody writes a message; one that names the bot is told of twice."""
        event = self.written(text, channel=channel, workspace=workspace, **more)
        ack = await self.event(event, workspace=workspace)
        if f"<@{self.workspaces[workspace].bot_user}>" in text:
            await self.event(event | {"type": "app_mention"}, workspace=workspace)
        return ack

    def written(self, text: str, *, channel: str = "C1", workspace: str = "T1", **more: Any) -> Json:  # noqa: ANN401 - JSON
        """A message of somebody's in a channel, of which nobody has been told yet."""
        kind = {"D": "im", "C": "channel", "G": "group"}[channel[0]]
        message = {"type": "message", "user": "U1", "text": text, "ts": self._stamp(), "channel": channel} | more
        self.posts(channel, workspace).append(message)
        return message | {"channel_type": kind}

    async def shortcut(self, message: Json, **more: Any) -> Ack:  # noqa: ANN401 - JSON
        """Somebody picks "Brief this" on a message."""
        body = self._interactive(more.pop("workspace", "T1")) | {
            "type": "message_action",
            "callback_id": "brief_this",
            "message": message,
            "channel": {"id": message.get("channel", "C1"), "name": "general"},
            "message_ts": message["ts"],
            "response_url": self._answer_url(),
        }
        return await self.tell("interactive", body | more)

    async def press(self, message: Json, action: str, **more: Any) -> Ack:  # noqa: ANN401 - JSON
        """Somebody presses a button in a message, public or their own."""
        element = next(each for each in _elements(message["blocks"]) if each.get("action_id") == action)
        hidden = message.get("response_type") == "ephemeral"
        value = element.get("value") or element["positive_button"]["value"]
        at = message.get("ts") or self._stamp()
        container = {"type": "message", "message_ts": at, "channel_id": "C1", "is_ephemeral": hidden}
        if "thread_ts" in message:
            container["thread_ts"] = message["thread_ts"]
        body = self._interactive(more.pop("workspace", "T1")) | {
            "type": "block_actions",
            "container": container,
            "channel": {"id": message.get("channel", "C1"), "name": "general"},
            "actions": [{"type": element["type"], "action_id": action, "value": value, "action_ts": self._stamp()}],
            "response_url": self._answer_url(),
        }
        return await self.tell("interactive", body | more)

    async def submit(self, view: Json, values: Json, **more: Any) -> Ack:  # noqa: ANN401 - JSON
        """Somebody sends a form."""
        state = {name: {name: value} for name, value in values.items()}
        sent = view | {"id": f"V{self._number()}", "state": {"values": state}, "hash": "1.h"}
        return await self.tell(
            "interactive", self._interactive("T1") | {"type": "view_submission", "view": sent} | more
        )

    async def press_home(self, view: Json, action: str) -> Ack:
        """Somebody presses a button on the home tab, where there is no channel."""
        element = next(each for each in _elements(view["blocks"]) if each.get("action_id") == action)
        body = self._interactive("T1") | {
            "type": "block_actions",
            "container": {"type": "view", "view_id": "V1"},
            "actions": [{"type": "button", "action_id": action, "value": element["value"], "action_ts": "1.1"}],
        }
        return await self.tell("interactive", body)

    async def tell(self, kind: str, payload: Json, *, envelope: str | None = None) -> Ack:
        """Tell the bot over one of its sockets, the next each time, and wait for its acknowledgement."""
        ident = envelope or f"envelope-{self._number()}"
        await self.until(lambda: self.sockets)
        open_ones = [each for each in self._sockets if not each.closed]
        socket = open_ones[next(self._turn) % len(open_ones)]
        acked = self._acks[ident] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        await socket.send_json(
            {"envelope_id": ident, "type": kind, "payload": payload, "accepts_response_payload": kind != "events_api"}
        )
        async with asyncio.timeout(PATIENCE):
            return Ack(await acked, time.monotonic() - began)

    async def post_signed(  # noqa: PLR0913 - each is something a test forges
        self, url: str, kind: str, payload: Json, *, age: int = 0, secret: str = SECRET, retry: int | None = None
    ) -> tuple[int, str]:
        """Tell the bot over HTTP, with Slack's signature; the status and the body of its answer."""
        if kind == "slash_commands":
            form, body = "application/x-www-form-urlencoded", urlencode(payload)
        elif kind == "interactive":
            form, body = "application/x-www-form-urlencoded", urlencode({"payload": json.dumps(payload)})
        else:
            form, body = "application/json", json.dumps(payload)
        at = str(int(time.time()) - age)
        signature = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": form,
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": f"v0={signature}",
        } | ({"X-Slack-Retry-Num": str(retry)} if retry else {})
        async with ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
            return answer.status, await answer.text()

    async def cut(self) -> None:
        """Break every socket without a word."""
        for socket in self._sockets:
            if socket._req and socket._req.transport:
                socket._req.transport.abort()

    # what the bot does

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """A call of the Web API."""
        method = request.match_info["method"]
        body = await _body(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or body.pop("token", "")
        if method == "apps.connections.open":
            return self._open(token)
        workspace = next((each for each in self.workspaces.values() if each.token == token), None)
        fault = self.faults[method].popleft() if self.faults[method] else ""
        ident = workspace.ident if workspace else "?"
        if fault.startswith("429"):
            self._note(Call(method, ident, body, fault))
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": fault[4:]}
            )
        if fault in {"500", "503"}:
            self._note(Call(method, ident, body, fault))
            return web.Response(status=int(fault), text="upstream connect error")
        if fault == "lost":
            self._note(Call(method, ident, body, "lost before it came"))
            return _cut_off(request)
        if workspace is None:
            self._note(Call(method, ident, body, "invalid_auth"))
            return web.json_response({"ok": False, "error": "invalid_auth"})
        self.problems += [f"{method}: {problem}" for problem in problems(method, body)]
        if fault.startswith("error "):
            outcome: Json = {"ok": False, "error": fault[6:]}
        else:
            outcome = self._do(workspace, method, body)
            if fault == "keeps the end":
                self.posts(body["channel"], workspace.ident)[-1]["blocks"] = body["blocks"][-3:]
        self._note(Call(method, ident, body, fault or ("ok" if outcome["ok"] else outcome["error"])))
        return await self._send(request, outcome, fault)

    async def respond(self, request: web.Request) -> web.StreamResponse:
        """A message to a response_url."""
        body = await _body(request)
        fault = self.faults["response_url"].popleft() if self.faults["response_url"] else ""
        if fault in {"500", "503", "404"}:
            self._note(Call("response_url", "", body, fault))
            return web.Response(status=int(fault), text="expired_url" if fault == "404" else "")
        self.problems += [f"response_url: {problem}" for problem in problems("response_url", body)]
        self._note(Call("response_url", "", body, fault or "ok"))
        return _cut_off(request) if fault == "drop" else web.Response(text="ok")

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """A connection of Socket Mode."""
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self._sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": self.sockets, "connection_info": {"app_id": APP}})
        self._changed.set()
        async for message in socket:
            if message.type == WSMsgType.PING and not self.frozen:
                await socket.pong(message.data)
            elif message.type == WSMsgType.TEXT:
                told = json.loads(message.data)
                acked = self._acks.get(told["envelope_id"])
                if acked and not acked.done():
                    acked.set_result(told.get("payload"))
        self._changed.set()
        return socket

    def _open(self, token: str) -> web.Response:
        if self.refuse_sockets:
            self.refuse_sockets -= 1
            self._note(Call("apps.connections.open", "", {}, "503"))
            return web.Response(status=503)
        ok = token == APP_TOKEN
        self._note(Call("apps.connections.open", "", {}, "ok" if ok else "invalid_auth"))
        answer = {"ok": True, "url": f"{self.base.replace('http', 'ws')}/socket"}
        return web.json_response(answer if ok else {"ok": False, "error": "invalid_auth"})

    def _do(self, workspace: Workspace, method: str, body: Json) -> Json:
        done: dict[str, Callable[[Workspace, Json], Json]] = {
            "auth.test": lambda where, _: {
                "ok": True,
                "team_id": where.ident,
                "user_id": where.bot_user,
                "bot_id": "B1",
            },
            "chat.postMessage": self._post,
            "chat.delete": self._delete,
            "chat.postEphemeral": lambda where, body: self._reached(where, body["channel"]) or {"ok": True},
            "conversations.history": self._history,
            "conversations.replies": self._history,
            "users.info": lambda _where, body: {"ok": True, "user": {"is_admin": body["user"] in self.admins}},
            "views.open": lambda _where, _body: {"ok": True, "view": {"id": f"V{self._number()}"}},
            "views.publish": lambda _where, _body: {"ok": True},
            "assistant.threads.setSuggestedPrompts": lambda _where, _body: {"ok": True},
            "assistant.threads.setStatus": lambda where, body: self._reached(where, body["channel_id"]) or {"ok": True},
        }
        return done[method](workspace, body) if method in done else {"ok": False, "error": "unknown_method"}

    def _post(self, workspace: Workspace, body: Json) -> Json:
        if refused := self._reached(workspace, body["channel"]):
            return refused
        message = {"type": "message", "bot_id": "B1", "user": workspace.bot_user, "ts": self._stamp()} | body
        workspace.channels[body["channel"]].append(message)
        self.arrivals[body["channel"]].append(time.monotonic())
        return {"ok": True, "channel": body["channel"], "ts": message["ts"], "message": message}

    def _delete(self, workspace: Workspace, body: Json) -> Json:
        channel = workspace.channels[body["channel"]]
        kept = [each for each in channel if each["ts"] != body["ts"]]
        found = len(kept) < len(channel)
        channel[:] = kept
        return {"ok": True} if found else {"ok": False, "error": "message_not_found"}

    def _reached(self, workspace: Workspace, channel: str) -> Json | None:
        known = channel in workspace.member_of or channel[0] in "DU"
        return None if known else {"ok": False, "error": "not_in_channel"}

    def _history(self, workspace: Workspace, body: Json) -> Json:
        if refused := self._reached(workspace, body["channel"]):
            return refused
        every = [each for each in workspace.channels[body["channel"]] if float(each["ts"]) >= float(body["oldest"])]
        if "ts" in body:
            found = [each for each in every if body["ts"] in {each.get("thread_ts"), each["ts"]}]
        else:
            found = [each for each in reversed(every) if not each.get("thread_ts")]
        first, most = int(body.get("cursor", 0)), int(body["limit"])
        following = str(first + most) if len(found) > first + most else ""
        page = found[first : first + most]
        return {"ok": True, "messages": page, "response_metadata": {"next_cursor": following}}

    async def _send(self, request: web.Request, outcome: Json, fault: str) -> web.StreamResponse:
        text = json.dumps(outcome)
        if fault == "drop":
            return _cut_off(request)
        if fault == "hang":
            await self.closing.wait()
        if fault == "truncated":
            return web.Response(text=text[: len(text) // 2], content_type="application/json")
        if fault == "page":
            return web.Response(text="<html>Be right back", content_type="text/html")
        return web.json_response(text=text, headers={"X-OAuth-Scopes": self.scopes})

    def _note(self, call: Call) -> None:
        self.calls.append(call)
        self._changed.set()

    def _number(self) -> int:
        return next(self._numbers)

    def _stamp(self) -> str:
        return f"{int(time.time())}.{self._number():06}"

    def _answer_url(self) -> str:
        return f"{self.base}/response/{self._number()}"

    def _who(self, workspace: str = "T1", **_: str) -> Json:
        return {
            "team_id": workspace,
            "channel_id": "C1",
            "user_id": "U1",
            "api_app_id": APP,
            "response_url": self._answer_url(),
        }

    def _interactive(self, workspace: str) -> Json:
        return {
            "team": {"id": workspace, "domain": "paper"},
            "user": {"id": "U1", "team_id": workspace},
            "api_app_id": APP,
            "trigger_id": f"{self._number()}.trigger",
        }


@asynccontextmanager
async def scripted_slack() -> AsyncGenerator[ScriptedSlack]:
    """A Slack of one's own, on loopback."""
    slack = ScriptedSlack()
    app = web.Application(client_max_size=10_000_000)
    app.router.add_route("*", "/api/{method}", slack.answer)
    app.router.add_post("/response/{number}", slack.respond)
    app.router.add_get("/socket", slack.connect)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield slack
    finally:
        slack.closing.set()
        await runner.cleanup()


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        body: Json = await request.json()
        return body
    return {**request.query, **{name: str(value) for name, value in (await request.post()).items()}}


def _cut_off(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _elements(part: Any) -> list[Json]:  # noqa: ANN401 - JSON of any shape
    if isinstance(part, list):
        return [each for one in part for each in _elements(one)]
    if isinstance(part, dict):
        return [part, *(each for one in part.values() for each in _elements(one))]
    return []


def _short(body: Json) -> str:
    names = ("channel", "thread_ts", "response_type", "status", "text")
    return " ".join(f"{name}={str(body[name])[:60]!r}" for name in names if body.get(name))
