// The component on a page of another origin: another port on loopback.
//   NEARME_URL=http://localhost:8080 node --test tests/end_to_end/embed.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const base = process.env.NEARME_URL;
const skip = base === undefined ? "NEARME_URL is not set" : false;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const example = readFileSync(new URL("../../docs/embedding.html", import.meta.url), "utf8");
const pages = {
  "/example": () => example.replaceAll("https://find.example.org", base),
  "/strict": () => `<!doctype html><html lang="de"><title>x</title><main><h1>Seite</h1>
    <style>h1, a, .card { color: rgb(255, 0, 0) !important; }</style>
    <script type="module" src="${base}/assets/nearme.js"></script><nearme-locator treatment="micro-needling" near="Leeds"></nearme-locator></main>`,
};
let host;
let origin;
let browser;

before(async () => {
  if (skip) return;
  host = createServer(({ url }, response) => {
    const page = pages[url];
    response.writeHead(page === undefined ? 404 : 200, {
      "content-type": "text/html; charset=utf-8",
      ...(url === "/strict" ? { "content-security-policy": `script-src ${base}; connect-src ${base}` } : {}),
    });
    response.end(page?.() ?? "");
  });
  await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${host.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.NEARME_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(async () => {
  await browser?.close();
  host?.close();
});

async function open(path, options = {}) {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 900 }, locale: "en-GB", ...options })).newPage();
  page.on("pageerror", (error) => assert.fail(`the page threw: ${error.message}`));
  await page.goto(origin + path);
  await page.locator("nearme-locator [data-card]").first().waitFor({ timeout: 15_000 });
  return page;
}

test("the example of the documentation finds clinics, and its links lead to the directory", { skip }, async () => {
  const page = await open("/example");
  assert.match(await page.locator("nearme-locator .headline").innerText(), /micro-needling near Leeds/);
  const link = await page.locator("nearme-locator [data-card] h2 a").first().getAttribute("href");
  assert.ok(link.startsWith(`${base}/sites/`), link);
  await page.context().close();
});

test("a chip, a filter, more results and a new question stay inside of the element", { skip }, async () => {
  const page = await open("/example");
  const cards = page.locator("nearme-locator [data-card]");
  const shown = await cards.count();
  await page.locator("nearme-locator [data-more]").click();
  await page.waitForFunction((count) => document.querySelector("nearme-locator").shadowRoot.querySelectorAll("[data-card]").length > count, shown);
  await page.locator("nearme-locator #filter-sort").selectOption("name");
  await page.locator("nearme-locator #q").fill("chemical peel in Manchester");
  await page.locator("nearme-locator #q").press("Enter");
  await page.locator("nearme-locator .headline", { hasText: "Manchester" }).waitFor();
  assert.equal(page.url(), `${origin}/example`);
  await page.context().close();
});

test("what somebody types while an answer is on its way stays in the box, caret and all", { skip }, async () => {
  const page = await open("/example");
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route(/sort=name/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const box = page.locator("nearme-locator #q");
  await page.locator("nearme-locator #filter-sort").selectOption("name");
  await page.locator("nearme-locator [aria-busy]").waitFor();
  await box.fill("chemical pel in Manchester");
  for (let step = 0; step < " in Manchester".length; step += 1) await box.press("ArrowLeft");
  await box.press("ArrowLeft");
  letGo();
  await page.locator("nearme-locator [aria-busy]").waitFor({ state: "detached" });
  assert.equal(await page.locator("nearme-locator #filter-sort").inputValue(), "name");
  await box.pressSequentially("e");
  assert.equal(await box.inputValue(), "chemical peel in Manchester");
  await box.press("Enter");
  await page.locator("nearme-locator .headline", { hasText: "Manchester" }).waitFor();
  await page.context().close();
});

test("the page's styles do not reach in, its tokens do, and its language is spoken", { skip }, async () => {
  const page = await open("/strict");
  assert.match(await page.locator("nearme-locator .headline").innerText(), /für Microneedling/);
  assert.notEqual(await page.locator("nearme-locator .headline").evaluate((line) => getComputedStyle(line).color), "rgb(255, 0, 0)");
  await page.evaluate(() => document.querySelector("nearme-locator").style.setProperty("--accent", "#123f7a"));
  await page.waitForFunction(() => {
    const button = document.querySelector("nearme-locator").shadowRoot.querySelector(".button.primary");
    return getComputedStyle(button).backgroundColor === "rgb(18, 63, 122)";
  });
  await page.context().close();
});

test("axe finds nothing in the component, in light and dark, at 320 and 1280 pixels", { skip, timeout: 60_000 }, async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      const page = await open("/example", { colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, `${width} pixels`);
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => window.axe.run("nearme-locator", { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${colorScheme} ${width} ${id}: ${nodes.map((node) => node.target.flat().join(" "))}`), []);
      await page.context().close();
    }
  }
});
