#!/usr/bin/env bash
# Holds the API to its own document: schemathesis, all checks, over a made-up company, as an administrator and as a
# member who sees only their own. The tool goes into a venv of its own beside the build.
# EXAMPLES=100 asks each operation more; SEED=7 repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/made-up-company.sh
checks=$PWD/scripts/schemathesis
venv=${SCHEMATHESIS_VENV:-$target/schemathesis}
tool "$venv" "$checks/requirements.txt"

red=0
# The member first: an administrator's run puts members away.
for member in ben.whitlock@demo.example admin@example.com; do
    printf '→ as %s\n' "$member"
    bearer="Authorization: Bearer $(token "$member")"
    (cd "$work" && SCHEMATHESIS_HOOKS=hooks PYTHONPATH=$checks PYTHONDONTWRITEBYTECODE=1 "$venv/bin/st" \
        --config-file "$checks/schemathesis.toml" run "$address/api/v1/openapi.json" \
        --header "$bearer" --checks all --continue-on-failure --no-color \
        --max-examples "${EXAMPLES:-50}" --seed "${SEED:-$RANDOM}") || red=1
    # Whoever was shut out on the way has proven nothing.
    curl --silent --fail --output /dev/null --header "$bearer" "$address/api/v1/me" || { echo "$member was shut out"; red=1; }
done
"$dealwright" doctor --data "$work/data" || red=1
exit "$red"
