// Many deals at once: ticked by keyboard, shown before, done, taken back by one key.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, startProduct } from "./harness.mjs";

describe("many deals at once", () => {
  let product;
  let browser;
  let page;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    for (const name of ["Racks", "Cables"]) {
      await page.goto("/deals/new");
      await page.fill("[name=name]", name);
      await page.fill("[name=client]", "Kestrel Logistics");
      await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
    }
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("fields are set on all that are ticked, and z takes it back", async () => {
    await page.goto("/deals/list?columns=client,name,campaign");
    await page.locator("[data-select]").first().focus();
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.locator("[data-bulk]").getByText("2 selected").waitFor();
    await fitsCheck(page, "the bulk bar");
    await axeCheck(page, "the bulk bar");
    await page.locator("[data-bulk] [value=set]").click();
    await page.fill("dialog[open] [name=campaign]", "Spring");
    await page.keyboard.press("Control+Enter");
    await page.locator("dialog[open]").getByText("2 deals will change").waitFor();
    await axeCheck(page, "what will change");
    await page.locator("dialog[open] .main").click();
    await page.locator("#toasts").getByText("2 deals changed").waitFor();
    assert.match(page.url(), /columns=/);
    assert.equal(await page.locator("tbody").getByText("Spring").count(), 2);
    await page.locator("h1").click();
    await page.keyboard.press("z");
    await page.locator("#toasts").getByText("Taken back").waitFor();
    assert.equal(await page.locator("tbody").getByText("Spring").count(), 0);
    quietCheck(page, "bulk");
  });
});
