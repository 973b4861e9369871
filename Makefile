# Everything a newcomer needs: `make build`, then `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCS := .venv-docs

.PHONY: build test check trust fuzz docs test-docs lock clean

build: $(VENV)/.runtime
	$(BIN)/scopebook build

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Scopebook needs Python 3.11 or later; call make PYTHON=python3.12, say.")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# The heavy tests of tests/test_trust.py: a hundred kills, twenty builds and twenty readers for a minute.
trust: $(VENV)/.dev
	SCOPEBOOK_KILLS=100 SCOPEBOOK_BUILDS=20 SCOPEBOOK_READERS=20 SCOPEBOOK_SECONDS=60 $(BIN)/python -m pytest tests/test_trust.py tests/tagging

# 200,000 broken inputs over all readers and parsers (SCOPEBOOK_FUZZ says how many), a few minutes; Linux on x86-64.
fuzz: $(VENV)/.dev
	test -e outputs/.current || $(BIN)/scopebook build
	$(BIN)/python -m tests.fuzz.run

$(DOCS)/.done: requirements.lock requirements-docs.lock
	$(PYTHON) -m venv $(DOCS)
	$(DOCS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-docs.lock
	$(DOCS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

docs: $(DOCS)/.done $(VENV)/.runtime
	test -e outputs/.current || $(BIN)/scopebook build
	$(DOCS)/bin/scopebook pages --scope outputs --out docs/generated
	NO_MKDOCS_2_WARNING=1 $(DOCS)/bin/mkdocs build --quiet --strict

test-docs: $(DOCS)/.done
	$(DOCS)/bin/python -m pytest tests/describing tests/docs

# Maintainers: rewrite both locks (hashes, no registry address) after a change of dependencies in pyproject.toml.
lock:
	uv pip compile pyproject.toml --group pyproject.toml:build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	uv pip compile pyproject.toml --group pyproject.toml:build --group pyproject.toml:dev -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock
	uv pip compile pyproject.toml --group pyproject.toml:build --group pyproject.toml:docs -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-docs.lock

clean:
	rm -rf outputs .stages site docs/generated .pytest_cache .ruff_cache
