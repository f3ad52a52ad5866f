// Pictures of pages, in every language, theme and width, each checked on the way:
//   node shots.mjs                                   every place of a made-up company of its own
//   node shots.mjs day board                         these places of it
//   LANGS=ru THEMES=dark WIDTHS=390 node shots.mjs   in these looks only
import { execFileSync } from "node:child_process";
import { PLACES } from "./places.mjs";
import {
  BINARY, axeCheck, becomeAdministrator, chooseFace, fitsCheck, looks, openBrowser, openPage, quietCheck, shot, signIn, startProduct,
} from "./harness.mjs";

const wanted = process.argv.slice(2);
const places = wanted.length ? PLACES.filter(([name]) => wanted.includes(name)) : PLACES;
const among = (name) => process.env[name]?.split(",");
const wide = among("WIDTHS")?.map(Number);

const product = await startProduct();
const browser = await openBrowser();
try {
  await begin();
  for (const look of looks({ langs: among("LANGS"), themes: among("THEMES"), widths: wide })) await take(look);
} finally {
  await browser.close();
  await product.stop();
}

/** A company with a working pipeline. */
async function begin() {
  const page = await openPage(browser, { origin: product.origin });
  await becomeAdministrator(page, product.link);
  execFileSync(BINARY, ["demo", "--data", product.data, "--deals", "240", "--seed", "7"]);
  await page.context().close();
}

async function take(look) {
  const page = await openPage(browser, { ...look, origin: product.origin });
  await signIn(page);
  await chooseFace(page, look);
  for (const [name, path, come] of places) {
    const here = `${name} ${Object.values(look).join(" ")}`;
    page.problems.length = 0;
    await page.setViewportSize({ width: look.width, height: look.width < 720 ? 844 : 900 });
    const answer = await page.goto(path);
    if (answer.status() >= 400) complain(`${here}: ${path} answers ${answer.status()}`);
    await come?.(page);
    for (const check of [axeCheck, fitsCheck, async (...asked) => quietCheck(...asked)]) {
      await check(page, here).catch((problem) => complain(problem.message));
    }
    console.log(await shot(page, name, look.lang, look.theme, look.width));
  }
  await page.context().close();
}

function complain(words) {
  console.error(words);
  process.exitCode = 1;
}
