// The import wizard in a browser: from files to records, mended rows and back; and every kind of bad file.
// With DEALWRIGHT_REAL_DATA the real pipeline comes in, else a made-up one of the same shape.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import {
  ADMINISTRATOR, axeCheck, becomeAdministrator, chooseFace, fitsCheck, openBrowser, openPage, quietCheck, startProduct,
} from "./harness.mjs";

const REAL = process.env.DEALWRIGHT_REAL_DATA;
const MADE = 3000;
const NAMES = ["accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"];

describe("the import wizard", { timeout: 120_000 }, () => {
  let folder;
  let pipeline;
  let product;
  let browser;
  let page;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dealwright-import-"));
    pipeline = REAL ? await realPipeline(folder) : await madePipeline(folder);
    product = await startProduct();
    browser = await openBrowser();
    page = await openPage(browser, { origin: product.origin });
    await becomeAdministrator(page, product.link, { ...ADMINISTRATOR, currency: "USD" });
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const check = async (name) => {
    await fitsCheck(page, name);
    await axeCheck(page, name);
    quietCheck(page, name);
  };

  // A page that goes on by itself may be over before it is looked at.
  const checkPassing = async (name) => {
    try {
      await check(name);
    } catch (problem) {
      if (await page.locator("#import-progress").count()) throw problem;
    }
  };

  const choose = async (files, { mapping = "", mappingFile } = {}) => {
    await page.goto("/import/new");
    await page.setInputFiles("[name=files]", files);
    await page.locator("select[name=mapping]").selectOption(mapping);
    if (!mappingFile) return;
    await page.locator("details summary", { hasText: "A mapping file" }).click();
    await page.setInputFiles("[name=mapping_file]", mappingFile);
  };

  const read = () => page.click("main form.import-new [type=submit]");

  test("files and a mapping are chosen", async (t) => {
    t.diagnostic(REAL ? `the real pipeline of ${REAL}` : `a made-up pipeline of ${MADE} deals`);
    await choose(pipeline.files, { mappingFile: pipeline.mapping });
    await check("the step of the files");
    await Promise.all([page.waitForURL(/\/import\/\d+$/), read()]);
  });

  test("a question stands on top and is answered by one click", async () => {
    await page.getByText("is not a product here").waitFor();
    await check("columns with a question");
    await page.evaluate(() => (globalThis.stayed = true));
    await page.getByRole("button", { name: "Use GTX Pro" }).click();
    await page.getByText("is not a product here").waitFor({ state: "detached" });
    assert.ok(await page.evaluate(() => globalThis.stayed), "the page stayed");
  });

  test("where a column goes is changed in place", async () => {
    const goes = page.getByLabel("sector goes to");
    await goes.focus();
    await goes.selectOption("");
    await page.locator("tr[data-left-out]", { hasText: "sector" }).waitFor();
    assert.ok(await goes.evaluate((field) => field === document.activeElement), "the focus stays on the field");
    await goes.selectOption("company.industry");
    await page.locator("tr[data-left-out]", { hasText: "sector" }).waitFor({ state: "detached" });
  });

  test("the check says what will come before anything is written", async () => {
    await Promise.all([page.waitForURL(/\/check$/), page.getByRole("button", { name: /^Check [\d,]+ rows$/ }).click()]);
    assert.deepEqual(await counts(page), pipeline.counts);
    await page.getByText("no company and no person · account").waitFor();
    await check("the check");
    const answer = await page.request.get("/deals/list");
    assert.ok(!(await answer.text()).includes("GTX Pro for"), "nothing is written yet");
  });

  test("the import shows its progress and survives a reload", async () => {
    await Promise.all([
      page.waitForURL(/\/import\/\d+$/),
      page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click(),
    ]);
    await page.locator("#import-progress progress").waitFor();
    const before = await done(page);
    await page.reload();
    await page.locator("#import-progress progress").waitFor();
    assert.ok((await done(page)) >= before, "it goes on where it was");
    await page.locator("#import-progress", { hasText: /rows a second · \d+ seconds? left/ }).waitFor();
    await checkPassing("an import under way");
    await page.getByRole("heading", { name: /Rows to mend/ }).waitFor({ timeout: 60_000 });
    assert.deepEqual(await counts(page), pipeline.counts);
    await check("an import that is over");
  });

  test("what it brought is a link away", async () => {
    const mend = page.url();
    await page.getByRole("link", { name: "What it brought" }).click();
    await page.getByRole("link", { name: `Deals ${figure(pipeline.counts.imported)}` }).waitFor();
    await check("what an import brought");
    await page.goto(mend);
  });

  test("rows to mend turn page by page", async () => {
    await page.getByText(`1 to 50 of ${figure(pipeline.counts.mend)}`).waitFor();
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByText(`51 to 100 of ${figure(pipeline.counts.mend)}`).waitFor();
    await page.getByRole("link", { name: "Previous" }).click();
    await page.getByText(`1 to 50 of ${figure(pipeline.counts.mend)}`).waitFor();
  });

  test("a row is mended in its place, and says so where it still does not fit", async () => {
    page.problems.length = 0;
    await page.evaluate(() => (globalThis.stayed = true));
    const row = page.locator(".mend tbody tr").first();
    const field = row.getByLabel("account");
    await field.fill("Nobody of this name");
    await field.press("Enter");
    await row.getByText("There is no company called").waitFor();
    assert.equal(await row.getByLabel("account").inputValue(), "Nobody of this name");
    await axeCheck(page, "a row mended in vain");
    await row.getByLabel("account").fill(pipeline.account);
    await row.getByLabel("account").press("Enter");
    await page.locator(".mend tr.mended", { hasText: "Imported" }).waitFor();
    await page.getByText(`${figure(pipeline.counts.mend - 1)} left`).waitFor();
    assert.ok(await page.evaluate(() => globalThis.stayed), "the page stayed");
    await axeCheck(page, "a row mended");
    page.problems.length = 0;
  });

  test("the whole row opens as a form", async () => {
    await page.locator(".mend tbody tr:not(.mended)").first().getByRole("link", { name: "The whole row" }).click();
    await page.locator("dialog[open]").getByLabel("sales_agent").waitFor();
    await axeCheck(page, "a whole row");
    await page.keyboard.press("Escape");
  });

  test("one answer mends all rows with the same reason", async () => {
    await page.getByLabel("Name of a company").fill("Walk-in trade");
    await page.getByRole("button", { name: "Use for all" }).click();
    await page.getByText("Nothing is left to mend").waitFor({ timeout: 60_000 });
    const { rows } = pipeline.counts;
    assert.deepEqual(await counts(page), { rows, imported: rows, mend: 0, known: 0 });
    await check("an import without rows to mend");
  });

  test("the numbers of the list add up", async () => {
    await page.goto("/import");
    const cells = await page.locator("tbody tr").first().locator("td.figures").allInnerTexts();
    const [rows, ...parts] = cells.map((text) => Number(text.replace(/\D/g, "")));
    assert.equal(parts.reduce((sum, part) => sum + part, 0), rows);
    await check("the list of imports");
    await page.locator("tbody a").first().click();
  });

  test("undo takes the whole import back", async () => {
    await page.getByRole("link", { name: "Undo the whole import" }).click();
    await page.locator("dialog[open]").waitFor();
    await axeCheck(page, "what undo means");
    await page.locator("dialog[open]").getByRole("button", { name: "Undo the whole import" }).click();
    await page.locator("#import-progress", { hasText: "Taking the import back" }).waitFor();
    await checkPassing("an undo under way");
    await page.getByText("records removed").waitFor({ timeout: 90_000 });
    await page.getByText("Undone").waitFor();
    await check("an import undone");
    await page.goto("/companies");
    assert.ok(!(await page.locator("main").innerText()).includes(pipeline.account));
  });

  describe("files that are none", () => {
    const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
    const header = "Deal name,Company,Amount\n";
    const bad = [
      ["a picture", { name: "deals.csv", buffer: png }, /deals\.csv: .*PNG/],
      ["a table cut off in a quote", { name: "deals.csv", buffer: Buffer.from(`${header}Racks,Kestrel,1\nCables,"Kes`) }, /line 3/],
      ["a header without rows", { name: "deals.csv", buffer: Buffer.from(header) }, /no rows below the header of deals\.csv/],
      ["an empty file", { name: "deals.csv", buffer: Buffer.alloc(0) }, /deals\.csv: the file is empty/],
    ];
    for (const [name, file, words] of bad) {
      test(`${name} is refused with what and where, and what was chosen stays`, async () => {
        await choose([{ mimeType: "text/csv", ...file }]);
        await page.locator("details summary", { hasText: "A mapping file" }).click();
        await page.fill("[name=title]", "From the old system");
        await refused(words);
      });
    }

    test("a file in another encoding than its mapping names is refused with the line", async () => {
      const mapping = Buffer.from(MAPPING.replace("record: deal", "record: deal\n    encoding: utf-8"));
      const file = Buffer.concat([Buffer.from(`${header}Racks,Kestrel,1\n`), Buffer.from([0xd1, 0xe4, 0x2c, 0xd1, 0x2c, 0x31, 0x0a])]);
      await choose([{ name: "deals.csv", mimeType: "text/csv", buffer: file }], {
        mappingFile: { name: "mine.yaml", mimeType: "text/yaml", buffer: mapping },
      });
      await page.fill("[name=title]", "From the old system");
      await refused(/line 3 holds bytes that are not utf-8/);
    });

    test("a mapping that is no text is refused by its name", async () => {
      await choose([{ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(`${header}Racks,Kestrel,1\n`) }], {
        mappingFile: { name: "mine.yaml", mimeType: "text/yaml", buffer: png },
      });
      await page.fill("[name=title]", "From the old system");
      await refused(/mine\.yaml holds no YAML text/);
    });

    test("a mapping that cannot be read is refused with line and key", async () => {
      const mapping = Buffer.from(MAPPING.replace("columns:", "colums:"));
      await choose([{ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(`${header}Racks,Kestrel,1\n`) }], {
        mappingFile: { name: "mine.yaml", mimeType: "text/yaml", buffer: mapping },
      });
      await page.fill("[name=title]", "From the old system");
      await refused(/line \d+, column \d+: .*`colums`.*did you mean `columns`/);
      await fitsCheck(page, "files refused");
      await axeCheck(page, "files refused");
    });

    const refused = async (words) => {
      const asked = page.waitForResponse((response) => response.request().method() === "POST");
      await read();
      assert.equal((await asked).status(), 422);
      const alert = page.locator("#import-wrong [role=alert]");
      await alert.waitFor();
      assert.match(await alert.innerText(), words);
      assert.match(await alert.innerText(), /Nothing was written/);
      assert.equal(await page.inputValue("[name=title]"), "From the old system");
      assert.equal(await page.locator("[name=files]").evaluate((field) => field.files.length), 1, "the file stays chosen");
      page.problems.length = 0;
    };
  });

  test("a Russian file on a phone, in Russian", async () => {
    page.problems.length = 0;
    await chooseFace(page, { lang: "ru", theme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/import/new");
    await check("the step of the files in Russian");
    await page.setInputFiles("[name=files]", { name: "сделки.csv", mimeType: "text/csv", buffer: cyrillic(RUSSIAN) });
    await Promise.all([page.waitForURL(/\/import\/\d+$/), read()]);
    assert.equal(await page.getAttribute("html", "lang"), "ru");
    await page.getByText("РАО «Кириллов»").first().waitFor();
    await page.getByText("WINDOWS-1251").waitFor();
    await check("columns in Russian");
    await page.getByRole("button", { name: "Проверить 2 строки" }).click();
    await page.getByRole("button", { name: "Импорт 2 строк" }).waitFor();
    await check("the check in Russian");
  });
});

/** The figures of the file of deals: what is, or will be, of its rows. */
async function counts(page) {
  const row = page.locator(".import-files tbody tr", { hasText: "sales_pipeline" });
  const cells = await row.locator("td.figures").allInnerTexts();
  const [rows, imported, mend, known] = cells.map((text) => Number(text.replace(/\D/g, "")));
  return { rows, imported, mend, known };
}

async function done(page) {
  return Number(await page.locator("#import-progress progress").getAttribute("value"));
}

const figure = (count) => count.toLocaleString("en-GB");

const MAPPING = `name: mine
title: { en: Mine, ru: Моё }
files:
  - match: deals.csv
    record: deal
    columns:
      Deal name: { to: deal.name }
      Company: { to: deal.company, create: true }
      Amount: { to: deal.amount }
`;

/** The shipped mapping without the word that the question is about. */
async function asking(folder) {
  const shipped = await readFile(fileURLToPath(new URL("../mappings/maven.yaml", import.meta.url)), "utf8");
  const told = "values: { GTXPro: GTX Pro }";
  assert.ok(shipped.includes(told));
  const path = join(folder, "maven.yaml");
  await writeFile(path, shipped.replace(told, ""));
  return path;
}

async function realPipeline(folder) {
  return {
    files: NAMES.map((name) => join(REAL, "maven_crm", name)),
    mapping: await asking(folder),
    account: "Betasoloin",
    counts: { rows: 8800, imported: 7375, mend: 1425, known: 0 },
  };
}

/** Four files of the real shape; every tenth deal has no company. */
async function madePipeline(folder) {
  const texts = {
    "accounts.csv":
      "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n" +
      "Acme,technolgy,1996,1100.04,2822,Kenya,Zoomit\nBeta,medical,1999,251.41,495,Norway,\nZoomit,software,1992,324.19,978,Italy,\n",
    "products.csv": "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n",
    "sales_teams.csv":
      "sales_agent,manager,regional_office\nAnn Lee,Dora Head,Central\nBob Ray,Dora Head,Central\nCy Dow,Earl Top,East\n",
    "sales_pipeline.csv": `${["opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value", ...deals()].join("\n")}\n`,
  };
  for (const name of NAMES) await writeFile(join(folder, name), texts[name]);
  return {
    files: NAMES.map((name) => join(folder, name)),
    mapping: await asking(folder),
    account: "Beta",
    counts: { rows: MADE, imported: MADE * 0.9, mend: MADE / 10, known: 0 },
  };
}

function* deals() {
  for (let n = 0; n < MADE; n += 1) {
    const agent = ["Ann Lee", "Bob Ray", "Cy Dow"][n % 3];
    const start = `D${n},${agent},${n % 2 ? "MG Special" : "GTXPro"},${n % 10 ? ["Acme", "Beta", "Zoomit"][n % 3] : ""}`;
    const day = String((n % 28) + 1).padStart(2, "0");
    yield n % 10 < 3 ? `${start},Prospecting,,,` : `${start},Won,2016-11-${day},2017-03-${day},${100 + n}`;
  }
}

const RUSSIAN = `ID;Название сделки;Компания;Контакт;Стадия сделки;Сумма;Валюта;Дата создания;Комментарий\r
1;Сделка №1: поставка;РАО «Кириллов»;Фёкла Казакова;Новая;17 511,96;RUB;23.01.2025;"Ждём ""оригиналы"" договора"\r
2;Сделка №2: аренда;ПКФ ДиПОС;Пётр Зыков;Отгрузка;1 035,17;RUB;13.04.2025;\r
`;

/** Windows-1251, as Russian spreadsheets save it. */
function cyrillic(text) {
  const others = { "№": 0xb9, "«": 0xab, "»": 0xbb, ё: 0xb8, Ё: 0xa8 };
  return Buffer.from([...text].map((letter) => {
    const code = letter.codePointAt(0);
    if (code < 0x80) return code;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : others[letter];
  }));
}
