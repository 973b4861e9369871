# Everything a newcomer needs: `make build`, then `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCS := .venv-docs
BENCH := .venv-bench

.PHONY: build test check cover mutants licences sbom trust fuzz docs test-docs bench lock clean

build: $(VENV)/.runtime
	$(BIN)/scopebook build

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# Style, types, and what the tests are worth: branches covered and mutants killed, each with its limit. About an hour.
check: $(VENV)/.audit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright
	$(MAKE) cover mutants

cover: $(VENV)/.audit
	$(BIN)/python -m checks.cover

mutants: $(VENV)/.audit
	$(BIN)/python -m checks.mutation resolver matcher

# After a change of requirements.lock: the page of licences and the bill of materials.
licences: $(VENV)/.runtime
	$(BIN)/python -m checks.licences --write

sbom: $(VENV)/.audit
	$(BIN)/python -m checks.sbom

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

$(VENV)/.audit: $(VENV)/.dev requirements-audit.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	touch $@

# The heavy tests: a hundred kills, twenty builds and twenty readers for a minute, an install with the network cut.
trust: $(VENV)/.dev
	SCOPEBOOK_KILLS=100 SCOPEBOOK_BUILDS=20 SCOPEBOOK_READERS=20 SCOPEBOOK_SECONDS=60 SCOPEBOOK_INSTALL=1 $(BIN)/python -m pytest tests/test_trust.py tests/tagging tests/supply

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

$(BENCH)/.done: requirements.lock requirements-bench.lock
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

# Writes docs/benchmarks.*: an idle machine, an hour or two, 40 GB of disk in BENCH_WORK. Other sizes: BENCH_ROWS and so on
# (see `.venv-bench/bin/python -m benchmarks run --help`); a part: `... run --only memory`.
bench: $(BENCH)/.done $(VENV)/.runtime
	test -e outputs/.current || $(BIN)/scopebook build
	$(BENCH)/bin/python -m benchmarks run --date $(or $(BENCH_DATE),$(shell date +%F))

# Maintainers: rewrite all locks (hashes, no registry address) after a change of dependencies in pyproject.toml.
lock:
	uv pip compile pyproject.toml --group pyproject.toml:build --universal --python-version 3.11 --generate-hashes --no-header -o requirements.lock
	uv pip compile pyproject.toml --group pyproject.toml:build --group pyproject.toml:dev -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header -o requirements-dev.lock
	uv pip compile pyproject.toml --group pyproject.toml:build --group pyproject.toml:dev --group pyproject.toml:audit -c requirements-dev.lock --universal --python-version 3.11 --generate-hashes --no-header -o requirements-audit.lock
	uv pip compile pyproject.toml --group pyproject.toml:build --group pyproject.toml:docs -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header -o requirements-docs.lock
	uv pip compile pyproject.toml --group pyproject.toml:build --group pyproject.toml:bench -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header -o requirements-bench.lock

clean:
	rm -rf outputs .stages site docs/generated .bench .pytest_cache .ruff_cache .coverage
