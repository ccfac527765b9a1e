"""Where the bot and the outside world are joined; only the entry points import this."""
