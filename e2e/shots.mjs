// Pictures of pages of a running product, in every language, theme and width:
//   DEALWRIGHT_EMAIL=.. DEALWRIGHT_PASSWORD=.. node shots.mjs http://127.0.0.1:7373 day=/day board=/deals
import { openBrowser, openPage } from "./browser.mjs";
import { axeCheck, fitsCheck, quietCheck } from "./checks.mjs";
import { chooseFace, signIn } from "./harness.mjs";
import { looks, shot } from "./shot.mjs";

const [origin, ...wanted] = process.argv.slice(2);
if (!origin || wanted.length === 0) {
  console.error("usage: node shots.mjs http://127.0.0.1:7373 day=/day board=/deals ...");
  process.exit(2);
}
const who = { email: process.env.DEALWRIGHT_EMAIL, password: process.env.DEALWRIGHT_PASSWORD };
const browser = await openBrowser();
for (const look of looks()) {
  const page = await openPage(browser, { ...look, origin });
  if (who.email) {
    await signIn(page, who);
    await chooseFace(page, look);
  }
  for (const pair of wanted) await take(page, pair, look);
  await page.context().close();
}
await browser.close();

async function take(page, pair, { lang, theme, width }) {
  const [name, path] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
  await page.setViewportSize({ width, height: width < 720 ? 844 : 900 });
  await page.goto(path);
  for (const check of [axeCheck, fitsCheck, quietCheck]) {
    try {
      await check(page, `${name} ${lang} ${theme} ${width}`);
    } catch (problem) {
      console.error(problem.message);
      process.exitCode = 1;
    }
  }
  console.log(await shot(page, name, lang, theme, width));
}
