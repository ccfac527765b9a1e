from __future__ import annotations
from tests.adapters.discord.conftest import LINK
async def test_brief(world):
    r = await world.anna.slash(world.channel, "brief", link=LINK)
    print(world.env.transcript())
    print(r.response.components)
    assert 0
