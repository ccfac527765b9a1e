"""The operator's pages: what is on record of the bot's work, and what failed tried again. Behind the doorkeeper."""
