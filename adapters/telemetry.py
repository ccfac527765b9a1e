"""What is counted, in the format that monitoring reads (docs/operations.md).

Events are counted where they happen, in this process. What stands in the ledger is shared by all processes, and is
read from there when somebody asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from bot.watching import Step

Traced: TypeAlias = Callable[[str, Mapping[str, str]], AbstractContextManager[None]]
"""What stands around each step where traces are asked for (``adapters.tracing``): its name, and what it is about."""


LATENESS = (1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 900.0, 3_600.0, 21_600.0)
"""Seconds. The clock looks every 15, and what is 6 hours late is not posted any more."""

ERRANDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0)
"""Seconds, from a text that is at hand to a page and a slow model behind it."""

ACKNOWLEDGEMENTS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
"""Seconds. Slack and Discord wait for 3."""

STEPS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0)
"""Seconds, from a short text that is briefed to a digest whose channel has a queue of others."""

_utc = partial(datetime.now, UTC)


def untraced(step: str, about: Mapping[str, str]) -> AbstractContextManager[None]:
    """Nothing around a step."""
    del step, about
    return nullcontext()


class Metrics:
    """The numbers of one process, as `bot.watching.Watch` has it. ``now`` gives an aware UTC time."""

    def __init__(self, now: Callable[[], datetime] = _utc, traced: Traced = untraced) -> None:
        self._now = now
        self._traced = traced
        self._registry = CollectorRegistry()
        registry = self._registry
        self._links = Counter(
            "standfirst_links", "Links that were to be read, by what came of it.", ["outcome"], registry=registry
        )
        self._errands = Histogram(
            "standfirst_errand_seconds",
            "From a command on record to its end, by platform and whether it was done.",
            ["platform", "outcome"],
            buckets=ERRANDS,
            registry=registry,
        )
        self._acks = Histogram(
            "standfirst_ack_seconds",
            "From a request that comes in to its being acknowledged, by platform.",
            ["platform"],
            buckets=ACKNOWLEDGEMENTS,
            registry=registry,
        )
        self._steps = Histogram(
            "standfirst_step_seconds",
            "How long each step of the work took, by whether it was done.",
            ["step", "outcome"],
            buckets=STEPS,
            registry=registry,
        )
        self._fetches = Counter(
            "standfirst_feed_fetches", "Feeds that were to be read, by what came of it.", ["outcome"], registry=registry
        )
        self._models = Histogram(
            "standfirst_model_seconds",
            "From a prompt to a language model's answer or failure, with all attempts at it, by outcome.",
            ["outcome"],
            buckets=ERRANDS,
            registry=registry,
        )
        self._gate = Counter(
            "standfirst_points",
            "Points that language models wrote, by what the gate made of them.",
            ["outcome"],
            registry=registry,
        )
        self._lateness = Histogram(
            "standfirst_digest_lateness_seconds",
            "From the slot of a digest to its being posted.",
            ["platform"],
            buckets=LATENESS,
            registry=registry,
        )
        self._answers = Gauge(
            "standfirst_database_answers", "1 if the ledger could be read just now.", registry=registry
        )
        self._deliveries = Gauge(
            "standfirst_deliveries", "Deliveries on record, by their state.", ["state"], registry=registry
        )
        self._due = Gauge("standfirst_deliveries_due", "Deliveries that wait to be taken up.", registry=registry)
        self._open = Gauge("standfirst_errands_open", "Commands that are not done yet.", registry=registry)
        self._feeds = Gauge(
            "standfirst_feeds",
            "Feeds that are followed, by whether the last poll went well.",
            ["state"],
            registry=registry,
        )
        self._calls = Gauge(
            "standfirst_model_calls_today", "Calls of language models since midnight UTC.", ["model"], registry=registry
        )
        self._tokens = Gauge(
            "standfirst_model_tokens_today",
            "Tokens of language models since midnight UTC, by direction.",
            ["model", "direction"],
            registry=registry,
        )

    def link(self, outcome: str) -> None:
        """Count a link: "read", or the ``kind`` of its failure."""
        self._links.labels(outcome).inc()

    def feed(self, outcome: str) -> None:
        """Count a feed: "fetched", "unchanged", or the ``kind`` of its failure."""
        self._fetches.labels(outcome).inc()

    def acknowledged(self, platform: str, seconds: float) -> None:
        """Count a request that was acknowledged, ``seconds`` after it came in."""
        self._acks.labels(platform).observe(seconds)

    @contextmanager
    def during(self, step: Step, **about: str) -> Generator[None]:
        """Count what is done inside, and how long that takes; what is broken off is neither done nor failed."""
        began = time.monotonic()
        with self._traced(step, about):
            try:
                yield
            except Exception:
                self._steps.labels(step, "failed").observe(time.monotonic() - began)
                raise
        self._steps.labels(step, "done").observe(time.monotonic() - began)

    def errand(self, platform: str, seconds: float, *, done: bool) -> None:
        """Count a command that came to an end here, ``seconds`` after it was begun."""
        self._errands.labels(platform, "done" if done else "failed").observe(seconds)

    def posted(self, platform: str, slot: datetime) -> None:
        """Count the digest of ``slot``, an aware time, that was posted just now."""
        self._lateness.labels(platform).observe((self._now() - slot).total_seconds())

    def model(self, outcome: str, seconds: float) -> None:
        """Count a call of a language model: "answered", or the ``kind`` of its failure."""
        self._models.labels(outcome).observe(seconds)

    def gated(self, *, written: int, repaired: int, replaced: int) -> None:
        """Count points by what the gate made of them."""
        for outcome, many in (("written", written), ("repaired", repaired), ("replaced", replaced)):
            self._gate.labels(outcome).inc(many)

    def ledger(
        self, *, deliveries: Iterable[tuple[str, int]], due: int, errands: int, feeds: int, failing: int
    ) -> None:
        """Note how the work stands, by the ledger."""
        self._answers.set(1)
        for state, many in deliveries:
            self._deliveries.labels(state).set(many)
        self._due.set(due)
        self._open.set(errands)
        self._feeds.labels("well").set(feeds - failing)
        self._feeds.labels("failing").set(failing)

    def spending(self, models: Iterable[tuple[str, int, int, int]]) -> None:
        """Note what each model was asked today: its name, calls, tokens of prompts and of completions."""
        self._calls.clear()  # at midnight a model may be gone from the day's list
        self._tokens.clear()
        for model, calls, prompt, completion in models:
            self._calls.labels(model).set(calls)
            self._tokens.labels(model, "prompt").set(prompt)
            self._tokens.labels(model, "completion").set(completion)

    def no_ledger(self) -> None:
        """Note that the ledger cannot be read: what it said before is no longer told as if it were so."""
        self._answers.set(0)
        self._due.set(float("nan"))
        self._open.set(float("nan"))
        for one in (self._deliveries, self._feeds, self._calls, self._tokens):
            one.clear()

    def names(self) -> Sequence[str]:
        """The names of all, as monitoring knows them without their suffixes."""
        return [family.name for family in self._registry.collect()]

    def exposed(self) -> bytes:
        """All of it as text, by Prometheus's exposition format 0.0.4."""
        return generate_latest(self._registry)
