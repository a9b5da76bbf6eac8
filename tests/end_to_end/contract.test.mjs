// Holds a running server to api/openapi.yaml: what it answers is what is written there, and what is written there is
// what it answers. Starts nothing: NEARME_URL is the address of a server over the sample directory.
//
//   NEARME_URL=http://127.0.0.1:8080 node --test tests/end_to_end/contract.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const base = process.env.NEARME_URL;
assert.ok(base, "set NEARME_URL to the address of a server over the sample directory");

const contract = parse(readFileSync(new URL("../../api/openapi.yaml", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(contract, "contract");

/** Follows a reference within the contract, if the value is one. */
function resolve(value) {
  if (value?.$ref === undefined) return value;
  return resolve(value.$ref.split("/").slice(1).reduce((at, name) => at[name.replaceAll("~1", "/")], contract));
}

const compiled = new Map();

/** A schema of the contract by its place there, or one that stands alone. */
function validator(schema) {
  const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
  const key = JSON.stringify(absolute);
  if (!compiled.has(key)) compiled.set(key, ajv.compile(absolute));
  return compiled.get(key);
}

function assertValid(schema, value, where) {
  const validate = validator(schema);
  assert.ok(validate(value), `${where}: ${ajv.errorsText(validate.errors)}`);
}

const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** Asks, and checks that the status, the type and the body are documented. Gives status, headers and body. */
async function ask(path, { id = "", query = "", headers = {}, method = "GET" } = {}) {
  const url = `${base}${path.replace("{id}", encodeURIComponent(id))}${query === "" ? "" : `?${query}`}`;
  const response = await fetch(url, { headers, method, redirect: "manual" });
  const documented = resolve(contract.paths[path].get.responses[String(response.status)]);
  assert.ok(documented, `${url}: status ${response.status} is not documented: ${await response.clone().text()}`);
  const text = await response.text();
  if (response.status === 304 || method === "HEAD") return { status: response.status, headers: response.headers, text };
  const type = response.headers.get("content-type").split(";")[0];
  const content = documented.content?.[type];
  assert.ok(content, `${url}: ${type} is not documented for ${response.status}`);
  const body = type.includes("json") ? JSON.parse(text) : text;
  assertValid(content.schema, body, url);
  return { status: response.status, headers: response.headers, body, text };
}

const query = (fields) => new URLSearchParams(fields).toString();
const answer = async (fields) => (await ask("/v1/search", { query: query(fields) })).body;

test("the server serves the contract that stands in the repository", async () => {
  const { body } = await ask("/openapi.json");
  assert.deepEqual(body, JSON.parse(JSON.stringify(contract)));
});

test("every documented example is valid by its own schema", () => {
  let count = 0;
  const check = (holder, where) => {
    for (const [name, example] of Object.entries(holder.examples ?? {})) {
      assertValid(holder.schema, example.value, `${where} ${name}`);
      count += 1;
    }
    if (holder.example !== undefined) {
      assertValid(holder.schema, holder.example, where);
      count += 1;
    }
  };
  for (const { path, parameters = [], responses } of operations) {
    for (const parameter of parameters.map(resolve)) check(parameter, `${path} ${parameter.name}`);
    for (const [status, response] of Object.entries(responses)) {
      for (const content of Object.values(resolve(response).content ?? {})) check(content, `${path} ${status}`);
    }
  }
  assert.ok(count > 30, `only ${count} examples`);
});

test("each parameter's example, sent alone, gets a documented answer of 200", async () => {
  const needed = { lat: { lon: -1.5478 }, lon: { lat: 53.7965 }, radius_km: { near: "Leeds" } };
  for (const { path, parameters = [] } of operations.filter(({ path }) => !path.includes("{"))) {
    for (const parameter of parameters.map(resolve).filter(({ example }) => example !== undefined)) {
      const required = parameters.map(resolve).filter((other) => other.required && other !== parameter);
      const fields = Object.fromEntries(required.map((other) => [other.name, other.example]));
      Object.assign(fields, needed[parameter.name] ?? {}, { [parameter.name]: parameter.example });
      const { status, text } = await ask(path, { query: query(fields) });
      assert.equal(status, 200, `${path} ${parameter.name}: ${text.slice(0, 300)}`);
    }
  }
});

test("the parameters that the server knows are those that are documented", async () => {
  const { body } = await ask("/v1/search", { query: "no_such_parameter=1" });
  const known = body.detail.split("there are ")[1].split(", ").sort();
  const documented = contract.paths["/v1/search"].get.parameters.map((parameter) => resolve(parameter).name).sort();
  assert.deepEqual(known, documented);
});

test("an unknown parameter is an error that names it, in every operation of the API", async () => {
  for (const { path } of operations.filter(({ path }) => path.startsWith("/v1/"))) {
    const { status, body } = await ask(path, { id: "micro-needling", query: "no_such_parameter=1" });
    assert.equal(status, 400, path);
    assert.equal(body.parameter, "no_such_parameter", path);
  }
});

test("each wrong value of a search is an error that names its parameter", async () => {
  const wrong = {
    lat: "lat=north&lon=0",
    lon: "lat=0&lon=999",
    bbox: "bbox=1,2,3",
    radius_km: "radius_km=-1",
    treatment: "treatment=no-such-treatment",
    with_treatment: "with_treatment=-micro-needling",
    concern: "concern=no-such-concern",
    kind: "kind=-no-such-kind",
    country: "country=uk",
    language: "language=%25",
    open: "open=yesterday",
    evidence: "evidence=maybe",
    wheelchair: "wheelchair=perhaps",
    price_max: "price_max=cheap",
    currency: "currency=pounds",
    sort: "sort=worst",
    limit: "limit=101",
    cursor: "cursor=nonsense",
    facets: "facets=colour",
    explain: "explain=please",
    format: "format=xml",
    q: "q=%zz",
  };
  for (const [parameter, text] of Object.entries(wrong)) {
    const { status, body } = await ask("/v1/search", { query: text });
    assert.equal(status, 400, text);
    assert.equal(body.parameter, parameter, `${text}: ${body.detail}`);
  }
});

test("searches of many shapes get answers that the contract describes", async () => {
  const shapes = [
    {},
    { q: "mirconeedling near leeds", explain: 1, facets: "treatment,kind,language,wheelchair,evidence" },
    { q: "acne scars", lat: 53.8, lon: -1.55, radius_km: 50 },
    { q: "zzzz qqqq" },
    { treatment: "micro-needling", sort: "price", currency: "GBP", price_max: 300 },
    { lat: 0, lon: -140, radius_km: 1, explain: 1 },
    { bbox: "-180,-90,179.9,90", sort: "rating", limit: 100 },
    { near: "Leeds", open: "2026-11-23T10:00:00Z", evidence: "confirmed" },
  ];
  for (const shape of shapes) {
    const plain = await answer(shape);
    const map = await answer({ ...shape, format: "geojson" });
    assert.equal(map.total, plain.total);
    assert.deepEqual(map.features.map(({ id }) => id), plain.results.map(({ id }) => id));
  }
});

test("points are as many as results, and no more than asked for", async () => {
  const points = async (fields) => {
    const { status, body } = await ask("/v1/points", { query: query(fields) });
    assert.equal(status, 200);
    return body;
  };
  for (const shape of [{}, { q: "micro-needling near leeds" }, { treatment: "micro-needling", bbox: "-3,50,1,54" }, { bbox: "170,-50,-170,50" }]) {
    const { total } = await answer(shape);
    const all = await points({ ...shape, limit: 2000 });
    assert.equal(all.total, total);
    assert.equal(all.features.length, Math.min(2000, total));
    const some = await points({ ...shape, limit: 5 });
    assert.equal(some.total, total);
    assert.equal(some.features.length, Math.min(5, total));
    const ids = new Set(all.features.map(({ id }) => id));
    for (const { id } of some.features) assert.ok(ids.has(id) || total > 2000, id);
  }
  const { status, body } = await ask("/v1/points", { query: "cursor=x" });
  assert.equal(status, 400);
  assert.equal(body.parameter, "cursor");
});

test("following next shows each result once and ends", async () => {
  const seen = [];
  let cursor = "";
  for (let page = 0; page < 5; page += 1) {
    const { results, next } = await answer({ treatment: "micro-needling", limit: 7, cursor });
    seen.push(...results.map(({ id }) => id));
    if (next === null) break;
    cursor = next;
  }
  const all = await answer({ treatment: "micro-needling", limit: 35 });
  assert.deepEqual(seen, all.results.map(({ id }) => id));
});

test("every site and practitioner that a search shows can be asked for", async () => {
  const { results } = await answer({ limit: 20, treatment: "micro-needling" });
  assert.ok(results.length > 0, "the sample directory offers micro-needling");
  let practitioners = 0;
  for (const result of results) {
    const { body: site } = await ask("/v1/sites/{id}", { id: result.id });
    assert.equal(site.name, result.name);
    assert.equal(site.url, result.url);
    assert.equal(site.claims.length, result.evidence.claims.length);
    for (const { id, name } of site.practitioners) {
      practitioners += 1;
      const { body } = await ask("/v1/practitioners/{id}", { id });
      assert.equal(body.name, name);
      assert.ok(body.site_ids.includes(result.id));
    }
  }
  assert.ok(practitioners > 0, "somebody works at one of the sample's sites");
});

test("every treatment and concern of the lists can be asked for, and their references exist", async () => {
  const { treatments } = (await ask("/v1/treatments")).body;
  const { concerns } = (await ask("/v1/concerns")).body;
  const ids = new Set(treatments.map(({ id }) => id));
  for (const { id } of treatments) await ask("/v1/treatments/{id}", { id });
  for (const { id } of concerns) {
    const { body } = await ask("/v1/concerns/{id}", { id });
    for (const { treatment } of body.treatments) assert.ok(ids.has(treatment), `${id}: ${treatment}`);
  }
});

test("what does not exist is not found, in words", async () => {
  for (const { path } of operations.filter(({ path }) => path.includes("{id}"))) {
    const { status, body } = await ask(path, { id: "no such/one" });
    assert.equal(status, 404, path);
    assert.match(body.detail, /no such/);
  }
});

test("localities are found by name, beginning and misspelling", async () => {
  for (const q of ["Leeds", "leed", "leedz", "münchen", "munich"]) {
    const { body } = await ask("/v1/localities", { query: query({ q, limit: 5 }) });
    assert.ok(body.localities.length > 0, q);
  }
  assert.equal((await ask("/v1/localities")).status, 400);
  assert.equal((await ask("/v1/localities", { query: "q=a&limit=51" })).body.parameter, "limit");
});

test("suggestions come for the empty word and for beginnings of words", async () => {
  for (const q of ["", "mic", "acne", "lee"]) {
    const { body } = await ask("/v1/suggest", { query: query({ q, limit: 5 }) });
    assert.ok(body.suggestions.length > 0 && body.suggestions.length <= 5, q);
  }
});

test("an answer's ETag gets 304 and no body", async () => {
  for (const [path, options] of [
    ["/v1/treatments", {}],
    ["/v1/localities", { query: "q=leeds" }],
    ["/openapi.json", {}],
  ]) {
    const first = await ask(path, options);
    const second = await ask(path, { ...options, headers: { "if-none-match": first.headers.get("etag") } });
    assert.equal(second.status, 304, path);
    assert.equal(second.text, "");
  }
});

test("HEAD has the headers of GET and no body", async () => {
  const head = await ask("/v1/treatments", { method: "HEAD" });
  const get = await ask("/v1/treatments");
  assert.equal(head.text, "");
  assert.equal(head.headers.get("etag"), get.headers.get("etag"));
});

test("other methods are refused with the ones that there are", async () => {
  const response = await fetch(`${base}/v1/search`, { method: "POST" });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "GET, HEAD");
  assertValid({ $ref: "#/components/schemas/Problem" }, await response.json(), "405");
});

test("any page may read the API, and nothing sets a cookie", async () => {
  for (const path of ["/v1/search", "/v1/treatments", "/openapi.json"]) {
    const { headers } = await ask(path, { headers: { origin: "https://elsewhere.example" } });
    assert.equal(headers.get("access-control-allow-origin"), "*", path);
    assert.equal(headers.get("set-cookie"), null, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
  }
});

test("health, readiness and metrics are as written, and metrics hold no words of questions", async () => {
  await ask("/v1/search", { query: "q=unmistakable" });
  assert.equal((await ask("/healthz")).status, 200);
  assert.equal((await ask("/readyz")).status, 200);
  const { body } = await ask("/metrics");
  assert.match(body, /nearme_requests_total\{route="\/v1\/search",status="200"\} \d+/);
  assert.doesNotMatch(body, /unmistakable/);
});
