// What the tests in a real browser share: the browser, pages over a server, and axe.
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const shots = process.env.NEARME_SCREENSHOTS;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 390, height: 844 };

export const launch = () => chromium.launch({
  executablePath: process.env.NEARME_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"],
});

/** A page in a browser context of its own: nothing is shared with other tests. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: wide, ...options });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

export const closePage = (page) => page.context().close();

/** Keeps a picture of the whole page where NEARME_SCREENSHOTS asks for it. */
export async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** The same of what can be seen of it. */
export async function shootScreen(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** What axe finds wrong, each as one line. */
export async function axeFinds(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
