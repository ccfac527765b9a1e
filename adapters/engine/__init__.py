"""Who delivers digests: this process, or any number of workers on one PostgreSQL."""
