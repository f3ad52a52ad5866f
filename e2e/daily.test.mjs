// Every act of a seller's day can be done by mouse and by keyboard alone, and what met the bar once goes on meeting it.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { ACTS, holds, measureAll } from "./daily.mjs";

/** What still costs more than the bar: a page of its own is loaded, or a choice takes one more click. */
const DEAR = ["Add a person and their company", "Find a record", "Go to my day", "Give a deal to somebody else"];

describe("the acts of a day", () => {
  let rows;

  before(async () => {
    rows = await measureAll();
  });

  for (const { name } of ACTS) {
    test(name, () => {
      const { act, mouse, keyboard } = rows.find((row) => row.act.name === name);
      assert.equal(mouse.failed, undefined, "by mouse");
      assert.equal(keyboard.failed, undefined, "by keyboard alone");
      const met = holds(act, mouse) || holds(act, keyboard);
      assert.equal(met, !DEAR.includes(name), `${JSON.stringify(mouse)} ${JSON.stringify(keyboard)}`);
    });
  }
});
