"""When a language model is left alone: a server that keeps failing is not asked for a while. Pure: no clock, no I/O."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.errors import ModelAway, ModelError, ModelLimited, ModelUnusable

FAILURES = 5
"""In a row, before the server is left alone. One is bad luck, and two or three come together when a server restarts."""

FIRST_REST, LONGEST_REST = 15.0, 600.0
"""Seconds. Each rest without a success between is twice the one before it."""

PROBE = 1.0
"""Seconds that callers are told to wait while one of them finds out whether the server is well again."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """What is known of the server: ``failures`` in a row, how many ``rests`` it had since it last was well.

    It is left alone ``until`` then, in seconds of a clock that never goes back. After that one caller is let through,
    ``probing``; the others wait for what comes of it. ``because`` is the kind of the failure that opened it.
    """

    failures: int = 0
    rests: int = 0
    until: float | None = None
    probing: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Resting:
    """No caller is let through for so many ``seconds``."""

    seconds: float


def admitted(breaker: Breaker, now: float) -> Breaker | Resting:
    """What is known once a caller is let through at ``now``, or that none is."""
    if breaker.until is None:
        return breaker
    if now < breaker.until:
        return Resting(breaker.until - now)
    return Resting(PROBE) if breaker.probing else replace(breaker, probing=True)


def after(breaker: Breaker, error: ModelError | None, now: float) -> Breaker:
    """What is known once a caller got an answer, ``None``, or an error."""
    match error:
        case ModelUnusable():
            return _open(breaker, error.kind, now + LONGEST_REST)
        case ModelLimited(after=float(seconds)):
            return _open(breaker, error.kind, now + min(seconds, LONGEST_REST))
        case ModelAway():
            return _failed(breaker, error.kind, now)
        case _:  # a prompt that got no answer says nothing against the server: it did answer
            return Breaker()


def abandoned(breaker: Breaker) -> Breaker:
    """What is known once the probe went away without an answer: no more than before, and the next may probe."""
    return replace(breaker, probing=False)


def _failed(breaker: Breaker, because: str, now: float) -> Breaker:
    if breaker.until is not None and now < breaker.until:
        return breaker  # under way already when it opened
    if breaker.probing or breaker.failures + 1 >= FAILURES:
        rest = min(FIRST_REST * 2**breaker.rests, LONGEST_REST)
        return _open(breaker, because, now + rest)
    return replace(breaker, failures=breaker.failures + 1)


def _open(breaker: Breaker, because: str, until: float) -> Breaker:
    most = 16  # keeps the power small; the rest is at its longest by then
    return Breaker(rests=min(breaker.rests + 1, most), until=until, because=because)
