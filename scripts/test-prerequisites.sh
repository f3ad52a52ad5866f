#!/usr/bin/env bash
# What the tests need beyond the build: rustfmt and clippy, PostgreSQL's programs, a browser, a font with Cyrillic and
# Python. As root on Debian or Ubuntu the last four are installed; elsewhere they are named.
set -euo pipefail

missing=()

# PostgreSQL keeps initdb out of the search path on Debian.
has_postgresql() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_chromium() { command -v chromium >/dev/null; }
has_font() { compgen -G '/usr/share/fonts/*/*/DejaVuSans.ttf' >/dev/null || compgen -G "${HOME:-/nowhere}/.fonts/DejaVuSans.ttf" >/dev/null; }
has_python() { command -v python3 >/dev/null; }

look() {
    missing=()
    has_postgresql || missing+=(postgresql)
    has_chromium || missing+=(chromium)
    has_font || missing+=(fonts-dejavu-core)
    has_python || missing+=(python3)
}

for component in fmt clippy; do
    cargo "$component" --version >/dev/null 2>&1 || {
        echo "missing: cargo $component, which the tests need: \`rustup component add rustfmt clippy\`" >&2
        exit 1
    }
done

look
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    echo "installing ${missing[*]}"
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends "${missing[@]}"
    look
    [ "${#missing[@]}" -eq 0 ] && exit 0
fi

for package in "${missing[@]}"; do
    echo "missing: $package, which the tests need: on Debian \`apt-get install $package\`" >&2
done
exit 1
