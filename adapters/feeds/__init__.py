"""Feeds: bytes in, headlines out. Nothing here fetches, and nothing reads a clock."""
