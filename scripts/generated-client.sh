#!/usr/bin/env bash
# A client is generated from docs/openapi.json alone and takes a lead to a won deal. Generator and client go into a venv
# of their own beside the build.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/made-up-company.sh
here=$PWD/scripts/generated-client
venv=${GENERATED_CLIENT_VENV:-$target/generated-client}
tool "$venv" "$here/requirements.txt"

"$venv/bin/openapi-python-client" generate --path docs/openapi.json --config "$here/generator.yaml" \
    --meta none --output-path "$work/dealwright_client" --fail-on-warning
export DEALWRIGHT_URL=$address DEALWRIGHT_TOKEN
DEALWRIGHT_TOKEN=$(token admin@example.com)
PYTHONPATH=$work PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" "$here/lead_to_won.py"
"$dealwright" doctor --data "$work/data"
