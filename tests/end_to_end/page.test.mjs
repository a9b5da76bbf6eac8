// The pages in a real browser, with and without scripts.
//   NEARME_URL=http://localhost:8080 [NEARME_SCREENSHOTS=folder] [NEARME_CHROMIUM=/usr/bin/chromium] node --test tests/end_to_end/page.test.mjs
// The server must hold the sample directory (docs/sample-directory.md).
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const base = process.env.NEARME_URL;
const shots = process.env.NEARME_SCREENSHOTS;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const skip = base === undefined ? "NEARME_URL is not set" : false;
const search = "/?q=micro-needling+near+Leeds";
const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };
let browser;
const strangers = [];

before(async () => {
  if (skip) return;
  if (shots) mkdirSync(shots, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.NEARME_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(async () => browser?.close());

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: wide, ...options });
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== new URL(base).host) strangers.push(request.url());
  });
  page.on("pageerror", (error) => assert.fail(`the page threw: ${error.message}`));
  await page.goto(base + path);
  return page;
}

const close = (page) => page.context().close();
const cards = (page) => page.locator("[data-card]");
const shoot = (page, name) => (shots ? page.screenshot({ path: join(shots, `${name}.png`) }) : undefined);

async function sitePath(page) {
  return cards(page).first().locator("h2 a").getAttribute("href");
}

/** The first three places of the search side by side. */
async function comparePath(page) {
  await page.goto(base + search);
  const links = await page.locator("[data-card] h2 a").evaluateAll((found) => found.slice(0, 3).map((link) => link.getAttribute("href")));
  return `/compare?sites=${links.map((link) => link.split("/").pop()).join(",")}`;
}

test("without scripts a question typed into the box is answered", { skip }, async () => {
  const page = await open("/", { javaScriptEnabled: false });
  await page.fill("#q", "micro-needling near Leeds");
  await page.click(".box button[type=submit]");
  assert.ok((await cards(page).count()) > 0);
  assert.match(await page.locator("h1").innerText(), /micro-needling near Leeds/);
  await close(page);
});

test("without scripts chips, filters, more results and guides are plain links and forms", { skip }, async () => {
  const page = await open(search, { javaScriptEnabled: false });
  await page.check("#filter-evidence", { force: true });
  await page.click(".filters noscript button, .filters button[type=submit]");
  assert.match(page.url(), /evidence=confirmed/);
  await page.locator(".chip", { hasText: "evidence confirmed" }).click();
  assert.doesNotMatch(page.url(), /evidence/);
  const shown = await cards(page).count();
  await page.click("[data-more]");
  assert.equal(await page.locator(".cards").first().getAttribute("start"), String(shown + 1));
  await page.locator("text=All treatments").first().click();
  await page.getByRole("link", { name: "Micro-needling", exact: true }).click();
  assert.match(await page.locator("main").innerText(), /not medical advice/);
  await close(page);
});

test("filters that are used less are folded away, and unfold by themselves where one is chosen", { skip }, async () => {
  const page = await open(search);
  const more = page.locator("[data-more-filters]");
  assert.equal(await more.getAttribute("open"), null);
  await more.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.selectOption("#filter-kind", { index: 1 });
  await page.waitForURL(/kind=/);
  assert.notEqual(await more.getAttribute("open"), null);
  assert.equal(await more.locator(".more-count [aria-hidden]").innerText(), "1");
  await page.selectOption("#filter-kind", "");
  await page.waitForURL((url) => !url.search.includes("kind="));
  await page.waitForFunction(() => document.querySelector(".more-count") === null);
  assert.notEqual(await more.getAttribute("open"), null, "what a person unfolded stays unfolded");
  await close(page);
  const plain = await open(`${search}&wheelchair=yes`, { javaScriptEnabled: false, viewport: narrow });
  assert.ok(await plain.locator("#filter-language").isVisible());
  await plain.locator("[data-more-filters] summary").click();
  assert.equal(await plain.locator("#filter-language").isVisible(), false);
  await close(plain);
});

test("what cannot be done is said in the reader's language, and so are suggestions and marks", { skip }, async () => {
  const page = await open("/?q=peel&near=Xyzzyville&lang=de");
  assert.match(await page.locator(".notice.caution").innerText(), /Xyzzyville.* nicht bekannt/);
  await page.goto(`${base}/?q=micro-needling+20+minutes+by+car+from+Leeds&lang=fr`);
  assert.match(await page.locator(".answer-top .notice").first().innerText(), /La portée de/);
  assert.match(await cards(page).first().innerText(), /\(fictif\)/);
  assert.doesNotMatch(await page.locator("main").innerText(), /\(fictional\)/);
  await page.goto(`${base}/?lang=pl`);
  await page.locator("#q").pressSequentially("micro", { delay: 20 });
  await page.locator("#suggestions [role=option]").first().waitFor();
  assert.match(await page.locator("#suggestions").innerText(), /Mikronakłuwanie/);
  await close(page);
});

test("telephone numbers are shown as people write them, and called as they are stored", { skip }, async () => {
  const page = await open(search);
  const called = page.locator("[data-card] a[href^='tel:']").first();
  assert.match(await called.getAttribute("href"), /^tel:\+44\d+$/);
  await page.goto(base + (await page.locator("[data-card]:has(a[href^='tel:']) h2 a").first().getAttribute("href")));
  assert.match(await page.locator(".site-actions .number").innerText(), /^0\d+ \d+( \d+)?$/);
  await close(page);
});

test("a claim of one treatment says on the page of its site which, in every language", { skip }, async () => {
  const { results } = await (await fetch(`${base}/v1/search?treatment=micro-needling&near=London&limit=100`)).json();
  const site = results.find(({ evidence }) => evidence.claims.some(({ treatment }) => treatment === "micro-needling"));
  const words = {
    en: "for micro-needling only", de: "nur für Microneedling", fr: "seulement pour : Microneedling", es: "solo para Microagujas",
    pl: "tylko dla: Mikronakłuwanie", ar: "لأجل Micro-needling فقط",
  };
  for (const [language, said] of Object.entries(words)) {
    const html = await (await fetch(`${base}${site.url}?lang=${language}`, { headers: { accept: "text/html" } })).text();
    assert.ok(html.includes(` · ${said}</p>`), `${site.url} in ${language}`);
  }
});

test("suggestions are reached, chosen and left by keyboard", { skip }, async () => {
  const page = await open("/");
  const box = page.locator("#q");
  await box.pressSequentially("micro", { delay: 20 });
  await page.locator("#suggestions [role=option]").first().waitFor();
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await box.press("ArrowDown");
  const marked = await box.getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`#${marked}`).getAttribute("aria-selected"), "true");
  await box.press("Escape");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  assert.equal(await box.inputValue(), "micro");
  await box.pressSequentially("-need", { delay: 20 });
  await page.locator("#suggestions [role=option]").first().waitFor();
  await box.press("ArrowDown");
  await box.press("Enter");
  assert.match(await box.inputValue(), /near $/);
  await close(page);
});

test("a late answer never replaces a newer one", { skip }, async () => {
  const page = await open(search);
  await page.route(/part=results/, async (route) => {
    if (route.request().url().includes("sort=price")) await new Promise((done) => setTimeout(done, 1200));
    await route.continue().catch(() => undefined);
  });
  await page.selectOption("#filter-sort", "price");
  await page.selectOption("#filter-sort", "name");
  await page.waitForFunction(() => !document.querySelector("#results").hasAttribute("aria-busy"));
  await page.waitForTimeout(1600);
  assert.match(page.url(), /sort=name/);
  assert.equal(await page.locator("#filter-sort").inputValue(), "name");
  const names = await page.locator("[data-cards] h2 a").allInnerTexts();
  const folded = names.map((name) => name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9 ]/g, ""));
  assert.deepEqual(folded, [...folded].sort());
  await close(page);
});

// Holds answers back until they are let go of.
async function holdAnswers(page) {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route(/part=results/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

test("while a search takes its time the cards stand as bars, and the answer takes their place", { skip }, async () => {
  const page = await open(search);
  const letGo = await holdAnswers(page);
  await page.selectOption("#filter-sort", "price");
  await page.locator("#results[data-waiting]").waitFor();
  assert.equal(await page.locator("#results").getAttribute("aria-busy"), "true");
  await shoot(page, "waiting");
  letGo();
  await page.waitForFunction(() => !document.querySelector("#results").hasAttribute("data-waiting"));
  assert.equal(await page.locator("#filter-sort").inputValue(), "price");
  await close(page);
});

test("a question typed while an answer is on its way stays in the box", { skip }, async () => {
  const page = await open(search);
  const letGo = await holdAnswers(page);
  await page.selectOption("#filter-sort", "price");
  await page.locator("#results[aria-busy]").waitFor();
  await page.fill("#q", "chemical peel in Manchester");
  letGo();
  await page.waitForFunction(() => !document.querySelector("#results").hasAttribute("aria-busy"));
  assert.equal(await page.locator("#filter-sort").inputValue(), "price");
  assert.equal(await page.inputValue("#q"), "chemical peel in Manchester");
  assert.equal(await page.locator("form [type=hidden][name=sort]").inputValue(), "price");
  await close(page);
});

test("a chip is removed without a reload, and a step back brings it back", { skip }, async () => {
  const page = await open(search);
  await page.evaluate(() => { window.stillHere = true; });
  await page.locator(".chip", { hasText: "near Leeds" }).click();
  await page.waitForFunction(() => !document.querySelector(".chips")?.textContent.includes("Leeds"));
  assert.equal(await page.evaluate(() => window.stillHere), true);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector(".chips")?.textContent.includes("Leeds"));
  assert.equal(await page.inputValue("#q"), "micro-needling near Leeds");
  await close(page);
});

test("show more adds to the list and keeps what stood", { skip }, async () => {
  const page = await open(search);
  const first = await cards(page).first().locator("h2 a").innerText();
  const shown = await cards(page).count();
  await page.click("[data-more]");
  await page.waitForFunction((count) => document.querySelectorAll("[data-card]").length > count, shown);
  assert.equal(await cards(page).first().locator("h2 a").innerText(), first);
  await close(page);
});

test("places are saved in the browser, listed and compared side by side", { skip }, async () => {
  const page = await open(search);
  const names = [];
  for (const number of [0, 1]) {
    names.push(await cards(page).nth(number).locator("h2 a").innerText());
    await cards(page).nth(number).locator("[data-save]").click();
  }
  assert.equal(await page.locator("[data-saved-count]").innerText(), "2");
  await page.goto(`${base}/saved`);
  assert.deepEqual(await page.locator("[data-saved-places] a").allInnerTexts(), names);
  await shoot(page, "saved-1280");
  await page.click("[data-compare]");
  await page.waitForURL(/\/compare\?sites=/);
  assert.deepEqual(await page.locator(".compare thead a").allInnerTexts(), names);
  assert.match(await page.locator(".compare").innerText(), /Practitioner’s registration/);
  await page.goto(`${base}/saved`);
  await page.locator("[data-saved-places] button").first().click();
  assert.deepEqual(await page.locator("[data-saved-places] a").allInnerTexts(), [names[1]]);
  assert.equal(await page.locator("[data-compare]").isDisabled(), true);
  await close(page);
});

test("the position is asked for only on request, and leaves rounded", { skip }, async () => {
  const page = await open("/", { geolocation: { latitude: 53.7964987, longitude: -1.5484999 }, permissions: ["geolocation"] });
  await page.fill("#q", "micro-needling near Paris");
  await page.locator("#suggestions [role=option]").first().waitFor();
  await page.press("#q", "Escape");
  await page.click("[data-position]");
  await page.waitForURL(/lat=/);
  const asked = new URL(page.url()).searchParams;
  assert.deepEqual([asked.get("lat"), asked.get("lon"), asked.get("q")], ["53.796", "-1.548", "micro-needling"]);
  await close(page);
});

/** Opens the start page where asking for the position ends with a code of the Geolocation standard. */
async function openWithoutPosition(code, lang = "en") {
  const page = await open("/about");
  await page.addInitScript((failure) => {
    navigator.geolocation.getCurrentPosition = (_found, failed) => failed({ code: failure });
  }, code);
  await page.goto(`${base}/?lang=${lang}`);
  return page;
}

test("why there is no position is said, each reason with its own way out", { skip }, async () => {
  const reasons = { 1: /Allow it in the settings/, 2: /Switch its location on/, 3: /too long. Try again/ };
  for (const [code, words] of Object.entries(reasons)) {
    const page = await openWithoutPosition(Number(code));
    await page.click("[data-position]");
    const said = page.locator("[data-position-said]");
    assert.match(await said.innerText(), words);
    assert.equal(await said.getAttribute("role"), "status", "it is read out");
    assert.match(await said.innerText(), /type a place/);
    await close(page);
  }
  const polish = await openWithoutPosition(1, "pl");
  await polish.click("[data-position]");
  assert.match(await polish.locator("[data-position-said]").innerText(), /w ustawieniach tej strony/);
  await close(polish);
  const refused = await open("/", { permissions: [] });
  await refused.click("[data-position]");
  await refused.locator("[data-position-said]", { hasText: "Allow it in the settings" }).waitFor();
  await close(refused);
});

test("a browser that knows no positions says so at once", { skip }, async () => {
  const page = await open("/about");
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "geolocation", { value: undefined }));
  await page.goto(`${base}/`);
  await page.click("[data-position]");
  assert.match(await page.locator("[data-position-said]").innerText(), /This browser cannot give a position here/);
  await close(page);
});

test("the map comes after the list, its markers are buttons named like the cards", { skip }, async () => {
  const page = await open(search);
  const before = await cards(page).first().boundingBox();
  await page.locator(".marker").first().waitFor({ timeout: 30_000 });
  assert.deepEqual(await cards(page).first().boundingBox(), before);
  const marker = page.locator("button.marker:not(.marker-cluster)").first();
  const label = await marker.getAttribute("aria-label");
  const rank = label.split(" ")[0];
  const name = await page.locator(`[data-card][data-rank="${rank}"] h2 a`).innerText();
  assert.ok(label.startsWith(`${rank} ${name}`), label);
  await marker.focus();
  assert.equal(await page.locator(`[data-card][data-rank="${rank}"]`).evaluate((card) => card.classList.contains("marked")), true);
  await close(page);
});

test("moving the map offers to search the area, which becomes the address", { skip }, async () => {
  const page = await open(search);
  await page.locator(".marker").first().waitFor({ timeout: 30_000 });
  const box = await page.locator(".map-canvas").boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.85);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.7, { steps: 8 });
  await page.mouse.up();
  await page.locator(".map-area").click();
  await page.waitForURL(/bbox=/);
  await page.locator(".chip", { hasText: "area of the map" }).waitFor();
  await close(page);
});

test("a page is in the language of its address, else of the browser, and its links keep it", { skip }, async () => {
  const german = await open(search, { locale: "de-DE" });
  assert.equal(await german.getAttribute("html", "lang"), "de");
  assert.match(await german.locator("h1").innerText(), /Orte? für Microneedling bei Leeds/);
  await german.locator("details.languages summary").click();
  await german.locator("a[data-lang=ar]").click();
  assert.equal(await german.getAttribute("html", "dir"), "rtl");
  assert.equal(new URL(german.url()).searchParams.get("q"), "micro-needling near Leeds");
  await cards(german).first().locator("h2 a").click();
  await german.waitForURL(/\/sites\/.*lang=ar/);
  assert.equal(await german.getAttribute("html", "lang"), "ar");
  await close(german);
});

test("a filter chosen by script keeps the language", { skip }, async () => {
  const page = await open(`${search}&lang=pl`);
  await page.selectOption("#filter-sort", "price");
  await page.waitForURL(/sort=price/);
  await page.waitForFunction(() => !document.querySelector("#results").hasAttribute("aria-busy"));
  assert.match(page.url(), /lang=pl/);
  assert.match(await page.locator("h1").innerText(), /miejsc/);
  await close(page);
});

test("a guide says in other languages that it is in English", { skip }, async () => {
  const page = await open("/treatments/micro-needling?lang=fr");
  assert.match(await page.locator(".guide").innerText(), /n’existe qu’en anglais/);
  assert.equal(await page.locator(".guide-section").first().getAttribute("lang"), "en");
  await close(page);
});

test("nothing scrolls sideways at 320 pixels, nor at 1280 with everything twice as large", { skip }, async () => {
  for (const screen of [{ viewport: { width: 320, height: 640 } }, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }]) {
    const page = await open(search, screen);
    for (const path of [search, "/", await sitePath(page), "/treatments/micro-needling", "/treatments", "/about", "/saved", await comparePath(page),
      `${search}&lang=de`, `${search}&lang=ar`, "/?lang=pl", "/about?lang=de"]) {
      await page.goto(base + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
    }
    await close(page);
  }
});

test("in the colours that a reader forces everything is still told apart", { skip }, async () => {
  const page = await open(`${search}&evidence=confirmed`, { forcedColors: "active", bypassCSP: true });
  await page.locator("[data-map][data-ready]").waitFor({ timeout: 30_000 });
  const ticked = await page.locator("#filter-evidence + span").evaluate((label) => getComputedStyle(label, "::before").content);
  assert.match(ticked, /✓/, "what is chosen has a mark, not a colour alone");
  const marker = await page.locator(".marker").first().evaluate((button) => getComputedStyle(button).borderTopColor);
  assert.notEqual(marker, await page.locator(".map-panel").evaluate((panel) => getComputedStyle(panel).backgroundColor));
  await shoot(page, "forced-colours");
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id }) => id), []);
  await close(page);
});

test("a site's page tells where its record comes from, closed, and without scripts too", { skip }, async () => {
  const first = await open(search);
  const path = await sitePath(first);
  await close(first);
  const page = await open(path, { javaScriptEnabled: false });
  const origins = page.locator("details.origins");
  assert.equal(await origins.getAttribute("open"), null);
  await origins.locator("summary").click();
  const told = await origins.innerText();
  for (const words of ["sample-sites", "sample-practitioners", "sample-claims", "Details of the place"]) assert.ok(told.includes(words), told);
  await origins.locator("a").click();
  assert.match(page.url(), /\/about#sources-title$/);
  await page.goto(`${base}${path}?lang=ar`);
  assert.match(await page.locator("details.origins summary").innerText(), /من أين جاء هذا/);
  await close(page);
});

test("every page is free of what axe finds, in light and dark, narrow and wide", { skip, timeout: 300_000 }, async () => {
  const first = await open(search);
  const paths = {
    home: "/", search, none: "/?q=zzzzqqqq", site: await sitePath(first), treatment: "/treatments/micro-needling",
    near: "/treatments/micro-needling/near/leeds-england-gb", concern: "/concerns/acne-scars", treatments: "/treatments",
    german: `${search}&lang=de`, arabic: `${search}&lang=ar`, about: "/about", saved: "/saved", compare: await comparePath(first), error: "/sites/there-is-no-such-site",
  };
  await close(first);
  const found = [];
  for (const [name, path] of Object.entries(paths)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const viewport of [narrow, wide]) {
        const page = await open(path, { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        if (viewport === wide && (await page.locator("[data-map]").count()) > 0 && name !== "home")
          await page.locator("[data-map][data-ready]").waitFor({ timeout: 30_000 }).catch(() => undefined);
        await shoot(page, `${name}-${viewport.width}-${colorScheme}`);
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        for (const { id, nodes } of violations)
          found.push(`${name} at ${viewport.width} in ${colorScheme}: ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
        await close(page);
      }
    }
  }
  assert.deepEqual(found, []);
});

test("no page asked any other host for anything", { skip }, () => assert.deepEqual(strangers, []));
