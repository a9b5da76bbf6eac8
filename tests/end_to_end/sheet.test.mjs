// The map below the list on narrow screens: a sheet that is tapped, pulled and moved by keys.
//   NEARME_URL=http://localhost:8080 [NEARME_SCREENSHOTS=folder] node --test tests/end_to_end/sheet.test.mjs
// The server must hold the sample directory (docs/sample-directory.md).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFinds, closePage, launch, narrow, openPage, shootScreen } from "./browser.mjs";

const base = process.env.NEARME_URL;
const skip = base === undefined ? "NEARME_URL is not set" : false;
const search = "/?q=micro-needling+near+Leeds";
let browser;

before(async () => { if (!skip) browser = await launch(); });
after(async () => browser?.close());

const open = (path = search, options = {}) => openPage(browser, base + path, { viewport: narrow, bypassCSP: true, ...options });
const opener = (page) => page.locator("[data-sheet-open]");
const heightOf = (page) => page.locator(".map-panel").evaluate((panel) => panel.getBoundingClientRect().height);
const stateOf = (page) => page.evaluate(() => document.documentElement.dataset.sheet ?? "closed");
const markers = (page) => page.locator("button.marker");

/** The map's script and its cells, as far as they have been asked for. */
function mapFiles(page) {
  const asked = [];
  page.on("request", (request) => { if (/\/assets\/(map|fonts)/.test(request.url())) asked.push(request.url()); });
  return asked;
}

async function pull(page, from, to) {
  const bar = await page.locator("[data-sheet-bar]").boundingBox();
  const x = bar.x + bar.width / 2;
  const start = bar.y + from;
  await page.mouse.move(x, start);
  await page.mouse.down();
  await page.mouse.move(x, (start + to) / 2, { steps: 4 });
  await page.mouse.move(x, to, { steps: 4 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

test("the bar says how many places the map has, and nothing of the map is fetched before it is opened", { skip }, async () => {
  const page = await open("/about");
  const asked = mapFiles(page);
  await page.goto(base + search);
  await page.waitForLoadState("networkidle");
  const count = await page.locator("[data-card]").count();
  assert.match(await opener(page).innerText(), new RegExp(`^Map, ${count} places$`));
  assert.equal(await opener(page).getAttribute("aria-expanded"), "false");
  assert.deepEqual(asked, []);
  const bar = await page.locator("[data-sheet-bar]").boundingBox();
  assert.ok(bar.y + bar.height <= narrow.height + 1 && bar.y > narrow.height - 80, "it stands at the foot of the screen");
  await shootScreen(page, "sheet-closed-390");
  await opener(page).click();
  await markers(page).first().waitFor({ timeout: 30_000 });
  assert.ok(asked.length > 0);
  await page.locator("[data-more]").click();
  await page.waitForFunction((before) => document.querySelectorAll("[data-card]").length > before, count);
  assert.doesNotMatch(await opener(page).innerText(), new RegExp(`\\b${count} places`), "it counts those that were added");
  await closePage(page);
});

test("opened by tap it takes half of the screen, and the list can be read above it to its end", { skip }, async () => {
  const page = await open(search, { hasTouch: true });
  await opener(page).tap();
  await markers(page).first().waitFor({ timeout: 30_000 });
  assert.equal(await stateOf(page), "half");
  assert.ok(Math.abs((await heightOf(page)) - narrow.height / 2) < 2);
  const last = page.locator(".footer a").last();
  await last.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const box = await last.boundingBox();
  assert.ok(box.y + box.height <= narrow.height / 2, "the last line of the page stands above the sheet");
  await page.evaluate(() => window.scrollTo(0, 700));
  await page.waitForTimeout(800);
  await shootScreen(page, "sheet-half-390");
  assert.deepEqual(await axeFinds(page), []);
  await page.locator("[data-sheet-size]").tap();
  assert.equal(await stateOf(page), "full");
  assert.ok((await heightOf(page)) > narrow.height - 40);
  await page.waitForTimeout(800);
  await shootScreen(page, "sheet-full-390");
  assert.deepEqual(await axeFinds(page), []);
  await page.locator("[data-sheet-close]").tap();
  assert.equal(await stateOf(page), "closed");
  assert.equal(await page.locator("[data-map-room]").isVisible(), false);
  await closePage(page);
});

test("arrow keys raise and lower it, Escape closes it, and the focus stays on its bar", { skip }, async () => {
  const page = await open();
  await opener(page).focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await stateOf(page), "half");
  assert.equal(await opener(page).getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowUp");
  assert.equal(await stateOf(page), "full");
  await page.keyboard.press("ArrowDown");
  assert.equal(await stateOf(page), "half");
  await markers(page).first().waitFor({ timeout: 30_000 });
  await markers(page).first().focus();
  await page.keyboard.press("Escape");
  assert.equal(await stateOf(page), "closed");
  assert.equal(await opener(page).evaluate((button) => button === document.activeElement), true, "the focus comes back to the bar");
  await page.keyboard.press("Enter");
  assert.equal(await stateOf(page), "half");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator("[data-sheet-size]").evaluate((button) => button === document.activeElement), true);
  await closePage(page);
});

test("keys that mean something to a field stay with the field", { skip }, async () => {
  const page = await open();
  await opener(page).click();
  await page.locator("#q").focus();
  await page.keyboard.press("Escape");
  assert.equal(await stateOf(page), "half");
  await closePage(page);
});

test("pulled it follows the finger and rests at the nearest height, and a pull presses no button", { skip }, async () => {
  const page = await open();
  await pull(page, 20, 500);
  assert.equal(await stateOf(page), "half");
  await pull(page, 20, 80);
  assert.equal(await stateOf(page), "full");
  await pull(page, 20, 400);
  assert.equal(await stateOf(page), "half");
  await pull(page, 20, 820);
  assert.equal(await stateOf(page), "closed");
  assert.equal(await page.locator(".map-panel").getAttribute("style"), "", "nothing of the pull stays behind");
  await opener(page).click();
  assert.equal(await stateOf(page), "half", "a click after a pull counts again");
  await closePage(page);
});

test("a finger pulls it up and throws it down, and the page behind does not scroll", { skip }, async () => {
  const page = await open(search, { hasTouch: true });
  const finger = await page.context().newCDPSession(page);
  // The finger has a clock of its own: how quick a throw is does not depend on how busy the machine is.
  let seconds = Date.now() / 1000;
  const touch = (type, y, milliseconds = 16) => {
    seconds += milliseconds / 1000;
    return finger.send("Input.dispatchTouchEvent", { type, timestamp: seconds, touchPoints: y === undefined ? [] : [{ x: 195, y }] });
  };
  const bar = async () => { const box = await page.locator("[data-sheet-bar]").boundingBox(); return box.y + 24; };
  const from = await bar();
  await touch("touchStart", from);
  for (let step = 1; step <= 10; step += 1) await touch("touchMove", from - step * 38);
  await touch("touchEnd", undefined, 150);
  assert.equal(await stateOf(page), "half");
  const high = await bar();
  await touch("touchStart", high);
  for (const y of [30, 90, 170]) await touch("touchMove", high + y);
  await touch("touchEnd");
  assert.equal(await stateOf(page), "closed", "a throw does not need to go all the way");
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await closePage(page);
});

test("list and map are tied: a card marks its marker, a marker leads to its card above the sheet", { skip }, async () => {
  const page = await open();
  await opener(page).click();
  const marker = page.locator("button.marker:not(.marker-cluster)").first();
  await marker.waitFor({ timeout: 30_000 });
  const rank = await marker.innerText();
  const card = page.locator(`[data-card][data-rank="${rank}"]`);
  await card.locator("h2 a").focus();
  assert.match(await marker.getAttribute("class"), /\bmarked\b/);
  const seen = await card.locator("h2 a").boundingBox();
  assert.ok(seen.y >= 0 && seen.y + seen.height <= narrow.height / 2, `a focused link is not under the sheet: ${JSON.stringify(seen)}`);
  await page.locator("[data-sheet-size]").click();
  await page.waitForTimeout(400);
  await page.locator("button.marker:not(.marker-cluster)").first().click();
  assert.equal(await stateOf(page), "half", "at full height the sheet makes room for the card");
  const focused = page.locator("[data-card]:focus-within");
  assert.match(await focused.getAttribute("class"), /\bmarked\b/);
  const at = await focused.locator("h2").boundingBox();
  assert.ok(at.y >= 0 && at.y + at.height <= narrow.height / 2, JSON.stringify(at));
  await closePage(page);
});

test("a search that is made with the sheet open shows its places, and the sheet stays open", { skip }, async () => {
  const page = await open();
  await opener(page).click();
  await markers(page).first().waitFor({ timeout: 30_000 });
  await page.check("#filter-evidence", { force: true });
  await page.waitForURL(/evidence=confirmed/);
  await page.waitForFunction(() => !document.querySelector("#results").hasAttribute("aria-busy"));
  assert.equal(await stateOf(page), "half");
  const count = await page.locator("[data-card]").count();
  assert.match(await opener(page).innerText(), new RegExp(`${count} place`));
  await closePage(page);
});

test("it fits 320 pixels, a page twice as large and a page from right to left", { skip }, async () => {
  const screens = [[search, { viewport: { width: 320, height: 640 } }], [`${search}&lang=de`, { viewport: { width: 320, height: 640 } }],
    [`${search}&lang=ar`, {}], [search, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }]];
  for (const [path, options] of screens) {
    const page = await open(path, options);
    const { height, width } = page.viewportSize();
    await opener(page).click();
    await markers(page).first().waitFor({ timeout: 30_000 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${path} at ${width} is ${over} pixels too wide`);
    for (const name of ["open", "size", "close"]) {
      const box = await page.locator(`[data-sheet-${name}]`).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.height >= 24 && box.width >= 24, `${name} at ${width}: ${JSON.stringify(box)}`);
    }
    const room = await page.locator("[data-map-room]").boundingBox();
    assert.ok(room.height > height / 4, `${path}: the map has ${room.height} pixels`);
    await page.waitForTimeout(600);
    await shootScreen(page, `sheet-${width}-${new URL(page.url()).searchParams.get("lang") ?? "en"}`);
    assert.deepEqual(await axeFinds(page), []);
    await closePage(page);
  }
});

test("who wants less motion sees none, and forced colours draw its edge and its grip", { skip }, async () => {
  const calm = await open(search, { reducedMotion: "reduce" });
  await calm.evaluate(() => { Element.prototype.animate = () => { throw new Error("it moved"); }; });
  await opener(calm).click();
  assert.equal(await stateOf(calm), "half");
  await closePage(calm);
  const forced = await open(search, { forcedColors: "active" });
  await opener(forced).click();
  await markers(forced).first().waitFor({ timeout: 30_000 });
  const edge = await forced.locator(".map-panel").evaluate((panel) => getComputedStyle(panel).borderTopStyle);
  const grip = await forced.locator("[data-sheet-bar]").evaluate((bar) => getComputedStyle(bar, "::before").borderTopWidth);
  assert.deepEqual([edge, grip], ["solid", "4px"]);
  await shootScreen(forced, "sheet-forced");
  assert.deepEqual(await axeFinds(forced), []);
  await closePage(forced);
});

test("on wide screens the map stands beside the list without a bar, and can be skipped to", { skip }, async () => {
  const page = await open(search, { viewport: { width: 1280, height: 900 } });
  assert.equal(await opener(page).isVisible(), false);
  await markers(page).first().waitFor({ timeout: 30_000 });
  await page.locator("a.skip[href='#map']").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "map");
  await closePage(page);
});

test("without scripts there is neither map nor bar", { skip }, async () => {
  const page = await open(search, { javaScriptEnabled: false });
  assert.equal(await page.locator(".map-panel").isVisible(), false);
  await closePage(page);
});
