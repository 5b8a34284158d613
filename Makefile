# make help lists what there is. Nothing is installed outside this folder.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help install run serve test check bench fix lock

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(STAMP) ## make .venv with the pinned packages

$(STAMP): requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON). Install Python 3.11 or newer, or say make PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Say make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python's venv module is missing: on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	@echo "Installing the pinned packages into .venv; this takes a minute, once."
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt; \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt; fi
	@touch $(STAMP)

run: $(STAMP) ## run it on this laptop (PORT=8000)
	@$(BIN)/python manage.py run --port $(PORT)

serve: $(STAMP) ## run it for others: README.md names the settings it needs
	@DEBUG=0 $(BIN)/python manage.py prepare
	@DEBUG=0 exec $(BIN)/granian --interface wsgi --host $(HOST) --port $(PORT) --workers $(WORKERS) \
		--backpressure 64 --respawn-failed-workers --no-ws --log-level warning crlearn.wsgi:application

test: $(STAMP) ## run the tests (DATABASE_URL=… for another database)
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check: $(STAMP) ## lint, types, layers, templates, migrations, the bank
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@DEBUG=1 $(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@find templates -name '*.html' | xargs $(BIN)/djade --check --target-version 5.2
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python manage.py check --fail-level WARNING
	@DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py prepare
	@$(BIN)/python manage.py lint_bank --verbosity 0
	@$(BIN)/python manage.py generate_questions --check --verbosity 0

fix: $(STAMP) ## let the tools mend what they can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .
	@find templates -name '*.html' | xargs $(BIN)/djade --target-version 5.2

bench: $(STAMP) ## how fast, as ratios to a floor measured in the same run
	@$(BIN)/python -m tests.benchmarks

lock: $(STAMP) ## make requirements.txt anew from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --all-extras --group dev pyproject.toml -o requirements.txt
