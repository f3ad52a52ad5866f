# Sourced: builds the program and serves a made-up company from a folder that goes with the script.
# Gives $dealwright, $work, $address and `token MEMBER`; `tool PROGRAM REQUIREMENTS` gives a Python tool its venv.
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
cargo build --locked --quiet --package dealwright
dealwright=$target/debug/dealwright

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

token() { "$dealwright" token create --data "$work/data" --member "$1"; }

# tool FOLDER REQUIREMENTS: a venv with what the file asks for, made where there is none.
tool() {
    [ -x "$1/bin/pip" ] && return
    command -v python3 >/dev/null || { echo "missing: python3 with venv: on Debian \`apt-get install python3-venv\`" >&2; exit 1; }
    python3 -m venv "$1"
    "$1/bin/pip" install --quiet --requirement "$2"
}
