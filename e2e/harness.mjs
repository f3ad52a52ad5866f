// Starts the built product on an empty folder and walks in the way its first administrator does.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export { openBrowser, openPage } from "./browser.mjs";
export { axeCheck, fitsCheck, quietCheck, sniffCheck } from "./checks.mjs";
export { looks, shot } from "./shot.mjs";

export const BINARY = process.env.DEALWRIGHT_BIN ?? fileURLToPath(new URL("../target/debug/dealwright", import.meta.url));
const START_TIME = 20_000;

export const ADMINISTRATOR = { name: "Dana Whitfield", email: "dana@example.com", password: "a long enough sentence 7" };

/**
 * A running product: `origin`, `link` (the one-time way in of the first administrator, absent when there is one),
 * `data` (its folder) and `stop()`.
 */
export async function startProduct({ data, args = [], env = {} } = {}) {
  const folder = data ?? (await mkdtemp(join(tmpdir(), "dealwright-e2e-")));
  const product = spawn(BINARY, ["serve", "--data", folder, "--listen", "127.0.0.1:0", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", error: "" };
  product.stderr.on("data", (chunk) => (said.error += chunk));
  const stop = async () => {
    if (product.exitCode === null) {
      const ended = new Promise((done) => product.once("exit", done));
      product.kill("SIGTERM");
      await ended;
    }
    if (!data) await rm(folder, { recursive: true, force: true });
  };
  try {
    const origin = await heard(product, said);
    return { origin, link: said.out.match(/https?:\/\/\S+\/first\/\S+/)?.[0], data: folder, said, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** Waits for the address; the link of the first administrator is printed right after it. */
function heard(product, said) {
  return new Promise((tell, refuse) => {
    const fail = (why) => refuse(new Error(`${BINARY} ${why}\n${said.error}`));
    const timer = setTimeout(() => fail("did not start"), START_TIME);
    product.once("error", (problem) => fail(problem.message));
    product.once("exit", (code) => fail(`ended with ${code}`));
    product.stdout.on("data", (chunk) => {
      said.out += chunk;
      const origin = said.out.match(/is at (https?:\/\/\S+)/)?.[1];
      if (!origin) return;
      clearTimeout(timer);
      setTimeout(() => tell(origin), 200);
    });
  });
}

/** Fills the one-time form; afterwards the page is signed in. */
export async function becomeAdministrator(page, link, who = ADMINISTRATOR) {
  await page.goto(link);
  await page.fill("[name=name]", who.name);
  await page.fill("[name=email]", who.email);
  await page.fill("[name=password]", who.password);
  await page.fill("[name=company_name]", who.company ?? "Northwind Managed Services");
  await page.fill("[name=base_currency]", who.currency ?? "GBP");
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/first/")), page.click("main [type=submit]")]);
  if (new URL(page.url()).pathname.startsWith("/sign-in")) await signIn(page, who);
}

export async function signIn(page, who = ADMINISTRATOR) {
  await page.goto("/sign-in");
  await page.fill("[name=email]", who.email);
  await page.fill("[name=password]", who.password);
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.click("main [type=submit]")]);
}

/** Sets language and theme in the profile of whoever is signed in. */
export async function chooseFace(page, { lang, theme }) {
  await page.goto("/profile");
  await page.locator("[name=language]").selectOption(lang);
  await page.locator("[name=theme]").selectOption(theme);
  await Promise.all([page.waitForLoadState("networkidle"), page.click("form:has([name=language]) [type=submit]")]);
}
