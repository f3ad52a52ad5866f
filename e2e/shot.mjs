// Pictures to be looked at: shots/<name>.<lang>.<theme>.<width>.png
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = process.env.SHOTS ?? fileURLToPath(new URL("shots", import.meta.url));

export const LANGS = ["en", "ru"];
export const THEMES = ["light", "dark"];
export const WIDTHS = [1440, 390];

export async function shot(page, name, lang, theme, width) {
  await mkdir(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}.${lang}.${theme}.${width}.png`;
  if (width < 720) {
    // As high as the page, so that the bar at the bottom stands where the page ends.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(844, height) });
  }
  await page.screenshot({ path });
  return path;
}

/** Every language, theme and width. */
export function* looks({ langs = LANGS, themes = THEMES, widths = WIDTHS } = {}) {
  for (const lang of langs) for (const theme of themes) for (const width of widths) yield { lang, theme, width };
}
