# make setup   .venv with everything pinned in requirements-dev.lock, and stemma itself
# make demo    read the bundled article; print its dossier, timeline and ledger
# make test    the tests
# make check   all gates: style, types, layers, tests with coverage
# make bench   speed of extraction and of starting up
# make train   train the network anew from annotated texts: make train DATA=FOLDER (see training/README.md)
# make lock    resolve the requirements of pyproject.toml anew
# make clean   remove what the others made

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo
TRAIN := .venv-train
MODEL := src/stemma/extract/learned/model
ANNOTATIONS := tests/annotations/written tests/annotations/passages
# Never learned from: the held-out set, and documents on which confidence is fitted.
HELD := Shining_Path Irgun Syriac_Military_Council Hawar_Kilis_Operations_Room
CHECKED := Montoneros_2 ETA_2 Real_Irish_Republican_Army_3 Liberation_Tigers_of_Tamil_Eelam_2 boko-haram eoka pkk \
	tupamaros viet-minh auc
# The packages whose every branch is tested.
WHOLE := src/stemma/model/*,src/stemma/resolve/*,src/stemma/store/*
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --upgrade

.PHONY: setup demo test check bench train lock clean
.DEFAULT_GOAL := setup

setup: $(READY)

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Stemma needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." \
			"Try: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.11" >&2; exit 1; }
	@echo "Installing into $(VENV) (about a minute the first time) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: export STEMMA_STORE := $(DEMO)/stemma.db
demo: setup
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/stemma ingest examples/ansar-al-tawhid.txt
	$(BIN)/stemma show "Ansar al-Tawhid"
	$(BIN)/stemma timeline "Ansar al-Tawhid"
	$(BIN)/stemma ledger "Ansar al-Tawhid"

test: setup
	$(BIN)/pytest -n $(WORKERS)

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --cov --cov-fail-under=90
	@mkdir -p build; $(BIN)/coverage report --include='$(WHOLE)' --fail-under=100 > build/coverage.txt \
		|| { cat build/coverage.txt; exit 1; }

bench: setup
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/extraction.py

train: $(TRAIN)/.ready
	@test -n "$(DATA)" || { echo "make train needs the folder of the annotated texts: make train DATA=FOLDER" >&2; exit 1; }
	$(TRAIN)/bin/python training/train.py --annotations $(ANNOTATIONS) $(DATA)/benchmark/train \
		--texts tests/annotations/written $(DATA)/data/articles --held $(HELD) $(CHECKED) --out $(MODEL) $(TRAINING)
	$(TRAIN)/bin/python training/calibrate.py --annotations $(ANNOTATIONS) --texts tests/annotations/written $(DATA)/data/articles \
		--documents $(CHECKED) --scorer $(DATA)/benchmark/score.py --model $(MODEL)

$(TRAIN)/.ready: requirements-train.lock pyproject.toml
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-train.lock
	@$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/$(LOCK) -o requirements.lock
	$(BIN)/$(LOCK) --group dev -o requirements-dev.lock
	$(BIN)/$(LOCK) --group train -o requirements-train.lock

clean:
	rm -rf $(VENV) $(TRAIN) build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
