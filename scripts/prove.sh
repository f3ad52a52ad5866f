#!/usr/bin/env bash
# The property tests with many more cases than `make test` gives them: CASES=20000 make prove.
set -euo pipefail
cd "$(dirname "$0")/.."
export PROPTEST_CASES=${CASES:-4096}
export DEALWRIGHT_RANDOM_ACTS=${ACTS:-20000}
echo "$PROPTEST_CASES cases a property"
cargo test --locked --workspace --lib --bins --tests
