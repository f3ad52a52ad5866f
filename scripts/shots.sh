#!/usr/bin/env bash
# Takes a picture of every page in both languages, both themes and two widths into e2e/shots, and with
# `scripts/shots.sh readme` those few that the README shows into docs/pictures.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/test-prerequisites.sh
DEALWRIGHT_BIN=$(realpath "${CARGO_TARGET_DIR:-target}")/debug/dealwright
export DEALWRIGHT_BIN
pictures=$PWD/docs/pictures
cd e2e
npm ci --ignore-scripts --no-audit --no-fund
if [ "${1:-}" != readme ]; then
    exec node shots.mjs
fi
export SHOTS=$pictures
LANGS=en THEMES=light WIDTHS=1440 node shots.mjs board refusal deal process
LANGS=en THEMES=dark WIDTHS=1440 node shots.mjs day
