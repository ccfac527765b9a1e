"""A file a step; its name begins with the version it leads to."""
