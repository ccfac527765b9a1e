"""Spans: each step of the work, with the time it took and the steps inside it, sent to where OpenTelemetry is told.

The library reads its variables itself: the address, headers, certificates, how often it sends, which traces it keeps.
What it sends waits in a queue that is bound, and a thread of its own sends it; a receiver that is down loses spans, and
nobody waits for it.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from importlib.metadata import version
from threading import Thread
from typing import TYPE_CHECKING

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import StatusCode

from adapters.tracing.wanted import problem
from bot.errors import BadSettings
from bot.watching import current_request

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.trace import Tracer

    from adapters.telemetry import Traced

FLUSH_SECONDS = 0.5
"""What is left when we are to stop has this long to be sent: it is the last part of the ten seconds there are."""

_NAMES = {"site": "server.address", "model": "gen_ai.request.model"}
"""What OpenTelemetry's conventions call it (opentelemetry.io, semantic conventions); the rest bears our name."""

_log = logging.getLogger(__name__)


@contextmanager
def traced() -> Generator[Traced]:
    """What makes a span around a step, until left; then what is left is sent.

    Raises:
        BadSettings: if one of OpenTelemetry's variables cannot be.
    """
    provider = _provider()
    tracer = provider.get_tracer("standfirst", version("standfirst"))
    try:
        yield lambda step, about: _span(tracer, step, about)
    finally:
        _end(provider)


def exporter() -> SpanExporter:
    """What sends spans to where OpenTelemetry is told.

    Raises:
        BadSettings: if one of OpenTelemetry's variables cannot be.
    """
    if wrong := problem(os.environ):
        raise BadSettings([wrong])
    # What the library says of a receiver that fails has its address, which may hold a key; ``_Telling`` says it.
    logging.getLogger("opentelemetry").setLevel(logging.CRITICAL)
    return OTLPSpanExporter()


def _provider() -> TracerProvider:
    named = {SERVICE_NAME: "standfirst", SERVICE_VERSION: version("standfirst")}
    try:
        resource = Resource.create({**named, **OTELResourceDetector().detect().attributes})
        provider = TracerProvider(resource=resource, shutdown_on_exit=False)  # it would wait for half a minute
        provider.add_span_processor(BatchSpanProcessor(_Telling(exporter())))
    except ValueError as error:
        wrong = f"OpenTelemetry does not take one of its variables, all of which begin with OTEL_: {error}"
        raise BadSettings([wrong]) from error
    return provider


@contextmanager
def _span(tracer: Tracer, step: str, about: Mapping[str, str]) -> Generator[None]:
    """A span; of what is raised in it only the class, since a message may have what a library was given."""
    attributes = {_NAMES.get(name, f"standfirst.{name}"): value for name, value in about.items() if value}
    if ident := current_request():
        attributes["standfirst.request"] = ident
    with tracer.start_as_current_span(
        step, attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(StatusCode.ERROR)
            raise


class _Telling(SpanExporter):
    """Sends, and says once when that begins to fail."""

    def __init__(self, sending: SpanExporter) -> None:
        self._sending = sending
        self._fails = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Send them; what cannot be sent is lost."""
        result = self._sending.export(spans)
        failed = result is not SpanExportResult.SUCCESS
        if failed and not self._fails:
            _log.warning("Traces are lost: their receiver does not take them; standfirst check says more")
        self._fails = failed
        return result

    def shutdown(self) -> None:
        """Give up what is being sent."""
        self._sending.shutdown()


def _end(provider: TracerProvider) -> None:
    """Send what is left; a receiver that takes longer than there is time is left alone with it.

    The library waits for half a minute (1.45, ``BatchProcessor.shutdown``), and cannot be told otherwise.
    """
    ending = Thread(target=provider.shutdown, daemon=True)
    ending.start()
    ending.join(FLUSH_SECONDS)
