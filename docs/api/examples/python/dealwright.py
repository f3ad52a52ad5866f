"""A client of Dealwright's API, in nothing but Python itself. Copy it and go on from there."""

import json
import os
import time
import urllib.error
import urllib.request
import uuid
from urllib.parse import urlencode

PATIENCE = 5
"""How often a request is sent before it is given up."""


class Problem(Exception):
    """Why a request was not done: `kind` is a word for programs, `body` the whole problem (RFC 9457)."""

    def __init__(self, status, body):
        super().__init__(f"{status} {body['title']}: {body['detail']}")
        self.status = status
        self.kind = body["type"].rsplit(":", 1)[-1]
        self.body = body


class Dealwright:
    def __init__(self, url=None, token=None):
        self.url = (url or os.environ["DEALWRIGHT_URL"]).rstrip("/") + "/api/v1"
        self.token = token or os.environ["DEALWRIGHT_TOKEN"]

    def get(self, path, **filters):
        """What is read; several values of one filter stand in one text with commas."""
        asked = {name: value for name, value in filters.items() if value is not None}
        return self.send("GET", f"{path}?{urlencode(asked)}" if asked else path)

    def rows(self, path, **filters):
        """Every row of a list, page after page."""
        after = None
        while True:
            page = self.get(path, after=after, **filters)
            yield from page["items"]
            after = page.get("next")
            if after is None:
                return

    def post(self, path, body=None, key=None):
        return self.send("POST", path, body, {"Idempotency-Key": key} if key else {})

    def patch(self, path, version, **fields):
        """Changes fields, unless somebody has changed the record since `version` was read (412 `stale`)."""
        return self.send("PATCH", path, fields, {"If-Match": f'"{version}"'})

    def send(self, method, path, body=None, headers=None):
        request = urllib.request.Request(self.url + path, method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        if method != "GET":
            # Under a key, a write that is sent again is not done twice.
            request.add_header("Idempotency-Key", str(uuid.uuid4()))
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        for last in [False] * (PATIENCE - 1) + [True]:
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as refused:
                if last or refused.code not in (429, 503):
                    raise Problem(refused.code, json.load(refused)) from None
                time.sleep(int(refused.headers.get("Retry-After", 1)))
            except (urllib.error.URLError, TimeoutError):
                if last:
                    raise
                time.sleep(1)
