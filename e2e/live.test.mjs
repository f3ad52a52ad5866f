// A change made elsewhere appears without a reload, and never under the hands of whoever is at work.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { becomeAdministrator, openBrowser, openPage, quietCheck, startProduct } from "./harness.mjs";

describe("two people at once", () => {
  let product;
  let browser;
  let here;
  let there;
  let deal;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    here = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(here, product.link);
    await here.goto("/deals/new");
    await here.fill("[name=name]", "Cabling for the depot");
    await here.fill("[name=client]", "Kestrel Logistics");
    await Promise.all([here.waitForURL(/\/deals\/\d+$/), here.click("main [type=submit][form]")]);
    deal = new URL(here.url()).pathname;
    there = await here.context().newPage();
    there.problems = [];
    there.on("pageerror", (error) => there.problems.push(error.message));
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  const note = async (page, words) => {
    await page.goto(deal);
    await page.locator("main form [name=body]").fill(words);
    await page.locator("main form:has([name=body]) [type=submit]").first().click();
    await page.locator("main").getByText(words).first().waitFor();
  };

  test("a note written by one stands on the page of the other", async () => {
    await here.goto(deal);
    await here.evaluate(() => (globalThis.stayed = true));
    await note(there, "They asked for a second socket.");
    await here.locator("main").getByText("They asked for a second socket.").first().waitFor({ timeout: 8000 });
    assert.ok(await here.evaluate(() => globalThis.stayed));
    quietCheck(here, "the page that followed");
  });

  test("what is being typed stays, and the change comes when it is done", async () => {
    await here.goto(deal);
    const words = here.locator("main form [name=body]");
    await words.fill("Half a sent");
    await note(there, "The landlord agrees.");
    await here.waitForTimeout(2500);
    assert.equal(await words.inputValue(), "Half a sent");
    await words.fill("");
    await words.blur();
  });

  test("a new deal comes up on the board of the other", async () => {
    await here.goto("/deals");
    await there.goto("/deals/new");
    await there.fill("[name=name]", "Phones for the yard");
    await there.fill("[name=client]", "Tideway Marine");
    await Promise.all([there.waitForURL(/\/deals\/\d+$/), there.click("main [type=submit][form]")]);
    await here.locator(".card", { hasText: "Phones for the yard" }).waitFor({ timeout: 8000 });
  });

  test("the server stops at once although pages listen", async () => {
    const began = Date.now();
    await product.stop();
    assert.ok(Date.now() - began < 3000, `it took ${Date.now() - began} ms`);
  });
});
