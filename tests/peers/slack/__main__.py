"""A Slack to try the bot against, with no account: `python -m tests.peers.slack [TEXT]`.

It says what to set, waits for the bot, types ``/brief`` and TEXT, and prints what came back, line by line.
"""

from __future__ import annotations

import asyncio
import sys

from adapters.slack.manifest import SCOPES
from tests.peers.slack.server import APP_TOKEN, scripted_slack

STORY = (
    "The harbour at Sandmouth will close for a month from Monday, the town council decided last night.\n\n"
    "Anna Berg, the mayor, told reporters: “We can't wait for the wall to fall into the sea.”"
)


async def main(text: str) -> None:
    """Serve until the answer is there, or Ctrl-C."""
    async with scripted_slack() as slack:
        slack.scopes = ",".join(SCOPES)
        print(f"export SLACK_BOT_TOKEN=xoxb-T1 SLACK_APP_TOKEN={APP_TOKEN} SLACK_API_URL={slack.api}")
        print("standfirst run", flush=True)
        while not slack.sockets:  # noqa: ASYNC110 - somebody has to start the bot first
            await asyncio.sleep(0.2)
        ack = await slack.command(text)
        print(f"\n/brief acknowledged after {ack.seconds:.3f} s")
        await slack.until(lambda: slack.posts() or len(slack.responses()) > 1)
        for message in (*slack.responses(), *slack.posts()):
            print(f"  {message['text']}")
        print(f"\n{slack.wire()}\nwhat Slack would have refused: {slack.problems or 'nothing'}")


if __name__ == "__main__":
    asyncio.run(main(" ".join(sys.argv[1:]) or STORY))
