// A deal goes on by itself when what was missing is attached; an amendment takes it back; z takes that back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, shot, startProduct } from "./harness.mjs";

const file = (name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) });

describe("what happens by itself", () => {
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
    if (process.env.SHOTS) await shot(page, `itself-${name.replaceAll(" ", "-")}`, "en", "light", 1440);
  };
  const stage = () => page.locator(".process-bar [aria-current]").innerText();
  const stands = (title) => page.locator(".process-bar [aria-current]", { hasText: title }).waitFor();
  const attach = async (document, signed) => {
    await page.locator("#files [name=document]").selectOption(document);
    await page.locator("#files [name=signed]").setChecked(signed);
    await page.setInputFiles("#files input[type=file]", [file(`${document}.txt`)]);
    await page.locator("#files .files a[download]").getByText(`${document}.txt`).waitFor();
  };

  test("a deal begins with its contract, and what is missing is attached from there", async () => {
    await page.goto("/deals/new?process=deal-to-cash");
    await page.fill("[name=name]", "Roof for the yard");
    await page.fill("[name=client]", "Tideway Marine Repairs");
    await page.fill("[name=amount]", "1000");
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
    home = new URL(page.url()).origin + new URL(page.url()).pathname;
    assert.match(await stage(), /Signing the contract/);
    await page.getByRole("heading", { name: /^To Invoicing by itself, with/ }).waitFor();
    assert.equal(await page.locator("main a, main button").getByText("Move to Invoicing").count(), 0, "no hand moves it");
    await check("a contract wanted");
    await page.getByRole("link", { name: "Attach: Contract" }).click();
    await page.waitForURL(/document=contract/);
  });

  test("the signed contract takes the deal on, and the timeline says that nobody did", async () => {
    assert.equal(await page.locator("#files [name=document]").inputValue(), "contract");
    await attach("contract", true);
    await page.goto(home);
    await stands("Invoicing");
    await page.getByText("By itself").first().waitFor();
    await check("gone on by itself");
  });

  test("a file may be said to be a paper afterwards", async () => {
    await page.setInputFiles("#files input[type=file]", [file("paper.txt")]);
    await page.locator("#files .files a[download]").getByText("paper.txt").waitFor();
    await page.locator("#files li", { hasText: "paper.txt" }).getByRole("button", { name: /^Say what/ }).or(
      page.locator("#files li", { hasText: "paper.txt" }).getByRole("link", { name: /^Say what/ }),
    ).click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator("[name=document]").selectOption("invoice");
    await check("saying what a file is");
    await dialog.locator("[type=submit].main").click();
    await stands("Prepayment");
  });

  test("the amount is changed by an amendment alone, which keeps what it was", async () => {
    await page.goto(home);
    await page.locator("main a, main button").getByText("Enlarge the order").first().click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator("[name$='deal.amount'], [name='deal.amount'], [name=ask-deal\\.amount]").first().fill("1500");
    await dialog.locator("[name$=why]").first().fill("Two more.");
    await check("an amendment");
    await dialog.locator("[type=submit].main").click();
    await page.getByText("Amended in Prepayment").waitFor();
    await page.goto(home);
    await page.getByText(/from 1000 GBP to 1500 GBP/).first().waitFor();
    await check("amended");
  });

  test("the process tells what happens by itself", async () => {
    await page.goto("/process/deal-to-cash?view=words");
    await page.getByText("By itself, as soon as it may").first().waitFor();
    await check("the process in words");
    await page.goto("/process/deal-to-cash");
    await check("the process");
  });
});
