#!/usr/bin/env bash
# Runs every part of `make test` in order, tells how long each took, and ends with what passed and failed.
# A part's output goes to a log and is shown when the part fails; VERBOSE=1 shows it as it comes.
# Parts named as arguments run alone: `scripts/test.sh lint tidy`.
set -uo pipefail
cd "$(dirname "$0")/.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
logs=$target/test-logs
mkdir -p "$logs"
export DEALWRIGHT_BIN=$target/debug/dealwright

only=" $* "
summary=()
red=0
passed=0
failed=0

# part NAME COMMAND...: runs one part, times it and keeps its verdict.
part() {
    local name=$1 log=$logs/$1.log began=$SECONDS verdict=ok
    shift
    [ "$only" = "  " ] || [[ $only == *" $name "* ]] || return 0
    printf '→ %s\n' "$name"
    if [ -n "${VERBOSE:-}" ]; then
        "$@" </dev/null 2>&1 | tee "$log"
    else
        "$@" </dev/null >"$log" 2>&1
    fi || { verdict=FAILED; red=1; }
    if [ "$verdict" = FAILED ] && [ -z "${VERBOSE:-}" ]; then
        tail -n 400 "$log"
    fi
    summary+=("$(printf '%-14s %5d s  %s' "$name" $((SECONDS - began)) "$verdict")")
    printf '  %s: %s in %d s\n' "$name" "$verdict" $((SECONDS - began))
    [ "$verdict" = ok ]
}

# count LOG PASSED_PATTERN FAILED_PATTERN: adds up the numbers that the first group of each pattern catches.
count() {
    [ -f "$1" ] || return 0
    local n
    for n in $(sed -nE "s/$2/\1/p" "$1"); do passed=$((passed + n)); done
    for n in $(sed -nE "s/$3/\1/p" "$1"); do failed=$((failed + n)); done
}

formatted() { cargo fmt --all --check; }
lint() { cargo clippy --locked --workspace --all-targets -- -D warnings; }

rust_tests() {
    if cargo nextest --version >/dev/null 2>&1; then
        cargo nextest run --locked --workspace --no-fail-fast --status-level fail --final-status-level fail
    else
        cargo test --locked --workspace --lib --bins --tests --no-fail-fast
    fi
}

# The shipped definitions, as a user would check them, with their stories.
processes() { cargo run --locked --quiet --package dealwright -- process check processes/*; }

conformance() { cargo xtask conformance --check; }

browser_tests() {
    compgen -G 'e2e/*.test.mjs' >/dev/null || { echo "no browser tests"; return 0; }
    cargo build --locked --package dealwright || return 1
    (cd e2e && npm ci --ignore-scripts --no-audit --no-fund && node --test --test-reporter=spec ./*.test.mjs)
}

rm -f "$logs"/*.log
part prerequisites scripts/test-prerequisites.sh || exit 1
part format formatted
part lint lint
part tidy cargo xtask tidy
part dependencies cargo xtask dependencies
part tests rust_tests
part processes processes
part conformance conformance
part browser browser_tests

count "$logs/tests.log" '.*tests? run: ([0-9]+) passed.*' '.*tests? run:.* ([0-9]+) failed.*'
count "$logs/tests.log" '^test result: .* ([0-9]+) passed;.*' '^test result: .* ([0-9]+) failed;.*'
count "$logs/browser.log" '^[^ ]+ pass ([0-9]+)$' '^[^ ]+ fail ([0-9]+)$'

printf '\n'
printf '%s\n' "${summary[@]}"
printf '%-14s %5d s\n' together "$SECONDS"
printf '%d passed, %d failed\n' "$passed" "$failed"
exit "$red"
