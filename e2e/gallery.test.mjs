// The parts at work in a browser, on the gallery (`cargo run -p dealwright-web --example gallery -- target/gallery`).
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage } from "./browser.mjs";
import { axeCheck, fitsCheck, quietCheck } from "./checks.mjs";
import { serveGallery } from "./gallery.mjs";

const FOLDER = process.env.GALLERY ?? fileURLToPath(new URL("../target/gallery", import.meta.url));
const SCENES = ["board", "refused", "log-call", "deal", "list", "day", "form-errors", "import", "empty", "parts", "error"];

describe("the parts", { skip: !existsSync(FOLDER) && `no gallery in ${FOLDER}` }, () => {
  let gallery;
  let browser;

  before(async () => {
    gallery = await serveGallery(FOLDER);
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    gallery?.close();
  });

  const open = async (scene, look = {}) => {
    const page = await openPage(browser, { ...look, origin: gallery.origin });
    await page.goto(`/${scene}.${look.lang ?? "en"}.${look.theme ?? "light"}.html`);
    return page;
  };

  for (const scene of SCENES) {
    test(`${scene} fits 320 px in Russian and satisfies axe`, async () => {
      const page = await open(scene, { lang: "ru", theme: "dark", width: 320 });
      await fitsCheck(page, scene);
      await axeCheck(page, scene);
      quietCheck(page, scene);
    });
  }

  test("focus in a refusal stands on the act that mends it, and Esc leaves it", async () => {
    const page = await open("refused");
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Plan network discovery");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog").count(), 0);
  });

  test("a card is moved by keyboard; a refused move puts it back and says why", async () => {
    const page = await open("board");
    let sent;
    await page.route("**/moves", (route) => {
      sent = route.request().postData();
      return route.fulfill({ status: 422, contentType: "text/html", body: '<dialog id="refusal" class="dialog refusal" data-opens><h2>Not yet</h2></dialog>' });
    });
    await page.focus("#deal-20 .card-link");
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("#refusal[open]").waitFor();
    assert.match(sent, /^stage=s\d$/);
    assert.equal(await page.locator("[data-stage=s2] #deal-20[data-standing=refused]").count(), 1);
  });

  test("a dragged card waits for the answer and stays where it is let", async () => {
    const page = await open("board");
    await page.route("**/moves", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "" }));
    await page.dragAndDrop("#deal-20", "[data-stage=s3] [data-cards]", { targetPosition: { x: 60, y: 160 } });
    await page.locator("[data-stage=s3] #deal-20").waitFor();
  });

  test("j and k walk the cards, and arrows go across stages", async () => {
    const page = await open("board");
    const here = () => page.evaluate(() => document.activeElement.closest(".card")?.id);
    await page.keyboard.press("j");
    assert.equal(await here(), "deal-0");
    await page.keyboard.press("j");
    assert.equal(await here(), "deal-1");
    await page.keyboard.press("ArrowRight");
    assert.equal(await here(), "deal-11");
    await page.keyboard.press("k");
    assert.equal(await here(), "deal-10");
  });

  test("Ctrl+K opens the palette, which walks what the server found", async () => {
    const page = await open("list");
    const link = (name) => `<a href="/${name}" role="option" tabindex="-1">${name}</a>`;
    const found = `<div role="group" aria-label="Go to"><p class="palette-title" aria-hidden="true">Go to</p>${link("One")}${link("Two")}</div>`;
    await page.route("**/search/palette?**", (route) => route.fulfill({ contentType: "text/html", body: found }));
    await page.keyboard.press("Control+k");
    await page.locator("#palette a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator("#palette [aria-selected=true]").textContent(), "Two");
    await axeCheck(page, "palette");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#palette").count(), 0);
  });

  test("an ended session keeps what was typed and offers to sign in", async () => {
    const page = await open("form-errors");
    await page.evaluate(() => document.querySelector(".error-summary").remove());
    await page.fill("#client", "Keswick");
    await page.reload();
    await page.evaluate(() => document.querySelector(".error-summary").remove());
    assert.equal(await page.evaluate(() => Object.values(sessionStorage).some((kept) => kept.includes("Keswick"))), true);
    await page.route("**/deals/new", (route) => route.fulfill({ status: 401, body: "" }));
    await page.goto(`${gallery.origin}/board.en.light.html`);
    await page.click(".top-bar a[data-dialog]");
    await page.locator('#toasts a[href="/sign-in"]').waitFor();
  });

  test("choosing rows counts them, and clearing them hides the bar", async () => {
    const page = await open("list");
    await page.locator("[data-select]").nth(2).check();
    assert.equal(await page.locator("[data-selected]").textContent(), "3 selected");
    await page.click("[data-clear]");
    assert.equal(await page.locator("[data-bulk][data-any]").count(), 0);
  });
});
