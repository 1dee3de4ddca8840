# Needs Python 3.11 or later, make, and a package registry that pip knows.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OLDEST := .venv-oldest
SOURCES := $(shell find src api data -type f ! -name '*.pyc' ! -path '*.egg-info/*') \
	$(wildcard pyproject.toml setup.py README.md LICENSE)

.PHONY: demo test test-oldest browser paper setup install lint types clean

# A sample lab file as a table. Exit code 3 says that some rows could not be assessed: two here cannot.
demo: install
	@$(BIN)/stofgroep screen demo/lab.csv --table --date 2026-11-23 || [ $$? -eq 3 ]

# Everything: lint, types and tests, on the wheel as it is installed.
test: install lint types browser paper
	$(BIN)/python -m pytest
	$(MAKE) test-oldest
	$(MAKE) fuzz SECONDS=300

# A verdict depends on how RDKit sees rings and aromaticity: the chemistry also against the oldest release allowed.
test-oldest: $(OLDEST)/.ready install
	$(OLDEST)/bin/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps dist/*.whl
	$(OLDEST)/bin/python -m pytest -m "not slow" tests/structure tests/definition tests/groups tests/matching tests/lists

$(OLDEST)/.ready: requirements-oldest.lock
	$(PYTHON) -m venv $(OLDEST)
	$(OLDEST)/bin/pip install --quiet --progress-bar off --disable-pip-version-check -r requirements-oldest.lock
	touch $@

setup: $(VENV)/.ready $(VENV)/.page

$(VENV)/.ready: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --progress-bar off --disable-pip-version-check -r requirements.lock
	touch $@

# The drawing editor, from npm; without npm the page has no drawing and says so.
$(VENV)/.page: $(VENV)/.ready package.json package-lock.json scripts/setup_page.sh
	sh scripts/setup_page.sh editor
	touch $@

# Chromium for the tests of the page, where the system's packages can be installed.
browser:
	@sh scripts/setup_page.sh browser

# Pango for reports as PDF, and a reader of PDF for their tests, likewise.
paper:
	@sh scripts/setup_page.sh paper

# The wheel is built once, and again only when something in it changed.
install: $(VENV)/.installed

$(VENV)/.installed: $(VENV)/.ready $(VENV)/.page $(SOURCES)
	rm -rf build dist
	$(BIN)/python -m build --no-isolation --wheel --outdir dist . > /dev/null
	$(BIN)/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps dist/*.whl
	touch $@

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: install
	$(BIN)/mypy --strict -p stofgroep
	$(foreach folder,$(wildcard scripts benchmarks),$(BIN)/mypy --strict $(folder)$(newline))

define newline


endef

ifneq ($(wildcard benchmarks/screen.py),)
.PHONY: bench
FILE ?= demo/lab.csv
bench: install
	$(BIN)/python -m benchmarks.screen $(FILE)
endif

# An hour of hostile input; make fuzz SECONDS=300 for less.
ifneq ($(wildcard scripts/fuzz.py),)
.PHONY: fuzz
SECONDS ?= 3600
fuzz: install
	$(BIN)/python scripts/fuzz.py --seconds $(SECONDS)
endif

ifneq ($(wildcard scripts/mutate.py),)
.PHONY: mutate
mutate: install
	$(BIN)/python scripts/mutate.py --keep
endif

# docs/validation.md and docs/validation.csv: every number in them comes from here. --check writes nothing.
ifneq ($(wildcard scripts/validate.py),)
.PHONY: validate
validate: install
	$(BIN)/python scripts/validate.py
endif

# The documentation as a site, in site/index.html.
.PHONY: site
site: install
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs site

clean:
	rm -rf $(VENV) $(OLDEST) build dist site
