// The map in a real browser: its labels, the operator's archive of tiles, and that nobody else is asked for anything.
//   [NEARME_REAL_DATA=folder] [NEARME_SCREENSHOTS=folder] node --test tests/end_to_end/map.test.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axeFinds, closePage, launch, openPage, shoot, narrow } from "./browser.mjs";
import { freshFolder, startServer } from "./own_server.mjs";
import { startHost, styleOver } from "./other_hosts.mjs";
import { tileArchive } from "./tile_archive.mjs";

const program = process.env.NEARME ?? fileURLToPath(new URL("../../build/nearme", import.meta.url));
const skip = existsSync(program) ? false : "the program is not built";
const basemap = process.env.NEARME_REAL_DATA && join(process.env.NEARME_REAL_DATA, "basemap");
const table = "valletta,Valletta Skin Clinic,35.8989,14.5146,MT\nsliema,Sliema Rooms,35.9110,14.5020,MT\n" +
  "lodz,Gabinet Łódź,51.7769,19.4547,PL\n";
let browser;
let made;

before(async () => {
  if (skip) return;
  browser = await launch();
  made = freshFolder(table);
});
after(async () => {
  await browser?.close();
  made?.remove();
});

/** A server whose look states `map`, and the folder's file "map.pmtiles" if there are bytes for it. */
async function serveWith(look, bytes) {
  if (bytes !== undefined) writeFileSync(join(made.folder, "map.pmtiles"), bytes);
  writeFileSync(join(made.folder, "look.toml"), look);
  const server = await startServer(made.data, ["--look", join(made.folder, "look.toml")]);
  return { ...server, address: `http://127.0.0.1:${server.port}` };
}

/** Opens a page and waits for its map; `asked` are the paths that it fetched, `strangers` the addresses of others. */
async function openMap(address, options) {
  const page = await openPage(browser, "about:blank", options);
  const asked = [];
  const strangers = [];
  page.on("response", (response) => {
    const url = new URL(response.url());
    if (!url.protocol.startsWith("http")) return;
    if (url.origin === new URL(address).origin) asked.push(`${response.status()} ${url.pathname}`);
    else strangers.push(url.href);
  });
  await page.goto(address);
  await page.waitForSelector(".map-panel[data-ready] .maplibregl-canvas", { state: "attached", timeout: 20_000 });
  await page.waitForTimeout(1500);
  return { page, asked, strangers };
}

test("towns are labelled with letters that nearme serves itself", { skip }, async () => {
  const server = await serveWith("");
  const { page, asked, strangers } = await openMap(`${server.address}/?near=51.7769,19.4547&radius_km=50`);
  const fonts = asked.filter((path) => path.includes("/assets/fonts/"));
  assert.ok(fonts.some((path) => /200 .*noto-sans-latin-400/.test(path)), `${asked}`);
  assert.ok(fonts.some((path) => /200 .*noto-sans-latin-ext-/.test(path)), "Polish letters have a file of their own");
  assert.deepEqual(strangers, []);
  await shoot(page, "map-labels");
  await closePage(page);
  await server.kill();
});

test("an archive of tiles is served by ranges and drawn with whom it names", { skip }, async () => {
  const server = await serveWith('map_tiles = "map.pmtiles"', tileArchive({ credit: "Tiles of a test" }));
  const { page, asked, strangers } = await openMap(`${server.address}/?near=35.9,14.51`);
  assert.ok(asked.includes("206 /look/map.pmtiles"), `${asked}`);
  assert.match(await page.locator(".maplibregl-ctrl-attrib-inner").textContent(), /Tiles of a test/);
  assert.deepEqual(strangers, []);
  assert.deepEqual(await axeFinds(page), []);
  await closePage(page);
  const ranged = await fetch(`${server.address}/look/map.pmtiles`, { headers: { range: "bytes=0-6" } });
  assert.equal(ranged.status, 206);
  assert.equal(await ranged.text(), "PMTiles");
  await server.kill();
});

test("streets of a real archive are drawn, and their labels with our own letters", { skip: skip || (basemap ? false : "NEARME_REAL_DATA is not set") }, async () => {
  copyFileSync(join(basemap, "malta_openmaptiles.pmtiles"), join(made.folder, "map.pmtiles"));
  const server = await serveWith('map_tiles = "map.pmtiles"');
  for (const [name, options] of [["light", {}], ["dark", { colorScheme: "dark" }]]) {
    const { page, asked, strangers } = await openMap(`${server.address}/?near=35.9,14.51`, options);
    assert.ok(asked.filter((path) => path === "206 /look/map.pmtiles").length > 1, `${asked}`);
    assert.ok(asked.some((path) => path.includes("noto-sans-latin-600")), `${asked}`);
    assert.match(await page.locator(".maplibregl-ctrl-attrib-inner").textContent(), /OpenStreetMap/);
    assert.deepEqual(strangers, []);
    await shoot(page, `map-tiles-${name}`);
    await closePage(page);
  }
  await server.kill();
});

/** Shows a map whose style lies on a first host and all else on a second; gives what each was asked for. */
async function askedOfHosts(lookAfterStyle) {
  const [first, second] = [await startHost(), await startHost()];
  first.style = styleOver(second);
  const server = await serveWith(`map_style = "${first.origin}/style.json"\n${lookAfterStyle(second.origin)}`);
  const page = await openPage(browser, "about:blank");
  const refused = [];
  page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) refused.push(message.text()); });
  const answer = await page.goto(`${server.address}/?near=35.9,14.51`);
  await page.waitForTimeout(4000);
  await closePage(page);
  await Promise.all([server.kill(), first.stop(), second.stop()]);
  return { first: first.asked, second: second.asked, refused, policy: answer.headers()["content-security-policy"], origins: [first.origin, second.origin] };
}

test("a style may be drawn from the hosts that the operator names: tiles, data, icons and letters", { skip }, async () => {
  const { first, second, refused, policy, origins } = await askedOfHosts((origin) => `map_hosts = ["${origin}"]`);
  assert.deepEqual(first, ["/style.json"]);
  for (const part of ["/tiles/", "/points.geojson", "/icons/sprite", "/letters/"]) assert.ok(second.some((path) => path.startsWith(part)), `${part} of ${second}`);
  assert.deepEqual(refused, []);
  assert.ok(policy.includes(`connect-src 'self' ${origins.join(" ")};`), policy);
});

test("a host that the operator does not name is asked for nothing, neither by the page nor by the map's worker", { skip }, async () => {
  const { first, second, refused, policy, origins } = await askedOfHosts(() => "");
  assert.deepEqual(first, ["/style.json"]);
  assert.deepEqual(second, []);
  assert.ok(refused.length > 0);
  assert.ok(policy.includes(origins[0]) && !policy.includes(origins[1]), policy);
});

test("the map of the start page stands in the page, on a telephone as well", { skip }, async () => {
  const server = await serveWith("start_lat = 35.9\nstart_lon = 14.5\nstart_zoom = 10");
  const page = await openPage(browser, `${server.address}/`, { viewport: narrow });
  await page.locator(".map-panel").scrollIntoViewIfNeeded();
  await page.waitForSelector(".map-panel[data-ready] .maplibregl-canvas", { timeout: 20_000 });
  assert.equal(await page.locator("[data-sheet-open]").isVisible(), false);
  const room = await page.locator("[data-map-room]").boundingBox();
  assert.ok(room.height > 250 && room.width > 300, JSON.stringify(room));
  await closePage(page);
  await server.kill();
});

test("towns are labelled in the reader's language, where their names are known", { skip }, async () => {
  const server = await serveWith("");
  for (const [lang, name] of [["en", "Warsaw"], ["pl", "Warszawa"], ["ar", "وارسو"]]) {
    const { page, asked, strangers } = await openMap(`${server.address}/?near=52.2,21.0&radius_km=50&lang=${lang}`);
    await shoot(page, `map-towns-${lang}`);
    assert.equal(asked.some((path) => path.includes("noto-sans-arabic")), lang === "ar", `${name}: ${asked}`);
    assert.deepEqual(strangers, []);
    await closePage(page);
  }
  await server.kill();
});

test("an archive that cannot be drawn ends the start, with the line and the reason", { skip }, () => {
  const whole = tileArchive();
  const wrong = { "is empty": Buffer.alloc(0), "is no PMTiles archive": Buffer.from("not a map"), "is of version 4": Buffer.from(whole.map((byte, i) => (i === 7 ? 4 : byte))),
    "is cut off": whole.subarray(0, -1) };
  for (const [reason, bytes] of Object.entries(wrong)) {
    writeFileSync(join(made.folder, "map.pmtiles"), bytes);
    writeFileSync(join(made.folder, "look.toml"), 'name = "x"\nmap_tiles = "map.pmtiles"\n');
    const { status, stderr } = spawnSync(program, ["serve", "--port", "0", "--data", made.data, "--look", join(made.folder, "look.toml")], { encoding: "utf8", timeout: 20_000 });
    assert.equal(status, 2, stderr);
    assert.ok(stderr.includes(`look.toml:2: 'map_tiles': map.pmtiles ${reason}`), stderr);
  }
});

test("the radius that was asked for stands on the map, on a telephone as well", { skip }, async () => {
  const server = await serveWith("");
  const page = await openPage(browser, `${server.address}/?near=35.9,14.51&radius_km=5`, { viewport: narrow });
  assert.equal(await page.locator("[data-answer]").getAttribute("data-radius"), "5");
  await page.click("[data-sheet-open]");
  await page.waitForSelector(".map-panel[data-ready]", { timeout: 20_000 });
  await shoot(page, "map-narrow");
  assert.deepEqual(await axeFinds(page), []);
  await closePage(page);
  await server.kill();
});

test("what else answers the question is a dot that leads to its page, and is asked for anew when the map moves", { skip }, async () => {
  const server = await serveWith("");
  // One card, for Sliema Rooms; what is asked for near is where the other one lies.
  const { page, asked } = await openMap(`${server.address}/?near=35.8989,14.5146&radius_km=10&sort=name&limit=1`);
  await page.waitForSelector(".map-legend:not([hidden])");
  assert.equal(await page.locator(".map-legend").textContent(), "More places here: 1");
  assert.ok(asked.includes("200 /v1/points"), `${asked}`);
  // The map shows both, the one as far from its middle as the other.
  const map = await page.locator(".map-canvas").boundingBox();
  const marker = await page.locator(".marker").boundingBox();
  const opposite = (start, length, from, size) => 2 * (start + length / 2) - (from + size / 2);
  const dot = [opposite(map.x, map.width, marker.x, marker.width), opposite(map.y, map.height, marker.y, marker.height)];
  const link = page.locator(".map-popup a");
  // A slow machine draws the dot later; clicks that follow each other at once would zoom.
  for (let tries = 0; tries < 15 && (await link.count()) === 0; tries += 1) {
    await page.mouse.click(...dot);
    await page.waitForTimeout(800);
  }
  assert.equal(await link.textContent(), "Valletta Skin Clinic");
  assert.deepEqual(await axeFinds(page), []);
  await shoot(page, "map-dots");
  await page.locator(".map-popup button").click();
  assert.equal(await link.count(), 0);
  const area = page.locator(".map-area");
  assert.equal(await area.isVisible(), false, "nobody has moved the map");
  const next = page.waitForResponse(/v1\/points/);
  await page.locator(".maplibregl-ctrl-zoom-out").click();
  assert.match((await next).url(), /\/v1\/points\?bbox=/, "of everything, in the box of the map");
  await area.waitFor();
  await page.locator("a[data-more]").click();
  await page.waitForSelector(".map-legend", { state: "hidden" });
  await closePage(page);
  await server.kill();
});
