# Dealwright. `make run` to use it, `make test` before handing in a change; the rest is in CONTRIBUTING.md.
.DEFAULT_GOAL := run

DATA   ?= ./data
LISTEN ?= 127.0.0.1:7373
# Further words for `dealwright serve`, for instance ARGS="--database postgres://localhost/crm".
ARGS   ?=
BINARY := $(or $(CARGO_TARGET_DIR),target)/debug/dealwright

.PHONY: run build test prove bench shots advisories

run: build
	@exec "$(BINARY)" serve --data "$(DATA)" --listen "$(LISTEN)" $(ARGS)

build:
	@scripts/prerequisites.sh
	@cargo build --locked --package dealwright

# Everything that must hold before a change is handed in.
test:
	@scripts/prerequisites.sh
	@scripts/test.sh

# The long proofs: kills, faults, random acts, and the API held to its document.
prove:
	@scripts/prerequisites.sh
	@scripts/prove.sh

# Release build, figures to bench/latest.json and the screen; BENCH="--pairs 6 --deals 10000" for a quick look.
bench:
	@scripts/prerequisites.sh
	@cargo build --locked --release --package dealwright --package dealwright-bench
	@"$(or $(CARGO_TARGET_DIR),target)/release/dealwright-bench" $(BENCH)

# Pictures of every page into e2e/shots.
shots: build
	@scripts/shots.sh

# Known holes in what we depend on. Asks the network, so it is no part of `make test`.
advisories:
	@scripts/advisories.sh
