"""The open web: pages fetched without becoming a way into anybody's network, and read into articles."""
