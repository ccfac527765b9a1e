"""Slack: what comes in becomes a command, what goes out becomes blocks."""
