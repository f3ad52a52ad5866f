// Every page at 320 px, and in a window of 1280 by 1024 zoomed to 400 %: nothing runs out of it, and neither
// axe nor the sniffer of pa11y finds anything.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { PLACES } from "./places.mjs";
import {
  BINARY, axeCheck, becomeAdministrator, chooseFace, fitsCheck, openBrowser, openPage, quietCheck, signIn, sniffCheck,
  startProduct,
} from "./harness.mjs";

const LOOKS = [
  { name: "320 px", width: 320, height: 844, lang: "ru", theme: "dark" },
  { name: "400 %", width: 320, height: 256, scale: 4, lang: "en", theme: "light" },
];

describe("pages that have little room", () => {
  let product;
  let browser;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    const page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    execFileSync(BINARY, ["demo", "--data", product.data, "--deals", "60", "--seed", "7"]);
    await page.context().close();
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  for (const { name: room, ...look } of LOOKS) {
    test(room, async () => {
      const page = await openPage(browser, { ...look, origin: product.origin });
      await signIn(page);
      await chooseFace(page, look);
      const wrong = [];
      for (const [name, path, come] of PLACES) {
        page.problems.length = 0;
        try {
          await page.goto(path);
          await come?.(page);
          for (const check of [fitsCheck, axeCheck, sniffCheck, quietCheck]) await check(page, `${name} at ${room}`);
        } catch (problem) {
          wrong.push(`${name}: ${problem.message}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});
