"""A check of our own: a request that fits the document is refused for facts alone, never for its form.

So every bound that the server checks must stand in the document; what stands here cannot be said there.
"""

import json
import re

import schemathesis

# Statuses that may tell of the form.
FORM = (400, 422, 428)

# Problems that tell of records, of the process or of what was sent before.
FACTS = {"refused", "next-step-required", "key-reused", "unreadable-import"}

# Faults of fields by what only the records, or two fields together, can tell.
FAULTS = {
    "unknown": r"(.*\.)?(\w+_id|owner|team|type|source|process|after|to|move|answers\.[\s\S]*|lines|ids|rows\.\d+|role|writes)",
    "ends-before-start": r"(.*\.)?(ends_at|ended_at)|working_hours",
    "not-a-zone": r"time_zone",
    "client-required": r"company_id",
    "taken": r"email|name|source_id|day",
    "would-loop": r"parent_id",
    "in-the-past": r"(.*\.)?\w+_at",
}


@schemathesis.check
def refused_for_facts(ctx, response, case):
    meta = case.meta
    if response.status_code not in FORM or meta is None or not meta.generation.mode.is_positive:
        return
    told = json.loads(response.content)
    odd = list(form(told, case))
    assert not odd, f"fits the document, yet is refused for its form: {odd}"


@schemathesis.check
def odd_rows_are_told(ctx, response, case):
    """A batch is answered row by row, so a row that does not fit is not refused by the status."""
    meta = case.meta
    if case.operation.path != "/batch" or response.status_code != 200 or meta is None:
        return
    if meta.generation.mode.is_negative:
        rows = json.loads(response.content)["rows"]
        assert any(row["problem"] for row in rows), "does not fit the document, yet every row was taken"


def form(told, case):
    """What a problem says of the form of the request."""
    word = told["type"].rsplit(":", 1)[-1]
    if word in FACTS:
        return
    if word == "version-required":
        headers = {name.lower() for name in case.headers or {}}
        if "if-match" in headers or "version" in (case.body or {}):
            yield word
    elif word == "rows-refused":
        for row in told["rows"]:
            if row["problem"]["status"] in FORM:
                yield from form(row["problem"], case)
    elif word == "invalid":
        for error in told["errors"]:
            if not is_fact(error, case):
                yield f"{error['field']}: {error['fault']}"
    else:
        yield word


def is_fact(error, case):
    if error["fault"] == "required":
        # A file's name of unseen marks alone; a title in neither language, or one that makes no key.
        field, path = error["field"], case.operation.path
        is_of_title = path.startswith("/choices") and field in ("title.en", "title.ru", "key")
        return is_of_title or (field == "name" and path.endswith("/files"))
    known = FAULTS.get(error["fault"])
    return known is not None and re.fullmatch(known, error["field"]) is not None
