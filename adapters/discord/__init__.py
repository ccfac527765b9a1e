"""The bot in Discord."""
