# make run: serve the monitor. make test: everything that proves it. Both set up what they need, in .venv, on Python 3.11 or newer.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: run test bench build serve lint clean

run: $(VENV)/.run
	$(BIN)/python app.py

serve: $(VENV)/.run
	$(BIN)/gunicorn --workers 2 --threads 4 --bind $${HOST:-127.0.0.1}:$${PORT:-8050} "app:server()"

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/python -m pytest -n 2 --dist loadgroup

bench: $(VENV)/.test
	PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test,bench]"
	$(BIN)/python -m tests.benchmarks

# Builds the release that ships from the publishers' files.
build: $(VENV)/.run
	$(BIN)/python -m data.cli build --sources $(SOURCES)

lint: $(VENV)/.test
	$(BIN)/ruff check .

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	$(BIN)/python -W ignore -m callbacks.plotly_bundle
	touch $@

$(VENV)/.test: $(VENV)/.run
	PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test]"
	$(BIN)/python tests/browser/install.py
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis .cache *.egg-info
