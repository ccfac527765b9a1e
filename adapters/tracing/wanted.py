"""Whether traces are asked for, by the variables that every program with OpenTelemetry reads. It loads none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")

NOT_INSTALLED = (
    "OTEL_EXPORTER_OTLP_ENDPOINT is set, and OpenTelemetry is not installed; "
    "pip install 'standfirst[opentelemetry]' brings it."
)

_PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
_SPOKEN = "http/protobuf"


def wanted(environ: Mapping[str, str]) -> bool:
    """Whether there is an address to send them to, and nothing says that they are not to be made.

    Source: opentelemetry.io, specification: environment variables. An empty one counts as not set.
    """
    off = _said(environ, "OTEL_SDK_DISABLED") == "true" or _said(environ, "OTEL_TRACES_EXPORTER") == "none"
    return not off and any(environ.get(each) for each in ENDPOINTS)


def problem(environ: Mapping[str, str]) -> str:
    """What is asked for and cannot be, in a sentence that says what to set; else nothing."""
    for name in _PROTOCOLS:
        if said := _said(environ, name):
            spoken = said == _SPOKEN
            return "" if spoken else f"{name} can only be {_SPOKEN} here, which receivers take at port 4318; set that."
    return ""


def _said(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip().lower()
