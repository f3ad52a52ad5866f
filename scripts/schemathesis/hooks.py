"""What schemathesis is told beside the document."""

import schemathesis

import facts  # noqa: F401 registers its check

# Ids of the made-up company go up to here, more or less.
RECORDS = 60
# Members who are not the two that ask: a run must not put itself away.
OTHERS = range(5, 9)

# Of members who ask.
ROLES = ("manager", "rep")


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Ids that are there, so that acts are reached and not only 404; and those who ask keep what they are."""
    # The made-up company has no views: those there are were made by this run.
    if context.operation.path.startswith("/views/"):
        return path_parameters
    of = other if context.operation.path.startswith("/members/") else real
    parameters = {name: of(value) for name, value in (path_parameters or {}).items()}
    return parameters | {"role": "reader"} if parameters.get("role") in ROLES else parameters


@schemathesis.hook
def map_body(context, body):
    return with_real_ids(body)


def with_real_ids(value):
    if isinstance(value, list):
        return [with_real_ids(item) for item in value]
    if isinstance(value, dict):
        if isinstance(value.get("deals"), list):
            value = value | {"deals": [real(item) for item in value["deals"]]}
        return {
            key: real(item) if key.endswith("_id") or key in ("deal", "company", "person") else with_real_ids(item)
            for key, item in value.items()
        }
    return value


def real(value):
    return value % RECORDS + 1 if is_id(value) else value


def other(value):
    return OTHERS[value % len(OTHERS)] if is_id(value) else value


def is_id(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


@schemathesis.deserializer("application/octet-stream")
def read_file(context, response):
    """Bytes stand for letters one to one: the document knows them as a string."""
    return response.content.decode("latin-1")
