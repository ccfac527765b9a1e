"""Post -> Components V2, or embeds: pure, and inside every limit of Discord's."""
