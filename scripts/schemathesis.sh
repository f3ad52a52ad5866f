#!/usr/bin/env bash
# Holds the API to its own document: schemathesis, all checks, over a made-up company, as an administrator and as a
# member who sees only their own. Builds the program; the tool goes into a venv of its own beside the build.
# EXAMPLES=100 asks each operation more; SEED=7 repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."
checks=$PWD/scripts/schemathesis
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
venv=${SCHEMATHESIS_VENV:-$target/schemathesis}

cargo build --locked --quiet --package dealwright
dealwright=$target/debug/dealwright
[ -x "$venv/bin/st" ] || {
    python3 -m venv "$venv" || { echo "schemathesis needs python3 with venv (Debian: apt-get install python3-venv)"; exit 1; }
    "$venv/bin/pip" install --quiet --requirement "$checks/requirements.txt"
}

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

printf '%s\n' 'for this run alone' >"$work/password"
"$dealwright" member add --data "$work/data" --email admin@example.com --name Admin --role administrator \
    --password-file "$work/password" >/dev/null
"$dealwright" demo --data "$work/data" --deals 60 >/dev/null
"$dealwright" serve --data "$work/data" --listen 127.0.0.1:0 --rate 0 >"$work/serve.log" 2>&1 &
server=$!
until grep -q 'Dealwright is at' "$work/serve.log"; do
    kill -0 "$server" || { cat "$work/serve.log"; exit 1; }
    sleep 0.1
done
address=$(sed -n 's/^Dealwright is at //p' "$work/serve.log")

red=0
for member in admin@example.com ben.whitlock@demo.example; do
    printf '→ as %s\n' "$member"
    token=$("$dealwright" token create --data "$work/data" --member "$member")
    (cd "$work" && SCHEMATHESIS_HOOKS=hooks PYTHONPATH=$checks "$venv/bin/st" \
        --config-file "$checks/schemathesis.toml" run "$address/api/v1/openapi.json" \
        --header "Authorization: Bearer $token" --checks all --continue-on-failure --no-color \
        --max-examples "${EXAMPLES:-50}" --seed "${SEED:-$RANDOM}") || red=1
done
"$dealwright" doctor --data "$work/data" || red=1
exit "$red"
