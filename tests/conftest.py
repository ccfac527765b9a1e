"""What every test shares: how hypothesis runs, and an article to ask about."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# No deadline: the machine is shared, and a slow example is not a wrong one. CI repeats the same examples.
settings.register_profile(
    "standfirst",
    deadline=None,
    derandomize="CI" in os.environ,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("standfirst")

STORY = """Harbour will close for a month, mayor says

The harbour at Sandmouth will close for a month from Monday, the town council decided last night.

Anna Berg, the mayor, told reporters: “We can't wait for the wall to fall into the sea. The repair has to be done now.”

Fishermen had asked the council to wait until the end of the season in October.
"""


@pytest.fixture
def story() -> str:
    """A short article with one quotation by the mayor."""
    return STORY
