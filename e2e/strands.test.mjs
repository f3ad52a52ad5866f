// What runs beside the stage: technicians acknowledge, a quote goes its way, the job is handed over, a deal is on hold.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeCheck, becomeAdministrator, fitsCheck, openBrowser, openPage, quietCheck, shot, startProduct } from "./harness.mjs";

describe("what runs beside the stage", () => {
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
    if (process.env.SHOTS) await shot(page, `strands-${name.replaceAll(" ", "-")}`, "en", "light", 1440);
  };
  const strand = (key) => page.locator(`#strand-${key}`);
  const stands = (key, state) => strand(key).locator(".chip", { hasText: state }).waitFor();
  const stage = (title) => page.locator(".process-bar [aria-current]", { hasText: title }).waitFor();
  const press = (key, label) => strand(key).getByText(label, { exact: true }).click();
  const move = async (label, answers = {}) => {
    await page.locator("a, button").getByText(label).first().click();
    const dialog = page.locator("dialog[open]");
    for (const [name, value] of Object.entries(answers)) {
      const field = dialog.locator(`[name="${name}"]`);
      if ((await field.first().getAttribute("type")) === "radio") await dialog.locator(`[name="${name}"][value="${value}"]`).check();
      else if ((await field.evaluate((node) => node.tagName)) === "SELECT") await field.selectOption(value);
      else await field.fill(value);
    }
    await dialog.locator("[type=submit].main").click();
    await dialog.waitFor({ state: "detached" });
  };

  test("a deal of the process shows nothing beside its first stage", async () => {
    await page.goto("/deals/new?process=lead-to-job");
    await page.fill("[name=name]", "Network for the new hall");
    await page.fill("[name=client]", "Fernhill Joinery");
    await page.locator("details.more > summary").first().click();
    await page.selectOption("[name=engineer]", { index: 1 });
    await page.fill("[name=description]", "Cabling and two switches");
    await Promise.all([page.waitForURL(/\/deals\/\d+/), page.click("main [type=submit][form]")]);
    home = new URL(page.url()).origin + new URL(page.url()).pathname;
    await page.goto(home);
    assert.equal(await page.locator("#strands").count(), 0);
  });

  test("technicians who are named are told by themselves and say that they know", async () => {
    await page.fill(".composer [name=body]", "They move into the new hall in spring.");
    await page.getByRole("button", { name: "Write the note" }).click();
    await page.getByText("They move into the new hall in spring.").last().waitFor();
    await page.goto(home);
    await move("Move to Opportunity", { "ask-need": "support" });
    await stage("Opportunity");
    await stands("technicians", "Told, not acknowledged");
    await check("technicians are told");
    await press("technicians", "I know");
    await stands("technicians", "Acknowledged");
  });

  test("the quote is made, sent under its number, declined and sent again", async () => {
    await page.goto(home);
    await move("Move to Quoted");
    await stage("Quoted");
    await stands("quote", "Not made yet");
    await page.goto(`${home}?document=proposal`);
    await page.setInputFiles("#files input[type=file]", [{ name: "quote.txt", mimeType: "text/plain", buffer: Buffer.from("quote") }]);
    await page.locator("#files .files a[download]").getByText("quote.txt").waitFor();
    await page.goto(home);
    await press("quote", "The quote is made");
    await stands("quote", "Made");
    await page.goto(home);
    await move("Send it", { "ask-number": "Q-7" });
    await stands("quote", "Sent, not decided");
    await check("a quote is sent");
  });

  test("on hold nothing goes forward, and the deal says so", async () => {
    await page.goto(home);
    await page.locator("summary[title='More acts'], [aria-label='More acts'], button[title='More acts']").first().click();
    await move("Put on hold", { "ask-reason": "budget" });
    await stands("hold", "On hold");
    await page.getByText("The deal is on hold.").first().waitFor();
    await check("a deal on hold");
    await press("hold", "Resume");
    await strand("hold").waitFor({ state: "detached" });
  });

  test("the job is handed over, taken over, and confirmed with its number; then the deal is won by itself", async () => {
    await page.goto(home);
    await press("quote", "They accept");
    await stands("quote", "Accepted");
    await page.goto(home);
    await move("Move to Accepted");
    await stage("Accepted");
    await stands("job", "Offered");
    await check("a job is offered");
    await press("job", "Take over");
    await stands("job", "Taken over");
    await page.goto(home);
    await move("Confirm", { "ask-number": "J-20" });
    await stage("Job planned").catch(() => page.getByText("Won").first().waitFor());
    await page.goto(home);
    await page.getByText("By itself").first().waitFor();
    await check("won by itself");
  });

  test("the process tells of what runs beside it", async () => {
    await page.goto("/process/lead-to-job?view=words");
    await page.getByRole("heading", { name: "Technical team" }).waitFor();
    await check("the process in words");
  });
});
