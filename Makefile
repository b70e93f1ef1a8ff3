# Everything that one can do here. `make` alone prints the list.
#
# All targets do their own set-up, in .venv: at the first call, and again after a lock file or
# pyproject.toml has changed. They need Python 3.11 or later with venv; uv is used where it is.

PYTHON ?= python3
BIN := .venv/bin
PY := $(BIN)/python
UV := $(shell command -v uv 2>/dev/null)
# Much of what tests do is waiting: for pauses, for processes that are killed.
WORKERS ?= $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))

ifdef UV
CREATE := $(UV) venv --quiet --python "$(PYTHON)" .venv
# Without its settings here: they bound what is locked, and a bound has no hash.
INSTALL := $(UV) pip install --quiet --no-config --python $(PY)
else
CREATE := "$(PYTHON)" -m venv .venv
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check
endif

# What only uv can do installs it where it is lacking.
UV_HERE := $(if $(UV),,$(BIN)/uv)
LOCK := $(or $(UV),$(BIN)/uv) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command "make lock" \
	$(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format test-browser docs dependencies lock freeze soak wheel-test \
	bench-parse bench-load bench-fetch bench-archive bench-publish bench-resolve bench-scale \
	bench-serve bench-start clean ci

help: ## Print this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' \
		$(MAKEFILE_LIST)

setup: .venv/ready-dev ## Install all that the checks need into .venv; every target does it by itself

# The demo's normal end is a signal, exit status 6. It runs in the background so that the shell
# can pass on the signal that make itself received.
demo: .venv/ready-run ## Crawl the bundled site and open Datasette on the result; PORT=8123 picks the port
	@trap 'kill "$$demo" 2>/dev/null' INT TERM HUP; \
	$(BIN)/versusdb demo $(if $(PORT),--port "$(PORT)") & demo=$$!; \
	while :; do wait "$$demo"; status=$$?; kill -0 "$$demo" 2>/dev/null || break; done; \
	case "$$status" in 6 | 130 | 143) ;; *) exit "$$status" ;; esac

test: lint ## Check all but the browser: lint, types, import laws, generated docs, tests
	$(PY) docs/generate.py --check
	$(PY) -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

lint: .venv/ready-dev ## Check style, types and the laws of import
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(BIN)/lint-imports --no-logo

format: .venv/ready-dev ## Put the code into shape: layout, imports, what ruff can mend safely
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

test-browser: .venv/ready-dev .venv/ready-axe ## Run the tests of what a person sees; needs Debian's chromium and npm
	@command -v chromium >/dev/null || \
		{ echo "make test-browser needs chromium on the PATH: apt install chromium" >&2; exit 1; }
	$(PY) -m pytest -m browser --numprocesses 2

docs: .venv/ready-dev ## Write the generated parts of docs/ anew
	$(PY) docs/generate.py

dependencies: .venv/ready-dev .venv/ready-bench $(UV_HERE) ## Measure what docs/dependencies.md says of size, licence and last release
	@$(PY) docs/measure_dependencies.py

lock: .venv/pyvenv.cfg $(UV_HERE) ## Write the lock files anew for pyproject.toml; UPGRADE=1 takes newer versions
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --extra dask --extra parquet --constraint requirements.lock \
		--output-file requirements-dev.lock
	$(LOCK) --group bench --constraint requirements-dev.lock --output-file requirements-bench.lock

freeze: .venv/ready-dev ## Write a database and archive of today's schemas into tests/frozen, once a schema is finished
	@$(PY) -m tests.freeze

soak: .venv/ready-dev ## Read 20,000 mutated pages and kill crawls 320 times, others each time; SEED=7 repeats
	@$(PY) -m tests.soak $(SEED)
	@$(PY) -m tests.kill_soak $(SEED)

wheel-test: .venv/ready-dev ## Build the wheel and run the command from it, in a clean place
	$(PY) .ci/wheel_test.py

bench-parse: .venv/ready-bench ## Measure reading a page beside its peers, into docs/benchmarks.md
	$(PY) -m bench.parse

bench-load: .venv/ready-bench ## Measure loading beside its peers, into docs/benchmarks.md
	$(PY) -m bench.load

bench-fetch: .venv/ready-bench ## Measure a whole ingest beside its peers, into docs/benchmarks.md; needs Debian's nginx-light
	$(PY) -m bench.fetch

bench-archive: .venv/ready-bench ## Measure archiving beside its peers, into docs/benchmarks.md
	$(PY) -m bench.archive

bench-publish: .venv/ready-bench ## Measure publishing a data set, into docs/benchmarks.md
	$(PY) -m bench.publishing

bench-resolve: .venv/ready-bench ## Measure resolving entries beside its peers, into docs/benchmarks.md
	$(PY) -m bench.resolve

bench-scale: .venv/ready-bench ## Measure reading with one process, two and a cluster, into docs/benchmarks.md; takes half an hour
	$(PY) -m bench.scale

bench-serve: .venv/ready-bench ## Measure serving a big database beside a writer, into docs/benchmarks.md
	$(PY) -m bench.serve

bench-start: .venv/ready-dev ## Measure starting the command beside importing click, into docs/benchmarks.md
	$(PY) -m bench.start

clean: ## Remove all that make has made, .venv included
	rm -rf .venv .cache dist build .hypothesis .mypy_cache .ruff_cache .pytest_cache
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ci: ## Run what a commit must pass: test, test-browser, wheel-test
	.ci/run

.venv/pyvenv.cfg:
	@command -v "$(PYTHON)" >/dev/null || { echo "versusdb needs Python 3.11 or later, and there \
	is no $(PYTHON): install one (Debian: apt install python3 python3-venv)" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "versusdb needs \
	Python 3.11 or later, and $(PYTHON) is $$("$(PYTHON)" -V 2>&1): name a newer one \
	(make PYTHON=python3.12 …)" >&2; exit 1; }
ifndef UV
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) has no venv or no \
	ensurepip: install them (Debian: apt install python3-venv)" >&2; exit 1; }
endif
	@echo "making .venv"
	@rm -rf .venv; $(CREATE) || { rm -rf .venv; exit 1; }

$(BIN)/uv: .venv/pyvenv.cfg
	@$(INSTALL) uv

.venv/ready-run: .venv/pyvenv.cfg requirements.lock pyproject.toml
	@echo "installing what versusdb needs into .venv"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --editable .
	@touch $@

.venv/ready-dev: .venv/pyvenv.cfg requirements-dev.lock requirements.lock pyproject.toml
	@echo "installing what versusdb and its checks need into .venv"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@$(INSTALL) --no-deps --editable .
	@touch $@ .venv/ready-run

# The one thing that is not Python: it runs inside the page that it examines.
.venv/ready-axe: .venv/pyvenv.cfg tests/axe/package.json tests/axe/package-lock.json
	@command -v npm >/dev/null || \
		{ echo "make test-browser needs npm on the PATH: apt install npm" >&2; exit 1; }
	@echo "installing axe-core into .venv"
	@mkdir -p .venv/axe
	@cp tests/axe/package.json tests/axe/package-lock.json .venv/axe
	@cd .venv/axe && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

.venv/ready-bench: .venv/ready-run requirements-bench.lock
	@echo "installing the peers of the benchmarks into .venv"
	@$(INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@
