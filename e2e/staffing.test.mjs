// A staffing company's customer: three processes on one company, each by its own rules, and orders for active ones alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, shot, startProduct } from "./harness.mjs";

describe("processes of a company", () => {
  let product;
  let browser;
  let page;
  let home;

  before(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  const check = async (name) => {
    await fitsCheck(page, name);
    await axeCheck(page, name);
    quietCheck(page, name);
    if (process.env.SHOTS) await shot(page, `staffing-${name.replaceAll(" ", "-")}`, "en", "light", 1440);
  };
  const course = (key) => page.locator(`#${key}-case`);
  const stands = (key, stage) => course(key).locator(".panel-head .about", { hasText: stage }).first().waitFor();
  const answer = async (answers = {}) => {
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    for (const [name, value] of Object.entries(answers)) await dialog.locator(`[name="${name}"]`).fill(value);
    await dialog.locator("[type=submit].main").click();
    await dialog.waitFor({ state: "detached" });
  };
  const take = async (key, label, answers) => {
    await course(key).locator("a, button").getByText(label, { exact: true }).first().click();
    await answer(answers);
  };

  test("an administrator lets the four be started", async () => {
    for (const key of ["staffing-status", "staffing-level", "staffing-order", "staffing-customer"]) {
      await page.goto(`/process/${key}`);
      await page.locator("button[name=active]").click();
      await page.locator(".chip", { hasText: "Active" }).first().waitFor();
    }
    await check("the process");
  });

  test("a company begins the course once its facts are there, and status and level with it", async () => {
    await page.goto("/companies/new");
    await page.fill("[name=name]", "Harbour Mills");
    await page.fill("[name=phones]", "+44 20 7946 0018");
    await page.fill("[name=web]", "harbour.example");
    await Promise.all([page.waitForURL(/\/companies\/\d+/), page.click("main [type=submit]")]);
    home = new URL(page.url()).origin + new URL(page.url()).pathname;
    await page.goto(home);
    assert.equal(await page.locator("main a", { hasText: "Customer status" }).count(), 0, "the course alone starts a status");
    await page.locator("main a", { hasText: "Staffing customer" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator("[type=submit].main").click();
    await dialog.getByText("Address is not filled.").waitFor();
    await check("refused to begin");
    await page.goto(`${home}/edit`);
    await page.fill("[name=address]", "1 Quay");
    await page.locator("main [type=submit].main").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    await page.goto(home);
    await page.locator("main a", { hasText: "Staffing customer" }).click();
    await answer();
    await stands("staffing-customer", "Prospect created");
    await stands("staffing-status", "Prospect");
    await stands("staffing-level", "Not gauged");
    await check("three processes");
    await page.setViewportSize({ width: 390, height: 844 });
    await check("three processes on a phone");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test("an order is refused, and the refusal leads to the status", async () => {
    const company = home.split("/").at(-1);
    await page.goto(`/deals/new?process=staffing-order&company=${company}`);
    await page.fill("[name=name]", "Twelve pickers");
    await page.click("main [type=submit][form]");
    await page.getByText("Orders are for active customers alone.").first().waitFor();
    await check("an order refused");
  });

  test("the course goes on with a contact, a call and a level", async () => {
    const company = home.split("/").at(-1);
    await page.goto(home);
    await course("staffing-customer").getByText("Add a person").click();
    await page.waitForURL(new RegExp(`/people/new\\?company=${company}`));
    await page.fill("[name=name]", "Ruth Sandys");
    assert.equal(await page.locator("[name=status]").inputValue(), "active");
    await Promise.all([page.waitForURL((url) => url.pathname === new URL(home).pathname), page.click("main [type=submit].main")]);
    await page.goto(home);
    await take("staffing-customer", "Move to Gather");
    await stands("staffing-customer", "Gather");
    await course("staffing-customer").getByText("Log: Call").click();
    await answer();
    await take("staffing-level", "They are hot");
    await stands("staffing-level", "Hot");
    await take("staffing-customer", "Move to Gauge interest", {
      "ask-company.industry": "Milling",
      "ask-company.type": "Regional",
      "ask-company.competitor": "Acme",
      "ask-company.description": "Two shifts",
    });
    await stands("staffing-customer", "Gauge interest");
    await page.locator("dl.facts, .panel").getByText("Regional").first().waitFor();
    await take("staffing-customer", "Move to Proposal");
    await stands("staffing-customer", "Proposal");
    await check("a proposal wanted");
  });

  test("what the customer accepts moves their status in the same act, and z takes it all back", async () => {
    await page.goto(`${home}?document=proposal#files`);
    await page.locator("#files [name=document]").selectOption("proposal");
    await page.setInputFiles("#files input[type=file]", [{ name: "offer.txt", mimeType: "text/plain", buffer: Buffer.from("offer") }]);
    await page.locator("#files .files a[download]").getByText("offer.txt").waitFor();
    await page.goto(home);
    await take("staffing-customer", "Move to Update the record", { "ask-contact": "Ruth Sandys", "ask-message": "From May on" });
    await stands("staffing-customer", "Update the record");
    await stands("staffing-status", "Credit check");
    await page.locator("#tasks .task-words a", { hasText: "Verify their credit" }).waitFor();
    await check("accepted");
    await page.locator("#toasts button, .toast button").getByText("Undo").first().click();
    await stands("staffing-customer", "Proposal");
    await stands("staffing-status", "Prospect");
  });
});
