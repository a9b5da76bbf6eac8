// Guidance in a real browser: the questions of suitability, the card of questions, concerns side by side.
//   NEARME_URL=http://localhost:8080 [NEARME_SCREENSHOTS=folder] node --test tests/end_to_end/guidance.test.mjs
// The server must hold the sample directory.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFinds, closePage, launch, narrow, openPage, shoot, wide } from "./browser.mjs";

const base = process.env.NEARME_URL;
const skip = base === undefined ? "NEARME_URL is not set" : false;
const needling = "/treatments/micro-needling/suitability";
let browser;

before(async () => { if (!skip) browser = await launch(); });
after(async () => browser?.close());

const open = (path, options) => openPage(browser, base + path, options);
const questions = (page) => page.locator("[data-question]");
const answer = (question, words) => question.getByLabel(words, { exact: true }).check();
const outcome = (page) => page.locator("[data-outcome]:visible");
const asking = (page, words) => questions(page).filter({ hasText: words });

async function answerAll(page, words) {
  for (let i = 0; i < (await questions(page).count()); ++i) await answer(questions(page).nth(i), words);
}

/** All that a browser can keep for a site. */
const kept = (page) => page.evaluate(async () => ({
  local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
  databases: await indexedDB.databases(), caches: await caches.keys(), state: history.state, entries: history.length,
}));

async function firstSite(page) {
  await page.goto(`${base}/?q=micro-needling+near+Leeds`);
  return page.locator("[data-card] h2 a").first().getAttribute("href");
}

test("answers leave the browser by no request, and nothing of them is kept", { skip }, async () => {
  const page = await open(needling);
  await page.waitForLoadState("networkidle");
  const address = page.url();
  const before = await kept(page);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  await answerAll(page, "No");
  await answer(questions(page).first(), "Yes");
  await answer(questions(page).nth(1), "Not sure");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(500);
  assert.match(await outcome(page).innerText(), /Not now/);
  assert.deepEqual(requests, []);
  assert.deepEqual(await kept(page), before);
  assert.equal(page.url(), address);
  await page.reload();
  assert.equal(await page.locator("[data-question] input:checked").count(), 0);
  await closePage(page);
});

test("the gravest answer holds, with its reason, source and grade below the question", { skip }, async () => {
  const page = await open(needling);
  assert.match(await outcome(page).innerText(), /shows here/);
  await answerAll(page, "No");
  assert.match(await outcome(page).innerText(), /Nothing known against it/);
  for (const words of ["open wound", "active acne", "eczema, psoriasis or another severe"]) {
    await answer(asking(page, words), "Yes");
    assert.match(await outcome(page).innerText(), /Not now/, words);
    assert.match(await asking(page, words).locator("[data-meaning]").innerText(), /Not now\.[^]*\([ABC]\)/);
    await answer(asking(page, words), "No");
  }
  await answer(asking(page, "cold sores"), "Yes");
  assert.match(await outcome(page).innerText(), /Ask first/);
  await page.click("[data-clear]");
  assert.match(await outcome(page).innerText(), /shows here/);
  await closePage(page);
});

test("who is not sure is told to ask, and how much is still open", { skip }, async () => {
  const page = await open(needling);
  await answer(asking(page, "open wound"), "Not sure");
  assert.match(await outcome(page).innerText(), /Ask first/);
  assert.match(await asking(page, "open wound").locator("[data-meaning]").innerText(), /You are not sure/);
  const count = await questions(page).count();
  assert.match(await page.locator("[data-open]").innerText(), new RegExp(`${count - 1} / ${count}`));
  await closePage(page);
});

test("the questions are answered by keyboard, in groups that have names, with targets that can be hit", { skip }, async () => {
  const page = await open(needling, { viewport: narrow });
  await questions(page).first().locator("input").first().focus();
  await page.keyboard.press("Space");
  assert.match(await outcome(page).innerText(), /Not now/);
  await page.keyboard.press("ArrowRight");
  assert.match(await outcome(page).innerText(), /shows here/);
  const named = await questions(page).evaluateAll((all) => all.every((one) => one.matches("fieldset") && one.querySelector("legend")?.textContent !== ""));
  assert.equal(named, true);
  for (const box of await page.locator(".suit-choice, .suit-actions button").all()) {
    const { width, height } = await box.boundingBox();
    assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
  }
  await closePage(page);
});

test("without scripts the same rules read as a list", { skip }, async () => {
  const page = await open(needling, { javaScriptEnabled: false });
  assert.equal(await questions(page).first().isVisible(), false);
  const list = await page.locator(".suit-list").innerText();
  assert.match(list, /You have an open wound[^]*Not now/);
  assert.match(await page.locator("main").innerText(), /No clinician has signed[^]*not medical advice/);
  await closePage(page);
});

test("a treatment of which no rules are known says so", { skip }, async () => {
  const { treatments } = await (await fetch(`${base}/v1/treatments`)).json();
  for (const { id } of treatments) {
    const { suitability } = await (await fetch(`${base}/v1/treatments/${id}`)).json();
    const page = await (await fetch(`${base}/treatments/${id}/suitability`)).text();
    assert.equal(page.includes("data-suitability"), suitability !== null, id);
    assert.match(page, /not medical advice/, id);
  }
});

test("the card of questions has what is known of the place filled in, and prints without the rest", { skip }, async () => {
  const page = await open("/");
  const site = await firstSite(page);
  await page.goto(base + site);
  await page.getByRole("link", { name: "Questions for your consultation" }).click();
  await page.locator(".ask-choices a", { hasText: "Micro-needling" }).click();
  const text = await page.locator("main").innerText();
  assert.match(text, /Micro-needling at /);
  assert.match(text, /The place states: from|Not stated: ask/);
  assert.match(text, /confirmed|declared/i);
  assert.match(text, /Say so if one of these is true/);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".masthead").isVisible(), false);
  assert.equal(await page.locator(".ask-line").first().isVisible(), true);
  await closePage(page);
});

test("a concern stands side by side, and near a place says who offers it and for how much", { skip }, async () => {
  const page = await open("/concerns/acne-scars");
  await page.fill("#near", "Leeds");
  await page.click(".used-near button");
  const row = page.locator(".used-table tbody tr", { hasText: "Micro-needling" }).first();
  assert.match(await row.innerText(), /£\d+/);
  await row.getByRole("link", { name: /places?$/ }).click();
  assert.match(page.url(), /\/treatments\/micro-needling\/near\/leeds-england-gb/);
  await page.goto(`${base}/concerns/acne-scars?near=Zzzzqqqq`);
  assert.match(await page.locator(".notice.caution").innerText(), /Zzzzqqqq/);
  await closePage(page);
});

test("nothing of it scrolls sideways at 320 pixels", { skip }, async () => {
  const page = await open("/", { viewport: { width: 320, height: 640 } });
  for (const path of [needling, "/concerns/acne-scars?near=Leeds", `${await firstSite(page)}/questions?treatment=micro-needling`]) {
    await page.goto(base + path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
  }
  await closePage(page);
});

test("axe finds nothing, in light and dark, narrow and wide", { skip, timeout: 180_000 }, async () => {
  const first = await open("/");
  const paths = { suitability: needling, questions: `${await firstSite(first)}/questions?treatment=micro-needling`,
    side: "/concerns/acne-scars?near=Leeds" };
  await closePage(first);
  const found = [];
  for (const [name, path] of Object.entries(paths)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const viewport of [narrow, wide]) {
        const page = await open(path, { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        if (name === "suitability") {
          await answer(questions(page).nth(0), "Yes");
          await answer(questions(page).nth(2), "Not sure");
        }
        await shoot(page, `${name}-${viewport.width}-${colorScheme}`);
        for (const line of await axeFinds(page)) found.push(`${name} at ${viewport.width} in ${colorScheme}: ${line}`);
        await closePage(page);
      }
    }
  }
  assert.deepEqual(found, []);
});
