// Where the law bars the name of a medicine, no page may show it: a crawl through the sample directory as an operator in
// the United Kingdom serves it. Starts a server of its own over the sample that ./dev has loaded.
//   node --test tests/end_to_end/wording.test.mjs
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startServer } from "./own_server.mjs";

const sample = process.env.NEARME_SAMPLE ?? fileURLToPath(new URL("../../build/demo-data", import.meta.url));
const skip = existsSync(join(sample, "index.image")) ? false : `${sample} holds no sample directory`;
const mostPages = 500;

const wordings = readFileSync(new URL("../../data/catalogue/wording.toml", import.meta.url), "utf8");
const hidden = JSON.parse(/jurisdictions = \["GB"\][^]*?hides = (\[.*?\])/.exec(wordings)[1]);

let folder;
let server;
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), "nearme_wording_"));
  const look = join(folder, "look.toml");
  writeFileSync(look, 'jurisdiction = "GB"\naddress = "https://find.example.org"\n');
  server = await startServer(sample, ["--look", look]);
});
after(async () => {
  await server?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function textOf(path) {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { accept: "text/html" } });
  assert.equal(response.status, 200, path);
  return response.text();
}

/** What the person typed stands in the box, in hidden fields and in the addresses of chips and filters: it is theirs. */
const withoutTyped = (html, typed) =>
  html.toLowerCase().replace(/([?&;]q=)[^&"]*/g, "$1").replaceAll(`value="${typed}"`, 'value=""').replaceAll(`“${typed.split(" ")[0]}”`, "“”");

function wordsShown(html) {
  const text = html.toLowerCase();
  return hidden.filter((word) => text.includes(word));
}

/** Each page stands in six languages: the one that is read here, and a few more at the start. */
const linksIn = (html) =>
  [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path]) => path.replaceAll("&amp;", "&"))
    .filter((path) => !path.startsWith("/assets/") && !path.startsWith("/look") && path !== "/openapi.json" && !/[?&]lang=/.test(path));

test("no page that can be reached shows the medicine or a brand, not in its title, address or JSON-LD", { skip, timeout: 120_000 }, async () => {
  const met = new Set(["/", "/treatments", "/?q=consultation+for+lines+and+wrinkles+near+Leeds", "/concerns/wrinkles?near=Leeds", "/sitemap.xml",
    "/treatments?lang=de", "/?lang=fr", "/treatments/consultation-for-lines-and-wrinkles?lang=pl"]);
  const waiting = [...met];
  const shown = [];
  let pages = 0;
  while (waiting.length > 0 && pages < mostPages) {
    const path = waiting.shift();
    const html = await textOf(path);
    ++pages;
    for (const word of wordsShown(path + html)) shown.push(`${path}: ${word}`);
    for (const link of linksIn(html)) {
      if (met.has(link)) continue;
      met.add(link);
      waiting.push(link);
    }
  }
  assert.deepEqual(shown, []);
  assert.ok(pages > 200, `only ${pages} pages were reached`);
  assert.ok(met.has("/treatments/consultation-for-lines-and-wrinkles"));
});

test("the consultation is offered by places, and has a page of its own", { skip }, async () => {
  const html = await textOf("/?q=consultation+for+lines+and+wrinkles+near+Leeds");
  assert.match(html, /data-card/);
  assert.match(html, /Consultation for lines and wrinkles/);
  const guide = await textOf("/treatments/consultation-for-lines-and-wrinkles");
  assert.match(guide, /rel="canonical" href="https:\/\/find.example.org\/treatments\/consultation-for-lines-and-wrinkles"/);
  assert.match(guide, /application\/ld\+json/);
});

for (const typed of ["botox near leeds", "bottox near leeds", "botulinum toxin in manchester", "dysport"]) {
  test(`who types “${typed}” finds consultations, and reads the word only where they typed it`, { skip }, async () => {
    const html = await textOf(`/?q=${encodeURIComponent(typed)}`);
    assert.match(html, /consultation for lines and wrinkles/i);
    assert.deepEqual(wordsShown(withoutTyped(html, typed)), []);
  });
}

test("suggestions complete the word with the name that may be shown", { skip }, async () => {
  for (const typed of ["bot", "botox", "botulinum", "dyspo"]) {
    const { body } = await server.ask("GET", `/v1/suggest?q=${typed}`);
    const names = body.suggestions.filter(({ type }) => type === "treatment");
    assert.ok(names.some(({ name }) => name === "Consultation for lines and wrinkles"), typed);
    assert.deepEqual(wordsShown(names.map(({ name, url }) => `${name} ${url}`).join(" ")), []);
  }
});
