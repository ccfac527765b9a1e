"""Neither the key nor words of an article are in an error or a log, whatever happens."""

from __future__ import annotations

import asyncio
import logging
import traceback

import pytest

from adapters.openai_model.checkup import findings
from bot.errors import ModelError
from tests.adapters.openai_model.conftest import PROMPT, Room
from tests.peers.openai.server import _CHOICES, _SAYS, _STATUSES, KEY

FAULTS = [*_STATUSES, *_CHOICES, *_SAYS, "drop", "429"]
SECRETS = (KEY, PROMPT.material, PROMPT.rules, "harbour")


@pytest.mark.parametrize("fault", FAULTS)
async def test_nothing_of_them_is_told_or_logged(room: Room, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    room.server.faults.extend([fault] * 9)
    told = ""
    async with room.model() as model:
        (error,) = await asyncio.gather(model.complete(PROMPT), return_exceptions=True)
        if isinstance(error, ModelError):
            told = "".join(traceback.format_exception(error))
            assert error.__context__ is None, "its cause would hold the request, and be printed by some logs"
        told += repr(model)
    # The peer is in this process, and logs too.
    logged = [each.getMessage() for each in caplog.records if not each.name.startswith("aiohttp")]
    assert not [secret for secret in SECRETS for text in (told, *logged) if secret in text]


async def test_a_checkup_tells_no_key(room: Room) -> None:
    for key in (KEY, "sk-old-and-secret"):
        assert "secret" not in "".join([each.says async for each in findings(room.settings(key=key))])
