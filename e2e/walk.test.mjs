// A new user's first hour in a browser: set up, bring in a pipeline, work deals through the funnel.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  ADMINISTRATOR, BINARY, axeCheck, becomeAdministrator, chooseFace, fitsCheck, openBrowser, openPage, quietCheck, startProduct,
} from "./harness.mjs";

describe("the first hour", () => {
  let data;
  let product;
  let browser;
  let page;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), "dealwright-e2e-"));
    product = await startProduct({ data });
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
    await rm(data, { recursive: true, force: true });
  });

  const check = async (name) => {
    await fitsCheck(page, name);
    await axeCheck(page, name);
    quietCheck(page, name);
  };

  test("the printed link makes the first administrator, once", async () => {
    await becomeAdministrator(page, product.link);
    assert.match(page.url(), /\/deals$/);
    await check("the empty board");
    const again = await openPage(browser, { origin: product.origin });
    await again.goto(product.link);
    await again.fill("[name=name]", "Somebody");
    await again.fill("[name=email]", "else@example.com");
    await again.fill("[name=password]", ADMINISTRATOR.password);
    await again.fill("[name=company_name]", "Elsewhere");
    const [answer] = await Promise.all([again.waitForNavigation(), again.click("main [type=submit]")]);
    assert.ok(answer.status() >= 400, "the link works once");
    await again.context().close();
  });

  test("a made-up company comes in while the server runs", () => {
    const said = execFileSync(BINARY, ["demo", "--data", data, "--deals", "60", "--seed", "3"], { encoding: "utf8" });
    assert.match(said, /60 rows: 60 imported, 0 to mend/);
  });

  for (const [name, path] of [
    ["my day", "/day"], ["the board", "/deals"], ["the list", "/deals/list"], ["a deal", "/deals/1"],
    ["companies", "/companies"], ["a company", "/companies/1"], ["people", "/people"], ["a person", "/people/1"],
    ["reports", "/reports"], ["the process", "/process/six-stage-funnel"], ["imports", "/import"], ["search", "/search?q=bre"],
    ["members", "/members"], ["settings", "/settings"], ["profile", "/profile"], ["notifications", "/notifications"], ["archive", "/archive"],
  ]) {
    test(`${name} shows, fits and satisfies axe`, async () => {
      page.problems.length = 0;
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, path);
      await check(name);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(path);
      await fitsCheck(page, `${name} on a phone`);
      await page.setViewportSize({ width: 1440, height: 900 });
    });
  }

  test("a deal begins with a name and a client and has its next step", async () => {
    await page.goto("/deals/new");
    await page.fill("[name=name]", "Wi-Fi for the new yard");
    await page.fill("[name=client]", "Tideway Marine Repairs");
    await page.locator("[name=source]").selectOption({ index: 1 });
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
    await assertText(page, "Wi-Fi for the new yard");
    await check("a new deal");
  });

  test("a card moves by the keyboard alone, with what the move asks", async () => {
    page.problems.length = 0;
    await page.goto("/deals");
    const card = page.locator('[data-stage="prospect"] .card', { hasText: "Tideway Marine Repairs" });
    await card.locator("a").first().focus();
    await page.keyboard.press("m");
    await page.keyboard.press("Enter");
    await page.locator("dialog[open] [name=accepts]").waitFor();
    await axeCheck(page, "the dialog of a move");
    await page.locator("dialog[open] [name=accepts]").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");
    const moved = page.locator('[data-stage="first-appointment"] .card', { hasText: "Tideway Marine Repairs" });
    await moved.waitFor();
    await focusIn(page, moved);
    await check("the board after a move");
  });

  test("a call is logged with its outcome and the next step in one dialog, and the page stays", async () => {
    const stayed = await stay(page, "/deals", "Tideway Marine Repairs");
    await page.locator("main").getByText("Done, log it").first().click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Interested", { exact: true }).check();
    await dialog.locator("textarea").first().fill("They want the yard covered before winter.");
    await axeCheck(page, "the log dialog");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "hidden" });
    await assertText(page, "They want the yard covered before winter.");
    await stayed();
    await check("a deal after a logged call");
  });

  test("a deal is lost only after a direct no, and keeps its reason", async () => {
    const stayed = await stay(page, "/deals", "Tideway Marine Repairs");
    await page.locator("main").getByText("Client said no").first().click();
    const dialog = page.locator("dialog#move");
    await dialog.getByText("Lost only after a direct no.").waitFor();
    await dialog.getByText("Log: Said no").click();
    const log = page.locator("dialog#activity");
    await log.getByLabel("Said no", { exact: true }).waitFor();
    assert.ok(await log.getByLabel("Said no", { exact: true }).isChecked());
    await page.keyboard.press("Control+Enter");
    await log.waitFor({ state: "hidden" });
    if (!(await dialog.isVisible())) await page.locator("main").getByText("Client said no").first().click();
    await dialog.getByLabel("Price", { exact: true }).check();
    await dialog.locator("textarea").first().fill("Too dear for one yard.");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "hidden" });
    await assertText(page, "Too dear for one yard.");
    await assertText(page, "Lost");
    await stayed();
    await check("a lost deal");
  });

  test("typing finds a record from any page", async () => {
    await page.goto("/reports");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Wi-Fi for the new");
    await page.locator("dialog[open]").getByText("Wi-Fi for the new yard").first().waitFor();
    await axeCheck(page, "the palette");
    await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.keyboard.press("Enter")]);
    await page.locator("main").getByText("Wi-Fi for the new yard").first().waitFor();
  });

  test("a refused move says what is missing and the card stays", async () => {
    await page.goto("/deals");
    const card = page.locator('[data-stage="discovery"] .card').first();
    const id = await card.getAttribute("id");
    const moved = page.waitForResponse((response) => response.url().includes("/moves") && response.request().method() === "POST");
    await dragTo(page, card, page.locator('[data-stage="presentation"] [data-cards]'));
    assert.equal((await moved).status(), 422);
    await page.locator("dialog[open]").waitFor();
    assert.equal(await page.locator(`[data-stage="discovery"] #${id}`).count(), 1);
    await axeCheck(page, "a refusal");
    await page.keyboard.press("Escape");
  });

  test("the language switches whole", async () => {
    page.problems.length = 0;
    await chooseFace(page, { lang: "ru", theme: "dark" });
    await page.goto("/deals");
    assert.equal(await page.getAttribute("html", "lang"), "ru");
    await assertText(page, "Воронка из шести этапов");
    await check("the board in Russian");
    await chooseFace(page, { lang: "en", theme: "light" });
  });

  test("signing out ends the session", async () => {
    await page.goto("/profile");
    await Promise.all([page.waitForURL(/\/sign-in/), page.click('form[action="/sign-out"] [type=submit]')]);
    await page.goto("/deals");
    assert.match(page.url(), /\/sign-in\?back=/);
  });
});

async function assertText(page, words) {
  assert.ok((await page.locator("body").innerText()).includes(words), `the page does not say: ${words}`);
}

/** Opens a deal from the board; what comes back asserts that no whole page was loaded since. */
async function stay(page, board, name) {
  await page.goto(board);
  await page.locator(".card", { hasText: name }).locator("a").first().click();
  await page.waitForURL(/\/deals\/\d+$/);
  await page.evaluate(() => (globalThis.stayed = true));
  return async () => assert.ok(await page.evaluate(() => globalThis.stayed), "a whole page was loaded");
}

/** The focus comes with the swap, a moment after what is swapped in. */
async function focusIn(page, place) {
  const until = Date.now() + 3000;
  while (!(await place.evaluate((element) => element.contains(document.activeElement)))) {
    assert.ok(Date.now() < until, `the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`);
    await page.waitForTimeout(50);
  }
}

/** By the mouse, in small steps, as a hand does. */
async function dragTo(page, card, target) {
  const from = await card.boundingBox();
  const to = await target.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    await page.mouse.move(
      from.x + from.width / 2 + ((to.x + to.width / 2 - from.x - from.width / 2) * step) / 12,
      from.y + 12 + ((to.y + 40 - from.y - 12) * step) / 12,
    );
    await page.waitForTimeout(20);
  }
  await page.mouse.up();
}
