# Everything a person does with this repository. `make` alone says what there is.
# Needs Python 3.11 or later and, the first time, a way to the Python package index. Uses uv where it is installed.

VENV   ?= .venv
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SHARED ?= ../shared
SCORES := build/scores
LANGUAGES := fa ar ru en
INSTALL = $(if $(shell command -v uv),uv pip install --quiet --python $(BIN)/python,$(BIN)/python -m pip install \
	--quiet --disable-pip-version-check) --editable

.DEFAULT_GOAL := help
.PHONY: help setup demo test browser screenshots lint train train-reasons eval bench-repair bench-code bench-store bench-kill readme fuzz bench-text build clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with all that is needed (does nothing when it is there)

$(READY): pyproject.toml
	@if command -v uv >/dev/null; then uv venv --quiet --allow-existing --python '>=3.11' $(VENV); \
	elif [ -n "$(PYTHON)" ]; then $(PYTHON) -m venv $(VENV); \
	else \
		echo 'Ravabet needs Python 3.11 or later; install it, or name it: make PYTHON=/path/to/python3' >&2; exit 1; \
	fi
	@$(INSTALL) '.[dev]'
	@touch $@

demo: setup ## answer a question on the bundled articles: why did relations of Russia and Kyrgyzstan change?
	@$(BIN)/ravabet demo

test: setup ## run the tests (those on ../shared are skipped where it is absent)
	@$(BIN)/python -m pytest

browser: setup ## look at the site in a real browser (skipped where no Chromium is installed)
	@$(BIN)/python -m pytest -m browser tests/browser

screenshots: setup ## take pictures of every page in four languages, light and dark, into build/screenshots
	@$(BIN)/python -m tools.screenshots

lint: setup ## check style and types
	@$(BIN)/ruff check src tests tools
	@$(BIN)/ruff format --check src tests tools
	@$(BIN)/mypy

train: setup ## make the tables and models again from ../shared
	@[ -d $(SHARED)/gold ] || { echo 'train: no $(SHARED) here, so there is nothing to learn from' >&2; exit 1; }
	@$(INSTALL) '.[train]'
	$(BIN)/python -m tools.train_repair
	$(BIN)/python -m tools.train_direction --shared $(SHARED)
	$(BIN)/python -m tools.train_lines --shared $(SHARED)
	$(BIN)/python -m tools.parser_classes ar --shared $(SHARED)
	for language in $(LANGUAGES); do \
		OMP_NUM_THREADS=1 $(BIN)/python -m tools.train_parser $$language --shared $(SHARED) || exit 1; done
	$(MAKE) --no-print-directory train-reasons
	OMP_NUM_THREADS=1 $(BIN)/python -m tools.train_outcomes
	OMP_NUM_THREADS=1 $(BIN)/python -m tools.train_judge
	OMP_NUM_THREADS=1 $(BIN)/python -m tools.train_dates

train-reasons: setup ## make the tables of reasons again (after the parsers and the lexicon, whose acts they read)
	@[ -d $(SHARED)/gold ] || { echo 'train-reasons: no $(SHARED) here, so there is nothing to learn from' >&2; exit 1; }
	PYTHONHASHSEED=0 OMP_NUM_THREADS=1 $(BIN)/python -m tools.train_reasons $(SHARED)

eval: setup ## score events and reasons against ../shared/gold, language by language
	@[ -d $(SHARED)/gold ] || { echo 'eval: no $(SHARED)/gold here, so there is nothing to score against' >&2; exit 1; }
	@mkdir -p $(SCORES)
	@for language in $(LANGUAGES); do \
		gold=$(SHARED)/gold/events-$$language.jsonl; coded=$(SCORES)/$$language.jsonl; \
		[ -e $$gold ] || continue; \
		echo "== $$language"; \
		$(BIN)/ravabet code $$gold > $$coded || [ $$? -eq 3 ] || exit 1; \
		$(BIN)/python $(SHARED)/score/score_events.py $$gold $$coded || exit 1; \
		$(BIN)/python $(SHARED)/score/score_reasons.py $$gold $$coded || exit 1; done

bench-repair: setup ## measure the repair on damage of every kind (from ../shared)
	@$(BIN)/python -m tools.bench_repair --shared $(SHARED)

bench-code: setup ## measure how many words a second are coded in each language (from ../shared)
	@[ -d $(SHARED)/corpus ] || { echo 'bench-code: no $(SHARED)/corpus here, so there is nothing to code' >&2; exit 1; }
	@OMP_NUM_THREADS=1 $(BIN)/python -m tools.bench_code --shared $(SHARED)

bench-text: setup ## print texts as PDF with all makers here, read them with all readers, write docs/text-benchmark.md
	@$(INSTALL) '.[bench]'
	@$(BIN)/python -m tools.bench_text --to docs/text-benchmark.md

bench-store: setup ## measure the project file on two million generated events, write docs/store-benchmark.md
	@$(BIN)/python -m tools.bench_store --project build/bench/generated.duckdb --to docs/store-benchmark.md

bench-kill: setup ## kill `ravabet add` a hundred times at random moments and see that nothing is lost
	@$(BIN)/python -m tools.kill_add 100

readme: setup ## put the beginning of the demo's answer into README.md
	@$(BIN)/python tools/readme_sample.py

fuzz: setup ## read 10,000 broken files of every kind (none may crash, hang or take much memory)
	@$(BIN)/python -m tools.fuzz_reading
	@RAVABET_EXAMPLES=new $(BIN)/python -m pytest -q tests/reading/test_any_bytes.py tests/repairing/test_repair.py tests/language/test_text.py

build: setup ## build the wheel into dist/
	@$(BIN)/python -m hatchling build --target wheel --directory dist

clean: ## remove everything that make has made
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
