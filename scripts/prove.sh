#!/usr/bin/env bash
# The long proofs: the same tests as `make test`, at the figures of docs/proofs.md, and those that need tools from
# PyPI (schemathesis and a generator of clients, each in a venv of its own). Each figure is a variable:
# `KILLS=50 FAULTS=20 make prove`; PROOFS names the tests, `PROOFS=kills:: make prove`.
set -uo pipefail
cd "$(dirname "$0")/.."
export PROPTEST_CASES=${CASES:-4096}
export DEALWRIGHT_RANDOM_ACTS=${ACTS:-20000}
export DEALWRIGHT_KILLS=${KILLS:-500}
export DEALWRIGHT_FAULTS=${FAULTS:-200}
export DEALWRIGHT_BACKUPS=${BACKUPS:-20}
export DEALWRIGHT_UPGRADES=${UPGRADES:-100}
export DEALWRIGHT_LOAD_ACTS=${LOAD_ACTS:-100000}
export DEALWRIGHT_HOSTILE_MEGABYTES=${HOSTILE_MEGABYTES:-60}
export EXAMPLES=${EXAMPLES:-50}
printf 'commit %s, %s\n' "$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" "$(date -u +%F)"
env | grep -E '^(EXAMPLES|PROPTEST_CASES|DEALWRIGHT_[A-Z_]+)=[0-9]+$' | sort

# tests NAMES WHERE...: the tests whose names hold NAMES.
tests() {
    local names=$1
    shift
    cargo test --locked "$@" -- --nocapture --test-threads 1 ${names:+"$names"}
}

red=0
for proof in ${PROOFS:-kills:: faults:: races:: upgrade:: backup:: hostile:: load:: random:: proptest schemathesis generated-client}; do
    began=$SECONDS
    case $proof in
        schemathesis | generated-client) "scripts/$proof.sh" ;;
        random::) tests "$proof" --package dealwright-desk --test all ;;
        # Its times are the product's.
        load::) tests "$proof" --release --package dealwright --test all ;;
        proptest) tests "" --workspace --lib ;;
        *) tests "$proof" --package dealwright --test all ;;
    esac || red=1
    printf '→ %s %d s\n' "$proof" $((SECONDS - began))
done
exit "$red"
