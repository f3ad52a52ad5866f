// Files are dropped on a record, several at once; what is wrong with one is said of it alone; the page stays.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, startProduct } from "./harness.mjs";

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

describe("files of a record", () => {
  let product;
  let browser;
  let page;
  let home;

  before(async () => {
    product = await startProduct({ env: { DEALWRIGHT_FILE_MEGABYTES: "1" } });
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link);
    await page.goto("/companies/new");
    await page.fill("[name=name]", "Kestrel Logistics");
    await Promise.all([page.waitForURL(/\/companies\/\d+$/), page.getByRole("button", { name: "Add company" }).click()]);
    home = page.url();
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  const names = () => page.locator("#files .files a[download]").allTextContents();

  test("several are chosen at once, and one that can't be taken says why", async () => {
    await page.goto(home);
    await page.evaluate(() => (window.stays = true));
    const large = file("large.bin", "x".repeat((1 << 20) + 1));
    await page.setInputFiles("#files input[type=file]", [file("offer.txt", "one"), file("empty.txt", ""), large]);
    await page.locator("#files .files a[download]").getByText("offer.txt").waitFor();
    const refused = await page.locator("[data-refused]").allTextContents();
    assert.deepEqual(refused, [
      "empty.txt This file is empty. Choose one that holds something.",
      "large.bin This file is too large: 1 MB are the most.",
    ]);
    assert.ok(await page.evaluate(() => window.stays), "the page was loaded anew");
    await axeCheck(page, "a company with files");
    await fitsCheck(page, "a company with files");
  });

  test("what is dropped on the panel is attached, and z takes it back", async () => {
    await page.goto(home);
    const dropped = await page.evaluateHandle(() => {
      const carried = new DataTransfer();
      for (const name of ["plan.txt", "Счёт №5.txt"]) carried.items.add(new File([name], name));
      return carried;
    });
    await page.dispatchEvent("#files", "dragover", { dataTransfer: dropped });
    assert.equal(await page.locator("[data-over]").count(), 1);
    await page.dispatchEvent("#files", "drop", { dataTransfer: dropped });
    await page.locator("#files .files a[download]").getByText("Счёт №5.txt").waitFor();
    assert.deepEqual(await names(), ["Счёт №5.txt", "plan.txt", "offer.txt"]);
    await page.locator("body").press("z");
    await page.locator("#toasts").getByText("Taken back").waitFor();
    assert.deepEqual(await names(), ["plan.txt", "offer.txt"]);
  });

  test("a file is saved under its name, and removed by keyboard", async () => {
    await page.goto(home);
    const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#files .files a[download]").getByText("plan.txt").click()]);
    assert.equal(saved.suggestedFilename(), "plan.txt");
    await page.getByRole("button", { name: "Remove plan.txt" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#toasts").getByText("plan.txt removed").waitFor();
    assert.deepEqual(await names(), ["offer.txt"]);
    quietCheck(page);
  });

  test("without script a form does the same", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
    const plain = await context.newPage();
    await plain.goto(home);
    await plain.setInputFiles("#files input[type=file]", [file("plain.txt", "plain"), file("second.txt", "second")]);
    await Promise.all([plain.waitForURL(/#files$/), plain.getByRole("button", { name: "Attach files" }).click()]);
    assert.match(await plain.locator("#toasts").textContent(), /2 files attached/);
    await context.close();
  });
});
