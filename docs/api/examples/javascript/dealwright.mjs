// A client of Dealwright's API, in nothing but Node itself. Copy it and go on from there.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

// How often a request is sent before it is given up.
const PATIENCE = 5;

// Why a request was not done: `kind` is a word for programs, `body` the whole problem (RFC 9457).
export class Problem extends Error {
  constructor(status, body) {
    super(`${status} ${body.title}: ${body.detail}`);
    this.status = status;
    this.kind = body.type.split(":").at(-1);
    this.body = body;
  }
}

export class Dealwright {
  constructor(url = process.env.DEALWRIGHT_URL, token = process.env.DEALWRIGHT_TOKEN) {
    this.url = `${url.replace(/\/+$/, "")}/api/v1`;
    this.token = token;
  }

  // What is read; several values of one filter stand in one text with commas.
  get(path, filters = {}) {
    const asked = Object.entries(filters).filter(([, value]) => value != null);
    return this.send("GET", asked.length ? `${path}?${new URLSearchParams(asked)}` : path);
  }

  // Every row of a list, page after page.
  async *rows(path, filters = {}) {
    let after = null;
    do {
      const page = await this.get(path, { ...filters, after });
      yield* page.items;
      after = page.next;
    } while (after != null);
  }

  post(path, body, key) {
    return this.send("POST", path, body, key ? { "Idempotency-Key": key } : {});
  }

  // Changes fields, unless somebody has changed the record since `version` was read (412 `stale`).
  patch(path, version, fields) {
    return this.send("PATCH", path, fields, { "If-Match": `"${version}"` });
  }

  async send(method, path, body, headers = {}) {
    // Under a key, a write that is sent again is not done twice.
    const key = method === "GET" ? {} : { "Idempotency-Key": randomUUID() };
    const kind = body === undefined ? {} : { "Content-Type": "application/json" };
    const request = {
      method,
      headers: { Authorization: `Bearer ${this.token}`, ...kind, ...key, ...headers },
      body: JSON.stringify(body),
    };
    for (let times = 1; ; times += 1) {
      const answer = await fetch(this.url + path, { ...request, signal: AbortSignal.timeout(30_000) }).catch((lost) => {
        if (times === PATIENCE) throw lost;
      });
      if (answer?.ok) return answer.status === 204 ? null : answer.json();
      if (answer && (times === PATIENCE || ![429, 503].includes(answer.status))) {
        throw new Problem(answer.status, await answer.json());
      }
      await pause(1000 * Number(answer?.headers.get("Retry-After") ?? 1));
    }
  }
}
