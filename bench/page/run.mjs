// What the search page weighs, and how soon its list is painted on a mid telephone: 4x slower processor, 1.6 Mbit/s, 150 ms.
//   NEARME_URL=http://localhost:8080 node bench/page/run.mjs [--rounds 5] [--path "/?q=..."]
// Ends with 1 when the script before the map weighs more than 60 KB or the list is painted later than 1 s (the network's own
// delay of two round trips included).
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, path: { type: "string", default: "/?q=micro-needling+near+Leeds" } },
});
const base = process.env.NEARME_URL;
if (base === undefined) throw new Error("NEARME_URL must name a server that has the sample directory");
const mostScript = 60_000;
const mostMilliseconds = 1000;
const telephone = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };

/** Runs in the page before anything else: when the first card and the map's canvas were there, as painted. */
function watch() {
  window.seen = {};
  new PerformanceObserver((list) => list.getEntries().forEach(({ name, startTime }) => { window.seen[name] = startTime; })).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => { window.seen.largest = startTime; })).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    if (document.querySelector("[data-card]") === null) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => { window.seen.list = performance.now(); }));
  };
  look();
}

async function measure(browser) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const bytes = { html: 0, script: 0, style: 0 };
  const types = new Map();
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", telephone);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  devtools.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = { Document: "html", Script: "script", Stylesheet: "style" }[types.get(requestId)];
    if (kind !== undefined) bytes[kind] += encodedDataLength;
  });
  await page.addInitScript(watch);
  await page.goto(base + options.path, { waitUntil: "load" });
  await page.waitForFunction(() => window.seen.list !== undefined);
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return { ...bytes, first: seen["first-contentful-paint"], list: seen.list, largest: seen.largest };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await chromium.launch({
  executablePath: process.env.NEARME_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const runs = [];
for (let i = 0; i < Number(options.rounds); i += 1) runs.push(await measure(browser));
await browser.close();

const of = (name) => Math.round(median(runs.map((run) => run[name])));
const lines = [
  ["HTML, packed", `${of("html")} bytes`], ["styles, packed", `${of("style")} bytes`],
  ["script before the map, packed", `${of("script")} bytes (at most ${mostScript})`],
  ["first paint", `${of("first")} ms`], ["list painted", `${of("list")} ms (at most ${mostMilliseconds})`],
  ["largest paint", `${of("largest")} ms`],
];
console.log(`${options.path}, median of ${runs.length}, 390 x 844, processor 4x slower, 1.6 Mbit/s, 150 ms`);
for (const [name, value] of lines) console.log(`  ${name.padEnd(32)}${value}`);
process.exit(of("script") <= mostScript && of("list") <= mostMilliseconds ? 0 : 1);
