// What was done is taken back by one key, from wherever it was done, without leaving the page.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, startProduct } from "./harness.mjs";

describe("undo", () => {
  let product;
  let browser;
  let page;
  let deal;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    await page.goto("/deals/new");
    await page.fill("[name=name]", "Cabling for the depot");
    await page.fill("[name=client]", "Kestrel Logistics");
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
    deal = new URL(page.url()).pathname;
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  const toast = (words) => page.locator("#toasts").getByText(words);

  const write = async (words) => {
    await page.goto(deal);
    await page.locator("main form [name=body]").fill(words);
    await page.locator("main form:has([name=body]) [type=submit]").first().click();
    await toast("Note written").waitFor();
  };

  test("z takes back what the message tells of, and stays on the page", async () => {
    await write("A slip of the pen");
    await fitsCheck(page, "a toast with undo");
    await axeCheck(page, "a toast with undo");
    await page.locator("h1").click();
    await page.keyboard.press("z");
    await toast("Taken back").waitFor();
    assert.equal(new URL(page.url()).pathname, deal);
    await page.locator(".entry[data-undone]").getByText("taken back today").waitFor();
  });

  test("an entry of the timeline takes it back as well", async () => {
    await write("Another slip");
    await page.goto(deal);
    const entry = page.locator(".entry", { hasText: "Another slip" });
    await entry.locator("summary").click();
    await axeCheck(page, "an entry's menu");
    await entry.getByRole("button", { name: "Undo" }).click();
    await toast("Taken back").waitFor();
    assert.equal(await entry.getAttribute("data-undone"), "");
  });

  test("what is done on My day by its circle comes back by z", async () => {
    await page.goto(`/tasks/new?deal=${deal.split("/").pop()}`);
    await page.fill("[name=title]", "Send the plan");
    await page.fill("[name=due_at]", "2020-01-01T10:00");
    await Promise.all([page.waitForURL((url) => url.pathname === deal), page.click("main [type=submit][form]")]);
    await page.goto("/day");
    const row = page.locator("main li, main tr", { hasText: "Send the plan" }).first();
    await row.locator("form [type=submit]").first().click();
    await toast("Send the plan").waitFor();
    await page.keyboard.press("z");
    await toast("Taken back").waitFor();
    await row.waitFor();
    quietCheck(page, "undo");
  });
});
