"""The playground: the bot in a page on this machine, without any platform (docs/playground.md)."""
