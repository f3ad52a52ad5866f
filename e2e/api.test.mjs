// The page of the API sends what was filled in, with the token typed there alone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { ADMINISTRATOR, BINARY, becomeAdministrator, openBrowser, openPage, startProduct } from "./harness.mjs";

describe("the page of the API", () => {
  let product, browser, page;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    await page.goto("/api");
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function sent(id) {
    const form = page.locator(`#${id} form`);
    if (!(await form.isVisible())) await page.click(`#${id} > summary`);
    await form.locator("[data-sends]").click();
    await form.locator(".try-answer").waitFor();
    return form;
  }

  test("the session alone opens nothing", async () => {
    const form = await sent("me");
    assert.match(await form.locator("[data-status]").innerText(), /^401/);
  });

  test("a request goes with the token and its answer is shown", async () => {
    const { email } = ADMINISTRATOR;
    const token = execFileSync(BINARY, ["token", "create", "--data", product.data, "--member", email, "--level", "read"]);
    await page.fill("[data-token]", String(token).trim());
    const me = await sent("me");
    await me.locator("[data-status]", { hasText: "200" }).waitFor();
    assert.equal(JSON.parse(await me.locator("[data-answer]").innerText()).level, "read");
    const made = await sent("create_company");
    assert.match(await made.locator("[data-status]").innerText(), /^403/);
    assert.equal(JSON.parse(await made.locator("[data-answer]").innerText()).scope, "clients:write");
  });
});
