# All set-up happens here: `make site` and `make test` need only git, make and Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site check test test-slow bench-pages bench-papers fonts search-report search-bench lint lock clean

site: $(VENV)/.site-ready
	@$(BIN)/handbook build

check: $(VENV)/.site-ready
	@$(BIN)/handbook check

test: $(VENV)/.test-ready lint
	@$(BIN)/python -m pytest -n 2 -m "not slow"

test-slow: $(VENV)/.test-ready
	@$(BIN)/python -m pytest -n 2 -m slow

# Sizes of the pages, and how soon they show on a slow machine.
bench-pages: $(VENV)/.test-ready site
	@$(BIN)/python -m tests.bench_pages

# What typesetting the papers costs, and how large they are.
bench-papers: $(VENV)/.test-ready
	@$(BIN)/python -m tests.bench_papers

# How well questions people type are answered, ours and Material's own search, side by side.
search-report: $(VENV)/.test-ready site
	@$(BIN)/python -m tests.search.report

# What searching costs: bytes, waiting, memory and time to build, beside Material's.
search-bench: $(VENV)/.test-ready site
	@$(BIN)/python -m tests.search.bench

lint: $(VENV)/.test-ready
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

$(VENV)/.site-ready: requirements.lock pyproject.toml
	@sh .ci/venv "$(PYTHON)" "$(VENV)" requirements.lock
	@touch $@

$(VENV)/.test-ready: requirements-test.lock pyproject.toml
	@sh .ci/venv "$(PYTHON)" "$(VENV)" requirements-test.lock
	@touch $@ $(VENV)/.site-ready

# The fonts of the papers, from Debian's fonts-noto-cjk and fonts-noto-core; once, not at each build.
fonts:
	@$(BIN)/python -m pip install -qq --disable-pip-version-check "$$(grep -oE -m1 'fonttools==[0-9.]+' requirements-test.lock)"
	@$(BIN)/python -m generator.fonts.making

# The lock is made with uv (any recent version); it holds the hashes of every platform.
UV_COMPILE := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --extra build
lock:
	$(UV_COMPILE) pyproject.toml -o requirements.lock
	$(UV_COMPILE) --extra test pyproject.toml -o requirements-test.lock

clean:
	rm -rf build dist $(VENV)
