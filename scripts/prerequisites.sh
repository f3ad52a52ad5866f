#!/usr/bin/env bash
# Says in one line each what a machine lacks to build Dealwright, and how to get it; silent when nothing is.
set -euo pipefail

rust_wanted=1.95
node_wanted=20
lacking=0

lack() {
    printf 'missing: %s\n' "$1" >&2
    lacking=1
}

# at_least WANTED FOUND: whether version FOUND is WANTED or newer.
at_least() {
    [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
    lack "Rust $rust_wanted or newer (cargo and rustc): install it from https://rustup.rs"
else
    found=$(rustc --version | cut -d' ' -f2)
    at_least "$rust_wanted" "$found" || lack "Rust $rust_wanted or newer (this is $found): run \`rustup update stable\`"
fi

if ! command -v node >/dev/null; then
    lack "Node.js $node_wanted or newer: install it from https://nodejs.org or your distribution (Debian: apt-get install nodejs npm)"
else
    found=$(node --version | tr -d v)
    at_least "$node_wanted" "$found" || lack "Node.js $node_wanted or newer (this is $found): install it from https://nodejs.org"
    command -v npm >/dev/null || lack "npm, which comes with Node.js: on Debian \`apt-get install npm\`"
fi

if ! command -v "${CC:-cc}" >/dev/null; then
    lack "a C compiler (${CC:-cc}), which builds the embedded SQLite: on Debian \`apt-get install gcc libc6-dev\`, on macOS \`xcode-select --install\`"
fi

exit "$lacking"
