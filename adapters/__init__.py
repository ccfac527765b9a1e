"""The outside world, in the bot's terms."""
