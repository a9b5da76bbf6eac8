// Holds what the pages say to machines to the definitions of schema.org: each page's JSON-LD becomes a TypeScript value of
// the type that it names, and TypeScript, with schema.org's vocabulary as types (npm schema-dts), must accept it.
//
//   NEARME_URL=http://127.0.0.1:8080 node --test tests/end_to_end/structured_data.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const base = process.env.NEARME_URL;
assert.ok(base, "set NEARME_URL to the address of a server over the sample directory");
const here = fileURLToPath(new URL(".", import.meta.url));

async function structuredDataOf(path) {
  const answer = await fetch(base + path);
  assert.equal(answer.status, 200, path);
  const scripts = [...(await answer.text()).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  assert.equal(scripts.length, 1, `${path} has one block of structured data`);
  return JSON.parse(scripts[0][1]);
}

/** What TypeScript finds wrong with these values, each of the schema.org type that it names. */
function complaintsOf(values) {
  const file = `${here}structured_data.made.ts`;
  const lines = values.map((value, number) =>
    `export const v${number}: schema.WithContext<Extract<schema.${value["@type"]}, object>> = ${JSON.stringify(value)};`);
  const text = `import type * as schema from "schema-dts";\n${lines.join("\n")}\n`;
  const options = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, skipLibCheck: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest));
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map((found) => ts.flattenDiagnosticMessageText(found.messageText, "\n"));
}

async function somePages() {
  const { results } = await (await fetch(`${base}/v1/search?q=micro-needling+near+Leeds&limit=12`)).json();
  const salons = (await (await fetch(`${base}/v1/search?kind=beauty-salon&limit=3`)).json()).results;
  return ["/", "/treatments/micro-needling", "/treatments/chemical-peel", "/concerns/acne-scars",
    "/treatments/micro-needling/near/leeds-england-gb", ...[...results, ...salons].map(({ url }) => url)];
}

test("what the pages say is what schema.org defines", { timeout: 120_000 }, async () => {
  const values = await Promise.all((await somePages()).map(structuredDataOf));
  assert.ok(values.some((value) => value.openingHoursSpecification), "some site has hours");
  assert.ok(values.some((value) => value.makesOffer?.some((offer) => offer.price)), "some offer has a price");
  assert.ok(values.some((value) => JSON.stringify(value).includes('"Certification"')), "something is certified");
  assert.deepEqual(complaintsOf(values), []);
});

test("what schema.org does not define is found", { timeout: 120_000 }, () => {
  const invented = { "@context": "https://schema.org", "@type": "MedicalClinic", name: "Alpha", shinyness: "great" };
  const mistyped = { "@context": "https://schema.org", "@type": "MedicalClinic", geo: { "@type": "Leeds" } };
  assert.match(complaintsOf([invented]).join(), /shinyness/);
  assert.notDeepEqual(complaintsOf([mistyped]), []);
});
