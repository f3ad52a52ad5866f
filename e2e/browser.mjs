// One Chromium for a run, with a new profile, asking nothing of the outside.
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SWITCHES = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--no-first-run",
  "--font-render-hinting=none",
];

export function openBrowser() {
  return chromium.launch({ executablePath: EXECUTABLE, args: SWITCHES });
}

/** A page of its own; `width` picks the height of a desk or a phone, too. */
export async function openPage(browser, { width = 1440, height = width < 720 ? 844 : 900, scale = 1, lang = "en", theme = "light", origin } = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: lang === "ru" ? "ru-RU" : "en-GB",
    colorScheme: theme,
    timezoneId: "UTC",
    hasTouch: width < 720,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(`script: ${error.message}`));
  page.on("console", (line) => line.type() === "error" && page.problems.push(`console: ${line.text()}`));
  return page;
}
