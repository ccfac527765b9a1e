"""A receiver of OpenTelemetry's traces on loopback, which reads what it is sent, or does not."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable

    from opentelemetry.proto.common.v1.common_pb2 import KeyValue

FAILED = 2
"""The status of a span that failed (opentelemetry-proto: trace.proto, StatusCode)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A step, as it was sent."""

    name: str
    ident: bytes
    parent: bytes
    trace: bytes
    about: dict[str, str]
    failed: bool
    events: int


@dataclass(slots=True)
class Receiver:
    """What came. ``status`` is what it answers; with ``held`` it answers nothing until that is set."""

    address: str = ""
    status: int = 200
    held: asyncio.Event | None = None
    spans: list[Span] = field(default_factory=list[Span])
    service: dict[str, str] = field(default_factory=dict[str, str])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    wire: bytes = b""
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until it has; what comes later is looked at when it comes."""
        async with asyncio.timeout(60):
            while not happened():
                self.changed.clear()
                await self.changed.wait()

    def named(self, name: str) -> list[Span]:
        return [each for each in self.spans if each.name == name]

    def inside(self, span: Span) -> list[Span]:
        """Those that are part of it, of whatever depth."""
        direct = [each for each in self.spans if each.parent == span.ident]
        return [each for one in direct for each in (one, *self.inside(one))]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.headers.append(dict(request.headers))
        self.wire += body
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            self.service |= _read(resource.resource.attributes)
            for each in (span for scope in resource.scope_spans for span in scope.spans):
                about, failed = _read(each.attributes), each.status.code == FAILED
                ids = each.span_id, each.parent_span_id, each.trace_id
                self.spans.append(Span(each.name, *ids, about, failed, len(each.events)))
        self.changed.set()
        if self.held is not None:
            await self.held.wait()
        answer = ExportTraceServiceResponse().SerializeToString()
        return web.Response(status=self.status, body=answer, content_type="application/x-protobuf")


@asynccontextmanager
async def a_receiver() -> AsyncGenerator[Receiver]:
    """One, until left."""
    receiver, app = Receiver(), web.Application()
    app.add_routes([web.post("/v1/traces", receiver.take)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    receiver.address = f"http://{host}:{port}"
    try:
        yield receiver
    finally:
        if receiver.held is not None:
            receiver.held.set()  # aiohttp waits for what is being answered
        await runner.cleanup()


def _read(attributes: Iterable[KeyValue]) -> dict[str, str]:
    return {each.key: each.value.string_value for each in attributes}
