// A value of the list is edited where it stands, by keyboard alone, and two who do it at once both keep their words.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, startProduct } from "./harness.mjs";

describe("editing in the list", () => {
  let product;
  let browser;
  let page;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    await page.goto("/deals/new");
    await page.fill("[name=name]", "Racks");
    await page.fill("[name=client]", "Kestrel Logistics");
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  const field = () => page.locator("form[data-inline] [name=value]");

  test("arrow and Enter open it, Enter saves it, Escape leaves it, z takes it back", async () => {
    await page.goto("/deals/list?columns=client,name,once,campaign");
    await page.locator("tbody .name a").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await field().waitFor();
    await fitsCheck(page, "a value in hand");
    await axeCheck(page, "a value in hand");
    await page.keyboard.type("1200");
    await page.keyboard.press("Enter");
    await page.locator("tbody").getByText("1,200").waitFor();
    await page.keyboard.press("z");
    await page.locator("#toasts").getByText("Taken back").waitFor();
    assert.equal(await page.locator("tbody").getByText("1,200").count(), 0);
    await page.locator("td[data-edit$=campaign]").dblclick();
    await field().fill("Spring");
    await page.keyboard.press("Escape");
    assert.equal(await field().count(), 0);
  });

  test("who comes second is told who was first, and what they typed stays", async () => {
    await page.goto("/deals/list?columns=client,name,campaign");
    await page.locator("td[data-edit$=campaign]").dblclick();
    await field().fill("Mine");
    const there = await page.context().newPage();
    await there.goto("/deals/list?columns=client,name,campaign");
    await there.locator("td[data-edit$=campaign]").dblclick();
    await there.fill("form[data-inline] [name=value]", "Theirs");
    await there.keyboard.press("Enter");
    await there.locator("tbody").getByText("Theirs").waitFor();
    await page.bringToFront();
    await field().press("Enter");
    await page.locator("form[data-inline]").getByText("Dana Whitfield has changed this to Theirs").waitFor();
    assert.equal(await field().inputValue(), "Mine");
    await field().press("Enter");
    await page.locator("tbody").getByText("Mine").waitFor();
    page.problems = page.problems.filter((problem) => !problem.includes("409"));
    quietCheck(page, "inline");
  });

  test("a fact of a record opens by its pencil, by keyboard alone, and the focus comes back to it", async () => {
    await page.goto("/companies");
    await page.locator("tbody .name a").first().click();
    await page.waitForURL(/\/companies\/\d+$/);
    const pencil = page.getByRole("button", { name: "Edit: Industry" });
    await pencil.focus();
    await axeCheck(page, "a pencil in hand");
    await page.keyboard.press("Enter");
    await field().waitFor();
    await axeCheck(page, "a fact in hand");
    await fitsCheck(page, "a fact in hand");
    await page.keyboard.type("Transport");
    await page.keyboard.press("Enter");
    await page.locator("dd[data-edit$=industry]").getByText("Transport").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Edit: Industry");
    await page.keyboard.press("Enter");
    await field().waitFor();
    await page.keyboard.type("Mining");
    await page.keyboard.press("Escape");
    await page.locator("dd[data-edit$=industry]").getByText("Transport").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Edit: Industry");
    await page.locator("dd[data-edit$=description]").dblclick();
    await page.locator("form[data-inline] textarea").fill("Two words");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await page.locator("dd[data-edit$=description]").getByText("Two words").waitFor();
  });

  test("a value of the list of companies is edited by arrow and Enter", async () => {
    await page.goto("/companies");
    await page.locator("tbody .name a").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await field().waitFor();
    await page.keyboard.type("Shipping");
    await page.keyboard.press("Enter");
    await page.locator("tbody td[data-edit$=industry]").getByText("Shipping").waitFor();
    quietCheck(page);
  });
});
