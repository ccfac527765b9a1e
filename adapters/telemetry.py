"""What is counted, in the format that monitoring reads."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, generate_latest


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._links = Counter(
            "standfirst_links", "Links that were to be read, by what came of it.", ["outcome"], registry=self._registry
        )

    def link(self, outcome: str) -> None:
        """Count a link: "read", or the ``kind`` of its failure."""
        self._links.labels(outcome).inc()

    def exposed(self) -> bytes:
        """All of it as text, by Prometheus's exposition format 0.0.4."""
        return generate_latest(self._registry)
