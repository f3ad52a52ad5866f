// The twelve acts of a seller's day, by mouse and by keyboard alone: what each costs in clicks, keys, loads and time.
//   node daily.mjs    prints docs/daily-acts.md
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { BINARY, becomeAdministrator, openBrowser, openPage, startProduct } from "./harness.mjs";

/** Counts what a hand does. Words that are typed are the act's own and cost nothing. */
class Hand {
  clicks = 0;
  keys = 0;
  constructor(page) {
    this.page = page;
  }
  async click(place) {
    this.clicks += 1;
    await (typeof place === "string" ? this.page.locator(place).first() : place.first()).click();
  }
  async press(...keys) {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }
  async type(words) {
    await this.page.keyboard.type(words);
  }
  /** Walks the open palette down to an act. */
  async choose(words) {
    await this.page.locator("dialog[open] a").getByText(words).waitFor();
    const chosen = this.page.locator("dialog[open] [aria-selected=true]").getByText(words);
    for (let steps = 0; steps < 40 && !(await chosen.count()); steps += 1) await this.press("ArrowDown");
  }
  /** Moves on until the place has the focus; gives up where it can't be reached. */
  async tabTo(place, key = "Tab") {
    const wanted = this.page.locator(place).first();
    for (let steps = 0; steps < 80; steps += 1) {
      if (await wanted.evaluate((one) => one === document.activeElement || (one.name && one.name === document.activeElement.name && one.type === "radio"))) return;
      await this.press(key);
    }
    throw new Error(`${place} is out of the keyboard's reach`);
  }
}

const opened = (page) => page.locator("dialog[open] form").first().waitFor();
const closed = (page) => page.waitForFunction(() => !document.querySelector("dialog[open]"));
let made = 0;

/** A deal that nobody has touched, with its client, at its page. */
async function fresh(page) {
  made += 1;
  await page.goto("/deals/new");
  await page.fill("[name=client]", `Client ${made}`);
  await page.fill("[name=name]", "Managed servers");
  await page.selectOption("[name=source]", { index: 1 });
  await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
}

/** The same with a note, which a move to the next stage wants. */
async function withNote(page) {
  await fresh(page);
  await page.fill("textarea[name=body]", "They want an offer");
  await page.keyboard.press("Control+Enter");
  await page.locator(".timeline, main").getByText("They want an offer").first().waitFor();
  await page.goto(page.url());
}

/** The same with a task. */
async function withTask(page) {
  await fresh(page);
  await page.goto(`/tasks/new?deal=${page.url().split("/").pop()}`);
  await page.fill("[name=title]", "Send the price list");
  await Promise.all([page.waitForURL(/\/deals\/\d+$/), page.click("main [type=submit][form]")]);
}

/** The same whose client has said no. */
async function refused(page) {
  await fresh(page);
  await page.keyboard.press("c");
  await opened(page);
  await page.locator("dialog[open] label:has([name=outcome][value=declined])").click();
  await page.keyboard.press("Control+Enter");
  await closed(page);
}

/** Each begins where the work is: the deal, the day, the board. `most` is the bar: clicks, or keys besides typing. */
export const ACTS = [
  {
    name: "Log a call with its outcome and the next step",
    most: 3,
    begin: fresh,
    mouse: async (hand) => {
      await hand.click('a[data-key="c"]');
      await opened(hand.page);
      await hand.click("dialog[open] label:has([name=outcome][value=reached])");
      await hand.click("dialog[open] button[type=submit].main");
    },
    keyboard: async (hand) => {
      await hand.press("c");
      await opened(hand.page);
      await hand.tabTo("dialog[open] [name=outcome]");
      await hand.press("Space", "Control+Enter");
    },
    ends: closed,
  },
  {
    name: "Complete a task",
    most: 2,
    begin: withTask,
    mouse: (hand) => hand.click("form[action*='/tasks/'][action$='/done'] button"),
    keyboard: async (hand) => {
      await hand.tabTo("form[action*='/tasks/'][action$='/done'] button");
      await hand.press("Enter");
    },
    ends: (page) => page.locator("#tasks [data-done]").first().waitFor(),
  },
  {
    name: "Move a deal to its next stage",
    most: 2,
    begin: withNote,
    mouse: async (hand) => {
      await hand.click('a[data-key="m"]');
      await opened(hand.page);
      await hand.click("dialog[open] button[type=submit].main");
    },
    keyboard: async (hand) => {
      await hand.press("m");
      await opened(hand.page);
      await hand.press("Control+Enter");
    },
    ends: closed,
  },
  {
    name: "Add a note",
    most: 2,
    begin: fresh,
    mouse: async (hand) => {
      await hand.click("textarea[name=body]");
      await hand.type("They call back on Friday");
      await hand.click("form:has(textarea[name=body]) button[type=submit]");
    },
    keyboard: async (hand) => {
      await hand.press("n");
      await hand.type("They call back on Friday");
      await hand.press("Control+Enter");
    },
    ends: (page) => page.locator(".timeline, main").getByText("They call back on Friday").first().waitFor(),
  },
  {
    name: "Add a person and their company",
    most: 2,
    begin: (page) => page.goto("/people"),
    mouse: async (hand) => {
      await hand.click("a[href='/people/new']");
      await hand.page.locator("[name=name]").waitFor();
      await hand.page.fill("[name=name]", "Tom Keller");
      await hand.page.fill("[name='company-0']", "Keller and Daughters");
      await hand.click("label:has([name=make_companies])");
      await hand.click("form.fields button[type=submit].main");
    },
    keyboard: async (hand) => {
      await hand.press("Control+k");
      await hand.choose("New person");
      await hand.press("Enter");
      await hand.page.waitForURL(/people\/new/);
      await hand.tabTo("[name=name]");
      await hand.type("Ada Reyes");
      await hand.tabTo("[name='company-0']");
      await hand.type("Reyes Brothers");
      await hand.tabTo("[name=make_companies]");
      await hand.press("Space", "Enter");
    },
    ends: (page) => page.waitForURL(/\/people\/\d+$/, { timeout: 4000 }),
  },
  {
    name: "Find a record",
    most: 2,
    begin: (page) => page.goto("/day"),
    mouse: async (hand) => {
      await hand.click("[data-search]");
      await hand.page.locator("dialog[open] input").waitFor();
      await hand.type("calder");
      await hand.click(hand.page.locator("dialog[open] a").getByText("Calder Brewing"));
    },
    keyboard: async (hand) => {
      await hand.press("Control+k");
      await hand.type("calder");
      await hand.page.locator("dialog[open] a").getByText("Calder Brewing").waitFor();
      await hand.press("Enter");
    },
    ends: (page) => page.waitForURL(/\/(companies|deals|people)\/\d+/),
  },
  {
    name: "Put the next step off",
    most: 2,
    begin: fresh,
    mouse: async (hand) => {
      await hand.click("a[href*='/plan']");
      await opened(hand.page);
      await hand.page.fill("dialog[open] [name=next_day]", "2027-01-11");
      await hand.click("dialog[open] button[type=submit].main");
    },
    keyboard: async (hand) => {
      await hand.tabTo("a[href*='/plan']");
      await hand.press("Enter");
      await opened(hand.page);
      await hand.page.fill("dialog[open] [name=next_day]", "2027-01-12");
      await hand.press("Control+Enter");
    },
    ends: closed,
  },
  {
    name: "Go to my day",
    most: 2,
    begin: fresh,
    mouse: (hand) => hand.click("nav.rail a[href='/day']"),
    keyboard: (hand) => hand.press("g", "d"),
    ends: (page) => page.waitForURL(/\/day$/),
  },
  {
    name: "Lose a deal with its reason",
    most: 2,
    begin: refused,
    mouse: async (hand) => {
      await hand.click("main a[href$='/moves/say-no']");
      await opened(hand.page);
      await explain(hand.page);
      await hand.click("dialog[open] button[type=submit].main");
    },
    keyboard: async (hand) => {
      await hand.tabTo("main a[href$='/moves/say-no']");
      await hand.press("Enter");
      await opened(hand.page);
      await explain(hand.page);
      await hand.press("Control+Enter");
    },
    ends: closed,
  },
  {
    name: "Give a deal to somebody else",
    most: 2,
    begin: fresh,
    mouse: async (hand) => {
      await hand.click(hand.page.locator("details[data-menu]:has(a[href$='/owner']) summary"));
      await hand.click("a[href$='/owner']");
      await opened(hand.page);
      await hand.page.locator("dialog[open] select[name=owner]").selectOption({ index: 1 });
      await hand.click("dialog[open] button[type=submit].main");
    },
    keyboard: async (hand) => {
      await hand.press("Control+k");
      await hand.choose("Give to another member");
      await hand.press("Enter");
      await hand.page.locator("dialog[open] select[name=owner]").waitFor();
      await hand.page.locator("dialog[open] select[name=owner]").selectOption({ index: 1 });
      await hand.press("Control+Enter");
    },
    ends: closed,
  },
];

/** What the dialog of a loss asks: the reason is chosen, the rest is words. */
async function explain(page) {
  const reason = page.locator("dialog[open] select").first();
  if (await reason.count()) await reason.selectOption({ index: 1 });
  else await page.locator("dialog[open] [type=radio]").first().check();
  for (const field of await page.locator("dialog[open] :is(textarea, input[type=text]):visible").all()) await field.fill("Too dear");
}

/** Does one act and tells what it cost. */
export async function measure(page, act, way) {
  await act.begin(page);
  await page.evaluate(() => (window.stays = true));
  let loads = 0;
  const load = () => (loads += 1);
  page.on("domcontentloaded", load);
  const hand = new Hand(page);
  const began = performance.now();
  try {
    await act[way](hand);
    await act.ends(page);
    return { clicks: hand.clicks, keys: hand.keys, loads, time: Math.round(performance.now() - began) };
  } catch (problem) {
    return { clicks: hand.clicks, keys: hand.keys, loads, failed: problem.message.split("\n")[0] };
  } finally {
    page.off("domcontentloaded", load);
  }
}

/** Both ways of every act over a company of sixty deals. */
export async function measureAll() {
  const product = await startProduct();
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, { origin: product.origin });
    page.setDefaultTimeout(5000);
    await becomeAdministrator(page, product.link);
    execFileSync(BINARY, ["demo", "--data", product.data, "--deals", "60", "--seed", "3"]);
    const rows = [];
    for (const act of ACTS) rows.push({ act, mouse: await measure(page, act, "mouse"), keyboard: await measure(page, act, "keyboard") });
    return rows;
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** Whether the way costs no more than the bar. */
export const holds = (act, way) => !way.failed && way.clicks + (way.clicks ? 0 : way.keys) <= act.most && way.loads === 0;

const cell = (act, way, count) => (way.failed ? "can't be done" : `${count}, ${way.loads}, ${way.time} ms`);

/** The page of the table. */
function written(rows) {
  const lines = rows.map(({ act, mouse, keyboard }) => {
    const bar = holds(act, mouse) || holds(act, keyboard) ? "yes" : "no";
    return `| ${act.name} | ${cell(act, mouse, mouse.clicks)} | ${cell(act, keyboard, keyboard.keys)} | ${act.most} | ${bar} |`;
  });
  return [
    "# The acts of a day",
    "",
    "Written by `scripts/daily-acts.sh`; `e2e/daily.test.mjs` keeps what holds. Words that are typed cost nothing; a key with",
    "Ctrl is one. Each cell: clicks or keys, full loads of a page, time until it is shown, on the machine that measured. The",
    "bar is met where one of the two ways costs no more and loads no page.",
    "",
    "| act | by mouse | by keyboard alone | bar | met |",
    "|---|---|---|---|---|",
    ...lines,
    "",
    "Not there yet: a deal made from a note, and mails from a template.",
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(written(await measureAll()));
