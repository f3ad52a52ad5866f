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
  await page.screenshot({ path, fullPage: width < 720 });
  return path;
}

/** Every language, theme and width. */
export function* looks({ langs = LANGS, themes = THEMES, widths = WIDTHS } = {}) {
  for (const lang of langs) for (const theme of themes) for (const width of widths) yield { lang, theme, width };
}
