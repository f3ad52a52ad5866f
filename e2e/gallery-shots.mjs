// node gallery-shots.mjs <folder written by the gallery example> [scene ...]
import { readdir } from "node:fs/promises";
import { openBrowser, openPage } from "./browser.mjs";
import { axeCheck, fitsCheck, quietCheck } from "./checks.mjs";
import { serveGallery } from "./gallery.mjs";
import { looks, shot } from "./shot.mjs";

const [folder, ...wanted] = process.argv.slice(2);
const scenes = new Set((await readdir(folder)).filter((name) => name.endsWith(".html")).map((name) => name.split(".")[0]));
const gallery = await serveGallery(folder);
const browser = await openBrowser();
let failed = 0;
for (const scene of scenes) {
  if (wanted.length && !wanted.includes(scene)) continue;
  for (const { lang, theme, width } of looks()) {
    const page = await openPage(browser, { lang, theme, width, origin: gallery.origin });
    await page.goto(`/${scene}.${lang}.${theme}.html`);
    const name = `${scene} ${lang} ${theme} ${width}`;
    for (const check of [axeCheck, fitsCheck, quietCheck]) {
      try {
        await check(page, name);
      } catch (problem) {
        failed += 1;
        console.error(problem.message);
      }
    }
    await shot(page, scene, lang, theme, width);
    await page.context().close();
  }
}
await browser.close();
gallery.close();
process.exitCode = failed ? 1 : 0;
