#!/usr/bin/env bash
# Measures the acts of a seller's day in a browser and writes docs/daily-acts.md. Build the program first.
set -euo pipefail
cd "$(dirname "$0")/.."

export DEALWRIGHT_BIN=${DEALWRIGHT_BIN:-$(realpath -m "${CARGO_TARGET_DIR:-target}")/debug/dealwright}
page=$(cd e2e && node daily.mjs)
printf '%s\n' "$page" >docs/daily-acts.md
