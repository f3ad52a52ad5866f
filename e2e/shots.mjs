// node shots.mjs <origin> <name=path ...>   with DEALWRIGHT_EMAIL and DEALWRIGHT_PASSWORD set
import { openBrowser, openPage } from "./browser.mjs";
import { signIn } from "./harness.mjs";
import { looks, shot } from "./shot.mjs";

const [origin, ...wanted] = process.argv.slice(2);
if (!origin || wanted.length === 0) {
  console.error("usage: node shots.mjs http://127.0.0.1:8080 day=/day deals=/deals ...");
  process.exit(2);
}
const who = { email: process.env.DEALWRIGHT_EMAIL, password: process.env.DEALWRIGHT_PASSWORD };
const browser = await openBrowser();
for (const { lang, theme, width } of looks()) {
  const page = await openPage(browser, { lang, theme, width, origin });
  if (who.email) await signIn(page, who);
  for (const pair of wanted) {
    const at = pair.indexOf("=");
    await page.setViewportSize({ width, height: width < 720 ? 844 : 900 });
    await page.goto(pair.slice(at + 1));
    await page.evaluate(([lang_, theme_]) => Object.assign(document.documentElement.dataset, { theme: theme_, shot: lang_ }), [lang, theme]);
    console.log(await shot(page, pair.slice(0, at), lang, theme, width));
  }
  await page.context().close();
}
await browser.close();
