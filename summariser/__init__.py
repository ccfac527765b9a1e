"""Text in, briefings out: no chat, no network, no clock, no storage."""
