"""What the bot does, whatever it talks through."""
