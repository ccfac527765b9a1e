"""What is remembered from one question to the next, in SQLite or PostgreSQL. SQL stands nowhere else.

Everything here waits for the disk or the server: asynchronous callers use ``asyncio.to_thread``.
"""
