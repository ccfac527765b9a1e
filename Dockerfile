# syntax=docker/dockerfile:1

FROM python:3.11-slim-trixie AS build
# The version that the Makefile brings; a test compares the two.
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /usr/local/bin/uv
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/standfirst
WORKDIR /src
# What others wrote changes seldom, so it has a layer of its own.
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --quiet --locked --no-default-groups --extra postgresql --extra opentelemetry --no-install-project
COPY README.md LICENSE ./
COPY adapters adapters
COPY bot bot
COPY seeds seeds
COPY summariser summariser
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --quiet --locked --no-default-groups --extra postgresql --extra opentelemetry --no-editable

FROM python:3.11-slim-trixie
# A number, so that whoever runs it can see that it isn't root's. /data is for SQLite, where there is no PostgreSQL.
RUN groupadd --gid 10001 standfirst \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin standfirst \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data
COPY --from=build /opt/standfirst /opt/standfirst
# Of the C library: with an arena for each thread, as it has otherwise, memory that is free grows for hours.
ENV MALLOC_ARENA_MAX=2
ENV PATH=/opt/standfirst/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/standfirst.db \
    STANDFIRST_LISTEN=0.0.0.0:8080
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["standfirst"]
CMD ["run"]
