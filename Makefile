PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: test setup clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --progress-bar off -r requirements.lock
	touch $@

test: setup
	rm -rf build dist
	$(BIN)/python -m build --no-isolation --wheel --outdir dist . > /dev/null
	$(BIN)/pip install --quiet --force-reinstall --no-deps dist/*.whl
	$(BIN)/python -m pytest

clean:
	rm -rf $(VENV) build dist
