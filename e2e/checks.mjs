// What every page must hold, whoever wrote it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const script = (name) => readFile(createRequire(import.meta.url).resolve(name), "utf8");
const [axe, sniffer] = await Promise.all([script("axe-core/axe.min.js"), script("@pa11y/html_codesniffer/build/HTMLCS.js")]);
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No finding of axe at the levels A and AA, in words one can act on. */
export async function axeCheck(page, name = page.url()) {
  // Straight into the page by the debugging protocol: the content policy stays as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), RULES);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    ${node.html.slice(0, 160)}\n    ${node.failureSummary?.split("\n")[1] ?? ""}`),
  );
  assert.equal(found.length, 0, `${name}:\n  ${found.join("\n  ")}`);
}

/** No error by HTML_CodeSniffer at level AA: what pa11y runs, and reports of it. */
export async function sniffCheck(page, name = page.url()) {
  await page.evaluate(sniffer);
  const found = await page.evaluate(async () => {
    const { HTMLCS } = globalThis;
    await new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, done, failed));
    const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
    return errors.map(({ code, msg, element }) => `${code}: ${msg}\n    ${element.outerHTML?.slice(0, 160) ?? "the page"}`);
  });
  assert.equal(found.length, 0, `${name}:\n  ${found.join("\n  ")}`);
}

/** The page never scrolls sideways. */
export async function fitsCheck(page, name = page.url()) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`);
  });
  assert.deepEqual(wide, [], `${name} is wider than the window`);
}

/** No script failed and nothing was blocked or missing. A refusal is an answer: that browsers log it is no complaint. */
export function quietCheck(page, name = page.url()) {
  const problems = page.problems.filter((problem) => !problem.includes("status of 422"));
  assert.deepEqual(problems, [], `${name} complained`);
}
