"""Whether traces arrive, told without sending any."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from opentelemetry.sdk.trace.export import SpanExportResult

from adapters.checkup import Finding
from adapters.tracing.spans import exporter
from bot.errors import BadSettings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


async def findings() -> AsyncIterator[Finding]:
    """What the receiver makes of a request that holds no span."""
    try:
        sending = exporter()
    except BadSettings as error:
        yield Finding(well=False, says=str(error))
        return
    if await asyncio.to_thread(sending.export, ()) is SpanExportResult.SUCCESS:
        yield Finding(well=True, says="Their receiver takes them.")
    else:
        yield Finding(
            well=False,
            says="Their receiver does not take them; see whether it runs, takes OTLP over HTTP, and is where "
            "OTEL_EXPORTER_OTLP_ENDPOINT says.",
        )
    sending.shutdown()
