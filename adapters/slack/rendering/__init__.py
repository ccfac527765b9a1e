"""Post -> Block Kit: pure, and inside every limit of Slack's."""
