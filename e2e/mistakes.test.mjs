// What goes wrong in a browser: each is said with what, where and how to mend it, and nothing typed is lost.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { ADMINISTRATOR, axeCheck, becomeAdministrator, openBrowser, openPage, startProduct } from "./harness.mjs";

describe("mistakes and mishaps", () => {
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

  beforeEach(() => page.setViewportSize({ width: 1440, height: 900 }));

  test("a negative amount is refused at its field and what was typed stays", async () => {
    await page.goto(`${deal}/edit`);
    await page.fill("[name=amount]", "-50");
    await page.fill("[name=campaign]", "Autumn letters");
    await page.click("main [type=submit][form]");
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.inputValue("[name=amount]"), "-50");
    assert.equal(await page.inputValue("[name=campaign]"), "Autumn letters");
    assert.equal(await page.getAttribute("[name=amount]", "aria-invalid"), "true");
    await axeCheck(page, "a refused edit");
    await page.goto(`${deal}/edit`);
    assert.equal(await page.inputValue("[name=amount]"), "-50", "it comes back with the form");
    await page.getByRole("button", { name: "Start afresh" }).click();
    assert.equal(await page.inputValue("[name=amount]"), "");
  });

  test("an e-mail of 300 characters is refused at its field", async () => {
    await page.goto("/people/new");
    const mail = `${"a".repeat(288)}@example.com`;
    await page.locator("form [name*=name]").first().fill("Tom Keller");
    await page.locator("[name*=mail]").first().fill(mail);
    await page.click("main [type=submit][form], main form [type=submit]");
    await page.locator(".error-summary").waitFor();
    assert.equal((await page.locator("[name*=mail]").first().inputValue()).trim(), mail);
    await axeCheck(page, "a refused person");
  });

  test("two tabs on one deal: the second is told what changed, and neither's words are lost", async () => {
    const other = await page.context().newPage();
    await page.goto(`${deal}/edit`);
    await other.goto(`${deal}/edit`);
    await page.fill("[name=name]", "Cabling for both depots");
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
    await other.fill("[name=name]", "Cabling and Wi-Fi for the depot");
    await other.click("main [type=submit][form]");
    await other.getByText("Cabling for both depots").first().waitFor();
    assert.equal(await other.inputValue("[name=name]"), "Cabling and Wi-Fi for the depot");
    await axeCheck(other, "an edit that met another");
    await Promise.all([other.waitForURL(/\/deals\/\d+$/), other.click("main [type=submit][form]")]);
    await other.locator("main").getByText("Cabling and Wi-Fi for the depot").first().waitFor();
    await other.close();
  });

  test("a session that ended in the middle of a form gives the words back after signing in", async () => {
    await page.goto("/deals/new");
    await page.fill("[name=name]", "Phones for the front desk");
    await page.fill("[name=client]", "Kestrel Logistics");
    await page.context().clearCookies();
    await page.click("main [type=submit][form]");
    await page.getByRole("heading", { name: "Your session has ended" }).waitFor();
    await axeCheck(page, "an ended session");
    await page.locator("main a.button.main").click();
    await page.fill("[name=email]", ADMINISTRATOR.email);
    await page.fill("[name=password]", ADMINISTRATOR.password);
    await Promise.all([page.waitForURL(/\/deals\/new$/), page.click("main [type=submit]")]);
    assert.equal(await page.inputValue("[name=name]"), "Phones for the front desk");
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
    await page.goto("/deals/new");
    assert.equal(await page.inputValue("[name=name]"), "", "what was taken is not offered again");
  });

  test("a definition full of faults is answered with every finding, its line and a hint", async () => {
    await page.goto("/process/draft");
    const bad = "process: broken\nruns_on: deal\nstarts: { in: nowhere }\nstages:\n  only:\n    titel: Only\n";
    await page.locator("textarea").first().fill(bad);
    await page.locator("main form [type=submit]").first().click();
    await page.getByText("DW102").first().waitFor();
    assert.equal((await page.locator("textarea").first().inputValue()).trim(), bad.trim());
    await axeCheck(page, "a draft with findings");
  });

  test("an address that leads nowhere says so and leads on", async () => {
    const answer = await page.goto("/deals/999999");
    assert.equal(answer.status(), 404);
    assert.ok(await page.locator("main a").count());
    await axeCheck(page, "a page that is not there");
  });
});
