#!/usr/bin/env bash
# Takes a picture of every page in both languages, both themes and two widths.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/test-prerequisites.sh
DEALWRIGHT_BIN=$(realpath "${CARGO_TARGET_DIR:-target}")/debug/dealwright
export DEALWRIGHT_BIN
cd e2e
npm ci --ignore-scripts --no-audit --no-fund
exec node shots.mjs
