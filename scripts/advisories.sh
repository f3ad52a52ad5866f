#!/usr/bin/env bash
# Known security advisories against the crates and npm packages that the lock files name.
set -uo pipefail
cd "$(dirname "$0")/.."
command -v cargo-deny >/dev/null || {
    echo "missing: cargo-deny, which reads the advisory database: \`cargo install cargo-deny --locked\`" >&2
    exit 1
}
red=0
cargo deny check advisories bans licenses sources || red=1
for lock in web/package-lock.json e2e/package-lock.json; do
    [ -f "$lock" ] || continue
    (cd "$(dirname "$lock")" && npm audit) || red=1
done
exit "$red"
