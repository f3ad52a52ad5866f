// Settings in a browser: rows that are changed one by one, and secrets that are copied.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, openBrowser, openPage, startProduct } from "./harness.mjs";

describe("settings", () => {
  let product;
  let browser;
  let page;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    for (const name of ["North", "South"]) {
      await page.goto("/settings/teams");
      await page.fill(".row-new [name=name]", name);
      await send(".row-new [type=submit]");
    }
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  const row = (at) => page.locator("form[data-row]").nth(at);

  async function send(button) {
    const sent = page.waitForResponse((answer) => answer.request().method() === "POST");
    await (typeof button === "string" ? page.locator(button) : button).click();
    await sent;
    await page.waitForLoadState("networkidle");
  }

  test("Save is seen in the row that has changed, and goes when the change is taken back", async () => {
    await page.goto("/settings/teams");
    const save = row(0).locator("[data-save]");
    assert.equal(await save.isVisible(), false);
    await row(0).locator("[name=name]").fill("North coast");
    assert.equal(await save.isVisible(), true);
    assert.equal(await row(1).locator("[data-save]").isVisible(), false);
    await axeCheck(page, "a changed row");
    await row(0).locator("[name=name]").fill("North");
    assert.equal(await save.isVisible(), false);
  });

  test("sending one row keeps what was typed in another", async () => {
    await page.goto("/settings/teams");
    await row(0).locator("[name=name]").fill("North coast");
    await row(1).locator("[name=name]").fill("South coast");
    await send(row(1).locator("[data-save]"));
    assert.equal(await page.locator("#toasts").innerText(), "Saved");
    assert.equal(await row(1).locator("[name=name]").inputValue(), "South coast");
    assert.equal(await row(0).locator("[name=name]").inputValue(), "North coast");
    assert.equal(await row(0).locator("[data-save]").isVisible(), true);
    assert.equal(await row(1).locator("[data-save]").isVisible(), false);
    await page.reload();
    assert.equal(await row(0).locator("[name=name]").inputValue(), "North", "it waits for one page only");
  });

  test("a free day offers the hours of the others once it is worked", async () => {
    await page.goto("/settings/hours");
    assert.equal(await page.locator("[name=open-6]").isVisible(), false);
    await page.locator("[name=free-6]").uncheck();
    assert.equal(await page.locator("[name=open-6]").inputValue(), await page.locator("[name=open-0]").inputValue());
    await send("form:has([name=open-6]) [type=submit]");
    assert.equal(await page.locator("[name=free-6]").isChecked(), false);
  });

  test("a token is copied from where it is shown once", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: product.origin });
    await page.goto("/settings/tokens");
    await page.fill(".row-new [name=name]", "Accounting");
    await send(".row-new [type=submit]");
    const secret = await page.locator("#secret").innerText();
    assert.match(secret, /^dw_/);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), secret);
  });
});
